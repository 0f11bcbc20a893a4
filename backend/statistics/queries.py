"""Figures of a month, for every place in sight: sums only, nobody's name (R022, R041, R057)."""

from datetime import date
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.kit.clock import month_bounds
from backend.statistics.counting import month_of
from backend.statistics.holding import in_force
from backend.statistics.places import places_of, under
from backend.statistics.rules import Figures, Place, add_up, day_counted
from backend.statistics.visiting import parts_by_village


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


class _People(msgspec.Struct, frozen=True):
    village_id: UUID
    elders: int
    agreements: int
    overdue: int


class _Calls(msgspec.Struct, frozen=True):
    village_id: UUID
    calls: int
    minutes: int


async def _counted(scope: Scope, *, month_over: bool) -> dict[UUID, Figures]:
    """Figures by village, of the month of `scope.today`."""
    begins, ends = month_bounds(scope.today)
    params: list[object] = [ends, scope.today]
    within = scope.division_clause(params, "s.village_id")
    people = await fetch(_People, _PEOPLE.format(within=within, in_force=in_force("$2", "$1")), *params)
    visits = await parts_by_village(scope, (month_of(scope.today),))
    counted = {
        village_id: Figures(visits_owed=parts.owed, visited=parts.seen, overdue=parts.unseen if month_over else 0)
        for village_id, parts in visits.items()
    }
    for each in people:
        here = Figures(each.elders, each.agreements, overdue=0 if month_over else each.overdue)
        counted[each.village_id] = counted.get(each.village_id, Figures()) + here
    params = [begins, ends, scope.today]
    within = scope.division_clause(params, "village_id")
    for row in await fetch(_Calls, _CALLS.format(within=within), *params):
        held = Figures(calls=row.calls, call_minutes=row.minutes)
        counted[row.village_id] = counted.get(row.village_id, Figures()) + held
    return counted


# $1 is when the day counted ends, $2 that day. Elders count where they stood on it: a move or merger after it changes
# nothing.
_PEOPLE = """
WITH people AS (
  SELECT s.village_id, v.due_on,
    CASE WHEN EXISTS (
      SELECT 1 FROM agreement_spans h JOIN agreements a ON a.id = h.agreement_id
      WHERE h.elder_id = s.elder_id AND {in_force}) THEN 1 ELSE 0 END AS agreed
  FROM stays s LEFT JOIN visits_due v ON v.elder_id = s.elder_id
  WHERE s.starts_on <= $2 AND (s.ends_on IS NULL OR s.ends_on > $2) AND {within})
SELECT village_id, COUNT(*) AS elders, SUM(agreed) AS agreements,
  SUM(CASE WHEN due_on < $2 THEN 1 ELSE 0 END) AS overdue
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
