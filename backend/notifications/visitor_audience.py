"""Whom and what messages about visitors and visits that are asked for speak of."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import fetch, fetch_one
from backend.notifications.audience import AccountRow, ElderNamed


class VisitorStory(msgspec.Struct, frozen=True):
    """Who visits whom; `responsible`: as the one whom the family is told of."""

    elder: str
    visitor_id: UUID
    visitor: str
    responsible: bool


async def visitor_story(assignment_id: UUID) -> VisitorStory | None:
    """None once it has ended."""
    return await fetch_one(VisitorStory, _VISITOR, assignment_id)


_VISITOR = """
SELECT e.name AS elder, a.visitor_id, o.name AS visitor, a.kind = 'responsible' AS responsible
FROM visit_assignments a JOIN elders e ON e.id = a.elder_id JOIN accounts o ON o.id = a.visitor_id
WHERE a.id = $1 AND a.ended_at IS NULL AND e.left_on IS NULL
"""


async def former_visitor(assignment_id: UUID) -> UUID | None:
    """Who visited."""
    found = await fetch_one(
        AccountRow, "SELECT visitor_id AS account_id FROM visit_assignments WHERE id = $1", assignment_id
    )
    return found.account_id if found else None


async def without_visitor(assignment_id: UUID) -> ElderNamed | None:
    """The elder of an ended assignment, while nobody has come in place."""
    return await fetch_one(ElderNamed, _WITHOUT, assignment_id)


_WITHOUT = """
SELECT e.name, e.village_id FROM visit_assignments b JOIN elders e ON e.id = b.elder_id
WHERE b.id = $1 AND e.left_on IS NULL AND NOT EXISTS (
  SELECT 1 FROM visit_assignments a WHERE a.elder_id = b.elder_id AND a.kind = b.kind AND a.ended_at IS NULL)
"""


class _PlaceNamed(msgspec.Struct, frozen=True):
    name: str


async def village_named(village_id: UUID) -> str:
    """A village's name."""
    [row] = await fetch(_PlaceNamed, "SELECT name FROM divisions WHERE id = $1", village_id)
    return row.name


async def visitors_in(village_id: UUID) -> list[UUID]:
    """Everybody responsible for an elder of the village."""
    return [row.account_id for row in await fetch(AccountRow, _VISITORS_IN, village_id)]


_VISITORS_IN = """
SELECT DISTINCT a.visitor_id AS account_id FROM visit_assignments a JOIN elders e ON e.id = a.elder_id
WHERE e.village_id = $1 AND e.left_on IS NULL AND a.kind = 'responsible' AND a.ended_at IS NULL ORDER BY 1
"""


class EventStory(msgspec.Struct, frozen=True):
    """A visit asked for after an event, and who visits the elder, if anybody."""

    elder: str
    village_id: UUID
    due_at: datetime
    visitor_id: UUID | None


async def event_story(occasion_id: UUID) -> EventStory | None:
    """None once the elder has left."""
    return await fetch_one(EventStory, _EVENT, occasion_id)


_EVENT = """
SELECT e.name AS elder, e.village_id, o.due_at, a.visitor_id FROM visit_occasions o JOIN elders e ON e.id = o.elder_id
LEFT JOIN visit_assignments a ON a.elder_id = e.id AND a.kind = 'responsible' AND a.ended_at IS NULL
WHERE o.id = $1 AND e.left_on IS NULL
"""
