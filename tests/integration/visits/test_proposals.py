"""Changes that visitors propose: settled one by one, written as any such change is, never lost when they disagree."""

from datetime import date
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders.eligibility import Whereabouts as Area
from backend.elders.models import Elder
from backend.elders.rules import PriorityTier
from backend.families.actions import NewMember, name_member
from backend.families.errors import FamilyMemberNotFound
from backend.families.models import FamilyMember
from backend.families.rules import Duty, Place
from backend.visits.actions import submit
from backend.visits.errors import ProposalIsDecided, ProposalNeedsPlace, ProposalNotFound
from backend.visits.models import ProfileProposal, VisitReport
from backend.visits.proposal_list import ProposalRow, open_proposals, proposals
from backend.visits.proposals import ChildMoved, accept_proposal, decline_proposal
from backend.visits.proposing import NewProposal, ProposedField
from tests.factories.race import at_once
from tests.factories.village import Person, World
from tests.factories.visits import a_report, a_write

HOME = Place(province="贵州省", city="清水县", area=Area.VILLAGE, since=date(2026, 3, 1), for_work=False, employer=None)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


async def proposed(world: World, elder_id: UUID, field: ProposedField, value: str, words: str | None = None) -> UUID:
    """What another visitor of this morning proposes."""
    volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
    told = a_report(elder_id, proposals=(NewProposal(field, value, words),))
    made = await submit(world.kernel, report=told, write=a_write(volunteer), by=volunteer.viewer)
    return (await ProfileProposal.get(report_id=made.id)).id


async def waiting(world: World, by: Person) -> list[ProposalRow]:
    return list((await proposals(world.kernel, by.viewer.scope)).rows)


async def accept(world: World, proposal_id: UUID, by: Person, moved: ChildMoved | None = None) -> None:
    await accept_proposal(world.kernel, proposal_id=proposal_id, moved=moved, by=by.viewer)


class TestAccepting:
    async def test_writes_the_telephone_with_the_report_as_its_source(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        proposal = await proposed(world, elder_id, ProposedField.PHONE, "13911112222", "换了新号")
        [row] = await waiting(world, committee)
        assert (row.value, row.words, row.proposed_by, row.rivals) == ("13911112222", "换了新号", "王小燕", 0)
        await accept(world, proposal, committee)
        phone = (await Elder.get(id=elder_id)).phone
        assert phone is not None
        assert world.kernel.keys.decrypt(bytes(phone), f"elders|phone|{elder_id}") == b"13911112222"
        event = await AuditEvent.get(tag=Tag.PROPOSAL_ACCEPTED, subject_id=elder_id)
        assert event.payload is not None
        payload = world.kernel.keys.decrypt(bytes(event.payload), f"audit_events|payload|{event.id}").decode()
        assert str((await VisitReport.get(elder_id=elder_id)).id) in payload
        assert "13911112222" not in payload
        assert await waiting(world, committee) == []
        assert await open_proposals(committee.viewer.scope) == 0

    async def test_moves_the_tier_as_any_such_change_does(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await accept(world, await proposed(world, elder_id, ProposedField.MOBILITY, "bedridden"), committee)
        assert (await Elder.get(id=elder_id)).tier is PriorityTier.HIGH

    async def test_takes_over_that_the_elder_lives_alone_no_more(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await accept(world, await proposed(world, elder_id, ProposedField.LIVING_ALONE, "no"), committee)
        assert (await Elder.get(id=elder_id)).living_alone is False

    async def test_of_a_child_who_moved_takes_the_place_the_village_found_out(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        son = NewMember(Duty.SUPPORTER, "李强", "儿子", "13700000009", "深圳")
        member_id = await name_member(world.kernel, elder_id=elder_id, member=son, by=committee.viewer)
        proposal = await proposed(world, elder_id, ProposedField.CHILD_MOVED, "home", "大儿子上月回来了")
        with pytest.raises(ProposalNeedsPlace):
            await accept(world, proposal, committee)
        await accept(world, proposal, committee, ChildMoved(member_id, HOME))
        assert (await FamilyMember.get(id=member_id)).whereabouts_on == committee.viewer.today

    async def test_never_writes_to_another_family(self, world: World, committee: Person, elder_id: UUID) -> None:
        other = await world.elder(name="赵桂芳")
        son = NewMember(Duty.SUPPORTER, "赵强", "儿子", "13700000008", "深圳")
        member_id = await name_member(world.kernel, elder_id=other, member=son, by=committee.viewer)
        proposal = await proposed(world, elder_id, ProposedField.CHILD_MOVED, "home")
        with pytest.raises(FamilyMemberNotFound):
            await accept(world, proposal, committee, ChildMoved(member_id, HOME))
        assert [row.state for row in await waiting(world, committee)] == ["open"]

    async def test_by_two_at_once_happens_once(self, world: World, committee: Person, elder_id: UUID) -> None:
        proposal = await proposed(world, elder_id, ProposedField.LIVING_ALONE, "no")
        outcomes = await at_once(
            ProfileProposal.filter(id=proposal), *(accept(world, proposal, committee) for _ in range(2))
        )
        assert sorted(type(each).__name__ for each in outcomes) == ["NoneType", "ProposalIsDecided"]
        assert await AuditEvent.filter(tag=Tag.PROPOSAL_ACCEPTED).count() == 1


class TestTwoPhonesOffline:
    async def test_are_both_kept_and_stand_side_by_side_until_settled(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        one = await proposed(world, elder_id, ProposedField.PHONE, "13911112222")
        other = await proposed(world, elder_id, ProposedField.PHONE, "13933334444")
        await proposed(world, elder_id, ProposedField.LIVING_ALONE, "no")
        rows = await waiting(world, committee)
        assert [(row.field, row.rivals) for row in rows] == [("living_alone", 0), ("phone", 1), ("phone", 1)]
        await accept(world, one, committee)
        assert {(row.id, row.rivals) for row in await waiting(world, committee) if row.field == "phone"} == {(other, 0)}
        await decline_proposal(world.kernel, proposal_id=other, words="打过，是旧号", by=committee.viewer)
        kept = (await proposals(world.kernel, committee.viewer.scope, elder_id=elder_id)).rows
        assert {(row.state, row.reason) for row in kept if row.field == "phone"} == {
            ("accepted", None),
            ("declined", "打过，是旧号"),
        }
        with pytest.raises(ProposalIsDecided):
            await accept(world, other, committee)


class TestWhoDecides:
    async def test_is_the_committee_of_the_place_alone(self, world: World, elder_id: UUID) -> None:
        proposal = await proposed(world, elder_id, ProposedField.LIVING_ALONE, "no")
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        neighbour = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(RoleCannot):
            await accept(world, proposal, volunteer)
        with pytest.raises(ProposalNotFound):
            await accept(world, proposal, neighbour)
        with pytest.raises(ProposalNotFound):
            await decline_proposal(world.kernel, proposal_id=proposal, words="不对", by=neighbour.viewer)
        assert await waiting(world, neighbour) == []
        assert (await Elder.get(id=elder_id)).living_alone is True
