"""Who hears of an elder's changed tier, of what waits, and of the key help list; the inbox tells it."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from backend.accounts.roles import Role
from backend.elders.alerting import report_key_help
from backend.elders.classifying import change_facts
from backend.elders.facts import TierChanged
from backend.elders.rules import TierCause
from backend.elders.tiers import Mobility
from backend.outbox import box
from backend.outbox.models import OutboxEntry
from backend.visits.models import VisitDue
from backend.visits.replanning import on_elder_changed
from tests.factories.calls import Family
from tests.factories.tiers import some_facts
from tests.factories.village import Person, World
from tests.integration.notifications.conftest import PostOffice

TIER = "老人的关爱类别变了"
Change = Callable[..., Awaitable[None]]


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="刘支书", division=world.village)


@pytest.fixture
def change(world: World, family: Family, committee: Person) -> Change:
    """The committee writes down something else of the elder."""

    async def to(**changes: Any) -> None:
        facts = some_facts(living_alone=False, **changes)
        await change_facts(world.kernel, elder_id=family.elder_id, facts=facts, by=committee.viewer)

    return to


class TestTier:
    async def test_visitor_and_planner_hear_of_a_new_tier_once(
        self, office: PostOffice, family: Family, committee: Person, change: Change
    ) -> None:
        await change(mobility=Mobility.BEDRIDDEN)
        for _ in range(2):
            await OutboxEntry.filter(topic="TierChanged").update(done_at=None, lease_until=None)
            await office.deliver()
        told = {person.viewer.name: await office.inbox(person) for person in (family.volunteer, committee, family.son)}
        assert told["王小燕"] == [TIER]
        assert told["刘支书"].count(TIER) == 1
        assert TIER not in told["张伟"]

    async def test_nobody_hears_of_new_reasons_for_the_same(
        self, office: PostOffice, world: World, family: Family, committee: Person
    ) -> None:
        fact: dict[str, Any] = {"elder_id": family.elder_id, "cause": TierCause.FACTS_CHANGED}
        await box.put(world.kernel, TierChanged(**fact, before="high", after="high"))
        await box.put(world.kernel, TierChanged(**fact, before=None, after="high"))
        await office.deliver()
        assert [await office.inbox(person) for person in (family.volunteer, committee)] == [[], []]

    async def test_the_next_visit_is_due_by_the_new_tier(self, family: Family, change: Change) -> None:
        """Routine is visited every 30 days, high every 7 (R056)."""

        async def due() -> int:
            for topic, handle in (("ElderRegistered", on_elder_changed), ("TierChanged", on_elder_changed)):
                for entry in await OutboxEntry.filter(topic=topic).order_by("id"):
                    await handle(box.Entry(entry.id, entry.topic, entry.payload, 1, entry.created_at))
            return (await VisitDue.get(elder_id=family.elder_id)).due_on.day

        await due()
        await change(mobility=Mobility.BEDRIDDEN)
        assert [await due(), await due()] == [17, 17]


class TestTasks:
    async def test_the_committee_is_asked_in_time(self, office: PostOffice, committee: Person, change: Change) -> None:
        await change(seriously_ill=True)
        await office.deliver()
        assert "请和家人商定谁留下照顾" in await office.inbox(committee)

    async def test_nobody_is_asked_for_what_is_done(
        self, office: PostOffice, committee: Person, change: Change
    ) -> None:
        await change(seriously_ill=True)
        await change()
        await office.deliver()
        assert await office.inbox(committee) == []


class TestKeyHelp:
    async def test_family_and_township_are_told(
        self, office: PostOffice, world: World, family: Family, change: Change
    ) -> None:
        township = await world.person(Role.TOWNSHIP, division=world.township)
        await change(poor=True)
        await report_key_help(world.kernel)
        await office.deliver()
        assert [await office.inbox(person) for person in (family.son, family.daughter, township)] == [
            ["村里请您多关心老人"],
            ["村里请您多关心老人"],
            ["村里上报了重点帮扶老人"],
        ]
