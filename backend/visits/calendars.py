"""A place's month: what was done, and what is planned for the rest of it, spread by `planning` at reading (R054)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.db import any_of, fetch
from backend.divisions.scope import Level, Scope
from backend.kit.clock import month_bounds, shanghai_day
from backend.policies.rules import VisitRhythm
from backend.visits.occasions import last_day
from backend.visits.planning import Planned, Stop, hamlet, plan
from backend.visits.rules import VisitMode, days_between
from backend.visits.weeks import HELD, Held, rhythms_of


async def month_plan(scope: Scope, last: date) -> dict[UUID | None, list[Planned]]:
    """The visits planned from today to `last` of everybody in sight, by visitor; None: those nobody is to visit.

    Raises LevelTooLow.
    """
    scope.require(Level.CARD)
    params: list[object] = []
    rows = await fetch(Held, HELD.format(within=scope.clause(params)), *params)
    rhythms = await rhythms_of({row.village_id for row in rows}, scope.today)
    return plan_all(rows, rhythms, first=scope.today, last=last)


def plan_all(
    rows: Sequence[Held], rhythms: Mapping[UUID, VisitRhythm], *, first: date, last: date
) -> dict[UUID | None, list[Planned]]:
    """Each visitor's plan; those without a visitor are planned as one who would take them village by village."""
    by_visitor: dict[tuple[UUID | None, UUID | None], list[Stop]] = defaultdict(list)
    for row in rows:
        days = days_between(row.tier, rhythms[row.village_id], high_risk=row.high_risk)
        stop = Stop(row.elder_id, hamlet(row.address, row.village), row.address, row.due_on, days)
        by_visitor[row.visitor_id, None if row.visitor_id else row.village_id].append(stop)
    planned: dict[UUID | None, list[Planned]] = defaultdict(list)
    for (visitor_id, _), stops in by_visitor.items():
        planned[visitor_id] += plan(stops, first=first, last=last)
    return planned


class DoneRow(msgspec.Struct, frozen=True):
    """A visit that was made, without a word of what was found."""

    elder_id: UUID
    day: date
    visitor: str
    mode: VisitMode


class PlanRow(msgspec.Struct, frozen=True):
    """A visit that is planned; `visitor` is None where nobody is to make it yet."""

    elder_id: UUID
    day: date
    due_on: date
    hamlet: str
    visitor: str | None


class Calendar(msgspec.Struct, frozen=True):
    """A month of a place: `names` of the elders in it."""

    done: list[DoneRow]
    planned: list[PlanRow]
    names: dict[UUID, str]


class _Done(msgspec.Struct, frozen=True):
    elder_id: UUID
    visited_at: datetime
    visitor: str
    mode: VisitMode


class _Named(msgspec.Struct, frozen=True):
    id: UUID
    name: str


async def calendar(scope: Scope, month: date) -> Calendar:
    """What was done in `month`, by the day it was done on in China, and what is planned for the rest of it.

    Raises LevelTooLow.
    """
    scope.require(Level.CARD)
    begins, ends = month_bounds(month)
    params: list[object] = [begins, ends]
    rows = await fetch(_Done, _DONE.format(within=scope.clause(params)), *params)
    done = [DoneRow(row.elder_id, shanghai_day(row.visited_at), row.visitor, row.mode) for row in rows]
    last = last_day(ends)
    plans = await month_plan(scope, last) if last >= scope.today else {}
    who = await _names("accounts", [each for each in plans if each])
    planned = [
        PlanRow(visit.elder_id, visit.day, visit.due_on, visit.hamlet, who[visitor] if visitor else None)
        for visitor, visits in plans.items()
        for visit in visits
        if visit.day.replace(day=1) == month.replace(day=1)
    ]
    planned.sort(key=lambda row: (row.day, row.hamlet, row.elder_id))
    return Calendar(
        done, planned, await _names("elders", list({row.elder_id for row in done} | {row.elder_id for row in planned}))
    )


async def _names(table: str, ids: list[UUID]) -> dict[UUID, str]:
    found = await fetch(_Named, f"SELECT id, name FROM {table} WHERE {any_of('id', 1)}", ids)
    return {row.id: row.name for row in found}


_DONE = """
SELECT r.elder_id, r.visited_at, a.name AS visitor, r.mode
FROM visit_reports r JOIN elders e ON e.id = r.elder_id JOIN accounts a ON a.id = r.visitor_id
WHERE r.visited_at >= $1 AND r.visited_at < $2 AND {within} ORDER BY r.visited_at, r.id LIMIT 5000
"""
