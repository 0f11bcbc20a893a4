"""Occasions ask for a visit in their time, once each, and move the due day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.elders.rules import LeaveReason
from backend.elders.staying import leave
from backend.outbox import box
from backend.outbox.models import OutboxEntry
from backend.visits.actions import submit
from backend.visits.models import VisitDue, VisitOccasion
from backend.visits.occasions import OccasionKind
from backend.visits.opening import ask_after_event, on_weather_visits_ordered, open_by_calendar, order_for_weather
from backend.visits.replanning import on_elder_changed, replan
from backend.visits.rules import VisitMode
from tests.factories.tiers import on_day
from tests.factories.village import Person, World
from tests.factories.visits import a_report, a_write

NINTH = date(2026, 10, 18)


async def due_on(elder_id: UUID) -> date:
    return (await VisitDue.get(elder_id=elder_id)).due_on


async def visit(world: World, elder_id: UUID, by: Person, mode: VisitMode) -> date:
    """A visit an hour ago, the worker's part done; when the next is due, as the visitor was told."""
    report = a_report(elder_id, mode=mode, visited_at=world.clock.now() - timedelta(hours=1))
    made = await submit(world.kernel, report=report, write=a_write(by), by=by.viewer)
    await box.drain(world.kernel, {"VisitReported": (on_elder_changed,)})
    return made.next_due_on


class TestByTheCalendar:
    async def test_a_festival_asks_once_of_everybody_on_the_register(self, world: World) -> None:
        world.clock.advance(datetime(2026, 10, 11, 1, tzinfo=UTC) - world.clock.now())
        here, left = await world.elder(), await world.elder()
        by = (await world.person(Role.COMMITTEE, division=world.village)).viewer
        await leave(world.kernel, elder_id=left, reason=LeaveReason.DIED, on=by.today, by=by)
        assert [await open_by_calendar(world.kernel) for _ in range(2)] == [1, 0]
        assert await due_on(here) == NINTH
        volunteer = await world.person(Role.VOLUNTEER, elders=(here,))
        assert await visit(world, here, volunteer, VisitMode.GROUP) == NINTH
        world.clock.advance(timedelta(hours=2))
        assert await visit(world, here, volunteer, VisitMode.PHONE) == await due_on(here) == date(2026, 11, 10)

    async def test_a_week_before_it_is_too_early_and_one_missed_stays_overdue_till_made_up(self, world: World) -> None:
        world.clock.advance(datetime(2026, 10, 10, 1, tzinfo=UTC) - world.clock.now())
        elder_id = await world.elder()
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        await visit(world, elder_id, volunteer, VisitMode.HOME)
        assert await open_by_calendar(world.kernel) == 0
        world.clock.advance(timedelta(days=1))
        assert await open_by_calendar(world.kernel) == 1
        world.clock.advance(timedelta(days=10))
        assert await open_by_calendar(world.kernel) == 0
        await replan([elder_id], date(2026, 10, 21))
        assert await due_on(elder_id) == NINTH
        assert await visit(world, elder_id, volunteer, VisitMode.HOME) > date(2026, 10, 21)

    async def test_a_birthday_asks_of_whose_it_is(self, world: World) -> None:
        born, _ = await world.elder(born_on=date(1940, 3, 12)), await world.elder()
        assert [await open_by_calendar(world.kernel) for _ in range(2)] == [1, 0]
        [occasion] = await VisitOccasion.all()
        assert (occasion.elder_id, occasion.kind) == (born, OccasionKind.BIRTHDAY)
        assert await due_on(born) == date(2026, 3, 12)


class TestWeather:
    async def test_is_ordered_for_villages_of_ones_own_and_opened_once(self, world: World) -> None:
        here, there = await world.elder(), await world.elder(village=world.neighbour)
        township = await world.person(Role.TOWNSHIP, division=world.township)
        until, villages = date(2026, 3, 12), [world.village.id]
        await order_for_weather(world.kernel, village_ids=villages, until=until, by=township.viewer)
        for _ in range(2):
            await OutboxEntry.filter(topic="WeatherVisitsOrdered").update(done_at=None)
            await box.drain(world.kernel, {"WeatherVisitsOrdered": (on_weather_visits_ordered,)})
        assert [row.elder_id for row in await VisitOccasion.all()] == [here]
        assert await due_on(here) == until
        assert not await VisitDue.exists(elder_id=there)

    async def test_is_the_townships_and_of_its_villages(self, world: World) -> None:
        committee = await world.person(Role.COMMITTEE, division=world.village)
        far = await world.person(Role.TOWNSHIP, division=world.neighbour)
        order: dict[str, Any] = {"village_ids": [world.village.id], "until": date(2026, 3, 12)}
        for by, refusal in ((committee, RoleCannot), (far, DivisionNotFound)):
            with pytest.raises(refusal):
                await order_for_weather(world.kernel, by=by.viewer, **order)


class TestEvent:
    async def test_asks_for_a_visit_at_home_within_a_day_and_once_while_it_waits(self, world: World) -> None:
        elder_id = await world.elder()
        committee = await world.person(Role.COMMITTEE, division=world.village)
        ask: dict[str, Any] = {"elder_id": elder_id, "kind": OccasionKind.HOSPITAL, "by": committee.viewer}
        first = await ask_after_event(world.kernel, **ask)
        assert await ask_after_event(world.kernel, **ask) == first
        assert await due_on(elder_id) == date(2026, 3, 11)
        world.clock.advance(timedelta(hours=3))
        assert await visit(world, elder_id, committee, VisitMode.PHONE) == await due_on(elder_id) == date(2026, 3, 11)
        world.clock.advance(timedelta(hours=3))
        assert await visit(world, elder_id, committee, VisitMode.HOME) == await due_on(elder_id) == date(2026, 4, 9)
        assert await ask_after_event(world.kernel, **ask) != first

    async def test_is_of_an_elder_of_ones_village_who_is_there(self, world: World) -> None:
        elder_id, elsewhere = await world.elder(), await world.elder(village=world.neighbour)
        committee = await world.person(Role.COMMITTEE, division=world.village)
        by = on_day(committee.viewer, committee.viewer.today)
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=by.today, by=by)
        for which, refusal in ((elder_id, ElderNotOnRegister), (elsewhere, ElderNotFound)):
            with pytest.raises(refusal):
                await ask_after_event(world.kernel, elder_id=which, kind=OccasionKind.HOSPITAL, by=by)
