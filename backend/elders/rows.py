"""What rows that other features keep about elders have in common: whose they are, and how many still wait."""

from uuid import UUID

import msgspec

from backend.db import fetch_one
from backend.divisions.scope import Level, Scope


async def elder_of_row(scope: Scope, table: str, row_id: UUID) -> UUID | None:
    """The elder a row of `table` is about; None unless that elder is in sight."""
    params: list[object] = [row_id]
    sql = f"SELECT w.elder_id FROM {table} w JOIN elders e ON e.id = w.elder_id WHERE w.id = $1"
    row = await fetch_one(_Elder, f"{sql} AND {scope.clause(params)}", *params)
    return row.elder_id if row else None


async def count_waiting(scope: Scope, table: str, waits: str) -> int:
    """How many rows of `table` about elders in sight wait; `waits` says which, in SQL over `w` and the elder `e`.

    Raises LevelTooLow.
    """
    scope.require(Level.FULL)
    params: list[object] = []
    sql = f"SELECT count(*) AS number FROM {table} w JOIN elders e ON e.id = w.elder_id WHERE {waits}"
    row = await fetch_one(_Counted, f"{sql} AND {scope.clause(params)}", *params)
    return row.number if row else 0


class _Elder(msgspec.Struct, frozen=True):
    elder_id: UUID


class _Counted(msgspec.Struct, frozen=True):
    number: int
