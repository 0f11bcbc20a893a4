"""Who is a left-behind older adult (R001-R003): every criterion, every reason, and what a missing fact may not do."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from backend.elders.eligibility import (
    Answer,
    Criterion,
    CriterionAnswer,
    Eligibility,
    EligibilityFacts,
    EligibilityReason,
    Supporter,
    Verdict,
    Whereabouts,
    judge,
    months_later,
)
from backend.policies.rules import AwayFrom, EligibilityPolicy

TODAY = date(2026, 3, 10)
HALF_A_YEAR_AGO = date(2025, 9, 10)
POLICY = EligibilityPolicy()
AWAY = Supporter(whereabouts=Whereabouts.ELSEWHERE, since=date(2020, 1, 1), for_work=True, able=True)
BESIDE = Supporter(whereabouts=Whereabouts.VILLAGE, since=date(1980, 1, 1), for_work=False, able=True)
LEFT_BEHIND = EligibilityFacts(
    born_on=date(1950, 1, 1), registered_here=True, lives_in_countryside=True, supporters=(AWAY,)
)


def answer_to(criterion: Criterion, found: Eligibility) -> tuple[Answer, EligibilityReason]:
    [answer] = [each for each in found.answers if each.criterion is criterion]
    return answer.answer, answer.reason


def with_supporters(*supporters: Supporter) -> EligibilityFacts:
    return replace(LEFT_BEHIND, supporters=supporters)


class TestJudge:
    def test_admits_with_every_criterion_s_reason(self) -> None:
        assert judge(LEFT_BEHIND, POLICY, TODAY) == Eligibility(
            verdict=Verdict.ADMITTED,
            answers=(
                CriterionAnswer(Criterion.AGE, Answer.MET, EligibilityReason.OLD_ENOUGH),
                CriterionAnswer(Criterion.REGISTERED, Answer.MET, EligibilityReason.REGISTERED_HERE),
                CriterionAnswer(Criterion.COUNTRYSIDE, Answer.MET, EligibilityReason.LIVES_IN_COUNTRYSIDE),
                CriterionAnswer(Criterion.SUPPORTER_AWAY, Answer.MET, EligibilityReason.AWAY_LONG_ENOUGH),
                CriterionAnswer(Criterion.NO_ABLE_SUPPORTER_BESIDE, Answer.MET, EligibilityReason.NOBODY_BESIDE),
            ),
            policy=POLICY,
            day=TODAY,
        )

    def test_keeps_the_policy_that_was_asked(self) -> None:
        stricter = EligibilityPolicy(away_from=AwayFrom.CITY, minimum_age=65)
        assert judge(LEFT_BEHIND, stricter, TODAY).policy == stricter

    @pytest.mark.parametrize(
        ("facts", "criterion", "reason"),
        [
            (replace(LEFT_BEHIND, born_on=date(1966, 3, 11)), Criterion.AGE, EligibilityReason.TOO_YOUNG),
            (
                replace(LEFT_BEHIND, registered_here=False),
                Criterion.REGISTERED,
                EligibilityReason.REGISTERED_ELSEWHERE,
            ),
            (
                replace(LEFT_BEHIND, lives_in_countryside=False),
                Criterion.COUNTRYSIDE,
                EligibilityReason.LIVES_ELSEWHERE,
            ),
            (with_supporters(), Criterion.SUPPORTER_AWAY, EligibilityReason.HAS_NO_SUPPORTER),
            (with_supporters(AWAY, BESIDE), Criterion.NO_ABLE_SUPPORTER_BESIDE, EligibilityReason.ABLE_BESIDE),
        ],
    )
    def test_one_criterion_not_met_rejects(
        self, facts: EligibilityFacts, criterion: Criterion, reason: EligibilityReason
    ) -> None:
        found = judge(facts, POLICY, TODAY)
        assert found.verdict is Verdict.REJECTED
        assert answer_to(criterion, found) == (Answer.NOT_MET, reason)
        assert sum(each.answer is not Answer.MET for each in found.answers) == 1

    @pytest.mark.parametrize(
        ("facts", "criterion", "reason"),
        [
            (replace(LEFT_BEHIND, born_on=None), Criterion.AGE, EligibilityReason.BIRTHDAY_UNKNOWN),
            (replace(LEFT_BEHIND, registered_here=None), Criterion.REGISTERED, EligibilityReason.REGISTRATION_UNKNOWN),
            (
                replace(LEFT_BEHIND, lives_in_countryside=None),
                Criterion.COUNTRYSIDE,
                EligibilityReason.DWELLING_UNKNOWN,
            ),
            (replace(LEFT_BEHIND, supporters=None), Criterion.SUPPORTER_AWAY, EligibilityReason.SUPPORTERS_NOT_ASKED),
            (
                replace(LEFT_BEHIND, supporters=None),
                Criterion.NO_ABLE_SUPPORTER_BESIDE,
                EligibilityReason.SUPPORTERS_NOT_ASKED,
            ),
            (
                with_supporters(replace(AWAY, since=None)),
                Criterion.SUPPORTER_AWAY,
                EligibilityReason.ABSENCE_UNKNOWN,
            ),
            (
                with_supporters(replace(AWAY, for_work=None)),
                Criterion.SUPPORTER_AWAY,
                EligibilityReason.ABSENCE_UNKNOWN,
            ),
            (
                with_supporters(replace(AWAY, whereabouts=None)),
                Criterion.NO_ABLE_SUPPORTER_BESIDE,
                EligibilityReason.BESIDE_UNKNOWN,
            ),
            (
                with_supporters(AWAY, replace(BESIDE, able=None)),
                Criterion.NO_ABLE_SUPPORTER_BESIDE,
                EligibilityReason.BESIDE_UNKNOWN,
            ),
        ],
    )
    def test_one_missing_fact_leaves_it_open(
        self, facts: EligibilityFacts, criterion: Criterion, reason: EligibilityReason
    ) -> None:
        found = judge(facts, POLICY, TODAY)
        assert found.verdict is Verdict.OPEN
        assert answer_to(criterion, found) == (Answer.UNKNOWN, reason)

    def test_a_criterion_known_not_to_be_met_rejects_whatever_is_missing(self) -> None:
        facts = EligibilityFacts(born_on=None, registered_here=None, lives_in_countryside=False, supporters=None)
        assert judge(facts, POLICY, TODAY).verdict is Verdict.REJECTED


class TestAge:
    @pytest.mark.parametrize(
        ("born_on", "minimum", "answer"),
        [
            (date(1966, 3, 10), 60, Answer.MET),
            (date(1966, 3, 11), 60, Answer.NOT_MET),
            (date(1961, 3, 10), 65, Answer.MET),
            (date(1961, 3, 11), 65, Answer.NOT_MET),
        ],
    )
    def test_counts_from_the_birthday(self, born_on: date, minimum: int, answer: Answer) -> None:
        found = judge(replace(LEFT_BEHIND, born_on=born_on), EligibilityPolicy(minimum_age=minimum), TODAY)
        assert answer_to(Criterion.AGE, found)[0] is answer


class TestSupporterAway:
    @pytest.mark.parametrize(
        ("away_from", "within"),
        [
            (AwayFrom.COUNTY, {Whereabouts.VILLAGE, Whereabouts.TOWNSHIP, Whereabouts.COUNTY}),
            (AwayFrom.CITY, {Whereabouts.VILLAGE, Whereabouts.TOWNSHIP, Whereabouts.COUNTY, Whereabouts.CITY}),
            (AwayFrom.PROVINCE, set(Whereabouts) - {Whereabouts.ELSEWHERE}),
        ],
    )
    @pytest.mark.parametrize("whereabouts", Whereabouts)
    def test_means_outside_the_policy_s_area(
        self, away_from: AwayFrom, within: set[Whereabouts], whereabouts: Whereabouts
    ) -> None:
        facts = with_supporters(replace(AWAY, whereabouts=whereabouts))
        found = judge(facts, EligibilityPolicy(away_from=away_from), TODAY)
        inside = whereabouts in within
        assert found.verdict is (Verdict.REJECTED if inside else Verdict.ADMITTED)
        reason = EligibilityReason.NOT_AWAY if inside else EligibilityReason.AWAY_LONG_ENOUGH
        assert answer_to(Criterion.SUPPORTER_AWAY, found)[1] is reason

    @pytest.mark.parametrize(
        ("since", "months", "reason"),
        [
            (HALF_A_YEAR_AGO, 6, EligibilityReason.AWAY_LONG_ENOUGH),
            (HALF_A_YEAR_AGO + timedelta(days=1), 6, EligibilityReason.AWAY_TOO_SHORT),
            (HALF_A_YEAR_AGO, 7, EligibilityReason.AWAY_TOO_SHORT),
            (date(2025, 3, 10), 12, EligibilityReason.AWAY_LONG_ENOUGH),
            (date(2025, 3, 11), 12, EligibilityReason.AWAY_TOO_SHORT),
            (date(9999, 12, 31), 6, EligibilityReason.AWAY_TOO_SHORT),
        ],
    )
    def test_must_have_lasted_the_months(self, since: date, months: int, reason: EligibilityReason) -> None:
        found = judge(with_supporters(replace(AWAY, since=since)), EligibilityPolicy(months_away=months), TODAY)
        assert answer_to(Criterion.SUPPORTER_AWAY, found)[1] is reason

    def test_must_be_for_work(self) -> None:
        found = judge(with_supporters(replace(AWAY, for_work=False)), POLICY, TODAY)
        assert answer_to(Criterion.SUPPORTER_AWAY, found) == (Answer.NOT_MET, EligibilityReason.AWAY_NOT_FOR_WORK)
        assert answer_to(Criterion.NO_ABLE_SUPPORTER_BESIDE, found)[0] is Answer.MET

    def test_one_suffices_unless_the_policy_asks_for_everyone(self) -> None:
        unable_at_home = replace(BESIDE, able=False)
        for supporters in ((AWAY, unable_at_home), (unable_at_home, AWAY)):
            some = judge(with_supporters(*supporters), POLICY, TODAY)
            assert some.verdict is Verdict.ADMITTED
            everyone = judge(with_supporters(*supporters), EligibilityPolicy(everyone_away=True), TODAY)
            assert answer_to(Criterion.SUPPORTER_AWAY, everyone) == (Answer.NOT_MET, EligibilityReason.NOT_AWAY)

    def test_everyone_away_is_everyone(self) -> None:
        facts = with_supporters(AWAY, replace(AWAY, whereabouts=Whereabouts.CITY))
        assert judge(facts, EligibilityPolicy(everyone_away=True), TODAY).verdict is Verdict.ADMITTED

    @pytest.mark.parametrize(
        ("everyone_away", "answer"), [(False, Answer.MET), (True, Answer.UNKNOWN)], ids=["some", "everyone"]
    )
    def test_with_one_of_unknown_absence(self, everyone_away: bool, answer: Answer) -> None:
        facts = with_supporters(AWAY, replace(AWAY, since=None))
        found = judge(facts, EligibilityPolicy(everyone_away=everyone_away), TODAY)
        assert answer_to(Criterion.SUPPORTER_AWAY, found)[0] is answer

    def test_the_reason_is_of_the_one_nearest_to_being_away(self) -> None:
        too_short = replace(AWAY, since=TODAY)
        for supporters in ((BESIDE, too_short), (too_short, BESIDE)):
            found = judge(with_supporters(*supporters), POLICY, TODAY)
            assert answer_to(Criterion.SUPPORTER_AWAY, found)[1] is EligibilityReason.AWAY_TOO_SHORT


class TestReturn:
    @pytest.mark.parametrize(
        ("returned_on", "for_good", "verdict"),
        [
            (HALF_A_YEAR_AGO + timedelta(days=1), False, Verdict.ADMITTED),
            (HALF_A_YEAR_AGO, False, Verdict.REJECTED),
            (TODAY, True, Verdict.REJECTED),
            (TODAY + timedelta(days=1), True, Verdict.ADMITTED),
            (TODAY, None, Verdict.OPEN),
            (HALF_A_YEAR_AGO, None, Verdict.REJECTED),
        ],
    )
    def test_ends_the_absence_for_good_at_once_and_for_a_time_only_when_as_long(
        self, returned_on: date, for_good: bool | None, verdict: Verdict
    ) -> None:
        child = replace(AWAY, returned_on=returned_on, for_good=for_good)
        assert judge(with_supporters(child), POLICY, TODAY).verdict is verdict

    def test_for_good_is_told_as_such(self) -> None:
        found = judge(with_supporters(replace(AWAY, returned_on=TODAY, for_good=True)), POLICY, TODAY)
        assert answer_to(Criterion.SUPPORTER_AWAY, found) == (Answer.NOT_MET, EligibilityReason.RETURNED)
        assert answer_to(Criterion.NO_ABLE_SUPPORTER_BESIDE, found) == (Answer.NOT_MET, EligibilityReason.ABLE_BESIDE)

    def test_of_one_who_cannot_support_leaves_the_elder_left_behind_by_the_other(self) -> None:
        ill = replace(AWAY, able=False, returned_on=TODAY, for_good=True)
        found = judge(with_supporters(AWAY, ill), POLICY, TODAY)
        assert found.verdict is Verdict.ADMITTED
        assert answer_to(Criterion.NO_ABLE_SUPPORTER_BESIDE, found)[1] is EligibilityReason.NOBODY_BESIDE


class TestNobodyBeside:
    @pytest.mark.parametrize(
        ("supporters", "answer", "reason"),
        [
            ((), Answer.MET, EligibilityReason.HAS_NO_SUPPORTER),
            ((AWAY,), Answer.MET, EligibilityReason.NOBODY_BESIDE),
            ((replace(BESIDE, able=False),), Answer.MET, EligibilityReason.BESIDE_BUT_UNABLE),
            ((BESIDE,), Answer.NOT_MET, EligibilityReason.ABLE_BESIDE),
            ((BESIDE, replace(BESIDE, able=None)), Answer.NOT_MET, EligibilityReason.ABLE_BESIDE),
            ((replace(BESIDE, whereabouts=None, able=False),), Answer.MET, EligibilityReason.BESIDE_BUT_UNABLE),
            ((replace(AWAY, since=TODAY),), Answer.MET, EligibilityReason.NOBODY_BESIDE),
            ((replace(AWAY, able=None),), Answer.MET, EligibilityReason.NOBODY_BESIDE),
        ],
    )
    def test_every_row(self, supporters: tuple[Supporter, ...], answer: Answer, reason: EligibilityReason) -> None:
        found = judge(with_supporters(*supporters), POLICY, TODAY)
        assert answer_to(Criterion.NO_ABLE_SUPPORTER_BESIDE, found) == (answer, reason)


class TestMonthsLater:
    @pytest.mark.parametrize(
        ("day", "months", "later"),
        [
            (date(2025, 9, 10), 6, date(2026, 3, 10)),
            (date(2025, 8, 31), 6, date(2026, 2, 28)),
            (date(2023, 8, 31), 6, date(2024, 2, 29)),
            (date(2025, 6, 30), 6, date(2025, 12, 30)),
            (date(2025, 12, 31), 24, date(2027, 12, 31)),
        ],
    )
    def test_keeps_the_day_or_takes_the_month_s_last(self, day: date, months: int, later: date) -> None:
        assert months_later(day, months) == later
