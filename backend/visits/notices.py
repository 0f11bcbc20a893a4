"""The responsible visitor told in writing (R061): a notice to the elder, one to each supporter, and their receipts."""

import asyncio
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import fetch, fetch_one, transaction
from backend.divisions.scope import Level, Scope
from backend.documents.font import Font
from backend.documents.slip import Slip, render_slip
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.visits.assignments import AssignmentKind, NoticeTo, VisitorKind, check_handed_over
from backend.visits.errors import AssignmentNotFound, VisitorNoticeNotFound, VisitorNoticeOutdated
from backend.visits.models import VisitAssignment, VisitorNotice

KIND_WORDS = {
    VisitorKind.COMMITTEE_MEMBER: "村“两委”成员",
    VisitorKind.CADRE: "包保干部",
    VisitorKind.SOCIAL_WORKER: "社会工作者",
    VisitorKind.VOLUNTEER: "志愿者",
    VisitorKind.KIN: "亲属邻里",
}


async def write_notices(kernel: Kernel, assignment: VisitAssignment) -> None:
    """In the transaction that assigns: one to the elder, one to each supporter on the file."""
    supporters = await FamilyMember.filter(elder_id=assignment.elder_id, duty=Duty.SUPPORTER, ended_at=None).order_by(
        "named_at", "id"
    )
    about: dict[str, Any] = {
        "assignment_id": assignment.id,
        "elder_id": assignment.elder_id,
        "made_at": kernel.clock.now(),
    }
    await VisitorNotice.create(recipient=NoticeTo.ELDER, **about)
    for member in supporters:
        await VisitorNotice.create(recipient=NoticeTo.SUPPORTER, member_id=member.id, **about)


class Receipt(msgspec.Struct, frozen=True):
    """The notice was handed over (to a supporter: told or shown) on a day; `witness` was there."""

    on: date
    witness: str


async def hand_over(kernel: Kernel, *, notice_id: UUID, receipt: Receipt, by: Viewer) -> None:
    """The committee writes down that a notice was received; once received it stays so, however often this is said.

    Raises RoleCannot, VisitorNoticeNotFound, VisitorNoticeOutdated, HandedOverInFuture.
    """
    by.require(Role.COMMITTEE)
    params: list[object] = [notice_id]
    async with transaction():
        if await fetch_one(_Id, _IN_SIGHT.format(within=by.scope.clause(params)), *params) is None:
            raise VisitorNoticeNotFound
        notice = await _open(notice_id)
        if notice is None:
            return
        check_handed_over(receipt.on, made_on=shanghai_day(notice.made_at), today=by.today)
        witness = kernel.keys.encrypt(receipt.witness.strip().encode(), f"visitor_notices|witness|{notice_id}")
        await _receive(kernel, notice, receipt.on, by, witness=witness)


async def acknowledge(kernel: Kernel, *, notice_id: UUID, by: Viewer) -> None:
    """The supporter has read who visits the elder. Raises RoleCannot, VisitorNoticeNotFound, VisitorNoticeOutdated."""
    by.require(Role.SUPPORTER)
    async with transaction():
        if await fetch_one(_Id, _MINE, notice_id, by.account_id) is None:
            raise VisitorNoticeNotFound
        notice = await _open(notice_id)
        if notice is not None:
            await _receive(kernel, notice, by.today, by)


async def _open(notice_id: UUID) -> VisitorNotice | None:
    """The notice, held; None once it was received. Raises VisitorNoticeOutdated."""
    notice = await VisitorNotice.filter(id=notice_id).select_for_update().get()
    if notice.received_at is not None:
        return None
    if not await VisitAssignment.exists(id=notice.assignment_id, ended_at=None):
        raise VisitorNoticeOutdated
    return notice


async def _receive(
    kernel: Kernel, notice: VisitorNotice, on: date, by: Viewer, *, witness: bytes | None = None
) -> None:
    await VisitorNotice.filter(id=notice.id).update(
        received_on=on, received_by=by.account_id, received_at=kernel.clock.now(), witness=witness
    )
    ids = {"notice": str(notice.id), "recipient": notice.recipient}
    await record(kernel, Subject("elder", notice.elder_id), Tag.VISITOR_NOTICE_RECEIVED, by=by.actor, on=on, **ids)


class _Id(msgspec.Struct, frozen=True):
    id: UUID


_IN_SIGHT = "SELECT n.id FROM visitor_notices n JOIN elders e ON e.id = n.elder_id WHERE n.id = $1 AND {within}"
_MINE = """
SELECT n.id FROM visitor_notices n JOIN family_members f ON f.id = n.member_id
WHERE n.id = $1 AND f.account_id = $2 AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL
"""


class NoticeRow(msgspec.Struct, frozen=True):
    """A notice nobody has answered yet: to the elder, or to the supporter of this name."""

    id: UUID
    assignment_id: UUID
    elder_id: UUID
    elder: str
    village: str
    visitor: str
    recipient: NoticeTo
    supporter: str | None
    made_at: datetime


async def open_notices(scope: Scope) -> list[NoticeRow]:
    """The notices in sight that were not received, the oldest first. Raises LevelTooLow."""
    scope.require(Level.FULL)
    params: list[object] = []
    return await fetch(NoticeRow, _OPEN.format(within=scope.clause(params)), *params)


_OPEN = """
SELECT n.id, n.assignment_id, n.elder_id, e.name AS elder, d.name AS village, v.name AS visitor, n.recipient,
  f.name AS supporter, n.made_at
FROM visitor_notices n JOIN visit_assignments a ON a.id = n.assignment_id JOIN elders e ON e.id = n.elder_id
JOIN divisions d ON d.id = e.village_id JOIN accounts v ON v.id = a.visitor_id
LEFT JOIN family_members f ON f.id = n.member_id
WHERE n.received_at IS NULL AND a.ended_at IS NULL AND e.left_on IS NULL AND (f.id IS NULL OR f.ended_at IS NULL)
  AND {within} ORDER BY n.made_at, n.id LIMIT 500
"""


class OwnNotice(msgspec.Struct, frozen=True):
    """Who visits the elder, and how to reach that person, as the supporter is told."""

    id: UUID
    elder_id: UUID
    elder: str
    visitor: str
    visitor_kind: VisitorKind
    phone: str | None
    since: date
    received_on: date | None


class _Own(msgspec.Struct, frozen=True):
    id: UUID
    elder_id: UUID
    elder: str
    visitor_id: UUID
    visitor: str
    visitor_kind: VisitorKind
    started_at: datetime
    received_on: date | None


async def own_notices(kernel: Kernel, scope: Scope, account_id: UUID) -> list[OwnNotice]:
    """The supporter's own notices that still hold, elder by elder. Raises LevelTooLow."""
    scope.require(Level.FULL)
    params: list[object] = [account_id]
    rows = await fetch(_Own, _OWN.format(within=scope.clause(params)), *params)
    return [
        OwnNotice(
            id=row.id,
            elder_id=row.elder_id,
            elder=row.elder,
            visitor=row.visitor,
            visitor_kind=row.visitor_kind,
            phone=await _phone(kernel, row.visitor_id),
            since=shanghai_day(row.started_at),
            received_on=row.received_on,
        )
        for row in rows
    ]


_OWN = """
SELECT n.id, n.elder_id, e.name AS elder, a.visitor_id, v.name AS visitor, a.visitor_kind, a.started_at, n.received_on
FROM visitor_notices n JOIN visit_assignments a ON a.id = n.assignment_id JOIN elders e ON e.id = n.elder_id
JOIN accounts v ON v.id = a.visitor_id JOIN family_members f ON f.id = n.member_id
WHERE f.account_id = $1 AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL AND a.ended_at IS NULL
  AND e.left_on IS NULL AND {within} ORDER BY e.name, n.id
"""


async def _phone(kernel: Kernel, account_id: UUID) -> str | None:
    """Of a responsible visitor, which is told in writing."""
    account = await Account.get(id=account_id)
    if account.phone is None:
        return None
    return kernel.keys.decrypt(bytes(account.phone), f"accounts|phone|{account_id}").decode()


class SlipFor(msgspec.Struct, frozen=True):
    """A slip's PDF, and whose file it was read from."""

    elder_id: UUID
    pdf: bytes


async def print_slip(kernel: Kernel, scope: Scope, font: Font, assignment_id: UUID) -> SlipFor:
    """The slip to hand to the elder. Raises LevelTooLow, AssignmentNotFound, also of a cadre's or an ended one."""
    scope.require(Level.FULL)
    params: list[object] = [assignment_id, AssignmentKind.RESPONSIBLE]
    row = await fetch_one(_ForSlip, _SLIP.format(within=scope.clause(params)), *params)
    if row is None:
        raise AssignmentNotFound
    slip = Slip(
        elder=row.elder,
        village=row.village,
        visitor=row.visitor,
        kind=KIND_WORDS[row.visitor_kind],
        phone=await _phone(kernel, row.visitor_id),
        before=row.before,
        since=row.started_at,
        supporters=tuple(each.name for each in await fetch(_Name, _SUPPORTERS, assignment_id)),
    )
    return SlipFor(row.elder_id, await asyncio.to_thread(render_slip, slip, font=font))


class _Name(msgspec.Struct, frozen=True):
    name: str


class _ForSlip(msgspec.Struct, frozen=True):
    elder_id: UUID
    elder: str
    village: str
    visitor_id: UUID
    visitor: str
    visitor_kind: VisitorKind
    started_at: datetime
    before: str | None


_SLIP = """
SELECT a.elder_id, e.name AS elder, d.name AS village, a.visitor_id, v.name AS visitor, a.visitor_kind, a.started_at,
  (SELECT o.name FROM visit_assignments b JOIN accounts o ON o.id = b.visitor_id
   WHERE b.elder_id = a.elder_id AND b.kind = a.kind AND b.ended_at = a.started_at) AS before
FROM visit_assignments a JOIN elders e ON e.id = a.elder_id JOIN divisions d ON d.id = e.village_id
JOIN accounts v ON v.id = a.visitor_id
WHERE a.id = $1 AND a.kind = $2 AND a.ended_at IS NULL AND {within}
"""
_SUPPORTERS = """
SELECT f.name FROM visitor_notices n JOIN family_members f ON f.id = n.member_id
WHERE n.assignment_id = $1 AND f.ended_at IS NULL ORDER BY f.named_at, f.id
"""
