"""The three ledgers over one store: counts that add up from village to township to county, on any day (R006, R022).

Nothing here is kept: a day's counts come from the dated stays, tiers and tree, so that what was told of a day is told
of it ever after, whoever moved and whichever villages merged since.
"""

from datetime import date
from itertools import groupby
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.elders.errors import DayNotPossible
from backend.elders.quarters import confirmation_due, quarter_start
from backend.elders.rules import LeaveReason, PriorityTier
from backend.kit.pages import CursorNotReadable, Page, decode_row_cursor, encode_cursor

EARLIEST = date(2020, 1, 1)


class TierCounts(msgspec.Struct, frozen=True):
    """Of one tier: who is on the register at the day's end, and who left in the period, by reason.

    `left` counts events of people who stood on the register the evening before, in the tier they had then.
    MOVED_WITHIN and VILLAGE_MERGED are changes of village: the same people are on another village's register.
    """

    on_register: int = 0
    left: dict[LeaveReason, int] = {}


class LedgerRow(msgspec.Struct, frozen=True):
    """One place with all under it; `tiers` has every tier. `parent_id` is None at the top of what is shown."""

    id: UUID
    code: str
    name: str
    level: str
    parent_id: UUID | None
    tiers: dict[PriorityTier, TierCounts]


class Ledger(msgspec.Struct, frozen=True):
    """Counts as of the end of `as_of`, leavers from `since` on; places by code, the top one first."""

    as_of: date
    since: date
    rows: tuple[LedgerRow, ...]


async def ledger(scope: Scope, *, as_of: date | None = None, since: date | None = None) -> Ledger:
    """The ledger of the places under the scope's own as the tree stood on `as_of` (today), itself included.

    `since` is the quarter's first day unless given. A village merged or retired in between is still shown, under the
    places it belonged to last, for those who left it. Raises LevelTooLow, DayNotPossible.
    """
    scope.require(Level.COUNTS)
    as_of = as_of or scope.today
    since = since or max(quarter_start(as_of), EARLIEST)
    if not EARLIEST <= since <= as_of <= scope.today:
        raise DayNotPossible(field="as_of")
    if scope.division is None:
        return Ledger(as_of, since, ())
    counted = await fetch(_Counted, _LEDGER, scope.division, as_of, since)
    rows = tuple(_row(list(group), scope.division) for _, group in groupby(counted, key=lambda each: each.id))
    return Ledger(as_of, since, rows)


class _Counted(msgspec.Struct, frozen=True):
    id: UUID
    code: str
    name: str
    level: str
    parent_id: UUID | None
    tier: str | None
    status: str | None
    elders: int | None


def _row(group: list[_Counted], top: UUID) -> LedgerRow:
    place, tiers = group[0], {}
    for tier in PriorityTier:
        counts = {each.status: each.elders or 0 for each in group if each.tier == tier}
        here = counts.pop(_ON_REGISTER, 0)
        tiers[tier] = TierCounts(here, {LeaveReason(reason): number for reason, number in counts.items() if reason})
    parent_id = None if place.id == top else place.parent_id
    return LedgerRow(place.id, place.code, place.name, place.level, parent_id, tiers)


_ON_REGISTER = "on_register"

# A place's line of ancestors as it was on the day, or on the place's own last day. `p` are spans, `v` the lower place.
_STOOD = """p.starts_on <= $2 AND (p.ends_on IS NULL OR p.ends_on > $2
    OR (p.ends_on = v.ends_on AND p.ends_on >= $3 AND p.starts_on < p.ends_on))"""
# $1 the division, $2 the day, $3 since. Places are looked for past the tree: only so does PostgreSQL know how many.
_LEDGER = f"""
WITH tree AS (
  SELECT p.ancestor_id, p.descendant_id FROM division_spans p JOIN divisions v ON v.id = p.descendant_id
  WHERE {_STOOD}),
places AS (
  SELECT p.descendant_id AS id FROM division_spans p JOIN divisions v ON v.id = p.descendant_id
  WHERE p.ancestor_id = $1 AND {_STOOD}),
parents AS (
  SELECT u.descendant_id AS id, u.ancestor_id, ROW_NUMBER() OVER (
    PARTITION BY u.descendant_id ORDER BY CASE a.level WHEN 'township' THEN 0 ELSE 1 END) AS nearness
  FROM tree u JOIN divisions a ON a.id = u.ancestor_id WHERE u.ancestor_id <> u.descendant_id),
counted AS (
  SELECT s.village_id, COALESCE(t.tier, 'unclassified') AS tier, 'on_register' AS status, COUNT(*) AS elders
  FROM stays s LEFT JOIN tier_spans t
    ON t.elder_id = s.elder_id AND t.starts_on <= $2 AND (t.ends_on IS NULL OR t.ends_on > $2)
  WHERE s.starts_on <= $2 AND (s.ends_on IS NULL OR s.ends_on > $2) AND s.village_id IN (SELECT id FROM places)
  GROUP BY s.village_id, COALESCE(t.tier, 'unclassified')
  UNION ALL
  SELECT s.village_id, COALESCE(t.tier, 'unclassified'), s."left", COUNT(*)
  FROM stays s LEFT JOIN tier_spans t
    ON t.elder_id = s.elder_id AND t.starts_on < s.ends_on AND (t.ends_on IS NULL OR t.ends_on >= s.ends_on)
  WHERE s.ends_on BETWEEN $3 AND $2 AND (s.starts_on < s.ends_on OR t.id IS NOT NULL)
    AND s.village_id IN (SELECT id FROM places)
  GROUP BY s.village_id, COALESCE(t.tier, 'unclassified'), s."left"),
summed AS (
  SELECT u.ancestor_id AS id, c.tier, c.status, SUM(c.elders) AS elders
  FROM counted c JOIN tree u ON u.descendant_id = c.village_id GROUP BY u.ancestor_id, c.tier, c.status)
SELECT d.id, d.code, d.name, d.level, b.ancestor_id AS parent_id, x.tier, x.status, CAST(x.elders AS BIGINT) AS elders
FROM places q JOIN divisions d ON d.id = q.id LEFT JOIN summed x ON x.id = d.id
LEFT JOIN parents b ON b.id = d.id AND b.nearness = 1
ORDER BY d.code, d.id
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
