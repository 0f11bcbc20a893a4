"""Named by the committee, claimed by a verified phone, confirmed by the committee: only then is the elder in reach."""

import asyncio
from uuid import UUID

import pytest

from backend.accounts.actions import verify_phone
from backend.accounts.errors import RoleCannot
from backend.accounts.models import Account, Membership
from backend.accounts.queries import viewer_of
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders.errors import ElderNotFound
from backend.elders.queries import elder, elders
from backend.families.actions import NewMember, claim_places, confirm_member, name_member
from backend.families.errors import AlreadyNamed, FamilyMemberNotFound, NotClaimedYet, OwnPlace
from backend.families.models import FamilyMember
from backend.families.queries import claimed, confirmed_accounts, member, members
from backend.families.rules import Duty
from backend.outbox.models import OutboxEntry
from tests.factories.village import Person, World

PHONE = "13800000001"


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


async def comer(world: World, phone: str | None = PHONE) -> Person:
    """Somebody who signed in by WeChat, without a role and without a name."""
    account = await Account.create(name="", created_at=world.clock.now())
    person = await world.sign_in(account.id)
    if phone:
        await verify_phone(world.kernel, phone=phone, by=person.viewer)
    return person


async def named(world: World, elder_id: UUID, committee: Person, duty: Duty = Duty.SUPPORTER) -> UUID:
    member = NewMember(duty, "王建国", "儿子", PHONE, "深圳")
    return await name_member(world.kernel, elder_id=elder_id, member=member, by=committee.viewer)


async def now_of(world: World, person: Person) -> Viewer:
    viewer = await viewer_of(person.token, world.clock.now())
    assert viewer is not None
    return viewer


class TestName:
    async def test_is_for_the_committee_of_the_elder_s_village(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(ElderNotFound):
            await named(world, elder_id, other)
        with pytest.raises(RoleCannot):
            await named(world, elder_id, await world.person(Role.SUPPORTER, elders=(elder_id,)))
        assert await FamilyMember.all().count() == 0

    async def test_the_same_phone_for_the_same_duty_is_refused(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        await named(world, elder_id, committee)
        with pytest.raises(AlreadyNamed):
            await named(world, elder_id, committee)
        await named(world, elder_id, committee, Duty.CAREGIVER)

    async def test_of_one_who_has_come_already_is_claimed_at_once(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        person = await comer(world)
        place = await named(world, elder_id, committee)
        assert (await FamilyMember.get(id=place)).account_id == person.viewer.account_id

    async def test_keeps_the_phone_encrypted(self, world: World, elder_id: UUID, committee: Person) -> None:
        kept = await FamilyMember.get(id=await named(world, elder_id, committee))
        assert PHONE.encode() not in bytes(kept.phone)
        assert world.kernel.keys.decrypt(bytes(kept.phone), f"family_members|phone|{kept.id}") == PHONE.encode()


class TestClaim:
    async def test_takes_every_place_named_for_the_verified_phone_once(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        await named(world, elder_id, committee)
        await named(world, await world.elder(), committee)
        person = await comer(world)
        assert await claim_places(world.kernel, by=person.viewer) == 2
        assert await claim_places(world.kernel, by=person.viewer) == 0
        assert await OutboxEntry.filter(topic="PlaceClaimed").count() == 2

    async def test_takes_nothing_without_a_verified_phone_or_with_another(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        await named(world, elder_id, committee)
        for person in (await comer(world, None), await comer(world, "13800000009")):
            assert await claim_places(world.kernel, by=person.viewer) == 0

    async def test_twice_at_once_is_one_claim(self, world: World, elder_id: UUID, committee: Person) -> None:
        await named(world, elder_id, committee)
        person = await comer(world)
        found = await asyncio.gather(*(claim_places(world.kernel, by=person.viewer) for _ in range(3)))
        assert sorted(found) == [0, 0, 1]
        assert await AuditEvent.filter(tag=Tag.FAMILY_CLAIMED).count() == 1

    async def test_alone_opens_nothing(self, world: World, elder_id: UUID, committee: Person) -> None:
        await named(world, elder_id, committee)
        person = await comer(world)
        await claim_places(world.kernel, by=person.viewer)
        assert (await now_of(world, person)).role is None
        assert await confirmed_accounts(elder_id, Duty.SUPPORTER) == []
        assert [row.name for row in await claimed(committee.viewer.scope)] == ["王建国"]


class TestConfirm:
    @pytest.mark.parametrize(("duty", "role"), [(Duty.SUPPORTER, Role.SUPPORTER), (Duty.CAREGIVER, Role.CAREGIVER)])
    async def test_opens_this_elder_and_no_other(
        self, world: World, elder_id: UUID, committee: Person, duty: Duty, role: Role
    ) -> None:
        other = await world.elder()
        place = await named(world, elder_id, committee, duty)
        person = await comer(world)
        await claim_places(world.kernel, by=person.viewer)
        await confirm_member(world.kernel, member_id=place, by=committee.viewer)
        viewer = await now_of(world, person)
        assert (viewer.role, viewer.name) == (role, "王建国")
        assert [row.id for row in (await elders(viewer.scope)).rows] == [elder_id]
        with pytest.raises(ElderNotFound):
            await elder(viewer.scope, other)
        assert await confirmed_accounts(elder_id, duty) == [person.viewer.account_id]

    async def test_again_changes_nothing(self, world: World, elder_id: UUID, committee: Person) -> None:
        place = await named(world, elder_id, committee)
        await claim_places(world.kernel, by=(await comer(world)).viewer)
        for _ in range(2):
            await confirm_member(world.kernel, member_id=place, by=committee.viewer)
        assert await AuditEvent.filter(tag=Tag.FAMILY_CONFIRMED).count() == 1
        assert await OutboxEntry.filter(topic="PlaceConfirmed").count() == 1

    async def test_of_two_places_at_once_gives_one_role_over_both_elders(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        other = await world.elder()
        places = [await named(world, each, committee) for each in (elder_id, other)]
        person = await comer(world)
        await claim_places(world.kernel, by=person.viewer)
        await asyncio.gather(*(confirm_member(world.kernel, member_id=each, by=committee.viewer) for each in places))
        assert await Membership.filter(account_id=person.viewer.account_id).count() == 1
        assert set((await now_of(world, person)).elders) == {elder_id, other}

    async def test_waits_for_the_claim(self, world: World, elder_id: UUID, committee: Person) -> None:
        place = await named(world, elder_id, committee)
        with pytest.raises(NotClaimedYet):
            await confirm_member(world.kernel, member_id=place, by=committee.viewer)

    async def test_of_oneself_is_refused(self, world: World, elder_id: UUID, committee: Person) -> None:
        await verify_phone(world.kernel, phone=PHONE, by=committee.viewer)
        place = await named(world, elder_id, committee, Duty.CAREGIVER)
        with pytest.raises(OwnPlace):
            await confirm_member(world.kernel, member_id=place, by=committee.viewer)

    async def test_by_the_committee_of_another_village_finds_nothing(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        place = await named(world, elder_id, committee)
        await claim_places(world.kernel, by=(await comer(world)).viewer)
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(FamilyMemberNotFound):
            await confirm_member(world.kernel, member_id=place, by=other.viewer)
        with pytest.raises(FamilyMemberNotFound):
            await member(other.viewer.scope, place)
        assert await members(other.viewer.scope, elder_id) == []
        assert await claimed(other.viewer.scope) == []
