"""Whom an agreement is about: the elder's last word, the two it names, and every other child who has signed it."""

from uuid import UUID

from tortoise.expressions import Q

from backend.accounts.viewer import Viewer
from backend.agreements.errors import NamesOneself, NotAParty, WishNotRecorded
from backend.agreements.models import Act, Agreement, Wish
from backend.elders.queries import elder
from backend.families.models import FamilyMember


async def require_willing(elder_id: UUID) -> Wish:
    """The elder's last word when asked; only a yes leads on (老年人权益保障法: the elder's own wish first).

    Raises WishNotRecorded.
    """
    wish = await Wish.filter(elder_id=elder_id).order_by("-received_at", "-id").first()
    if wish is None or not wish.willing:
        raise WishNotRecorded
    return wish


async def party_names(agreement: Agreement, by: Viewer) -> list[str]:
    """Who cannot witness: the elder, those the text names, those who have signed it."""
    person = await elder(by.scope, agreement.elder_id)
    return [person.name, *(party.name for party in await _parties(agreement))]


async def require_no_party(agreement: Agreement, by: Viewer) -> None:
    """Raises NamesOneself when the viewer is one of the parties."""
    if by.account_id in {party.account_id for party in await _parties(agreement)}:
        raise NamesOneself


async def require_caregiver(agreement: Agreement, by: Viewer) -> None:
    """Raises NotAParty unless the viewer is the caregiver the text names."""
    caregiver = await FamilyMember.get(id=agreement.caregiver_id)
    if caregiver.account_id != by.account_id:
        raise NotAParty


async def _parties(agreement: Agreement) -> list[FamilyMember]:
    named = Q(id__in=[agreement.supporter_id, agreement.caregiver_id])
    acts = await Act.filter(agreement_id=agreement.id, void=False)
    signed = [act.account_id for act in acts if act.account_id is not None]
    if signed:
        named |= Q(elder_id=agreement.elder_id, account_id__in=signed)
    return await FamilyMember.filter(named)
