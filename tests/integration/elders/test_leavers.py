"""The list of those who left a register: why, when, where to, who wrote it down; nothing of it goes."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.divisions.scope import LevelTooLow
from backend.elders.boundaries import merge_villages
from backend.elders.errors import ElderNotFound, ElderStillHere
from backend.elders.leavers import LeaverRow, leavers
from backend.elders.models import Stay
from backend.elders.rules import LeaveReason
from backend.elders.staying import come_back, leave, move, tell_where_to
from tests.factories.village import Person, World

TODAY = date(2026, 3, 10)
NURSING_HOME = "石门乡敬老院"


@pytest.fixture
async def township(world: World) -> Person:
    return await world.person(Role.TOWNSHIP, name="罗永昌", division=world.township)


async def listed(
    world: World, person: Person, *, village_id: UUID | None = None, reason: LeaveReason | None = None
) -> tuple[LeaverRow, ...]:
    return (await leavers(world.kernel, person.viewer.scope, village_id=village_id, reason=reason)).rows


class TestLeavers:
    async def test_tell_why_when_where_to_and_who_wrote_it_down(
        self, world: World, committee: Person, township: Person, elder_id: UUID
    ) -> None:
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.INSTITUTION, on=TODAY, by=committee.viewer)
        await tell_where_to(world.kernel, elder_id=elder_id, where_to="敬老院", by=committee.viewer)
        await tell_where_to(world.kernel, elder_id=elder_id, where_to=NURSING_HOME, by=committee.viewer)
        for person in (committee, township):
            [row] = await listed(world, person)
            assert (row.elder_id, row.reason, row.left_on) == (elder_id, LeaveReason.INSTITUTION, TODAY)
            assert (row.where_to, row.recorded_by, row.back_on, row.latest) == (NURSING_HOME, "赵志强", None, True)
        assert NURSING_HOME.encode() not in bytes((await Stay.get(elder_id=elder_id)).where_to or b"")

    async def test_keep_whoever_came_back(self, world: World, committee: Person, elder_id: UUID) -> None:
        for reason in (LeaveReason.CHILD_RETURNED, LeaveReason.MOVED_AWAY):
            await leave(world.kernel, elder_id=elder_id, reason=reason, on=TODAY, by=committee.viewer)
            await come_back(world.kernel, elder_id=elder_id, on=TODAY, by=committee.viewer)
        again, first = await listed(world, committee)
        assert [(row.reason, row.back_on, row.latest) for row in (again, first)] == [
            (LeaveReason.MOVED_AWAY, TODAY, False),
            (LeaveReason.CHILD_RETURNED, TODAY, False),
        ]

    async def test_name_the_village_an_elder_went_to_and_no_merger(
        self, world: World, township: Person, elder_id: UUID
    ) -> None:
        await move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=TODAY, by=township.viewer)
        county = await world.person(Role.COUNTY, division=world.county)
        await merge_villages(
            world.kernel, village_id=world.neighbour.id, into_id=world.village.id, on=TODAY, by=county.viewer
        )
        [row] = await listed(world, township)
        assert (row.village, row.next_village, row.recorded_by) == ("上坪村", "下坪村", "罗永昌")

    async def test_are_of_one_s_own_villages_and_page_by_page(
        self, world: World, committee: Person, township: Person
    ) -> None:
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        for days in range(3):
            gone = await world.elder(village=world.village if days else world.neighbour)
            on = TODAY - timedelta(days=days)
            await Stay.filter(elder_id=gone).update(starts_on=on)
            by = committee if days else other
            await leave(world.kernel, elder_id=gone, reason=LeaveReason.DIED, on=on, by=by.viewer)
        assert [row.village for row in await listed(world, other)] == ["下坪村"]
        assert len(await listed(world, township, village_id=world.village.id)) == 2
        assert await listed(world, township, reason=LeaveReason.MOVED_AWAY) == ()
        page, seen = await leavers(world.kernel, township.viewer.scope, limit=2), 0
        while page.next_cursor:
            seen += len(page.rows)
            page = await leavers(world.kernel, township.viewer.scope, limit=2, cursor=page.next_cursor)
        assert seen + len(page.rows) == 3

    async def test_are_no_county_s_to_see(self, world: World) -> None:
        county = await world.person(Role.COUNTY, division=world.county)
        with pytest.raises(LevelTooLow):
            await listed(world, county)


class TestWhereTo:
    async def test_is_written_by_the_village_of_those_who_left(
        self, world: World, committee: Person, township: Person, elder_id: UUID
    ) -> None:
        with pytest.raises(ElderStillHere):
            await tell_where_to(world.kernel, elder_id=elder_id, where_to="广州", by=committee.viewer)
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.MOVED_AWAY, on=TODAY, by=committee.viewer)
        with pytest.raises(RoleCannot):
            await tell_where_to(world.kernel, elder_id=elder_id, where_to="广州", by=township.viewer)
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(ElderNotFound):
            await tell_where_to(world.kernel, elder_id=elder_id, where_to="广州", by=other.viewer)
        assert (await Stay.get(elder_id=elder_id)).where_to is None
