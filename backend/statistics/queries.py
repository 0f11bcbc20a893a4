"""Figures of a month, for every place in sight: sums only, nobody's name (R022, R041, R057)."""

from datetime import date
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.errors import DivisionNotFound
from backend.divisions.queries import sees_division
from backend.divisions.scope import Level, Scope
from backend.kit.clock import month_bounds
from backend.statistics.holding import in_force
from backend.statistics.rules import Figures, Place, add_up, day_counted


class Row(msgspec.Struct, frozen=True):
    """One place and its figures, those under it included."""

    place: Place
    figures: Figures


class Sheet(msgspec.Struct, frozen=True):
    """The figures as of the end of day `as_of`: the top place first, then all under it by code."""

    as_of: date
    rows: tuple[Row, ...]


async def figures(scope: Scope, month: date, *, division_id: UUID | None = None) -> Sheet:
    """The sheet of the Shanghai month in which `month` lies, under `division_id` when given.

    Places are those of the tree as it stood on the day counted. Raises LevelTooLow, MonthNotPossible, DivisionNotFound.
    """
    scope.require(Level.COUNTS)
    as_of = day_counted(month, scope.today)
    then = msgspec.structs.replace(scope, today=as_of)
    then = await under(then, division_id)
    places = await places_of(then)
    totals = add_up(places, await _counted(then, month_over=as_of < scope.today), Figures())
    return Sheet(as_of, tuple(Row(place, totals[place.id]) for place in places))


async def under(scope: Scope, division_id: UUID | None) -> Scope:
    """The part of `scope` under a place, as the tree stood on its day. Raises DivisionNotFound."""
    if division_id is None:
        return scope
    if not await sees_division(scope, division_id):
        raise DivisionNotFound(field="division_id")
    return msgspec.structs.replace(scope, division=division_id)


async def places_of(scope: Scope) -> list[Place]:
    """The places in sight on the scope's day, by code."""
    params: list[object] = [scope.today]
    within = scope.division_clause(params, "d.id")
    places = await fetch(Place, _PLACES.format(within=within), *params)
    shown = {place.id for place in places}
    return [place if place.parent_id in shown else msgspec.structs.replace(place, parent_id=None) for place in places]


_PLACES = """
SELECT d.id, d.code, d.name, d.level, (
  SELECT s.ancestor_id FROM division_spans s JOIN divisions p ON p.id = s.ancestor_id
  WHERE s.descendant_id = d.id AND s.ancestor_id <> d.id AND s.starts_on <= $1 AND (s.ends_on IS NULL OR s.ends_on > $1)
  ORDER BY CASE p.level WHEN 'village' THEN 0 WHEN 'township' THEN 1 ELSE 2 END LIMIT 1) AS parent_id
FROM divisions d WHERE {within} ORDER BY d.code, d.id
"""


class _People(msgspec.Struct, frozen=True):
    village_id: UUID
    elders: int
    agreements: int
    visits_owed: int
    visited: int
    overdue: int


class _Calls(msgspec.Struct, frozen=True):
    village_id: UUID
    calls: int
    minutes: int


async def _counted(scope: Scope, *, month_over: bool) -> dict[UUID, Figures]:
    """Figures by village, of the month of `scope.today`."""
    begins, ends = month_bounds(scope.today)
    params: list[object] = [begins, ends, scope.today, scope.today.replace(day=1)]
    within = scope.division_clause(params, "s.village_id")
    overdue = "visited = 0 AND owed = 1" if month_over else "due_on < $3"
    people = await fetch(
        _People, _PEOPLE.format(within=within, overdue=overdue, in_force=in_force("$3", "$2")), *params
    )
    counted = {
        row.village_id: Figures(row.elders, row.agreements, row.visits_owed, row.visited, row.overdue) for row in people
    }
    params = [begins, ends, scope.today]
    within = scope.division_clause(params, "village_id")
    for row in await fetch(_Calls, _CALLS.format(within=within), *params):
        held = Figures(calls=row.calls, call_minutes=row.minutes)
        counted[row.village_id] = counted.get(row.village_id, Figures()) + held
    return counted


# $1 and $2 bound the month in time, $3 is the day counted, $4 the month's first. Elders count where they stood on the
# day: a move or merger after it changes nothing.
_PEOPLE = """
WITH people AS (
  SELECT s.village_id, v.due_on,
    CASE WHEN EXISTS (
      SELECT 1 FROM stays b WHERE b.elder_id = s.elder_id
        AND b.starts_on < $4 AND (b.ends_on IS NULL OR b.ends_on >= $4)) THEN 1 ELSE 0 END AS owed,
    CASE WHEN EXISTS (
      SELECT 1 FROM agreement_spans h JOIN agreements a ON a.id = h.agreement_id
      WHERE h.elder_id = s.elder_id AND {in_force}) THEN 1 ELSE 0 END AS agreed,
    CASE WHEN EXISTS (
      SELECT 1 FROM visit_reports r WHERE r.elder_id = s.elder_id AND r.visited_at >= $1 AND r.visited_at < $2)
      THEN 1 ELSE 0 END AS visited
  FROM stays s LEFT JOIN visits_due v ON v.elder_id = s.elder_id
  WHERE s.starts_on <= $3 AND (s.ends_on IS NULL OR s.ends_on > $3) AND {within})
SELECT village_id, COUNT(*) AS elders, SUM(agreed) AS agreements,
  SUM(CASE WHEN visited = 1 OR owed = 1 THEN 1 ELSE 0 END) AS visits_owed, SUM(visited) AS visited,
  SUM(CASE WHEN {overdue} THEN 1 ELSE 0 END) AS overdue
FROM people GROUP BY village_id
"""
# A call counts where the elder stood on the day, or last before; where that village is gone, in the one it went into.
_CALLS = """
WITH held AS (
  SELECT c.talk_seconds, (
    SELECT CASE WHEN d.ends_on <= $3 THEN d.successor_id ELSE d.id END
    FROM stays s JOIN divisions d ON d.id = s.village_id WHERE s.elder_id = c.elder_id AND s.starts_on <= $3
    ORDER BY s.starts_on DESC, s.id DESC LIMIT 1) AS village_id
  FROM calls c WHERE c.state = 'closed' AND c.talk_seconds > 0 AND c.opened_at >= $1 AND c.opened_at < $2)
SELECT village_id, COUNT(*) AS calls, SUM((talk_seconds + 30) / 60) AS minutes
FROM held WHERE {within} GROUP BY village_id
"""
