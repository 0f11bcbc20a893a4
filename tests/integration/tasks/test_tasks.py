"""What waits for whom until when: raised once, settled once, seen by those it is about."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.divisions.models import Division
from backend.divisions.scope import LevelTooLow
from backend.kit.ids import uuid7
from backend.outbox.models import OutboxEntry
from backend.tasks.actions import NewTask, answer, raise_task, settle_task
from backend.tasks.errors import TaskNotFound, TaskSettled, TaskSettlesItself
from backend.tasks.models import Task
from backend.tasks.queries import counts, tasks
from backend.tasks.rules import Settlement, TaskKind
from tests.factories.race import at_once
from tests.factories.village import Person, World


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


def task(world: World, *, subject: UUID | None = None, village: Division | None = None, hours: int = 24) -> NewTask:
    return NewTask(
        kind=TaskKind.HIGH_RISK,
        subject_id=subject or uuid7(),
        occasion_id=uuid7(),
        division_id=(village or world.village).id,
        due_at=world.clock.now() + timedelta(hours=hours),
    )


async def told() -> list[int]:
    """How many events and facts tell of raising."""
    events = AuditEvent.filter(tag=Tag.TASK_RAISED)
    return [await events.count(), await OutboxEntry.filter(topic="TaskRaised").count()]


class TestRaise:
    async def test_happens_once_for_one_occasion(self, world: World, committee: Person) -> None:
        wanted = task(world)
        assert await raise_task(world.kernel, task=wanted, by=committee.viewer.actor)
        assert not await raise_task(world.kernel, task=wanted, by=committee.viewer.actor)
        await settle_task(world.kernel, kind=wanted.kind, subject_id=wanted.subject_id, by=committee.viewer.actor)
        assert not await raise_task(world.kernel, task=wanted, by=committee.viewer.actor)
        assert (await Task.all().count(), await told()) == (1, [1, 1])

    async def test_leaves_one_open_of_a_kind_for_a_subject(self, world: World, committee: Person) -> None:
        first, second = task(world, subject=(one := uuid7())), task(world, subject=one)
        for wanted in (first, second):
            await raise_task(world.kernel, task=wanted, by=committee.viewer.actor)
        assert await Task.all().count() == 1
        await settle_task(world.kernel, kind=first.kind, subject_id=one, by=committee.viewer.actor)
        assert await raise_task(world.kernel, task=second, by=committee.viewer.actor)

    async def test_of_two_at_once_one_wins(self, world: World, committee: Person) -> None:
        elder_id = await world.elder()
        both = (
            raise_task(world.kernel, task=task(world, subject=elder_id), by=committee.viewer.actor) for _ in range(2)
        )
        outcomes = await asyncio.gather(*both)
        assert sorted(outcomes) == [False, True]
        assert (await Task.all().count(), await told()) == (1, [1, 1])


class TestSettle:
    async def test_says_who_and_how_and_only_once(self, world: World, committee: Person) -> None:
        wanted = task(world)
        await raise_task(world.kernel, task=wanted, by=committee.viewer.actor)
        about: dict[str, Any] = {"kind": wanted.kind, "subject_id": wanted.subject_id, "by": committee.viewer.actor}
        assert await settle_task(world.kernel, **about, settlement=Settlement.NO_LONGER)
        assert not await settle_task(world.kernel, **about)
        done = await Task.get()
        assert (done.settlement, done.settled_by) == (Settlement.NO_LONGER, committee.viewer.account_id)
        assert await AuditEvent.filter(tag=Tag.TASK_SETTLED).count() == 1


class TestAnswer:
    @pytest.fixture
    async def task_id(self, world: World, committee: Person) -> UUID:
        await raise_task(world.kernel, task=task(world), by=committee.viewer.actor)
        return (await Task.get()).id

    async def test_settles_and_keeps_the_words_sealed(self, world: World, committee: Person, task_id: UUID) -> None:
        await answer(world.kernel, task_id=task_id, note="送去卫生院了", by=committee.viewer)
        done = await Task.get()
        assert (done.settlement, done.settled_at) == (Settlement.DONE, world.clock.now())
        assert done.note is not None
        assert "卫生院".encode() not in bytes(done.note)

    async def test_happens_once_of_two_at_once(self, world: World, committee: Person, task_id: UUID) -> None:
        both = (answer(world.kernel, task_id=task_id, note="去看过", by=committee.viewer) for _ in range(2))
        outcomes = await at_once(Task.filter(id=task_id), *both)
        assert [type(each) for each in outcomes if each] == [TaskSettled]

    async def test_is_for_the_committee_it_waits_for(self, world: World, task_id: UUID) -> None:
        township = await world.person(Role.TOWNSHIP, division=world.township)
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        for person, refusal in ((township, RoleCannot), (other, TaskNotFound)):
            with pytest.raises(refusal):
                await answer(world.kernel, task_id=task_id, note="去看过", by=person.viewer)
        assert (await Task.get()).settled_at is None

    async def test_does_not_talk_a_state_of_things_away(self, world: World, committee: Person, task_id: UUID) -> None:
        await Task.filter(id=task_id).update(kind=TaskKind.MUST_NOT_LIVE_ALONE)
        with pytest.raises(TaskSettlesItself):
            await answer(world.kernel, task_id=task_id, note="说过了", by=committee.viewer)


class TestTasks:
    async def test_are_paged_by_due_date_in_sight(self, world: World, committee: Person) -> None:
        for hours, village in ((30, None), (10, None), (20, None), (5, world.neighbour)):
            await raise_task(world.kernel, task=task(world, hours=hours, village=village), by=committee.viewer.actor)
        now, scope = world.clock.now(), committee.viewer.scope
        first = await tasks(scope, now=now, limit=2)
        rest = await tasks(scope, now=now, limit=2, cursor=first.next_cursor)
        due = [(row.due_at - now) // timedelta(hours=1) for row in (*first.rows, *rest.rows)]
        assert (due, rest.next_cursor) == ([10, 20, 30], None)

    async def test_are_overdue_when_their_time_is_over(self, world: World, committee: Person) -> None:
        for hours in (1, 2):
            await raise_task(world.kernel, task=task(world, hours=hours), by=committee.viewer.actor)
        scope, later = committee.viewer.scope, world.clock.now() + timedelta(hours=1)
        assert len((await tasks(scope, now=later, overdue=True)).rows) == 1
        assert (await tasks(scope, now=later, kind=TaskKind.MONTHLY_TALK)).rows == ()
        assert len((await tasks(scope, now=later, without=TaskKind.MONTHLY_TALK)).rows) == 2
        township = await world.person(Role.TOWNSHIP, division=world.township)
        [row] = await counts(township.viewer.scope, now=later)
        assert (row.division, row.open, row.overdue) == ("上坪村", 2, 1)

    async def test_show_the_county_figures_only(self, world: World, committee: Person) -> None:
        await raise_task(world.kernel, task=task(world), by=committee.viewer.actor)
        county = await world.person(Role.COUNTY, division=world.county)
        with pytest.raises(LevelTooLow):
            await tasks(county.viewer.scope, now=world.clock.now())
        assert [row.open for row in await counts(county.viewer.scope, now=world.clock.now())] == [1]
