"""The village's key help list (R035), computed from the alerts that stand on its files."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import any_of, fetch
from backend.divisions.scope import Level, Scope
from backend.elders.alerts import AlertKind
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor


class KeyHelpRow(msgspec.Struct, frozen=True):
    """One elder on the list: since when, why (the other alerts; none of them: in hardship), and whether the township
    was told."""

    elder_id: UUID
    name: str
    village_id: UUID
    village: str
    since: datetime
    reported: bool
    alerts: list[AlertKind]


class _Listed(msgspec.Struct, frozen=True):
    id: UUID
    elder_id: UUID
    name: str
    village_id: UUID
    village: str
    begun_at: datetime
    reported: bool


class KeyHelpCount(msgspec.Struct, frozen=True):
    """How many stand on one village's list, and of how many of them the township was told."""

    village_id: UUID
    village: str
    township: str | None
    elders: int
    reported: int


async def key_help_counts(scope: Scope) -> list[KeyHelpCount]:
    """The lists in sight as figures, village by village; those without anybody are left out. Raises LevelTooLow."""
    scope.require(Level.COUNTS)
    params: list[object] = [AlertKind.KEY_HELP]
    return await fetch(KeyHelpCount, _COUNTED.format(within=scope.clause(params)), *params)


_COUNTED = """
SELECT d.id AS village_id, d.name AS village, t.name AS township, COUNT(*) AS elders, COUNT(a.report_id) AS reported
FROM alerts a JOIN elders e ON e.id = a.elder_id JOIN divisions d ON d.id = e.village_id
LEFT JOIN divisions t ON t.id = d.parent_id
WHERE a.kind = $1 AND a.ended_at IS NULL AND e.left_on IS NULL AND {within}
GROUP BY d.id, d.name, d.code, t.name ORDER BY d.code
"""


async def key_help(
    scope: Scope, *, village_id: UUID | None = None, cursor: str | None = None, limit: int = 20
) -> Page[KeyHelpRow]:
    """A page of the key help lists in sight, or of one village's, the longest listed first.

    Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.CARD)
    params: list[object] = [AlertKind.KEY_HELP]
    where = f"a.kind = $1 AND a.ended_at IS NULL AND e.left_on IS NULL AND {scope.clause(params)}"
    if village_id is not None:
        params.append(village_id)
        where += f" AND e.village_id = ${len(params)}"
    if cursor:
        params.extend(decode_time_cursor(cursor))
        where += f" AND (a.begun_at, a.id) > (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    rows = await fetch(_Listed, _LISTED.format(where=where, limit=len(params)), *params)
    more = rows[limit - 1] if len(rows) > limit else None
    why = await _alerts([row.elder_id for row in rows[:limit]])
    shown = tuple(
        KeyHelpRow(
            elder_id=row.elder_id,
            name=row.name,
            village_id=row.village_id,
            village=row.village,
            since=row.begun_at,
            reported=row.reported,
            alerts=why.get(row.elder_id, []),
        )
        for row in rows[:limit]
    )
    return Page(shown, encode_time_cursor(more.begun_at, more.id) if more else None)


_LISTED = """
SELECT a.id, a.elder_id, e.name, e.village_id, d.name AS village, a.begun_at, a.report_id IS NOT NULL AS reported
FROM alerts a JOIN elders e ON e.id = a.elder_id JOIN divisions d ON d.id = e.village_id
WHERE {where} ORDER BY a.begun_at, a.id LIMIT ${limit}
"""


class _Standing(msgspec.Struct, frozen=True):
    elder_id: UUID
    kind: str


async def _alerts(elder_ids: list[UUID]) -> dict[UUID, list[AlertKind]]:
    found: dict[UUID, list[AlertKind]] = {}
    for row in await fetch(_Standing, _ALERTS.format(among=any_of("elder_id", 1)), elder_ids, AlertKind.KEY_HELP):
        found.setdefault(row.elder_id, []).append(AlertKind(row.kind))
    return found


_ALERTS = "SELECT elder_id, kind FROM alerts WHERE {among} AND kind <> $2 AND ended_at IS NULL ORDER BY kind"
