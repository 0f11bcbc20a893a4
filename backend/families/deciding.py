"""The family decides which child stays with an elder who should not be without one (R033)."""

from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import fetch, transaction
from backend.divisions.scope import Level, Scope
from backend.elders.alerts import TASK_OF, AlertKind
from backend.elders.models import Alert
from backend.elders.queries import elder
from backend.families.errors import DecisionInFuture, FamilyMemberNotFound, NoDecisionNeeded
from backend.families.models import FamilyDecision
from backend.families.queries import members
from backend.families.rules import Duty
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.tasks.actions import settle_task


class DecisionRow(msgspec.Struct, frozen=True):
    """What a family agreed: who stays, and since when that is agreed."""

    id: UUID
    member_id: UUID
    member: str
    relation: str
    decided_on: date
    note: str | None


async def decide(
    kernel: Kernel, *, elder_id: UUID, member_id: UUID, decided_on: date, note: str | None, by: Viewer
) -> UUID:
    """Write down which supporter stays; what the village was asked to do about it is done.

    The family may decide anew: each decision is kept. Raises RoleCannot, ElderNotFound, DecisionInFuture,
    NoDecisionNeeded, FamilyMemberNotFound.
    """
    by.require(Role.COMMITTEE)
    made = uuid7()
    async with transaction():
        await elder(by.scope, elder_id)
        if decided_on > by.today:
            raise DecisionInFuture(field="decided_on")
        asked = Alert.filter(elder_id=elder_id, kind=AlertKind.A_CHILD_SHOULD_STAY, ended_at=None)
        alert = await asked.select_for_update().first()
        if alert is None:
            raise NoDecisionNeeded
        named = await members(by.scope, elder_id)
        if not any(each.id == member_id and each.duty == Duty.SUPPORTER for each in named):
            raise FamilyMemberNotFound(field="member_id")
        await FamilyDecision.create(
            id=made,
            elder_id=elder_id,
            alert_id=alert.id,
            member_id=member_id,
            decided_on=decided_on,
            note=kernel.keys.encrypt(note.strip().encode(), _place(made)) if note else None,
            recorded_by=by.account_id,
            recorded_at=kernel.clock.now(),
        )
        ids = {"decision": str(made), "member_id": str(member_id)}
        await record(kernel, Subject("elder", elder_id), Tag.FAMILY_DECIDED, by=by.actor, **ids)
        await settle_task(kernel, kind=TASK_OF[alert.kind], subject_id=elder_id, by=by.actor)
    return made


class _Decision(msgspec.Struct, frozen=True):
    id: UUID
    member_id: UUID
    member: str
    relation: str
    decided_on: date
    note: bytes | None


async def decisions(kernel: Kernel, scope: Scope, elder_id: UUID) -> list[DecisionRow]:
    """What was agreed for one elder in sight, the latest first. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.FULL)
    await elder(scope, elder_id)
    params: list[object] = [elder_id]
    rows = await fetch(_Decision, _DECISIONS.format(within=scope.clause(params)), *params)
    return [_told(kernel, row) for row in rows]


_DECISIONS = """
SELECT f.id, f.member_id, m.name AS member, m.relation, f.decided_on, f.note
FROM family_decisions f JOIN elders e ON e.id = f.elder_id JOIN family_members m ON m.id = f.member_id
WHERE f.elder_id = $1 AND {within} ORDER BY f.recorded_at DESC, f.id DESC
"""


def _told(kernel: Kernel, row: _Decision) -> DecisionRow:
    note = kernel.keys.decrypt(bytes(row.note), _place(row.id)).decode() if row.note else None
    return DecisionRow(row.id, row.member_id, row.member, row.relation, row.decided_on, note)


def _place(decision_id: UUID) -> str:
    return f"family_decisions|note|{decision_id}"
