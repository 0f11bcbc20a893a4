"""Reading what waits; every read takes a Scope."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor
from backend.tasks.rules import TaskKind


class TaskRow(msgspec.Struct, frozen=True):
    """An open task. Who or what `subject_id` is, its kind tells."""

    id: UUID
    kind: str
    subject_id: UUID
    division_id: UUID
    division: str
    waits_for: str
    raised_at: datetime
    due_at: datetime


async def tasks(
    scope: Scope,
    *,
    now: datetime,
    overdue: bool = False,
    kind: TaskKind | None = None,
    without: TaskKind | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page[TaskRow]:
    """A page of the open tasks in sight, of one kind, or `without` one, or those whose time is over at `now`.

    The earliest due first.

    Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.CARD)
    params: list[object] = []
    where = f"t.settled_at IS NULL AND {scope.division_clause(params, 't.division_id')}"
    if overdue:
        params.append(now)
        where += f" AND t.due_at <= ${len(params)}"
    for wanted, sign in ((kind, "="), (without, "<>")):
        if wanted is not None:
            params.append(wanted)
            where += f" AND t.kind {sign} ${len(params)}"
    if cursor:
        params.extend(decode_time_cursor(cursor))
        where += f" AND (t.due_at, t.id) > (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    rows = await fetch(TaskRow, _TASKS.format(where=where, limit=len(params)), *params)
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_time_cursor(more.due_at, more.id) if more else None)


_TASKS = """
SELECT t.id, t.kind, t.subject_id, t.division_id, d.name AS division, t.waits_for, t.raised_at, t.due_at
FROM tasks t JOIN divisions d ON d.id = t.division_id
WHERE {where} ORDER BY t.due_at, t.id LIMIT ${limit}
"""


class _About(msgspec.Struct, frozen=True):
    subject_id: UUID


async def incident_of(task_id: UUID) -> UUID | None:
    """The incident a task is about, for the check whether the asker may know of it."""
    found = await fetch_one(_About, "SELECT subject_id FROM tasks WHERE id = $1 AND kind = 'incident_call'", task_id)
    return found.subject_id if found else None


class TaskCounts(msgspec.Struct, frozen=True):
    """How many tasks of one place are open, and for how many of them the time is over."""

    division_id: UUID
    code: str
    division: str
    open: int
    overdue: int


async def counts(scope: Scope, *, now: datetime) -> list[TaskCounts]:
    """The places in sight that have open tasks, by code. Raises LevelTooLow."""
    scope.require(Level.COUNTS)
    params: list[object] = [now]
    return await fetch(TaskCounts, _COUNTS.format(within=scope.division_clause(params, "t.division_id")), *params)


_COUNTS = """
SELECT t.division_id, d.code, d.name AS division, COUNT(*) AS open,
  COUNT(CASE WHEN t.due_at <= $1 THEN 1 END) AS overdue
FROM tasks t JOIN divisions d ON d.id = t.division_id
WHERE t.settled_at IS NULL AND {within} GROUP BY t.division_id, d.code, d.name ORDER BY d.code
"""
