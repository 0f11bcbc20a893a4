"""Files likely to be of one person are shown two by two to the township, and never one it does not see."""

from datetime import date
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.divisions.actions import place
from backend.divisions.models import DivisionLevel
from backend.divisions.scope import LevelTooLow
from backend.dossiers.doubles import LikelyDouble, Likeness, likely_doubles
from backend.dossiers.merging import merge_files
from backend.elders.actions import NewElder, register
from backend.elders.models import Elder
from backend.elders.rules import Gender, LeaveReason
from backend.elders.staying import leave
from tests.factories.dossiers import NAME, NUMBER
from tests.factories.village import LONG_AGO, Person, World

BORN = date(1949, 12, 31)
OTHER_NUMBER = "53010219200508011X"


async def pairs(person: Person) -> tuple[LikelyDouble, ...]:
    return (await likely_doubles(person.viewer.scope)).rows


@pytest.fixture
async def twin_id(world: World, elder_id: UUID) -> UUID:
    """The same name and birthday in the neighbouring village, without a number."""
    return await world.elder(village=world.neighbour, name=NAME, born_on=BORN)


class TestLikelyDoubles:
    async def test_stand_side_by_side(self, township: Person, elder_id: UUID, twin_id: UUID) -> None:
        [pair] = await pairs(township)
        assert (pair.alike, pair.mergeable) == (Likeness.NAME_AND_BIRTHDAY, True)
        full, bare = pair.files
        assert (full.elder_id, full.village, full.has_number, full.in_use) == (elder_id, "上坪村", True, True)
        assert (full.family, full.visits, full.agreements) == (["李强（儿子）"], 1, 1)
        assert (bare.elder_id, bare.village, bare.has_number, bare.in_use) == (twin_id, "下坪村", False, False)

    async def test_are_gone_when_merged(self, world: World, township: Person, elder_id: UUID, twin_id: UUID) -> None:
        await merge_files(world.kernel, kept_id=elder_id, double_id=twin_id, by=township.viewer)
        assert await pairs(township) == ()

    async def test_are_not_two_with_a_number_each(
        self, world: World, township: Person, committee: Person, elder_id: UUID
    ) -> None:
        namesake = NewElder(NAME, Gender.FEMALE, BORN, "五组", True, id_number=OTHER_NUMBER)
        await register(world.kernel, village_id=world.village.id, elder=namesake, by=committee.viewer)
        await world.elder(name=NAME, born_on=date(1949, 12, 30))
        assert await pairs(township) == ()

    async def test_are_shown_but_not_merged_where_one_left(
        self, world: World, township: Person, committee: Person, elder_id: UUID
    ) -> None:
        today = committee.viewer.today
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.MOVED_AWAY, on=today, by=committee.viewer)
        again = NewElder("卫素真", Gender.FEMALE, BORN, "三组", True, id_number=NUMBER)
        await register(world.kernel, village_id=world.village.id, elder=again, by=committee.viewer)
        [pair] = await pairs(township)
        assert (pair.alike, pair.mergeable) == (Likeness.NUMBER, False)
        assert [file.left_on for file in pair.files] == [today, None]

    async def test_show_nothing_of_a_file_out_of_sight(self, world: World, township: Person, elder_id: UUID) -> None:
        far = await place(
            code="520123200000", name="远山乡", level=DivisionLevel.TOWNSHIP, parent=world.county, starts_on=LONG_AGO
        )
        hamlet = await place(
            code="520123200201", name="远坪村", level=DivisionLevel.VILLAGE, parent=far, starts_on=LONG_AGO
        )
        await world.elder(village=hamlet, name=NAME, born_on=BORN)
        assert await pairs(township) == ()
        assert await pairs(await world.person(Role.TOWNSHIP, division=far)) == ()
        with pytest.raises(LevelTooLow):
            await pairs(await world.person(Role.COUNTY, division=world.county))

    async def test_come_page_by_page(self, world: World, township: Person) -> None:
        for _ in range(3):
            await world.elder(name=NAME, born_on=BORN)
        page = await likely_doubles(township.viewer.scope, limit=2)
        seen = [*page.rows]
        while page.next_cursor:
            page = await likely_doubles(township.viewer.scope, limit=2, cursor=page.next_cursor)
            seen += page.rows
        assert len({tuple(file.elder_id for file in pair.files) for pair in seen}) == 3
        assert await Elder.all().count() == 3
