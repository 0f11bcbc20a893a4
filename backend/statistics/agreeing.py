"""How many of the register have an agreement in force, as of any day, and what keeps the others (R041, R052).

Counted from histories: stays, states of agreements, wishes, assessments and whereabouts as they were known at the end
of that day, so what happens later changes no figure of before.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.kit.clock import shanghai_midnight
from backend.kit.pages import Page, decode_row_cursor, encode_cursor
from backend.statistics.holding import held, in_force
from backend.statistics.places import Counted, places_of, under
from backend.statistics.rules import AgreementParts, CareParts, Part, add_up, check_day


async def agreements_as_of(
    scope: Scope, day: date, *, division_id: UUID | None = None
) -> tuple[Counted[AgreementParts], ...]:
    """The top place first, then all under it by code. Raises LevelTooLow, DayNotCounted, DivisionNotFound."""
    then = await _on(scope, day, division_id)
    params = _moments(day)
    sql = _PARTS.format(within=then.division_clause(params, "s.village_id"))
    counted: dict[UUID, dict[str, int]] = {}
    for row in await fetch(_Row, sql, *params):
        counted.setdefault(row.village_id, {})[Part(row.part)] = row.elders
    places = await places_of(then)
    totals = add_up(places, {id_: AgreementParts(**parts) for id_, parts in counted.items()}, AgreementParts())
    return tuple(Counted(place, totals[place.id]) for place in places)


async def care_as_of(scope: Scope, day: date, *, division_id: UUID | None = None) -> tuple[Counted[CareParts], ...]:
    """Who answers for those who cannot care for themselves (R052). Raises as `agreements_as_of`."""
    then = await _on(scope, day, division_id)
    params = _moments(day)
    sql = _CARE.format(within=then.division_clause(params, "s.village_id"))
    counted: dict[UUID, dict[str, int]] = {}
    for row in await fetch(_Row, f"{sql} {_BY_VILLAGE}", *params):
        counted.setdefault(row.village_id, {})[row.part] = row.elders
    places = await places_of(then)
    totals = add_up(places, {id_: CareParts(**parts) for id_, parts in counted.items()}, CareParts())
    return tuple(Counted(place, totals[place.id]) for place in places)


class UnattendedRow(msgspec.Struct, frozen=True):
    """One who cannot care for himself or herself, and nobody answers for."""

    elder_id: UUID
    name: str
    village: str


async def unattended(
    scope: Scope, *, division_id: UUID | None = None, cursor: str | None = None, limit: int = 20
) -> Page[UnattendedRow]:
    """A page of those whom `care_as_of` counts under nobody today. Raises LevelTooLow, DivisionNotFound."""
    scope.require(Level.CARD)
    here = await _on(scope, scope.today, division_id)
    params = _moments(scope.today)
    sql = _CARE.format(within=here.division_clause(params, "s.village_id"))
    where = f"p.part = 'nobody' AND {here.clause(params)}"
    if cursor:
        params.append(decode_row_cursor(cursor)[1])
        where += f" AND e.id > ${len(params)}"
    params.append(limit + 1)
    rows = await fetch(UnattendedRow, f"{sql} {_LISTED.format(where=where, limit=len(params))}", *params)
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_cursor("", str(more.elder_id)) if more else None)


async def _on(scope: Scope, day: date, division_id: UUID | None) -> Scope:
    scope.require(Level.COUNTS)
    check_day(day, scope.today)
    return await under(msgspec.structs.replace(scope, today=day), division_id)


def _moments(day: date) -> list[object]:
    """$1 is the day, $2 the moment it ends."""
    ends: datetime = shanghai_midnight(day + timedelta(days=1))
    return [day, ends]


class _Row(msgspec.Struct, frozen=True):
    village_id: UUID
    part: str
    elders: int


_HERE = """here AS (
  SELECT s.elder_id, s.village_id FROM stays s
  WHERE s.starts_on <= $1 AND (s.ends_on IS NULL OR s.ends_on > $1) AND {within})"""
# Elders with a supporter who lives in their own village, by the last word of that day. Whole sets joined, rather than
# questions asked of each elder: PostgreSQL would compile those at length, for fear of their cost.
_CHILDREN = """children AS (
  SELECT DISTINCT f.elder_id FROM here h JOIN family_members f ON f.elder_id = h.elder_id
  JOIN whereabouts w ON w.family_member_id = f.id
  WHERE f.duty = 'supporter' AND (f.ended_at IS NULL OR f.ended_at >= $2) AND w.area = 'village' AND w.told_at < $2
    AND NOT EXISTS (
      SELECT 1 FROM whereabouts n WHERE n.family_member_id = w.family_member_id AND n.told_at < $2
        AND (n.told_at, n.id) > (w.told_at, w.id)))"""
# Of an elder's agreements the one that is most alive tells, of those that are over the last.
_PARTS = f"""
WITH {_HERE}, {_CHILDREN}, alive AS (
  SELECT h.elder_id, h.id, h.state, h.reason, h.starts_at, a.ends_on, CASE
    WHEN {in_force("$1", "$2")} THEN 0
    WHEN h.state IN ('filed', 'suspended') AND a.ends_on >= $1 THEN 1
    WHEN h.state IN ('draft', 'signed', 'consented', 'handed_in', 'returned') THEN 2
    ELSE 3 END AS rank
  FROM here s JOIN agreement_spans h ON h.elder_id = s.elder_id JOIN agreements a ON a.id = h.agreement_id
  WHERE h.kind = 'care' AND {held("h", "$2")}),
told AS (
  SELECT elder_id, state, reason, ends_on, rank,
    ROW_NUMBER() OVER (PARTITION BY elder_id ORDER BY rank, starts_at DESC, id DESC) AS place FROM alive),
unwilling AS (
  SELECT w.elder_id FROM here h JOIN wishes w ON w.elder_id = h.elder_id
  WHERE NOT w.willing AND w.received_at < $2 AND NOT EXISTS (
    SELECT 1 FROM wishes n WHERE n.elder_id = w.elder_id AND n.received_at < $2
      AND (n.received_at, n.id) > (w.received_at, w.id))),
parts AS (
  SELECT h.village_id, CASE
    WHEN t.rank = 0 THEN 'in_force'
    WHEN t.state = 'elder_declined' OR u.elder_id IS NOT NULL THEN 'elder_declined'
    WHEN t.state IN ('suspended', 'ended') AND t.reason IN ('child_home', 'child_home_a_while') THEN 'child_returned'
    WHEN t.state IN ('filed', 'suspended') AND t.ends_on < $1 THEN 'expired'
    WHEN t.state = 'suspended' THEN 'suspended'
    WHEN t.state = 'filed' THEN 'not_begun'
    WHEN t.state IN ('draft', 'signed', 'consented', 'handed_in', 'returned') THEN t.state
    WHEN c.elder_id IS NOT NULL THEN 'child_returned'
    WHEN t.state = 'ended' AND t.reason = 'term' THEN 'expired'
    ELSE 'nothing' END AS part
  FROM here h LEFT JOIN told t ON t.elder_id = h.elder_id AND t.place = 1
  LEFT JOIN unwilling u ON u.elder_id = h.elder_id LEFT JOIN children c ON c.elder_id = h.elder_id)
SELECT village_id, part, COUNT(*) AS elders FROM parts GROUP BY village_id, part
"""
_CARE = f"""
WITH {_HERE}, {_CHILDREN}, dependent AS (
  SELECT h.elder_id, h.village_id FROM here h JOIN assessments x ON x.elder_id = h.elder_id
  WHERE x.level IN ('severe', 'complete') AND x.assessed_on <= $1 AND x.recorded_at < $2 AND NOT EXISTS (
    SELECT 1 FROM assessments n WHERE n.elder_id = x.elder_id AND n.assessed_on <= $1 AND n.recorded_at < $2
      AND (n.assessed_on, n.recorded_at, n.id) > (x.assessed_on, x.recorded_at, x.id))),
bound AS (
  SELECT DISTINCT h.elder_id FROM dependent d JOIN agreement_spans h ON h.elder_id = d.elder_id
  JOIN agreements a ON a.id = h.agreement_id WHERE {in_force("$1", "$2")}),
guarded AS (
  SELECT DISTINCT g.elder_id FROM dependent d JOIN profile_parts g ON g.elder_id = d.elder_id
  WHERE g.part = 'guardian' AND g.recorded_at < $2),
parts AS (
  SELECT d.elder_id, d.village_id, CASE
    WHEN b.elder_id IS NOT NULL THEN 'agreement'
    WHEN c.elder_id IS NOT NULL THEN 'child'
    WHEN g.elder_id IS NOT NULL THEN 'guardian'
    ELSE 'nobody' END AS part
  FROM dependent d LEFT JOIN bound b ON b.elder_id = d.elder_id LEFT JOIN children c ON c.elder_id = d.elder_id
  LEFT JOIN guarded g ON g.elder_id = d.elder_id)
"""
_BY_VILLAGE = "SELECT village_id, part, COUNT(*) AS elders FROM parts GROUP BY village_id, part"
_LISTED = """
SELECT e.id AS elder_id, e.name, d.name AS village
FROM parts p JOIN elders e ON e.id = p.elder_id JOIN divisions d ON d.id = p.village_id
WHERE {where} ORDER BY e.id LIMIT ${limit}
"""
