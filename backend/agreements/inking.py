"""Paper in: photographs of the signed and stamped sheets, and whose ink the committee has found on them.

A photograph is an act of its own, tied to one text by the code printed on the sheet. The ink it shows counts as each
party's signature (the elder's as the consent) with the strength of paper, no more: the original is what proves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements.codes import code_from, normal_check_code
from backend.agreements.errors import AlreadyActed, NotAParty, PaperOfAnotherText, PaperPhotoMissing
from backend.agreements.evidence import NewAct, write_act, write_witness
from backend.agreements.facts import AgreementActed, AgreementConsented
from backend.agreements.models import Act, Agreement, Party
from backend.agreements.moving import hand_of, locked, move
from backend.agreements.parties import (
    SIGNS,
    asked_and_signed,
    parties_of,
    require_agent_if_needed,
    require_no_party,
    require_willing,
    require_witness,
    state_by_acts,
)
from backend.agreements.rules import (
    STANDING,
    ActKind,
    AgreementState,
    Hand,
    Means,
    PartyRole,
    Step,
    next_state,
    require_same_text,
)
from backend.audit.heads import sign_head
from backend.db import transaction
from backend.documents.font import Font
from backend.documents.keys import EvidenceKey
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.profiles.rules import DecisionCapacity


def paper_code(kernel: Kernel, agreement_id: UUID, text_hash: str) -> str:
    """What a printed sheet carries: says which text it is to us, and nothing of anybody."""
    return code_from(kernel.keys.keyed_hash(f"{agreement_id}|{text_hash}", "paper"))


async def add_pages(
    kernel: Kernel, evidence: EvidenceKey, *, agreement_id: UUID, code: str, pages: Sequence[UUID], by: Viewer
) -> None:
    """Photographs of the sheets join the record; `code` is what is printed on them.

    Raises PaperOfAnotherText, StepNotPossible, SignatureNotFound, AgreementNotFound.
    """
    by.require(Role.VOLUNTEER, Role.COMMITTEE)
    async with transaction():
        agreement = await locked(agreement_id, by)
        next_state(Step.PAPER, agreement.state, hand_of(by))
        if normal_check_code(code) != paper_code(kernel, agreement_id, agreement.text_hash):
            raise PaperOfAnotherText(field="code")
        role = PartyRole.COMMITTEE if by.role is Role.COMMITTEE else None
        for number, page in enumerate(pages, start=1):
            act = NewAct(kind=ActKind.PAPER, text_hash=agreement.text_hash, means=Means.PAPER, role=role, photo_id=page)
            await write_act(kernel, agreement, act, by, page=number, of=len(pages))
        if agreement.state in STANDING:
            await sign_head(kernel, evidence, agreement_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Whose ink is on the sheets of this text. With the elder's comes the name of an adult who saw it."""

    text_hash: str
    party_ids: frozenset[UUID]
    witness: str = ""
    witness_adult: bool = False


async def record_ink(kernel: Kernel, font: Font, *, agreement_id: UUID, ink: Ink, by: Viewer) -> AgreementState:
    """The committee has found these parties' ink on the sheets photographed; returns how far that brings it.

    Raises TextChanged, StepNotPossible, PaperPhotoMissing, NotAParty, AlreadyActed, NamesOneself, WishNotRecorded,
    WitnessNotFit, CharacterCannotBePrinted, LegalAgentNeeded, AgreementNotFound.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        agreement = await locked(agreement_id, by)
        await require_no_party(agreement, by)
        next_state(Step.INK, agreement.state, hand_of(by))
        require_same_text(ink.text_hash, agreement.text_hash)
        shown = await Act.filter(agreement_id=agreement_id, kind=ActKind.PAPER, void=False).order_by("link")
        if not shown:
            raise PaperPhotoMissing
        await require_willing(agreement.elder_id)
        parties = {party.id: party for party in await parties_of(agreement)}
        if not ink.party_ids <= parties.keys():
            raise NotAParty
        ticked = [party for party in parties.values() if party.id in ink.party_ids]
        pages = [str(act.id) for act in shown]
        await _sign(kernel, agreement, [party for party in ticked if party.role is not PartyRole.ELDER], pages, by)
        for elder in (party for party in ticked if party.role is PartyRole.ELDER):
            await require_witness(agreement, name=ink.witness, adult=ink.witness_adult, font=font, by=by)
            await _consent(kernel, agreement, elder, ink, pages, by)
    return agreement.state


async def _sign(kernel: Kernel, agreement: Agreement, parties: list[Party], pages: list[str], by: Viewer) -> None:
    _, signed = await asked_and_signed(agreement)
    if signed & {party.id for party in parties}:
        raise AlreadyActed
    for party in parties:
        await write_act(kernel, agreement, _inked(SIGNS[party.role], agreement, party), by, pages=pages)
    state = await state_by_acts(agreement)
    await move(kernel, agreement, state)
    agreement.state = state
    for kind in dict.fromkeys(SIGNS[party.role] for party in parties):
        complete = state is AgreementState.SIGNED
        ids = {"agreement_id": agreement.id, "elder_id": agreement.elder_id}
        await box.put(kernel, AgreementActed(kind=kind, complete=complete, **ids))


async def _consent(kernel: Kernel, agreement: Agreement, elder: Party, ink: Ink, pages: list[str], by: Viewer) -> None:
    """The elder's ink closes the text, once everybody asked has signed and somebody has seen it."""
    after = next_state(Step.CONSENT, agreement.state, Hand.VISITOR)
    assert after is not None
    capacity = await require_agent_if_needed(agreement.elder_id, [each.role for each in await parties_of(agreement)])
    consent = _inked(ActKind.CONSENT, agreement, elder, capacity=capacity)
    consent_id = await write_act(kernel, agreement, consent, by, pages=pages)
    await write_witness(kernel, agreement, seen=consent, seen_id=consent_id, name=ink.witness, by=by)
    await move(kernel, agreement, after)
    agreement.state = after
    await box.put(kernel, AgreementConsented(agreement_id=agreement.id, elder_id=agreement.elder_id))


def _inked(kind: ActKind, agreement: Agreement, party: Party, capacity: DecisionCapacity | None = None) -> NewAct:
    return NewAct(
        kind=kind,
        text_hash=agreement.text_hash,
        means=Means.PAPER,
        role=party.role,
        party_id=party.id,
        caught=True,
        capacity=capacity,
    )
