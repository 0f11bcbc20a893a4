"""How closely an elder is looked after, pure (R026-R029).

The main plan's wording: first the key group, then the second, then the general one, and "not classified" for whom it
knows too little of. Four things it leaves open are decided here:

* Disability grades three and four do not raise the tier; only ability does.
* One not assessed who is in good health and gets about freely is the plan's "healthy": routine, when nothing else is
  missing. Not assessed and nothing known of how they move is unclassified.
* A missing fact never makes anyone milder. What is already certain stands, high or at least medium, and `missing`
  tells what may still raise it; routine is certain only when nothing is missing.
* Bedridden or moving with difficulty counts for those not assessed only, as the plan says. Of one assessed it says that
  the assessment is out of date: `due_for_assessment`.
"""

from datetime import date
from enum import StrEnum

import msgspec

from backend.elders.ability import at_least
from backend.elders.rules import AbilityLevel, PriorityTier, age_on
from backend.elders.unknowns import either

VERY_OLD = 80


class DisabilityGrade(StrEnum):
    """Of the disability certificate, one being the gravest; NONE is asked and denied."""

    ONE = "one"
    TWO = "two"
    THREE = "three"
    FOUR = "four"
    NONE = "none"
    UNKNOWN = "unknown"


class Mobility(StrEnum):
    """What the village sees, before any assessment (R026, R027): for bodily reasons, and for long."""

    FREE = "free"
    DIFFICULT = "difficult"
    BEDRIDDEN = "bedridden"
    UNKNOWN = "unknown"


class TierFacts(msgspec.Struct, frozen=True, kw_only=True):
    """All that the tier depends on; UNKNOWN or None where nobody knows yet. `ability` UNKNOWN is "not assessed"."""

    born_on: date | None
    ability: AbilityLevel
    mobility: Mobility
    disability: DisabilityGrade
    dementia: bool | None


class TierReason(StrEnum):
    """What puts an elder into a tier by itself."""

    AGED_80 = "aged_80"
    DISABILITY_ONE_OR_TWO = "disability_one_or_two"
    ABILITY_COMPLETE = "ability_complete"
    ABILITY_SEVERE = "ability_severe"
    BEDRIDDEN = "bedridden"
    DEMENTIA = "dementia"
    ABILITY_MODERATE = "ability_moderate"
    MOVES_WITH_DIFFICULTY = "moves_with_difficulty"
    ABILITY_MILD = "ability_mild"
    ABILITY_INTACT = "ability_intact"
    HEALTHY = "healthy"


class MissingFact(StrEnum):
    """What has still to be asked."""

    BIRTHDAY = "birthday"
    ABILITY_OR_MOBILITY = "ability_or_mobility"
    DISABILITY = "disability"
    DEMENTIA = "dementia"


class Classification(msgspec.Struct, frozen=True):
    """The tier, every reason that alone leads to it, and the facts that may still raise or settle it."""

    tier: PriorityTier
    reasons: frozenset[TierReason]
    missing: frozenset[MissingFact]


REASONS_OF_TIER = {
    PriorityTier.HIGH: frozenset(
        {
            TierReason.AGED_80,
            TierReason.DISABILITY_ONE_OR_TWO,
            TierReason.ABILITY_COMPLETE,
            TierReason.ABILITY_SEVERE,
            TierReason.BEDRIDDEN,
            TierReason.DEMENTIA,
        }
    ),
    PriorityTier.MEDIUM: frozenset({TierReason.ABILITY_MODERATE, TierReason.MOVES_WITH_DIFFICULTY}),
    PriorityTier.ROUTINE: frozenset({TierReason.ABILITY_MILD, TierReason.ABILITY_INTACT, TierReason.HEALTHY}),
}


def classify(facts: TierFacts, day: date) -> Classification:
    """The tier on `day`: the gravest that any reason leads to (R026-R028)."""
    fired, missing = _fired(facts, day), _missing(facts)
    if high := fired & REASONS_OF_TIER[PriorityTier.HIGH]:
        return Classification(PriorityTier.HIGH, high, frozenset())
    if medium := fired & REASONS_OF_TIER[PriorityTier.MEDIUM]:
        return Classification(PriorityTier.MEDIUM, medium, missing)
    if missing:
        return Classification(PriorityTier.UNCLASSIFIED, frozenset(), missing)
    return Classification(PriorityTier.ROUTINE, fired, missing)


def eightieth_birthday(born_on: date) -> date:
    """The day from which age alone makes the tier high (R029); the first of March for a leap day without its like."""
    try:
        return born_on.replace(year=born_on.year + VERY_OLD)
    except ValueError:
        return date(born_on.year + VERY_OLD, 3, 1)


def born_for_eighty(day: date) -> date:
    """The latest birthday of those who are 80 on `day`."""
    try:
        return day.replace(year=day.year - VERY_OLD)
    except ValueError:
        return date(day.year - VERY_OLD, 2, 28)


def counts_at_least(facts: TierFacts, gravity: AbilityLevel) -> bool | None:
    """Whether the plan counts an elder as of this loss of ability or graver; None: nobody can say yet.

    Not assessed, what the village sees stands for the level: bedridden for severe, moving with difficulty for moderate
    (R026, R027). Dementia is named among severe and total loss: it counts as severe. Takes MODERATE or SEVERE.
    """
    seen = _COUNTS_AS[facts.mobility] if facts.ability is AbilityLevel.UNKNOWN else facts.ability
    return either(at_least(seen, gravity), facts.dementia)


def due_for_assessment(facts: TierFacts) -> bool:
    """Whether ability was never assessed, or what the village sees is graver than what was."""
    seen = _COUNTS_AS[facts.mobility]
    if facts.ability is AbilityLevel.UNKNOWN or seen is AbilityLevel.UNKNOWN:
        return facts.ability is AbilityLevel.UNKNOWN
    return not at_least(facts.ability, seen)


_ASSESSED = {
    AbilityLevel.COMPLETE: TierReason.ABILITY_COMPLETE,
    AbilityLevel.SEVERE: TierReason.ABILITY_SEVERE,
    AbilityLevel.MODERATE: TierReason.ABILITY_MODERATE,
    AbilityLevel.MILD: TierReason.ABILITY_MILD,
    AbilityLevel.INTACT: TierReason.ABILITY_INTACT,
}
_NOT_ASSESSED = {
    Mobility.BEDRIDDEN: TierReason.BEDRIDDEN,
    Mobility.DIFFICULT: TierReason.MOVES_WITH_DIFFICULTY,
    Mobility.FREE: TierReason.HEALTHY,
}
_COUNTS_AS = {
    Mobility.BEDRIDDEN: AbilityLevel.SEVERE,
    Mobility.DIFFICULT: AbilityLevel.MODERATE,
    Mobility.FREE: AbilityLevel.INTACT,
    Mobility.UNKNOWN: AbilityLevel.UNKNOWN,
}


def _fired(facts: TierFacts, day: date) -> frozenset[TierReason]:
    state = _ASSESSED.get(facts.ability) or _NOT_ASSESSED.get(facts.mobility)
    fired = {state} if state else set()
    if facts.born_on is not None and age_on(day, facts.born_on) >= VERY_OLD:
        fired.add(TierReason.AGED_80)
    if facts.disability in (DisabilityGrade.ONE, DisabilityGrade.TWO):
        fired.add(TierReason.DISABILITY_ONE_OR_TWO)
    if facts.dementia:
        fired.add(TierReason.DEMENTIA)
    return frozenset(fired)


def _missing(facts: TierFacts) -> frozenset[MissingFact]:
    is_missing = {
        MissingFact.BIRTHDAY: facts.born_on is None,
        MissingFact.ABILITY_OR_MOBILITY: facts.ability is AbilityLevel.UNKNOWN and facts.mobility is Mobility.UNKNOWN,
        MissingFact.DISABILITY: facts.disability is DisabilityGrade.UNKNOWN,
        MissingFact.DEMENTIA: facts.dementia is None,
    }
    return frozenset(fact for fact, missing in is_missing.items() if missing)


class TierChange(msgspec.Struct, frozen=True):
    """From one classification to the next (R029); `before` is null for the first."""

    before: PriorityTier | None
    after: PriorityTier
    gained: frozenset[TierReason]
    lost: frozenset[TierReason]
    newly_missing: frozenset[MissingFact]
    newly_known: frozenset[MissingFact]


def change(before: Classification | None, after: Classification) -> TierChange | None:
    """What to enter in the tier history; None when nothing changed. Compare tiers to see whether the tier did."""
    if before == after:
        return None
    reasons, missing = (before.reasons, before.missing) if before else (frozenset(), frozenset())
    return TierChange(
        before=before.tier if before else None,
        after=after.tier,
        gained=after.reasons - reasons,
        lost=reasons - after.reasons,
        newly_missing=after.missing - missing,
        newly_known=missing - after.missing,
    )
