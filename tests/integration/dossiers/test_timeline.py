"""What happened to an elder, in dated lines over all features, page by page."""

from datetime import date, timedelta
from typing import Any

import pytest

from backend.accounts.roles import Role
from backend.divisions.scope import LevelTooLow
from backend.dossiers.queries import Line, TimelineRow, timeline
from backend.elders.errors import ElderNotFound
from backend.elders.models import Stay, TierSpan
from backend.elders.rules import LeaveReason
from backend.elders.staying import leave
from backend.visits.models import VisitReport
from backend.visits.rules import Finding, VisitMode
from tests.factories.calls import Family, build_family
from tests.factories.village import MORNING, Person, World

TODAY = date(2026, 3, 10)


@pytest.fixture
async def family(world: World) -> Family:
    return await build_family(world)


async def visited(family: Family, hours: int) -> None:
    """A visit so many hours after nine in the morning of the 10th of March."""
    at = MORNING + timedelta(hours=hours)
    found: dict[str, Any] = {name: Finding.GOOD for name in ("health", "economy", "family_duty", "safety", "needs")}
    await VisitReport.create(
        elder_id=family.elder_id,
        visitor_id=family.volunteer.viewer.account_id,
        mode=VisitMode.HOME,
        visited_at=at,
        received_at=at,
        late=False,
        **found,
    )


async def lines(by: Person, family: Family, limit: int = 50) -> list[TimelineRow]:
    """All of them, read in pages of `limit`."""
    found: list[TimelineRow] = []
    cursor = None
    while True:
        page = await timeline(by.viewer.scope, family.elder_id, cursor=cursor, limit=limit)
        found += page.rows
        cursor = page.next_cursor
        if cursor is None:
            return found


class TestTimeline:
    async def test_tells_the_newest_first_by_the_day_in_china(self, world: World, family: Family) -> None:
        await Stay.filter(elder_id=family.elder_id).update(starts_on=date(2026, 3, 1))
        await TierSpan.filter(elder_id=family.elder_id).update(starts_on=date(2026, 3, 5))
        # One in the evening of the 7th and one at half past midnight of the 8th, which is the 7th in Greenwich.
        await visited(family, -62)
        await visited(family, -56)
        told = await lines(family.son, family)
        assert [(row.on.day, row.line) for row in told] == [
            (8, Line.VISIT),
            (7, Line.VISIT),
            (5, Line.TIER),
            (1, Line.ENTERED),
        ]
        assert (told[0].who, told[0].what, told[2].what) == ("王小燕", "home", "routine")
        assert (told[3].what, told[3].where) == ("found", "上坪村")

    async def test_in_pages_of_any_length_is_the_same(self, world: World, family: Family) -> None:
        committee = await world.person(Role.COMMITTEE, division=world.village)
        for hours in (-1, -2, -30):
            await visited(family, hours)
        await leave(world.kernel, elder_id=family.elder_id, reason=LeaveReason.DIED, on=TODAY, by=committee.viewer)
        whole = await lines(committee, family)
        assert len(whole) == 6
        for limit in (1, 2, 4, 6):
            assert await lines(committee, family, limit) == whole

    async def test_is_of_one_elder_in_sight(self, world: World, family: Family) -> None:
        await visited(await build_family(world, "张桂兰"), -1)
        assert Line.VISIT not in {row.line for row in await lines(family.son, family)}
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(ElderNotFound):
            await lines(other, family)
        with pytest.raises(LevelTooLow):
            await lines(await world.person(Role.TOWNSHIP, division=world.township), family)
