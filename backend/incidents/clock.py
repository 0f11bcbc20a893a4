"""The clock that climbs when nobody answers (R093), each step a row done in one transaction with what follows from it.

A step is never done before it is due, nor twice: it is looked for again under the lock of its incident, and the next
one is written where this one is done. So any number of workers may be killed anywhere; what was due goes on.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import structlog

from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.db import execute, fetch, fetch_one, transaction
from backend.elders.models import Elder
from backend.incidents.concerned import is_concerned
from backend.incidents.facts import IncidentAsked, IncidentUnanswered, IncidentUnread
from backend.incidents.models import Incident, IncidentNotice, IncidentStepRecord
from backend.incidents.offices import OFFICE_OF
from backend.incidents.rules import (
    IncidentLevel,
    IncidentStep,
    answer_by,
    next_level,
    read_by,
    watch_of,
)
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.policies.queries import policy
from backend.policies.rules import EscalationTable
from backend.tasks.actions import NewTask, raise_task
from backend.tasks.rules import TaskKind

log = structlog.get_logger(__name__)

BATCH = 100


async def step_due(kernel: Kernel) -> int:
    """Do every step that is due, the earliest first; returns how many. One that fails does not hold up the others."""
    done = 0
    for row in await fetch(_Due, _DUE, kernel.clock.now(), BATCH):
        try:
            done += await _step(kernel, row)
        except Exception as error:
            log.error("incident_step_failed", step=str(row.id), error=type(error).__name__)
    return done


class _Due(msgspec.Struct, frozen=True):
    id: UUID
    incident_id: UUID


_DUE = """
SELECT s.id, s.incident_id FROM incident_steps s
WHERE s.done_at IS NULL AND s.voided_at IS NULL AND s.due_at <= $1 ORDER BY s.due_at, s.id LIMIT $2
"""


async def _step(kernel: Kernel, row: _Due) -> bool:
    async with transaction():
        # Whoever holds it is at work on it: another worker, or somebody who answers.
        incident = await Incident.filter(id=row.incident_id).select_for_update(skip_locked=True).first()
        step = await IncidentStepRecord.filter(id=row.id, done_at=None, voided_at=None).first()
        if incident is None or step is None or step.due_at > kernel.clock.now():
            return False
        await _do(kernel, incident, step)
    return True


async def _do(kernel: Kernel, incident: Incident, step: IncidentStepRecord) -> None:
    if step.kind is IncidentStep.RING:
        await _ring(kernel, incident, step)
    elif step.kind is IncidentStep.ALARM:
        await _alarm(kernel, incident, step)
    else:
        assert step.level is not None
        await _ask(kernel, incident, step, step.level)


async def ask(kernel: Kernel, incident: Incident, level: IncidentLevel) -> None:
    """Ask a level now, in the caller's transaction that holds the incident; the next one's turn is set beside it."""
    step = await write_step(incident.id, IncidentStep.ASK, due_at=kernel.clock.now(), level=level)
    await _ask(kernel, incident, step, level)


async def _ask(kernel: Kernel, incident: Incident, step: IncidentStepRecord, level: IncidentLevel) -> None:
    """Where nobody is named, the next level is asked at once, and the log alarms."""
    now, place = kernel.clock.now(), await _place(incident, level, kernel.clock.now())
    holder_id = await _holder(incident, place, now)
    await IncidentStepRecord.filter(id=step.id).update(done_at=now, holder_id=holder_id)
    await Incident.filter(id=incident.id).update(level=level)
    incident.level = level
    told = {"step": str(step.id), "level": level, "holder": holder_id and str(holder_id)}
    await record(kernel, Subject("incident", incident.id), Tag.INCIDENT_ASKED, by=PLATFORM, **told)
    await box.put(kernel, IncidentAsked(incident_id=incident.id, step_id=step.id))
    above = next_level(level)
    due_at = answer_by(place.table, incident.kind, level, now) if holder_id else now
    kind = IncidentStep.ASK if above else IncidentStep.ALARM
    following = await write_step(incident.id, kind, due_at=due_at, level=above or level)
    if holder_id:
        await tell(incident.id, [holder_id], now, family=False)
        await write_step(incident.id, IncidentStep.RING, due_at=read_by(place.table, now), level=level)
    else:
        log.error("incident_nobody_named", incident=str(incident.id), division=str(place.id), level=level)
        await _do(kernel, incident, following)


async def _alarm(kernel: Kernel, incident: Incident, step: IncidentStepRecord) -> None:
    """No level has answered: everybody who may know of it is told."""
    await IncidentStepRecord.filter(id=step.id).update(done_at=kernel.clock.now())
    log.error("incident_unanswered", incident=str(incident.id))
    ids = {"step": str(step.id)}
    await record(kernel, Subject("incident", incident.id), Tag.INCIDENT_UNANSWERED, by=PLATFORM, **ids)
    await box.put(kernel, IncidentUnanswered(incident_id=incident.id))


async def _ring(kernel: Kernel, incident: Incident, step: IncidentStepRecord) -> None:
    """Who was told and has not read it is rung by the level that has it now: a task with a result."""
    now = kernel.clock.now()
    await IncidentStepRecord.filter(id=step.id).update(done_at=now)
    unread = await IncidentNotice.filter(incident_id=incident.id, read_at=None).count()
    await record(kernel, Subject("incident", incident.id), Tag.INCIDENT_RUNG, by=PLATFORM, unread=unread)
    if not unread:
        return
    place = await _place(incident, incident.level, now)
    task = NewTask(
        kind=TaskKind.INCIDENT_CALL,
        subject_id=incident.id,
        occasion_id=step.id,
        division_id=place.id,
        due_at=now,
        waits_for=OFFICE_OF[incident.level],
    )
    if await raise_task(kernel, task=task, by=PLATFORM):
        await box.put(kernel, IncidentUnread(incident_id=incident.id))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a level answers, by which table; the village itself, `in_tree` False, where nothing is above it."""

    id: UUID
    table: EscalationTable
    in_tree: bool


async def _place(incident: Incident, level: IncidentLevel, now: datetime) -> _Place:
    elder = await Elder.get(id=incident.elder_id)
    today = shanghai_day(now)
    found = await fetch_one(_Id, _ABOVE, elder.village_id, level, today)
    table = await policy(EscalationTable, division_id=elder.village_id, day=today)
    return _Place(found.id if found else elder.village_id, table, in_tree=found is not None)


class _Id(msgspec.Struct, frozen=True):
    id: UUID


_ABOVE = """
SELECT d.id FROM division_spans s JOIN divisions d ON d.id = s.ancestor_id
WHERE s.descendant_id = $1 AND d.level = $2 AND s.starts_on <= $3 AND (s.ends_on IS NULL OR s.ends_on > $3)
"""


async def _holder(incident: Incident, place: _Place, now: datetime) -> UUID | None:
    """Who is on duty there now and still holds office; nobody whom the incident names, nor of his household."""
    watch = watch_of(now, place.table)
    found = await fetch_one(_Holder, _HOLDS, place.id, watch, shanghai_day(now)) if place.in_tree else None
    return found.account_id if found and not await is_concerned(incident.id, found.account_id) else None


class _Holder(msgspec.Struct, frozen=True):
    account_id: UUID


_HOLDS = """
SELECT h.account_id FROM duty_holders h
JOIN memberships m ON m.account_id = h.account_id AND m.division_id = h.division_id
WHERE h.division_id = $1 AND h.watch = $2 AND h.ended_at IS NULL
  AND m.starts_on <= $3 AND (m.ends_on IS NULL OR m.ends_on > $3)
"""


async def write_step(
    incident_id: UUID,
    kind: IncidentStep,
    *,
    due_at: datetime,
    level: IncidentLevel | None = None,
    step_id: UUID | None = None,
    **told: Any,
) -> IncidentStepRecord:
    """The incident's next line, in the transaction that holds the incident."""
    last = await IncidentStepRecord.filter(incident_id=incident_id).order_by("-number").first()
    return await IncidentStepRecord.create(
        id=step_id or uuid7(),
        incident_id=incident_id,
        number=last.number + 1 if last else 1,
        kind=kind,
        level=level,
        due_at=due_at,
        **told,
    )


async def stop_climbing(incident_id: UUID, now: datetime) -> None:
    """Somebody answered."""
    await execute(_VOID.format(kinds="'ask', 'alarm'"), incident_id, now)


async def stop(incident_id: UUID, now: datetime) -> None:
    """It is over: nothing is due any more."""
    await execute(_VOID.format(kinds="'ask', 'alarm', 'ring'"), incident_id, now)


_VOID = """
UPDATE incident_steps SET voided_at = $2
WHERE incident_id = $1 AND done_at IS NULL AND voided_at IS NULL AND kind IN ({kinds})
"""


async def tell(incident_id: UUID, accounts: list[UUID], now: datetime, *, family: bool) -> None:
    """Whoever is to know of it, once."""
    for account_id in accounts:
        await execute(_TELL, uuid7(), incident_id, account_id, family, now)


_TELL = """
INSERT INTO incident_notices (id, incident_id, account_id, family, told_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (incident_id, account_id) DO NOTHING
"""


async def ring_later(kernel: Kernel, incident: Incident) -> None:
    """Look after a while whether the family has read it."""
    now = kernel.clock.now()
    place = await _place(incident, incident.level, now)
    await write_step(incident.id, IncidentStep.RING, due_at=read_by(place.table, now))
