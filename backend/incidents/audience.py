"""Who is to be told of an incident, for messages alone: nobody it names, at no moment."""

from datetime import date
from uuid import UUID

import msgspec

from backend.db import fetch, fetch_one
from backend.incidents.concerned import not_hidden, who_may_handle, who_sees
from backend.incidents.models import IncidentNotice
from backend.incidents.rules import ConcernKind, IncidentLevel, IncidentState


class IncidentStory(msgspec.Struct, frozen=True):
    """An incident as messages tell it, without a word of what was said."""

    elder: str
    village: str
    kind: ConcernKind
    state: IncidentState
    level: IncidentLevel
    first_level: IncidentLevel
    raised_by: UUID


async def incident_story(incident_id: UUID) -> IncidentStory | None:
    return await fetch_one(IncidentStory, _STORY, incident_id)


_STORY = """
SELECT e.name AS elder, d.name AS village, i.kind, i.state, i.level, i.first_level, i.raised_by
FROM incidents i JOIN elders e ON e.id = i.elder_id JOIN divisions d ON d.id = e.village_id WHERE i.id = $1
"""


async def family(incident_id: UUID) -> list[UUID]:
    """The children who are told."""
    rows = await IncidentNotice.filter(incident_id=incident_id, family=True).order_by("told_at", "id")
    return await not_hidden(incident_id, [row.account_id for row in rows])


class _Holder(msgspec.Struct, frozen=True):
    account_id: UUID


async def asked(incident_id: UUID, step_id: UUID, today: date) -> list[UUID]:
    """The duty holder whom a step asked; the whole office where nobody is named."""
    found = await fetch_one(_Asked, _ASKED, step_id)
    if found is None:
        return []
    if found.holder_id is not None:
        return await not_hidden(incident_id, [found.holder_id])
    # Of the county's office nobody but the duty holder sees an incident.
    levels = [level for level in (IncidentLevel.VILLAGE, IncidentLevel.TOWNSHIP) if level == found.level]
    return await who_may_handle(incident_id, today, levels=levels)


class _Asked(msgspec.Struct, frozen=True):
    holder_id: UUID | None
    level: IncidentLevel


_ASKED = "SELECT s.holder_id, s.level FROM incident_steps s WHERE s.id = $1"


async def everybody(incident_id: UUID, story: IncidentStory, today: date) -> list[UUID]:
    """All offices that may know of it, and the county's duty holders."""
    return await who_sees(incident_id, today, IncidentLevel(story.first_level), IncidentLevel(story.level))


_COUNTY = """
SELECT DISTINCT s.holder_id AS account_id FROM incident_steps s
WHERE s.incident_id = $1 AND s.holder_id IS NOT NULL AND s.level = 'county'
"""


async def ringers(incident_id: UUID, story: IncidentStory, today: date) -> list[UUID]:
    """Who rings those that have not read it: the office that has it now."""
    if story.level == IncidentLevel.COUNTY:
        holders = [row.account_id for row in await fetch(_Holder, _COUNTY, incident_id)]
        return await not_hidden(incident_id, holders)
    return await who_may_handle(incident_id, today, levels=[IncidentLevel(story.level)])
