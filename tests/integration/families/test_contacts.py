"""How children keep in touch: measured and declared apart, reminded in time, talked with every month."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders.eligibility import Whereabouts as Area
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.elders.models import Elder
from backend.elders.rules import LeaveReason
from backend.elders.staying import leave
from backend.families.contacts import contacts_of, declare_contact, own_contacts
from backend.families.errors import (
    ContactNotPossible,
    FamilyMemberNotFound,
    NoPlaceConfirmed,
    OwnFamilyCase,
    RhythmTooSlow,
)
from backend.families.models import Contact, FamilyMember, FamilyTalk, Whereabouts
from backend.families.rhythm import choose_rhythm, remind_contacts
from backend.families.rules import ContactKind, TalkWay
from backend.families.talks import NewTalk, raise_talks, record_talk, talks
from backend.kit.ids import uuid7
from backend.outbox.models import OutboxEntry
from backend.tasks.models import Task
from backend.tasks.rules import Settlement, TaskKind
from tests.factories.calls import Family, build_family
from tests.factories.race import at_once
from tests.factories.village import Person, World

TODAY = date(2026, 3, 10)
DAY = timedelta(days=1)


@pytest.fixture
async def family(world: World) -> Family:
    return await build_family(world)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


async def place_of(person: Person) -> FamilyMember:
    return await FamilyMember.get(account_id=person.viewer.account_id)


async def declared(world: World, family: Family, **changes: Any) -> bool:
    about = {"kind": ContactKind.PHONE, "day": TODAY, "minutes": 12, "by": family.son.viewer}
    return await declare_contact(world.kernel, **{"elder_id": family.elder_id, **about, **changes})


async def told_to_live(world: World, person: Person, area: Area) -> None:
    """Where the village knows the supporter to be."""
    at: dict[str, Any] = {"told_by": person.viewer.account_id, "told_at": world.clock.now()}
    await Whereabouts.create(family_member_id=(await place_of(person)).id, area=area, **at)


class TestDeclaring:
    async def test_stands_apart_from_calls_that_were_measured(
        self, world: World, family: Family, committee: Person
    ) -> None:
        son = family.son.viewer
        about: dict[str, Any] = {"elder_id": family.elder_id, "account_id": son.account_id, "source_id": uuid7()}
        await Contact.create(kind=ContactKind.FAMILY_CALL, at=world.clock.now() - 3 * DAY, seconds=754, **about)
        assert await declared(world, family, day=TODAY - DAY)
        [mine] = await own_contacts(son.scope, son.account_id)
        assert [(each.kind, each.seconds, each.measured) for each in mine.contacts] == [
            (ContactKind.PHONE, 720, False),
            (ContactKind.FAMILY_CALL, 754, True),
        ]
        assert (mine.last_on, mine.every_days, mine.due) == (TODAY - DAY, 7, False)
        [of_son, of_daughter] = await contacts_of(committee.viewer.scope, family.elder_id)
        assert (of_son.supporter, of_son.last_on) == ("张伟", TODAY - DAY)
        assert (of_daughter.last_on, of_daughter.contacts) == (None, [])

    async def test_of_the_same_day_counts_once_also_at_once(self, world: World, family: Family) -> None:
        row = FamilyMember.filter(account_id=family.son.viewer.account_id)
        assert sorted(await at_once(row, *(declared(world, family) for _ in range(2))), key=str) == [False, True]
        assert await declared(world, family, kind=ContactKind.VIDEO)
        assert await declared(world, family, by=family.daughter.viewer)
        assert await Contact.all().count() == 3
        assert await AuditEvent.filter(tag=Tag.CONTACT_DECLARED).count() == 3

    async def test_is_of_a_day_remembered_of_an_elder_of_ones_own(
        self, world: World, family: Family, committee: Person
    ) -> None:
        other = await build_family(world, "李秀兰")
        refusals: list[tuple[dict[str, Any], type[Exception]]] = [
            ({"day": TODAY + DAY}, ContactNotPossible),
            ({"day": TODAY - 61 * DAY}, ContactNotPossible),
            ({"elder_id": other.elder_id}, ElderNotFound),
            ({"by": committee.viewer}, RoleCannot),
            ({"by": family.volunteer.viewer}, RoleCannot),
        ]
        for changes, refusal in refusals:
            with pytest.raises(refusal):
                await declared(world, family, **changes)
        await FamilyMember.filter(account_id=family.son.viewer.account_id).update(confirmed_at=None)
        with pytest.raises(NoPlaceConfirmed):
            await declared(world, family)
        await Elder.filter(id=family.elder_id).update(left_on=TODAY)
        with pytest.raises(ElderNotOnRegister):
            await declared(world, family, by=family.daughter.viewer)
        assert await Contact.all().count() == 0


class TestReminding:
    async def test_comes_once_in_each_rhythm(self, world: World, family: Family) -> None:
        about: dict[str, Any] = {"elder_id": family.elder_id, "by": family.daughter.viewer}
        await choose_rhythm(world.kernel, days=20, **about)
        with pytest.raises(RhythmTooSlow):
            await choose_rhythm(world.kernel, days=31, **about)
        reminded = []
        for _ in range(21):
            world.clock.advance(DAY)
            reminded.append(await remind_contacts(world.kernel, batch=1))
            assert await remind_contacts(world.kernel) == 0
        # The son every seven days, the daughter after twenty.
        assert [day + 1 for day, each in enumerate(reminded) if each] == [7, 14, 20, 21]
        assert await OutboxEntry.filter(topic="ContactDue").count() == 4

    async def test_waits_from_the_last_contact_on(self, world: World, family: Family) -> None:
        world.clock.advance(6 * DAY)
        son = await world.sign_in(family.son.viewer.account_id)
        await declared(world, family, by=son.viewer, day=TODAY + 6 * DAY)
        world.clock.advance(DAY)
        assert await remind_contacts(world.kernel) == 1
        assert (await place_of(family.son)).reminded_on is None

    async def test_by_two_workers_at_once_is_done_once(self, world: World, family: Family) -> None:
        await FamilyMember.filter(account_id=family.daughter.viewer.account_id).update(confirmed_at=None)
        world.clock.advance(7 * DAY)
        row = FamilyMember.filter(account_id=family.son.viewer.account_id)
        both = (remind_contacts(world.kernel) for _ in range(2))
        assert sorted(await at_once(row, *both), key=str) == [0, 1]

    async def test_spares_who_lives_near_and_whose_elder_is_gone(self, world: World, family: Family) -> None:
        other = await build_family(world, "李秀兰")
        await Elder.filter(id=other.elder_id).update(left_on=TODAY)
        await told_to_live(world, family.son, Area.VILLAGE)
        world.clock.advance(30 * DAY)
        assert await remind_contacts(world.kernel, batch=1) == 1
        assert (await place_of(family.daughter)).reminded_on == TODAY + 30 * DAY


async def open_talks() -> list[UUID]:
    """The elders with whose children somebody should talk."""
    return [task.subject_id for task in await Task.filter(kind=TaskKind.MONTHLY_TALK, settled_at=None)]


async def talked(world: World, family: Family, committee: Person, **changes: Any) -> UUID:
    talk = {"member_id": (await place_of(family.son)).id, "way": TalkWay.PHONE, "told": "过年回来", "day": TODAY}
    by = changes.pop("by", committee)
    return await record_talk(world.kernel, elder_id=family.elder_id, talk=NewTalk(**{**talk, **changes}), by=by.viewer)


@pytest.fixture
async def since_last_month(world: World, family: Family) -> Family:
    """The elder has long stood on the register."""
    await Elder.filter(id=family.elder_id).update(registered_at=world.clock.now() - 60 * DAY)
    return family


class TestMonthlyTalk:
    async def test_is_asked_for_once_a_month_and_done_by_telling(
        self, world: World, since_last_month: Family, committee: Person
    ) -> None:
        family = since_last_month
        assert [await raise_talks(world.kernel) for _ in range(2)] == [1, 0]
        assert await open_talks() == [family.elder_id]
        await talked(world, family, committee)
        assert (await Task.get()).settlement is Settlement.DONE
        assert await raise_talks(world.kernel) == 0
        world.clock.advance(22 * DAY)
        assert await raise_talks(world.kernel) == 1
        assert await OutboxEntry.filter(topic="TalksDue").count() == 2
        assert await OutboxEntry.filter(topic="TaskRaised").count() == 0
        [row] = await talks(world.kernel, committee.viewer.scope, family.elder_id)
        assert (row.member, row.told, row.talked_on) == ("张伟", "过年回来", TODAY)
        assert "过年".encode() not in bytes((await FamilyTalk.get()).told)

    async def test_of_last_month_does_not_do_for_this_one(
        self, world: World, since_last_month: Family, committee: Person
    ) -> None:
        await raise_talks(world.kernel)
        await talked(world, since_last_month, committee, day=date(2026, 2, 28))
        assert await open_talks() == [since_last_month.elder_id]

    async def test_is_asked_for_where_a_child_is_away_since_before_the_month(
        self, world: World, family: Family
    ) -> None:
        await world.elder(name="无子女")
        assert await raise_talks(world.kernel) == 0
        await Elder.all().update(registered_at=world.clock.now() - 60 * DAY)
        for person in (family.son, family.daughter):
            await told_to_live(world, person, Area.TOWNSHIP)
        assert await raise_talks(world.kernel) == 0
        world.clock.advance(DAY)
        await told_to_live(world, family.son, Area.ELSEWHERE)
        assert await raise_talks(world.kernel) == 1

    async def test_waits_no_longer_once_the_elder_has_left(
        self, world: World, since_last_month: Family, committee: Person
    ) -> None:
        await raise_talks(world.kernel)
        about: dict[str, Any] = {"elder_id": since_last_month.elder_id, "on": TODAY, "by": committee.viewer}
        await leave(world.kernel, reason=LeaveReason.DIED, **about)
        assert (await Task.get()).settlement is Settlement.NO_LONGER
        world.clock.advance(30 * DAY)
        assert await raise_talks(world.kernel) == 0

    async def test_is_with_a_child_of_this_elder_and_not_with_oneself(
        self, world: World, family: Family, committee: Person
    ) -> None:
        other = await build_family(world, "李秀兰")
        elsewhere = await world.person(Role.COMMITTEE, division=world.neighbour)
        refusals: list[tuple[dict[str, Any], type[Exception]]] = [
            ({"member_id": (await place_of(other.son)).id}, FamilyMemberNotFound),
            ({"day": TODAY + DAY}, ContactNotPossible),
            ({"by": family.son}, RoleCannot),
            ({"by": elsewhere}, ElderNotFound),
        ]
        for changes, refusal in refusals:
            with pytest.raises(refusal):
                await talked(world, family, committee, **changes)
        member_id = (await place_of(family.daughter)).id
        await FamilyMember.filter(id=member_id).update(account_id=committee.viewer.account_id)
        with pytest.raises(OwnFamilyCase):
            await talked(world, family, committee, member_id=member_id)
        assert await FamilyTalk.all().count() == 0
