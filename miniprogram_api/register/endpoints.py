"""Who comes onto the register and goes off it, which files are due to be confirmed, and how many there are."""

from io import BytesIO
from uuid import UUID

from backend.accounts.roles import Role
from backend.audit.trail import record_readings
from backend.divisions.errors import DivisionNotFound
from backend.elders import staying
from backend.elders.errors import (
    ChangeBeforeLast,
    ChangeInFuture,
    DayNotPossible,
    ElderAlreadyRegistered,
    ElderHasLeft,
    ElderIsHere,
    ElderLivesThere,
    ElderNotFound,
    ElderStillHere,
    FileIsDouble,
    FileIsErased,
    VillageIsGone,
)
from backend.elders.leavers import leavers
from backend.elders.ledger import Ledger, LedgerRow, ledger, unconfirmed
from backend.elders.ledger_sheet import write_ledger
from backend.elders.rules import LeaveReason
from backend.kit.pages import CursorNotReadable
from miniprogram_api.reading import log_list
from miniprogram_api.register.schemas import (
    ComeBackIn,
    LeaveIn,
    Leavers,
    LeaversQuery,
    LedgerOut,
    LedgerPlace,
    LedgerQuery,
    LedgerTier,
    MoveIn,
    UnconfirmedFile,
    UnconfirmedFiles,
    WhereToIn,
)
from miniprogram_api.routes import Ask, Blob, Routes, scoped
from miniprogram_api.schemas import XLSX, Done, PageQuery

routes = Routes("register")


@routes.get(
    "/api/elders/ledger",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY),
    refusals=(DayNotPossible, DivisionNotFound),
)
async def read_ledger(ask: Ask, query: LedgerQuery) -> LedgerOut:
    """Elders by place, tier and status on any day, village by village and summed level by level."""
    found = await _counted(ask, query)
    return LedgerOut(found.as_of, found.since, [_shown(row) for row in found.rows])


@routes.get(
    "/api/elders/ledger/sheet",
    access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY),
    refusals=(DayNotPossible, DivisionNotFound),
    gives=XLSX,
)
async def download_ledger(ask: Ask, query: LedgerQuery) -> Blob:
    """One place's ledger as .xlsx: those right under it, and their sum."""
    target = BytesIO()
    write_ledger(await _counted(ask, query), target)
    return Blob(target.getvalue(), XLSX)


async def _counted(ask: Ask, query: LedgerQuery) -> Ledger:
    return await ledger(
        ask.viewer.scope,
        as_of=query.as_of,
        since=query.since,
        division_id=query.division_id,
        down_to=query.down_to,
    )


def _shown(row: LedgerRow) -> LedgerPlace:
    return LedgerPlace(
        division_id=row.id,
        parent_id=row.parent_id,
        code=row.code,
        name=row.name,
        level=row.level,
        ended_on=row.ended_on,
        on_register=sum(counts.on_register for counts in row.tiers.values()),
        tiers=[LedgerTier(tier, counts.on_register, counts.left) for tier, counts in row.tiers.items()],
    )


@routes.get("/api/elders/left", access=scoped(Role.COMMITTEE, Role.TOWNSHIP), refusals=(CursorNotReadable,))
async def list_leavers(ask: Ask, query: LeaversQuery) -> Leavers:
    """Who left the register, when, why, where to and who wrote it down; the reading is logged."""
    scope = ask.viewer.scope
    page = await leavers(
        ask.kernel, scope, village_id=query.village_id, reason=query.reason, cursor=query.cursor, limit=query.limit
    )
    if page.rows and scope.division:
        await record_readings(
            ask.kernel,
            by=ask.viewer.actor,
            purpose=scope.purpose,
            elder_ids={row.elder_id for row in page.rows},
            what="left",
            subject_id=scope.division,
        )
    return Leavers(list(page.rows), page.next_cursor)


@routes.put(
    "/api/elders/{elder_id}/where-to",
    access=scoped(Role.COMMITTEE),
    refusals=(ElderNotFound, ElderStillHere, FileIsErased),
)
async def tell_where_to(ask: Ask, elder_id: UUID, body: WhereToIn) -> Done:
    """Write down where an elder went who is off the register."""
    await staying.tell_where_to(ask.kernel, elder_id=elder_id, where_to=body.where_to, by=ask.viewer)
    return Done()


@routes.get("/api/elders/unconfirmed", access=scoped(Role.COMMITTEE, Role.TOWNSHIP), refusals=(CursorNotReadable,))
async def list_unconfirmed(ask: Ask, query: PageQuery) -> UnconfirmedFiles:
    """The files to be confirmed by the quarter's end; the reading is logged."""
    page = await unconfirmed(ask.viewer.scope, cursor=query.cursor, limit=query.limit)
    await log_list(ask, [row.id for row in page.rows])
    today = ask.viewer.today
    items = [
        UnconfirmedFile(row.id, row.name, row.village_id, row.village, row.known_on, row.due_on, row.due_on < today)
        for row in page.rows
    ]
    return UnconfirmedFiles(items, page.next_cursor)


@routes.post(
    "/api/elders/{elder_id}/confirm",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(ElderNotFound, ElderHasLeft),
)
async def confirm_file(ask: Ask, elder_id: UUID) -> Done:
    """Say that the whole file was looked through today and is true."""
    await staying.confirm_whole_file(ask.kernel, elder_id=elder_id, by=ask.viewer)
    return Done()


@routes.post(
    "/api/elders/{elder_id}/leave",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(ElderNotFound, ElderHasLeft, ChangeInFuture, ChangeBeforeLast),
)
async def leave(ask: Ask, elder_id: UUID, body: LeaveIn) -> Done:
    """Take the elder off the register, with reason and date; nothing is deleted."""
    reason = LeaveReason(body.reason)
    await staying.leave(ask.kernel, elder_id=elder_id, reason=reason, on=body.on, by=ask.viewer)
    return Done()


@routes.post(
    "/api/elders/{elder_id}/come-back",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(
        ElderNotFound,
        ElderIsHere,
        FileIsDouble,
        FileIsErased,
        ElderAlreadyRegistered,
        VillageIsGone,
        ChangeInFuture,
        ChangeBeforeLast,
    ),
)
async def come_back(ask: Ask, elder_id: UUID, body: ComeBackIn) -> Done:
    """Put an elder who left on the register again, with the same file."""
    await staying.come_back(ask.kernel, elder_id=elder_id, on=body.on, by=ask.viewer)
    return Done()


@routes.post(
    "/api/elders/{elder_id}/move",
    access=scoped(Role.TOWNSHIP),
    status=200,
    refusals=(
        ElderNotFound,
        DivisionNotFound,
        ElderHasLeft,
        ElderLivesThere,
        VillageIsGone,
        ChangeInFuture,
        ChangeBeforeLast,
    ),
)
async def move(ask: Ask, elder_id: UUID, body: MoveIn) -> Done:
    """Put the elder on another village's register; the file goes along."""
    await staying.move(ask.kernel, elder_id=elder_id, village_id=body.village_id, on=body.on, by=ask.viewer)
    return Done()
