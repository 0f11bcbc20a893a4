"""The tree of places as it stood on a day, with what went since and who took over."""

from datetime import date, timedelta

import pytest

from backend.accounts.roles import Role
from backend.divisions.actions import move_under, place, retire
from backend.divisions.errors import DayNotInTree
from backend.divisions.models import DivisionLevel
from backend.divisions.queries import PlaceRow, tree
from backend.divisions.scope import Scope
from tests.factories.village import LONG_AGO, World

MERGED = date(2026, 3, 1)
EVE = MERGED - timedelta(days=1)


@pytest.fixture
async def county(world: World) -> Scope:
    return (await world.person(Role.COUNTY, division=world.county)).viewer.scope


async def on(scope: Scope, day: date) -> dict[str, PlaceRow]:
    return {row.name: row for row in await tree(scope, day)}


class TestTree:
    async def test_shows_a_retired_place_with_its_successor_where_it_last_lay(
        self, world: World, county: Scope
    ) -> None:
        await retire(world.neighbour, on=MERGED, successor=world.village)
        for day in (EVE, MERGED):
            found = (await on(county, day))["下坪村"]
            assert (found.parent_id, found.ends_on) == (world.township.id, MERGED)
            assert (found.successor, found.successor_code) == ("上坪村", "520123100201")

    async def test_shows_each_place_where_it_lay_that_day(self, world: World, county: Scope) -> None:
        other = await place(
            code="520123200000", name="远山乡", level=DivisionLevel.TOWNSHIP, parent=world.county, starts_on=LONG_AGO
        )
        await move_under(world.village, other, on=MERGED)
        assert (await on(county, EVE))["上坪村"].parent_id == world.township.id
        assert (await on(county, MERGED))["上坪村"].parent_id == other.id
        there = (await world.person(Role.TOWNSHIP, division=other)).viewer.scope
        assert set(await on(there, EVE)) == {"远山乡"}
        assert set(await on(there, MERGED)) == {"远山乡", "上坪村"}

    async def test_tells_no_day_to_come_nor_before_there_was_anything(self, county: Scope) -> None:
        for day in (LONG_AGO - timedelta(days=1), county.today + timedelta(days=1)):
            with pytest.raises(DayNotInTree):
                await on(county, day)
