"""The edges of a month: who is owed a visit in it, where each elder counts, and what changes no month of before."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.db import execute, on_postgres
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division
from backend.divisions.scope import LevelTooLow, Scope
from backend.elders.absences import absences, end_absence, tell_absence
from backend.elders.boundaries import merge_villages
from backend.elders.errors import AbsenceTooLongAgo, AlreadyAbsent, ChangeInFuture, ElderNotFound, NotAbsent
from backend.elders.models import Absence, Stay
from backend.elders.rules import AbsenceReason, LeaveReason, PriorityTier
from backend.elders.staying import leave, move
from backend.kit.ids import uuid7
from backend.policies.actions import set_policy
from backend.policies.models import Policy
from backend.policies.rules import VisitCounting
from backend.statistics.counting import EXCLUDED, Period, Standing, VisitParts
from backend.statistics.errors import DayNotCounted
from backend.statistics.visiting import standings, visits_as_of
from backend.visits.models import VisitReport
from backend.visits.rules import VisitMode
from tests.factories.village import World
from tests.factories.visits import a_report

FEBRUARY, MARCH = date(2026, 2, 28), date(2026, 3, 10)
JANUARY = date(2026, 1, 31)


@pytest.fixture(autouse=True)
async def visitors_aside(world: World) -> None:
    """Reports here carry ids of visitors nobody made."""
    if on_postgres():
        await execute("ALTER TABLE visit_reports DISABLE TRIGGER ALL")


@pytest.fixture
async def county(world: World) -> Scope:
    return (await world.person(Role.COUNTY, division=world.county)).viewer.scope


async def elder(world: World, *, since: date = date(2026, 1, 5), until: date | None = None, **given: Any) -> UUID:
    elder_id = await world.elder(**given)
    left = {} if until is None else {"left": LeaveReason.MOVED_AWAY}
    await Stay.filter(elder_id=elder_id).update(starts_on=since, ends_on=until, **left)
    return elder_id


async def seen(elder_id: UUID, at: datetime, mode: VisitMode = VisitMode.HOME, *, late: bool = False) -> None:
    told = msgspec.structs.asdict(a_report(elder_id, mode=mode, visited_at=at))
    received = at + timedelta(days=20) if late else at
    await VisitReport.create(visitor_id=uuid7(), received_at=received, late=late, **{**told, "photo_ids": "[]"})


async def of(scope: Scope, place: Division, day: date, period: Period = Period.MONTH) -> VisitParts:
    [found] = [row.counts for row in await visits_as_of(scope, day, period=period) if row.place.id == place.id]
    return found


class TestEdges:
    @pytest.mark.parametrize(
        ("since", "until", "parts"),
        [
            (date(2026, 1, 31), None, VisitParts(missed=1)),
            (date(2026, 2, 1), None, VisitParts(came_late=1)),
            (date(2026, 2, 28), None, VisitParts(came_late=1)),
            (date(2026, 3, 1), None, VisitParts()),
            (date(2026, 1, 5), date(2026, 2, 1), VisitParts()),
            (date(2026, 1, 5), date(2026, 2, 2), VisitParts(left_early=1)),
            (date(2026, 1, 5), date(2026, 2, 28), VisitParts(left_early=1)),
            (date(2026, 1, 5), date(2026, 3, 1), VisitParts(missed=1)),
        ],
    )
    async def test_of_coming_and_leaving(
        self, world: World, county: Scope, since: date, until: date | None, parts: VisitParts
    ) -> None:
        await elder(world, since=since, until=until)
        assert await of(county, world.village, FEBRUARY) == parts

    @pytest.mark.parametrize(
        ("at", "months"),
        [
            (datetime(2026, 1, 31, 15, 59, 59, tzinfo=UTC), (1, 0)),
            (datetime(2026, 1, 31, 16, tzinfo=UTC), (0, 1)),
            (datetime(2026, 2, 28, 15, 59, 59, tzinfo=UTC), (0, 1)),
        ],
    )
    async def test_are_midnight_in_china_also_for_an_entry_that_came_late(
        self, world: World, county: Scope, at: datetime, months: tuple[int, int]
    ) -> None:
        await seen(await elder(world, since=date(2025, 12, 1)), at, late=True)
        found = [await of(county, world.village, day) for day in (JANUARY, FEBRUARY)]
        assert tuple(parts.seen for parts in found) == months

    async def test_two_visitors_on_one_day_are_two_visits_and_one_visited_person(
        self, world: World, county: Scope
    ) -> None:
        elder_id = await elder(world)
        for mode in (VisitMode.HOME, VisitMode.PHONE):
            await seen(elder_id, datetime(2026, 2, 5, 4, tzinfo=UTC), mode)
        assert await of(county, world.village, FEBRUARY) == VisitParts(visited=1, visits=2, at_home=1)


class TestPlace:
    async def test_who_moved_counts_once_where_the_month_ended(self, world: World, county: Scope) -> None:
        elder_id = await elder(world)
        await seen(elder_id, datetime(2026, 3, 2, 4, tzinfo=UTC))
        by = (await world.person(Role.TOWNSHIP, division=world.township)).viewer
        await move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=date(2026, 3, 5), by=by)
        assert await of(county, world.village, MARCH) == VisitParts()
        assert await of(county, world.neighbour, MARCH) == VisitParts(visited=1, visits=1, at_home=1)
        assert await of(county, world.county, MARCH) == VisitParts(visited=1, visits=1, at_home=1)
        assert await of(county, world.village, FEBRUARY) == VisitParts(missed=1)

    async def test_who_moved_on_the_first_of_a_month_has_not_come_late(self, world: World, county: Scope) -> None:
        elder_id = await elder(world)
        by = (await world.person(Role.TOWNSHIP, division=world.township)).viewer
        await move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=date(2026, 3, 1), by=by)
        assert await of(county, world.neighbour, MARCH) == VisitParts(missed=1)

    async def test_a_merged_villages_are_its_successors_those_who_left_before_it_too(
        self, world: World, county: Scope
    ) -> None:
        gone, here = await elder(world), await elder(world)
        await seen(here, datetime(2026, 3, 2, 4, tzinfo=UTC))
        committee = (await world.person(Role.COMMITTEE, division=world.village)).viewer
        await leave(world.kernel, elder_id=gone, reason=LeaveReason.DIED, on=date(2026, 3, 4), by=committee)
        by = (await world.person(Role.COUNTY, division=world.county)).viewer
        on = date(2026, 3, 6)
        await merge_villages(world.kernel, village_id=world.village.id, into_id=world.neighbour.id, on=on, by=by)
        assert await of(county, world.neighbour, MARCH) == VisitParts(visited=1, left_early=1, visits=1, at_home=1)
        assert await of(county, world.village, FEBRUARY) == VisitParts(missed=2)


class TestPolicy:
    async def test_set_in_a_months_course_holds_from_the_next(self, world: World, county: Scope) -> None:
        await elder(world, since=date(2026, 1, 3))
        await elder(world, since=date(2026, 2, 3))
        by = (await world.person(Role.COUNTY, division=world.county)).viewer
        value = VisitCounting(came_by=10)
        await set_policy(world.kernel, division_id=world.county.id, value=value, starts_on=MARCH, by=by)
        await Policy.all().update(starts_on=date(2026, 1, 15))
        assert await of(county, world.village, JANUARY) == VisitParts(came_late=1)
        assert await of(county, world.village, FEBRUARY) == VisitParts(missed=2)
        await Policy.all().update(starts_on=date(2026, 2, 2))
        assert await of(county, world.village, FEBRUARY) == VisitParts(missed=1, came_late=1)

    async def test_of_the_nearest_place_counts(self, world: World, county: Scope) -> None:
        for village in (world.village, world.neighbour):
            await seen(await elder(world, village=village), datetime(2026, 2, 5, 4, tzinfo=UTC), VisitMode.PHONE)
        by = (await world.person(Role.TOWNSHIP, division=world.township)).viewer
        value = VisitCounting(phone=False)
        await set_policy(world.kernel, division_id=world.village.id, value=value, starts_on=MARCH, by=by)
        await Policy.all().update(starts_on=date(2026, 2, 1))
        assert (await of(county, world.village, FEBRUARY)).missed == 1
        assert (await of(county, world.neighbour, FEBRUARY)).visited == 1

    async def test_key_people_heard_by_phone_alone_are_flagged(self, world: World, county: Scope) -> None:
        for tier in (PriorityTier.HIGH, PriorityTier.ROUTINE):
            elder_id = await elder(world, since=date(2026, 2, 1), tier=tier)
            await seen(elder_id, datetime(2026, 3, 5, 4, tzinfo=UTC), VisitMode.PHONE)
        found = await of(county, world.village, MARCH)
        assert (found.from_afar, found.visited, found.seen, found.at_home) == (1, 1, 2, 0)


class TestQuarter:
    async def test_is_whole_when_every_owed_month_is(self, world: World, county: Scope) -> None:
        always, once, new = await elder(world), await elder(world), await elder(world, since=date(2026, 3, 2))
        for elder_id, month in ((always, 1), (always, 2), (always, 3), (once, 2), (new, 3)):
            await seen(elder_id, datetime(2026, month, 6, 4, tzinfo=UTC))
        found = await of(county, world.village, MARCH, Period.QUARTER)
        assert found == VisitParts(visited=2, missed=1, visits=5, at_home=5)


class TestAbsence:
    async def told(self, world: World, elder_id: UUID, since: date, until: date | None = None) -> None:
        by = (await world.person(Role.COMMITTEE, division=world.village)).viewer
        reason = AbsenceReason.HOSPITAL
        await tell_absence(world.kernel, elder_id=elder_id, reason=reason, starts_on=since, ends_on=until, by=by)

    async def test_of_more_days_than_the_policy_says_is_listed_and_owes_no_visit(
        self, world: World, county: Scope
    ) -> None:
        for since in (date(2026, 2, 13), date(2026, 2, 14)):
            await self.told(world, await elder(world), since)
        assert await of(county, world.village, FEBRUARY) == VisitParts(hospital=1, missed=1)

    async def test_cannot_be_told_of_twice_or_long_after_or_ahead(self, world: World) -> None:
        elder_id = await elder(world)
        await self.told(world, elder_id, date(2026, 2, 20), date(2026, 2, 25))
        for since, until, refusal in (
            (date(2026, 2, 24), None, AlreadyAbsent),
            (date(2026, 2, 15), date(2026, 2, 21), AlreadyAbsent),
            (date(2026, 2, 6), None, AbsenceTooLongAgo),
            (date(2026, 3, 11), None, ChangeInFuture),
        ):
            with pytest.raises(refusal):
                await self.told(world, elder_id, since, until)
        await self.told(world, elder_id, date(2026, 2, 25))

    async def test_ends_once_and_with_leaving(self, world: World) -> None:
        elder_id = await elder(world)
        by = (await world.person(Role.COMMITTEE, division=world.village)).viewer
        await self.told(world, elder_id, date(2026, 2, 20))
        await end_absence(world.kernel, elder_id=elder_id, ends_on=date(2026, 3, 1), by=by)
        with pytest.raises(NotAbsent):
            await end_absence(world.kernel, elder_id=elder_id, ends_on=date(2026, 3, 2), by=by)
        await self.told(world, elder_id, date(2026, 3, 2))
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=date(2026, 3, 8), by=by)
        assert [row.ends_on for row in await Absence.all().order_by("starts_on")] == [
            date(2026, 3, 1),
            date(2026, 3, 8),
        ]
        assert len(await absences(by.scope, elder_id)) == 2

    async def test_is_told_by_the_village_or_the_elders_own_volunteer_alone(self, world: World) -> None:
        elder_id = await elder(world)
        stranger = await world.person(Role.COMMITTEE, division=world.neighbour)
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        given: dict[str, Any] = {
            "elder_id": elder_id,
            "reason": AbsenceReason.AWAY,
            "starts_on": MARCH,
            "ends_on": None,
        }
        with pytest.raises(ElderNotFound):
            await tell_absence(world.kernel, **given, by=stranger.viewer)
        township = await world.person(Role.TOWNSHIP, division=world.township)
        with pytest.raises(RoleCannot):
            await tell_absence(world.kernel, **given, by=township.viewer)
        assert await tell_absence(world.kernel, **given, by=volunteer.viewer)


class TestList:
    async def test_names_each_elder_with_the_reason_page_by_page(self, world: World) -> None:
        people = [await elder(world, since=since) for since in (date(2026, 1, 5), date(2026, 2, 3), date(2026, 2, 4))]
        scope = (await world.person(Role.TOWNSHIP, division=world.township)).viewer.scope
        wanted = EXCLUDED | {Standing.MISSED}
        first = await standings(scope, FEBRUARY, wanted=wanted, limit=2)
        rest = await standings(scope, FEBRUARY, wanted=wanted, limit=2, cursor=first.next_cursor)
        rows = [*first.rows, *rest.rows]
        assert [row.elder_id for row in rows] == people[::-1]
        assert [row.standing for row in rows] == [Standing.CAME_LATE, Standing.CAME_LATE, Standing.MISSED]
        assert rest.next_cursor is None
        assert [row.elder_id for row in (await standings(scope, FEBRUARY, wanted=EXCLUDED)).rows] == people[:0:-1]

    async def test_is_not_the_countys_nor_another_villages(self, world: World, county: Scope) -> None:
        await elder(world)
        with pytest.raises(LevelTooLow):
            await standings(county, FEBRUARY, wanted=EXCLUDED)
        scope = (await world.person(Role.COMMITTEE, division=world.neighbour)).viewer.scope
        assert (await standings(scope, FEBRUARY, wanted=frozenset(Standing))).rows == ()
        with pytest.raises(DivisionNotFound):
            await visits_as_of(scope, FEBRUARY, division_id=world.village.id)
        with pytest.raises(DayNotCounted):
            await visits_as_of(scope, date(2026, 3, 11))
