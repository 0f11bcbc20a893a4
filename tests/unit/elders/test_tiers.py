"""The tier rule of R026-R028: every row, and every input there is."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backend.elders.ability import LEVELS
from backend.elders.rules import AbilityLevel, PriorityTier, age_on
from backend.elders.tiers import (
    REASONS_OF_TIER,
    Classification,
    DisabilityGrade,
    MissingFact,
    Mobility,
    TierChange,
    TierFacts,
    TierReason,
    born_for_eighty,
    change,
    classify,
    counts_at_least,
    due_for_assessment,
    eightieth_birthday,
)

TODAY = date(2026, 3, 10)
EIGHTY_TODAY = date(1946, 3, 10)
EIGHTY_TOMORROW = date(1946, 3, 11)
HEALTHY = TierFacts(
    born_on=date(1956, 3, 10),
    ability=AbilityLevel.INTACT,
    mobility=Mobility.FREE,
    disability=DisabilityGrade.NONE,
    dementia=False,
)
NOT_ASSESSED = replace(HEALTHY, ability=AbilityLevel.UNKNOWN)

# Each from the mildest to the gravest, without what stands for "not known".
BIRTHDAYS = (date(1966, 3, 10), EIGHTY_TOMORROW, EIGHTY_TODAY, date(1901, 1, 1))
MOBILITIES = (Mobility.FREE, Mobility.DIFFICULT, Mobility.BEDRIDDEN)
GRADES = (
    DisabilityGrade.NONE,
    DisabilityGrade.FOUR,
    DisabilityGrade.THREE,
    DisabilityGrade.TWO,
    DisabilityGrade.ONE,
)
KNOWN: dict[str, tuple[object, ...]] = {
    "born_on": BIRTHDAYS,
    "ability": LEVELS,
    "mobility": MOBILITIES,
    "disability": GRADES,
    "dementia": (False, True),
}
NOT_KNOWN: dict[str, object] = {
    "born_on": None,
    "ability": AbilityLevel.UNKNOWN,
    "mobility": Mobility.UNKNOWN,
    "disability": DisabilityGrade.UNKNOWN,
    "dementia": None,
}
# Unclassified may turn out high, so it stands above routine.
GRAVITY = [PriorityTier.ROUTINE, PriorityTier.UNCLASSIFIED, PriorityTier.MEDIUM, PriorityTier.HIGH]


def every_input() -> Iterator[TierFacts]:
    for born_on, ability, mobility, disability, dementia in product(
        (None, *BIRTHDAYS), AbilityLevel, Mobility, DisabilityGrade, (None, False, True)
    ):
        yield TierFacts(born_on=born_on, ability=ability, mobility=mobility, disability=disability, dementia=dementia)


def with_fact(facts: TierFacts, name: str, value: object) -> TierFacts:
    return replace(facts, **{name: value})


def is_known(facts: TierFacts, name: str) -> bool:
    return bool(getattr(facts, name) != NOT_KNOWN[name])


def tier_by_the_plan(facts: TierFacts) -> PriorityTier:
    """R026-R028 once more, as a reader would go through the paragraph."""
    a, m = facts.ability, facts.mobility
    assessed = a is not AbilityLevel.UNKNOWN
    if facts.born_on and facts.born_on <= EIGHTY_TODAY:
        return PriorityTier.HIGH
    if facts.disability.value in ("one", "two") or facts.dementia is True:
        return PriorityTier.HIGH
    if a.value in ("severe", "complete") or (not assessed and m is Mobility.BEDRIDDEN):
        return PriorityTier.HIGH
    if a.value == "moderate" or (not assessed and m is Mobility.DIFFICULT):
        return PriorityTier.MEDIUM
    if facts.born_on is None or facts.dementia is None or facts.disability is DisabilityGrade.UNKNOWN:
        return PriorityTier.UNCLASSIFIED
    if a.value in ("mild", "intact") or m is Mobility.FREE:
        return PriorityTier.ROUTINE
    return PriorityTier.UNCLASSIFIED


class TestClassify:
    @pytest.mark.parametrize(
        ("facts", "tier", "reason"),
        [
            (replace(HEALTHY, born_on=EIGHTY_TODAY), PriorityTier.HIGH, TierReason.AGED_80),
            (replace(HEALTHY, disability=DisabilityGrade.ONE), PriorityTier.HIGH, TierReason.DISABILITY_ONE_OR_TWO),
            (replace(HEALTHY, disability=DisabilityGrade.TWO), PriorityTier.HIGH, TierReason.DISABILITY_ONE_OR_TWO),
            (replace(HEALTHY, ability=AbilityLevel.COMPLETE), PriorityTier.HIGH, TierReason.ABILITY_COMPLETE),
            (replace(HEALTHY, ability=AbilityLevel.SEVERE), PriorityTier.HIGH, TierReason.ABILITY_SEVERE),
            (replace(NOT_ASSESSED, mobility=Mobility.BEDRIDDEN), PriorityTier.HIGH, TierReason.BEDRIDDEN),
            (replace(HEALTHY, dementia=True), PriorityTier.HIGH, TierReason.DEMENTIA),
            (replace(HEALTHY, ability=AbilityLevel.MODERATE), PriorityTier.MEDIUM, TierReason.ABILITY_MODERATE),
            (replace(NOT_ASSESSED, mobility=Mobility.DIFFICULT), PriorityTier.MEDIUM, TierReason.MOVES_WITH_DIFFICULTY),
            (replace(HEALTHY, ability=AbilityLevel.MILD), PriorityTier.ROUTINE, TierReason.ABILITY_MILD),
            (HEALTHY, PriorityTier.ROUTINE, TierReason.ABILITY_INTACT),
            (NOT_ASSESSED, PriorityTier.ROUTINE, TierReason.HEALTHY),
        ],
    )
    def test_every_row_by_itself(self, facts: TierFacts, tier: PriorityTier, reason: TierReason) -> None:
        assert classify(facts, TODAY) == Classification(tier, frozenset({reason}), frozenset())

    @pytest.mark.parametrize(
        ("facts", "missing"),
        [
            (replace(HEALTHY, born_on=None), MissingFact.BIRTHDAY),
            (replace(HEALTHY, disability=DisabilityGrade.UNKNOWN), MissingFact.DISABILITY),
            (replace(HEALTHY, dementia=None), MissingFact.DEMENTIA),
            (replace(NOT_ASSESSED, mobility=Mobility.UNKNOWN), MissingFact.ABILITY_OR_MOBILITY),
        ],
    )
    def test_one_missing_fact_leaves_the_healthy_unclassified(self, facts: TierFacts, missing: MissingFact) -> None:
        assert classify(facts, TODAY) == Classification(PriorityTier.UNCLASSIFIED, frozenset(), frozenset({missing}))

    def test_a_missing_fact_is_still_named_to_one_at_least_medium(self) -> None:
        found = classify(replace(HEALTHY, ability=AbilityLevel.MODERATE, dementia=None), TODAY)
        assert found.tier is PriorityTier.MEDIUM
        assert found.missing == {MissingFact.DEMENTIA}

    def test_one_day_before_eighty_age_does_not_count(self) -> None:
        assert classify(replace(HEALTHY, born_on=EIGHTY_TOMORROW), TODAY).tier is PriorityTier.ROUTINE
        assert classify(replace(HEALTHY, born_on=EIGHTY_TOMORROW), TODAY + timedelta(days=1)).tier is PriorityTier.HIGH

    @pytest.mark.parametrize("grade", [DisabilityGrade.THREE, DisabilityGrade.FOUR])
    def test_grades_three_and_four_answer_as_none_does(self, grade: DisabilityGrade) -> None:
        for facts in every_input():
            without = replace(facts, disability=DisabilityGrade.NONE)
            assert classify(replace(facts, disability=grade), TODAY) == classify(without, TODAY)

    @pytest.mark.parametrize("mobility", Mobility)
    def test_what_the_village_sees_does_not_count_once_assessed(self, mobility: Mobility) -> None:
        assert classify(replace(HEALTHY, mobility=mobility), TODAY) == classify(HEALTHY, TODAY)

    def test_all_reasons_of_the_tier_are_told_and_no_milder_ones(self) -> None:
        facts = replace(HEALTHY, born_on=EIGHTY_TODAY, disability=DisabilityGrade.ONE, dementia=True)
        assert classify(facts, TODAY).reasons == {
            TierReason.AGED_80,
            TierReason.DISABILITY_ONE_OR_TWO,
            TierReason.DEMENTIA,
        }

    def test_every_reason_belongs_to_one_tier(self) -> None:
        listed = [reason for reasons in REASONS_OF_TIER.values() for reason in reasons]
        assert sorted(listed) == sorted(TierReason)


class TestOverAllInputs:
    def test_the_tier_is_the_plan_s(self) -> None:
        for facts in every_input():
            assert classify(facts, TODAY).tier is tier_by_the_plan(facts), facts

    @given(
        st.dates(date(1880, 1, 1), date(1990, 1, 1)),
        st.dates(date(2020, 1, 1), date(2060, 12, 31)),
        st.sampled_from(list(every_input())),
    )
    def test_age_counts_from_eighty_on_whatever_the_day(self, born_on: date, day: date, facts: TierFacts) -> None:
        old = age_on(day, born_on) >= 80
        found = classify(replace(facts, born_on=born_on), day)
        assert (TierReason.AGED_80 in found.reasons) is old
        assert found.tier is PriorityTier.HIGH or not old

    def test_reasons_are_the_tier_s_own_and_none_only_of_the_unclassified(self) -> None:
        for facts in every_input():
            found = classify(facts, TODAY)
            assert found.reasons <= REASONS_OF_TIER.get(found.tier, frozenset()), facts
            assert bool(found.reasons) is (found.tier is not PriorityTier.UNCLASSIFIED), facts
            assert found.missing or found.tier is not PriorityTier.UNCLASSIFIED, facts

    def test_routine_needs_every_fact(self) -> None:
        for facts in every_input():
            if classify(facts, TODAY).tier is PriorityTier.ROUTINE:
                assert all(is_known(facts, name) for name in ("born_on", "disability", "dementia")), facts
                assert is_known(facts, "ability") or is_known(facts, "mobility"), facts

    @pytest.mark.parametrize("name", KNOWN)
    def test_a_graver_fact_is_never_milder(self, name: str) -> None:
        for facts in every_input():
            if is_known(facts, name):
                values = KNOWN[name]
                graver = values[values.index(getattr(facts, name)) + 1 :]
                now = GRAVITY.index(classify(facts, TODAY).tier)
                for value in graver:
                    assert GRAVITY.index(classify(with_fact(facts, name, value), TODAY).tier) >= now, (facts, value)

    @pytest.mark.parametrize("name", sorted(set(KNOWN) - {"ability"}))
    def test_a_fact_that_comes_to_be_known_takes_back_no_high_and_no_medium(self, name: str) -> None:
        for facts in every_input():
            before = classify(facts, TODAY).tier
            if not is_known(facts, name) and before in (PriorityTier.HIGH, PriorityTier.MEDIUM):
                for value in KNOWN[name]:
                    after = classify(with_fact(facts, name, value), TODAY).tier
                    assert after in (PriorityTier.HIGH, before), (facts, value)

    @pytest.mark.parametrize(
        ("name", "missing"),
        [
            ("born_on", MissingFact.BIRTHDAY),
            ("disability", MissingFact.DISABILITY),
            ("dementia", MissingFact.DEMENTIA),
            ("mobility", MissingFact.ABILITY_OR_MOBILITY),
        ],
    )
    def test_what_is_called_missing_and_nothing_else_can_still_change_the_tier(
        self, name: str, missing: MissingFact
    ) -> None:
        for facts in every_input():
            if not is_known(facts, name):
                now = classify(facts, TODAY)
                then = {classify(with_fact(facts, name, value), TODAY).tier for value in KNOWN[name]}
                assert (then != {now.tier}) is (missing in now.missing), facts


class TestEightiethBirthday:
    @pytest.mark.parametrize(
        ("born_on", "day"),
        [
            (date(1946, 3, 10), date(2026, 3, 10)),
            (date(1948, 2, 29), date(2028, 2, 29)),
            (date(2020, 2, 29), date(2100, 3, 1)),
        ],
    )
    def test_is_the_day(self, born_on: date, day: date) -> None:
        assert eightieth_birthday(born_on) == day

    @given(st.dates(date(1900, 1, 1), date(2050, 12, 31)))
    def test_is_the_first_day_of_the_high_tier(self, born_on: date) -> None:
        facts, day = replace(HEALTHY, born_on=born_on), eightieth_birthday(born_on)
        assert classify(facts, day).tier is PriorityTier.HIGH
        assert classify(facts, day - timedelta(days=1)).tier is PriorityTier.ROUTINE


class TestBornForEighty:
    @given(st.dates(date(1975, 1, 1), date(2130, 12, 31)))
    def test_is_the_last_birthday_of_those_who_are_eighty(self, day: date) -> None:
        born_on = born_for_eighty(day)
        assert age_on(day, born_on) == 80
        assert age_on(day, born_on + timedelta(days=1)) == 79

    @pytest.mark.parametrize("day", [date(1980, 2, 29), date(2028, 2, 29), date(2100, 2, 28), date(2100, 3, 1)])
    def test_knows_leap_days(self, day: date) -> None:
        assert [age_on(day, born_for_eighty(day) + timedelta(days=more)) for more in (0, 1)] == [80, 79]


class TestCountsAtLeast:
    @pytest.mark.parametrize(
        ("facts", "moderate", "severe"),
        [
            (HEALTHY, False, False),
            (replace(HEALTHY, ability=AbilityLevel.MILD), False, False),
            (replace(HEALTHY, ability=AbilityLevel.MODERATE), True, False),
            (replace(HEALTHY, ability=AbilityLevel.SEVERE), True, True),
            (replace(HEALTHY, ability=AbilityLevel.COMPLETE), True, True),
            (replace(HEALTHY, dementia=True), True, True),
            (NOT_ASSESSED, False, False),
            (replace(NOT_ASSESSED, mobility=Mobility.DIFFICULT), True, False),
            (replace(NOT_ASSESSED, mobility=Mobility.BEDRIDDEN), True, True),
            (replace(NOT_ASSESSED, mobility=Mobility.UNKNOWN), None, None),
            (replace(NOT_ASSESSED, mobility=Mobility.UNKNOWN, dementia=True), True, True),
            (replace(HEALTHY, dementia=None), None, None),
            (replace(HEALTHY, ability=AbilityLevel.MODERATE, dementia=None), True, None),
        ],
    )
    def test_reads_the_plan_s_equations(self, facts: TierFacts, moderate: bool | None, severe: bool | None) -> None:
        assert counts_at_least(facts, AbilityLevel.MODERATE) is moderate
        assert counts_at_least(facts, AbilityLevel.SEVERE) is severe


class TestDueForAssessment:
    @pytest.mark.parametrize("mobility", Mobility)
    def test_who_was_never_assessed(self, mobility: Mobility) -> None:
        assert due_for_assessment(replace(NOT_ASSESSED, mobility=mobility))

    @pytest.mark.parametrize(
        ("ability", "mobility", "due"),
        [
            (AbilityLevel.MILD, Mobility.DIFFICULT, True),
            (AbilityLevel.MODERATE, Mobility.DIFFICULT, False),
            (AbilityLevel.MODERATE, Mobility.BEDRIDDEN, True),
            (AbilityLevel.SEVERE, Mobility.BEDRIDDEN, False),
            (AbilityLevel.COMPLETE, Mobility.FREE, False),
            (AbilityLevel.INTACT, Mobility.UNKNOWN, False),
        ],
    )
    def test_whose_assessment_is_milder_than_what_is_seen(
        self, ability: AbilityLevel, mobility: Mobility, due: bool
    ) -> None:
        assert due_for_assessment(replace(HEALTHY, ability=ability, mobility=mobility)) is due


class TestChange:
    def test_of_the_first_classification_gains_all(self) -> None:
        found = classify(replace(HEALTHY, ability=AbilityLevel.MODERATE, dementia=None), TODAY)
        assert change(None, found) == TierChange(
            before=None,
            after=PriorityTier.MEDIUM,
            gained=frozenset({TierReason.ABILITY_MODERATE}),
            lost=frozenset(),
            newly_missing=frozenset({MissingFact.DEMENTIA}),
            newly_known=frozenset(),
        )

    def test_tells_reasons_come_and_gone_within_one_tier(self) -> None:
        disabled = replace(HEALTHY, disability=DisabilityGrade.ONE)
        before = classify(replace(disabled, ability=AbilityLevel.SEVERE), TODAY)
        after = classify(replace(disabled, born_on=EIGHTY_TODAY), TODAY)
        assert change(before, after) == TierChange(
            before=PriorityTier.HIGH,
            after=PriorityTier.HIGH,
            gained=frozenset({TierReason.AGED_80}),
            lost=frozenset({TierReason.ABILITY_SEVERE}),
            newly_missing=frozenset(),
            newly_known=frozenset(),
        )

    def test_tells_facts_that_came_to_be_known(self) -> None:
        changed = change(classify(replace(HEALTHY, dementia=None), TODAY), classify(HEALTHY, TODAY))
        assert changed is not None
        assert (changed.before, changed.after) == (PriorityTier.UNCLASSIFIED, PriorityTier.ROUTINE)
        assert changed.newly_known == {MissingFact.DEMENTIA}
        assert not changed.newly_missing

    def test_of_nothing_is_nothing(self) -> None:
        for facts in every_input():
            assert change(classify(facts, TODAY), classify(facts, TODAY)) is None
