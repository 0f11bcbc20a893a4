"""The list of services, what elders choose of it, and what they ask for."""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.kit.pages import CursorNotReadable
from backend.services import actions
from backend.services.actions import WHO_LISTS, WHO_VISITS, NewService
from backend.services.errors import (
    CardDayNotPossible,
    NothingWritten,
    RequestAnswered,
    RequestNotFound,
    ServiceNotFound,
    ServiceTermNotPossible,
    ServiceTwice,
)
from backend.services.queries import cards, requests, services
from backend.services.rules import Choice
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made
from miniprogram_api.services.schemas import (
    RequestAnswerIn,
    RequestIn,
    Requests,
    RequestsQuery,
    SelectionCardIn,
    SelectionCards,
    ServiceIn,
    Services,
)

routes = Routes("services")
WHO_READS = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE)
GONE = (ElderNotFound, ElderNotOnRegister)


@routes.get("/api/services", access=SELF)
async def list_services(ask: Ask) -> Services:
    """What one's county and township offer, for everybody who has a role there."""
    return Services(await services(ask.viewer.scope) if ask.viewer.role else [])


@routes.post("/api/services", access=scoped(*WHO_LISTS), refusals=(DivisionNotFound, ServiceTermNotPossible))
async def publish_service(ask: Ask, body: ServiceIn) -> Made:
    """Put a service on the list of one's own county or township."""
    told = msgspec.structs.asdict(body)
    place = told.pop("division_id")
    return Made(await actions.list_service(ask.kernel, division_id=place, service=NewService(**told), by=ask.viewer))


@routes.delete("/api/services/{service_id}", access=scoped(*WHO_LISTS), refusals=(ServiceNotFound,))
async def end_service(ask: Ask, service_id: UUID) -> Done:
    """Let today be the service's last day."""
    await actions.end_service(ask.kernel, service_id=service_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/elders/{elder_id}/service-cards",
    access=scoped(*WHO_VISITS),
    refusals=(*GONE, CardDayNotPossible, ServiceTwice, ServiceNotFound),
)
async def fill_selection_card(ask: Ask, elder_id: UUID, body: SelectionCardIn) -> Made:
    """Keep what the elder chose of the services offered."""
    choices = [Choice(each.service_id, each.accepts) for each in body.choices]
    made = await actions.fill_card(
        ask.kernel,
        elder_id=elder_id,
        choices=choices,
        filled_on=body.filled_on,
        filled_by=body.filled_by,
        expressed=body.expressed,
        by=ask.viewer,
    )
    return Made(made)


@routes.get("/api/elders/{elder_id}/service-cards", access=scoped(*WHO_READS), refusals=(ElderNotFound,))
async def read_selection_cards(ask: Ask, elder_id: UUID) -> SelectionCards:
    """The elder's selection cards with what changed from one to the next; the reading is logged."""
    rows = await cards(ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "service_cards")
    return SelectionCards(rows)


@routes.post("/api/elders/{elder_id}/requests", access=scoped(*WHO_VISITS), refusals=(*GONE, NothingWritten))
async def raise_request(ask: Ask, elder_id: UUID, body: RequestIn) -> Made:
    """Pass on what an elder asks for."""
    return Made(await actions.raise_request(ask.kernel, elder_id=elder_id, words=body.words, by=ask.viewer))


@routes.get("/api/requests", access=scoped(*WHO_READS), refusals=(CursorNotReadable,))
async def list_requests(ask: Ask, query: RequestsQuery) -> Requests:
    """What elders in sight asked for, newest first; each reading is logged."""
    page = await requests(ask.kernel, ask.viewer.scope, **msgspec.structs.asdict(query))
    for elder_id in dict.fromkeys(row.elder_id for row in page.rows):
        await log_reading(ask, elder_id, "requests")
    return Requests(list(page.rows), page.next_cursor)


@routes.post(
    "/api/requests/{request_id}/answer",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(RequestNotFound, RequestAnswered, NothingWritten),
)
async def answer_request(ask: Ask, request_id: UUID, body: RequestAnswerIn) -> Done:
    """Say what comes of it; whoever raised it is told."""
    await actions.answer_request(ask.kernel, request_id=request_id, answer=body.answer, by=ask.viewer)
    return Done()
