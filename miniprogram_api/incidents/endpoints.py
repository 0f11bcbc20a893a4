"""Concerns by one tap, and the incidents they open."""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.elders.errors import ElderNotFound
from backend.incidents import actions, queries
from backend.incidents.duty import numbers_near
from backend.incidents.errors import (
    CannotBeNamed,
    ConcernNamesOneself,
    IncidentNotFound,
    IncidentStepIncomplete,
    IncidentStepNotPossible,
    IncidentTimeNotPossible,
    PhotoNotYours,
    PoliceNotTold,
    ReviewByAnother,
)
from backend.incidents.naming import nameable
from backend.incidents.queries import IncidentFile
from backend.incidents.rules import StepTaken
from backend.kit.pages import CursorNotReadable
from backend.storage.uploads import read_picture
from miniprogram_api.incidents.schemas import (
    ConcernIn,
    IncidentCounts,
    IncidentPage,
    IncidentsQuery,
    IncidentStands,
    IncidentStepIn,
    Nameable,
)
from miniprogram_api.reading import log_list, log_reading
from miniprogram_api.routes import Ask, Blob, Routes, scoped
from miniprogram_api.schemas import Done, Made

routes = Routes("incidents")
OFFICE = scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY)
GROUP = scoped(*actions.GROUP)
ALL = scoped(*Role)


@routes.post(
    "/api/incidents", access=GROUP, refusals=(ElderNotFound, ConcernNamesOneself, CannotBeNamed, PhotoNotYours)
)
async def raise_concern(ask: Ask, body: ConcernIn) -> Made:
    """Say that something is wrong; the office is asked and the family told at once."""
    about = msgspec.structs.asdict(body) | {"accounts": tuple(body.accounts), "parts": tuple(body.parts)}
    return Made(await actions.raise_concern(ask.kernel, concern=actions.NewConcern(**about), by=ask.viewer))


@routes.get("/api/incidents", access=ALL, refusals=(CursorNotReadable,))
async def list_incidents(ask: Ask, query: IncidentsQuery) -> IncidentPage:
    """The incidents in sight, the latest first; the reading is logged."""
    page = await queries.incidents(
        ask.viewer.scope,
        ask.viewer,
        closed=query.closed,
        elder_id=query.elder_id,
        cursor=query.cursor,
        limit=query.limit,
    )
    await log_list(ask, [row.elder_id for row in page.rows])
    return IncidentPage(list(page.rows), page.next_cursor)


@routes.get("/api/incidents/counts", access=scoped(Role.TOWNSHIP, Role.COUNTY))
async def count_incidents(ask: Ask) -> IncidentCounts:
    """How many are open and unanswered, by village and kind."""
    return IncidentCounts(await queries.incident_counts(ask.viewer.scope, ask.viewer))


@routes.get("/api/incidents/people/{elder_id}", access=GROUP, refusals=(ElderNotFound,))
async def list_nameable(ask: Ask, elder_id: UUID) -> Nameable:
    """Whom a concern about this elder can name, and whom to ring; the reading is logged."""
    scope = ask.viewer.scope
    found = Nameable(await nameable(scope, ask.viewer, elder_id), await numbers_near(ask.kernel, scope, elder_id))
    await log_reading(ask, elder_id, "contacts")
    return found


@routes.get("/api/incidents/{incident_id}", access=ALL, refusals=(IncidentNotFound,))
async def read_incident(ask: Ask, incident_id: UUID) -> IncidentFile:
    """One incident with its history and what can be done next; the reading is logged."""
    return await queries.incident(ask.kernel, ask.viewer.scope, ask.viewer, incident_id)


@routes.get("/api/incidents/{incident_id}/photo", access=OFFICE, refusals=(IncidentNotFound,), gives="image/jpeg")
async def read_incident_photo(ask: Ask, incident_id: UUID) -> Blob:
    """The picture that came with the concern, as JPEG; who raised it has the own upload."""
    shown = await queries.photo(ask.viewer.scope, ask.viewer, incident_id)
    await log_reading(ask, shown.elder_id, "picture", shown.id)
    return Blob(await read_picture(ask.services.storage, shown.key, small=False), "image/jpeg")


@routes.post(
    "/api/incidents/{incident_id}/steps",
    access=OFFICE,
    status=200,
    refusals=(
        IncidentNotFound,
        IncidentStepNotPossible,
        IncidentStepIncomplete,
        IncidentTimeNotPossible,
        PoliceNotTold,
        ReviewByAnother,
    ),
)
async def take_incident_step(ask: Ask, incident_id: UUID, body: IncidentStepIn) -> IncidentStands:
    """Lead an incident one step on: take it, handle, hand over, pass up, close, review."""
    taken = StepTaken(**msgspec.structs.asdict(body))
    return IncidentStands(await actions.take_step(ask.kernel, incident_id=incident_id, taken=taken, by=ask.viewer))


@routes.post("/api/incidents/{incident_id}/seen", access=ALL, status=200, refusals=(IncidentNotFound,))
async def see_incident(ask: Ask, incident_id: UUID) -> Done:
    """Say that one has read of it, so that nobody needs to ring."""
    await actions.mark_seen(ask.kernel, incident_id=incident_id, by=ask.viewer)
    return Done()
