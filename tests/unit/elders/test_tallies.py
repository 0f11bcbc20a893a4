"""A village's numbers: how changes come over days, what a period takes of two of them, and what sums to what."""

from datetime import date

from backend.elders.rules import LeaveReason, PriorityTier
from backend.elders.tallies import CELLS, NOBODY, in_period, laid_over, read, tally, total


class TestLaidOver:
    ONE, TWO = tally([("high", "on_register", 1)]), tally([("high", "on_register", 2)])
    MONDAY, TUESDAY, FRIDAY = (date(2026, 3, day) for day in (9, 10, 13))

    def test_counts_a_change_from_its_day_on(self) -> None:
        found = laid_over(NOBODY, {self.MONDAY: self.ONE, self.FRIDAY: NOBODY}, {self.TUESDAY: self.ONE})
        assert found == {self.MONDAY: self.ONE, self.TUESDAY: self.TWO, self.FRIDAY: self.ONE}

    def test_starts_from_the_evening_before(self) -> None:
        assert laid_over(self.ONE, {}, {self.MONDAY: self.ONE}) == {self.MONDAY: self.TWO}
        assert laid_over(self.ONE, {self.MONDAY: self.TWO}, {self.MONDAY: [-each for each in self.ONE]}) == {}


class TestInPeriod:
    def test_tells_who_is_there_and_who_left_meanwhile(self) -> None:
        before = tally([("high", "on_register", 5), ("high", "died", 2)])
        now = tally([("high", "on_register", 4), ("high", "died", 3), ("medium", "merged", 1)])
        found = tally([("high", "on_register", 4), ("high", "died", 1), ("medium", "merged", 1)])
        assert in_period(before, now) == found


class TestTotal:
    def test_is_of_none_one_or_many(self) -> None:
        one = tally([("high", "died", 2)])
        assert total([]) == NOBODY
        assert total([one]) == one
        assert total([one, one, one]) == tally([("high", "died", 6)])

    def test_leaves_its_parts_as_they_were(self) -> None:
        one, two = tally([("high", "died", 2)]), tally([("routine", "died", 1)])
        total([one, two])
        assert (one[CELLS["high", "died"]], sum(one), sum(two)) == (2, 2, 1)
        assert [0] * len(PriorityTier) * (1 + len(LeaveReason)) == NOBODY


def test_is_kept_as_json() -> None:
    assert read("[1,0,2]") == [1, 0, 2]
