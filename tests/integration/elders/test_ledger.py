"""The ledger against a history's own list: every place, tier and status, on every day that matters."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.divisions.scope import LevelTooLow, Scope
from backend.elders.errors import DayNotPossible
from backend.elders.ledger import Ledger, LedgerRow, ledger, unconfirmed
from backend.elders.models import Elder, Stay
from backend.elders.rollup import fold, recount
from backend.kit.pages import CursorNotReadable, encode_cursor
from tests.factories.history import DAYS, FIRST, Counts, Event, random_history, told
from tests.factories.lived import Acted, Places, Rows, plant_places
from tests.factories.village import World

TODAY = FIRST + timedelta(days=DAYS)
QUARTER_ENDS = [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31)]


def counts_of(row: LedgerRow) -> Counts:
    """As the history counts."""
    found: Counts = Counter()
    for tier, counts in row.tiers.items():
        found[tier, "on_register"] = counts.on_register
        for reason, number in counts.left.items():
            found[tier, reason] = number
    return +found


def assert_adds_up(found: Ledger) -> None:
    """Each place that has others under it is their sum."""
    rows = {row.id: row for row in found.rows}
    sums: dict[UUID, Counts] = {}
    for row in found.rows:
        if row.parent_id is not None:
            assert row.parent_id in rows
            sums.setdefault(row.parent_id, Counter()).update(counts_of(row))
    for parent_id, summed in sums.items():
        assert counts_of(rows[parent_id]) == summed


def periods_of(events: list[Event], seed: int) -> list[tuple[date, date]]:
    """Days around each change of the tree, quarters' ends, the first and the last, and some more; each with a start."""
    dice = Random(seed)
    changes = [event.day for event in events if event.kind in ("merge", "under", "retire")]
    days = {FIRST, TODAY, *QUARTER_ENDS, *changes, *(day - timedelta(days=1) for day in changes)}
    days |= {FIRST + timedelta(days=dice.randrange(DAYS)) for _ in range(10)}
    return [(day, day - timedelta(days=dice.choice((0, 1, 30, 91)))) for day in sorted(days)]


async def assert_told(places: Places, events: list[Event], seed: int) -> None:
    """The county's ledger is the list's, place by place."""
    townships, villages = len(places.townships), len(places.villages)
    scope = places.viewer(Role.COUNTY, places.county, TODAY).scope
    for expected in told(events, periods_of(events, seed), townships=townships, villages=villages):
        found = await ledger(scope, as_of=expected.as_of, since=expected.since)
        counts = {row.name: counts_of(row) for row in found.rows}
        assert counts == expected.places, f"on {expected.as_of} since {expected.since}"
        assert_adds_up(found)


class TestLedger:
    @pytest.mark.soak
    @pytest.mark.timeout(900)
    async def test_is_what_a_random_history_says_on_every_day(self, database: str, soak: bool) -> None:
        size = 100_000 if soak else 5_000
        events = random_history(size, elders=size)
        places = await plant_places(townships=4, villages=24)
        await Rows(places).write(events)
        await fold()
        assert {event.kind for event in events} == {
            "enter",
            "leave",
            "back",
            "move",
            "tier",
            "merge",
            "under",
            "retire",
        }
        await assert_told(places, events, size)

    @pytest.mark.parametrize("seed", [1, 4])
    async def test_is_what_the_actions_made_of_a_history(self, database: str, seed: int) -> None:
        events = random_history(seed, elders=60, townships=3, villages=9)
        places = await plant_places(townships=3, villages=9)
        acted = Acted(places)
        for event in events:
            await acted.act(event)
            if event is events[len(events) // 2]:
                await fold()
        await assert_told(places, events, seed)
        await assert_one_history_each()
        assert await recount() == 0

    async def test_of_a_township_or_village_is_its_part_of_the_countys(self, database: str) -> None:
        events = random_history(7, elders=200, townships=3, villages=9)
        places = await plant_places(townships=3, villages=9)
        await Rows(places).write(events)
        for day in (date(2025, 6, 30), TODAY):
            county = await ledger(places.viewer(Role.COUNTY, places.county, TODAY).scope, as_of=day)
            whole = {row.id: counts_of(row) for row in county.rows}
            for role, division in (
                *((Role.TOWNSHIP, each) for each in places.townships),
                (Role.COMMITTEE, places.villages[-1]),
            ):
                part = await ledger(places.viewer(role, division, TODAY).scope, as_of=day)
                assert [row.parent_id for row in part.rows if row.id == division.id] == [None]
                assert {row.id: counts_of(row) for row in part.rows} == {row.id: whole[row.id] for row in part.rows}

    async def test_of_a_day_stays_as_it_was_whatever_happens_later(self, database: str) -> None:
        events = random_history(11, elders=60, townships=3, villages=9)
        places = await plant_places(townships=3, villages=9)
        acted, scope = Acted(places), places.viewer(Role.COUNTY, places.county, TODAY).scope
        before, after = events[: len(events) // 2], events[len(events) // 2 :]
        for event in before:
            await acted.act(event)
        day = before[-1].day - timedelta(days=1)
        then = await ledger(scope, as_of=day)
        for event in after:
            await acted.act(event)
        assert await ledger(scope, as_of=day) == then

    @pytest.mark.parametrize(
        ("as_of", "since"),
        [
            (TODAY + timedelta(days=1), FIRST),
            (TODAY, TODAY + timedelta(days=1)),
            (FIRST, FIRST + timedelta(days=1)),
            (date(2019, 12, 31), None),
            (TODAY, date(2019, 12, 31)),
        ],
    )
    async def test_is_not_told_of_days_that_cannot_be(self, world: World, as_of: date, since: date | None) -> None:
        scope = Places(world.county, [], []).viewer(Role.COUNTY, world.county, TODAY).scope
        with pytest.raises(DayNotPossible):
            await ledger(scope, as_of=as_of, since=since)

    async def test_shows_nothing_to_those_tied_to_elders(self, world: World) -> None:
        child = await world.person(Role.SUPPORTER, elders=(await world.elder(),))
        assert (await ledger(child.viewer.scope)).rows == ()


async def assert_one_history_each() -> None:
    """Stays follow one another without overlap, a move or merger without a hole, and the last says what holds."""
    for elder in await Elder.all():
        stays = await Stay.filter(elder_id=elder.id).order_by("id")
        for one, following in pairwise(stays):
            assert one.ends_on is not None
            assert one.left is not None
            assert one.ends_on <= following.starts_on
            if following.entered in ("moved_in", "merged"):
                assert one.ends_on == following.starts_on
        assert stays[-1].ends_on == elder.left_on
        if elder.left_on is None:
            assert stays[-1].village_id == elder.village_id


class TestUnconfirmed:
    async def file(self, world: World, name: str, *, since: date, confirmed: date | None = None) -> UUID:
        elder_id = await world.elder(name=name)
        await Stay.filter(elder_id=elder_id).update(starts_on=since)
        await Elder.filter(id=elder_id).update(confirmed_on=confirmed)
        return elder_id

    async def test_are_those_nobody_looked_through_this_quarter_longest_first(self, world: World) -> None:
        """Today is 10 March 2026."""
        await self.file(world, "本季", since=date(2026, 1, 1))
        await self.file(world, "上季", since=date(2025, 12, 31))
        await self.file(world, "确认过", since=date(2025, 1, 1), confirmed=date(2026, 1, 1))
        await self.file(world, "去年", since=date(2025, 1, 1), confirmed=date(2025, 9, 30))
        gone = await self.file(world, "离开", since=date(2025, 1, 1))
        await Elder.filter(id=gone).update(left_on=date(2026, 1, 1))
        scope = (await world.person(Role.COMMITTEE, division=world.village)).viewer.scope
        rows = (await unconfirmed(scope)).rows
        assert [(row.name, row.due_on) for row in rows] == [("去年", date(2025, 12, 31)), ("上季", date(2026, 3, 31))]

    async def test_hold_every_file_once_over_the_pages(self, world: World) -> None:
        everyone = {await self.file(world, "李秀英", since=date(2025, 5, day)) for day in (1, 1, 1, 2, 3)}
        scope = (await world.person(Role.TOWNSHIP, division=world.township)).viewer.scope
        found: list[UUID] = []
        cursor = None
        for _ in range(3):
            page = await unconfirmed(scope, cursor=cursor, limit=2)
            found += [row.id for row in page.rows]
            cursor = page.next_cursor
        assert cursor is None
        assert len(found) == 5
        assert set(found) == everyone
        with pytest.raises(CursorNotReadable):
            await unconfirmed(scope, cursor=encode_cursor("never", str(found[0])))

    async def test_are_shown_within_sight_and_to_no_county(self, world: World) -> None:
        await self.file(world, "上季", since=date(2025, 12, 31))
        other = (await world.person(Role.COMMITTEE, division=world.neighbour)).viewer.scope
        assert (await unconfirmed(other)).rows == ()
        county: Scope = (await world.person(Role.COUNTY, division=world.county)).viewer.scope
        with pytest.raises(LevelTooLow):
            await unconfirmed(county)
