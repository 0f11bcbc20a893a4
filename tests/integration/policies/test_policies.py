"""Which policy holds where and when, and who may set one."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.divisions.actions import place
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division, DivisionLevel, DivisionSpan
from backend.policies.actions import set_policies, set_policy
from backend.policies.errors import PolicyInPast, PolicyNotPossible
from backend.policies.models import Policy
from backend.policies.queries import ComingPolicy, coming, policy
from backend.policies.rules import PolicyValue, SpotCheckShare, VisitRhythm
from tests.factories.village import LONG_AGO, World

TODAY = date(2026, 3, 10)


@pytest.fixture
async def official(world: World) -> Viewer:
    return (await world.person(Role.COUNTY, division=world.county)).viewer


async def routine_days(division: Division, day: date = TODAY) -> int:
    return (await policy(VisitRhythm, division_id=division.id, day=day)).routine


async def decree(world: World, division: Division, days: int, by: Viewer, starts_on: date = TODAY) -> UUID:
    return await set_policy(
        world.kernel, division_id=division.id, value=VisitRhythm(routine=days), starts_on=starts_on, by=by
    )


class TestPolicy:
    async def test_is_the_default_where_nobody_set_one(self, world: World) -> None:
        assert await policy(VisitRhythm, division_id=world.village.id, day=TODAY) == VisitRhythm()

    async def test_reaches_down_the_tree(self, world: World, official: Viewer) -> None:
        await decree(world, world.county, 25, official)
        assert [await routine_days(each) for each in (world.county, world.township, world.village)] == [25, 25, 25]

    async def test_the_nearest_wins_whenever_it_was_set(self, world: World, official: Viewer) -> None:
        await decree(world, world.village, 10, official)
        await decree(world, world.township, 20, official)
        await decree(world, world.county, 25, official)
        assert [await routine_days(each) for each in (world.county, world.township, world.village)] == [25, 20, 10]
        assert await routine_days(world.neighbour) == 20

    async def test_of_everywhere_gives_way_to_any_place(self, world: World, official: Viewer) -> None:
        await Policy.create(division_id=None, name="visit_rhythm", value='{"routine": 28}', starts_on=LONG_AGO)
        assert await routine_days(world.village) == 28
        await decree(world, world.county, 25, official)
        assert await routine_days(world.village) == 25

    async def test_does_not_reach_sideways(self, world: World, official: Viewer) -> None:
        await decree(world, world.neighbour, 10, official)
        assert await routine_days(world.village) == VisitRhythm().routine

    async def test_begins_on_its_day(self, world: World, official: Viewer) -> None:
        await decree(world, world.village, 10, official, TODAY + timedelta(days=5))
        assert await routine_days(world.village, TODAY + timedelta(days=4)) == VisitRhythm().routine
        assert await routine_days(world.village, TODAY + timedelta(days=5)) == 10

    async def test_the_later_of_two_for_one_day_counts(self, world: World, official: Viewer) -> None:
        await decree(world, world.village, 10, official)
        await decree(world, world.village, 12, official)
        assert await routine_days(world.village) == 12

    async def test_follows_a_village_that_moves_to_another_township(self, world: World, official: Viewer) -> None:
        other = await place(
            code="520123200000",
            name="双河乡",
            level=DivisionLevel.TOWNSHIP,
            parent=world.county,
            starts_on=LONG_AGO,
        )
        await decree(world, world.township, 20, official)
        await decree(world, other, 15, official)
        moved = TODAY + timedelta(days=3)
        await DivisionSpan.filter(ancestor_id=world.township.id, descendant_id=world.village.id).update(ends_on=moved)
        await DivisionSpan.create(ancestor_id=other.id, descendant_id=world.village.id, starts_on=moved)
        assert await routine_days(world.village, moved - timedelta(days=1)) == 20
        assert await routine_days(world.village, moved) == 15


class TestSetPolicy:
    async def test_is_on_the_record(self, world: World, official: Viewer) -> None:
        await decree(world, world.village, 10, official)
        event = await AuditEvent.get(tag=Tag.POLICY_SET)
        assert (event.subject_id, event.actor_id) == (official.account_id, official.account_id)

    @pytest.mark.parametrize("role", [Role.COMMITTEE, Role.VOLUNTEER])
    async def test_is_for_township_and_county(self, world: World, role: Role) -> None:
        person = await world.person(role, division=world.village if role is Role.COMMITTEE else None)
        with pytest.raises(RoleCannot):
            await decree(world, world.village, 10, person.viewer)

    async def test_stays_within_ones_own_places(self, world: World) -> None:
        township = await world.person(Role.TOWNSHIP, division=world.township)
        with pytest.raises(DivisionNotFound):
            await decree(world, world.county, 10, township.viewer)

    async def test_refuses_the_past_and_the_impossible(self, world: World, official: Viewer) -> None:
        with pytest.raises(PolicyInPast):
            await decree(world, world.village, 10, official, TODAY - timedelta(days=1))
        with pytest.raises(PolicyNotPossible):
            await decree(world, world.village, 32, official)
        assert await Policy.all().count() == 0


class TestSeveral:
    async def test_are_set_all_or_none(self, world: World, official: Viewer) -> None:
        async def settle(*values: PolicyValue) -> None:
            where = world.county.id
            await set_policies(world.kernel, division_id=where, values=values, starts_on=TODAY, by=official)

        await settle(VisitRhythm(routine=20), SpotCheckShare(percent=10))
        assert await policy(SpotCheckShare, division_id=world.village.id, day=TODAY) == SpotCheckShare(percent=10)
        with pytest.raises(PolicyNotPossible):
            await settle(VisitRhythm(routine=9), SpotCheckShare(percent=0))
        assert await routine_days(world.village) == 20

    async def test_to_come_are_told_where_they_will_hold(self, world: World, official: Viewer) -> None:
        later = TODAY + timedelta(days=5)
        await decree(world, world.county, 25, official, later)
        await decree(world, world.neighbour, 20, official, later)
        told = [ComingPolicy("visit_rhythm", "清水县", later)]
        assert await coming(world.village.id, TODAY) == told
        assert await coming(world.village.id, later) == []
