"""Every step of an agreement, each one verb: load and lock, ask the rule, save with audit and outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements import paper
from backend.agreements.errors import (
    FilingNumberTaken,
    NotAParty,
    OpenAgreementExists,
    PartiesNotConfirmed,
    SignatureNotFound,
)
from backend.agreements.facts import (
    AgreementActed,
    AgreementConsented,
    AgreementDrafted,
    AgreementFiled,
    AgreementHandedIn,
    AgreementReturned,
    WishRecorded,
)
from backend.agreements.models import Act, Agreement, Wish
from backend.agreements.numbering import next_number
from backend.agreements.parties import party_names, require_caregiver, require_no_party, require_willing
from backend.agreements.queries import agreement as in_sight
from backend.agreements.rules import (
    OPEN,
    ActKind,
    AgreementState,
    Means,
    Step,
    check_term,
    check_witness,
    new_check_code,
    require,
    require_same_text,
    state_after_act,
)
from backend.audit.heads import sign_head
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.documents.canonical import canonical_bytes, text_hash
from backend.documents.keys import EvidenceKey
from backend.elders.queries import elder
from backend.families.models import FamilyMember
from backend.families.queries import confirmed_accounts
from backend.families.rules import Duty
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.storage.uploads import take_up


@dataclass(frozen=True, slots=True)
class Draft:
    """What the family chooses."""

    supporter_id: UUID
    caregiver_id: UUID
    duties: Sequence[str]
    special: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Consent:
    """The elder's consent as the visitor's phone caught it. `done_at` is the phone's own time."""

    text_hash: str
    means: Means
    signature_id: UUID
    photo_id: UUID
    witness: str
    witness_adult: bool
    done_at: datetime


async def record_wish(
    kernel: Kernel, *, elder_id: UUID, willing: bool, words: str, witness: str | None, asked_at: datetime, by: Viewer
) -> UUID:
    """Write down what the elder said when asked (老年人权益保障法: the elder's own wish first; R038).

    Raises ElderNotFound, WitnessNotFit.
    """
    by.require(Role.VOLUNTEER, Role.COMMITTEE)
    person = await elder(by.scope, elder_id)
    if witness is not None:
        check_witness(name=witness, adult=True, party_names=[person.name], operator_name=by.name)
    wish_id, now = uuid7(), kernel.clock.now()
    async with transaction():
        await Wish.create(
            id=wish_id,
            elder_id=elder_id,
            willing=willing,
            words=kernel.keys.encrypt(words.encode(), f"wishes|words|{wish_id}"),
            witness=witness,
            asked_by=by.account_id,
            asked_at=min(asked_at, now),
            received_at=now,
        )
        await record(kernel, Subject("elder", elder_id), Tag.AGREEMENT_WISH, by=by.actor, wish=str(wish_id))
        await box.put(kernel, WishRecorded(wish_id=wish_id, elder_id=elder_id, willing=willing))
    return wish_id


async def draft(kernel: Kernel, *, elder_id: UUID, draft: Draft, by: Viewer) -> UUID:
    """Write the first text. Raises WishNotRecorded, PartiesNotConfirmed, TermNotPossible, OpenAgreementExists."""
    by.require(Role.SUPPORTER, Role.COMMITTEE)
    agreement_id = uuid7()
    async with transaction():
        text, village_id = await _write(kernel, elder_id, draft, by)
        wish = await require_willing(elder_id)
        if await Agreement.exists(elder_id=elder_id, state__in=OPEN):
            raise OpenAgreementExists
        await Agreement.create(
            id=agreement_id,
            elder_id=elder_id,
            village_id=village_id,
            wish_id=wish.id,
            supporter_id=draft.supporter_id,
            caregiver_id=draft.caregiver_id,
            state=AgreementState.DRAFT,
            template=paper.TEMPLATE,
            text=kernel.keys.encrypt(text, f"agreements|text|{agreement_id}"),
            text_hash=text_hash(text),
            starts_on=draft.starts_on,
            ends_on=draft.ends_on,
            drafted_by=by.account_id,
            drafted_at=kernel.clock.now(),
        )
        await _note(kernel, agreement_id, Tag.AGREEMENT_DRAFTED, by, text=text_hash(text))
        await box.put(kernel, AgreementDrafted(agreement_id=agreement_id, elder_id=elder_id))
    return agreement_id


async def rewrite(kernel: Kernel, *, agreement_id: UUID, draft: Draft, by: Viewer) -> None:
    """Change the text: every act on the old one becomes void. Raises as `draft`, and StepNotPossible."""
    by.require(Role.SUPPORTER, Role.COMMITTEE)
    async with transaction():
        agreement = await _locked(agreement_id, by)
        require(Step.REWRITE, agreement.state)
        text, _ = await _write(kernel, agreement.elder_id, draft, by)
        await require_willing(agreement.elder_id)
        await Act.filter(agreement_id=agreement_id).update(void=True)
        await Agreement.filter(id=agreement_id).update(
            supporter_id=draft.supporter_id,
            caregiver_id=draft.caregiver_id,
            state=AgreementState.DRAFT,
            text=kernel.keys.encrypt(text, f"agreements|text|{agreement_id}"),
            text_hash=text_hash(text),
            starts_on=draft.starts_on,
            ends_on=draft.ends_on,
            return_reason=None,
        )
        await _note(kernel, agreement_id, Tag.AGREEMENT_REWRITTEN, by, text=text_hash(text))
        await box.put(kernel, AgreementDrafted(agreement_id=agreement_id, elder_id=agreement.elder_id))


async def _write(kernel: Kernel, elder_id: UUID, draft: Draft, by: Viewer) -> tuple[bytes, UUID]:
    """The canonical text of `draft`, and the elder's village."""
    check_term(draft.starts_on, draft.ends_on)
    person = await elder(by.scope, elder_id)
    supporter = await FamilyMember.get_or_none(id=draft.supporter_id, elder_id=elder_id, duty=Duty.SUPPORTER)
    caregiver = await FamilyMember.get_or_none(id=draft.caregiver_id, elder_id=elder_id, duty=Duty.CAREGIVER)
    for place in (supporter, caregiver):
        if place is None or place.confirmed_at is None or place.ended_at is not None:
            raise PartiesNotConfirmed
    assert supporter is not None
    assert caregiver is not None
    if supporter.account_id == caregiver.account_id:
        raise PartiesNotConfirmed(field="caregiver_id")
    terms = paper.Terms(
        elder=paper.Person(person.name, place=person.address),
        supporter=paper.Person(supporter.name, supporter.relation, supporter.city or ""),
        caregiver=paper.Person(caregiver.name, caregiver.relation, person.village),
        village=person.village,
        duties=tuple(dict.fromkeys(draft.duties)),
        special=draft.special,
        drafted_on=shanghai_day(kernel.clock.now()),
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
    )
    return canonical_bytes(paper.write(terms)), person.village_id


async def sign(kernel: Kernel, *, agreement_id: UUID, text_hash: str, signature_id: UUID, by: Viewer) -> None:
    """A supporter of the elder signs.

    Raises NotAParty, TextChanged, AlreadyActed, StepNotPossible, WishNotRecorded.
    """
    by.require(Role.SUPPORTER)
    async with transaction():
        agreement = await _locked(agreement_id, by)
        require(Step.SIGN, agreement.state)
        if by.account_id not in await confirmed_accounts(agreement.elder_id, Duty.SUPPORTER):
            raise NotAParty
        await _act(kernel, agreement, ActKind.SIGN, text_hash, signature_id, by)


async def accept(kernel: Kernel, *, agreement_id: UUID, text_hash: str, signature_id: UUID, by: Viewer) -> None:
    """The named caregiver takes the duties on. Raises as `sign`."""
    by.require(Role.CAREGIVER)
    async with transaction():
        agreement = await _locked(agreement_id, by)
        require(Step.ACCEPT, agreement.state)
        await require_caregiver(agreement, by)
        await _act(kernel, agreement, ActKind.ACCEPT, text_hash, signature_id, by)


async def _act(
    kernel: Kernel, agreement: Agreement, kind: ActKind, seen_text: str, signature_id: UUID, by: Viewer
) -> None:
    require_same_text(seen_text, agreement.text_hash)
    await require_willing(agreement.elder_id)
    done = await _acts_done(agreement)
    state = state_after_act(done, kind, by.account_id)
    if agreement.state is AgreementState.SIGNED:
        state = AgreementState.SIGNED
    await _take_up(signature_id, agreement, by)
    now = kernel.clock.now()
    await Act.create(
        agreement_id=agreement.id,
        kind=kind,
        account_id=by.account_id,
        text_hash=seen_text,
        means=Means.HANDWRITING,
        signature_id=signature_id,
        done_at=now,
        received_at=now,
    )
    await Agreement.filter(id=agreement.id).update(state=state)
    tag = Tag.AGREEMENT_SIGNED if kind is ActKind.SIGN else Tag.AGREEMENT_ACCEPTED
    await _note(kernel, agreement.id, tag, by, text=seen_text)
    complete = state is AgreementState.SIGNED
    await box.put(
        kernel,
        AgreementActed(agreement_id=agreement.id, elder_id=agreement.elder_id, kind=kind, complete=complete),
    )


async def capture_consent(kernel: Kernel, *, agreement_id: UUID, consent: Consent, by: Viewer) -> bool:
    """The elder consents to the exact final text, before a witness, on the visitor's phone.

    Returns False when the text had changed meanwhile: the act is then kept as void evidence, and to be done again.
    Raises WitnessNotFit, NamesOneself, AlreadyActed, StepNotPossible, WishNotRecorded, SignatureNotFound.
    """
    by.require(Role.VOLUNTEER, Role.COMMITTEE)
    async with transaction():
        agreement = await _locked(agreement_id, by)
        names = await party_names(agreement, by)
        check_witness(name=consent.witness, adult=consent.witness_adult, party_names=names, operator_name=by.name)
        await require_no_party(agreement, by)
        void = consent.text_hash != agreement.text_hash
        if not void:
            require(Step.CONSENT, agreement.state)
            await require_willing(agreement.elder_id)
            state_after_act(await _acts_done(agreement), ActKind.CONSENT, None)
        await _take_up(consent.signature_id, agreement, by)
        await _take_up(consent.photo_id, agreement, by)
        now = kernel.clock.now()
        await Act.create(
            agreement_id=agreement_id,
            kind=ActKind.CONSENT,
            text_hash=consent.text_hash,
            means=consent.means,
            signature_id=consent.signature_id,
            photo_id=consent.photo_id,
            witness=consent.witness,
            captured_by=by.account_id,
            done_at=min(consent.done_at, now),
            received_at=now,
            void=void,
        )
        if void:
            await _note(kernel, agreement_id, Tag.AGREEMENT_VOID_EVIDENCE, by, text=consent.text_hash)
            return False
        await Agreement.filter(id=agreement_id).update(state=AgreementState.CONSENTED)
        await _note(kernel, agreement_id, Tag.AGREEMENT_CONSENTED, by, text=consent.text_hash)
        await box.put(kernel, AgreementConsented(agreement_id=agreement_id, elder_id=agreement.elder_id))
    return True


async def hand_in(kernel: Kernel, *, agreement_id: UUID, by: Viewer) -> None:
    """Hand the complete agreement to the committee. Raises StepNotPossible, WishNotRecorded."""
    async with transaction():
        agreement = await _locked(agreement_id, by)
        require(Step.HAND_IN, agreement.state)
        await require_willing(agreement.elder_id)
        await Agreement.filter(id=agreement_id).update(state=AgreementState.HANDED_IN, handed_in_at=kernel.clock.now())
        await _note(kernel, agreement_id, Tag.AGREEMENT_HANDED_IN, by)
        fact = AgreementHandedIn(
            agreement_id=agreement_id, elder_id=agreement.elder_id, village_id=agreement.village_id
        )
        await box.put(kernel, fact)


async def return_with_reason(kernel: Kernel, *, agreement_id: UUID, reason: str, by: Viewer) -> None:
    """The committee sends it back. Raises StepNotPossible, NamesOneself."""
    by.require(Role.COMMITTEE)
    async with transaction():
        agreement = await _locked(agreement_id, by)
        require(Step.RETURN, agreement.state)
        await require_no_party(agreement, by)
        await Agreement.filter(id=agreement_id).update(
            state=AgreementState.RETURNED,
            return_reason=kernel.keys.encrypt(reason.encode(), f"agreements|return_reason|{agreement_id}"),
        )
        await _note(kernel, agreement_id, Tag.AGREEMENT_RETURNED, by)
        await box.put(kernel, AgreementReturned(agreement_id=agreement_id, elder_id=agreement.elder_id))


async def confirm_filing(
    kernel: Kernel, evidence: EvidenceKey, *, agreement_id: UUID, number: str | None, by: Viewer
) -> str:
    """报备: the committee takes it in under a record number (the village's next one when none is given; R040).

    Returns the number. Raises StepNotPossible, WishNotRecorded, NamesOneself, FilingNumberTaken.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        agreement = await _locked(agreement_id, by)
        require(Step.FILE, agreement.state)
        await require_willing(agreement.elder_id)
        await require_no_party(agreement, by)
        given = number or await next_number(kernel, agreement.village_id)
        if await Agreement.exists(village_id=agreement.village_id, number=given):
            raise FilingNumberTaken(field="number")
        code = new_check_code().encode()
        await Agreement.filter(id=agreement_id).update(
            state=AgreementState.FILED,
            number=given,
            check_code=kernel.keys.encrypt(code, f"agreements|check_code|{agreement_id}"),
            filed_at=kernel.clock.now(),
            filed_by=by.account_id,
        )
        await _note(kernel, agreement_id, Tag.AGREEMENT_FILED, by, number=given)
        await sign_head(kernel, evidence, agreement_id)
        await box.put(kernel, AgreementFiled(agreement_id=agreement_id, elder_id=agreement.elder_id))
    return given


async def withdraw(kernel: Kernel, *, agreement_id: UUID, by: Viewer) -> None:
    """The elder's supporters, the named caregiver or the committee let an unfiled agreement go.

    Raises NotAParty, StepNotPossible.
    """
    by.require(Role.SUPPORTER, Role.CAREGIVER, Role.COMMITTEE)
    async with transaction():
        agreement = await _locked(agreement_id, by)
        require(Step.WITHDRAW, agreement.state)
        if by.role is Role.CAREGIVER:
            await require_caregiver(agreement, by)
        state = AgreementState.DECLINED if by.role is Role.CAREGIVER else AgreementState.WITHDRAWN
        await Agreement.filter(id=agreement_id).update(state=state)
        await _note(kernel, agreement_id, Tag.AGREEMENT_WITHDRAWN, by)


async def _locked(agreement_id: UUID, by: Viewer) -> Agreement:
    """The agreement of an elder in sight, locked. Raises AgreementNotFound."""
    await in_sight(by.scope, agreement_id)
    return await Agreement.filter(id=agreement_id).select_for_update().get()


async def _acts_done(agreement: Agreement) -> list[tuple[ActKind, UUID | None]]:
    acts = await Act.filter(agreement_id=agreement.id, void=False)
    return [(act.kind, act.account_id) for act in acts]


async def _take_up(upload_id: UUID, agreement: Agreement, by: Viewer) -> None:
    if not await take_up(upload_id=upload_id, account_id=by.account_id, elder_id=agreement.elder_id):
        raise SignatureNotFound(field="signature_id")


async def _note(kernel: Kernel, agreement_id: UUID, tag: Tag, by: Viewer, **payload: object) -> None:
    await record(kernel, Subject("agreement", agreement_id), tag, by=by.actor, **payload)
