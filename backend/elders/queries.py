"""Reading the register; every read takes a Scope."""

from datetime import date
from uuid import UUID

import msgspec

from backend.db import any_of, fetch, fetch_one
from backend.divisions.scope import Level, Scope
from backend.elders.errors import ElderNotFound
from backend.kit.pages import Page, decode_row_cursor, encode_cursor


class ElderRow(msgspec.Struct, frozen=True):
    """An elder as a card shows one."""

    id: UUID
    village_id: UUID
    village: str
    name: str
    gender: str
    born_on: date
    address: str
    living_alone: bool
    ability_level: str
    tier: str


_COLUMNS = """e.id, e.village_id, d.name AS village, e.name, e.gender, e.born_on, e.address, e.living_alone,
  e.ability_level, e.tier FROM elders e JOIN divisions d ON d.id = e.village_id"""


async def elder(scope: Scope, elder_id: UUID) -> ElderRow:
    """One elder in sight. Raises ElderNotFound."""
    scope.require(Level.CARD)
    params: list[object] = [elder_id]
    row = await fetch_one(ElderRow, f"SELECT {_COLUMNS} WHERE e.id = $1 AND {scope.clause(params)}", *params)
    if row is None:
        raise ElderNotFound
    return row


async def override_stands(scope: Scope, elder_id: UUID) -> bool:
    """Whether the tier of an elder in sight is a person's decision now. Raises LevelTooLow."""
    scope.require(Level.CARD)
    params: list[object] = [elder_id, scope.today]
    return bool(await fetch(_Standing, _OVERRIDDEN.format(within=scope.clause(params)), *params))


class _Standing(msgspec.Struct, frozen=True):
    id: UUID


_OVERRIDDEN = """
SELECT o.id FROM tier_spans s JOIN tier_overrides o ON o.id = s.override_id JOIN elders e ON e.id = s.elder_id
WHERE s.elder_id = $1 AND s.ends_on IS NULL AND o.ends_on > $2 AND {within}
"""


async def elders_among(scope: Scope, elder_ids: list[UUID]) -> dict[UUID, ElderRow]:
    """Those of the given elders that are in sight."""
    scope.require(Level.CARD)
    params: list[object] = [elder_ids]
    where = f"{any_of('e.id', 1)} AND {scope.clause(params)}"
    return {row.id: row for row in await fetch(ElderRow, f"SELECT {_COLUMNS} WHERE {where}", *params)}


async def files_of(elder_id: UUID) -> list[UUID]:
    """The file, seen in scope already, and those merged into it: all that is kept of one person."""
    return [elder_id, *(row.id for row in await fetch(_Double, _DOUBLES, elder_id))]


class _Double(msgspec.Struct, frozen=True):
    id: UUID


_DOUBLES = "SELECT m.double_id AS id FROM file_merges m WHERE m.kept_id = $1 ORDER BY m.merged_at, m.id"


async def elders(scope: Scope, *, cursor: str | None = None, limit: int = 20) -> Page[ElderRow]:
    """A page of the elders in sight who have not left, by name and id."""
    scope.require(Level.CARD)
    params: list[object] = []
    where = f"e.left_on IS NULL AND {scope.clause(params)}"
    if cursor:
        params.extend(decode_row_cursor(cursor))
        where += f" AND (e.name, e.id) > (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    rows = await fetch(ElderRow, f"SELECT {_COLUMNS} WHERE {where} ORDER BY e.name, e.id LIMIT ${len(params)}", *params)
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_cursor(more.name, str(more.id)) if more else None)
