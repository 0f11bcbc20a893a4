"""Family calls: agree a time, enter the room, read the log."""

from datetime import timedelta
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.calls import actions, attendance
from backend.calls.errors import (
    CallNotFound,
    CallStateChanged,
    ChildBusyThen,
    ElderBusyThen,
    ElderDoesNotAgree,
    ElderNotInSight,
    ElderWantsNoCalls,
    EveningFull,
    EventNotOurs,
    EventNotReadable,
    HostBusyThen,
    MinorNotCovered,
    NotInvited,
    NotOpenYet,
    NotTheHost,
    NotYoursToCancel,
    OwnCallsNotWanted,
    TicketNotValid,
    TimeNotOffered,
    TimesNotPossible,
)
from backend.calls.lobby import waiting
from backend.calls.outcomes import aftermath
from backend.calls.queries import CallRow, Person, RoomView, calls
from backend.calls.rooms import EVENT_HEADER, MAX_EVENT, find_place
from miniprogram_api.calls.schemas import (
    AttendedOut,
    CallDetail,
    CallIn,
    CallOut,
    Calls,
    CallsQuery,
    OpenIn,
    PersonOut,
    RoomGoesOn,
    RoomOut,
    TakeIn,
    TicketIn,
    TicketOut,
)
from miniprogram_api.reading import log_list
from miniprogram_api.routes import PUBLIC, SIGNED, Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made

routes = Routes("calls")
COOKIE = "room"
NOT_WANTED = (ElderWantsNoCalls, OwnCallsNotWanted)
NOT_FREE = (ElderBusyThen, HostBusyThen, ChildBusyThen, EveningFull)
WHO_SEES_CALLS = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE, Role.TOWNSHIP)


def _call(row: CallRow) -> CallOut:
    columns = msgspec.structs.asdict(row)
    return CallOut(**{**columns, "times": list(row.times)})


def _people(people: tuple[Person, ...]) -> list[PersonOut]:
    return [PersonOut(each.account_id, each.name, each.relation, each.seat, each.coming) for each in people]


async def _room(view: RoomView, ask: Ask) -> RoomOut:
    path = await find_place(ask.services.redis, view.call_id) or ask.services.settings.rooms.signalling_path
    people = _people(view.people)
    return RoomOut(view.call_id, view.account_id, view.seat, view.name, view.elder, people, path)


@routes.post(
    "/api/calls", access=scoped(Role.SUPPORTER), refusals=(ElderNotInSight, ElderWantsNoCalls, TimesNotPossible)
)
async def propose_call(ask: Ask, body: CallIn) -> Made:
    """Propose times for a family call."""
    return Made(await actions.propose(ask.kernel, elder_id=body.elder_id, times=body.times, by=ask.viewer))


@routes.get("/api/calls", access=scoped(*WHO_SEES_CALLS))
async def list_calls(ask: Ask, query: CallsQuery) -> Calls:
    """The calls of the elders in sight, newest first; the reading is logged."""
    page = await calls(
        ask.viewer.scope, elder_id=query.elder_id, state=query.state, cursor=query.cursor, limit=query.limit
    )
    await log_list(ask, [row.elder_id for row in page.rows])
    return Calls([_call(row) for row in page.rows], page.next_cursor)


@routes.get("/api/calls/{call_id}", access=scoped(*WHO_SEES_CALLS), refusals=(CallNotFound,))
async def read_call(ask: Ask, call_id: UUID) -> CallDetail:
    """One call: who may come, who waits, who came and for how long, and what came of it."""
    found = await actions.read(ask.kernel, call_id=call_id, by=ask.viewer)
    came = [AttendedOut(**msgspec.structs.asdict(each)) for each in found.attendance]
    present = await waiting(ask.kernel, call_id)
    after = await aftermath(ask.kernel, ask.viewer.scope, found.call)
    return CallDetail(_call(found.call), _people(found.people), came, list(found.answers), present, after)


@routes.post(
    "/api/calls/{call_id}/take",
    access=scoped(*actions.HOSTS),
    status=200,
    refusals=(CallNotFound, CallStateChanged, ElderWantsNoCalls, TimeNotOffered, *NOT_FREE),
)
async def take_call(ask: Ask, call_id: UUID, body: TakeIn) -> Done:
    """Promise to host the call at one of the proposed times."""
    await actions.take(ask.kernel, call_id=call_id, starts_at=body.starts_at, by=ask.viewer)
    return Done()


@routes.post(
    "/api/calls/{call_id}/open",
    access=scoped(*actions.HOSTS),
    status=200,
    refusals=(CallNotFound, NotTheHost, ElderDoesNotAgree, MinorNotCovered, ElderWantsNoCalls, CallStateChanged),
)
async def open_call(ask: Ask, call_id: UUID, body: OpenIn) -> Done:
    """Open the room at the elder's home, the elder having said yes aloud."""
    opening = actions.Opening(body.elder_agrees, tuple(body.present))
    await actions.open_room(ask.kernel, call_id=call_id, opening=opening, by=ask.viewer)
    return Done()


@routes.post(
    "/api/calls/{call_id}/ticket",
    access=scoped(*WHO_SEES_CALLS),
    refusals=(CallNotFound, NotInvited, NotOpenYet, *NOT_WANTED, CallStateChanged),
)
async def mint_ticket(ask: Ask, call_id: UUID) -> TicketOut:
    """A ticket into the room, at the tap."""
    made = await actions.mint_ticket(ask.kernel, call_id=call_id, by=ask.viewer)
    return TicketOut(made.ticket, made.expires_at)


@routes.post(
    "/api/calls/{call_id}/close",
    access=scoped(*actions.HOSTS),
    status=200,
    refusals=(CallNotFound, NotTheHost, CallStateChanged),
)
async def close_call(ask: Ask, call_id: UUID) -> Done:
    """End the call."""
    await actions.close(ask.kernel, call_id=call_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/calls/{call_id}/cancel",
    access=scoped(Role.SUPPORTER, *actions.HOSTS),
    status=200,
    refusals=(CallNotFound, NotYoursToCancel, CallStateChanged),
)
async def cancel_call(ask: Ask, call_id: UUID) -> Done:
    """Call it off before it is opened."""
    await actions.cancel(ask.kernel, call_id=call_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/calls/room",
    access=PUBLIC,
    keyed=False,
    proof=True,
    status=200,
    body_limit=1024,
    refusals=(TicketNotValid, *NOT_WANTED, CallStateChanged),
)
async def enter_room(ask: Ask, body: TicketIn) -> RoomOut:
    """Exchange a ticket for the room's cookie, which no script reads and which survives reloads."""
    settings = ask.services.settings
    entrance = await actions.exchange_ticket(
        ask.kernel, ticket=body.ticket, key=settings.keys.grant, life=timedelta(hours=settings.rooms.grant_hours)
    )
    ask.cookies.append(
        {
            "key": COOKIE,
            "value": entrance.grant,
            "path": "/",
            "httponly": True,
            "samesite": "Strict",
            "secure": settings.public_url.startswith("https://"),
            "max_age": int(entrance.life.total_seconds()),
        }
    )
    return await _room(entrance.view, ask)


@routes.get("/api/calls/room", access=PUBLIC, refusals=(TicketNotValid, *NOT_WANTED, CallStateChanged))
async def read_room(ask: Ask) -> RoomOut:
    """The room by its cookie, after a reload."""
    grant = ask.request.cookies.get(COOKIE) or ""
    return await _room(await actions.reenter(ask.kernel, grant=grant, key=ask.services.settings.keys.grant), ask)


@routes.post(
    "/api/calls/events",
    access=SIGNED,
    keyed=False,
    status=200,
    body_limit=MAX_EVENT,
    refusals=(EventNotOurs, EventNotReadable),
)
async def receive_event(ask: Ask) -> RoomGoesOn:
    """A media node tells how a room stands: cumulative, numbered, signed; and hears whether it may go on."""
    goes_on = await attendance.receive(
        ask.kernel,
        body=ask.request.body,
        signature=ask.request.headers.get(EVENT_HEADER, ""),
        key=ask.services.settings.keys.grant,
    )
    return RoomGoesOn(goes_on)
