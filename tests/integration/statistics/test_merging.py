"""Before villages merge, the county is told in figures what goes along and what does not."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.divisions.errors import DivisionChangedSince, DivisionNotFound
from backend.divisions.models import Division
from backend.elders.boundaries import merge_villages
from backend.elders.errors import EldersChangedSince
from backend.elders.models import Elder, Stay
from backend.elders.rules import LeaveReason
from backend.elders.staying import leave
from backend.statistics.merging import taken_along
from backend.volunteers.models import Volunteer
from backend.volunteers.rules import VolunteerState
from tests.factories.village import MORNING, Person, World


@pytest.fixture
async def county(world: World) -> Person:
    return await world.person(Role.COUNTY, division=world.county)


async def volunteer(account: Account, village: Division, state: VolunteerState = VolunteerState.TRAINED) -> None:
    await Volunteer.create(
        account_id=account.id, village_id=village.id, state=state, risk_notice="1", applied_at=MORNING
    )


async def merge(world: World, county: Person, on: date) -> int:
    return await merge_villages(
        world.kernel, village_id=world.village.id, into_id=world.neighbour.id, on=on, by=county.viewer
    )


class TestTakenAlong:
    async def test_is_what_the_merger_then_does(self, world: World, county: Person) -> None:
        secretary = await world.person(Role.COMMITTEE, division=world.village)
        stays, goes = [await world.elder() for _ in range(2)]
        today = county.viewer.today
        await leave(world.kernel, elder_id=goes, reason=LeaveReason.DIED, on=today, by=secretary.viewer)
        both, one, over = [await Account.create(name="王小燕", created_at=MORNING) for _ in range(3)]
        for account, village in ((both, world.village), (both, world.neighbour), (one, world.village)):
            await volunteer(account, village)
        await volunteer(over, world.village, VolunteerState.ENDED)
        found = await taken_along(county.viewer.scope, village_id=world.village.id, into_id=world.neighbour.id)
        assert (found.elders, found.left_files, found.volunteers, found.accounts) == (1, 1, 1, 3)
        assert found.earliest == today
        with pytest.raises((EldersChangedSince, DivisionChangedSince)):
            await merge(world, county, found.earliest - timedelta(days=1))
        assert await merge(world, county, found.earliest) == found.elders
        assert await Elder.filter(village_id=world.neighbour.id).count() == found.elders + found.left_files
        assert (await Stay.filter(elder_id=stays, ends_on=None)).pop().village_id == world.neighbour.id

    async def test_changes_nothing(self, world: World, county: Person) -> None:
        elder_id = await world.elder()
        await taken_along(county.viewer.scope, village_id=world.village.id, into_id=world.neighbour.id)
        assert (await Elder.get(id=elder_id)).village_id == world.village.id
        assert (await Division.get(id=world.village.id)).ends_on is None

    async def test_tells_nothing_of_places_out_of_sight(self, world: World) -> None:
        other = await world.person(Role.TOWNSHIP, division=world.township)
        scope = other.viewer.scope
        with pytest.raises(DivisionNotFound):
            await taken_along(scope, village_id=world.village.id, into_id=world.county.id)
        with pytest.raises(DivisionNotFound):
            await taken_along(scope, village_id=UUID(int=7), into_id=world.village.id)
