"""Around a family call: the elder's answer, who comes, who comes instead, who waits, what came of it, full evenings."""

from uuid import UUID

import msgspec

from backend.accounts.roles import OFFICES, Role
from backend.calls import asking, hosting, lobby, outcomes
from backend.calls.actions import HOSTS
from backend.calls.capacity import evenings
from backend.calls.errors import (
    CallNotFound,
    CallStateChanged,
    ElderWantsNoCalls,
    NotInvited,
    NotTheHost,
)
from backend.calls.lobby import Lobby
from backend.calls.outcomes import Hosted, NewOutcome
from backend.calls.queries import offers
from miniprogram_api.calls.endpoints import NOT_FREE, NOT_WANTED
from miniprogram_api.calls.schemas import (
    ComingIn,
    DropOutIn,
    ElderAnswerIn,
    EveningOut,
    Evenings,
    ForecastQuery,
    Offers,
    OutcomeIn,
    PhoneIn,
)
from miniprogram_api.reading import log_list
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done

routes = Routes("calls")


@routes.post(
    "/api/calls/{call_id}/elder-answer",
    access=scoped(*HOSTS),
    status=200,
    refusals=(CallNotFound, CallStateChanged, ElderWantsNoCalls),
)
async def record_answer(ask: Ask, call_id: UUID, body: ElderAnswerIn) -> Done:
    """Write down what the elder said: a yes agrees the call, a no calls it off."""
    await asking.record_answer(ask.kernel, call_id=call_id, agrees=body.agrees, heard=body.heard, by=ask.viewer)
    return Done()


@routes.post(
    "/api/calls/{call_id}/coming",
    access=scoped(Role.SUPPORTER),
    status=200,
    refusals=(CallNotFound, CallStateChanged, *NOT_FREE),
)
async def say_coming(ask: Ask, call_id: UUID, body: ComingIn) -> Done:
    """A child says whether to come."""
    await asking.say_coming(ask.kernel, call_id=call_id, coming=body.coming, by=ask.viewer)
    return Done()


@routes.post(
    "/api/calls/{call_id}/drop-out",
    access=scoped(*HOSTS),
    status=200,
    refusals=(CallNotFound, NotTheHost, CallStateChanged),
)
async def drop_out(ask: Ask, call_id: UUID, body: DropOutIn) -> Done:
    """The host cannot come; another is asked at once."""
    await hosting.drop_out(ask.kernel, call_id=call_id, reason=body.reason, words=body.words, by=ask.viewer)
    return Done()


@routes.get("/api/calls/offers", access=scoped(*HOSTS))
async def list_offers(ask: Ask) -> Offers:
    """Calls one is asked to host in place of somebody who cannot; the reading is logged."""
    rows = await offers(ask.viewer.account_id, ask.kernel.clock.now())
    await log_list(ask, [row.elder_id for row in rows])
    return Offers(rows)


@routes.post(
    "/api/calls/{call_id}/step-in",
    access=scoped(*HOSTS),
    status=200,
    refusals=(CallNotFound, CallStateChanged, ElderWantsNoCalls, *NOT_FREE),
)
async def step_in(ask: Ask, call_id: UUID) -> Done:
    """Host in place of one who cannot come; the first has it."""
    await hosting.step_in(ask.kernel, call_id=call_id, by=ask.viewer)
    return Done()


@routes.post("/api/calls/{call_id}/decline", access=scoped(*HOSTS), status=200, refusals=(CallNotFound,))
async def decline_call(ask: Ask, call_id: UUID) -> Done:
    """One who was asked cannot come either."""
    await hosting.decline(ask.kernel, call_id=call_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/calls/{call_id}/wait",
    access=scoped(Role.SUPPORTER),
    keyed=False,
    status=200,
    refusals=(CallNotFound, NotInvited, CallStateChanged, *NOT_WANTED),
)
async def wait_for_call(ask: Ask, call_id: UUID) -> Lobby:
    """Wait for the room to open, and see who else does; said anew every few seconds."""
    return await lobby.wait(ask.kernel, call_id=call_id, by=ask.viewer)


@routes.post(
    "/api/calls/{call_id}/outcome",
    access=scoped(*HOSTS),
    status=200,
    refusals=(CallNotFound, NotTheHost, CallStateChanged),
)
async def note_outcome(ask: Ask, call_id: UUID, body: OutcomeIn) -> Done:
    """What the host noticed and taught."""
    outcome = NewOutcome(body.skill, body.noticed, body.taught)
    await outcomes.note_outcome(ask.kernel, call_id=call_id, outcome=outcome, by=ask.viewer)
    return Done()


@routes.post(
    "/api/calls/{call_id}/phone-minutes",
    access=scoped(*HOSTS),
    status=200,
    refusals=(CallNotFound, NotTheHost, CallStateChanged, NotInvited),
)
async def declare_phone(ask: Ask, call_id: UUID, body: PhoneIn) -> Done:
    """It went on by ordinary telephone: still the same call."""
    await outcomes.declare_phone(ask.kernel, call_id=call_id, with_id=body.with_id, minutes=body.minutes, by=ask.viewer)
    return Done()


@routes.get("/api/calls/hours", access=SELF)
async def read_hours(ask: Ask) -> Hosted:
    """The calls one has hosted, and the time given to them."""
    return await outcomes.hours(ask.viewer.account_id)


@routes.get("/api/calls/forecast", access=scoped(*OFFICES))
async def read_forecast(ask: Ask, query: ForecastQuery) -> Evenings:
    """How many calls the coming evenings will see, and how many the servers carry."""
    rows = await evenings(ask.viewer.scope, days=query.days)
    return Evenings(
        ask.viewer.division_id, [EveningOut(**msgspec.structs.asdict(row), enough=row.enough) for row in rows]
    )
