"""The three ledgers over one store: counts that add up from village to township to county, on any day (R006, R022).

A day's counts come from the register's roll-up and the dated tree, so that what was told of a day is told of it ever
after, whoever moved and whichever villages merged since, and costs the same however many elders there are.
"""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Literal
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.errors import DivisionNotFound
from backend.divisions.queries import sees_division
from backend.divisions.scope import Level, Scope
from backend.elders.errors import DayNotPossible
from backend.elders.quarters import confirmation_due, quarter_start
from backend.elders.rules import LeaveReason, PriorityTier
from backend.elders.tallies import CELLS, ON_REGISTER, Tally, in_period, read, tally, total
from backend.kit.pages import CursorNotReadable, Page, decode_row_cursor, encode_cursor

EARLIEST = date(2020, 1, 1)
Depth = Literal["county", "township", "village"]


class TierCounts(msgspec.Struct, frozen=True):
    """Of one tier: who is on the register at the day's end, and who left in the period, by reason.

    `left` counts events of people who stood on the register the evening before, in the tier they had then.
    MOVED_WITHIN and VILLAGE_MERGED are changes of village: the same people are on another village's register.
    """

    on_register: int = 0
    left: dict[LeaveReason, int] = {}


class LedgerRow(msgspec.Struct, frozen=True):
    """One place with all under it; `tiers` has every tier. `parent_id` is None at the top of what is shown, `ended_on`
    tells of a place that was no more on the day."""

    id: UUID
    code: str
    name: str
    level: str
    parent_id: UUID | None
    tiers: dict[PriorityTier, TierCounts]
    ended_on: date | None = None


class Ledger(msgspec.Struct, frozen=True):
    """Counts as of the end of `as_of`, leavers from `since` on; places by code, the top one first."""

    as_of: date
    since: date
    rows: tuple[LedgerRow, ...]


async def ledger(
    scope: Scope,
    *,
    as_of: date | None = None,
    since: date | None = None,
    division_id: UUID | None = None,
    down_to: Depth = "village",
) -> Ledger:
    """The ledger of `division_id` (the scope's own place) and the places under it as the tree stood on `as_of` (today).

    Places below `down_to` are summed but not shown. `since` is the quarter's first day unless given. A village merged
    or retired in between is still shown, under the places it belonged to last, for those who left it.
    Raises LevelTooLow, DayNotPossible, DivisionNotFound.
    """
    scope.require(Level.COUNTS)
    as_of = as_of or scope.today
    since = since or max(quarter_start(as_of), EARLIEST)
    if not EARLIEST <= since <= as_of <= scope.today:
        raise DayNotPossible(field="as_of")
    top = scope.division
    if division_id not in (None, top):
        if not await sees_division(msgspec.structs.replace(scope, today=as_of), division_id):
            raise DivisionNotFound(field="division_id")
        top = division_id
    if top is None:
        return Ledger(as_of, since, ())
    found = await fetch(_Row, _LEDGER, top, as_of, since)
    places = {row.id: row for row in found}
    folded = [(each.id, read(each.counts)) for each in places.values() if each.counts]
    earlier = [(each.id, read(each.counts_before)) for each in places.values() if each.counts_before]
    now = _totals(places, chain(folded, *map(_waiting, found)), top)
    before = _totals(places, earlier, top)
    rows = [
        _row(place, in_period(before[place.id], now[place.id]), top, as_of)
        for place in places.values()
        if place.id == top or _LOWEST_FIRST.index(place.level) >= _LOWEST_FIRST.index(down_to)
    ]
    return Ledger(as_of, since, tuple(rows))


_LOWEST_FIRST: tuple[Depth, ...] = ("village", "township", "county")


class _Row(msgspec.Struct, frozen=True):
    """A place; if it is a village, also what it came to and, in a row for each cell, what waits to be folded in."""

    id: UUID
    code: str
    name: str
    level: Depth
    parent_id: UUID
    ends_on: date | None
    counts: str | None
    counts_before: str | None
    tier: str | None
    status: str | None
    waiting: int | None


def _waiting(row: _Row) -> list[tuple[UUID, Tally]]:
    if row.tier and row.status and row.waiting:
        return [(row.id, tally([(row.tier, row.status, row.waiting)]))]
    return []


def _totals(places: dict[UUID, _Row], tallies: Iterable[tuple[UUID, Tally]], top: UUID) -> dict[UUID, Tally]:
    """Of every place with all under it."""
    parts: dict[UUID, list[Tally]] = {place_id: [] for place_id in places}
    for place_id, counts in tallies:
        parts[place_id].append(counts)
    totals = {}
    for level in _LOWEST_FIRST:
        for place in places.values():
            if place.level == level:
                made = totals[place.id] = total(parts[place.id])
                if place.id != top:
                    parts[place.parent_id if place.parent_id in parts else top].append(made)
    return totals


def _row(place: _Row, counts: Tally, top: UUID, as_of: date) -> LedgerRow:
    tiers = {}
    for tier in PriorityTier:
        left = {reason: number for reason in LeaveReason if (number := counts[CELLS[tier, reason]])}
        tiers[tier] = TierCounts(counts[CELLS[tier, ON_REGISTER]], left)
    parent_id = None if place.id == top else place.parent_id
    ended_on = place.ends_on if place.ends_on and place.ends_on <= as_of else None
    return LedgerRow(place.id, place.code, place.name, place.level, parent_id, tiers, ended_on)


# A place's line of ancestors as it was on the day, or on the place's own last day. `p` are spans, `v` the lower place.
_STOOD = """p.starts_on <= $2 AND (p.ends_on IS NULL OR p.ends_on > $2
    OR (p.ends_on = v.ends_on AND p.ends_on >= $3 AND p.starts_on < p.ends_on))"""
# $1 the place at the top, $2 the day, $3 since. One statement: what is just being folded in is seen once.
_LEDGER = f"""
WITH places AS (
  SELECT v.id, v.code, v.name, v.level, v.ends_on
  FROM division_spans p JOIN divisions v ON v.id = p.descendant_id WHERE p.ancestor_id = $1 AND {_STOOD}),
waiting AS (
  SELECT c.village_id, c.tier, c.status, CAST(SUM(c.change) AS BIGINT) AS waiting FROM count_changes c
  WHERE c.day <= $2 AND (c.status = 'on_register' OR c.day >= $3) GROUP BY c.village_id, c.tier, c.status)
SELECT v.id, v.code, v.name, v.level, COALESCE(township.id, $1) AS parent_id, v.ends_on,
  (SELECT c.counts FROM village_counts c WHERE c.village_id = v.id AND c.day <= $2 ORDER BY c.day DESC LIMIT 1)
    AS counts,
  (SELECT c.counts FROM village_counts c WHERE c.village_id = v.id AND c.day < $3 ORDER BY c.day DESC LIMIT 1)
    AS counts_before,
  w.tier, w.status, w.waiting
FROM places v
LEFT JOIN (division_spans p JOIN divisions township ON township.id = p.ancestor_id AND township.level = 'township')
  ON p.descendant_id = v.id AND p.ancestor_id <> v.id AND {_STOOD}
LEFT JOIN waiting w ON w.village_id = v.id
ORDER BY v.code, v.id
"""


class Unconfirmed(msgspec.Struct, frozen=True):
    """A file nobody has looked through this quarter. `known_on`: last confirmed, or written down first."""

    id: UUID
    name: str
    village_id: UUID
    village: str
    known_on: date

    @property
    def due_on(self) -> date:
        """The last day for it."""
        return confirmation_due(self.known_on)


async def unconfirmed(scope: Scope, *, cursor: str | None = None, limit: int = 20) -> Page[Unconfirmed]:
    """A page of the files in sight to be confirmed by this quarter's end or before, longest unlooked-at first (R017).

    Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.CARD)
    params: list[object] = [quarter_start(scope.today)]
    where = f"e.left_on IS NULL AND {scope.clause(params)}"
    after = ""
    if cursor:
        params.extend(_decoded(cursor))
        after = f" AND (known_on, id) > (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    sql = _UNCONFIRMED.format(where=where, after=after, limit=len(params))
    rows = await fetch(Unconfirmed, sql, *params)
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_cursor(more.known_on.isoformat(), str(more.id)) if more else None)


def _decoded(cursor: str) -> tuple[date, UUID]:
    text, row_id = decode_row_cursor(cursor)
    try:
        return date.fromisoformat(text), row_id
    except ValueError:
        raise CursorNotReadable(field="cursor") from None


_UNCONFIRMED = """
WITH files AS (
  SELECT e.id, e.name, e.village_id, d.name AS village,
    COALESCE(e.confirmed_on, (SELECT MIN(s.starts_on) FROM stays s WHERE s.elder_id = e.id)) AS known_on
  FROM elders e JOIN divisions d ON d.id = e.village_id WHERE {where})
SELECT id, name, village_id, village, known_on FROM files
WHERE known_on < $1{after} ORDER BY known_on, id LIMIT ${limit}
"""
