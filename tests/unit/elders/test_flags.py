"""Marks beside the tier: hardship (R031), no living alone (R032), a child at home (R033)."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace

from backend.elders.flags import Flag, FlagFacts, Flags, flags, must_not_live_alone, planned_tier
from backend.elders.rules import AbilityLevel, PriorityTier
from backend.elders.tiers import DisabilityGrade, Mobility, TierFacts

TODAY = date(2026, 3, 10)
HEALTHY = TierFacts(
    born_on=date(1956, 3, 10),
    ability=AbilityLevel.INTACT,
    mobility=Mobility.FREE,
    disability=DisabilityGrade.NONE,
    dementia=False,
)
WELL_OFF = FlagFacts(living_alone=False, poor=False, seriously_ill=False, minor_in_the_home=False)
NOT_ASSESSED = replace(HEALTHY, ability=AbilityLevel.UNKNOWN)
NOBODY_KNOWS = FlagFacts(living_alone=None, poor=None, seriously_ill=None, minor_in_the_home=None)
ANSWERS = (None, False, True)


def every_input() -> Iterator[tuple[TierFacts, FlagFacts]]:
    for born_on, ability, mobility, grade, dementia, alone, ill in product(
        (None, date(1946, 3, 10), date(1946, 3, 11)),
        (AbilityLevel.UNKNOWN, AbilityLevel.MILD, AbilityLevel.MODERATE, AbilityLevel.SEVERE),
        Mobility,
        (DisabilityGrade.NONE, DisabilityGrade.FOUR, DisabilityGrade.UNKNOWN),
        ANSWERS,
        ANSWERS,
        ANSWERS,
    ):
        yield (
            TierFacts(born_on=born_on, ability=ability, mobility=mobility, disability=grade, dementia=dementia),
            replace(NOBODY_KNOWS, living_alone=alone, seriously_ill=ill),
        )


class TestFlags:
    def test_none_of_the_healthy_and_well_off(self) -> None:
        assert flags(HEALTHY, WELL_OFF, TODAY) == Flags(raised=frozenset(), open=frozenset())

    @pytest.mark.parametrize(
        ("facts", "more", "raised"),
        [
            (HEALTHY, replace(WELL_OFF, living_alone=True), {Flag.LIVES_ALONE}),
            (HEALTHY, replace(WELL_OFF, poor=True), {Flag.POOR}),
            (HEALTHY, replace(WELL_OFF, minor_in_the_home=True), {Flag.RAISES_A_MINOR}),
            (HEALTHY, replace(WELL_OFF, seriously_ill=True), {Flag.A_CHILD_SHOULD_STAY}),
            (replace(HEALTHY, born_on=date(1946, 3, 10)), WELL_OFF, {Flag.VERY_OLD}),
            (replace(HEALTHY, born_on=date(1946, 3, 11)), WELL_OFF, set()),
            (replace(HEALTHY, ability=AbilityLevel.MILD), WELL_OFF, set()),
            (replace(HEALTHY, ability=AbilityLevel.MODERATE), WELL_OFF, {Flag.ABILITY_LOST}),
            (
                replace(HEALTHY, ability=AbilityLevel.SEVERE),
                WELL_OFF,
                {Flag.ABILITY_LOST, Flag.A_CHILD_SHOULD_STAY},
            ),
            (
                replace(HEALTHY, ability=AbilityLevel.MODERATE),
                replace(WELL_OFF, living_alone=True),
                {Flag.ABILITY_LOST, Flag.LIVES_ALONE, Flag.MUST_NOT_LIVE_ALONE},
            ),
        ],
    )
    def test_every_row(self, facts: TierFacts, more: FlagFacts, raised: set[Flag]) -> None:
        assert flags(facts, more, TODAY) == Flags(raised=frozenset(raised), open=frozenset())

    @pytest.mark.parametrize(
        "grade", [DisabilityGrade.ONE, DisabilityGrade.TWO, DisabilityGrade.THREE, DisabilityGrade.FOUR]
    )
    def test_every_grade_of_disability_is_a_mark(self, grade: DisabilityGrade) -> None:
        assert flags(replace(HEALTHY, disability=grade), WELL_OFF, TODAY).raised == {Flag.DISABLED}

    def test_what_nobody_knows_is_open(self) -> None:
        nobody = TierFacts(
            born_on=None,
            ability=AbilityLevel.UNKNOWN,
            mobility=Mobility.UNKNOWN,
            disability=DisabilityGrade.UNKNOWN,
            dementia=None,
        )
        assert flags(nobody, NOBODY_KNOWS, TODAY) == Flags(raised=frozenset(), open=frozenset(Flag))

    def test_no_flag_is_raised_and_open_at_once(self) -> None:
        for facts, more in every_input():
            found = flags(facts, more, TODAY)
            assert not found.raised & found.open, (facts, more)

    def test_a_raised_flag_stays_and_one_not_raised_stays_down_whatever_becomes_known(self) -> None:
        for facts, more in every_input():
            before = flags(facts, more, TODAY)
            for known in (facts, replace(facts, dementia=True), replace(facts, dementia=False)):
                if facts.dementia is None:
                    after = flags(known, more, TODAY)
                    assert before.raised <= after.raised <= before.raised | before.open, (facts, more)


class TestMustNotLiveAlone:
    @pytest.mark.parametrize(
        ("facts", "living_alone", "answer"),
        [
            (replace(HEALTHY, ability=AbilityLevel.MODERATE), True, True),
            (replace(HEALTHY, ability=AbilityLevel.SEVERE), True, True),
            (replace(HEALTHY, ability=AbilityLevel.COMPLETE), True, True),
            (replace(HEALTHY, ability=AbilityLevel.MILD), True, False),
            (HEALTHY, True, False),
            (replace(HEALTHY, dementia=True), True, True),
            (replace(NOT_ASSESSED, mobility=Mobility.BEDRIDDEN), True, True),
            (replace(NOT_ASSESSED, mobility=Mobility.DIFFICULT), True, True),
            (replace(NOT_ASSESSED, mobility=Mobility.UNKNOWN), True, None),
            (replace(NOT_ASSESSED, mobility=Mobility.UNKNOWN), False, False),
            (replace(HEALTHY, ability=AbilityLevel.MODERATE), False, False),
            (replace(HEALTHY, ability=AbilityLevel.MODERATE), None, None),
            (HEALTHY, None, False),
        ],
    )
    def test_every_row(self, facts: TierFacts, living_alone: bool | None, answer: bool | None) -> None:
        assert must_not_live_alone(facts, living_alone) is answer


class TestPlannedTier:
    @pytest.mark.parametrize("tier", PriorityTier)
    @pytest.mark.parametrize("flag", [Flag.LIVES_ALONE, Flag.VERY_OLD, Flag.ABILITY_LOST, Flag.DISABLED, Flag.POOR])
    def test_is_high_for_any_mark_of_hardship(self, flag: Flag, tier: PriorityTier) -> None:
        assert planned_tier(tier, frozenset({flag})) is PriorityTier.HIGH

    @pytest.mark.parametrize("tier", PriorityTier)
    def test_is_the_class_without(self, tier: PriorityTier) -> None:
        assert planned_tier(tier, frozenset({Flag.RAISES_A_MINOR})) is tier
