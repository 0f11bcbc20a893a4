"""Alerts follow the files: what changes one changes its alerts and their tasks, in one transaction (R032-R035)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec
import structlog

from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Actor, Subject, record
from backend.db import fetch, transaction
from backend.elders.alerts import TASK_OF, AlertKind, alerts, due_at
from backend.elders.facts import KeyHelpListed, KeyHelpReported
from backend.elders.known import marks
from backend.elders.models import Alert, Elder
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.policies.queries import policy
from backend.policies.rules import RiskStandard, TaskDays
from backend.tasks.actions import NewTask, raise_each, settle_each
from backend.tasks.rules import Settlement

log = structlog.get_logger(__name__)

BATCH = 500
Standards = dict[UUID, RiskStandard]


async def follow(
    kernel: Kernel, elders: Sequence[Elder], day: date, by: Actor, *, told_at: datetime | None = None
) -> None:
    """Bring the alerts of these elders, whose rows the caller holds, to what their files say on `day`.

    A new alert raises its task; one that no longer holds settles it, and rising again it is a new one. The same again
    changes nothing. Whoever is to be told is told from `told_at` on.
    """
    standing = await Alert.filter(elder_id__in=[elder.id for elder in elders], ended_at=None)
    holds = await _holding(elders, day)
    ended = [alert for alert in standing if alert.kind not in holds[alert.elder_id]]
    known = {(alert.elder_id, alert.kind) for alert in standing}
    begun = [(elder, kind) for elder in elders for kind in sorted(holds[elder.id]) if (elder.id, kind) not in known]
    if ended:
        await Alert.filter(id__in=[alert.id for alert in ended]).update(ended_at=kernel.clock.now())
        gone = [(TASK_OF[alert.kind], alert.elder_id) for alert in ended if alert.kind in TASK_OF]
        await settle_each(kernel, gone, by=by, settlement=Settlement.NO_LONGER)
    if begun:
        await _begin(kernel, begun, day, by, told_at)


async def follow_all(kernel: Kernel, day: date) -> int:
    """Look at every file again, for what changes without anybody touching it: birthdays, policies, alerts new to us.

    Returns how many files' alerts changed. Each is a transaction of its own: safe to repeat, and to be killed.
    """
    changed, last = 0, None
    while ids := await fetch(
        _Id, _AFTER.format(after="AND e.id > $2" if last else ""), BATCH, *([last] if last else [])
    ):
        last = ids[-1].id
        for elder_id in await _stale([each.id for each in ids], day):
            try:
                changed += await _follow_one(kernel, elder_id, day)
            except Exception as error:
                log.error("follow_alerts_failed", elder=str(elder_id), error=type(error).__name__)
    return changed


async def report_key_help(kernel: Kernel) -> int:
    """Tell each township which elders its villages have newly on their key help lists (R035); returns how many.

    One report for each village, which its alerts name: reported once, however often this runs.
    """
    reported = 0
    for village in await fetch(_Id, _UNREPORTED_VILLAGES, AlertKind.KEY_HELP):
        report_id = uuid7()
        async with transaction():
            elders = await fetch(_Id, _REPORT, AlertKind.KEY_HELP, village.id, report_id)
            if elders:
                subject, told = Subject("division", village.id), {"report": str(report_id), "elders": len(elders)}
                await record(kernel, subject, Tag.KEY_HELP_REPORTED, by=PLATFORM, **told)
                await box.put(kernel, KeyHelpReported(village_id=village.id, report_id=report_id))
        reported += len(elders)
    return reported


class _Id(msgspec.Struct, frozen=True):
    id: UUID


_AFTER = "SELECT e.id FROM elders e WHERE e.left_on IS NULL {after} ORDER BY e.id LIMIT $1"
_UNREPORTED = "a.kind = $1 AND a.ended_at IS NULL AND a.report_id IS NULL"
_UNREPORTED_VILLAGES = f"""
SELECT DISTINCT e.village_id AS id FROM alerts a JOIN elders e ON e.id = a.elder_id WHERE {_UNREPORTED}
"""
_REPORT = f"""
UPDATE alerts SET report_id = $3 WHERE report_id IS NULL AND id IN (
  SELECT a.id FROM alerts a JOIN elders e ON e.id = a.elder_id WHERE {_UNREPORTED} AND e.village_id = $2)
RETURNING elder_id AS id
"""


async def _stale(elder_ids: Iterable[UUID], day: date) -> list[UUID]:
    """Those whose alerts are not what their files say. Looked at without a lock: `follow` looks again."""
    ids = list(elder_ids)
    elders = await Elder.filter(id__in=ids).order_by("id")
    standing: dict[UUID, set[AlertKind]] = {elder.id: set() for elder in elders}
    for alert in await Alert.filter(elder_id__in=ids, ended_at=None):
        standing[alert.elder_id].add(alert.kind)
    holds = await _holding(elders, day)
    return [elder.id for elder in elders if holds[elder.id] != standing[elder.id]]


async def _follow_one(kernel: Kernel, elder_id: UUID, day: date) -> bool:
    async with transaction():
        elder = await Elder.filter(id=elder_id).select_for_update(no_key=True).get()
        stale = await _stale([elder_id], day)
        await follow(kernel, [elder], day, PLATFORM)
    return bool(stale)


async def _holding(elders: Sequence[Elder], day: date) -> Mapping[UUID, frozenset[AlertKind]]:
    standards = await _standards(elders, day)
    return {
        elder.id: alerts(marks(elder, day), standards[elder.village_id]) if elder.left_on is None else frozenset()
        for elder in elders
    }


async def _standards(elders: Sequence[Elder], day: date) -> Standards:
    villages = {elder.village_id for elder in elders}
    return {each: await policy(RiskStandard, division_id=each, day=day) for each in villages}


async def _begin(
    kernel: Kernel, begun: Sequence[tuple[Elder, AlertKind]], day: date, by: Actor, told_at: datetime | None
) -> None:
    now, standards = kernel.clock.now(), await _standards([elder for elder, _ in begun], day)
    days = {each: await policy(TaskDays, division_id=each, day=day) for each in standards}
    made = [Alert(elder_id=elder.id, kind=kind, begun_at=now) for elder, kind in begun]
    await Alert.bulk_create(made, batch_size=BATCH)
    raised = [
        NewTask(
            kind=TASK_OF[kind],
            subject_id=elder.id,
            occasion_id=alert.id,
            division_id=elder.village_id,
            due_at=due_at(kind, now, day, standards[elder.village_id], days[elder.village_id]),
        )
        for alert, (elder, kind) in zip(made, begun, strict=True)
        if kind in TASK_OF
    ]
    await raise_each(kernel, raised, by=by, told_at=told_at)
    listed = [KeyHelpListed(elder_id=alert.elder_id) for alert in made if alert.kind is AlertKind.KEY_HELP]
    await box.put_each(kernel, listed, due_at=told_at)
