"""Who visits whom, when, and for which occasion; and the written notice of it."""

from datetime import date
from uuid import UUID

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.documents.errors import CharacterNotPrintable
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.kit.pages import CursorNotReadable
from backend.visits import calendars, holders, notices
from backend.visits.assigning import NewVisitor, assign, end_assignment
from backend.visits.errors import (
    AssignmentNotFound,
    HandedOverInFuture,
    OccasionNotPossible,
    VisitorChangedMeanwhile,
    VisitorNoticeNotFound,
    VisitorNoticeOutdated,
    VisitorNotPaired,
    VisitorNotPossible,
    WeatherNotPossible,
)
from backend.visits.opening import ask_after_event, order_for_weather
from miniprogram_api.reading import log_list, log_reading
from miniprogram_api.routes import Ask, Blob, Routes, scoped
from miniprogram_api.schemas import Done, Made, PageQuery
from miniprogram_api.visits.plan_schemas import (
    AssignIn,
    CalendarQuery,
    EventIn,
    HandedOverIn,
    HoldersQuery,
    OverdueVisits,
    OwnVisitorNotices,
    VillageCalendar,
    VisitHolders,
    VisitorNotices,
    Visitors,
    VisitorsQuery,
    WeatherIn,
)

routes = Routes("visits")
PDF = "application/pdf"


@routes.get("/api/visits/assignments", access=scoped(Role.COMMITTEE, Role.TOWNSHIP), refusals=(CursorNotReadable,))
async def list_assignments(ask: Ask, query: HoldersQuery) -> VisitHolders:
    """The elders and who visits each; the reading is logged."""
    page = await holders.holders(
        ask.viewer.scope,
        without=query.without,
        elder_id=query.elder_id,
        cursor=query.cursor,
        limit=query.limit,
    )
    await log_list(ask, [row.elder_id for row in page.rows])
    return VisitHolders(page.rows, page.next_cursor)


@routes.get("/api/visits/visitors", access=scoped(Role.COMMITTEE))
async def list_visitors(ask: Ask, query: VisitorsQuery) -> Visitors:
    """Who may be assigned, and how much each has to do."""
    return Visitors(await holders.visitors(ask.viewer.scope, elder_id=query.elder_id))


@routes.post(
    "/api/visits/assignments",
    access=scoped(Role.COMMITTEE),
    refusals=(
        ElderNotFound,
        ElderNotOnRegister,
        VisitorChangedMeanwhile,
        VisitorNotPossible,
        VisitorNotPaired,
    ),
)
async def assign_visitor(ask: Ask, body: AssignIn) -> Made:
    """Let somebody visit the elder from now on; family and elder are told in writing."""
    new = NewVisitor(body.visitor_id, body.kind, body.visitor_kind, body.instead_of)
    return Made(await assign(ask.kernel, elder_id=body.elder_id, new=new, by=ask.viewer))


@routes.post(
    "/api/visits/assignments/{assignment_id}/end", access=scoped(Role.COMMITTEE), refusals=(AssignmentNotFound,)
)
async def end_visitor(ask: Ask, assignment_id: UUID) -> Done:
    """Nobody is the visitor any more."""
    await end_assignment(ask.kernel, assignment_id=assignment_id, by=ask.viewer)
    return Done()


@routes.get(
    "/api/visits/assignments/{assignment_id}/slip",
    access=scoped(Role.COMMITTEE),
    refusals=(AssignmentNotFound, CharacterNotPrintable),
    gives=PDF,
)
async def print_visitor_slip(ask: Ask, assignment_id: UUID) -> Blob:
    """The notice to hand to the elder, with its receipt, as a PDF of one page; the reading is logged."""
    font = ask.services.settings.documents.font
    slip = await notices.print_slip(ask.kernel, ask.viewer.scope, font, assignment_id)
    await log_reading(ask, slip.elder_id, "visitor_slip", assignment_id)
    return Blob(slip.pdf, PDF)


@routes.get("/api/visits/overdue", access=scoped(Role.COMMITTEE, Role.TOWNSHIP), refusals=(CursorNotReadable,))
async def list_overdue(ask: Ask, query: PageQuery) -> OverdueVisits:
    """The overdue visits, village by village, the longest overdue first; the reading is logged."""
    page = await holders.overdue(ask.viewer.scope, cursor=query.cursor, limit=query.limit)
    await log_list(ask, [row.elder_id for row in page.rows])
    return OverdueVisits(page.rows, page.next_cursor)


@routes.get("/api/visits/calendar", access=scoped(Role.COMMITTEE))
async def read_calendar(ask: Ask, query: CalendarQuery) -> VillageCalendar:
    """A month of the village: visits done and planned; the reading is logged."""
    found = await calendars.calendar(ask.viewer.scope, date.fromisoformat(f"{query.month}-01"))
    await log_list(ask, found.names)
    names = {str(elder_id): name for elder_id, name in found.names.items()}
    return VillageCalendar(query.month, found.done, found.planned, names)


@routes.post(
    "/api/visits/weather",
    access=scoped(Role.TOWNSHIP),
    refusals=(WeatherNotPossible, DivisionNotFound),
)
async def order_weather_visits(ask: Ask, body: WeatherIn) -> Made:
    """Everybody in these villages is to be looked after while the weather is bad."""
    return Made(await order_for_weather(ask.kernel, village_ids=body.village_ids, until=body.until, by=ask.viewer))


@routes.post(
    "/api/visits/events",
    access=scoped(Role.COMMITTEE),
    refusals=(OccasionNotPossible, ElderNotFound, ElderNotOnRegister),
)
async def ask_event_visit(ask: Ask, body: EventIn) -> Made:
    """Something happened to the elder: somebody is to go there within hours."""
    return Made(await ask_after_event(ask.kernel, elder_id=body.elder_id, kind=body.kind, by=ask.viewer))


@routes.get("/api/visits/notices", access=scoped(Role.COMMITTEE))
async def list_visitor_notices(ask: Ask) -> VisitorNotices:
    """The notices of visitors that elder or family have not received yet; the reading is logged."""
    rows = await notices.open_notices(ask.viewer.scope)
    await log_list(ask, [row.elder_id for row in rows])
    return VisitorNotices(rows)


@routes.post(
    "/api/visits/notices/{notice_id}/receipt",
    access=scoped(Role.COMMITTEE),
    refusals=(VisitorNoticeNotFound, VisitorNoticeOutdated, HandedOverInFuture),
)
async def hand_over_notice(ask: Ask, notice_id: UUID, body: HandedOverIn) -> Done:
    """The notice was received, on a day, before a witness."""
    receipt = notices.Receipt(body.on, body.witness)
    await notices.hand_over(ask.kernel, notice_id=notice_id, receipt=receipt, by=ask.viewer)
    return Done()


@routes.get("/api/visits/notices/mine", access=scoped(Role.SUPPORTER))
async def list_own_notices(ask: Ask) -> OwnVisitorNotices:
    """Who visits one's elders, and how to reach that person; the reading is logged."""
    rows = await notices.own_notices(ask.kernel, ask.viewer.scope, ask.viewer.account_id)
    await log_list(ask, [row.elder_id for row in rows])
    return OwnVisitorNotices(rows)


@routes.post(
    "/api/visits/notices/{notice_id}/acknowledge",
    access=scoped(Role.SUPPORTER),
    refusals=(VisitorNoticeNotFound, VisitorNoticeOutdated),
)
async def acknowledge_notice(ask: Ask, notice_id: UUID) -> Done:
    """The child has read who visits the elder."""
    await notices.acknowledge(ask.kernel, notice_id=notice_id, by=ask.viewer)
    return Done()
