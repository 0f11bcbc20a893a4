"""What is said of an elder beside the tier, pure (R025, R031-R033).

The main plan's class goes by age and ability, the other documents' by hardship and living alone: the class stays the
class, these are flags, and visits are planned by the stricter of the two.
"""

from datetime import date
from enum import StrEnum

import msgspec

from backend.elders.rules import AbilityLevel, PriorityTier, age_on
from backend.elders.tiers import VERY_OLD, DisabilityGrade, TierFacts, counts_at_least
from backend.elders.unknowns import both, either


class Flag(StrEnum):
    """The documents' own marks, in the order they are shown."""

    MUST_NOT_LIVE_ALONE = "must_not_live_alone"
    A_CHILD_SHOULD_STAY = "a_child_should_stay"
    LIVES_ALONE = "lives_alone"
    VERY_OLD = "very_old"
    ABILITY_LOST = "ability_lost"
    DISABLED = "disabled"
    POOR = "poor"
    RAISES_A_MINOR = "raises_a_minor"


KEY_BY_HARDSHIP = frozenset({Flag.LIVES_ALONE, Flag.VERY_OLD, Flag.ABILITY_LOST, Flag.DISABLED, Flag.POOR})


class FlagFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the flags depend on beside the tier's facts; None where nobody knows yet.

    `poor` is extreme-poverty support, dibao or a county's own list of families in hardship.
    """

    living_alone: bool | None
    poor: bool | None
    seriously_ill: bool | None
    minor_in_the_home: bool | None


class Flags(msgspec.Struct, frozen=True):
    """Those raised, and those of which nobody can say yet whether they should be. No flag is in both."""

    raised: frozenset[Flag]
    open: frozenset[Flag]


def flags(facts: TierFacts, more: FlagFacts, day: date) -> Flags:
    """Every flag's answer on `day`."""
    answers = {
        Flag.MUST_NOT_LIVE_ALONE: must_not_live_alone(facts, more.living_alone),
        Flag.A_CHILD_SHOULD_STAY: either(more.seriously_ill, counts_at_least(facts, AbilityLevel.SEVERE)),
        Flag.LIVES_ALONE: more.living_alone,
        Flag.VERY_OLD: None if facts.born_on is None else age_on(day, facts.born_on) >= VERY_OLD,
        Flag.ABILITY_LOST: counts_at_least(facts, AbilityLevel.MODERATE),
        Flag.DISABLED: _disabled(facts.disability),
        Flag.POOR: more.poor,
        Flag.RAISES_A_MINOR: more.minor_in_the_home,
    }
    return Flags(
        raised=frozenset(flag for flag, answer in answers.items() if answer),
        open=frozenset(flag for flag, answer in answers.items() if answer is None),
    )


def must_not_live_alone(facts: TierFacts, living_alone: bool | None) -> bool | None:
    """Whether one of moderate loss of ability or worse lives alone (R032: a task for the village); None: not known."""
    return both(counts_at_least(facts, AbilityLevel.MODERATE), living_alone)


def planned_tier(tier: PriorityTier, raised: frozenset[Flag]) -> PriorityTier:
    """The stricter of the class and of hardship, where any one mark of R031 makes an elder a key person."""
    return PriorityTier.HIGH if raised & KEY_BY_HARDSHIP else tier


def _disabled(grade: DisabilityGrade) -> bool | None:
    return None if grade is DisabilityGrade.UNKNOWN else grade is not DisabilityGrade.NONE
