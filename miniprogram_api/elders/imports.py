"""The register in and out as spreadsheets."""

from uuid import UUID

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.elders.errors import (
    ExportTooLong,
    ImportFailed,
    ImportFileMissing,
    ImportGrownOld,
    ImportHasProblems,
    ImportNotChecked,
    ImportNotFound,
)
from backend.elders.exports import Wanted, export_register
from backend.elders.imports import jobs
from backend.elders.imports.jobs import ABOUT_THE_FILE, CLERKS, ImportRow, import_in_sight, problems_in_sight
from backend.families.naming import Naming
from backend.outbox.idempotency import BusyElsewhere
from backend.profiles.noting import Noting
from backend.spreadsheets.errors import (
    SheetColumnTwice,
    SheetDamaged,
    SheetEmpty,
    SheetEncodingUnknown,
    SheetHeaderMissing,
    SheetNotReadable,
    SheetsMoreThanOne,
    SheetTooLarge,
    SheetTooLong,
)
from miniprogram_api.elders.schemas import ExportQuery, Import, ImportProblem, ImportProblems, ImportQuery
from miniprogram_api.limits import SHEET_BODY
from miniprogram_api.routes import Ask, Blob, Routes, scoped
from miniprogram_api.schemas import XLSX, Done, Made, PageQuery

routes = Routes("elders")

# What the worker may find wrong with a file, in the words for the person.
REFUSALS = {
    refusal.code: refusal.user_message
    for refusal in (
        *(SheetNotReadable, SheetDamaged, SheetTooLarge, SheetTooLong, SheetEmpty, SheetHeaderMissing),
        *(SheetColumnTwice, SheetsMoreThanOne, SheetEncodingUnknown, ImportFileMissing, ImportGrownOld, ImportFailed),
    )
}


def shown(row: ImportRow) -> Import:
    """The import, with the file's refusal as a sentence."""
    return Import(
        id=row.id,
        division_id=row.division_id,
        state=row.state,
        rows_read=row.rows_read,
        rows_at_most=row.rows_at_most,
        problems=row.problems,
        added=row.added,
        changed=row.changed,
        unchanged=row.unchanged,
        refusal=REFUSALS.get(row.refusal) if row.refusal else None,
        asked_at=row.asked_at,
        finished_at=row.finished_at,
    )


@routes.post(
    "/api/elders/imports",
    access=scoped(*CLERKS),
    own_transaction=True,
    body_limit=SHEET_BODY,
    takes=(XLSX, "text/csv"),
    refusals=(DivisionNotFound, SheetEmpty, SheetTooLarge, BusyElsewhere),
)
async def hand_in_import(ask: Ask, query: ImportQuery) -> Made:
    """Hand in a spreadsheet as the raw body; it is checked row by row, and nothing is stored yet.

    The same bytes for the same place answer the same import, whatever the key.
    """
    services = ask.services
    return Made(
        await jobs.hand_in(
            ask.kernel, services.storage, division_id=query.division_id, data=ask.request.body, by=ask.viewer
        )
    )


@routes.get("/api/elders/imports/{import_id}", access=scoped(*CLERKS), refusals=(ImportNotFound,))
async def read_import(ask: Ask, import_id: UUID) -> Import:
    """How far the import has come, and what storing it does to the register."""
    return shown(await import_in_sight(ask.viewer.scope, import_id))


@routes.get("/api/elders/imports/{import_id}/problems", access=scoped(*CLERKS), refusals=(ImportNotFound,))
async def list_import_problems(ask: Ask, import_id: UUID, query: PageQuery) -> ImportProblems:
    """What is wrong with the file, row by row, after remarks on the file as a whole."""
    scope = ask.viewer.scope
    row = await import_in_sight(scope, import_id)
    page = await problems_in_sight(scope, import_id, cursor=query.cursor, limit=query.limit)
    return ImportProblems(
        [
            ImportProblem(
                row=each.row if each.row != ABOUT_THE_FILE else None, column=each.column, sentence=each.sentence
            )
            for each in page.rows
        ],
        page.next_cursor,
        max(row.problems - jobs.MOST_PROBLEMS, 0),
    )


@routes.post(
    "/api/elders/imports/{import_id}/store",
    access=scoped(*CLERKS),
    status=200,
    refusals=(ImportNotFound, ImportNotChecked, ImportHasProblems),
)
async def store_import(ask: Ask, import_id: UUID) -> Done:
    """Say that the checked file shall be stored: all of it, or nothing."""
    await jobs.store(ask.kernel, import_id=import_id, by=ask.viewer)
    return Done()


@routes.get(
    "/api/elders/export",
    access=scoped(Role.TOWNSHIP, Role.COMMITTEE),
    refusals=(DivisionNotFound, ExportTooLong),
    gives=XLSX,
)
async def export_elders(ask: Ask, query: ExportQuery) -> Blob:
    """The register as .xlsx, by class and village; each elder in it is logged as read."""
    wanted = Wanted(query.form, query.tier, query.village_id)
    data = await export_register(ask.kernel, Naming(ask.kernel), Noting(ask.kernel), wanted=wanted, by=ask.viewer)
    return Blob(data, XLSX)
