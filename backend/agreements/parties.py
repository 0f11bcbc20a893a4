"""Whom an agreement is about: the elder's last word, its parties, and who has signed it."""

from collections.abc import Sequence
from uuid import UUID

from backend.accounts.viewer import Viewer
from backend.agreements.errors import CharacterCannotBePrinted, LegalAgentNeeded, NamesOneself, WishNotRecorded
from backend.agreements.models import Act, Agreement, Party, Wish
from backend.agreements.rules import ActKind, AgreementState, Means, PartyRole, check_witness, state_of_signing
from backend.documents.font import Font, unprintable
from backend.families.models import FamilyMember
from backend.profiles.models import CapacityFinding
from backend.profiles.rules import DecisionCapacity

SIGNS = {PartyRole.SUPPORTER: ActKind.SIGN, PartyRole.LEGAL_AGENT: ActKind.SIGN, PartyRole.CAREGIVER: ActKind.ACCEPT}
"""The act by which each role binds itself."""


async def require_willing(elder_id: UUID) -> Wish:
    """The elder's last word when asked; only a yes leads on (老年人权益保障法: the elder's own wish first).

    Raises WishNotRecorded.
    """
    wish = await Wish.filter(elder_id=elder_id).order_by("-received_at", "-id").first()
    if wish is None or not wish.willing:
        raise WishNotRecorded
    return wish


async def parties_of(agreement: Agreement) -> list[Party]:
    """In the order of the text, those who joined last."""
    return await Party.filter(agreement_id=agreement.id).order_by("place")


async def places_of(agreement: Agreement, account_id: UUID) -> list[Party]:
    """The places of the agreement that are this account's."""
    held = await FamilyMember.filter(elder_id=agreement.elder_id, account_id=account_id).values_list("id", flat=True)
    return [party for party in await parties_of(agreement) if party.member_id in set(held)]


async def require_witness(agreement: Agreement, *, name: str, adult: bool, font: Font, by: Viewer) -> None:
    """An adult who is neither the elder, nor named by the text, nor joined it, nor works the phone; by a name that can
    be printed. Raises WitnessNotFit, CharacterCannotBePrinted."""
    names = [party.name for party in await parties_of(agreement)]
    check_witness(name=name, adult=adult, party_names=names, operator_name=by.name)
    if unprintable(name, font):
        raise CharacterCannotBePrinted(field="witness")


async def require_no_party(agreement: Agreement, by: Viewer) -> None:
    """Nobody confirms what names himself, what he has signed, or what binds his own family. Raises NamesOneself.

    Of the elder's family is whoever claims a place in it, confirmed or not, whether or not the text names it.
    """
    if await places_of(agreement, by.account_id):
        raise NamesOneself
    if await FamilyMember.exists(elder_id=agreement.elder_id, account_id=by.account_id, ended_at=None):
        raise NamesOneself
    if await Act.exists(agreement_id=agreement.id, void=False, account_id=by.account_id, kind__in=[*SIGNS.values()]):
        raise NamesOneself


async def asked_and_signed(agreement: Agreement) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """The places that must sign, and those that have signed the present text, on a phone or on paper."""
    parties = await parties_of(agreement)
    members = await FamilyMember.filter(id__in=[party.member_id for party in parties if party.member_id])
    accounts = {member.id: member.account_id for member in members}
    acts = await Act.filter(agreement_id=agreement.id, void=False, kind__in=[*SIGNS.values()])
    done = {(act.kind, act.account_id) for act in acts}
    inked = {act.party_id for act in acts if act.means is Means.PAPER}
    asked = frozenset(party.id for party in parties if party.asked and party.role is not PartyRole.ELDER)
    return asked, frozenset(party.id for party in parties if party.id in inked or _has_signed(party, accounts, done))


async def state_by_acts(agreement: Agreement) -> AgreementState:
    """DRAFT or SIGNED, as far as the signatures upon the present text have come."""
    return state_of_signing(*await asked_and_signed(agreement))


def _has_signed(party: Party, accounts: dict[UUID, UUID | None], done: set[tuple[ActKind, UUID | None]]) -> bool:
    account = accounts.get(party.member_id) if party.member_id else None
    return account is not None and party.role in SIGNS and (SIGNS[party.role], account) in done


async def capacity_of(elder_id: UUID) -> DecisionCapacity:
    """As found last."""
    found = await CapacityFinding.filter(elder_id=elder_id).order_by("-found_on", "-recorded_at", "-id").first()
    return found.capacity if found else DecisionCapacity.UNKNOWN


async def require_agent_if_needed(elder_id: UUID, roles: Sequence[PartyRole]) -> DecisionCapacity:
    """Limited capacity or none needs a legal agent among the signers (民法典 art. 21-22, 145); the elder is asked all
    the same. Returns the capacity. Raises LegalAgentNeeded."""
    capacity = await capacity_of(elder_id)
    if capacity in (DecisionCapacity.LIMITED, DecisionCapacity.NONE) and PartyRole.LEGAL_AGENT not in roles:
        raise LegalAgentNeeded(field="legal_agent")
    return capacity
