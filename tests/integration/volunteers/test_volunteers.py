"""Apply, approve, train, pair, end: in this order, by the right people, and the access ends with the pairing."""

import asyncio
from datetime import timedelta
from typing import Protocol
from uuid import UUID

import pytest

from backend.accounts.actions import verify_phone
from backend.accounts.errors import RoleCannot
from backend.accounts.models import Account
from backend.accounts.queries import viewer_of
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.db import IntegrityError
from backend.elders.errors import ElderNotFound
from backend.elders.facts import VillagesMerged
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.models import OutboxEntry
from backend.volunteers.actions import apply, approve, on_villages_merged, pair, pass_training, unpair
from backend.volunteers.errors import (
    AlreadyPaired,
    AlreadyVolunteer,
    OwnApplication,
    PairingNotFound,
    PhoneNotVerified,
    RiskNoticeOutdated,
    VolunteerNotFound,
    VolunteerNotReady,
    VolunteerStateChanged,
)
from backend.volunteers.models import Pairing, Volunteer
from backend.volunteers.queries import pairings, volunteers
from backend.volunteers.rules import RISK_NOTICE_VERSION, VolunteerState
from tests.factories.village import Person, World


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


@pytest.fixture
async def helper(world: World) -> Person:
    """Somebody with a verified phone and no role."""
    account = await Account.create(name="", created_at=world.clock.now())
    person = await world.sign_in(account.id)
    await verify_phone(world.kernel, phone="13800000004", by=person.viewer)
    return person


async def applied(
    world: World, helper: Person, *, village_id: UUID | None = None, risk_notice: str = RISK_NOTICE_VERSION
) -> UUID:
    return await apply(
        world.kernel,
        village_id=village_id or world.village.id,
        name="张晓敏",
        risk_notice=risk_notice,
        by=helper.viewer,
    )


async def trained(world: World, helper: Person, committee: Person) -> UUID:
    volunteer_id = await applied(world, helper)
    await approve(world.kernel, volunteer_id=volunteer_id, by=committee.viewer)
    await pass_training(world.kernel, volunteer_id=volunteer_id, by=committee.viewer)
    return volunteer_id


async def reach(world: World, person: Person) -> tuple[UUID, ...]:
    """The elders in the person's reach at the next request."""
    viewer = await viewer_of(person.token, world.clock.now())
    assert viewer is not None
    return viewer.elders


class TestApply:
    async def test_waits_for_the_committee_of_the_village(
        self, world: World, helper: Person, committee: Person
    ) -> None:
        volunteer_id = await applied(world, helper)
        [row] = await volunteers(committee.viewer.scope)
        assert (row.id, row.state, row.name) == (volunteer_id, "applied", "张晓敏")
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        assert await volunteers(other.viewer.scope) == []

    async def test_once_per_village(self, world: World, helper: Person) -> None:
        await applied(world, helper)
        with pytest.raises(AlreadyVolunteer):
            await applied(world, helper)
        await applied(world, helper, village_id=world.neighbour.id)

    async def test_twice_at_once_is_one_application(self, world: World, helper: Person) -> None:
        outcomes = await asyncio.gather(*(applied(world, helper) for _ in range(3)), return_exceptions=True)
        refused = [each for each in outcomes if isinstance(each, BaseException)]
        assert len(refused) == 2
        assert all(isinstance(each, AlreadyVolunteer | IntegrityError) for each in refused)
        assert await Volunteer.all().count() == 1

    async def test_needs_the_risk_notice_in_force(self, world: World, helper: Person) -> None:
        with pytest.raises(RiskNoticeOutdated) as refused:
            await applied(world, helper, risk_notice="2019-1")
        assert refused.value.field == "risk_notice"

    async def test_needs_a_verified_phone(self, world: World) -> None:
        with pytest.raises(PhoneNotVerified):
            await applied(world, await world.person(Role.SUPPORTER))

    async def test_needs_a_village_that_stands(self, world: World, helper: Person) -> None:
        for nowhere in (uuid7(), world.township.id):
            with pytest.raises(VolunteerNotFound):
                await applied(world, helper, village_id=nowhere)


class Step(Protocol):
    """Approving and training are called alike."""

    async def __call__(self, kernel: Kernel, *, volunteer_id: UUID, by: Viewer) -> None: ...


class TestSteps:
    async def test_lead_to_the_volunteer_s_role_with_nobody_in_reach(
        self, world: World, helper: Person, committee: Person
    ) -> None:
        await trained(world, helper, committee)
        viewer = await viewer_of(helper.token, world.clock.now())
        assert viewer is not None
        assert (viewer.role, viewer.elders) == (Role.VOLUNTEER, ())
        assert await OutboxEntry.filter(topic="VolunteerTrained").count() == 1

    async def test_cannot_be_taken_in_another_order_or_twice(
        self, world: World, helper: Person, committee: Person
    ) -> None:
        volunteer_id, elder_id = await applied(world, helper), await world.elder()
        with pytest.raises(VolunteerStateChanged):
            await pass_training(world.kernel, volunteer_id=volunteer_id, by=committee.viewer)
        with pytest.raises(VolunteerNotReady):
            await pair(world.kernel, volunteer_id=volunteer_id, elder_id=elder_id, by=committee.viewer)
        await approve(world.kernel, volunteer_id=volunteer_id, by=committee.viewer)
        with pytest.raises(VolunteerStateChanged):
            await approve(world.kernel, volunteer_id=volunteer_id, by=committee.viewer)
        with pytest.raises(VolunteerNotReady):
            await pair(world.kernel, volunteer_id=volunteer_id, elder_id=elder_id, by=committee.viewer)

    @pytest.mark.parametrize("do", [approve, pass_training])
    async def test_are_not_for_a_stranger_another_village_or_oneself(
        self, world: World, committee: Person, helper: Person, do: Step
    ) -> None:
        volunteer_id = await applied(world, helper)
        with pytest.raises(RoleCannot):
            await do(world.kernel, volunteer_id=volunteer_id, by=helper.viewer)
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(VolunteerNotFound):
            await do(world.kernel, volunteer_id=volunteer_id, by=other.viewer)
        await verify_phone(world.kernel, phone="13800000005", by=committee.viewer)
        own = await applied(world, committee)
        with pytest.raises(OwnApplication):
            await do(world.kernel, volunteer_id=own, by=committee.viewer)
        assert {each.state for each in await Volunteer.all()} == {VolunteerState.APPLIED}

    async def test_by_two_at_once_is_taken_once(self, world: World, helper: Person, committee: Person) -> None:
        volunteer_id = await applied(world, helper)
        outcomes = await asyncio.gather(
            *(approve(world.kernel, volunteer_id=volunteer_id, by=committee.viewer) for _ in range(3)),
            return_exceptions=True,
        )
        assert sorted(type(each).__name__ for each in outcomes) == [
            "NoneType",
            "VolunteerStateChanged",
            "VolunteerStateChanged",
        ]


class TestPair:
    async def test_opens_the_elder_to_the_volunteer(self, world: World, helper: Person, committee: Person) -> None:
        volunteer_id, elder_id = await trained(world, helper, committee), await world.elder()
        await pair(world.kernel, volunteer_id=volunteer_id, elder_id=elder_id, by=committee.viewer)
        assert await reach(world, helper) == (elder_id,)
        [row] = await pairings(committee.viewer.scope, elder_id)
        assert row.volunteer_id == volunteer_id

    async def test_twice_is_refused(self, world: World, helper: Person, committee: Person) -> None:
        volunteer_id, elder_id = await trained(world, helper, committee), await world.elder()
        outcomes = await asyncio.gather(
            *(pair(world.kernel, volunteer_id=volunteer_id, elder_id=elder_id, by=committee.viewer) for _ in range(3)),
            return_exceptions=True,
        )
        assert sorted(type(each).__name__ for each in outcomes) == ["AlreadyPaired", "AlreadyPaired", "UUID"]
        with pytest.raises(AlreadyPaired):
            await pair(world.kernel, volunteer_id=volunteer_id, elder_id=elder_id, by=committee.viewer)

    async def test_with_an_elder_of_another_village_is_refused(
        self, world: World, helper: Person, committee: Person
    ) -> None:
        volunteer_id, elder_id = await trained(world, helper, committee), await world.elder(village=world.neighbour)
        with pytest.raises(ElderNotFound):
            await pair(world.kernel, volunteer_id=volunteer_id, elder_id=elder_id, by=committee.viewer)
        assert await Pairing.all().count() == 0


class TestUnpair:
    @pytest.mark.parametrize("side", ["helper", "committee"])
    async def test_by_either_side_ends_the_access_at_once(
        self, world: World, helper: Person, committee: Person, side: str
    ) -> None:
        volunteer_id, elder_id = await trained(world, helper, committee), await world.elder()
        pairing = await pair(world.kernel, volunteer_id=volunteer_id, elder_id=elder_id, by=committee.viewer)
        by = committee if side == "committee" else await world.sign_in(helper.viewer.account_id)
        for _ in range(2):
            await unpair(world.kernel, pairing_id=pairing, by=by.viewer)
        assert await reach(world, helper) == ()
        assert await pairings(committee.viewer.scope, elder_id) == []
        assert (await Pairing.get(id=pairing)).ended_by == by.viewer.account_id

    async def test_by_anybody_else_finds_nothing(self, world: World, helper: Person, committee: Person) -> None:
        volunteer_id, elder_id = await trained(world, helper, committee), await world.elder()
        pairing = await pair(world.kernel, volunteer_id=volunteer_id, elder_id=elder_id, by=committee.viewer)
        others = (
            await world.person(Role.VOLUNTEER, elders=(elder_id,)),
            await world.person(Role.COMMITTEE, division=world.neighbour),
        )
        for other in others:
            with pytest.raises(PairingNotFound):
                await unpair(world.kernel, pairing_id=pairing, by=other.viewer)
        assert await reach(world, helper) == (elder_id,)

    async def test_lets_the_two_be_paired_again_on_the_same_day_or_later(
        self, world: World, helper: Person, committee: Person
    ) -> None:
        volunteer_id, elder_id = await trained(world, helper, committee), await world.elder()
        for _ in range(2):
            pairing = await pair(world.kernel, volunteer_id=volunteer_id, elder_id=elder_id, by=committee.viewer)
            assert await reach(world, helper) == (elder_id,)
            await unpair(world.kernel, pairing_id=pairing, by=committee.viewer)
            assert await reach(world, helper) == ()
            world.clock.advance(timedelta(days=1))


class TestOnVillagesMerged:
    async def test_takes_the_volunteers_along_but_nobody_twice(self, world: World) -> None:
        for villages in ((world.village,), (world.village, world.neighbour)):
            account = await Account.create(name="周大勇", created_at=world.clock.now())
            for village in villages:
                await Volunteer.create(
                    account_id=account.id,
                    village_id=village.id,
                    state=VolunteerState.APPLIED,
                    risk_notice=RISK_NOTICE_VERSION,
                    applied_at=world.clock.now(),
                )
        fact = VillagesMerged(village_id=world.village.id, successor_id=world.neighbour.id, on=world.clock.now().date())
        for _ in range(2):
            await box.put(world.kernel, fact)
            assert await box.drain(world.kernel, {"VillagesMerged": (on_villages_merged,)}) == 1
            assert await Volunteer.filter(village_id=world.neighbour.id).count() == 2
            assert await Volunteer.filter(village_id=world.village.id).count() == 1
