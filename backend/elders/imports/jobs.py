"""A spreadsheet of elders handed in, looked at, and told to be stored (R004); `importer` does the work in between."""

import asyncio
import hashlib
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import IntegrityError, fetch, fetch_one, transaction
from backend.divisions.errors import DivisionNotFound
from backend.divisions.queries import sees_division
from backend.divisions.scope import Scope
from backend.elders.errors import ImportGrownOld, ImportHasProblems, ImportNotChecked, ImportNotFound
from backend.elders.models import RegisterImport
from backend.elders.rules import ImportState
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.kit.pages import CursorNotReadable, Page, decode_row_cursor, encode_cursor
from backend.outbox.idempotency import BusyElsewhere
from backend.spreadsheets.errors import SheetEmpty, SheetTooLarge
from backend.spreadsheets.sheets import MAX_FILE_BYTES
from backend.storage.port import Storage

CLERKS = (Role.TOWNSHIP, Role.COUNTY)
MOST_PROBLEMS = 1000
"""How many problems of one file are listed; of the others only the number is told."""
ABOUT_THE_FILE = 0
"""The row of what is said about the file as a whole; that does not stand in the way of storing it."""
FOLDER = "imports"
_KEPT = timedelta(days=30)
_ALIVE = (ImportState.CHECKING, ImportState.CHECKED, ImportState.STORING)


class ImportRow(msgspec.Struct, frozen=True):
    """How far an import has come. `problems` counts all of them; `added` and so on are foretold until it is stored."""

    id: UUID
    division_id: UUID
    state: ImportState
    rows_read: int
    rows_at_most: int
    problems: int
    added: int
    changed: int
    unchanged: int
    refusal: str | None
    asked_at: datetime
    finished_at: datetime | None


class ProblemRow(msgspec.Struct, frozen=True):
    """Why a row cannot be taken, or with row ABOUT_THE_FILE what else there is to know."""

    id: UUID
    row: int
    column: str
    sentence: str


async def hand_in(kernel: Kernel, storage: Storage, *, division_id: UUID, data: bytes, by: Viewer) -> UUID:
    """Take a spreadsheet for the villages of a division; returns the import, which the worker then checks.

    The same bytes for the same place are the same import, checked again when problems stood in its way. Opens its own
    transaction. Raises RoleCannot, DivisionNotFound, SheetEmpty, SheetTooLarge, BusyElsewhere.
    """
    by.require(*CLERKS)
    if not await sees_division(by.scope, division_id):
        raise DivisionNotFound(field="division_id")
    if not data:
        raise SheetEmpty
    if len(data) > MAX_FILE_BYTES:
        raise SheetTooLarge
    digest = await asyncio.to_thread(lambda: hashlib.sha256(data).hexdigest())
    for _ in range(3):
        if known := await _handed_in_before(division_id, digest):
            return known
        import_id = uuid7()
        # The bytes first, so that no row lacks them; what a crash leaves behind is swept.
        key = f"{FOLDER}/{import_id.hex}"
        await storage.put(key, data, aad=key)
        try:
            await _enter(kernel, import_id=import_id, division_id=division_id, key=key, digest=digest, by=by)
        except IntegrityError:
            await storage.delete(key)
        else:
            return import_id
    raise BusyElsewhere


async def _enter(kernel: Kernel, *, import_id: UUID, division_id: UUID, key: str, digest: str, by: Viewer) -> None:
    async with transaction():
        await RegisterImport.create(
            id=import_id,
            division_id=division_id,
            asked_by=by.account_id,
            asked_at=kernel.clock.now(),
            object_key=key,
            sha256=digest,
            state=ImportState.CHECKING,
        )
        subject = Subject("import", import_id)
        await record(kernel, subject, Tag.IMPORT_HANDED_IN, by=by.actor, division_id=str(division_id))


async def _handed_in_before(division_id: UUID, digest: str) -> UUID | None:
    same = RegisterImport.filter(division_id=division_id, sha256=digest).exclude(state=ImportState.REFUSED)
    found = await same.first()
    if found is None:
        return None
    with_problems = RegisterImport.filter(id=found.id, state=ImportState.CHECKED, problems__gt=0)
    await with_problems.update(state=ImportState.CHECKING, rows_read=0, rows_at_most=0)
    return found.id


async def store(kernel: Kernel, *, import_id: UUID, by: Viewer) -> None:
    """A person says "store it"; the worker does. Raises RoleCannot, ImportNotFound, ImportNotChecked,
    ImportHasProblems."""
    by.require(*CLERKS)
    async with transaction():
        await import_in_sight(by.scope, import_id)
        found = await RegisterImport.filter(id=import_id).select_for_update().get()
        if found.state is not ImportState.CHECKED:
            raise ImportNotChecked
        if found.problems:
            raise ImportHasProblems
        await RegisterImport.filter(id=import_id).update(state=ImportState.STORING, rows_read=0)
        await record(kernel, Subject("import", import_id), Tag.IMPORT_CONFIRMED, by=by.actor)


async def import_in_sight(scope: Scope, import_id: UUID) -> ImportRow:
    """One import for a place in sight. Raises ImportNotFound."""
    params: list[object] = [import_id]
    within = scope.division_clause(params, "i.division_id")
    row = await fetch_one(ImportRow, f"{_IMPORT} WHERE i.id = $1 AND {within}", *params)
    if row is None:
        raise ImportNotFound
    return row


_IMPORT = """
SELECT i.id, i.division_id, i.state, i.rows_read, i.rows_at_most, i.problems, i.added, i.changed, i.unchanged,
  i.refusal, i.asked_at, i.finished_at FROM register_imports i
"""


async def problems_in_sight(
    scope: Scope, import_id: UUID, *, cursor: str | None = None, limit: int = 20
) -> Page[ProblemRow]:
    """A page of what is wrong with the file, row by row, MOST_PROBLEMS in all. Raises ImportNotFound."""
    await import_in_sight(scope, import_id)
    params: list[object] = [import_id]
    where = "p.import_id = $1"
    if cursor:
        row, after = decode_row_cursor(cursor)
        params.extend((_row_number(row), after))
        where += " AND (p.row, p.id) > ($2, $3)"
    params.append(limit + 1)
    rows = await fetch(ProblemRow, f"{_PROBLEMS} WHERE {where} ORDER BY p.row, p.id LIMIT ${len(params)}", *params)
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_cursor(str(last.row), str(last.id)) if last else None)


_PROBLEMS = 'SELECT p.id, p.row, p."column", p.sentence FROM import_problems p'


def _row_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise CursorNotReadable(field="cursor")
    return int(text)


async def sweep_imports(kernel: Kernel, storage: Storage) -> None:
    """Give up imports that nobody confirmed for a month, and remove files that no import waits for."""
    now = kernel.clock.now()
    forgotten = RegisterImport.filter(state=ImportState.CHECKED, asked_at__lt=now - _KEPT)
    await forgotten.update(state=ImportState.REFUSED, refusal=ImportGrownOld.code, finished_at=now)
    async for key in storage.older_than(now - timedelta(days=1), prefix=FOLDER):
        if not await RegisterImport.exists(object_key=key, state__in=_ALIVE):
            await storage.delete(key)
