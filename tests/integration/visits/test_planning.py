"""The due day follows the facts, whatever comes first."""

from datetime import date, timedelta
from itertools import permutations
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.elders.classifying import change_facts
from backend.elders.facts import ElderRegistered, TierChanged
from backend.elders.rules import LeaveReason, PriorityTier
from backend.elders.staying import come_back, leave
from backend.elders.tiers import Mobility
from backend.kit.clock import shanghai_day
from backend.outbox import box
from backend.outbox.box import Handler
from backend.outbox.models import OutboxEntry
from backend.policies.actions import set_policy
from backend.policies.rules import VisitRhythm
from backend.visits.actions import submit
from backend.visits.models import VisitDue
from backend.visits.opening import open_by_calendar
from backend.visits.replanning import on_elder_changed, on_task_raised, replan_changed
from tests.factories.tiers import on_day, some_facts
from tests.factories.village import World
from tests.factories.visits import a_report, a_write

HANDLERS: dict[str, tuple[Handler, ...]] = {
    **dict.fromkeys(
        ("ElderRegistered", "TierChanged", "ElderFactsChanged", "ElderLeft", "ElderCameBack", "VisitReported"),
        (on_elder_changed,),
    ),
    "TaskRaised": (on_task_raised,),
}


async def due_on(elder_id: UUID) -> date:
    return (await VisitDue.get(elder_id=elder_id)).due_on


class TestOnElderRegistered:
    async def test_plans_by_the_tier(self, world: World) -> None:
        high, routine = await world.elder(tier=PriorityTier.HIGH), await world.elder(tier=PriorityTier.ROUTINE)
        assert await box.drain(world.kernel, HANDLERS) == await OutboxEntry.all().count()
        assert (await due_on(high), await due_on(routine)) == (date(2026, 3, 17), date(2026, 4, 9))

    async def test_delivered_twice_changes_nothing(self, world: World) -> None:
        elder_id = await world.elder()
        await box.drain(world.kernel, HANDLERS)
        before = await due_on(elder_id)
        world.clock.advance(timedelta(days=3))
        await box.put(world.kernel, ElderRegistered(elder_id=elder_id))
        assert await box.drain(world.kernel, HANDLERS) == 1
        assert await due_on(elder_id) == before

    async def test_delivered_after_a_report_leaves_the_reports_day(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.HIGH)
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        made = await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        await box.drain(world.kernel, HANDLERS)
        assert await due_on(elder_id) == made.next_due_on


class TestWhoComesAndGoes:
    async def test_is_planned_as_a_first_visit_on_coming_back(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.HIGH)
        await box.drain(world.kernel, HANDLERS)
        by = (await world.person(Role.COMMITTEE, division=world.village)).viewer
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.MOVED_AWAY, on=by.today, by=by)
        await box.drain(world.kernel, HANDLERS)
        assert not await VisitDue.exists(elder_id=elder_id)
        world.clock.advance(timedelta(days=100))
        back = on_day(by, shanghai_day(world.clock.now()))
        await come_back(world.kernel, elder_id=elder_id, on=back.today, by=back)
        await box.drain(world.kernel, HANDLERS)
        assert await due_on(elder_id) == date(2026, 6, 25)

    async def test_a_late_report_of_one_who_left_plans_nothing(self, world: World) -> None:
        elder_id = await world.elder()
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        by = (await world.person(Role.COMMITTEE, division=world.village)).viewer
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=by.today, by=by)
        await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        await box.drain(world.kernel, HANDLERS)
        assert not await VisitDue.exists(elder_id=elder_id)


class TestOnTierChanged:
    async def becomes(self, world: World, elder_id: UUID, mobility: Mobility) -> None:
        """The committee learns how the elder gets about, and the worker hears of it."""
        committee = await world.person(Role.COMMITTEE, division=world.village)
        facts, today = some_facts(mobility=mobility), shanghai_day(world.clock.now())
        await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=on_day(committee.viewer, today))
        await box.drain(world.kernel, HANDLERS)

    async def test_brings_the_next_visit_forward(self, world: World) -> None:
        elder_id = await world.elder()
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        assert await due_on(elder_id) == date(2026, 4, 9)
        await self.becomes(world, elder_id, Mobility.BEDRIDDEN)
        assert await due_on(elder_id) == date(2026, 3, 17)

    async def test_puts_no_day_into_the_past(self, world: World) -> None:
        elder_id = await world.elder()
        await box.drain(world.kernel, HANDLERS)
        world.clock.advance(timedelta(days=20))
        await self.becomes(world, elder_id, Mobility.BEDRIDDEN)
        assert await due_on(elder_id) == date(2026, 3, 30)

    async def test_gives_more_time_in_a_milder_tier(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.HIGH)
        world.clock.advance(timedelta(days=3))
        await self.becomes(world, elder_id, Mobility.FREE)
        assert await due_on(elder_id) == date(2026, 4, 9)

    async def test_forgives_nothing_overdue_in_a_milder_tier(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.HIGH)
        world.clock.advance(timedelta(days=10))
        await self.becomes(world, elder_id, Mobility.FREE)
        assert await due_on(elder_id) == date(2026, 3, 17)

    async def test_leaves_what_is_overdue(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.UNCLASSIFIED)
        await box.drain(world.kernel, HANDLERS)
        world.clock.advance(timedelta(days=20))
        await self.becomes(world, elder_id, Mobility.BEDRIDDEN)
        assert await due_on(elder_id) == date(2026, 3, 24)

    async def test_delivered_late_and_twice_asks_what_holds_now(self, world: World) -> None:
        elder_id = await world.elder()
        for _ in range(2):
            stale = TierChanged(elder_id=elder_id, before="routine", after="high", cause="facts_changed")
            await box.put(world.kernel, stale)
            await box.drain(world.kernel, HANDLERS)
        assert await due_on(elder_id) == date(2026, 4, 9)


class TestRisk:
    async def test_brings_the_visit_forward_whatever_the_tier(self, world: World) -> None:
        """Who must not live alone and does is at high risk (R034)."""
        elder_id = await world.elder(tier=PriorityTier.MEDIUM)
        await box.drain(world.kernel, HANDLERS)
        assert await due_on(elder_id) == date(2026, 3, 17)

    async def test_counts_in_the_very_report(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.MEDIUM)
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        made = await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        await box.drain(world.kernel, HANDLERS)
        assert await due_on(elder_id) == made.next_due_on == date(2026, 3, 17)


class TestRhythm:
    async def test_taking_effect_moves_the_days_of_its_place_alone(self, world: World) -> None:
        here, there = await world.elder(), await world.elder(village=world.neighbour)
        await box.drain(world.kernel, HANDLERS)
        by = (await world.person(Role.TOWNSHIP, division=world.township)).viewer
        stricter = VisitRhythm(routine=10)
        await set_policy(world.kernel, division_id=world.village.id, value=stricter, starts_on=date(2026, 3, 25), by=by)
        assert await replan_changed(world.kernel) == 0
        world.clock.advance(timedelta(days=15))
        assert (await replan_changed(world.kernel), await replan_changed(world.kernel)) == (1, 0)
        assert (await due_on(here), await due_on(there)) == (date(2026, 3, 25), date(2026, 4, 9))


class TestAnyOrder:
    @pytest.mark.parametrize("order", list(permutations(("visit", "worse", "birthday"))))
    async def test_leaves_the_same_day(self, world: World, order: tuple[str, ...]) -> None:
        """A visit that meets the birthday's, a stricter tier, the birthday opened: a week after the visit."""
        elder_id = await world.elder(born_on=date(1948, 3, 12))
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        for event in order:
            if event == "visit":
                await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
            elif event == "birthday":
                await open_by_calendar(world.kernel)
            else:
                await TestOnTierChanged().becomes(world, elder_id, Mobility.BEDRIDDEN)
            await box.drain(world.kernel, HANDLERS)
        assert await due_on(elder_id) == date(2026, 3, 17)
        await OutboxEntry.all().update(done_at=None)
        await box.drain(world.kernel, HANDLERS)
        assert await due_on(elder_id) == date(2026, 3, 17)
