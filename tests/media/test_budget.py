"""Which pictures a weak network carries: voices first, the elder last of all, and everything comes back."""

from hypothesis import given
from hypothesis import strategies as st

from media.engine.budget import FIRST_WAIT, LONGEST_WAIT, PICTURE, STRAIN_FOR, VOICE, Budget, needed, share

ENOUGH_FOR_ONE = 3 * VOICE + PICTURE


def run(budget: Budget, limit: float | None, strained: bool, start: float, seconds: float) -> list[int]:
    """Pictures shown of two, beside three voices, at each tick."""
    ticks = range(round(seconds * 10))
    return [budget.pictures(limit, 3, 2, strained, start + tick / 10) for tick in ticks]


def seconds_until(budget: Budget, count: int, start: float) -> float:
    """How long two pictures take to be `count` again once the strain is over."""
    shown = run(budget, ENOUGH_FOR_ONE - PICTURE, False, start, 60)
    return shown.index(count) / 10


class TestBudget:
    def test_shows_everything_while_no_limit_is_known(self) -> None:
        assert run(Budget(), None, False, 0, 5) == [2] * 50

    def test_pauses_one_picture_after_a_moment_of_strain(self) -> None:
        shown = run(Budget(), ENOUGH_FOR_ONE, True, 10, 2)
        assert shown[: int(STRAIN_FOR * 10)] == [2] * int(STRAIN_FOR * 10)
        assert shown[-1] == 1

    def test_pauses_all_before_a_voice_suffers(self) -> None:
        assert run(Budget(), 3 * VOICE, True, 10, 2)[-1] == 0

    def test_pauses_nothing_for_a_low_estimate_without_strain(self) -> None:
        assert run(Budget(), 3 * VOICE, False, 10, 5) == [2] * 50

    def test_brings_pictures_back_one_by_one_by_itself(self) -> None:
        budget = Budget()
        run(budget, 0, True, 10, 1)
        shown = run(budget, None, False, 11, 6)
        assert shown[0] == 0
        assert shown[-1] == 2
        assert shown == sorted(shown)

    def test_waits_longer_after_each_trial_that_failed(self) -> None:
        budget, at, waits = Budget(), 10.0, []
        for _ in range(8):
            run(budget, 0, True, at, 1)
            at += 1
            waits.append(seconds_until(budget, 1, at))
            at += waits[-1]
        assert waits == sorted(waits)
        assert waits[0] <= FIRST_WAIT < LONGEST_WAIT - 1 <= waits[-1] <= LONGEST_WAIT

    @given(st.lists(st.tuples(st.none() | st.floats(0, 2e6), st.integers(0, 6), st.booleans()), max_size=60))
    def test_never_shows_more_than_there_are(self, moments: list[tuple[float | None, int, bool]]) -> None:
        budget = Budget()
        for tick, (limit, wanted, strained) in enumerate(moments):
            assert 0 <= budget.pictures(limit, 6, wanted, strained, tick / 10) <= wanted


class TestShare:
    def test_is_what_the_voices_leave_and_never_too_little_for_a_picture(self) -> None:
        assert share(needed(2, 2) + 60_000, 2, 2) == PICTURE + 30_000 + VOICE
        assert share(0, 2, 2) == PICTURE + VOICE
