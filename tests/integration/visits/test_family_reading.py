"""Who of the family has opened a report, and the call the committee makes where nobody has for long (R045)."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.audit.trail import Actor, record_reading
from backend.consents.actions import Telling, withdraw_consent
from backend.consents.purposes import Purpose
from backend.consents.rules import Expressed
from backend.elders.errors import ElderNotFound
from backend.elders.models import Elder
from backend.families.models import FamilyMember
from backend.policies.actions import set_policy
from backend.policies.rules import FamilyReading
from backend.tasks.actions import answer
from backend.tasks.models import Task
from backend.tasks.rules import Settlement, TaskKind
from backend.visits.actions import submit
from backend.visits.latest import latest
from backend.visits.queries import report
from backend.visits.readers import readers, settle_by_reading
from backend.visits.unread import follow_unread
from tests.factories.calls import Family, build_family
from tests.factories.village import Person, World
from tests.factories.visits import a_report, a_write

DAY = timedelta(days=1)


@pytest.fixture
async def family(world: World) -> Family:
    return await build_family(world)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="刘支书", division=world.village)


@pytest.fixture
async def report_id(world: World, family: Family) -> UUID:
    return await visited(world, family)


async def visited(world: World, family: Family) -> UUID:
    seen = a_report(family.elder_id, visited_at=world.clock.now() - timedelta(hours=1))
    return (await submit(world.kernel, report=seen, write=a_write(family.volunteer), by=family.volunteer.viewer)).id


async def opens(world: World, person: Person, report_id: UUID) -> None:
    """As the report's page does."""
    found = await report(person.viewer.scope, report_id, kernel=world.kernel, by=person.viewer.actor)
    await settle_by_reading(world.kernel, found.elder_id, by=person.viewer.actor)


async def tasks_of(family: Family) -> list[tuple[bool, Settlement | None]]:
    """Of each task to ring the family up: whether it is open, and how it ended."""
    rows = await Task.filter(subject_id=family.elder_id, kind=TaskKind.FAMILY_UNREAD).order_by("raised_at", "id")
    return [(row.settled_at is None, row.settlement) for row in rows]


class TestReaders:
    async def test_are_the_family_and_no_office(
        self, world: World, family: Family, report_id: UUID, committee: Person
    ) -> None:
        for who in (committee, family.volunteer):
            await report(who.viewer.scope, report_id, kernel=world.kernel, by=who.viewer.actor)
        first = world.clock.now()
        son = family.son.viewer.actor
        as_official, why = Actor(son.account_id, "committee"), "administration"
        await record_reading(
            world.kernel,
            by=as_official,
            purpose=why,
            elder_id=family.elder_id,
            what="visit_report",
            subject_id=report_id,
        )
        world.clock.advance(DAY)
        first += DAY
        await opens(world, family.son, report_id)
        world.clock.advance(DAY)
        await opens(world, family.son, report_id)
        later = await visited(world, family)
        await FamilyMember.filter(account_id=family.daughter.viewer.account_id).update(
            account_id=None, confirmed_at=None
        )
        [newer, older] = await readers(committee.viewer.scope, family.elder_id)
        assert (newer.report_id, older.report_id, older.family_duty) == (later, report_id, "good")
        assert [(each.name, each.joined, each.first_read_at, each.last_read_at) for each in older.family] == [
            ("张伟", True, first, first + DAY),
            ("张丽", False, None, None),
        ]
        assert [each.first_read_at for each in newer.family] == [None, None]

    async def test_are_told_to_who_cares_for_this_elder_alone(self, world: World, family: Family) -> None:
        stranger = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(ElderNotFound):
            await readers(stranger.viewer.scope, family.elder_id)


class TestUnread:
    async def test_for_long_is_asked_once_and_settled_by_reading(
        self, world: World, family: Family, report_id: UUID
    ) -> None:
        world.clock.advance(14 * DAY - timedelta(hours=1))
        assert await follow_unread(world.kernel) == 0
        world.clock.advance(timedelta(hours=1))
        assert [await follow_unread(world.kernel) for _ in range(2)] == [1, 0]
        assert (await Task.get(kind=TaskKind.FAMILY_UNREAD)).due_at - world.clock.now() > 7 * DAY
        await opens(world, family.daughter, report_id)
        assert await tasks_of(family) == [(False, Settlement.DONE)]
        world.clock.advance(60 * DAY)
        assert await follow_unread(world.kernel) == 0
        await visited(world, family)
        world.clock.advance(14 * DAY)
        assert await follow_unread(world.kernel) == 1

    async def test_answered_in_words_does_not_come_back_with_each_report(
        self, world: World, family: Family, report_id: UUID, committee: Person
    ) -> None:
        world.clock.advance(14 * DAY)
        await follow_unread(world.kernel)
        task = await Task.get(kind=TaskKind.FAMILY_UNREAD)
        await answer(world.kernel, task_id=task.id, note="电话说过了，孩子没有智能手机", by=committee.viewer)
        await visited(world, family)
        world.clock.advance(30 * DAY)
        assert await follow_unread(world.kernel) == 0

    async def test_is_no_matter_where_somebody_has_looked_if_only_at_the_first_screen(
        self, world: World, family: Family, report_id: UUID
    ) -> None:
        world.clock.advance(13 * DAY)
        await latest(family.son.viewer.scope, kernel=world.kernel, by=family.son.viewer.actor)
        world.clock.advance(DAY)
        assert await follow_unread(world.kernel) == 0

    async def test_a_look_at_the_first_screen_settles_it_too(
        self, world: World, family: Family, report_id: UUID
    ) -> None:
        world.clock.advance(14 * DAY)
        await follow_unread(world.kernel)
        world.clock.advance(DAY)
        await latest(family.son.viewer.scope, kernel=world.kernel, by=family.son.viewer.actor)
        await follow_unread(world.kernel)
        assert await tasks_of(family) == [(False, Settlement.DONE)]

    async def test_asks_nothing_of_who_has_no_account_may_see_nothing_or_has_left(
        self, world: World, family: Family, report_id: UUID, committee: Person
    ) -> None:
        silent, left = await build_family(world, "周桂香"), await build_family(world, "吴兰英")
        for each in (silent, left):
            await visited(world, each)
        told = Telling(Expressed.SPOKEN, "杨树根")
        await withdraw_consent(
            world.kernel, elder_id=silent.elder_id, purpose=Purpose.SHARING, told=told, by=committee.viewer
        )
        await Elder.filter(id=left.elder_id).update(left_on=committee.viewer.today)
        await FamilyMember.filter(elder_id=family.elder_id).update(confirmed_at=None, account_id=None)
        world.clock.advance(20 * DAY)
        assert await follow_unread(world.kernel) == 0

    async def test_asks_nothing_of_a_child_for_what_came_before_joining(
        self, world: World, family: Family, report_id: UUID
    ) -> None:
        world.clock.advance(20 * DAY)
        await FamilyMember.filter(elder_id=family.elder_id).update(confirmed_at=world.clock.now())
        assert await follow_unread(world.kernel) == 0

    async def test_waits_no_longer_once_nobody_is_left_to_read(
        self, world: World, family: Family, report_id: UUID
    ) -> None:
        world.clock.advance(14 * DAY)
        await follow_unread(world.kernel)
        await FamilyMember.filter(elder_id=family.elder_id).update(ended_at=world.clock.now())
        await follow_unread(world.kernel)
        assert await tasks_of(family) == [(False, Settlement.NO_LONGER)]

    async def test_by_two_workers_at_once_is_asked_once(self, world: World, family: Family, report_id: UUID) -> None:
        world.clock.advance(14 * DAY)
        assert sorted(await asyncio.gather(*(follow_unread(world.kernel) for _ in range(2)))) == [0, 1]

    async def test_after_how_long_is_for_the_place_to_say(self, world: World, family: Family, report_id: UUID) -> None:
        office = await world.person(Role.TOWNSHIP, division=world.township)
        value = FamilyReading(unread_days=5, answer_days=3)
        await set_policy(
            world.kernel, division_id=world.township.id, value=value, starts_on=office.viewer.today, by=office.viewer
        )
        world.clock.advance(5 * DAY)
        assert await follow_unread(world.kernel) == 1
