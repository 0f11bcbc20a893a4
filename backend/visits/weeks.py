"""What lies ahead of one visitor: whom to visit on which day, and who is his no longer.

Days are planned at reading, from what is due now and who is to visit now; nothing of it is stored.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from backend.db import any_of, fetch
from backend.divisions.scope import Level, Scope
from backend.elders.rules import AbsenceReason, PriorityTier
from backend.kit.clock import shanghai_day, shanghai_midnight
from backend.policies.queries import in_force
from backend.policies.rules import VisitRhythm, read
from backend.visits.assignments import AssignmentKind
from backend.visits.occasions import COUNTING, OccasionKind
from backend.visits.planning import WEEK, Planned, Stop, hamlet, plan
from backend.visits.rules import days_between, due_after

TOLD_FOR = timedelta(days=14)
"""So long a visitor is told whose visits are his no longer, of those still in sight."""


class Held(msgspec.Struct, frozen=True):
    """An elder on the register, when due, and whose visit it is."""

    elder_id: UUID
    village_id: UUID
    village: str
    address: str
    tier: PriorityTier
    due_on: date
    last_visit_at: datetime | None
    high_risk: bool
    visitor_id: UUID | None


HELD = """
SELECT e.id AS elder_id, e.village_id, d.name AS village, e.address, e.tier, v.due_on, v.last_visit_at,
  r.id IS NOT NULL AS high_risk,
  a.visitor_id
FROM elders e JOIN visits_due v ON v.elder_id = e.id JOIN divisions d ON d.id = e.village_id
LEFT JOIN alerts r ON r.elder_id = e.id AND r.kind = 'high_risk' AND r.ended_at IS NULL
LEFT JOIN visit_assignments a ON a.elder_id = e.id AND a.kind = 'responsible' AND a.ended_at IS NULL
WHERE e.left_on IS NULL AND {within}
"""


class OwnStop(msgspec.Struct, frozen=True):
    """One elder of a visitor's list: when to go, where, by when at the latest, and for which occasions.

    `absent`: why the elder is not at home these days.
    `assigned` is how the elder came onto the list; None: nobody is responsible, and the visitor is tied to the elder.
    """

    elder_id: UUID
    name: str
    village: str
    hamlet: str
    address: str
    tier: PriorityTier
    living_alone: bool
    plan_on: date
    due_on: date
    last_visit_at: datetime | None
    occasions: tuple[OccasionKind, ...]
    assigned: AssignmentKind | None
    absent: AbsenceReason | None


class Moved(msgspec.Struct, frozen=True):
    """An elder who was the visitor's own until lately, and whose visits are somebody else's now, if anybody's."""

    elder_id: UUID
    elder: str
    ended_on: date
    visitor: str | None


class OwnWeek(msgspec.Struct, frozen=True):
    """A visitor's list: the next seven days in walking order, then what comes later; and what is his no longer."""

    visits: list[OwnStop]
    moved: list[Moved]


class _Own(Held, frozen=True):
    name: str
    living_alone: bool
    absent: AbsenceReason | None


class _Cadres(_Own, frozen=True):
    started_at: datetime
    last_at: datetime | None


class _Gone(msgspec.Struct, frozen=True):
    elder_id: UUID
    elder: str
    ended_at: datetime
    visitor: str | None


async def week(scope: Scope, account_id: UUID, *, limit: int = 200) -> OwnWeek:
    """What the account is to visit. Raises LevelTooLow."""
    scope.require(Level.CARD)
    params: list[object] = [account_id]
    mine = "a.visitor_id = $1" if scope.division else "(a.visitor_id = $1 OR a.id IS NULL)"
    held = f"{HELD} AND {mine}".replace("  a.visitor_id\n", f"{_WHO}\n")
    rows = await fetch(_Own, held.format(within=scope.clause(params)), *params)
    params = [account_id]
    cadres = await fetch(_Cadres, _CADRES.format(within=scope.clause(params)), *params)
    rhythms = await rhythms_of({row.village_id for row in (*rows, *cadres)}, scope.today)
    asked = await _asked([row.elder_id for row in rows])
    stops = [
        *(_own(row, rhythms, AssignmentKind.RESPONSIBLE if row.visitor_id else None) for row in rows),
        *(_own(row, rhythms, AssignmentKind.CADRE) for row in cadres),
    ]
    by_elder = {stop.elder_id: stop.day for stop in _first_days(stops, scope.today)}
    visits = [
        msgspec.structs.replace(
            stop.row, plan_on=by_elder.get(stop.stop.elder_id, stop.stop.due_on), occasions=asked[stop.stop.elder_id]
        )
        for stop in stops
    ]
    visits.sort(key=lambda stop: (stop.plan_on, stop.village, stop.hamlet, stop.address, stop.elder_id))
    params = [account_id, shanghai_midnight(scope.today - TOLD_FOR)]
    gone = await fetch(_Gone, _GONE.format(within=scope.clause(params)), *params)
    moved = [Moved(row.elder_id, row.elder, shanghai_day(row.ended_at), row.visitor) for row in gone]
    return OwnWeek(visits[:limit], moved)


class _Listed(msgspec.Struct, frozen=True):
    stop: Stop
    row: OwnStop


def _own(row: _Own, rhythms: Mapping[UUID, VisitRhythm], assigned: AssignmentKind | None) -> _Listed:
    rhythm, due_on = rhythms[row.village_id], row.due_on
    days = days_between(row.tier, rhythm, high_risk=row.high_risk)
    if isinstance(row, _Cadres):
        days = rhythm.cadre
        due_on = due_after(shanghai_day(max(row.last_at or row.started_at, row.started_at)), days)
    place = hamlet(row.address, row.village)
    shown = OwnStop(
        elder_id=row.elder_id,
        name=row.name,
        village=row.village,
        hamlet=place,
        address=row.address,
        tier=row.tier,
        living_alone=row.living_alone,
        plan_on=due_on,
        due_on=due_on,
        last_visit_at=row.last_visit_at,
        occasions=(),
        assigned=assigned,
        absent=row.absent,
    )
    return _Listed(Stop(row.elder_id, place, row.address, due_on, days), shown)


def _first_days(stops: Iterable[_Listed], today: date) -> list[Planned]:
    """Each elder's first visit of the week to come; one held in both ways is one way."""
    soonest: dict[UUID, Stop] = {}
    for each in sorted(stops, key=lambda each: each.stop.due_on):
        soonest.setdefault(each.stop.elder_id, each.stop)
    planned = plan(soonest.values(), first=today, last=today + timedelta(days=WEEK - 1))
    return list({visit.elder_id: visit for visit in reversed(planned)}.values())


_WHO = """  a.visitor_id, e.name, e.living_alone,
  (SELECT x.reason FROM absences x WHERE x.elder_id = e.id AND x.ends_on IS NULL) AS absent"""
_CADRES = HELD.replace("kind = 'responsible'", "kind = 'cadre'").replace(
    "  a.visitor_id\n",
    f"""{_WHO}, a.started_at,
  (SELECT max(n.visited_at) FROM visit_reports n WHERE n.elder_id = e.id AND n.visitor_id = $1) AS last_at
""",
) + (" AND a.visitor_id = $1")
_GONE = """
SELECT b.elder_id, e.name AS elder, b.ended_at, o.name AS visitor
FROM visit_assignments b JOIN elders e ON e.id = b.elder_id
LEFT JOIN visit_assignments a ON a.elder_id = b.elder_id AND a.kind = b.kind AND a.ended_at IS NULL
LEFT JOIN accounts o ON o.id = a.visitor_id
WHERE b.visitor_id = $1 AND b.ended_at > $2 AND e.left_on IS NULL AND {within} AND (a.id IS NULL OR a.visitor_id <> $1)
  AND NOT EXISTS (SELECT 1 FROM visit_assignments n WHERE n.elder_id = b.elder_id AND n.visitor_id = $1
    AND n.kind = b.kind AND n.ended_at > b.ended_at)
ORDER BY b.ended_at DESC, b.id LIMIT 50
"""


class _Rule(msgspec.Struct, frozen=True):
    id: UUID
    rhythm: str | None


async def rhythms_of(villages: Iterable[UUID], day: date) -> dict[UUID, VisitRhythm]:
    """The rhythm in force in each of these villages."""
    rule = in_force(VisitRhythm.name, "v.id", "$2")
    rows = await fetch(
        _Rule, f"SELECT v.id, {rule} AS rhythm FROM divisions v WHERE {any_of('v.id', 1)}", list(villages), day
    )
    return {row.id: read(VisitRhythm, row.rhythm) for row in rows}


class _Asked(msgspec.Struct, frozen=True):
    elder_id: UUID
    kind: OccasionKind


async def _asked(elder_ids: list[UUID]) -> Mapping[UUID, tuple[OccasionKind, ...]]:
    """The occasions that wait, of elders already found in scope."""
    found: dict[UUID, tuple[OccasionKind, ...]] = defaultdict(tuple)
    for row in await fetch(_Asked, _ASKED.format(ids=any_of("o.elder_id", 1)), elder_ids):
        found[row.elder_id] = (*found[row.elder_id], row.kind)
    return found


_ASKED = f"""
SELECT o.elder_id, o.kind FROM visit_occasions o WHERE {{ids}} AND NOT EXISTS (
  SELECT 1 FROM visit_reports r WHERE r.elder_id = o.elder_id AND r.visited_at >= o.opens_at
    AND {COUNTING.format(report="r", occasion="o")})
ORDER BY o.elder_id, o.due_at, o.id
"""
