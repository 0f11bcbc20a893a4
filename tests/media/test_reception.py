"""What we tell a sender about their stream, against a plain count."""

import random

from hypothesis import given
from hypothesis import strategies as st

from media.engine.reception import ASK_EVERY, ASK_TIMES, MAX_MISSING, Reception
from media.engine.rtcp import SenderInfo
from media.engine.rtp import SEQUENCES


def fed(*sequences: int) -> Reception:
    reception = Reception(5, 90_000)
    for sequence in sequences:
        reception.add(sequence % SEQUENCES, 0, 1.0)
    return reception


class TestLoss:
    @given(st.integers(0, SEQUENCES - 1), st.sets(st.integers(1, 198)), st.integers())
    def test_counts_what_never_came_whatever_the_order(self, start: int, lost: set[int], seed: int) -> None:
        come = [number for number in range(1, 199) if number not in lost]
        random.Random(seed).shuffle(come)
        block = fed(*(start + number for number in (0, *come, 199))).report(1.0)
        assert block.lost == len(lost)
        assert block.fraction_lost == len(lost) * 256 // 200
        assert block.highest % SEQUENCES == (start + 199) % SEQUENCES

    def test_fraction_is_of_the_time_since_the_last_report(self) -> None:
        reception = fed(*range(100), *range(150, 200))
        assert reception.report(1.0).fraction_lost == 64
        for sequence in range(200, 300):
            reception.add(sequence, 0, 2.0)
        block = reception.report(2.0)
        assert (block.fraction_lost, block.lost) == (0, 50)

    def test_wrapped_numbers_count_on(self) -> None:
        assert fed(*range(SEQUENCES - 5, SEQUENCES + 5)).report(1.0).highest == SEQUENCES + 4

    def test_leap_begins_a_new_count(self) -> None:
        block = fed(*range(10), *range(30_000, 30_010)).report(1.0)
        assert (block.highest, block.lost) == (30_009, 0)


class TestAsking:
    def test_repeats_and_gives_up(self) -> None:
        reception, now, asked = fed(0, 3), 1.0, []
        for _ in range(20):
            asked.append(reception.to_ask(now))
            now += ASK_EVERY
        assert asked[:ASK_TIMES] == [[1, 2]] * ASK_TIMES
        assert asked[ASK_TIMES:] == [[]] * (20 - ASK_TIMES)

    def test_is_patient_between_two_times(self) -> None:
        reception = fed(0, 2)
        assert reception.to_ask(1.0) == [1]
        assert reception.to_ask(1.0 + ASK_EVERY / 2) == []

    def test_is_more_patient_with_one_who_is_far_away(self) -> None:
        reception = fed(0, 2)
        assert reception.to_ask(1.0, 0.4) == [1]
        assert reception.to_ask(1.0 + 3 * ASK_EVERY, 0.4) == []
        assert reception.to_ask(1.4, 0.4) == [1]

    def test_late_or_recovered_packets_are_not_asked_for(self) -> None:
        reception = fed(SEQUENCES - 2, SEQUENCES + 2)
        reception.add(SEQUENCES - 1, 0, 1.0)
        assert reception.add_resent(0)
        assert not reception.add_resent(0)
        assert reception.to_ask(1.0) == [1]

    def test_remembers_only_so_many(self) -> None:
        reception = fed(0, 900)
        assert len(reception.to_ask(1.0)) == MAX_MISSING

    @given(st.lists(st.integers(0, SEQUENCES - 1), max_size=200))
    def test_any_numbers_are_counted_without_complaint(self, sequences: list[int]) -> None:
        reception = fed(*sequences)
        block = reception.report(1.0)
        assert 0 <= block.fraction_lost <= 255
        assert 0 <= block.lost < 2**23
        assert len(reception.to_ask(1.0)) <= MAX_MISSING


class TestClock:
    def test_of_the_sender_is_echoed_with_the_delay(self) -> None:
        reception = fed(1)
        reception.heard_clock(SenderInfo(5, 0x1234_5678_9ABC_DEF0, 0, 0, 0), 10.0)
        block = reception.report(10.5)
        assert (block.last_report, block.delay) == (0x5678_9ABC, 32_768)

    def test_steady_stream_has_no_jitter_and_an_unsteady_one_has(self) -> None:
        steady, unsteady = Reception(5, 90_000), Reception(5, 90_000)
        for number in range(200):
            steady.add(number, number * 900, number * 0.01)
            unsteady.add(number, number * 900, number * 0.01 + (0.01 if number % 2 else 0))
        assert steady.report(2.0).jitter == 0
        assert 700 < unsteady.report(2.0).jitter < 1_000
