"""Villages merge, go, and come under other townships; what was told of a day before stays so."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.divisions import actions as tree
from backend.divisions.actions import place, plant
from backend.divisions.errors import (
    DivisionChangedSince,
    DivisionMisplaced,
    DivisionNotEmpty,
    DivisionNotFound,
    OfficialListBroken,
)
from backend.divisions.models import Division, DivisionLevel, DivisionSpan
from backend.divisions.official import read_official_list
from backend.divisions.queries import divisions, sees_division
from backend.divisions.scope import Scope
from backend.elders.actions import NewElder, register
from backend.elders.boundaries import merge_villages, move_under, retire
from backend.elders.errors import ChangeInFuture, ElderNotFound, EldersChangedSince, EldersStillThere, VillageIsGone
from backend.elders.models import Elder, Stay
from backend.elders.queries import elder as elder_in_sight
from backend.elders.queries import elders
from backend.elders.rules import Gender, LeaveReason
from backend.elders.staying import come_back, leave, move
from backend.outbox.models import OutboxEntry
from tests.factories.race import at_once
from tests.factories.village import LONG_AGO, World

pytestmark = pytest.mark.usefixtures("counted")

TODAY, AGO = date(2026, 3, 10), date(2026, 1, 5)
MERGED = date(2026, 3, 1)
EVE = MERGED - timedelta(days=1)


async def since_ago(elder_id: UUID) -> UUID:
    """The elder has stood on the register since 5 January."""
    await Stay.filter(elder_id=elder_id).update(starts_on=AGO)
    return elder_id


@pytest.fixture
async def county(world: World) -> Viewer:
    return (await world.person(Role.COUNTY, division=world.county)).viewer


@pytest.fixture
async def secretary(world: World) -> Viewer:
    """Of the village that is merged."""
    return (await world.person(Role.COMMITTEE, division=world.village)).viewer


def on(viewer: Viewer, day: date) -> Scope:
    """The viewer's scope as it is on `day`."""
    scope = viewer.scope
    return Scope(day, scope.level, scope.purpose, scope.division, scope.elders)


async def merge(world: World, by: Viewer, day: date = MERGED) -> int:
    return await merge_villages(world.kernel, village_id=world.village.id, into_id=world.neighbour.id, on=day, by=by)


class TestMerging:
    async def test_takes_the_elders_along_and_names_the_successor(self, world: World, county: Viewer) -> None:
        elder_id = await since_ago(await world.elder())
        assert await merge(world, county) == 1
        stays = await Stay.filter(elder_id=elder_id).order_by("id")
        assert [(stay.village_id, stay.starts_on, stay.ends_on, stay.entered, stay.left) for stay in stays] == [
            (world.village.id, AGO, MERGED, "found", "merged"),
            (world.neighbour.id, MERGED, None, "merged", None),
        ]
        assert (await Elder.get(id=elder_id)).village_id == world.neighbour.id
        gone = await Division.get(id=world.village.id)
        assert (gone.ends_on, gone.successor_id, gone.code) == (MERGED, world.neighbour.id, "520123100201")
        assert await AuditEvent.filter(subject_id=world.village.id, tag=Tag.VILLAGES_MERGED).count() == 1
        assert await OutboxEntry.filter(topic="VillagesMerged").count() == 1

    async def test_closes_the_merged_villages_office_on_that_day(
        self, world: World, county: Viewer, secretary: Viewer
    ) -> None:
        elder_id = await since_ago(await world.elder())
        await merge(world, county)
        with pytest.raises(ElderNotFound):
            await elder_in_sight(secretary.scope, elder_id)
        assert await divisions(secretary.scope) == []
        successor = (await world.person(Role.COMMITTEE, division=world.neighbour)).viewer
        assert [row.id for row in (await elders(successor.scope)).rows] == [elder_id]
        for day, seen in ((EVE, True), (MERGED, False)):
            assert await sees_division(on(county, day), world.village.id) is seen

    async def test_hands_over_the_files_of_those_who_left(
        self, world: World, county: Viewer, secretary: Viewer
    ) -> None:
        elder_id = await since_ago(await world.elder())
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=EVE, by=secretary)
        assert await merge(world, county) == 0
        successor = (await world.person(Role.COMMITTEE, division=world.neighbour)).viewer
        await come_back(world.kernel, elder_id=elder_id, on=TODAY, by=successor)
        stays = await Stay.filter(elder_id=elder_id).order_by("id")
        assert [stay.village_id for stay in stays] == [world.village.id, world.neighbour.id]

    async def test_is_not_dated_before_what_happened_in_the_village(
        self, world: World, county: Viewer, secretary: Viewer
    ) -> None:
        elder_id = await since_ago(await world.elder())
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=TODAY, by=secretary)
        with pytest.raises(EldersChangedSince):
            await merge(world, county)
        with pytest.raises(ChangeInFuture):
            await merge(world, county, TODAY + timedelta(days=1))
        assert (await Elder.get(id=elder_id)).village_id == world.village.id

    async def test_is_not_dated_before_the_places_themselves(self, world: World, county: Viewer) -> None:
        with pytest.raises(DivisionChangedSince):
            await merge(world, county, LONG_AGO)
        await Division.filter(id=world.neighbour.id).update(starts_on=TODAY)
        with pytest.raises(DivisionChangedSince):
            await merge(world, county)

    async def test_is_for_the_county_and_between_villages_of_it(
        self, world: World, county: Viewer, secretary: Viewer
    ) -> None:
        with pytest.raises(RoleCannot):
            await merge(world, secretary)
        far = await place(code="1", name="远县", level=DivisionLevel.COUNTY, parent=None, starts_on=LONG_AGO)
        for into, refusal in (
            (far, DivisionNotFound),
            (world.township, DivisionMisplaced),
            (world.village, DivisionMisplaced),
        ):
            with pytest.raises(refusal):
                await merge_villages(world.kernel, village_id=world.village.id, into_id=into.id, on=MERGED, by=county)

    async def test_happens_once_of_two_at_once(self, world: World, county: Viewer) -> None:
        await since_ago(await world.elder())
        outcomes = await at_once(
            Division.filter(id=world.village.id), merge(world, county), merge(world, county, TODAY)
        )
        assert sorted(type(each).__name__ for each in outcomes) == ["DivisionNotFound", "int"]
        assert await Stay.filter(ends_on=None).count() == 1

    async def test_leaves_nobody_behind_who_is_registered_or_moves_in_meanwhile(
        self, world: World, county: Viewer, secretary: Viewer
    ) -> None:
        """Who comes too late for the merger is told that the village is no more."""
        elder_id = await since_ago(await world.elder(village=world.neighbour))
        township = (await world.person(Role.TOWNSHIP, division=world.township)).viewer
        new = NewElder("王桂兰", Gender.FEMALE, date(1948, 5, 1), "一组", living_alone=True)
        outcomes = await at_once(
            Division.filter(id=world.village.id),
            merge(world, county, TODAY),
            register(world.kernel, village_id=world.village.id, elder=new, by=secretary),
            move(world.kernel, elder_id=elder_id, village_id=world.village.id, on=TODAY, by=township),
        )
        assert isinstance(outcomes[0], int)
        late = [each for each in outcomes if isinstance(each, BaseException)]
        assert all(isinstance(each, VillageIsGone | DivisionNotFound | ElderNotFound) for each in late), late
        assert await Elder.filter(village_id=world.village.id).count() == 0
        assert await Stay.filter(village_id=world.village.id, ends_on=None).count() == 0


class TestRetiring:
    async def test_ends_an_empty_place_with_its_code(self, world: World, county: Viewer) -> None:
        await retire(world.kernel, division_id=world.neighbour.id, on=MERGED, by=county)
        gone = await Division.get(id=world.neighbour.id)
        assert (gone.ends_on, gone.successor_id) == (MERGED, None)
        assert not await sees_division(county.scope, world.neighbour.id)
        again = await place(
            code=gone.code, name="新村", level=DivisionLevel.VILLAGE, parent=world.township, starts_on=TODAY
        )
        assert await sees_division(county.scope, again.id)

    async def test_waits_for_the_elders_and_the_villages_to_go(
        self, world: World, county: Viewer, secretary: Viewer
    ) -> None:
        elder_id = await since_ago(await world.elder())
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=EVE, by=secretary)
        with pytest.raises(EldersStillThere):
            await retire(world.kernel, division_id=world.village.id, on=MERGED, by=county)
        with pytest.raises(DivisionNotEmpty):
            await retire(world.kernel, division_id=world.township.id, on=MERGED, by=county)


class TestMovingUnderAnother:
    @pytest.fixture
    async def other(self, world: World) -> Division:
        return await place(
            code="520123200000", name="双河乡", level=DivisionLevel.TOWNSHIP, parent=world.county, starts_on=LONG_AGO
        )

    async def test_changes_hands_on_the_day_and_not_before(self, world: World, county: Viewer, other: Division) -> None:
        await move_under(world.kernel, division_id=world.village.id, parent_id=other.id, on=MERGED, by=county)
        old = (await world.person(Role.TOWNSHIP, division=world.township)).viewer
        new = (await world.person(Role.TOWNSHIP, division=other)).viewer
        for day, seen in ((EVE, (True, False)), (MERGED, (False, True))):
            assert (
                await sees_division(on(old, day), world.village.id),
                await sees_division(on(new, day), world.village.id),
            ) == seen
            assert await sees_division(on(county, day), world.village.id)
        assert (await Division.get(id=world.village.id)).parent_id == other.id
        assert await AuditEvent.filter(subject_id=world.village.id, tag=Tag.DIVISION_MOVED).count() == 1

    async def test_is_refused_where_it_fits_nowhere(self, world: World, county: Viewer, other: Division) -> None:
        for parent in (world.township, world.county, world.neighbour):
            with pytest.raises(DivisionMisplaced):
                await move_under(world.kernel, division_id=world.village.id, parent_id=parent.id, on=MERGED, by=county)
        await move_under(world.kernel, division_id=world.village.id, parent_id=other.id, on=MERGED, by=county)
        with pytest.raises(DivisionChangedSince):
            await move_under(
                world.kernel, division_id=world.village.id, parent_id=world.township.id, on=MERGED, by=county
            )

    async def test_of_a_township_takes_its_villages_along(self, world: World) -> None:
        other = await place(code="2", name="远县", level=DivisionLevel.COUNTY, parent=None, starts_on=LONG_AGO)
        await tree.move_under(await Division.get(id=world.township.id), other, on=MERGED)
        for place_ in (world.township, world.village, world.neighbour):
            spans = await DivisionSpan.filter(descendant_id=place_.id, ancestor_id__in=[world.county.id, other.id])
            assert {(span.ancestor_id, span.starts_on, span.ends_on) for span in spans} == {
                (world.county.id, LONG_AGO, MERGED),
                (other.id, MERGED, None),
            }


OFFICIAL = """530702000000,古城区
530702100000,大东乡
530702100200,220,大东村委会
441900000000,东莞市
441900003000,东城街道
441900003001,112,岗贝社区居委会
"""


class TestPlanting:
    async def test_plants_an_official_list_once(self, database: str) -> None:
        listed = read_official_list(OFFICIAL)
        assert (await plant(listed, starts_on=AGO)).added == 6
        again = await plant(listed, starts_on=TODAY)
        assert (again.added, again.renamed, again.unchanged, again.not_listed) == (0, 0, 6, ())
        village = await Division.get(code="441900003001")
        spans = await DivisionSpan.filter(descendant_id=village.id)
        assert {(await Division.get(id=span.ancestor_id)).code for span in spans} == {
            "441900000000",
            "441900003000",
            "441900003001",
        }
        assert (village.urban_rural, village.starts_on) == ("112", AGO)

    async def test_renames_and_tells_which_codes_the_list_no_longer_has(self, database: str) -> None:
        await plant(read_official_list(OFFICIAL), starts_on=AGO)
        newer = OFFICIAL.replace("220,大东村委会", "210,大东社区").replace("441900003001,112,岗贝社区居委会\n", "")
        found = await plant(read_official_list(newer), starts_on=TODAY)
        assert (found.added, found.renamed, found.not_listed) == (0, 1, ("441900003001",))
        assert (await Division.get(code="530702100200")).name == "大东社区"
        assert (await Division.get(code="441900003001")).ends_on is None

    async def test_plants_nothing_of_a_list_with_a_hole(self, database: str) -> None:
        with pytest.raises(OfficialListBroken) as refused:
            await plant(read_official_list("530702000000,古城区\n530702100200,220,大东村委会\n"), starts_on=AGO)
        assert refused.value.field == "line 2"
        assert await Division.all().count() == 0
