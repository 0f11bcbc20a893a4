"""Policies' bounds and defaults."""

from datetime import date, timedelta

import pytest

from backend.policies.errors import PolicyInPast, PolicyNotPossible
from backend.policies.rules import AwayFrom, EligibilityPolicy, RiskStandard, VisitRhythm, check, check_start, read

TODAY = date(2026, 3, 10)


class TestVisitRhythm:
    def test_is_stricter_than_monthly_for_key_people_by_default(self) -> None:
        rhythm = VisitRhythm()
        assert rhythm.high < rhythm.medium < rhythm.routine <= 30
        assert rhythm.unclassified == rhythm.medium

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


class TestEligibilityPolicy:
    def test_is_the_main_plan_s_by_default(self) -> None:
        assert EligibilityPolicy() == EligibilityPolicy(
            away_from=AwayFrom.COUNTY, months_away=6, minimum_age=60, everyone_away=False
        )

    @pytest.mark.parametrize(
        "value",
        [
            EligibilityPolicy(months_away=5),
            EligibilityPolicy(months_away=25),
            EligibilityPolicy(minimum_age=59),
            EligibilityPolicy(minimum_age=81),
        ],
    )
    def test_refuses_what_no_document_could_mean(self, value: EligibilityPolicy) -> None:
        with pytest.raises(PolicyNotPossible):
            check(value)

    @pytest.mark.parametrize(
        "value",
        [
            EligibilityPolicy(months_away=6, minimum_age=60),
            EligibilityPolicy(away_from=AwayFrom.PROVINCE, months_away=24, minimum_age=80, everyone_away=True),
        ],
    )
    def test_takes_its_bounds(self, value: EligibilityPolicy) -> None:
        check(value)

    def test_is_read_as_it_was_stored(self) -> None:
        assert read(EligibilityPolicy, '{"away_from": "city", "minimum_age": 65}') == EligibilityPolicy(
            away_from=AwayFrom.CITY, minimum_age=65
        )


class TestRiskStandard:
    @pytest.mark.parametrize(
        "value",
        [
            RiskStandard(lives_alone=-1),
            RiskStandard(lives_alone=11),
            RiskStandard(medium_from=0),
            RiskStandard(medium_from=6),
            RiskStandard(high_from=5),
            RiskStandard(answer_hours=0),
            RiskStandard(answer_hours=169),
        ],
    )
    def test_keeps_medium_below_high_and_an_answer_within_a_week(self, value: RiskStandard) -> None:
        with pytest.raises(PolicyNotPossible):
            check(value)

    @pytest.mark.parametrize(
        "value",
        [
            RiskStandard(lives_alone=0, medium_from=1, high_from=6, answer_hours=1),
            RiskStandard(lives_alone=10, medium_from=5, high_from=30, answer_hours=168),
        ],
    )
    def test_takes_its_bounds(self, value: RiskStandard) -> None:
        check(value)
