"""GB/T 42195-2022: every score, every cut, every condition."""

from itertools import product
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backend.elders.ability import (
    HIGHEST,
    ITEMS,
    LEVELS,
    AbilityItem,
    Adjustment,
    Conditions,
    ItemGroup,
    assess,
    at_least,
    group_score,
    level_of,
)
from backend.elders.errors import AbilityItemMissing, AbilityItemNotKnown, AbilityScoreNotPossible, ComaNotPossible
from backend.elders.rules import AbilityLevel

NO_CONDITIONS = Conditions(coma=False, dementia=False, mental_disorder=False, risk_events=0)
COMA = Conditions(coma=True, dementia=False, mental_disorder=False, risk_events=0)
RAISING = [
    Conditions(coma=False, dementia=dementia, mental_disorder=disorder, risk_events=events)
    for dementia, disorder, events in product((False, True), (False, True), (0, 1, 2, 9))
    if dementia or disorder or events >= 2
]

FULL_SCORES = st.fixed_dictionaries({item: st.integers(0, highest) for item, highest in HIGHEST.items()})
CONDITIONS = st.builds(
    Conditions,
    coma=st.just(False),
    dementia=st.booleans(),
    mental_disorder=st.booleans(),
    risk_events=st.integers(0, 5),
)


def summing_to(total: int) -> dict[AbilityItem, int]:
    """Scores of that sum; consciousness is the last to get points."""
    scores = {}
    for item in sorted(AbilityItem, key=lambda each: each is AbilityItem.CONSCIOUSNESS):
        scores[item] = min(total, HIGHEST[item])
        total -= scores[item]
    return scores


class TestItems:
    def test_are_twenty_six_of_ninety_points(self) -> None:
        assert len(AbilityItem) == 26
        assert sum(HIGHEST.values()) == 90

    def test_fall_into_four_groups_without_rest(self) -> None:
        assert [item for items in ITEMS.values() for item in items] == list(AbilityItem)

    @pytest.mark.parametrize(
        ("group", "items", "points"),
        [
            (ItemGroup.SELF_CARE, 8, 32),
            (ItemGroup.MOVEMENT, 4, 15),
            (ItemGroup.MIND, 9, 28),
            (ItemGroup.SENSES_AND_SOCIETY, 5, 15),
        ],
    )
    def test_of_a_group_have_its_points(self, group: ItemGroup, items: int, points: int) -> None:
        assert len(ITEMS[group]) == items
        assert group_score(HIGHEST, group) == points

    @pytest.mark.parametrize(
        ("item", "highest"),
        [
            (AbilityItem.STAIRS, 3),
            (AbilityItem.TRANSPORT, 3),
            (AbilityItem.CONSCIOUSNESS, 2),
            (AbilityItem.SIGHT, 2),
            (AbilityItem.HEARING, 2),
            (AbilityItem.AGGRESSION, 1),
            (AbilityItem.DEPRESSION, 1),
        ],
    )
    def test_that_are_not_of_four_points(self, item: AbilityItem, highest: int) -> None:
        assert HIGHEST[item] == highest
        assert sum(points != 4 for points in HIGHEST.values()) == 7


class TestLevelOf:
    @pytest.mark.parametrize(
        ("scores", "level"),
        [
            (range(90, 91), AbilityLevel.INTACT),
            (range(66, 90), AbilityLevel.MILD),
            (range(46, 66), AbilityLevel.MODERATE),
            (range(30, 46), AbilityLevel.SEVERE),
            (range(30), AbilityLevel.COMPLETE),
        ],
    )
    def test_every_score_of_a_band(self, scores: range, level: AbilityLevel) -> None:
        assert {level_of(score) for score in scores} == {level}


class TestAssess:
    @pytest.mark.parametrize("total", range(91))
    def test_without_conditions_keeps_the_level_of_the_score(self, total: int) -> None:
        found = assess(summing_to(total), NO_CONDITIONS)
        assert (found.score, found.scored_level, found.level) == (total, level_of(total), level_of(total))
        assert found.adjustments == frozenset()

    @pytest.mark.parametrize("conditions", RAISING)
    @pytest.mark.parametrize(
        ("total", "level"),
        [
            (90, AbilityLevel.MILD),
            (89, AbilityLevel.MODERATE),
            (66, AbilityLevel.MODERATE),
            (65, AbilityLevel.SEVERE),
            (46, AbilityLevel.SEVERE),
            (45, AbilityLevel.COMPLETE),
            (30, AbilityLevel.COMPLETE),
            (29, AbilityLevel.COMPLETE),
            (0, AbilityLevel.COMPLETE),
        ],
    )
    def test_any_conditions_move_the_level_by_one_and_no_more(
        self, conditions: Conditions, total: int, level: AbilityLevel
    ) -> None:
        found = assess(summing_to(total), conditions)
        assert (found.score, found.scored_level, found.level) == (total, level_of(total), level)

    @pytest.mark.parametrize(
        ("conditions", "adjustment"),
        [
            (Conditions(coma=True, dementia=False, mental_disorder=False, risk_events=0), Adjustment.COMA),
            (Conditions(coma=False, dementia=True, mental_disorder=False, risk_events=0), Adjustment.DEMENTIA),
            (Conditions(coma=False, dementia=False, mental_disorder=True, risk_events=0), Adjustment.MENTAL_DISORDER),
            (Conditions(coma=False, dementia=False, mental_disorder=False, risk_events=2), Adjustment.RISK_EVENTS),
        ],
    )
    def test_names_the_condition(self, conditions: Conditions, adjustment: Adjustment) -> None:
        assert assess(summing_to(40), conditions).adjustments == {adjustment}

    def test_names_all_the_conditions(self) -> None:
        every = Conditions(coma=True, dementia=True, mental_disorder=True, risk_events=3)
        assert assess({}, every).adjustments == set(Adjustment)

    def test_one_risk_event_moves_nothing(self) -> None:
        once = Conditions(coma=False, dementia=False, mental_disorder=False, risk_events=1)
        assert assess(HIGHEST, once).level is AbilityLevel.INTACT

    @given(FULL_SCORES, CONDITIONS)
    def test_answers_every_input_with_one_level(self, scores: dict[AbilityItem, int], conditions: Conditions) -> None:
        found = assess(scores, conditions)
        assert found.score == sum(scores.values())
        assert found.scored_level is level_of(sum(scores.values()))
        assert found.level in LEVELS

    @given(FULL_SCORES, CONDITIONS, st.sampled_from(AbilityItem), st.data())
    def test_less_of_an_item_is_never_milder(
        self, scores: dict[AbilityItem, int], conditions: Conditions, item: AbilityItem, data: st.DataObject
    ) -> None:
        less = scores | {item: data.draw(st.integers(0, scores[item]))}
        assert at_least(assess(less, conditions).level, assess(scores, conditions).level)

    @given(FULL_SCORES, CONDITIONS, CONDITIONS)
    def test_more_conditions_are_never_milder(
        self, scores: dict[AbilityItem, int], one: Conditions, other: Conditions
    ) -> None:
        joined = Conditions(
            coma=False,
            dementia=one.dementia or other.dementia,
            mental_disorder=one.mental_disorder or other.mental_disorder,
            risk_events=one.risk_events + other.risk_events,
        )
        assert at_least(assess(scores, joined).level, assess(scores, one).level)


class TestComa:
    @given(FULL_SCORES, st.sets(st.sampled_from(AbilityItem)), CONDITIONS)
    def test_is_complete_loss_whatever_was_or_was_not_scored(
        self, scores: dict[AbilityItem, int], left_out: set[AbilityItem], more: Conditions
    ) -> None:
        given_scores = {item: score for item, score in scores.items() if item not in left_out}
        given_scores.pop(AbilityItem.CONSCIOUSNESS, None)
        found = assess(given_scores, replace(more, coma=True))
        assert (found.score, found.scored_level, found.level) == (None, None, AbilityLevel.COMPLETE)

    def test_keeps_the_score_where_all_was_scored(self) -> None:
        found = assess(summing_to(88), COMA)
        assert (found.score, found.scored_level) == (88, AbilityLevel.MILD)
        assert found.level is AbilityLevel.COMPLETE

    @pytest.mark.parametrize("points", [1, 2])
    def test_is_denied_by_points_for_consciousness(self, points: int) -> None:
        with pytest.raises(ComaNotPossible) as refused:
            assess({AbilityItem.CONSCIOUSNESS: points}, COMA)
        assert refused.value.field == "conditions.coma"

    def test_is_not_concluded_from_no_consciousness_alone(self) -> None:
        stupor = dict(HIGHEST) | {AbilityItem.CONSCIOUSNESS: 0}
        assert assess(stupor, NO_CONDITIONS).level is AbilityLevel.MILD


class TestRefuses:
    @pytest.mark.parametrize("item", AbilityItem)
    def test_a_missing_item_by_its_name(self, item: AbilityItem) -> None:
        with pytest.raises(AbilityItemMissing) as refused:
            assess({each: points for each, points in HIGHEST.items() if each is not item}, NO_CONDITIONS)
        assert refused.value.field == f"scores.{item.value}"

    @pytest.mark.parametrize("conditions", [NO_CONDITIONS, COMA])
    @pytest.mark.parametrize("item", AbilityItem)
    @pytest.mark.parametrize("off", [-1, 1])
    def test_a_score_outside_its_item(self, item: AbilityItem, off: int, conditions: Conditions) -> None:
        scores = summing_to(88) | {item: -1 if off < 0 else HIGHEST[item] + off}
        with pytest.raises(AbilityScoreNotPossible) as refused:
            assess(scores, conditions)
        assert refused.value.field == f"scores.{item.value}"

    def test_an_item_of_another_scale_without_repeating_its_name(self) -> None:
        with pytest.raises(AbilityItemNotKnown) as refused:
            assess({**HIGHEST, cast(AbilityItem, "barthel"): 5}, NO_CONDITIONS)
        assert refused.value.field == "scores"


class TestAtLeast:
    def test_orders_the_levels_from_intact_to_complete(self) -> None:
        for at, level in enumerate(LEVELS):
            assert [at_least(level, gravity) for gravity in LEVELS] == [other <= at for other in range(len(LEVELS))]

    @pytest.mark.parametrize("gravity", LEVELS)
    def test_does_not_know_of_one_not_assessed(self, gravity: AbilityLevel) -> None:
        assert at_least(AbilityLevel.UNKNOWN, gravity) is None
