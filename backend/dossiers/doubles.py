"""Files that are likely to be of one person, for the township that may merge them.

Likely is the same keyed number on a file that left and on a newer one, or the same name and birthday on two files of
the register, unless both have a number: those differ, and so do the persons. Both files have to be in sight, so that
a file elsewhere is never given away, not even as "there is another one".
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.agreements.rules import OPEN, AgreementState
from backend.calls.rules import UNDER_WAY
from backend.db import any_of, fetch
from backend.divisions.scope import Level, Scope
from backend.elders.rules import LeaveReason
from backend.kit.pages import CursorNotReadable, Page, decode_cursor, encode_cursor


class Likeness(StrEnum):
    """What two files have in common."""

    NUMBER = "number"
    NAME_AND_BIRTHDAY = "name_and_birthday"


class SideBySide(msgspec.Struct, frozen=True):
    """One of two files, as far as it helps to tell whose it is. `in_use`: an agreement or a call is under way on it,
    so it is the one to keep."""

    elder_id: UUID
    name: str
    gender: str
    born_on: date
    village: str
    address: str
    living_alone: bool
    tier: str
    has_number: bool
    registered_on: date
    confirmed_on: date | None
    left_on: date | None
    family: list[str]
    volunteers: int
    visits: int
    agreements: int
    in_use: bool


class LikelyDouble(msgspec.Struct, frozen=True):
    """Two files, the older one first; `mergeable` while both stand on the register."""

    alike: Likeness
    files: list[SideBySide]
    mergeable: bool


async def likely_doubles(scope: Scope, *, cursor: str | None = None, limit: int = 20) -> Page[LikelyDouble]:
    """A page of the pairs in sight, by name. Raises LevelTooLow, CursorNotReadable."""
    scope.require(Level.CARD)
    params: list[object] = [LeaveReason.DOUBLE_FILE]
    within = f"{scope.clause(params, 'a')} AND {scope.clause(params, 'b')}"
    after = "1 = 1"
    if cursor:
        params.extend(_decoded(cursor))
        after = f"(p.name, p.one, p.other) > (${len(params) - 2}, ${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    pairs = await fetch(_Pair, _PAIRS.format(within=within, after=after, limit=len(params)), *params)
    shown, more = pairs[:limit], pairs[limit - 1] if len(pairs) > limit else None
    files = await _files(sorted({each for pair in shown for each in (pair.one, pair.other)}))
    rows = tuple(_row(pair, files[pair.one], files[pair.other]) for pair in shown)
    return Page(rows, encode_cursor(more.name, str(more.one), str(more.other)) if more else None)


def _decoded(cursor: str) -> tuple[str, UUID, UUID]:
    name, one, other = decode_cursor(cursor, 3)
    try:
        return name, UUID(one), UUID(other)
    except ValueError:
        raise CursorNotReadable(field="cursor") from None


def _row(pair: "_Pair", one: SideBySide, other: SideBySide) -> LikelyDouble:
    alike = Likeness.NUMBER if pair.same_number else Likeness.NAME_AND_BIRTHDAY
    return LikelyDouble(alike, [one, other], one.left_on is None and other.left_on is None)


class _Pair(msgspec.Struct, frozen=True):
    name: str
    one: UUID
    other: UUID
    same_number: bool


# Ids are made in order of time, so the older file is `one`. Merged doubles are no news, nor are erased files.
_PAIRS = """
SELECT p.name, p.one, p.other, p.same_number FROM (
  SELECT a.name, a.id AS one, b.id AS other, 1 = 0 AS same_number
  FROM elders a JOIN elders b ON b.name = a.name AND b.born_on = a.born_on AND b.id > a.id
  WHERE a.left_on IS NULL AND b.left_on IS NULL AND (a.id_number_hash IS NULL OR b.id_number_hash IS NULL) AND {within}
  UNION ALL
  SELECT a.name, a.id, b.id, 1 = 1
  FROM elders a JOIN elders b ON b.id_number_hash = a.id_number_hash AND b.id > a.id
  WHERE (a.left_reason IS NULL OR a.left_reason <> $1) AND (b.left_reason IS NULL OR b.left_reason <> $1)
    AND (a.left_on IS NULL OR b.left_on IS NULL) AND {within}
) p WHERE {after} ORDER BY p.name, p.one, p.other LIMIT ${limit}
"""


class _File(msgspec.Struct, frozen=True):
    id: UUID
    name: str
    gender: str
    born_on: date
    village: str
    address: str
    living_alone: bool
    tier: str
    has_number: bool
    registered_on: date
    confirmed_on: date | None
    left_on: date | None
    volunteers: int
    visits: int
    agreements: int
    in_use: bool


class _Named(msgspec.Struct, frozen=True):
    elder_id: UUID
    name: str
    relation: str


async def _files(ids: list[UUID]) -> dict[UUID, SideBySide]:
    """The files of pairs already found to be in sight."""
    open_states = [*OPEN, AgreementState.FILED]
    sql = _FILES.format(ids=any_of("e.id", 1), agreed=any_of("g.state", 2), calling=any_of("c.state", 3))
    found = await fetch(_File, sql, ids, open_states, list(UNDER_WAY))
    family: dict[UUID, list[str]] = {}
    for row in await fetch(_Named, _FAMILY.format(ids=any_of("elder_id", 1)), ids):
        family.setdefault(row.elder_id, []).append(f"{row.name}（{row.relation}）")
    return {
        row.id: SideBySide(
            elder_id=row.id,
            family=family.get(row.id, []),
            **{name: getattr(row, name) for name in _File.__struct_fields__ if name != "id"},
        )
        for row in found
    }


_FILES = """
SELECT e.id, e.name, e.gender, e.born_on, d.name AS village, e.address, e.living_alone, e.tier,
  e.id_number_hash IS NOT NULL AS has_number,
  (SELECT MIN(s.starts_on) FROM stays s WHERE s.elder_id = e.id) AS registered_on, e.confirmed_on, e.left_on,
  (SELECT COUNT(*) FROM pairings p WHERE p.elder_id = e.id AND p.ended_at IS NULL) AS volunteers,
  (SELECT COUNT(*) FROM visit_reports r WHERE r.elder_id = e.id) AS visits,
  (SELECT COUNT(*) FROM agreements g WHERE g.elder_id = e.id) AS agreements,
  EXISTS (SELECT 1 FROM agreements g WHERE g.elder_id = e.id AND {agreed})
    OR EXISTS (SELECT 1 FROM calls c WHERE c.elder_id = e.id AND {calling}) AS in_use
FROM elders e JOIN divisions d ON d.id = e.village_id WHERE {ids}
"""
_FAMILY = "SELECT elder_id, name, relation FROM family_members WHERE {ids} AND ended_at IS NULL ORDER BY id"
