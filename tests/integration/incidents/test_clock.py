"""The clock that climbs: each level in its time, once, never early, by as many workers as there are."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from backend.accounts.models import Membership
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.incidents.actions import mark_seen
from backend.incidents.clock import step_due
from backend.incidents.errors import IncidentStepNotPossible
from backend.incidents.models import DutyHolder, Incident, IncidentStepRecord
from backend.incidents.rules import ConcernKind, IncidentLevel, IncidentOutcome, IncidentState, IncidentStep, Watch
from backend.outbox.models import OutboxEntry
from backend.policies.actions import set_policy
from backend.policies.rules import Answering, EscalationTable
from backend.tasks.models import Task
from backend.tasks.rules import TaskKind
from tests.factories.incidents import Chain, build_chain, done_steps, on_duty
from tests.factories.race import at_once
from tests.factories.village import MORNING, World

ASK, ALARM = IncidentStep.ASK, IncidentStep.ALARM
TABLE = EscalationTable(illness=Answering(10, 20, 30, 40, 50, 60), read_minutes=5)


@pytest.fixture
async def chain(world: World) -> Chain:
    """Everybody is on duty; the county gives village, township and county 10, 20 and 30 minutes."""
    chain = await build_chain(world)
    by: Any = {"starts_on": chain.county.viewer.today, "by": chain.county.viewer}
    await set_policy(world.kernel, division_id=world.county.id, value=TABLE, **by)
    return chain


async def climbed(incident_id: Any) -> list[tuple[str, timedelta]]:
    """Who was asked, and how long after the raising."""
    rows = await done_steps(incident_id, ASK, ALARM)
    return [(str(row.level) if row.kind is ASK else "alarm", row.done_at - MORNING) for row in rows if row.done_at]


def minutes(*told: tuple[str, int]) -> list[tuple[str, timedelta]]:
    return [(level, timedelta(minutes=each)) for level, each in told]


class TestClimbing:
    async def test_asks_the_village_at_once_and_each_level_above_when_the_time_is_over(self, chain: Chain) -> None:
        incident_id = await chain.raised()
        assert await climbed(incident_id) == minutes(("village", 0))
        assert await chain.passes(9.99) == 2  # the two looks whether it was read
        assert await climbed(incident_id) == minutes(("village", 0))
        for wait in (0.01, 19.99, 0.01, 29.99, 0.01, 600):
            await chain.passes(wait)
        assert await climbed(incident_id) == minutes(("village", 0), ("township", 10), ("county", 30), ("alarm", 60))
        holders = [row.holder_id for row in await done_steps(incident_id, ASK)]
        assert holders == [person.viewer.account_id for person in (chain.village, chain.township, chain.county)]
        assert await AuditEvent.filter(subject_id=incident_id, tag=Tag.INCIDENT_ASKED).count() == 3
        assert await OutboxEntry.filter(topic="IncidentAsked").count() == 3
        assert await OutboxEntry.filter(topic="IncidentUnanswered").count() == 1

    async def test_late_worker_asks_each_level_once_and_gives_it_its_whole_time(self, chain: Chain) -> None:
        incident_id = await chain.raised()
        await chain.passes(600)
        assert await climbed(incident_id) == minutes(("village", 0), ("township", 600))
        await chain.passes(20)
        assert (await climbed(incident_id))[-1] == minutes(("county", 620))[0]

    async def test_by_night_the_table_s_night_counts_and_who_is_on_watch(self, world: World, chain: Chain) -> None:
        await on_duty(world, chain.village, world.village, [Watch.DAY])
        await DutyHolder.filter(division_id=world.village.id, watch=Watch.NIGHT).update(ended_at=world.clock.now())
        world.clock.advance(datetime(2026, 3, 10, 14, tzinfo=UTC) - MORNING)
        incident_id = await chain.raised()
        [village, township] = await done_steps(incident_id, ASK)
        assert (village.holder_id, township.holder_id) == (None, chain.township.viewer.account_id)
        following = await IncidentStepRecord.get(incident_id=incident_id, kind=ASK, done_at=None)
        assert following.due_at - world.clock.now() == timedelta(minutes=50)

    async def test_where_nobody_is_named_the_next_level_is_asked_at_once_up_to_the_alarm(self, chain: Chain) -> None:
        await DutyHolder.all().update(ended_at=chain.world.clock.now())
        incident_id = await chain.raised()
        assert await climbed(incident_id) == minutes(("village", 0), ("township", 0), ("county", 0), ("alarm", 0))
        assert await OutboxEntry.filter(topic="IncidentUnanswered").count() == 1

    async def test_who_lost_the_office_is_on_duty_no_more(self, world: World, chain: Chain) -> None:
        await Membership.filter(account_id=chain.village.viewer.account_id).update(ends_on=MORNING.date())
        assert [row.holder_id is None for row in await done_steps(await chain.raised(), ASK)] == [True, False]

    async def test_a_new_table_holds_from_its_day_on(self, world: World, chain: Chain) -> None:
        faster = msgspec.structs.replace(TABLE, illness=Answering(1, 1, 1, 1, 1, 1))
        tomorrow = chain.county.viewer.today + timedelta(days=1)
        await set_policy(
            world.kernel, division_id=world.county.id, value=faster, starts_on=tomorrow, by=chain.county.viewer
        )
        first = await chain.raised()
        world.clock.advance(timedelta(days=1))
        second = await chain.raised()
        waits = [
            (step.due_at - (await Incident.get(id=step.incident_id)).raised_at)
            for incident_id in (first, second)
            for step in await IncidentStepRecord.filter(incident_id=incident_id, kind=ASK, level="township")
        ]
        assert waits == [timedelta(minutes=10), timedelta(minutes=1)]

    async def test_by_three_workers_at_once_each_step_happens_once(self, chain: Chain) -> None:
        made = [await chain.raised(kind=kind) for kind in (ConcernKind.ILLNESS, ConcernKind.HARM, ConcernKind.OTHER)]
        for _ in range(6):
            chain.world.clock.advance(timedelta(minutes=70))
            await asyncio.gather(*(step_due(chain.world.kernel) for _ in range(3)))
            await step_due(chain.world.kernel)
        for incident_id in made:
            asked = [(row.kind, row.level) for row in await done_steps(incident_id, ASK, ALARM)]
            assert asked == [(ASK, level) for level in IncidentLevel] + [(ALARM, IncidentLevel.COUNTY)]
        assert await OutboxEntry.filter(topic="IncidentAsked").count() == 9


class TestAnswering:
    async def test_stops_the_clock(self, chain: Chain) -> None:
        incident_id = await chain.raised()
        assert await chain.taken(incident_id, chain.village, IncidentStep.ACKNOWLEDGE) == IncidentState.ACKNOWLEDGED
        await chain.passes(600)
        assert await climbed(incident_id) == minutes(("village", 0))
        assert (await Incident.get(id=incident_id)).owner_id == chain.village.viewer.account_id

    async def test_of_two_at_once_one_takes_it_and_the_other_is_told(self, world: World, chain: Chain) -> None:
        incident_id = await chain.raised()
        attempts = [
            chain.taken(incident_id, person, IncidentStep.ACKNOWLEDGE) for person in (chain.village, chain.township)
        ]
        outcomes = await at_once(Incident.filter(id=incident_id), *attempts)
        assert sorted(type(each).__name__ for each in outcomes) == ["IncidentState", "IncidentStepNotPossible"]
        assert len(await done_steps(incident_id, IncidentStep.ACKNOWLEDGE)) == 1
        with pytest.raises(IncidentStepNotPossible):
            await chain.taken(incident_id, chain.village, IncidentStep.ACKNOWLEDGE)

    async def test_passed_up_the_level_above_is_asked_anew(self, chain: Chain) -> None:
        incident_id = await chain.raised()
        await chain.taken(incident_id, chain.village, IncidentStep.ACKNOWLEDGE)
        assert await chain.taken(incident_id, chain.village, IncidentStep.PASS_UP, words="村里没有车") == "raised"
        await chain.passes(20)
        assert await climbed(incident_id) == minutes(("village", 0), ("township", 0), ("county", 20))


class TestRinging:
    async def test_who_has_not_read_in_time_is_rung_with_a_result_and_who_has_is_not(self, chain: Chain) -> None:
        read, unread = await chain.raised(), await chain.raised(kind=ConcernKind.OTHER)
        for person in (chain.family.son, chain.family.daughter, chain.village):
            await mark_seen(chain.world.kernel, incident_id=read, by=person.viewer)
        await chain.passes(4.99)
        assert await Task.all().count() == 0
        await chain.passes(0.01)
        [task] = await Task.all()
        about = (task.kind, task.subject_id, task.division_id)
        assert about == (TaskKind.INCIDENT_CALL, unread, chain.world.village.id)

    async def test_closed_nobody_is_rung_any_more(self, chain: Chain) -> None:
        incident_id = await chain.raised()
        await chain.passes(5)
        await chain.taken(incident_id, chain.village, IncidentStep.ACKNOWLEDGE)
        await chain.taken(incident_id, chain.village, IncidentStep.CLOSE, outcome=IncidentOutcome.SETTLED, words="好了")
        assert await Task.filter(settled_at=None).count() == 0
        assert await chain.passes(600) == 0
