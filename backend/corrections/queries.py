"""Reading requests for correction; each read takes a Scope."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.corrections.errors import CorrectionNotFound
from backend.corrections.rules import CorrectionState, FilePart, due_on
from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.elders.queries import elder as elder_in_sight
from backend.elders.rows import count_waiting, elder_of_row
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor


class CorrectionRow(msgspec.Struct, frozen=True):
    """One request with its answer; `due_on` is the last day to answer."""

    id: UUID
    elder_id: UUID
    elder: str
    part: FilePart
    words: str
    asker: str
    asked_at: datetime
    due_on: date
    state: CorrectionState
    answer: str | None
    answerer: str | None
    answered_at: datetime | None


async def open_corrections(
    kernel: Kernel, scope: Scope, *, cursor: str | None = None, limit: int = 20
) -> Page[CorrectionRow]:
    """A page of those that wait for an answer in sight, the oldest first. Raises LevelTooLow, CursorNotReadable."""
    scope.require(Level.FULL)
    params: list[object] = [CorrectionState.OPEN]
    where = f"c.state = $1 AND {scope.clause(params)}"
    if cursor:
        params.extend(decode_time_cursor(cursor))
        where += f" AND (c.asked_at, c.id) > (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    sql = f"{_ROWS} WHERE {where} ORDER BY c.asked_at, c.id LIMIT ${len(params)}"
    rows = [_opened(kernel, row) for row in await fetch(_Row, sql, *params)]
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_time_cursor(more.asked_at, more.id) if more else None)


async def corrections_of(
    kernel: Kernel, scope: Scope, elder_id: UUID, *, asked_by: UUID | None = None
) -> list[CorrectionRow]:
    """All about one elder in sight, the latest first; those of one asker only when given.

    Raises LevelTooLow, ElderNotFound.
    """
    scope.require(Level.FULL)
    await elder_in_sight(scope, elder_id)
    params: list[object] = [elder_id]
    where = f"c.elder_id = $1 AND {scope.clause(params)}"
    if asked_by is not None:
        params.append(asked_by)
        where += f" AND c.asked_by = ${len(params)}"
    sql = f"{_ROWS} WHERE {where} ORDER BY c.asked_at DESC, c.id DESC LIMIT 200"
    return [_opened(kernel, row) for row in await fetch(_Row, sql, *params)]


async def unanswered(scope: Scope) -> int:
    """How many requests in sight wait for an answer. Raises LevelTooLow."""
    return await count_waiting(scope, "corrections", f"w.state = '{CorrectionState.OPEN}'")


async def elder_of(scope: Scope, correction_id: UUID) -> UUID:
    """Whose file a request in sight is about. Raises CorrectionNotFound."""
    elder_id = await elder_of_row(scope, "corrections", correction_id)
    if elder_id is None:
        raise CorrectionNotFound
    return elder_id


class _Row(msgspec.Struct, frozen=True):
    id: UUID
    elder_id: UUID
    elder: str
    part: str
    words: bytes
    asker: str
    asked_at: datetime
    state: str
    answer: bytes | None
    answerer: str | None
    answered_at: datetime | None


_ROWS = """
SELECT c.id, c.elder_id, e.name AS elder, c.part, c.words, a.name AS asker, c.asked_at, c.state, c.answer,
  b.name AS answerer, c.answered_at
FROM corrections c JOIN elders e ON e.id = c.elder_id JOIN accounts a ON a.id = c.asked_by
LEFT JOIN accounts b ON b.id = c.answered_by"""


def _opened(kernel: Kernel, row: _Row) -> CorrectionRow:
    def text(column: str, blob: bytes) -> str:
        return kernel.keys.decrypt(bytes(blob), f"corrections|{column}|{row.id}").decode()

    told = msgspec.structs.asdict(row) | {
        "part": FilePart(row.part),
        "state": CorrectionState(row.state),
        "words": text("words", row.words),
        "answer": text("answer", row.answer) if row.answer else None,
    }
    return CorrectionRow(**told, due_on=due_on(row.asked_at))
