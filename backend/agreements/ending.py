"""An agreement let go before it is filed; suspended, taken up again and ended after (民法典 art. 933-934; R038).

Ending never deletes. Who stands on the other side is told by the facts.
"""

from datetime import date
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.errors import NotAParty
from backend.agreements.facts import (
    AgreementEnded,
    AgreementResumed,
    AgreementSuspended,
    AgreementWithdrawn,
)
from backend.agreements.models import Agreement
from backend.agreements.moving import hand_of, locked, move, note
from backend.agreements.parties import places_of, require_no_party
from backend.agreements.rules import Hand, Reason, Step, check_ending, check_suspension, next_state
from backend.audit.heads import sign_head
from backend.audit.tags import Tag
from backend.audit.trail import Actor
from backend.db import transaction
from backend.documents.keys import EvidenceKey
from backend.kit.kernel import Kernel
from backend.outbox import box


async def withdraw(kernel: Kernel, *, agreement_id: UUID, by: Viewer) -> None:
    """The elder's supporters or the committee let an unfiled agreement go. Raises NotAParty, StepNotPossible."""
    async with transaction():
        agreement = await locked(agreement_id, by)
        after = next_state(Step.WITHDRAW, agreement.state, hand_of(by))
        assert after is not None
        await move(kernel, agreement, after)
        await note(kernel, agreement_id, Tag.AGREEMENT_WITHDRAWN, by.actor)
        await box.put(kernel, AgreementWithdrawn(agreement_id=agreement_id, elder_id=agreement.elder_id))


async def suspend(
    kernel: Kernel, evidence: EvidenceKey, *, agreement_id: UUID, reason: Reason, until: date, by: Viewer
) -> None:
    """For a while nobody else needs to care: a child is home, or the caregiver cannot come.

    Raises NotAParty, NamesOneself, StepNotPossible, ReasonNotPossible, AgreementDayNotPossible.
    """
    async with transaction():
        agreement = await locked(agreement_id, by)
        await _require_theirs(agreement, by)
        check_suspension(reason, until, by.today)
        next_state(Step.SUSPEND, agreement.state, hand_of(by))
        await suspend_now(kernel, evidence, agreement, reason, until, by.actor)


async def suspend_now(
    kernel: Kernel, evidence: EvidenceKey, agreement: Agreement, reason: Reason, until: date | None, by: Actor
) -> None:
    """In the caller's transaction, which has locked it and may do it."""
    after = next_state(Step.SUSPEND, agreement.state, Hand.PLATFORM)
    assert after is not None
    await move(kernel, agreement, after, reason=reason, until=until)
    await note(kernel, agreement.id, Tag.AGREEMENT_SUSPENDED, by, reason=reason, until=until)
    await sign_head(kernel, evidence, agreement.id)
    ids = {"agreement_id": agreement.id, "elder_id": agreement.elder_id}
    await box.put(kernel, AgreementSuspended(reason=reason, until=until, **ids))


async def resume(kernel: Kernel, evidence: EvidenceKey, *, agreement_id: UUID, by: Viewer) -> None:
    """It binds again from now on. Raises NotAParty, NamesOneself, StepNotPossible."""
    async with transaction():
        agreement = await locked(agreement_id, by)
        await _require_theirs(agreement, by)
        next_state(Step.RESUME, agreement.state, hand_of(by))
        await resume_now(kernel, evidence, agreement, by.actor)


async def resume_now(kernel: Kernel, evidence: EvidenceKey, agreement: Agreement, by: Actor) -> None:
    """In the caller's transaction, which has locked it and may do it."""
    after = next_state(Step.RESUME, agreement.state, Hand.PLATFORM)
    assert after is not None
    await move(kernel, agreement, after)
    await note(kernel, agreement.id, Tag.AGREEMENT_RESUMED, by)
    await sign_head(kernel, evidence, agreement.id)
    await box.put(kernel, AgreementResumed(agreement_id=agreement.id, elder_id=agreement.elder_id))


async def end(kernel: Kernel, evidence: EvidenceKey, *, agreement_id: UUID, reason: Reason, by: Viewer) -> None:
    """Either side ends it at any time, the committee when life has.

    Raises as `suspend`, but for AgreementDayNotPossible.
    """
    async with transaction():
        agreement = await locked(agreement_id, by)
        await _require_theirs(agreement, by)
        next_state(Step.END, agreement.state, hand_of(by))
        check_ending(reason, hand_of(by))
        await end_now(kernel, evidence, agreement, reason, by.actor)


async def end_now(kernel: Kernel, evidence: EvidenceKey, agreement: Agreement, reason: Reason, by: Actor) -> None:
    """In the caller's transaction, which has locked it and may do it."""
    after = next_state(Step.END, agreement.state, Hand.PLATFORM)
    assert after is not None
    await move(kernel, agreement, after, reason=reason)
    await note(kernel, agreement.id, Tag.AGREEMENT_ENDED, by, reason=reason)
    await sign_head(kernel, evidence, agreement.id)
    ids = {"agreement_id": agreement.id, "elder_id": agreement.elder_id}
    await box.put(kernel, AgreementEnded(reason=reason, **ids))


async def _require_theirs(agreement: Agreement, by: Viewer) -> None:
    """A party of the text for the family, no party for the committee. Raises NotAParty, NamesOneself."""
    if by.role is Role.COMMITTEE:
        await require_no_party(agreement, by)
    elif not await places_of(agreement, by.account_id):
        raise NotAParty
