"""The roll-up is a cache: whatever happens to stays and tiers, counting anew finds nothing else than what it says."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.db import execute, open_database, transaction
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division
from backend.elders.actions import NewElder, register
from backend.elders.ledger import Ledger, ledger
from backend.elders.models import CountChange, Elder, Stay, TierSpan, VillageCount
from backend.elders.rollup import fold, recount
from backend.elders.rules import Gender, LeaveReason, PriorityTier
from tests.factories.history import DAYS, FIRST, random_history
from tests.factories.lived import Acted, Places, Rows, plant_places
from tests.factories.race import at_once
from tests.factories.village import World

TODAY = FIRST + timedelta(days=DAYS)
LEAVERS = [reason.value for reason in LeaveReason]


async def county_ledger(places: Places, day: date = TODAY) -> Ledger:
    return await ledger(places.viewer(Role.COUNTY, places.county, TODAY).scope, as_of=day, since=FIRST)


@pytest.fixture
async def places(database: str) -> Places:
    """A county of 40 elders with a past, half of it folded in already."""
    planted = await plant_places(townships=3, villages=9)
    acted = Acted(planted)
    events = random_history(5, elders=40, townships=3, villages=9)
    for number, event in enumerate(events):
        await acted.act(event)
        if number in (10, len(events) // 2):
            await fold()
    return planted


async def tampered(dice: Random, elder: Elder, villages: list[Division]) -> None:
    """Something no action does: a stay or tier put on other days, elsewhere, into other words, or away."""
    begins = FIRST + timedelta(days=dice.randrange(DAYS))
    ends = begins + timedelta(days=dice.choice((0, 1, 40)))
    stay = await Stay.filter(elder_id=elder.id, ends_on__not_isnull=True).first()
    span = await TierSpan.filter(elder_id=elder.id).order_by("starts_on").first()
    match dice.randrange(5):
        case 0 if stay:
            left = LeaveReason(dice.choice(LEAVERS))
            await Stay.filter(id=stay.id).update(starts_on=begins, ends_on=ends, left=left)
        case 1:
            await Stay.filter(elder_id=elder.id).update(village_id=dice.choice(villages).id)
        case 2 if span:
            await TierSpan.filter(id=span.id).update(starts_on=begins, tier=dice.choice([*PriorityTier]))
        case 3 if span:
            await span.delete()
        case 4 if stay:
            await stay.delete()


class TestFold:
    async def test_changes_no_answer(self, places: Places) -> None:
        days = (FIRST, FIRST + timedelta(days=200), TODAY)
        assert await CountChange.all().exists()
        before = [await county_ledger(places, day) for day in days]
        assert await fold() > 0
        assert not await CountChange.all().exists()
        assert [await county_ledger(places, day) for day in days] == before
        assert await fold() == 0

    async def test_of_several_at_once_folds_each_change_once(self, places: Places) -> None:
        before, waiting = await county_ledger(places), await CountChange.all().count()
        assert sum(await asyncio.gather(fold(), fold(), fold())) == waiting
        assert await county_ledger(places) == before
        assert await recount() == 0

    async def test_keeps_no_day_on_which_nothing_changed(self, world: World) -> None:
        elder_id = await world.elder()
        await fold()
        await Stay.filter(elder_id=elder_id).update(starts_on=date(2026, 1, 1))
        await TierSpan.filter(elder_id=elder_id).update(starts_on=date(2026, 1, 1))
        await fold()
        assert [row.day for row in await VillageCount.all()] == [date(2026, 1, 1)]

    async def test_under_way_is_seen_wholly_or_not_at_all(self, postgres_url: str) -> None:
        async with open_database(postgres_url):
            planted = await plant_places(townships=2, villages=6)
            await Rows(planted).write(random_history(3, elders=60, townships=2, villages=6))
            before = await county_ledger(planted)
            folded, seen = asyncio.Event(), asyncio.Event()

            async def slowly() -> None:
                async with transaction():
                    await fold()
                    folded.set()
                    await seen.wait()

            folding = asyncio.create_task(slowly())
            await folded.wait()
            assert await county_ledger(planted) == before
            seen.set()
            await folding
            assert await county_ledger(planted) == before


class TestRecount:
    @pytest.mark.parametrize("seed", [2, 9])
    async def test_finds_nothing_after_a_random_history(self, places: Places, seed: int) -> None:
        """With corrections to any day, by whichever hand, and folding in between."""
        dice, elders = Random(seed), await Elder.all().order_by("id")
        for _ in range(60):
            await tampered(dice, dice.choice(elders), places.villages)
            if dice.random() < 0.2:
                await fold()
        assert await recount() == 0

    async def test_finds_and_mends_what_is_wrong(self, places: Places) -> None:
        before = await county_ledger(places)
        await fold()
        wrong, lost = (await VillageCount.all().order_by("village_id", "day"))[:: await VillageCount.all().count() - 1]
        await VillageCount.filter(id=wrong.id).update(counts=wrong.counts.replace("0", "7"))
        await lost.delete()
        assert wrong.village_id != lost.village_id
        assert await county_ledger(places) != before
        assert await recount() == 2
        assert await county_ledger(places) == before
        assert await recount() == 0

    async def test_begins_from_nothing(self, places: Places) -> None:
        """As when tables were filled past the triggers."""
        before = await county_ledger(places)
        await CountChange.all().delete()
        await VillageCount.all().delete()
        assert await recount() > 0
        assert await county_ledger(places) == before

    async def test_is_an_operators_command_that_tells_by_its_exit(self, world: World, database: str) -> None:
        await world.elder()
        assert await operated("recount", database) == (0, b"0 villages were counted wrongly\n")
        await VillageCount.all().delete()
        assert await operated("recount", database) == (1, b"1 villages were counted wrongly\n")
        assert await operated("recount", database) == (0, b"0 villages were counted wrongly\n")


async def operated(command: str, database: str) -> tuple[int | None, bytes]:
    """The exit code, and what was said."""
    environ = {**os.environ, "DATABASE_URL": database}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "backend.operate", command), env=environ, stdout=PIPE
    )
    said, _ = await process.communicate()
    return process.returncode, said


class TestWriters:
    async def test_at_once_in_one_village_are_all_counted(self, world: World) -> None:
        """Nobody waits for anybody: each only adds rows of his own."""
        secretary = await world.person(Role.COMMITTEE, division=world.village)
        written = NewElder(name="李", gender=Gender.FEMALE, born_on=date(1950, 5, 1), address="三组", living_alone=True)
        entering = [
            register(world.kernel, village_id=world.village.id, elder=written, by=secretary.viewer) for _ in range(12)
        ]
        await asyncio.gather(*entering, fold(), fold())
        assert await on_register(world) == 12
        assert await recount() == 0
        assert await on_register(world) == 12

    async def test_of_one_elder_at_once_are_counted_one_after_the_other(self, world: World) -> None:
        elder_id = await world.elder()
        await fold()

        async def change(tier: PriorityTier) -> None:
            async with transaction():
                await Elder.filter(id=elder_id).select_for_update().first()
                await TierSpan.filter(elder_id=elder_id).update(tier=tier)

        await at_once(Elder.filter(id=elder_id), change(PriorityTier.HIGH), change(PriorityTier.MEDIUM))
        assert await on_register(world) == 1
        assert await recount() == 0

    async def test_who_turn_back_leave_nothing(self, world: World) -> None:
        elder_id = await world.elder()
        before = await CountChange.all().count()

        async def half_way() -> None:
            async with transaction():
                await Stay.filter(elder_id=elder_id).update(ends_on=date(2026, 3, 10), left=LeaveReason.DIED)
                raise InterruptedError

        with pytest.raises(InterruptedError):
            await half_way()
        assert await CountChange.all().count() == before
        assert await on_register(world) == 1

    async def test_of_plain_sql_are_counted_too(self, world: World) -> None:
        await world.elder()
        await world.elder()
        await execute("UPDATE stays SET ends_on = starts_on, \"left\" = 'mistake'")
        assert await on_register(world) == 0
        await execute("DELETE FROM tier_spans")
        await execute("DELETE FROM stays")
        await fold()
        assert await VillageCount.all().count() == 0


async def on_register(world: World) -> int:
    scope = (await world.person(Role.COUNTY, division=world.county)).viewer.scope
    [top] = (await ledger(scope, down_to="county")).rows
    return sum(counts.on_register for counts in top.tiers.values())


class TestDepth:
    async def test_sums_what_it_does_not_show(self, places: Places) -> None:
        scope = places.viewer(Role.COUNTY, places.county, TODAY).scope
        whole = (await ledger(scope)).rows
        assert (await ledger(scope, down_to="county")).rows == whole[:1]
        townships = tuple(row for row in whole if row.level != "village")
        assert (await ledger(scope, down_to="township")).rows == townships
        assert len(townships) == 4

    async def test_of_a_place_below_is_its_own_ledger(self, places: Places) -> None:
        scope = places.viewer(Role.COUNTY, places.county, TODAY).scope
        for township in places.townships:
            own = places.viewer(Role.TOWNSHIP, township, TODAY).scope
            assert await ledger(scope, division_id=township.id) == await ledger(own)

    async def test_ends_at_ones_own_places(self, places: Places) -> None:
        scope = places.viewer(Role.TOWNSHIP, places.townships[0], TODAY).scope
        for hidden in (places.county.id, places.townships[1].id, UUID(int=0)):
            with pytest.raises(DivisionNotFound):
                await ledger(scope, division_id=hidden)
