"""Telling once: a notice and the fact or task it leads to stand together in the caller's transaction.

The row of the notice is unique for its occasion, so a handler called again, or ten workers at once, tell once.
"""

from datetime import timedelta
from uuid import UUID

import msgspec

from backend.agreements.facts import AgreementQuestioned
from backend.agreements.models import Agreement
from backend.agreements.notices import ANSWERED_WITHIN, Notice
from backend.audit.trail import PLATFORM
from backend.db import fetch, fetch_one
from backend.elders.models import Elder
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.tasks.actions import NewTask, raise_task
from backend.tasks.rules import TaskKind, by_end_of

TOLD_BY_PHONE_WITHIN = timedelta(days=3)


class _Told(msgspec.Struct, frozen=True):
    id: UUID


async def first_time(kernel: Kernel, about_id: UUID, notice: Notice, occasion: str) -> UUID | None:
    """The notice's new row; None when it was told before."""
    new = await fetch(_Told, _TELL, uuid7(), about_id, notice, occasion, kernel.clock.now())
    return new[0].id if new else None


_TELL = """
INSERT INTO agreement_notices (id, about_id, notice, occasion, told_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (about_id, notice, occasion) DO NOTHING RETURNING id
"""


async def question(
    kernel: Kernel, agreement: Agreement, notice: Notice, occasion: str, *, from_village_id: UUID | None = None
) -> bool:
    """Ask parties and committee whether the agreement still fits; the committee has a task. False when asked before."""
    made = await first_time(kernel, agreement.id, notice, occasion)
    if made is None:
        return False
    await _raise(kernel, agreement.elder_id, TaskKind.AGREEMENT_REVIEW, made, ANSWERED_WITHIN)
    fact = AgreementQuestioned(
        agreement_id=agreement.id, elder_id=agreement.elder_id, notice=notice, from_village_id=from_village_id
    )
    await box.put(kernel, fact)
    return True


async def have_told_by_phone(kernel: Kernel, agreement: Agreement, notice_id: UUID) -> None:
    """The committee rings whom no message reaches: a party of the family without WeChat, or without an account."""
    if await fetch_one(_Told, _OUT_OF_REACH, agreement.id) is not None:
        await _raise(kernel, agreement.elder_id, TaskKind.AGREEMENT_CALL, notice_id, TOLD_BY_PHONE_WITHIN)


_OUT_OF_REACH = """
SELECT p.id FROM parties p JOIN family_members f ON f.id = p.member_id LEFT JOIN accounts a ON a.id = f.account_id
WHERE p.agreement_id = $1 AND p.asked AND f.ended_at IS NULL AND a.openid IS NULL LIMIT 1
"""


async def _raise(kernel: Kernel, elder_id: UUID, kind: TaskKind, occasion_id: UUID, within: timedelta) -> None:
    elder = await Elder.get(id=elder_id)
    task = NewTask(
        kind=kind,
        subject_id=elder_id,
        occasion_id=occasion_id,
        division_id=elder.village_id,
        due_at=by_end_of(shanghai_day(kernel.clock.now()) + within),
    )
    await raise_task(kernel, task=task, by=PLATFORM)
