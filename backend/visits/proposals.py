"""The village's answer to changes that reports propose (R073): an accepted one is written as any such change is."""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.elders.actions import change_phone
from backend.elders.classifying import change_facts
from backend.elders.findings import known_facts
from backend.elders.tiers import Mobility
from backend.families.errors import FamilyMemberNotFound
from backend.families.queries import member
from backend.families.rules import Place
from backend.families.whereabouts import tell_for
from backend.kit.kernel import Kernel
from backend.visits.errors import ProposalNeedsPlace, ProposalNotFound
from backend.visits.models import ProfileProposal
from backend.visits.proposal_list import elder_of_proposal, proposal_place
from backend.visits.proposing import ProposalState, ProposedField, check_decidable


class ChildMoved(msgspec.Struct, frozen=True):
    """Which supporter is where, as the village found out on hearing that a child moved."""

    member_id: UUID
    place: Place


async def accept_proposal(kernel: Kernel, *, proposal_id: UUID, moved: ChildMoved | None = None, by: Viewer) -> None:
    """Write the change into the file, with the report named as its source; `moved` for a child who moved, only.

    Others proposed for the same field stay as they are, until each is decided. Raises RoleCannot, ProposalNotFound,
    ProposalIsDecided, ProposalNeedsPlace, ElderNotOnRegister, HealthNotConsented, FamilyMemberNotFound, and the
    refusals of `families.rules.checked`.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        proposal = await _held(proposal_id, by)
        await _write(kernel, proposal, moved, by)
        await _decide(kernel, proposal, ProposalState.ACCEPTED, None, by)


async def decline_proposal(kernel: Kernel, *, proposal_id: UUID, words: str, by: Viewer) -> None:
    """Leave the file as it is, and say why. Raises RoleCannot, ProposalNotFound, ProposalIsDecided."""
    by.require(Role.COMMITTEE)
    async with transaction():
        await _decide(kernel, await _held(proposal_id, by), ProposalState.DECLINED, words.strip(), by)


async def _held(proposal_id: UUID, by: Viewer) -> ProfileProposal:
    await elder_of_proposal(by.scope, proposal_id)
    proposal = await ProfileProposal.filter(id=proposal_id).select_for_update().first()
    if proposal is None:
        raise ProposalNotFound
    check_decidable(proposal.state)
    return proposal


async def _write(kernel: Kernel, proposal: ProfileProposal, moved: ChildMoved | None, by: Viewer) -> None:
    elder_id = proposal.elder_id
    value = kernel.keys.decrypt(bytes(proposal.value), proposal_place(proposal.id, "value")).decode()
    if (moved is not None) is not (proposal.field is ProposedField.CHILD_MOVED):
        raise ProposalNeedsPlace(field="moved")
    if moved is not None:
        if (await member(by.scope, moved.member_id)).elder_id != elder_id:
            raise FamilyMemberNotFound(field="member_id")
        await tell_for(kernel, member_id=moved.member_id, place=moved.place, able=None, by=by)
    elif proposal.field is ProposedField.PHONE:
        await change_phone(kernel, elder_id=elder_id, phone=value, by=by)
    else:
        known = await known_facts(by.scope, elder_id)
        if proposal.field is ProposedField.LIVING_ALONE:
            facts = msgspec.structs.replace(known, living_alone=value == "yes")
        else:
            facts = msgspec.structs.replace(known, mobility=Mobility(value))
        await change_facts(kernel, elder_id=elder_id, facts=facts, by=by)


async def _decide(
    kernel: Kernel, proposal: ProfileProposal, state: ProposalState, reason: str | None, by: Viewer
) -> None:
    sealed = kernel.keys.encrypt(reason.encode(), proposal_place(proposal.id, "reason")) if reason else None
    await ProfileProposal.filter(id=proposal.id).update(
        state=state, reason=sealed, decided_by=by.account_id, decided_at=kernel.clock.now()
    )
    tag = Tag.PROPOSAL_ACCEPTED if state is ProposalState.ACCEPTED else Tag.PROPOSAL_DECLINED
    ids = {"proposal": str(proposal.id), "report": str(proposal.report_id), "field": proposal.field}
    await record(kernel, Subject("elder", proposal.elder_id), tag, by=by.actor, **ids)
