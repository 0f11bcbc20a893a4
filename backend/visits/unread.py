"""Reports no child has opened for long become a call the committee makes (R045): asked once, and with no reproach."""

from datetime import timedelta
from uuid import UUID

import msgspec
import structlog

from backend.audit.trail import PLATFORM
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import fetch
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.policies.queries import policy
from backend.policies.rules import FamilyReading
from backend.tasks.actions import NewTask, raise_each, settle_each
from backend.tasks.rules import Settlement, TaskKind, by_end_of
from backend.visits.rules import Finding
from backend.visits.sharing import DOMAINS, tells_family

log = structlog.get_logger(__name__)

_CALM = dict.fromkeys(DOMAINS, Finding.GOOD)


async def follow_unread(kernel: Kernel) -> int:
    """Ask committees to ring up the families who have long opened nothing; returns how many are new.

    Of elders on the register with a supporter who has an account and may see something of a report. The same report
    never asks twice; what was looked at meanwhile, or has nobody left to look, is settled. Village by village: killed
    half way or run by several workers, it ends as if run once.
    """
    await _settle(kernel)
    raised = 0
    for village in await fetch(_Id, _VILLAGES):
        try:
            raised += await _raise_in(kernel, village.id)
        except Exception as error:
            log.error("follow_unread_failed", village=str(village.id), error=type(error).__name__)
    return raised


async def _settle(kernel: Kernel) -> None:
    for sql, settlement in ((_LOOKED, Settlement.DONE), (_NOBODY, Settlement.NO_LONGER)):
        over = await fetch(_Id, sql, TaskKind.FAMILY_UNREAD)
        which = [(TaskKind.FAMILY_UNREAD, row.id) for row in over]
        await settle_each(kernel, which, by=PLATFORM, settlement=settlement)


async def _raise_in(kernel: Kernel, village_id: UUID) -> int:
    now = kernel.clock.now()
    today = shanghai_day(now)
    rule = await policy(FamilyReading, division_id=village_id, day=today)
    before = now - timedelta(days=rule.unread_days)
    tasks = [
        NewTask(
            kind=TaskKind.FAMILY_UNREAD,
            subject_id=row.elder_id,
            occasion_id=row.report_id,
            division_id=village_id,
            due_at=by_end_of(today + timedelta(days=rule.answer_days)),
        )
        for row in await fetch(_Unread, _UNREAD, village_id, before, TaskKind.FAMILY_UNREAD)
        if tells_family(await refused_by(Whose.ELDER, row.elder_id), _CALM)
    ]
    return await raise_each(kernel, tasks, by=PLATFORM) if tasks else 0


class _Id(msgspec.Struct, frozen=True):
    id: UUID


class _Unread(msgspec.Struct, frozen=True):
    elder_id: UUID
    report_id: UUID


_VILLAGES = "SELECT DISTINCT e.village_id AS id FROM elders e WHERE e.left_on IS NULL ORDER BY e.village_id"
# A glance at the first screen, the list or the year tells of the visit too, though it opens no report.
_LOOK = """SELECT 1 FROM readings g WHERE g.elder_id = {elder} AND g.at >= {since} AND g.purpose = 'family'
  AND g.what IN ('visit_report', 'visit_reports', 'latest_report', 'visit_year')"""
_JOINED = """FROM family_members f WHERE f.elder_id = {elder} AND f.duty = 'supporter' AND f.ended_at IS NULL
  AND f.confirmed_at IS NOT NULL AND f.account_id IS NOT NULL"""
_LOOKED = f"""
SELECT k.subject_id AS id FROM tasks k WHERE k.kind = $1 AND k.settled_at IS NULL
  AND EXISTS ({_LOOK.format(elder="k.subject_id", since="k.raised_at")})
"""
_NOBODY = f"""
SELECT k.subject_id AS id FROM tasks k WHERE k.kind = $1 AND k.settled_at IS NULL
  AND NOT EXISTS (SELECT 1 {_JOINED.format(elder="k.subject_id")})
"""
# Of what came since the first of the family joined, the oldest report nobody has looked at since it came: as long as
# nobody looks it stays the same, and is asked about once.
_UNREAD = f"""
SELECT u.elder_id, u.report_id FROM (
  SELECT e.id AS elder_id, (
    SELECT r.id FROM visit_reports r
    WHERE r.elder_id = e.id AND r.received_at <= $2
      AND r.received_at >= (SELECT MIN(f.confirmed_at) {_JOINED.format(elder="e.id")})
      AND NOT EXISTS ({_LOOK.format(elder="e.id", since="r.received_at")})
    ORDER BY r.received_at, r.id LIMIT 1) AS report_id
  FROM elders e WHERE e.village_id = $1 AND e.left_on IS NULL) u
WHERE u.report_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM tasks k WHERE k.subject_id = u.elder_id AND k.kind = $3
    AND (k.settled_at IS NULL OR k.occasion_id = u.report_id))
ORDER BY u.elder_id
"""
