"""What life does to agreements: it ends them, suspends them, or has people asked whether they still fit.

Outbox handlers. Each agreement in a transaction of its own, decided on under lock by what holds then: killed half way,
called again or by several workers, it ends as if called once.
"""

from collections.abc import Collection
from uuid import UUID

import msgspec

from backend.agreements.asking import question
from backend.agreements.ending import end_now, suspend_now
from backend.agreements.models import Agreement, Party
from backend.agreements.notices import Notice
from backend.agreements.parties import asked_and_signed, capacity_of
from backend.agreements.rules import OVER, STANDING, UNFILED, AgreementKind, AgreementState, PartyRole, Reason
from backend.audit.trail import PLATFORM
from backend.db import transaction
from backend.documents.keys import EvidenceKey
from backend.elders.eligibility import Whereabouts as Area
from backend.elders.facts import ElderLeft, ElderMoved, TierChanged, VillagesMerged
from backend.elders.models import Elder
from backend.elders.rules import LeaveReason, PriorityTier
from backend.families.facts import WhereaboutsTold
from backend.families.models import Whereabouts
from backend.kit.kernel import Kernel
from backend.outbox.box import Entry
from backend.profiles.facts import CapacityRecorded
from backend.profiles.rules import DecisionCapacity

_ENDS = {
    LeaveReason.DIED: Reason.DIED,
    LeaveReason.INSTITUTION: Reason.LEFT_REGISTER,
    LeaveReason.ENTERED_BY_MISTAKE: Reason.LEFT_REGISTER,
    LeaveReason.MOVED_AWAY: Reason.LEFT_REGISTER,
}
_ASKS = {LeaveReason.CHILD_RETURNED: Notice.CHILD_RETURNED, LeaveReason.DOUBLE_FILE: Notice.DOUBLE_FILE}
_RANKS = (PriorityTier.ROUTINE, PriorityTier.MEDIUM, PriorityTier.HIGH)


class Living(msgspec.Struct, frozen=True):
    """The handlers."""

    kernel: Kernel
    evidence: EvidenceKey

    async def on_elder_left(self, entry: Entry) -> None:
        """A death, or a leaving for good, ends all there is; a child's return has people asked whether it is needed."""
        fact = entry.fact(ElderLeft)
        for agreement_id in await _ids(fact.elder_id, STANDING | UNFILED):
            async with transaction():
                agreement = await _locked(agreement_id)
                elder = await Elder.get(id=fact.elder_id)
                # Who came back meanwhile, or was entered as gone for another reason, is another entry's matter.
                if agreement.state in OVER or elder.left_reason != fact.reason:
                    continue
                if reason := _ENDS.get(LeaveReason(fact.reason)):
                    await end_now(self.kernel, self.evidence, agreement, reason, PLATFORM)
                elif notice := _ASKS.get(LeaveReason(fact.reason)):
                    await question(self.kernel, agreement, notice, str(entry.id))

    async def on_elder_moved(self, entry: Entry) -> None:
        """What is not filed is the new village's to file; what is filed keeps number and village, and is asked about.

        Were filed ones to leave with the elder, their village would count the same numbers out again.
        """
        fact = entry.fact(ElderMoved)
        for agreement_id in await _ids(fact.elder_id, STANDING | UNFILED):
            async with transaction():
                agreement = await _locked(agreement_id)
                if agreement.state in UNFILED:
                    village_id = (await Elder.get(id=fact.elder_id)).village_id
                    await Agreement.filter(id=agreement_id).update(village_id=village_id)
                if agreement.state not in OVER:
                    left = fact.from_village_id
                    await question(self.kernel, agreement, Notice.MOVED, str(entry.id), from_village_id=left)

    async def on_villages_merged(self, entry: Entry) -> None:
        """The successor files what is not filed. Numbers given stay, under the old village's code."""
        fact = entry.fact(VillagesMerged)
        unfiled = Agreement.filter(village_id=fact.village_id, state__in=UNFILED)
        await unfiled.update(village_id=fact.successor_id)

    async def on_capacity_recorded(self, entry: Entry) -> None:
        """Of one who cannot decide alone, the committee looks at the agreement again; without the signature of a legal
        agent it is suspended until then (民法典 art. 21-22)."""
        fact = entry.fact(CapacityRecorded)
        for agreement_id in await _ids(fact.elder_id, STANDING):
            async with transaction():
                agreement = await _locked(agreement_id)
                limited = await capacity_of(fact.elder_id) in (DecisionCapacity.LIMITED, DecisionCapacity.NONE)
                if agreement.state not in STANDING or not limited:
                    continue
                new = await question(self.kernel, agreement, Notice.CAPACITY, str(entry.id))
                if new and agreement.state is AgreementState.FILED and not await _agent_signed(agreement):
                    await suspend_now(self.kernel, self.evidence, agreement, Reason.CAPACITY, None, PLATFORM)

    async def on_tier_changed(self, entry: Entry) -> None:
        """Who needs more than before may need more than was agreed."""
        fact = entry.fact(TierChanged)
        if fact.before in _RANKS and fact.after in _RANKS:
            before, after = (_RANKS.index(PriorityTier(tier)) for tier in (fact.before, fact.after))
            if after > before:
                await self._ask_of_care(fact.elder_id, Notice.TIER_ROSE, str(entry.id))

    async def on_whereabouts_told(self, entry: Entry) -> None:
        """A child who lives in the village again may do what another was asked to do."""
        fact = entry.fact(WhereaboutsTold)
        last = await Whereabouts.filter(family_member_id=fact.family_member_id).order_by("-told_at", "-id").first()
        if last is not None and last.id == fact.whereabouts_id and last.area is Area.VILLAGE:
            await self._ask_of_care(fact.elder_id, Notice.CHILD_HOME, str(fact.whereabouts_id))

    async def _ask_of_care(self, elder_id: UUID, notice: Notice, occasion: str) -> None:
        for agreement_id in await _ids(elder_id, STANDING):
            async with transaction():
                agreement = await _locked(agreement_id)
                if agreement.kind is AgreementKind.CARE and agreement.state in STANDING:
                    await question(self.kernel, agreement, notice, occasion)


async def _ids(elder_id: UUID, states: Collection[AgreementState]) -> list[UUID]:
    return [each.id for each in await Agreement.filter(elder_id=elder_id, state__in=states).order_by("id").only("id")]


async def _locked(agreement_id: UUID) -> Agreement:
    return await Agreement.filter(id=agreement_id).select_for_update().get()


async def _agent_signed(agreement: Agreement) -> bool:
    agents = Party.filter(agreement_id=agreement.id, role=PartyRole.LEGAL_AGENT)
    _, signed = await asked_and_signed(agreement)
    return bool(signed & set(await agents.values_list("id", flat=True)))
