"""The committee's monthly talk with the children (R045): asked for as a month begins, done by writing one down."""

from datetime import date
from uuid import NAMESPACE_OID, UUID, uuid5

import msgspec
import structlog

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record
from backend.db import fetch, transaction
from backend.divisions.scope import Level, Scope
from backend.elders.errors import ElderNotOnRegister
from backend.elders.models import Elder
from backend.elders.queries import elder
from backend.families.errors import FamilyMemberNotFound, NotASupporter, OwnFamilyCase
from backend.families.facts import TalksDue
from backend.families.models import FamilyTalk
from backend.families.queries import AWAY, LAST_TOLD, member
from backend.families.rules import Duty, TalkWay, check_remembered
from backend.kit.clock import month_bounds, shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.tasks.actions import NewTask, raise_untold, settle_task
from backend.tasks.models import Task
from backend.tasks.rules import TaskKind

log = structlog.get_logger(__name__)


class NewTalk(msgspec.Struct, frozen=True, kw_only=True):
    """A talk: with whom, by which way, what was told, on which day."""

    member_id: UUID
    way: TalkWay
    told: str
    day: date


async def record_talk(kernel: Kernel, *, elder_id: UUID, talk: NewTalk, by: Viewer) -> UUID:
    """Write a talk down; the month's task is done by it, unless the talk was before the month began.

    Raises RoleCannot, ElderNotFound, ElderNotOnRegister, FamilyMemberNotFound, NotASupporter, OwnFamilyCase,
    ContactNotPossible.
    """
    by.require(Role.COMMITTEE)
    check_remembered(talk.day, by.today)
    made = uuid7()
    async with transaction():
        await _check_partner(elder_id, talk.member_id, by)
        await FamilyTalk.create(
            id=made,
            elder_id=elder_id,
            member_id=talk.member_id,
            way=talk.way,
            told=kernel.keys.encrypt(talk.told.strip().encode(), _place(made)),
            talked_on=talk.day,
            recorded_by=by.account_id,
            recorded_at=kernel.clock.now(),
        )
        ids = {"talk": str(made), "member": str(talk.member_id)}
        await record(kernel, Subject("elder", elder_id), Tag.FAMILY_TALKED, by=by.actor, **ids)
        open_task = await Task.filter(subject_id=elder_id, kind=TaskKind.MONTHLY_TALK, settled_at=None).first()
        if open_task and talk.day >= shanghai_day(open_task.raised_at).replace(day=1):
            await settle_task(kernel, kind=TaskKind.MONTHLY_TALK, subject_id=elder_id, by=by.actor)
    return made


async def _check_partner(elder_id: UUID, member_id: UUID, by: Viewer) -> None:
    await elder(by.scope, elder_id)
    if not await Elder.exists(id=elder_id, left_on=None):
        raise ElderNotOnRegister
    partner = await member(by.scope, member_id)
    if partner.elder_id != elder_id:
        raise FamilyMemberNotFound(field="member_id")
    if partner.duty != Duty.SUPPORTER:
        raise NotASupporter(field="member_id")
    if partner.account_id == by.account_id:
        raise OwnFamilyCase


class TalkRow(msgspec.Struct, frozen=True):
    """A talk as written down."""

    id: UUID
    member: str
    relation: str
    way: TalkWay
    told: str
    talked_on: date
    recorded_by: str


async def talks(kernel: Kernel, scope: Scope, elder_id: UUID) -> list[TalkRow]:
    """The talks with one elder's family, the latest first, two years of them. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.FULL)
    await elder(scope, elder_id)
    rows = await fetch(_Talk, _TALKS, elder_id)
    opened = [kernel.keys.decrypt(bytes(row.told), _place(row.id)).decode() for row in rows]
    return [
        TalkRow(row.id, row.member, row.relation, row.way, told, row.talked_on, row.recorded_by)
        for row, told in zip(rows, opened, strict=True)
    ]


class _Talk(msgspec.Struct, frozen=True):
    id: UUID
    member: str
    relation: str
    way: TalkWay
    told: bytes
    talked_on: date
    recorded_by: str


_TALKS = """
SELECT t.id, f.name AS member, f.relation, t.way, t.told, t.talked_on, a.name AS recorded_by
FROM family_talks t JOIN family_members f ON f.id = t.member_id JOIN accounts a ON a.id = t.recorded_by
WHERE t.elder_id = $1 ORDER BY t.talked_on DESC, t.id DESC LIMIT 24
"""


async def raise_talks(kernel: Kernel) -> int:
    """Ask each committee for this month's talk with the children of every elder who has one away; returns how many.

    Of elders on the register since before the month, with whose family nobody has talked in it. One message tells the
    committee of all. Village by village: killed half way or run by several workers, it ends as if run once.
    """
    today, raised = shanghai_day(kernel.clock.now()), 0
    for village in await fetch(_Village, _VILLAGES):
        try:
            raised += await _raise_in(kernel, village.id, today)
        except Exception as error:
            log.error("raise_talks_failed", village=str(village.id), error=type(error).__name__)
    return raised


async def _raise_in(kernel: Kernel, village_id: UUID, today: date) -> int:
    month, due_at = month_bounds(today)
    occasion = uuid5(NAMESPACE_OID, f"monthly_talk|{today:%Y-%m}")
    found = await fetch(_Village, _UNTALKED, village_id, month, shanghai_day(month), TaskKind.MONTHLY_TALK, occasion)
    if not found:
        return 0
    tasks = [
        NewTask(
            kind=TaskKind.MONTHLY_TALK,
            subject_id=row.id,
            occasion_id=occasion,
            division_id=village_id,
            due_at=due_at,
        )
        for row in found
    ]
    async with transaction():
        raised = await raise_untold(kernel, tasks, by=PLATFORM)
        if raised:
            await box.put(kernel, TalksDue(village_id=village_id, elders=raised))
    return raised


class _Village(msgspec.Struct, frozen=True):
    id: UUID


_VILLAGES = "SELECT DISTINCT e.village_id AS id FROM elders e WHERE e.left_on IS NULL ORDER BY e.village_id"
_UNTALKED = f"""
SELECT e.id FROM elders e
WHERE e.village_id = $1 AND e.left_on IS NULL AND e.registered_at < $2
  AND EXISTS (
    SELECT 1 FROM family_members f {LAST_TOLD}
    WHERE f.elder_id = e.id AND f.duty = 'supporter' AND f.ended_at IS NULL AND {AWAY})
  AND NOT EXISTS (SELECT 1 FROM family_talks t WHERE t.elder_id = e.id AND t.talked_on >= $3)
  AND NOT EXISTS (
    SELECT 1 FROM tasks k WHERE k.subject_id = e.id AND k.kind = $4
      AND (k.settled_at IS NULL OR k.occasion_id = $5))
ORDER BY e.id
"""


def _place(talk_id: UUID) -> str:
    return f"family_talks|told|{talk_id}"
