"""Writing the text, and writing it anew: every change voids what was done upon the text before."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.agreements import paper
from backend.agreements.errors import (
    AgreementElderGone,
    CharacterCannotBePrinted,
    OpenAgreementExists,
    PartiesNotConfirmed,
    PartyTwice,
    TermNotPossible,
)
from backend.agreements.facts import AgreementDrafted, InvitationExtended
from backend.agreements.models import Act, Agreement, Party
from backend.agreements.moving import begin, hand_of, held_elder, locked, move, note
from backend.agreements.parties import require_agent_if_needed, require_willing
from backend.agreements.queries import agreement as in_sight
from backend.agreements.rules import (
    INVITED_FOR,
    STANDING,
    UNFILED,
    AgreementState,
    PartyRole,
    Step,
    check_term,
    next_state,
)
from backend.agreements.templates import CURRENT, template
from backend.audit.tags import Tag
from backend.db import transaction
from backend.documents.canonical import canonical_bytes, text_hash
from backend.documents.font import Font, unprintable
from backend.elders.queries import elder
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.profiles.queries import contacts

_DUTY = {
    PartyRole.SUPPORTER: Duty.SUPPORTER,
    PartyRole.CAREGIVER: Duty.CAREGIVER,
    PartyRole.LEGAL_AGENT: Duty.SUPPORTER,
}


class _Written(msgspec.Struct, frozen=True):
    """A text ready to be kept; `places` as (role, member, name) in the text's order."""

    text: bytes
    village_id: UUID
    places: tuple[tuple[PartyRole, UUID | None, str], ...]


async def draft(
    kernel: Kernel, font: Font, *, elder_id: UUID, draft: paper.Draft, renews_id: UUID | None = None, by: Viewer
) -> UUID:
    """Write the first text; with `renews_id` one that takes over from a standing agreement once it is filed.

    Raises WishNotRecorded, PartiesNotConfirmed, PartyTwice, TermsNotComplete, TermNotPossible, LegalAgentNeeded,
    CharacterCannotBePrinted, AgreementElderGone, OpenAgreementExists, AgreementNotFound.
    """
    by.require(Role.SUPPORTER, Role.COMMITTEE)
    agreement_id = uuid7()
    async with transaction():
        written = await _write(kernel, font, elder_id, draft, by)
        wish = await require_willing(elder_id)
        if renews_id is not None:
            await _require_renewable(renews_id, elder_id, draft, by)
        if await Agreement.exists(elder_id=elder_id, kind=draft.kind, state__in=UNFILED):
            raise OpenAgreementExists
        agreement = Agreement(
            id=agreement_id,
            elder_id=elder_id,
            village_id=written.village_id,
            wish_id=wish.id,
            kind=draft.kind,
            state=AgreementState.DRAFT,
            renews_id=renews_id,
            drafted_by=by.account_id,
            drafted_at=kernel.clock.now(),
            **_kept(kernel, agreement_id, draft, written),
        )
        await agreement.save(force_create=True)
        await begin(kernel, agreement)
        await _enter_parties(agreement_id, written)
        told = {"text": text_hash(written.text), "wish": str(wish.id)}
        await note(kernel, agreement_id, Tag.AGREEMENT_DRAFTED, by.actor, **told)
        await box.put(kernel, AgreementDrafted(agreement_id=agreement_id, elder_id=elder_id))
    return agreement_id


async def rewrite(kernel: Kernel, font: Font, *, agreement_id: UUID, draft: paper.Draft, by: Viewer) -> None:
    """Change the text: every act on the old one becomes void. Raises as `draft`, and StepNotPossible."""
    by.require(Role.SUPPORTER, Role.COMMITTEE)
    async with transaction():
        agreement = await locked(agreement_id, by)
        after = next_state(Step.REWRITE, agreement.state, hand_of(by))
        assert after is not None
        if draft.kind is not agreement.kind:
            raise OpenAgreementExists
        written = await _write(kernel, font, agreement.elder_id, draft, by)
        await require_willing(agreement.elder_id)
        await Act.filter(agreement_id=agreement_id).update(void=True)
        await Party.filter(agreement_id=agreement_id).delete()
        await _enter_parties(agreement_id, written)
        kept = _kept(kernel, agreement_id, draft, written)
        await move(kernel, agreement, after, return_reason=None, ask_again_on=None, **kept)
        await note(kernel, agreement_id, Tag.AGREEMENT_REWRITTEN, by.actor, text=text_hash(written.text))
        await box.put(kernel, AgreementDrafted(agreement_id=agreement_id, elder_id=agreement.elder_id))


async def extend(kernel: Kernel, *, agreement_id: UUID, by: Viewer) -> date:
    """Put off the day until which those asked may sign, also once it has passed; returns the new one.

    Raises StepNotPossible, NotAParty, AgreementNotFound.
    """
    async with transaction():
        agreement = await locked(agreement_id, by)
        next_state(Step.EXTEND, agreement.state, hand_of(by))
        respond_by = by.today + INVITED_FOR
        if agreement.respond_by != respond_by:
            await Agreement.filter(id=agreement_id).update(respond_by=respond_by)
            await note(kernel, agreement_id, Tag.AGREEMENT_EXTENDED, by.actor, respond_by=respond_by)
            await box.put(kernel, InvitationExtended(agreement_id=agreement_id, elder_id=agreement.elder_id))
    return respond_by


def _kept(kernel: Kernel, agreement_id: UUID, draft: paper.Draft, written: _Written) -> dict[str, Any]:
    return {
        "template": CURRENT[draft.kind],
        "text": kernel.keys.encrypt(written.text, f"agreements|text|{agreement_id}"),
        "text_hash": text_hash(written.text),
        "terms": kernel.keys.encrypt(msgspec.json.encode(draft), f"agreements|terms|{agreement_id}"),
        "starts_on": draft.starts_on,
        "ends_on": draft.ends_on,
        "respond_by": shanghai_day(kernel.clock.now()) + INVITED_FOR,
    }


async def _enter_parties(agreement_id: UUID, written: _Written) -> None:
    await Party.bulk_create(
        [
            Party(agreement_id=agreement_id, place=place, role=role, member_id=member_id, name=name, asked=True)
            for place, (role, member_id, name) in enumerate(written.places)
        ]
    )


async def _require_renewable(agreement_id: UUID, elder_id: UUID, draft: paper.Draft, by: Viewer) -> None:
    """A standing agreement of the elder and of the kind; the new term may not begin before the old one's. Raises
    AgreementNotFound, OpenAgreementExists, TermNotPossible."""
    old = await in_sight(by.scope, agreement_id)
    if old.elder_id != elder_id or old.kind != draft.kind or AgreementState(old.state) not in STANDING:
        raise OpenAgreementExists
    if draft.ends_on <= old.ends_on:
        raise TermNotPossible(field="ends_on")


async def _write(kernel: Kernel, font: Font, elder_id: UUID, draft: paper.Draft, by: Viewer) -> _Written:
    """The canonical text of `draft` and who stands in it."""
    check_term(draft.starts_on, draft.ends_on)
    words = template(CURRENT[draft.kind])
    paper.check(draft, words)
    person = await elder(by.scope, elder_id)
    if (await held_elder(elder_id)).left_on is not None:
        raise AgreementElderGone
    await require_agent_if_needed(elder_id, [role for role, _ in draft.members])
    members = await _members(elder_id, draft, by)
    home = paper.Home(
        elder=paper.Person(person.name, place=person.address),
        village=person.village,
        contacts=tuple(f"{each.name}（{each.relation}）" for each in await contacts(kernel, by.scope, elder_id)),
        members={id_: _person(member, person.village) for id_, member in members.items()},
        drafted_on=shanghai_day(kernel.clock.now()),
    )
    text = canonical_bytes(paper.write(words, draft, home))
    if unprintable(text.decode(), font):
        raise CharacterCannotBePrinted
    named = tuple((role, member_id, members[member_id].name) for role, member_id in draft.members)
    return _Written(text, person.village_id, ((PartyRole.ELDER, None, person.name), *named))


async def _members(elder_id: UUID, draft: paper.Draft, by: Viewer) -> dict[UUID, FamilyMember]:
    """Those named, each claimed and confirmed in the place the role asks for, nobody on both sides.

    The committee may also write down whom it has named and who has no phone to claim with: they sign on paper.
    Raises PartiesNotConfirmed, PartyTwice.
    """
    found = {each.id: each for each in await FamilyMember.filter(elder_id=elder_id, ended_at=None)}
    sides: dict[UUID | bytes, PartyRole] = {}
    for role, member_id in draft.members:
        member = found.get(member_id)
        if member is None or member.duty is not _DUTY[role] or not _known(member, by):
            raise PartiesNotConfirmed
        person = member.account_id or bytes(member.phone_hash)
        if role is not PartyRole.LEGAL_AGENT and sides.setdefault(person, role) is not role:
            raise PartyTwice(field="caregivers")
    return found


def _known(member: FamilyMember, by: Viewer) -> bool:
    return member.confirmed_at is not None or (member.account_id is None and by.role is Role.COMMITTEE)


def _person(member: FamilyMember, village: str) -> paper.Person:
    supporter = member.duty is Duty.SUPPORTER
    return paper.Person(member.name, member.relation, (member.city or "") if supporter else village)
