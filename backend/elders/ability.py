"""The ability score of GB/T 42195-2022, pure: 26 items, five levels, and what moves a level by one.

Only this standard's 90 points are read here; the older 100-point scales must not be mixed in.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from backend.elders.errors import (
    AbilityItemMissing,
    AbilityItemNotKnown,
    AbilityScoreNotPossible,
    AssessmentDayNotPossible,
    ComaNotPossible,
)
from backend.elders.rules import AbilityLevel


class ItemGroup(StrEnum):
    """The four first-level indicators: 32, 15, 28 and 15 points."""

    SELF_CARE = "self_care"
    MOVEMENT = "movement"
    MIND = "mind"
    SENSES_AND_SOCIETY = "senses_and_society"


class AbilityItem(StrEnum):
    """The 26 second-level indicators, in the order of the standard's form."""

    EATING = "eating"
    GROOMING = "grooming"
    BATHING = "bathing"
    DRESSING_ABOVE = "dressing_above"
    DRESSING_BELOW = "dressing_below"
    URINE_CONTROL = "urine_control"
    BOWEL_CONTROL = "bowel_control"
    TOILET = "toilet"
    TURNING_IN_BED = "turning_in_bed"
    BED_TO_CHAIR = "bed_to_chair"
    WALKING = "walking"
    STAIRS = "stairs"
    SENSE_OF_TIME = "sense_of_time"
    SENSE_OF_PLACE = "sense_of_place"
    KNOWING_PEOPLE = "knowing_people"
    MEMORY = "memory"
    UNDERSTANDING = "understanding"
    EXPRESSION = "expression"
    AGGRESSION = "aggression"
    DEPRESSION = "depression"
    CONSCIOUSNESS = "consciousness"
    SIGHT = "sight"
    HEARING = "hearing"
    DAILY_AFFAIRS = "daily_affairs"
    TRANSPORT = "transport"
    SOCIAL_CONTACT = "social_contact"


ITEMS: Mapping[ItemGroup, tuple[AbilityItem, ...]] = {
    ItemGroup.SELF_CARE: tuple(AbilityItem)[:8],
    ItemGroup.MOVEMENT: tuple(AbilityItem)[8:12],
    ItemGroup.MIND: tuple(AbilityItem)[12:21],
    ItemGroup.SENSES_AND_SOCIETY: tuple(AbilityItem)[21:],
}

# Four where nothing else is said; nought is always the worst.
HIGHEST: Mapping[AbilityItem, int] = dict.fromkeys(AbilityItem, 4) | {
    AbilityItem.STAIRS: 3,
    AbilityItem.AGGRESSION: 1,
    AbilityItem.DEPRESSION: 1,
    AbilityItem.CONSCIOUSNESS: 2,
    AbilityItem.SIGHT: 2,
    AbilityItem.HEARING: 2,
    AbilityItem.TRANSPORT: 3,
}

_LOWEST_OF_LEVEL = (
    (90, AbilityLevel.INTACT),
    (66, AbilityLevel.MILD),
    (46, AbilityLevel.MODERATE),
    (30, AbilityLevel.SEVERE),
    (0, AbilityLevel.COMPLETE),
)

# From the mildest to the gravest; UNKNOWN has no place among them.
LEVELS = tuple(level for _, level in _LOWEST_OF_LEVEL)

RISK_EVENTS = 2
IN_FORCE_SINCE = date(2022, 12, 30)


class Conditions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the assessor answers beside the items; every one is asked, so none has a default.

    `dementia` is a diagnosis of F00-F03, `mental_disorder` a psychiatrist's of F04-F99; `risk_events` counts falls,
    choking, self-harm, going missing and the like within the 30 days before.
    """

    coma: bool
    dementia: bool
    mental_disorder: bool
    risk_events: Annotated[int, Meta(ge=0)]


class Adjustment(StrEnum):
    """Why the level is not the score's own."""

    COMA = "coma"
    DEMENTIA = "dementia"
    MENTAL_DISORDER = "mental_disorder"
    RISK_EVENTS = "risk_events"


class Assessment(msgspec.Struct, frozen=True):
    """`score` and `scored_level` as the items give them (null where a coma spared some), `level` the final one."""

    score: int | None
    scored_level: AbilityLevel | None
    adjustments: frozenset[Adjustment]
    level: AbilityLevel


def assess(scores: Mapping[AbilityItem, int], conditions: Conditions) -> Assessment:
    """The level, with all that led to it.

    However many conditions hold, the level goes up by one: the standard says "any of the following". A coma is
    complete loss whatever the items say, and they may then be left out; consciousness scored above nought denies it.
    Nought there alone is no coma: the form gives it for stupor too.
    Raises AbilityItemMissing, AbilityItemNotKnown, AbilityScoreNotPossible, ComaNotPossible.
    """
    _check(scores)
    if conditions.coma and scores.get(AbilityItem.CONSCIOUSNESS):
        raise ComaNotPossible(field="conditions.coma")
    missing = next((item for item in AbilityItem if item not in scores), None)
    if missing and not conditions.coma:
        raise AbilityItemMissing(field=f"scores.{missing}")
    score = None if missing else sum(scores.values())
    scored = None if score is None else level_of(score)
    adjustments = _adjustments(conditions)
    if scored is None or conditions.coma:
        return Assessment(score, scored, adjustments, AbilityLevel.COMPLETE)
    return Assessment(score, scored, adjustments, _one_graver(scored) if adjustments else scored)


def check_assessment_day(assessed_on: date, today: date) -> None:
    """Nobody was assessed by the standard before it was, nor tomorrow. Raises AssessmentDayNotPossible."""
    if not IN_FORCE_SINCE <= assessed_on <= today:
        raise AssessmentDayNotPossible(field="assessed_on")


def level_of(score: int) -> AbilityLevel:
    """The level of a full score, 0 to 90: 90 intact, from 66 mild, from 46 moderate, from 30 severe, else complete."""
    return next(level for lowest, level in _LOWEST_OF_LEVEL if score >= lowest)


def group_score(scores: Mapping[AbilityItem, int], group: ItemGroup) -> int:
    """The sum of one first-level indicator, as the standard's report states it. Takes full scores."""
    return sum(scores[item] for item in ITEMS[group])


def at_least(level: AbilityLevel, gravity: AbilityLevel) -> bool | None:
    """Whether `level` is as grave as `gravity` or graver; None when it is UNKNOWN."""
    return None if level is AbilityLevel.UNKNOWN else LEVELS.index(level) >= LEVELS.index(gravity)


def _check(scores: Mapping[AbilityItem, int]) -> None:
    for item, score in scores.items():
        if item not in HIGHEST:
            raise AbilityItemNotKnown(field="scores")
        if not 0 <= score <= HIGHEST[item]:
            raise AbilityScoreNotPossible(field=f"scores.{item}")


def _adjustments(conditions: Conditions) -> frozenset[Adjustment]:
    holds = {
        Adjustment.COMA: conditions.coma,
        Adjustment.DEMENTIA: conditions.dementia,
        Adjustment.MENTAL_DISORDER: conditions.mental_disorder,
        Adjustment.RISK_EVENTS: conditions.risk_events >= RISK_EVENTS,
    }
    return frozenset(adjustment for adjustment, held in holds.items() if held)


def _one_graver(level: AbilityLevel) -> AbilityLevel:
    return LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)]
