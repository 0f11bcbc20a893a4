"""The due day follows the facts: whatever bears on it asks this one place to look again (R029, R034, R054-R056).

Looks at what stands now, so that neither order nor repetition of events matters. A report moves the day on by itself,
as far as it can tell; what it could not, a pace of meanwhile, is looked at here right after.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.db import any_of, execute, fetch, on_postgres, transaction
from backend.elders.alerts import AlertKind
from backend.elders.facts import VillagesMerged
from backend.elders.rules import PriorityTier
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.outbox.box import Entry
from backend.policies.rules import VisitRhythm, read
from backend.tasks.facts import TaskRaised
from backend.tasks.rules import TaskKind
from backend.visits.due import Pace, due_day
from backend.visits.occasions import COUNTING, last_day
from backend.visits.rules import days_between

log = structlog.get_logger(__name__)

BATCH = 500
LOOK_BACK = timedelta(days=32)
"""Longer than any rhythm: a pace that began before has been met, or the visit is overdue by then."""


class _OfElder(msgspec.Struct, frozen=True):
    elder_id: UUID


class _Id(msgspec.Struct, frozen=True):
    id: UUID


async def on_elder_changed(entry: Entry) -> None:
    """Handler of every fact about one elder that bears on the due day."""
    elder_id = msgspec.json.decode(entry.payload, type=_OfElder).elder_id
    await replan([elder_id], shanghai_day(entry.created_at))


async def on_task_raised(entry: Entry) -> None:
    """Handler of TaskRaised: who is at high risk is visited more often (R034)."""
    fact = entry.fact(TaskRaised)
    if fact.kind == TaskKind.HIGH_RISK:
        await replan([fact.subject_id], shanghai_day(entry.created_at))


async def on_villages_merged(entry: Entry) -> None:
    """Handler of VillagesMerged: the successor's rhythm holds for everybody on its register."""
    fact = entry.fact(VillagesMerged)
    await replan_village(fact.successor_id, shanghai_day(entry.created_at))


async def replan_changed(kernel: Kernel) -> int:
    """Look again where a rhythm has lately taken effect or a risk has passed, and at who has no day; returns how many
    days changed. Village by village: safe to repeat, and to be killed."""
    today, changed = shanghai_day(kernel.clock.now()), 0
    for village in await fetch(_Id, _CHANGED_VILLAGES, VisitRhythm.name, today - LOOK_BACK, today):
        try:
            changed += await replan_village(village.id, today)
        except Exception as error:
            log.error("replan_failed", village=str(village.id), error=type(error).__name__)
    since = kernel.clock.now() - timedelta(days=2)
    for start in range(0, len(ids := await fetch(_Id, _CHANGED_ELDERS, AlertKind.HIGH_RISK, since)), BATCH):
        changed += await replan([row.id for row in ids[start : start + BATCH]], today)
    return changed


async def replan_village(village_id: UUID, day: date) -> int:
    """`replan` for everybody on a village's register."""
    rows = await fetch(_Id, "SELECT id FROM elders WHERE village_id = $1 AND left_on IS NULL ORDER BY id", village_id)
    changed = 0
    for start in range(0, len(rows), BATCH):
        changed += await replan([row.id for row in rows[start : start + BATCH]], day)
    return changed


_CHANGED_VILLAGES = """
SELECT DISTINCT v.id FROM policies p JOIN divisions v ON v.level = 'village'
LEFT JOIN division_spans s ON s.ancestor_id = p.division_id AND s.descendant_id = v.id
  AND s.starts_on <= $3 AND (s.ends_on IS NULL OR s.ends_on > $3)
WHERE p.name = $1 AND p.starts_on > $2 AND p.starts_on <= $3 AND (p.division_id IS NULL OR s.id IS NOT NULL)
ORDER BY v.id
"""
_CHANGED_ELDERS = """
SELECT e.id FROM elders e WHERE e.left_on IS NULL AND (
  NOT EXISTS (SELECT 1 FROM visits_due v WHERE v.elder_id = e.id)
  OR EXISTS (SELECT 1 FROM alerts a WHERE a.elder_id = e.id AND a.kind = $1
    AND (a.begun_at > $2 OR a.ended_at > $2)))
ORDER BY e.id
"""


class _Standing(msgspec.Struct, frozen=True):
    elder_id: UUID
    village_id: UUID | None
    due_on: date
    last_visit_at: datetime | None


async def replan(elder_ids: Sequence[UUID], day: date) -> int:
    """Bring the due days of these elders to what the facts say, those of the left away; returns how many changed.

    `day` says which places lie under which. Holds the rows, so that a report at this very moment comes after.
    """
    async with transaction():
        lock = " FOR UPDATE" if on_postgres() else ""
        held = await fetch(_Standing, _STANDING.format(ids=any_of("elder_id", 1)) + lock, list(elder_ids))
        standing = {row.elder_id: row for row in held}
        wanted = await _wanted(elder_ids, day)
        gone = [row.elder_id for row in held if row.elder_id not in wanted]
        if gone:
            await execute(f"DELETE FROM visits_due WHERE {any_of('elder_id', 1)}", gone)
        moved = [row for row in wanted.values() if row != standing.get(row.elder_id)]
        for row in moved:
            await execute(_SET, row.elder_id, row.village_id, row.due_on, row.last_visit_at)
    return len(moved) + len(gone)


_STANDING = "SELECT elder_id, village_id, due_on, last_visit_at FROM visits_due WHERE {ids} ORDER BY elder_id"
_SET = """
INSERT INTO visits_due (elder_id, village_id, due_on, last_visit_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (elder_id) DO UPDATE SET village_id = excluded.village_id, due_on = excluded.due_on,
  last_visit_at = excluded.last_visit_at
"""


class _Facts(msgspec.Struct, frozen=True):
    elder_id: UUID
    village_id: UUID
    tier: PriorityTier
    registered_at: datetime
    last_visit_at: datetime | None
    back_at: datetime | None


class _TierFrom(msgspec.Struct, frozen=True):
    elder_id: UUID
    tier: PriorityTier
    starts_on: date
    ends_on: date | None


class _RiskFrom(msgspec.Struct, frozen=True):
    elder_id: UUID
    begun_at: datetime
    ended_at: datetime | None


class _Waiting(msgspec.Struct, frozen=True):
    elder_id: UUID
    due_at: datetime


class _Rhythm(msgspec.Struct, frozen=True):
    village_id: UUID
    value: str
    starts_on: date
    rank: int


async def _wanted(elder_ids: Iterable[UUID], day: date) -> dict[UUID, _Standing]:
    """What should stand, of those on the register."""
    ids = list(elder_ids)
    facts = await fetch(_Facts, _FACTS.format(ids=any_of("e.id", 1)), ids)
    tiers, risks, waiting = defaultdict(list), defaultdict(list), defaultdict(list)
    for tier in await fetch(_TierFrom, _TIERS.format(ids=any_of("elder_id", 1)), ids):
        tiers[tier.elder_id].append(tier)
    for risk in await fetch(_RiskFrom, _RISKS.format(ids=any_of("elder_id", 1)), ids, AlertKind.HIGH_RISK):
        risks[risk.elder_id].append(risk)
    for each in await fetch(_Waiting, _WAITING.format(ids=any_of("o.elder_id", 1)), ids):
        waiting[each.elder_id].append(last_day(each.due_at))
    rhythms = await _rhythms({row.village_id for row in facts}, day)
    wanted = {}
    for row in facts:
        since = max(row.registered_at, row.back_at or row.registered_at)
        last = row.last_visit_at if row.back_at is None or (row.last_visit_at or since) >= row.back_at else None
        begin = shanghai_day(last or since)
        paces = _paces(row.tier, begin, tiers[row.elder_id], risks[row.elder_id], rhythms[row.village_id])
        due_on = due_day(paces, last=last, since=since, occasions=waiting[row.elder_id])
        wanted[row.elder_id] = _Standing(row.elder_id, row.village_id, due_on, row.last_visit_at)
    return wanted


def _paces(
    tier: PriorityTier, begin: date, tiers: Sequence[_TierFrom], risks: Sequence[_RiskFrom], rhythms: Sequence[_Rhythm]
) -> list[Pace]:
    """How often the elder was to be visited from `begin` on, each change of tier, risk or policy a new pace."""
    at_risk = [(shanghai_day(risk.begun_at), risk.ended_at and shanghai_day(risk.ended_at)) for risk in risks]
    days = {row.starts_on for row in tiers} | {row.starts_on for row in rhythms}
    days |= {day for span in at_risk for day in span if day}
    paces = []
    for day in [begin, *sorted(each for each in days if each > begin)]:
        held = [row.tier for row in tiers if row.starts_on <= day and (row.ends_on is None or day < row.ends_on)]
        high_risk = any(begun <= day and (ended is None or day < ended) for begun, ended in at_risk)
        # They come nearest place first, its latest first.
        value = next((row.value for row in rhythms if row.starts_on <= day), None)
        paces.append(Pace(day, days_between(held[-1] if held else tier, read(VisitRhythm, value), high_risk=high_risk)))
    return paces


async def _rhythms(villages: Iterable[UUID], day: date) -> Mapping[UUID, list[_Rhythm]]:
    found = defaultdict(list)
    for row in await fetch(_Rhythm, _RHYTHMS.format(ids=any_of("v.id", 1)), list(villages), VisitRhythm.name, day):
        found[row.village_id].append(row)
    return found


_FACTS = """
SELECT e.id AS elder_id, e.village_id, e.tier, e.registered_at,
  (SELECT max(r.visited_at) FROM visit_reports r WHERE r.elder_id = e.id) AS last_visit_at,
  (SELECT max(s.recorded_at) FROM stays s WHERE s.elder_id = e.id AND s.entered = 'came_back') AS back_at
FROM elders e WHERE {ids} AND e.left_on IS NULL ORDER BY e.id
"""
_TIERS = """
SELECT elder_id, tier, starts_on, ends_on FROM tier_spans WHERE {ids} AND (ends_on IS NULL OR ends_on > starts_on)
ORDER BY elder_id, starts_on, recorded_at, id
"""
_RISKS = "SELECT elder_id, begun_at, ended_at FROM alerts WHERE {ids} AND kind = $2"
_WAITING = f"""
SELECT o.elder_id, o.due_at FROM visit_occasions o WHERE {{ids}} AND NOT EXISTS (
  SELECT 1 FROM visit_reports r WHERE r.elder_id = o.elder_id AND r.visited_at >= o.opens_at
    AND {COUNTING.format(report="r", occasion="o")})
"""
_RHYTHMS = """
SELECT v.id AS village_id, p.value, p.starts_on,
  CASE place.level WHEN 'village' THEN 0 WHEN 'township' THEN 1 WHEN 'county' THEN 2 ELSE 3 END AS rank
FROM divisions v JOIN policies p ON p.name = $2
LEFT JOIN division_spans s ON s.ancestor_id = p.division_id AND s.descendant_id = v.id
  AND s.starts_on <= $3 AND (s.ends_on IS NULL OR s.ends_on > $3)
LEFT JOIN divisions place ON place.id = p.division_id
WHERE {ids} AND (p.division_id IS NULL OR s.id IS NOT NULL) ORDER BY v.id, rank, p.starts_on DESC, p.id DESC
"""
