"""How far one request sees: through the dated tree, never by code, or the elders one is tied to."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.actions import tie, untie
from backend.accounts.models import Membership
from backend.accounts.queries import viewer_of
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.divisions.actions import place
from backend.divisions.models import Division, DivisionLevel, DivisionSpan
from backend.divisions.queries import divisions, sees_division
from backend.divisions.scope import LevelTooLow, Scope
from backend.elders.errors import ElderNotFound
from backend.elders.models import Elder
from backend.elders.queries import elder, elders
from backend.kit.ids import uuid7
from tests.factories.village import LONG_AGO, Person, World

MOVES = date(2026, 4, 1)


async def seen(scope: Scope) -> set[UUID]:
    """The elders in sight."""
    return {row.id for row in (await elders(scope, limit=50)).rows}


async def move(village: Division, old: Division, new: Division, day: date) -> None:
    """The village belongs to another township of the same county from `day` on."""
    await DivisionSpan.filter(ancestor_id=old.id, descendant_id=village.id, ends_on=None).update(ends_on=day)
    await DivisionSpan.create(ancestor_id=new.id, descendant_id=village.id, starts_on=day)
    await Division.filter(id=village.id).update(parent_id=new.id)


async def township_of(world: World, code: str) -> Division:
    """Another township of the county."""
    return await place(code=code, name="新田乡", level=DivisionLevel.TOWNSHIP, parent=world.county, starts_on=LONG_AGO)


async def official(world: World, role: Role, division: Division) -> Viewer:
    return (await world.person(role, division=division)).viewer


def on(viewer: Viewer, day: date) -> Scope:
    """The viewer's scope as it is on `day`."""
    scope = viewer.scope
    return Scope(day, scope.level, scope.purpose, scope.division, scope.elders)


class TestOffices:
    async def test_see_the_elders_of_their_own_division_and_no_other(self, world: World) -> None:
        here, there = await world.elder(), await world.elder(village=world.neighbour)
        assert await seen((await official(world, Role.COMMITTEE, world.village)).scope) == {here}
        assert await seen((await official(world, Role.COMMITTEE, world.neighbour)).scope) == {there}
        assert await seen((await official(world, Role.TOWNSHIP, world.township)).scope) == {here, there}

    async def test_are_not_shown_another_s_elder_by_its_id(self, world: World) -> None:
        there = await world.elder(village=world.neighbour)
        with pytest.raises(ElderNotFound):
            await elder((await official(world, Role.COMMITTEE, world.village)).scope, there)

    async def test_of_the_county_see_figures_but_no_card(self, world: World) -> None:
        elder_id = await world.elder()
        county = await official(world, Role.COUNTY, world.county)
        with pytest.raises(LevelTooLow):
            await elders(county.scope)
        with pytest.raises(LevelTooLow):
            await elder(county.scope, elder_id)

    async def test_see_by_the_tree_and_not_by_the_code(self, world: World) -> None:
        """A village elsewhere may carry a code that begins like ours, and one of ours may not."""
        other = await township_of(world, "520124100000")
        stranger = await place(
            code="520123100299", name="外村", level=DivisionLevel.VILLAGE, parent=other, starts_on=LONG_AGO
        )
        ours = await place(
            code="990000000001", name="新村", level=DivisionLevel.VILLAGE, parent=world.township, starts_on=LONG_AGO
        )
        not_seen, is_seen = await world.elder(village=stranger), await world.elder(village=ours)
        found = await seen((await official(world, Role.TOWNSHIP, world.township)).scope)
        assert is_seen in found
        assert not_seen not in found

    async def test_lose_a_village_on_the_day_it_moves_and_the_others_gain_it(self, world: World) -> None:
        elder_id, other = await world.elder(), await township_of(world, "520123200000")
        old = await official(world, Role.TOWNSHIP, world.township)
        new = await official(world, Role.TOWNSHIP, other)
        county, committee = (
            await official(world, Role.COUNTY, world.county),
            await official(world, Role.COMMITTEE, world.village),
        )
        await move(world.village, world.township, other, MOVES)
        eve = MOVES - timedelta(days=1)
        assert (await seen(on(old, eve)), await seen(on(new, eve))) == ({elder_id}, set())
        assert (await seen(on(old, MOVES)), await seen(on(new, MOVES))) == (set(), {elder_id})
        assert await seen(on(committee, MOVES)) == {elder_id}
        for day in (eve, MOVES):
            assert await sees_division(on(county, day), world.village.id)

    async def test_list_the_divisions_under_them_by_code(self, world: World) -> None:
        township = await official(world, Role.TOWNSHIP, world.township)
        assert [row.name for row in await divisions(township.scope)] == ["石门乡", "上坪村", "下坪村"]
        assert not await sees_division(township.scope, world.county.id)

    async def test_without_a_division_see_nothing(self, world: World) -> None:
        await world.elder()
        nowhere = (await world.person(Role.COMMITTEE)).viewer
        assert await seen(nowhere.scope) == set()
        assert await divisions(nowhere.scope) == []


class TestTied:
    @pytest.mark.parametrize("role", [Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER])
    async def test_see_their_elders_and_nobody_else(self, world: World, role: Role) -> None:
        mine, _ = await world.elder(), await world.elder()
        person = await world.person(role, elders=(mine,))
        assert await seen(person.viewer.scope) == {mine}
        assert await divisions(person.viewer.scope) == []

    async def test_to_nobody_see_nobody(self, world: World) -> None:
        await world.elder()
        assert await seen((await world.person(Role.SUPPORTER)).viewer.scope) == set()

    async def test_see_until_the_tie_ends_and_not_on_that_day(self, world: World) -> None:
        elder_id = await world.elder()
        person = await world.person(Role.VOLUNTEER)
        made = await tie(world.kernel, membership_id=person.viewer.membership_id or uuid7(), elder_id=elder_id)
        assert await seen((await again(world, person)).scope) == {elder_id}
        await untie(world.kernel, tie_id=made.id)
        assert await seen((await again(world, person)).scope) == set()

    async def test_see_an_elder_who_moved_to_another_village(self, world: World) -> None:
        elder_id = await world.elder()
        person = await world.person(Role.SUPPORTER, elders=(elder_id,))
        await Elder.filter(id=elder_id).update(village_id=world.neighbour.id)
        assert await seen(person.viewer.scope) == {elder_id}


async def again(world: World, person: Person) -> Viewer:
    """The viewer of the person's next request."""
    viewer = await viewer_of(person.token, world.clock.now())
    assert viewer is not None
    return viewer


class TestMembership:
    async def test_is_in_force_from_its_first_day_until_its_last(self, world: World) -> None:
        person = await world.person(Role.COMMITTEE, division=world.village)
        today = person.viewer.today
        held = Membership.filter(id=person.viewer.membership_id)
        for starts_on, ends_on, role in (
            (today, None, Role.COMMITTEE),
            (today, today + timedelta(days=1), Role.COMMITTEE),
            (today + timedelta(days=1), None, None),
            (today - timedelta(days=9), today, None),
        ):
            await held.update(starts_on=starts_on, ends_on=ends_on)
            assert (await again(world, person)).role is role


class TestPages:
    async def test_hold_every_elder_once_however_many_share_a_name(self, world: World) -> None:
        everyone = {await world.elder(name=name) for name in ["李秀英", "王桂兰", "李秀英", "张 三", "李秀英", "𠮷田"]}
        scope = (await official(world, Role.COMMITTEE, world.village)).scope
        found: list[UUID] = []
        cursor = None
        for _ in range(len(everyone)):
            page = await elders(scope, cursor=cursor, limit=2)
            found += [row.id for row in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
        assert cursor is None
        assert len(found) == len(everyone)
        assert set(found) == everyone
