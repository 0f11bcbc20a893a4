"""The first visit of a new elder falls due."""

from datetime import date, timedelta
from uuid import UUID

from backend.accounts.roles import Role
from backend.elders.classifying import change_facts
from backend.elders.facts import ElderCameBack, ElderRegistered, TierChanged
from backend.elders.rules import PriorityTier
from backend.elders.tiers import Mobility
from backend.kit.clock import shanghai_day
from backend.outbox import box
from backend.outbox.models import OutboxEntry
from backend.visits.actions import on_elder_came_back, on_elder_registered, on_tier_changed, submit
from backend.visits.models import VisitDue
from tests.factories.tiers import on_day, some_facts
from tests.factories.village import World
from tests.factories.visits import a_report, a_write

HANDLERS = {"ElderRegistered": (on_elder_registered,), "TierChanged": (on_tier_changed,)}


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


class TestOnElderCameBack:
    async def test_plans_anew_and_never_sooner(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.HIGH)
        await box.drain(world.kernel, HANDLERS)
        for days, due in ((100, date(2026, 6, 25)), (0, date(2026, 6, 25))):
            world.clock.advance(timedelta(days=days))
            await box.put(world.kernel, ElderCameBack(elder_id=elder_id, on=date(2026, 6, 18)))
            assert await box.drain(world.kernel, {"ElderCameBack": (on_elder_came_back,)}) == 1
            assert await due_on(elder_id) == due
        await VisitDue.filter(elder_id=elder_id).update(due_on=date(2026, 7, 1))
        await box.put(world.kernel, ElderCameBack(elder_id=elder_id, on=date(2026, 6, 18)))
        await box.drain(world.kernel, {"ElderCameBack": (on_elder_came_back,)})
        assert await due_on(elder_id) == date(2026, 7, 1)


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

    async def test_leaves_the_day_for_a_milder_tier(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.HIGH)
        await box.drain(world.kernel, HANDLERS)
        await self.becomes(world, elder_id, Mobility.FREE)
        assert await due_on(elder_id) == date(2026, 3, 17)

    async def test_leaves_what_is_overdue(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.MEDIUM)
        await box.drain(world.kernel, HANDLERS)
        world.clock.advance(timedelta(days=20))
        await self.becomes(world, elder_id, Mobility.BEDRIDDEN)
        assert await due_on(elder_id) == date(2026, 3, 24)

    async def test_before_the_first_plan_waits_for_it(self, world: World) -> None:
        elder_id = await world.elder()
        await box.put(world.kernel, TierChanged(elder_id=elder_id, before=None, after="routine", cause="registered"))
        await box.drain(world.kernel, {"TierChanged": (on_tier_changed,)})
        assert not await VisitDue.exists(elder_id=elder_id)

    async def test_delivered_late_and_twice_asks_what_holds_now(self, world: World) -> None:
        elder_id = await world.elder()
        await box.drain(world.kernel, HANDLERS)
        for _ in range(2):
            stale = TierChanged(elder_id=elder_id, before="routine", after="high", cause="facts_changed")
            await box.put(world.kernel, stale)
            await box.drain(world.kernel, HANDLERS)
        assert await due_on(elder_id) == date(2026, 4, 9)
