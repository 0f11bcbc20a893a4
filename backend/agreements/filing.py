"""The villagers' committee takes an agreement in under a record number, or sends it back (报备; R040)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.codes import new_check_code
from backend.agreements.errors import AgreementElderGone, StepNotPossible
from backend.agreements.evidence import NewAct, write_act
from backend.agreements.facts import AgreementFiled, AgreementHandedIn, AgreementReturned
from backend.agreements.models import Agreement
from backend.agreements.moving import hand_of, held_elder, locked, move, note
from backend.agreements.numbering import next_number
from backend.agreements.parties import parties_of, require_agent_if_needed, require_no_party, require_willing
from backend.agreements.queries import agreement as in_sight
from backend.agreements.rules import (
    STANDING,
    ActKind,
    AgreementState,
    Hand,
    Means,
    PartyRole,
    Reason,
    Step,
    next_state,
)
from backend.audit.heads import sign_head
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM
from backend.db import transaction
from backend.documents.keys import EvidenceKey
from backend.kit.errors import Refusal
from backend.kit.kernel import Kernel
from backend.outbox import box


async def hand_in(kernel: Kernel, *, agreement_id: UUID, by: Viewer) -> None:
    """Hand the complete agreement to the committee. Raises StepNotPossible, WishNotRecorded."""
    async with transaction():
        agreement = await locked(agreement_id, by)
        after = _next(agreement, Step.HAND_IN, Hand.VISITOR if by.role is Role.COMMITTEE else hand_of(by))
        await require_willing(agreement.elder_id)
        await _tap(kernel, agreement, ActKind.HAND_IN, by)
        await move(kernel, agreement, after, handed_in_at=kernel.clock.now())
        fact = AgreementHandedIn(
            agreement_id=agreement_id, elder_id=agreement.elder_id, village_id=agreement.village_id
        )
        await box.put(kernel, fact)


async def return_with_reason(kernel: Kernel, *, agreement_id: UUID, reason: str, by: Viewer) -> None:
    """The committee sends it back. Raises StepNotPossible, NamesOneself."""
    by.require(Role.COMMITTEE)
    async with transaction():
        agreement = await locked(agreement_id, by)
        after = _next(agreement, Step.RETURN, Hand.COMMITTEE)
        await require_no_party(agreement, by)
        await _tap(kernel, agreement, ActKind.RETURN, by, words=reason)
        sealed = kernel.keys.encrypt(reason.encode(), f"agreements|return_reason|{agreement_id}")
        await move(kernel, agreement, after, return_reason=sealed)
        await box.put(kernel, AgreementReturned(agreement_id=agreement_id, elder_id=agreement.elder_id))


async def confirm_filing(kernel: Kernel, evidence: EvidenceKey, *, agreement_id: UUID, by: Viewer) -> str:
    """报备: the committee takes it in under the village's next record number, which is returned.

    What it takes over from is superseded in the same moment. Raises StepNotPossible, WishNotRecorded, NamesOneself,
    LegalAgentNeeded, AgreementElderGone.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        agreement = await locked(agreement_id, by)
        after = _next(agreement, Step.FILE, Hand.COMMITTEE)
        await require_willing(agreement.elder_id)
        await require_no_party(agreement, by)
        await require_agent_if_needed(agreement.elder_id, [party.role for party in await parties_of(agreement)])
        elder = await held_elder(agreement.elder_id)
        if elder.left_on is not None:
            raise AgreementElderGone
        await _supersede(kernel, evidence, agreement)
        number = await next_number(kernel, elder.village_id)
        code = kernel.keys.encrypt(new_check_code().encode(), f"agreements|check_code|{agreement_id}")
        await _tap(kernel, agreement, ActKind.CONFIRM, by, number=number)
        now = kernel.clock.now()
        filed: dict[str, Any] = {"number": number, "village_id": elder.village_id, "filed_by": by.account_id}
        await move(kernel, agreement, after, check_code=code, filed_at=now, **filed)
        await sign_head(kernel, evidence, agreement_id)
        await box.put(kernel, AgreementFiled(agreement_id=agreement_id, elder_id=agreement.elder_id))
    return number


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one of several: its number, or why not."""

    agreement_id: UUID
    number: str | None
    refusal: Refusal | None


async def file_all(
    kernel: Kernel, evidence: EvidenceKey, *, agreement_ids: Sequence[UUID], by: Viewer
) -> list[Outcome]:
    """Confirm several one after the other, each wholly or not at all; one refused does not stop the rest.

    Safe to repeat after a crash: what is filed already answers with the number it has. Must not be called inside a
    transaction, or one refusal would leave half a filing behind. Raises AgreementNotFound when one is out of sight:
    then nothing is filed.
    """
    by.require(Role.COMMITTEE)
    for agreement_id in agreement_ids:
        await in_sight(by.scope, agreement_id)
    return [await _file_one(kernel, evidence, agreement_id, by) for agreement_id in dict.fromkeys(agreement_ids)]


async def _file_one(kernel: Kernel, evidence: EvidenceKey, agreement_id: UUID, by: Viewer) -> Outcome:
    try:
        number = await confirm_filing(kernel, evidence, agreement_id=agreement_id, by=by)
    except StepNotPossible as refusal:
        filed = await in_sight(by.scope, agreement_id)
        known = filed.number if AgreementState(filed.state) in STANDING else None
        return Outcome(agreement_id, known, None if known else refusal)
    except Refusal as refusal:
        return Outcome(agreement_id, None, refusal)
    return Outcome(agreement_id, number, None)


async def _supersede(kernel: Kernel, evidence: EvidenceKey, newer: Agreement) -> None:
    """Of an elder stands one agreement of each kind."""
    standing = Agreement.filter(elder_id=newer.elder_id, kind=newer.kind, state__in=STANDING).order_by("id")
    for older in await standing.select_for_update():
        after = _next(older, Step.SUPERSEDE, Hand.PLATFORM)
        await move(kernel, older, after, reason=Reason.NEWER_AGREEMENT)
        await note(kernel, older.id, Tag.AGREEMENT_SUPERSEDED, PLATFORM, by_agreement=str(newer.id))
        await sign_head(kernel, evidence, older.id)


def _next(agreement: Agreement, step: Step, hand: Hand) -> AgreementState:
    after = next_state(step, agreement.state, hand)
    assert after is not None
    return after


async def _tap(
    kernel: Kernel, agreement: Agreement, kind: ActKind, by: Viewer, *, words: str = "", **told: object
) -> None:
    """An act by a tap upon the text as it stands."""
    role = PartyRole.COMMITTEE if by.role is Role.COMMITTEE else None
    act = NewAct(kind=kind, text_hash=agreement.text_hash, means=Means.TAP, role=role, words=words)
    await write_act(kernel, agreement, act, by, **told)
