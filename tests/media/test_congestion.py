"""Transport-wide feedback, written and read: what arrived is told exactly, in whatever order it came."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from media.engine import rtcp
from media.engine.congestion import MAX_STATUSES, Arrivals, Departures, read_feedback
from media.engine.rtp import SEQUENCES


def told(arrivals: Arrivals) -> tuple[int, list[float | None]]:
    """The next feedback as its receiver reads it."""
    compound = arrivals.feedback(1, 2)
    assert compound is not None
    (item,) = rtcp.items(compound)
    read = read_feedback(item)
    assert read is not None
    return read


def fed(numbers: list[int], start: float = 50.0, step: float = 0.01) -> Arrivals:
    arrivals = Arrivals()
    for place, number in enumerate(numbers):
        arrivals.add(number % SEQUENCES, start + place * step)
    return arrivals


class TestArrivals:
    @given(
        st.integers(0, SEQUENCES - 1), st.lists(st.tuples(st.booleans(), st.floats(0, 0.1)), min_size=1, max_size=80)
    )
    def test_are_told_with_their_times_and_gaps(self, start: int, came: list[tuple[bool, float]]) -> None:
        came[0] = (True, came[0][1])
        arrivals, now, times = Arrivals(), 1_000.0, []
        for number, (arrived, pause) in enumerate(came):
            now += pause
            times.append(now if arrived else None)
            if arrived:
                arrivals.add((start + number) % SEQUENCES, now)
        while times[-1] is None:
            times.pop()
        base, read = told(arrivals)
        assert base == start
        assert [at is None for at in read] == [at is None for at in times]
        apart = [abs(one - other) for one, other in zip(read, times, strict=True) if one and other]
        assert max(apart) < 0.001

    def test_are_told_once_and_the_loss_between_two_feedbacks_is_told_too(self) -> None:
        arrivals = fed([SEQUENCES - 2, SEQUENCES - 1])
        assert told(arrivals)[0] == SEQUENCES - 2
        assert arrivals.feedback(1, 2) is None
        arrivals.add(3, 51.0)
        base, read = told(arrivals)
        assert base == 0
        assert [at is None for at in read] == [True, True, True, False]

    def test_out_of_order_are_told_in_order(self) -> None:
        base, read = told(fed([5, 7, 6]))
        assert base == 5
        assert read[1] is not None
        assert read[2] is not None
        assert read[1] > read[2]

    def test_that_come_after_they_were_told_lost_change_nothing(self) -> None:
        arrivals = fed([5, 7])
        told(arrivals)
        arrivals.add(6, 51.0)
        assert arrivals.feedback(1, 2) is None
        arrivals.add(8, 51.1)
        assert told(arrivals)[0] == 8

    def test_leap_is_followed(self) -> None:
        arrivals = fed([5])
        told(arrivals)
        arrivals.add(20_000, 51.0)
        assert arrivals.feedback(1, 2) is None
        arrivals.add(20_001, 51.1)
        assert told(arrivals)[0] == 20_001

    @given(st.lists(st.integers(0, SEQUENCES - 1), max_size=300))
    def test_of_any_numbers_stay_within_one_packet(self, numbers: list[int]) -> None:
        compound = fed(numbers).feedback(1, 2)
        assert compound is None or len(compound) <= 24 + MAX_STATUSES * 2


class TestDepartures:
    def test_are_matched_with_what_became_of_them(self) -> None:
        departures = Departures()
        packets = [bytearray(size) for size in (100, 200, 300)]
        for place, packet in enumerate(packets):
            departures.stamp(packet, 4, 10.0 + place)
        first = struct.unpack_from("!H", packets[0], 4)[0]
        assert departures.match(first, [5.0, None, 7.5]) == (1, 400, [-5.0, -4.5])
        assert departures.match(first, [5.0, None, 7.5]) == (0, 0, [])

    @given(st.integers(0, SEQUENCES - 1), st.lists(st.none() | st.just(1.0), max_size=100))
    def test_that_never_were_count_for_nothing(self, base: int, arrivals: list[float | None]) -> None:
        departures = Departures()
        for _ in range(3):
            departures.stamp(bytearray(50), 4, 1.0)
        lost, octets, transits = departures.match(base, arrivals)
        assert lost + len(transits) <= 3
        assert octets == 50 * len(transits)


class TestReading:
    def test_understands_runs_and_one_bit_statuses(self) -> None:
        chunks = struct.pack("!HH", 1 << 13 | 3, 0x8000 | 0b01010000000000)
        body = struct.pack("!IIHHI", 1, 2, 9, 3 + 14, 2 << 8) + chunks + bytes([4, 4, 4, 8, 8]) + b"\0\0\0"
        (item,) = rtcp.items(rtcp.packet(205, 15, body))
        read = read_feedback(item)
        assert read is not None
        base, arrivals = read
        assert base == 9
        assert [None if at is None else round(at * 1_000) for at in arrivals[:8]] == [
            129, 130, 131, None, 133, None, 135, None,
        ]  # fmt: skip

    @given(st.binary(max_size=60), st.integers(0, SEQUENCES - 1))
    def test_of_any_bytes_ends_without_complaint(self, tail: bytes, count: int) -> None:
        body = struct.pack("!IIHHI", 1, 2, 9, count, 2 << 8) + tail
        (item,) = rtcp.items(rtcp.packet(205, 15, body + b"\0" * (-len(body) % 4)))
        read = read_feedback(item)
        assert read is None or len(read[1]) == count <= MAX_STATUSES
