"""Policies' bounds and defaults."""

from datetime import date, timedelta

import pytest

from backend.policies.errors import PolicyInPast, PolicyNotPossible
from backend.policies.rules import VisitRhythm, check, check_start, read

TODAY = date(2026, 3, 10)


class TestVisitRhythm:
    def test_is_stricter_than_monthly_for_key_people_by_default(self) -> None:
        rhythm = VisitRhythm()
        assert rhythm.high < rhythm.medium < rhythm.routine <= 30
        assert rhythm.unclassified == rhythm.high

    @pytest.mark.parametrize("days", [0, -1, 32])
    def test_refuses_what_no_month_holds(self, days: int) -> None:
        with pytest.raises(PolicyNotPossible):
            check(VisitRhythm(routine=days))

    @pytest.mark.parametrize("days", [1, 31])
    def test_takes_what_a_month_holds(self, days: int) -> None:
        check(VisitRhythm(routine=days))


class TestRead:
    def test_fills_in_what_was_not_set(self) -> None:
        assert read(VisitRhythm, '{"high": 3}') == VisitRhythm(high=3)

    def test_gives_the_default_of_nothing(self) -> None:
        assert read(VisitRhythm, None) == VisitRhythm()


class TestStart:
    def test_today_is_early_enough(self) -> None:
        check_start(TODAY, TODAY)

    def test_yesterday_is_past(self) -> None:
        with pytest.raises(PolicyInPast):
            check_start(TODAY - timedelta(days=1), TODAY)
