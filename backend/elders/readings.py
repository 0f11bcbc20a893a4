"""Who looked at an elder's file, when, as what and why: for the village that answers for it, and for the family."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import any_of, fetch
from backend.divisions.scope import Level, Scope
from backend.elders.queries import elder as elder_in_sight
from backend.elders.queries import files_of
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor


class ReadingRow(msgspec.Struct, frozen=True):
    """One reading. `office` is where the role was held last, None for those who are tied to elders."""

    id: UUID
    at: datetime
    role: str
    office: str | None
    name: str
    purpose: str
    what: str


async def readings(scope: Scope, elder_id: UUID, *, cursor: str | None = None, limit: int = 20) -> Page[ReadingRow]:
    """A page of the readings of one elder in sight, the latest first, those of files merged into it among them.

    It shows who looked and nothing of the elder, and so is no reading itself (个人信息保护法 art. 44, 54).
    Raises LevelTooLow, ElderNotFound, CursorNotReadable.
    """
    scope.require(Level.FULL)
    await elder_in_sight(scope, elder_id)
    params: list[object] = [await files_of(elder_id)]
    where = any_of("r.elder_id", 1)
    if cursor:
        params.extend(decode_time_cursor(cursor))
        where += f" AND (r.at, r.id) < (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    rows = await fetch(ReadingRow, _READINGS.format(where=where, limit=f"${len(params)}"), *params)
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_time_cursor(more.at, more.id) if more else None)


_READINGS = """
SELECT r.id, r.at, r.role, (
  SELECT d.name FROM memberships m JOIN divisions d ON d.id = m.division_id
  WHERE m.account_id = r.account_id AND m.role = r.role ORDER BY m.starts_on DESC, m.id DESC LIMIT 1) AS office,
  a.name, r.purpose, r.what
FROM readings r JOIN accounts a ON a.id = r.account_id
WHERE {where} ORDER BY r.at DESC, r.id DESC LIMIT {limit}
"""
