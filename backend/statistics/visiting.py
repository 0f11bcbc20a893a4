"""Who was visited, of those owed a visit, in a month or quarter as of any day; and who was owed none, and why (R057).

Counted from stays, absences, tiers and reports as they are dated: a visit belongs to the month it happened in, an elder
to the village of the period's end, or of the last day there, and that of a village that is gone to its successor.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import msgspec

from backend.db import days_between, fetch
from backend.divisions.scope import Level, Scope
from backend.kit.clock import shanghai_midnight
from backend.kit.pages import Page, decode_row_cursor, encode_cursor
from backend.policies.queries import in_force
from backend.policies.rules import VisitCounting, read
from backend.statistics.counting import (
    Life,
    Month,
    Period,
    Standing,
    VisitParts,
    judge,
    judge_quarter,
    month_of,
    quarter_of,
    read_life,
)
from backend.statistics.places import Counted, places_of, under
from backend.statistics.rules import add_up, check_day

_CHUNK = 200


async def visits_as_of(
    scope: Scope, day: date, *, period: Period = Period.MONTH, division_id: UUID | None = None
) -> tuple[Counted[VisitParts], ...]:
    """The top place first, then all under it by code, of the month or quarter of `day`, up to it.

    Raises LevelTooLow, DayNotCounted, DivisionNotFound.
    """
    then = await _on(scope, day, division_id)
    places = await places_of(then)
    totals = add_up(places, await parts_by_village(then, _months(day, period)), VisitParts())
    return tuple(Counted(place, totals[place.id]) for place in places)


async def parts_by_village(scope: Scope, months: Sequence[Month]) -> dict[UUID, VisitParts]:
    """Counts of each village in sight on the scope's day, which is the last of `months`."""
    lives = _Lives(scope, months)
    rules = await _policies(scope, months)
    counted: dict[UUID, VisitParts] = {}
    for row in await fetch(_Group, lives.sql(_GROUPED), *lives.params):
        standing = _judged(row.lives, rules[row.village_id])
        many = VisitParts(**{standing: row.elders}, visits=row.visits, at_home=row.at_home)
        counted[row.village_id] = counted.get(row.village_id, VisitParts()) + many
    return counted


class StandingRow(msgspec.Struct, frozen=True):
    """One elder of a month: how the month stands, and what it was judged by."""

    elder_id: UUID
    name: str
    village: str
    standing: Standing
    life: Life


async def standings(
    scope: Scope,
    day: date,
    *,
    wanted: frozenset[Standing],
    division_id: UUID | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page[StandingRow]:
    """A page of the elders of the month of `day` whose standing is one of `wanted`, of those in sight now too; who came
    to the register last is first.

    Raises LevelTooLow, DayNotCounted, DivisionNotFound, CursorNotReadable.
    """
    scope.require(Level.CARD)
    then = await _on(scope, day, division_id)
    rules = await _policies(then, _months(day, Period.MONTH))
    before = decode_row_cursor(cursor)[1] if cursor else UUID(int=2**128 - 1)
    found: list[StandingRow] = []
    while len(found) <= limit:
        rows = await _some(scope, then, day, before)
        found += [each for each in (_shown(row, rules) for row in rows) if each.standing in wanted]
        if len(rows) < _CHUNK:
            break
        before = rows[-1].elder_id
    more = found[limit - 1] if len(found) > limit else None
    return Page(tuple(found[:limit]), encode_cursor("", str(more.elder_id)) if more else None)


async def _on(scope: Scope, day: date, division_id: UUID | None) -> Scope:
    scope.require(Level.COUNTS)
    check_day(day, scope.today)
    return await under(msgspec.structs.replace(scope, today=day), division_id)


def _months(day: date, period: Period) -> tuple[Month, ...]:
    return (month_of(day),) if period is Period.MONTH else quarter_of(day)


class _Group(msgspec.Struct, frozen=True):
    village_id: UUID
    lives: str
    elders: int
    visits: int
    at_home: int


class _One(msgspec.Struct, frozen=True):
    elder_id: UUID
    name: str
    village: str
    village_id: UUID
    lives: str


async def _some(scope: Scope, then: Scope, day: date, before: UUID) -> list[_One]:
    lives = _Lives(then, (month_of(day),))
    lives.params.append(before)
    where = f"l.elder_id < ${len(lives.params)} AND {scope.clause(lives.params)}"
    lives.params.append(_CHUNK)
    return await fetch(_One, lives.sql(_LISTED.format(where=where, limit=len(lives.params))), *lives.params)


def _shown(row: _One, rules: dict[UUID, tuple[VisitCounting, ...]]) -> StandingRow:
    life = read_life(row.lives)
    return StandingRow(row.elder_id, row.name, row.village, judge(life, rules[row.village_id][0]), life)


def _judged(lives: str, rules: Sequence[VisitCounting]) -> Standing:
    """In a month the elder was not on the register nothing is judged; in some month of the period he was."""
    pairs = zip(lives.split("/"), rules, strict=True)
    return judge_quarter([judge(read_life(life), policy) for life, policy in pairs if life])


class _Policy(msgspec.Struct, frozen=True):
    village_id: UUID
    value: str | None


async def _policies(scope: Scope, months: Sequence[Month]) -> dict[UUID, tuple[VisitCounting, ...]]:
    """What held on each month's first day, by village; in a village that began later, on its own first."""
    held: dict[UUID, tuple[VisitCounting, ...]] = {}
    for month in months:
        params: list[object] = [month.first]
        day = "CASE WHEN d.starts_on > $1 THEN d.starts_on ELSE $1 END"
        value = in_force(VisitCounting.name, "d.id", day)
        within = scope.division_clause(params, "d.id")
        sql = f"SELECT d.id AS village_id, {value} AS value FROM divisions d WHERE d.level = 'village' AND {within}"
        for row in await fetch(_Policy, sql, *params):
            held[row.village_id] = (*held.get(row.village_id, ()), read(VisitCounting, row.value))
    return held


class _Lives:
    """SQL that gives each elder of the period one row, `lives` (a Life for each month, empty where not on the register,
    joined by `/`), and its parameters: $1 the period's first day, $2 its last, then the scope's, then the months'."""

    def __init__(self, scope: Scope, months: Sequence[Month]) -> None:
        self.params: list[object] = [months[0].first, months[-1].last]
        self._within = scope.division_clause(self.params, "d.id")
        parts: list[str] = []
        for number, month in enumerate(months):
            after = month.last + timedelta(days=1)
            bounds = (month.first, month.last, after, shanghai_midnight(month.first), shanghai_midnight(after))
            first, last, following, begins, ends = (f"${len(self.params) + each}" for each in range(1, 6))
            self.params.extend(bounds)
            begun = f"CASE WHEN b.ends_on IS NULL OR b.ends_on > {first} THEN b.starts_on END"
            parts.append(
                _MONTH.format(
                    n=number,
                    first=first,
                    last=last,
                    begins=begins,
                    ends=ends,
                    begun=begun,
                    came=days_between(first, f"MIN({begun})"),
                    gone=days_between(first, "MAX(b.ends_on)"),
                    days=days_between(
                        f"CASE WHEN x.starts_on > {first} THEN x.starts_on ELSE {first} END",
                        f"CASE WHEN x.ends_on < {following} THEN x.ends_on ELSE {following} END",
                    ),
                )
            )
        self._months = ",".join(parts)
        numbers = range(len(months))
        self._lives = " || '/' || ".join(f"COALESCE(m{each}.life, '')" for each in numbers)
        self._visits = " + ".join(f"COALESCE(m{each}.visits, 0)" for each in numbers)
        self._at_home = " + ".join(f"COALESCE(m{each}.at_home, 0)" for each in numbers)
        self._joined = " ".join(f"LEFT JOIN month{each} m{each} ON m{each}.elder_id = h.elder_id" for each in numbers)

    def sql(self, tail: str) -> str:
        """The whole statement, which ends with `tail` over `lived`."""
        return _LIVED.format(
            within=self._within,
            months=self._months,
            lives=self._lives,
            visits=self._visits,
            at_home=self._at_home,
            joined=self._joined,
            tail=tail,
        )


# `heirs`: the villages in sight, and all that were merged into them by the day. An elder is at home where the last stay
# of the period was: in sight, or not counted here. A stay that ended on the day it began was none. A month's stays are
# looked at with those that ended on its first day: who moved on it has not come late.
_LIVED = """
WITH RECURSIVE heirs AS (
  SELECT d.id AS village_id, d.id AS heir_id FROM divisions d WHERE d.level = 'village' AND {within}
  UNION ALL
  SELECT p.id, h.heir_id FROM divisions p JOIN heirs h ON p.successor_id = h.village_id WHERE p.ends_on <= $2),
home AS (
  SELECT s.elder_id, h.heir_id AS village_id FROM stays s JOIN heirs h ON h.village_id = s.village_id
  WHERE s.starts_on <= $2 AND (s.ends_on IS NULL OR (s.ends_on > $1 AND s.ends_on > s.starts_on)) AND NOT EXISTS (
    SELECT 1 FROM stays n WHERE n.elder_id = s.elder_id AND n.starts_on <= $2
      AND (n.ends_on IS NULL OR n.ends_on > n.starts_on) AND (n.starts_on, n.id) > (s.starts_on, s.id))),
{months},
lived AS (
  SELECT h.elder_id, h.village_id, {lives} AS lives, {visits} AS visits, {at_home} AS at_home
  FROM home h {joined})
{tail}
"""
_MONTH = """
here{n} AS (
  SELECT h.elder_id,
    CASE WHEN MIN({begun}) <= {first} AND MIN(b.starts_on) < {first} THEN 0 ELSE {came} + 1 END AS came,
    CASE WHEN MAX(CASE WHEN b.ends_on IS NULL OR b.ends_on > {last} THEN 1 ELSE 0 END) = 1 THEN 0
      ELSE {gone} + 1 END AS gone
  FROM home h JOIN stays b ON b.elder_id = h.elder_id AND b.starts_on <= {last}
    AND (b.ends_on IS NULL OR (b.ends_on >= {first} AND b.ends_on > b.starts_on))
  GROUP BY h.elder_id HAVING MIN({begun}) IS NOT NULL),
seen{n} AS (
  SELECT r.elder_id, CAST(COUNT(*) AS INTEGER) AS visits,
    CAST(SUM(CASE WHEN r.mode = 'home' THEN 1 ELSE 0 END) AS INTEGER) AS at_home,
    MAX(CASE WHEN r.mode = 'phone' THEN 1 ELSE 0 END) AS phone,
    MAX(CASE WHEN r.mode = 'video' THEN 1 ELSE 0 END) AS video,
    MAX(CASE WHEN r.mode = 'group' THEN 1 ELSE 0 END) AS grouped
  FROM home h JOIN visit_reports r ON r.elder_id = h.elder_id AND r.visited_at >= {begins} AND r.visited_at < {ends}
  GROUP BY r.elder_id),
gone{n} AS (
  SELECT elder_id, SUM(CASE WHEN reason = 'hospital' THEN days ELSE 0 END) AS hospital,
    SUM(CASE WHEN reason = 'away' THEN days ELSE 0 END) AS away,
    SUM(CASE WHEN reason = 'with_child' THEN days ELSE 0 END) AS with_child
  FROM (
    SELECT x.elder_id, x.reason, {days} AS days FROM home h JOIN absences x ON x.elder_id = h.elder_id
    WHERE x.starts_on <= {last} AND (x.ends_on IS NULL OR x.ends_on > {first})) each{n}
  GROUP BY elder_id),
key{n} AS (
  SELECT DISTINCT t.elder_id FROM home h JOIN tier_spans t ON t.elder_id = h.elder_id
  WHERE t.tier = 'high' AND t.starts_on <= {last} AND (t.ends_on IS NULL OR t.ends_on > {last})),
month{n} AS (
  SELECT p.elder_id, COALESCE(v.visits, 0) AS visits, COALESCE(v.at_home, 0) AS at_home,
    p.came || ',' || p.gone || ',' || COALESCE(x.hospital, 0) || ',' || COALESCE(x.away, 0) || ','
    || COALESCE(x.with_child, 0) || ',' || CASE WHEN v.at_home > 0 THEN 1 ELSE 0 END || ',' || COALESCE(v.phone, 0)
    || ',' || COALESCE(v.video, 0) || ',' || COALESCE(v.grouped, 0) || ','
    || CASE WHEN k.elder_id IS NULL THEN 0 ELSE 1 END AS life
  FROM here{n} p LEFT JOIN seen{n} v ON v.elder_id = p.elder_id LEFT JOIN gone{n} x ON x.elder_id = p.elder_id
    LEFT JOIN key{n} k ON k.elder_id = p.elder_id)"""
_GROUPED = """
SELECT village_id, lives, COUNT(*) AS elders, SUM(visits) AS visits, SUM(at_home) AS at_home
FROM lived GROUP BY village_id, lives"""
_LISTED = """
SELECT l.elder_id, e.name, d.name AS village, l.village_id, l.lives
FROM lived l JOIN elders e ON e.id = l.elder_id JOIN divisions d ON d.id = l.village_id
WHERE {where} ORDER BY l.elder_id DESC LIMIT ${limit}"""
