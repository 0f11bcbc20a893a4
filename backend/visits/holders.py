"""Who visits whom, who has nobody, how much each has to do; and what is overdue, village by village (R062-R064)."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.db import fetch, on_postgres
from backend.divisions.scope import Level, Scope
from backend.elders.rules import AbsenceReason
from backend.kit.pages import CursorNotReadable, Page, decode_cursor, decode_row_cursor, encode_cursor
from backend.visits.assignments import VisitorKind


class HolderRow(msgspec.Struct, frozen=True):
    """An elder, and who is to visit."""

    elder_id: UUID
    name: str
    village_id: UUID
    village: str
    address: str
    tier: str
    living_alone: bool
    due_on: date | None
    responsible_id: UUID | None
    visitor_id: UUID | None
    visitor: str | None
    visitor_kind: VisitorKind | None
    cadre_id: UUID | None
    cadre: str | None


async def holders(
    scope: Scope,
    *,
    without: bool = False,
    elder_id: UUID | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page[HolderRow]:
    """A page of the elders in sight, village by village the newest first, or only those without a responsible visitor;
    of one elder alone when given.

    Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.CARD)
    params: list[object] = []
    where = f"e.left_on IS NULL AND {scope.clause(params)}"
    if without:
        where += " AND a.id IS NULL"
    if elder_id is not None:
        params.append(elder_id)
        where += f" AND e.id = ${len(params)}"
    if cursor:
        village, elder_id = decode_row_cursor(cursor)
        params.extend((_id(village), elder_id))
        where += f" AND (e.village_id, e.id) < (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    rows = await fetch(HolderRow, _HOLDERS.format(where=where, limit=len(params)), *params)
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_cursor(str(last.village_id), str(last.elder_id)) if last else None)


_HOLDERS = """
SELECT e.id AS elder_id, e.name, e.village_id, d.name AS village, e.address, e.tier, e.living_alone, v.due_on,
  a.id AS responsible_id, a.visitor_id, o.name AS visitor, a.visitor_kind, c.id AS cadre_id, k.name AS cadre
FROM elders e JOIN divisions d ON d.id = e.village_id LEFT JOIN visits_due v ON v.elder_id = e.id
LEFT JOIN visit_assignments a ON a.elder_id = e.id AND a.kind = 'responsible' AND a.ended_at IS NULL
LEFT JOIN accounts o ON o.id = a.visitor_id
LEFT JOIN visit_assignments c ON c.elder_id = e.id AND c.kind = 'cadre' AND c.ended_at IS NULL
LEFT JOIN accounts k ON k.id = c.visitor_id
WHERE {where} ORDER BY e.village_id DESC, e.id DESC LIMIT ${limit}
"""


class VisitorRow(msgspec.Struct, frozen=True):
    """Somebody who may be assigned here, and the load so far: elders held in each way, and how many are overdue."""

    account_id: UUID
    name: str
    role: str
    responsible: int
    cadre: int
    overdue: int


async def visitors(scope: Scope, *, elder_id: UUID | None = None) -> list[VisitorRow]:
    """The committee's members and the township's, and the volunteers and caregivers of the elders in sight, or of one;
    the least laden first. Raises LevelTooLow."""
    scope.require(Level.FULL)
    params: list[object] = [scope.today, scope.division]
    here, among = scope.division_clause(params, "m.division_id"), scope.clause(params)
    if elder_id is not None:
        params.append(elder_id)
        among += f" AND e.id = ${len(params)}"
    return await fetch(VisitorRow, _VISITORS.format(here=here, among=among), *params)


_IN_FORCE = "{it}.starts_on <= $1 AND ({it}.ends_on IS NULL OR {it}.ends_on > $1)"
_VISITORS = f"""
SELECT p.account_id, o.name, p.role,
  COUNT(CASE WHEN a.kind = 'responsible' THEN 1 END) AS responsible,
  COUNT(CASE WHEN a.kind = 'cadre' THEN 1 END) AS cadre,
  COUNT(CASE WHEN a.kind = 'responsible' AND v.due_on < $1 THEN 1 END) AS overdue
FROM (
  SELECT m.account_id, m.role FROM memberships m WHERE m.role = 'committee' AND {_IN_FORCE.format(it="m")} AND {{here}}
  UNION
  SELECT m.account_id, m.role FROM memberships m JOIN division_spans s ON s.ancestor_id = m.division_id
  WHERE m.role = 'township' AND {_IN_FORCE.format(it="m")} AND s.descendant_id = $2 AND {_IN_FORCE.format(it="s")}
  UNION
  SELECT m.account_id, m.role
  FROM memberships m JOIN ties t ON t.membership_id = m.id JOIN elders e ON e.id = t.elder_id
  WHERE m.role IN ('volunteer', 'caregiver') AND {_IN_FORCE.format(it="m")} AND {_IN_FORCE.format(it="t")}
    AND e.left_on IS NULL AND {{among}}) p
JOIN accounts o ON o.id = p.account_id
LEFT JOIN visit_assignments a ON a.visitor_id = p.account_id AND a.ended_at IS NULL
LEFT JOIN visits_due v ON v.elder_id = a.elder_id
GROUP BY p.account_id, o.name, p.role ORDER BY responsible, o.name, p.account_id, p.role LIMIT 500
"""


class OverdueRow(msgspec.Struct, frozen=True):
    """An elder whose visit is overdue, whose it is, and why the elder may not be found at home."""

    elder_id: UUID
    name: str
    village_id: UUID
    village: str
    village_code: str
    tier: str
    living_alone: bool
    due_on: date
    last_visit_at: datetime | None
    visitor: str | None
    absent: AbsenceReason | None


async def overdue(scope: Scope, *, cursor: str | None = None, limit: int = 20) -> Page[OverdueRow]:
    """A page of the overdue in sight, village by village, the longest overdue first. Raises LevelTooLow,
    CursorNotReadable."""
    scope.require(Level.CARD)
    params: list[object] = [scope.today]
    within, after, above = scope.division_clause(params, "d.id"), "1 = 1", "1 = 1"
    if cursor:
        code, due_on, elder_id = _place(cursor)
        params.extend((code, due_on, elder_id))
        at = len(params)
        above = f"d.code >= ${at - 2}"
        after = f"(d.code > ${at - 2} OR (v.due_on, v.elder_id) > (${at - 1}, ${at}))"
    sql = (_BY_VILLAGE if on_postgres() else _AT_ONCE).format(within=within, after=after, above=above, limit=limit + 1)
    rows = await fetch(OverdueRow, sql, *params)
    last = rows[limit - 1] if len(rows) > limit else None
    following = encode_cursor(last.village_code, last.due_on.isoformat(), str(last.elder_id)) if last else None
    return Page(tuple(rows[:limit]), following)


def _place(cursor: str) -> tuple[str, date, UUID]:
    code, due_on, elder_id = decode_cursor(cursor, 3)
    try:
        return code, date.fromisoformat(due_on), UUID(elder_id)
    except ValueError:
        raise CursorNotReadable(field="cursor") from None


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise CursorNotReadable(field="cursor") from None


_OVERDUE = """
SELECT e.id AS elder_id, e.name, d.id AS village_id, d.name AS village, d.code AS village_code, e.tier, e.living_alone,
  v.due_on, v.last_visit_at, o.name AS visitor, x.reason AS absent
"""
_STILL = """v.village_id = d.id AND v.due_on < $1 AND {after}"""
_WHOSE = """
LEFT JOIN visit_assignments a ON a.elder_id = e.id AND a.kind = 'responsible' AND a.ended_at IS NULL
LEFT JOIN accounts o ON o.id = a.visitor_id
LEFT JOIN absences x ON x.elder_id = e.id AND x.ends_on IS NULL
"""
# Each village's own index is read in order and no further than the page, however many stand behind it, and villages
# no further than the page needs: who the elders are is asked of the page alone, since joined before, all of the village
# would be. The villages come as an array in its order: a plan made before the division is known takes it to hold one
# village, and would sort the overdue of all. The limit is no parameter, for a plan that knows it.
_BY_VILLAGE = f"""
WITH page AS MATERIALIZED (
  SELECT d.ordinality, d.id, d.code, d.name, v.elder_id, v.due_on, v.last_visit_at
  FROM unnest(ARRAY(
    SELECT d FROM divisions d WHERE d.level = 'village' AND {{within}} AND {{above}} ORDER BY d.code
  )) WITH ORDINALITY AS d
  CROSS JOIN LATERAL (
    SELECT v.elder_id, v.due_on, v.last_visit_at FROM visits_due v
    WHERE {_STILL} AND (SELECT e.left_on IS NULL AND e.village_id = d.id FROM elders e WHERE e.id = v.elder_id)
    ORDER BY v.due_on, v.elder_id LIMIT {{limit}}) v
  ORDER BY d.ordinality, v.due_on, v.elder_id LIMIT {{limit}})
SELECT v.elder_id, e.name, v.id AS village_id, v.name AS village, v.code AS village_code, e.tier, e.living_alone,
  v.due_on, v.last_visit_at, o.name AS visitor, x.reason AS absent
FROM page v JOIN elders e ON e.id = v.elder_id {_WHOSE}
ORDER BY v.ordinality, v.due_on, v.elder_id
"""
_AT_ONCE = f"""{_OVERDUE}
FROM divisions d JOIN visits_due v ON {_STILL} JOIN elders e ON e.id = v.elder_id AND e.village_id = d.id {_WHOSE}
WHERE e.left_on IS NULL AND {{within}} AND {{above}} ORDER BY d.code, v.due_on, v.elder_id LIMIT {{limit}}
"""
