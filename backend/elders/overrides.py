"""A named person's other decision about a tier, pure (R029; PIPL art. 24)."""

from datetime import date, timedelta
from uuid import UUID

import msgspec

from backend.elders.errors import OverrideHidesMissingFacts, OverrideNotPossible
from backend.elders.rules import PriorityTier


class TierOverride(msgspec.Struct, frozen=True, kw_only=True):
    """Who decided what and why, from `starts_on` until the day before `ends_on`."""

    tier: PriorityTier
    reason: str
    set_by: UUID
    starts_on: date
    ends_on: date


LONGEST_OVERRIDE = timedelta(days=366)


def check_override(override: TierOverride, computed: PriorityTier) -> None:
    """Raises OverrideNotPossible (naming the field), OverrideHidesMissingFacts."""
    if override.tier is PriorityTier.UNCLASSIFIED:
        raise OverrideNotPossible(field="tier")
    if not override.reason.strip():
        raise OverrideNotPossible(field="reason")
    if not timedelta(0) < override.ends_on - override.starts_on <= LONGEST_OVERRIDE:
        raise OverrideNotPossible(field="ends_on")
    if _hides_missing_facts(override, computed):
        raise OverrideHidesMissingFacts(field="tier")


def effective_tier(computed: PriorityTier, override: TierOverride | None, day: date) -> PriorityTier:
    """The override's tier while it holds, else the computed one.

    An override makes nobody routine of whom too little is known, even when facts got lost after it was made.
    """
    if override is None or not override.starts_on <= day < override.ends_on:
        return computed
    return computed if _hides_missing_facts(override, computed) else override.tier


def _hides_missing_facts(override: TierOverride, computed: PriorityTier) -> bool:
    return computed is PriorityTier.UNCLASSIFIED and override.tier is PriorityTier.ROUTINE
