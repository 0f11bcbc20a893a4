"""The parties act upon the text: they open it, sign it, or decline; each on the own phone, upon the text shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.errors import NotAParty
from backend.agreements.evidence import Device, NewAct, Stroke, write_act
from backend.agreements.facts import AgreementActed, AgreementDeclined
from backend.agreements.models import Act, Agreement, Party
from backend.agreements.moving import hand_of, locked, move
from backend.agreements.parties import SIGNS, parties_of, places_of, require_willing, state_by_acts
from backend.agreements.phones import require_phone_at_hand
from backend.agreements.rules import (
    ActKind,
    AgreementState,
    Means,
    PartyRole,
    Step,
    next_state,
    require_first,
    require_invited,
    require_same_text,
)
from backend.audit.heads import sign_head
from backend.db import transaction
from backend.documents.keys import EvidenceKey
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.kernel import Kernel
from backend.outbox import box


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Handwriting upon the text whose hash was shown: a picture, its strokes, and the device it was made on.

    `statement`: what a caregiver says of being able to care (R039), in own words.
    """

    text_hash: str
    signature_id: UUID
    strokes: Sequence[Stroke] = ()
    statement: str = ""
    device: Device | None = None


async def view(
    kernel: Kernel,
    evidence: EvidenceKey,
    *,
    agreement_id: UUID,
    text_hash: str,
    device: Device | None = None,
    by: Viewer,
) -> None:
    """A party has opened the text; the first time counts. Raises TextChanged, AgreementNotFound."""
    by.require(Role.SUPPORTER, Role.CAREGIVER)
    async with transaction():
        agreement = await locked(agreement_id, by)
        require_same_text(text_hash, agreement.text_hash)
        seen = Act.filter(agreement_id=agreement_id, kind=ActKind.VIEW, account_id=by.account_id, text_hash=text_hash)
        if await seen.filter(void=False).exists():
            return
        place = await _place(agreement, by)
        act = NewAct(
            kind=ActKind.VIEW,
            text_hash=text_hash,
            means=Means.TAP,
            role=place.role if place else PartyRole.SUPPORTER,
            party_id=place.id if place else None,
            device=device,
        )
        await write_act(kernel, agreement, act, by)
        if agreement.number is not None:
            await sign_head(kernel, evidence, agreement_id)


async def sign(kernel: Kernel, *, agreement_id: UUID, signature: Signature, by: Viewer) -> None:
    """A supporter of the elder signs, also one the text does not name: such a child joins.

    Raises NotAParty, TextChanged, AlreadyActed, StepNotPossible, InvitationOver, WishNotRecorded, SignatureNotFound,
    PhoneReportedLost.
    """
    by.require(Role.SUPPORTER)
    await _sign(kernel, agreement_id, Step.SIGN, signature, by)


async def accept(kernel: Kernel, *, agreement_id: UUID, signature: Signature, by: Viewer) -> None:
    """A caregiver the text names takes the duties on. Raises as `sign`."""
    by.require(Role.CAREGIVER)
    await _sign(kernel, agreement_id, Step.ACCEPT, signature, by)


async def _sign(kernel: Kernel, agreement_id: UUID, step: Step, signature: Signature, by: Viewer) -> None:
    kind = ActKind(step)
    async with transaction():
        await require_phone_at_hand(by.account_id)
        agreement = await locked(agreement_id, by)
        next_state(step, agreement.state, hand_of(by))
        place = await _place(agreement, by) or await _join(agreement, by)
        require_same_text(signature.text_hash, agreement.text_hash)
        require_first(await _done(agreement), kind, by.account_id)
        if agreement.respond_by is not None:
            require_invited(agreement.respond_by, by.today)
        await require_willing(agreement.elder_id)
        act = NewAct(
            kind=kind,
            text_hash=signature.text_hash,
            means=Means.HANDWRITING,
            role=place.role,
            party_id=place.id,
            signature_id=signature.signature_id,
            strokes=signature.strokes,
            words=signature.statement,
            device=signature.device,
        )
        await write_act(kernel, agreement, act, by)
        state = await state_by_acts(agreement)
        await move(kernel, agreement, state)
        complete = state is AgreementState.SIGNED
        ids = {"agreement_id": agreement.id, "elder_id": agreement.elder_id}
        await box.put(kernel, AgreementActed(kind=kind, complete=complete, **ids))


async def decline(kernel: Kernel, *, agreement_id: UUID, reason: str = "", by: Viewer) -> None:
    """A party will not sign: the agreement is over, and everybody who has signed is told.

    Raises NotAParty, StepNotPossible, AgreementNotFound, PhoneReportedLost.
    """
    async with transaction():
        await require_phone_at_hand(by.account_id)
        agreement = await locked(agreement_id, by)
        after = next_state(Step.DECLINE, agreement.state, hand_of(by))
        assert after is not None
        place = next((place for place in await places_of(agreement, by.account_id) if place.asked), None)
        if place is None:
            raise NotAParty
        act = NewAct(
            kind=ActKind.DECLINE,
            text_hash=agreement.text_hash,
            means=Means.TAP,
            role=place.role,
            party_id=place.id,
            words=reason,
        )
        await write_act(kernel, agreement, act, by)
        await move(kernel, agreement, after)
        fact = AgreementDeclined(agreement_id=agreement_id, elder_id=agreement.elder_id, role=place.role)
        await box.put(kernel, fact)


async def _place(agreement: Agreement, by: Viewer) -> Party | None:
    """The place this viewer acts for in the present role."""
    wanted = ActKind.ACCEPT if by.role is Role.CAREGIVER else ActKind.SIGN
    return next((each for each in await places_of(agreement, by.account_id) if SIGNS.get(each.role) is wanted), None)


async def _join(agreement: Agreement, by: Viewer) -> Party:
    """Another child of the elder, confirmed, takes a place of its own. Raises NotAParty."""
    member = await FamilyMember.get_or_none(
        elder_id=agreement.elder_id,
        account_id=by.account_id,
        duty=Duty.SUPPORTER,
        ended_at=None,
        confirmed_at__isnull=False,
    )
    if by.role is not Role.SUPPORTER or member is None:
        raise NotAParty
    return await Party.create(
        agreement_id=agreement.id,
        place=len(await parties_of(agreement)),
        role=PartyRole.SUPPORTER,
        member_id=member.id,
        name=member.name,
        asked=False,
    )


async def _done(agreement: Agreement) -> list[tuple[ActKind, UUID | None]]:
    return [(act.kind, act.account_id) for act in await Act.filter(agreement_id=agreement.id, void=False)]
