"""The elder's own answer to the exact final text, given in person on a visitor's phone before a witness.

It is witnessed consent, never a reliable electronic signature: the phone is another's (电子签名法 art. 13 (2)).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.errors import SignatureNotFound
from backend.agreements.evidence import Device, NewAct, Stroke, void_consent, write_act, write_witness
from backend.agreements.facts import AgreementConsented, AgreementPostponed, ElderDeclined
from backend.agreements.models import Act, Agreement, Party, Wish
from backend.agreements.moving import locked, move, note
from backend.agreements.parties import (
    capacity_of,
    parties_of,
    require_agent_if_needed,
    require_no_party,
    require_willing,
    require_witness,
    state_by_acts,
)
from backend.agreements.phones import hold_account
from backend.agreements.rules import (
    ActKind,
    AgreementState,
    Answer,
    Hand,
    Means,
    PartyRole,
    ReadBy,
    Reason,
    Step,
    day_to_ask_again,
    next_state,
    require_first,
)
from backend.audit.heads import sign_head
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.documents.font import Font
from backend.documents.keys import EvidenceKey
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box

_STEPS = {Answer.YES: Step.CONSENT, Answer.NO: Step.REFUSE, Answer.NOT_TODAY: Step.POSTPONE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the elder answered as the visitor's phone caught it; `done_at` is the phone's own time.

    A yes is written, pressed (`signature_id` is the picture of it) or spoken (`words` are the elder's own), it is
    photographed and witnessed. A no and a "not today" need only be said; `ask_again_on` is the day the elder named.
    """

    text_hash: str
    answer: Answer
    means: Means
    read_by: ReadBy
    done_at: datetime
    signature_id: UUID | None = None
    photo_id: UUID | None = None
    strokes: Sequence[Stroke] = ()
    words: str = ""
    witness: str = ""
    witness_adult: bool = False
    ask_again_on: date | None = None
    device: Device | None = None


async def record_answer(
    kernel: Kernel, evidence: EvidenceKey, font: Font, *, agreement_id: UUID, said: Said, by: Viewer
) -> bool:
    """Keep the elder's answer, and go on from it.

    Returns False when the text had changed meanwhile: the answer is then kept as void evidence, and to be asked for
    again. Raises WitnessNotFit, CharacterCannotBePrinted, NamesOneself, AlreadyActed, StepNotPossible,
    WishNotRecorded, LegalAgentNeeded, SignatureNotFound, AgreementDayNotPossible.
    """
    by.require(Role.VOLUNTEER, Role.COMMITTEE)
    async with transaction():
        await hold_account(by.account_id)
        agreement = await locked(agreement_id, by)
        await require_no_party(agreement, by)
        # Of the answers that are no yes a witness may be named.
        if said.answer is Answer.YES or said.witness.strip():
            await require_witness(agreement, name=said.witness, adult=said.witness_adult, font=font, by=by)
        _check_evidence(said)
        void = said.text_hash != agreement.text_hash
        if not void:
            next_state(_STEPS[said.answer], agreement.state, Hand.VISITOR)
            await _check_possible(agreement, said)
        await _keep(kernel, agreement, said, by, void=void)
        if not void:
            await _go_on(kernel, evidence, agreement, said, by)
    return not void


def _check_evidence(said: Said) -> None:
    """Raises SignatureNotFound."""
    if said.answer is not Answer.YES:
        return
    caught = bool(said.words.strip()) if said.means is Means.SPOKEN else said.signature_id is not None
    if said.means not in (Means.HANDWRITING, Means.FINGERPRINT, Means.SPOKEN) or not caught or said.photo_id is None:
        raise SignatureNotFound(field="signature_id")


async def _check_possible(agreement: Agreement, said: Said) -> None:
    if said.answer is Answer.YES:
        await require_willing(agreement.elder_id)
        roles = [party.role for party in await parties_of(agreement)]
        await require_agent_if_needed(agreement.elder_id, roles)
        done = await Act.filter(agreement_id=agreement.id, void=False, kind=ActKind.CONSENT)
        require_first([(act.kind, None) for act in done], ActKind.CONSENT, None)


async def _keep(kernel: Kernel, agreement: Agreement, said: Said, by: Viewer, *, void: bool) -> None:
    elder = await Party.get(agreement_id=agreement.id, role=PartyRole.ELDER)
    answer = NewAct(
        kind=said.answer.kind,
        text_hash=said.text_hash,
        means=said.means,
        role=PartyRole.ELDER,
        party_id=elder.id,
        caught=True,
        signature_id=said.signature_id,
        photo_id=said.photo_id,
        strokes=said.strokes,
        words=said.words,
        device=said.device,
        capacity=await capacity_of(agreement.elder_id),
        read_by=said.read_by,
        done_at=said.done_at,
        void=void,
    )
    answer_id = await write_act(kernel, agreement, answer, by)
    if said.witness.strip():
        await write_witness(kernel, agreement, seen=answer, seen_id=answer_id, name=said.witness, by=by)


async def _go_on(kernel: Kernel, evidence: EvidenceKey, agreement: Agreement, said: Said, by: Viewer) -> None:
    ids = {"agreement_id": agreement.id, "elder_id": agreement.elder_id}
    if said.answer is Answer.YES:
        await move(kernel, agreement, AgreementState.CONSENTED)
        await box.put(kernel, AgreementConsented(**ids))
    elif said.answer is Answer.NOT_TODAY:
        on = day_to_ask_again(said.ask_again_on, by.today)
        await Agreement.filter(id=agreement.id).update(ask_again_on=on)
        await box.put(kernel, AgreementPostponed(ask_again_on=on, **ids))
    else:
        await _record_no(kernel, agreement.elder_id, said, by)
        await refuse(kernel, evidence, agreement, by)


async def _record_no(kernel: Kernel, elder_id: UUID, said: Said, by: Viewer) -> None:
    """The elder's last word is a no from now on."""
    wish_id, now = uuid7(), kernel.clock.now()
    words = said.words.strip() or "听了全文，说不同意"
    await Wish.create(
        id=wish_id,
        elder_id=elder_id,
        willing=False,
        words=kernel.keys.encrypt(words.encode(), f"wishes|words|{wish_id}"),
        witness=said.witness.strip() or None,
        asked_by=by.account_id,
        asked_at=min(said.done_at, now),
        received_at=now,
        ask_again_on=day_to_ask_again(said.ask_again_on, by.today),
    )
    told = {"wish": str(wish_id), "willing": False}
    await record(kernel, Subject("elder", elder_id), Tag.AGREEMENT_WISH, by=by.actor, **told)


async def refuse(kernel: Kernel, evidence: EvidenceKey, agreement: Agreement, by: Viewer) -> None:
    """The elder's no stops what is under way and ends what stands, at once, in the caller's transaction.

    A consent given before is void; the others' signatures stay, for the day the elder says yes again.
    """
    after = next_state(Step.REFUSE, agreement.state, Hand.VISITOR)
    assert after is not None
    ended = after is AgreementState.ENDED
    if not ended:
        await void_consent(agreement)
    await move(kernel, agreement, after, reason=Reason.ELDER)
    tag = Tag.AGREEMENT_ENDED if ended else Tag.AGREEMENT_REFUSED
    await note(kernel, agreement.id, tag, by.actor, reason=Reason.ELDER)
    if ended:
        await sign_head(kernel, evidence, agreement.id)
    await box.put(kernel, ElderDeclined(agreement_id=agreement.id, elder_id=agreement.elder_id, ended=ended))


async def answer_again(kernel: Kernel, agreement: Agreement, wish_id: UUID, by: Viewer) -> None:
    """The elder is willing after all: the agreement goes on from the signatures it has."""
    next_state(Step.ASK_AGAIN, agreement.state, Hand.VISITOR)
    await move(kernel, agreement, await state_by_acts(agreement), wish_id=wish_id, ask_again_on=None)
    await note(kernel, agreement.id, Tag.AGREEMENT_ASKED_AGAIN, by.actor, wish=str(wish_id))
