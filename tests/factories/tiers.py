"""What there is to know of an elder, and the history it leaves."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import msgspec

from backend.accounts.viewer import Viewer
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders.ability import HIGHEST, AbilityItem, Conditions
from backend.elders.classifying import ElderFacts
from backend.elders.models import Elder, TierSpan
from backend.elders.rules import PriorityTier
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.outbox.models import OutboxEntry

WELL = Conditions(coma=False, dementia=False, mental_disorder=False, risk_events=0)


def some_facts(**changes: Any) -> ElderFacts:
    """Of one in good health who lives alone: routine, under eighty."""
    facts = ElderFacts(
        living_alone=True,
        mobility=Mobility.FREE,
        disability=DisabilityGrade.NONE,
        dementia=False,
        seriously_ill=False,
        poor=False,
        minor_at_home=False,
        registered_here=True,
        accepts_services=True,
    )
    return msgspec.structs.replace(facts, **changes)


def scores_of(points: int) -> dict[AbilityItem, int]:
    """All 26 items, `points` (0 to 90) in all, given from the first item on."""
    scores = {}
    for item, highest in HIGHEST.items():
        scores[item] = min(highest, points)
        points -= scores[item]
    return scores


def on_day(viewer: Viewer, day: date) -> Viewer:
    """The same person on another day."""
    return msgspec.structs.replace(viewer, today=day)


async def spans(elder_id: UUID) -> list[tuple[PriorityTier, date, date | None]]:
    """The elder's history, the first tier first."""
    rows = await TierSpan.filter(elder_id=elder_id).order_by("starts_on")
    return [(row.tier, row.starts_on, row.ends_on) for row in rows]


async def tier_on(elder_id: UUID, day: date) -> PriorityTier:
    """What the history says of one day: exactly one thing."""
    [found] = [tier for tier, starts, ends in await spans(elder_id) if starts <= day and (ends is None or day < ends)]
    return found


async def told(elder_id: UUID) -> tuple[int, int]:
    """How many changes of the tier the elder's chain and the outbox tell."""
    facts = [entry for entry in await OutboxEntry.filter(topic="TierChanged") if str(elder_id) in entry.payload]
    return await AuditEvent.filter(subject_id=elder_id, tag=Tag.TIER_CHANGED).count(), len(facts)


async def assert_history_holds(elder_id: UUID) -> None:
    """One span is open and says the elder's tier; none is empty; each begins where the one before ends, otherwise."""
    rows = await TierSpan.filter(elder_id=elder_id).order_by("starts_on")
    assert [row for row in rows if row.ends_on is not None and row.ends_on <= row.starts_on] == []
    assert [row.ends_on for row in rows[:-1]] == [row.starts_on for row in rows[1:]]
    assert rows[-1].ends_on is None
    assert rows[-1].tier is (await Elder.get(id=elder_id)).tier
    said = [(row.tier, row.reasons, row.missing, row.override_id) for row in rows]
    assert [one for one, next_one in pairwise(said) if one == next_one] == []


async def age(elder_id: UUID, days: int) -> None:
    """Let what stands in the history have begun some days earlier."""
    for row in await TierSpan.filter(elder_id=elder_id):
        ends_on = row.ends_on and row.ends_on - timedelta(days=days)
        await TierSpan.filter(id=row.id).update(starts_on=row.starts_on - timedelta(days=days), ends_on=ends_on)
