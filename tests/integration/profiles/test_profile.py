"""What a file says: every entry dated and signed, the newest holds, health opens apart, nothing in clear."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.consents.actions import Telling, withdraw_consent
from backend.consents.errors import HealthNotConsented
from backend.consents.purposes import Purpose
from backend.consents.rules import Expressed
from backend.divisions.scope import LevelTooLow
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.elders.models import Elder
from backend.elders.rules import LeaveReason
from backend.elders.staying import leave
from backend.profiles.actions import record_capacity, record_household, record_part, replace_contacts
from backend.profiles.errors import (
    CapacityNeedsSource,
    ContactsChanged,
    ContactTwice,
    HouseholdNotPossible,
    ObservedDayNotPossible,
    PartSaysNothing,
)
from backend.profiles.models import EmergencyContact, HouseholdFinding, ProfilePart
from backend.profiles.queries import capacity_history, contacts, household_history, part_history, profile
from backend.profiles.rules import CapacitySource, DecisionCapacity, NewContact, Part
from tests.factories.race import at_once
from tests.factories.village import Person, World

TODAY = date(2026, 3, 10)
SON = NewContact("张伟", "儿子", "13800000001")
NEIGHBOUR = NewContact("李强", "邻居", "13800000002")


async def wrote(world: World, elder_id: UUID, by: Person, text: str = "膝盖疼，走路要拄拐", **changes: Any) -> UUID:
    told: dict[str, Any] = {"part": Part.HEALTH, "observed_on": TODAY, **changes}
    return await record_part(world.kernel, elder_id=elder_id, text=text, by=by.viewer, **told)


class TestPart:
    async def test_of_the_newest_day_holds_and_what_was_there_stays(
        self, world: World, elder_id: UUID, committee: Person, volunteer: Person
    ) -> None:
        await wrote(world, elder_id, committee, "住砖房", part=Part.DWELLING)
        await wrote(world, elder_id, volunteer, "屋顶漏雨", part=Part.DWELLING)
        await wrote(world, elder_id, committee, "住土房", part=Part.DWELLING, observed_on=TODAY - timedelta(days=30))
        [held] = await profile(world.kernel, committee.viewer.scope, elder_id, health=False)
        assert (held.part, held.text, held.recorded_by) == (Part.DWELLING, "屋顶漏雨", "王小燕")
        history = await part_history(world.kernel, committee.viewer.scope, elder_id, Part.DWELLING)
        assert [row.text for row in history] == ["屋顶漏雨", "住砖房", "住土房"]
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.PROFILE_PART_RECORDED).count() == 3

    async def test_of_health_is_neither_shown_nor_taken_down_once_the_elder_says_no(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        await wrote(world, elder_id, committee, "血压高")
        told = Telling(Expressed.HANDWRITING)
        await withdraw_consent(world.kernel, elder_id=elder_id, purpose=Purpose.HEALTH, told=told, by=committee.viewer)
        scope = committee.viewer.scope
        [hidden] = await profile(world.kernel, scope, elder_id, health=True)
        [history] = await part_history(world.kernel, scope, elder_id, Part.HEALTH)
        assert (hidden.text, history.text) == (None, None)
        with pytest.raises(HealthNotConsented):
            await wrote(world, elder_id, committee, "头晕")
        await wrote(world, elder_id, committee, "住砖房", part=Part.DWELLING)

    async def test_of_health_and_mind_opens_only_when_asked_for(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        for part, text in ((Part.MIND, "夜里睡不着"), (Part.HEALTH, "血压高"), (Part.FAMILY, "有一儿一女")):
            await wrote(world, elder_id, committee, text, part=part)
        scope = committee.viewer.scope
        closed = await profile(world.kernel, scope, elder_id, health=False)
        assert [(row.part, row.text) for row in closed] == [
            (Part.FAMILY, "有一儿一女"),
            (Part.HEALTH, None),
            (Part.MIND, None),
        ]
        opened = await profile(world.kernel, scope, elder_id, health=True)
        assert [row.text for row in opened] == ["有一儿一女", "血压高", "夜里睡不着"]

    async def test_is_kept_encrypted_and_out_of_the_trail(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        made = await wrote(world, elder_id, committee, "血压高")
        kept = bytes((await ProfilePart.get(id=made)).text)
        assert "血压高".encode() not in kept
        assert world.kernel.keys.decrypt(kept, f"profile_parts|text|{made}").decode() == "血压高"
        event = await AuditEvent.get(subject_id=elder_id, tag=Tag.PROFILE_PART_RECORDED)
        told = world.kernel.keys.decrypt(bytes(event.payload or b""), f"audit_events|payload|{event.id}").decode()
        assert str(made) in told
        assert "血压" not in told

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"observed_on": TODAY + timedelta(days=1)}, ObservedDayNotPossible),
            ({"observed_on": date(1948, 4, 30)}, ObservedDayNotPossible),
            ({"text": " \n　"}, PartSaysNothing),
        ],
    )
    async def test_says_something_of_a_day_in_the_elder_s_life(
        self, world: World, elder_id: UUID, committee: Person, changes: dict[str, Any], refusal: type[Exception]
    ) -> None:
        with pytest.raises(refusal):
            await wrote(world, elder_id, committee, **changes)
        assert await ProfilePart.all().count() == 0

    async def test_is_written_by_those_who_visit_and_read_by_nobody_out_of_sight(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        child = await world.person(Role.SUPPORTER, elders=(elder_id,))
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        township = await world.person(Role.TOWNSHIP, division=world.township)
        for person, refusal in ((child, RoleCannot), (other, ElderNotFound), (township, RoleCannot)):
            with pytest.raises(refusal):
                await wrote(world, elder_id, person)
        await wrote(world, elder_id, committee)
        with pytest.raises(ElderNotFound):
            await profile(world.kernel, other.viewer.scope, elder_id, health=False)
        with pytest.raises(LevelTooLow):
            await profile(world.kernel, township.viewer.scope, elder_id, health=False)

    async def test_is_not_written_of_who_has_left(self, world: World, elder_id: UUID, committee: Person) -> None:
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.DIED, on=TODAY, by=committee.viewer)
        with pytest.raises(ElderNotOnRegister):
            await wrote(world, elder_id, committee)


class TestContacts:
    async def listed(self, world: World, elder_id: UUID, by: Person) -> list[UUID]:
        return [row.id for row in await contacts(world.kernel, by.viewer.scope, elder_id)]

    async def put(
        self, world: World, elder_id: UUID, by: Person, *wanted: NewContact, seen: list[UUID] | None = None
    ) -> None:
        seen = await self.listed(world, elder_id, by) if seen is None else seen
        await replace_contacts(world.kernel, elder_id=elder_id, wanted=wanted, seen=seen, by=by.viewer)

    async def names(self, world: World, elder_id: UUID, by: Person) -> list[str]:
        return [row.name for row in await contacts(world.kernel, by.viewer.scope, elder_id)]

    async def test_are_put_in_another_order_in_one_write(self, world: World, elder_id: UUID, committee: Person) -> None:
        await self.put(world, elder_id, committee, SON, NEIGHBOUR)
        await self.put(world, elder_id, committee, NEIGHBOUR, SON)
        assert await self.names(world, elder_id, committee) == ["李强", "张伟"]
        assert await EmergencyContact.filter(elder_id=elder_id).count() == 4
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.CONTACTS_REPLACED).count() == 2

    async def test_put_again_as_they_are_change_nothing(self, world: World, elder_id: UUID, committee: Person) -> None:
        for _ in range(2):
            await self.put(world, elder_id, committee, SON, seen=[])
        assert await EmergencyContact.filter(elder_id=elder_id).count() == 1

    async def test_of_two_who_change_the_list_at_once_the_second_is_told(
        self, world: World, elder_id: UUID, committee: Person, volunteer: Person
    ) -> None:
        both = (
            self.put(world, elder_id, committee, SON, seen=[]),
            self.put(world, elder_id, volunteer, NEIGHBOUR, seen=[]),
        )
        outcomes = await at_once(Elder.filter(id=elder_id), *both)
        assert [type(each) for each in outcomes if each] == [ContactsChanged]
        assert len(await self.names(world, elder_id, committee)) == 1

    async def test_have_a_telephone_each_kept_encrypted(self, world: World, elder_id: UUID, committee: Person) -> None:
        with pytest.raises(ContactTwice):
            await self.put(world, elder_id, committee, SON, NewContact("张三", "侄子", SON.phone))
        await self.put(world, elder_id, committee, SON)
        assert SON.phone.encode() not in bytes((await EmergencyContact.get(elder_id=elder_id)).phone)

    async def test_show_the_township_no_whole_number(self, world: World, elder_id: UUID, committee: Person) -> None:
        await self.put(world, elder_id, committee, SON)
        township = await world.person(Role.TOWNSHIP, division=world.township)
        [row] = await contacts(world.kernel, township.viewer.scope, elder_id)
        assert row.phone == "138****0001"


class TestCapacity:
    async def test_says_who_found_it_and_from_what(self, world: World, elder_id: UUID, committee: Person) -> None:
        told: dict[str, Any] = {"elder_id": elder_id, "by": committee.viewer}
        finding: dict[str, Any] = {"source": CapacitySource.COURT, "found_by": "清水县人民法院"}
        await record_capacity(
            world.kernel, capacity=DecisionCapacity.LIMITED, found_on=TODAY - timedelta(days=9), **finding, **told
        )
        for wrong in (
            {"capacity": DecisionCapacity.NONE, "source": None, "found_by": None},
            {"capacity": DecisionCapacity.NONE, "source": CapacitySource.COURT, "found_by": "  "},
            {"capacity": DecisionCapacity.UNKNOWN, **finding},
        ):
            with pytest.raises(CapacityNeedsSource):
                await record_capacity(world.kernel, found_on=TODAY, **wrong, **told)
        [row] = await capacity_history(committee.viewer.scope, elder_id)
        assert (row.capacity, row.source, row.found_by) == (
            DecisionCapacity.LIMITED,
            CapacitySource.COURT,
            "清水县人民法院",
        )

    async def test_keeps_its_history(self, world: World, elder_id: UUID, committee: Person) -> None:
        for days, capacity in ((2, DecisionCapacity.CAPABLE), (5, DecisionCapacity.LIMITED)):
            await record_capacity(
                world.kernel,
                elder_id=elder_id,
                capacity=capacity,
                source=CapacitySource.VILLAGE,
                found_by="赵志强",
                found_on=TODAY - timedelta(days=days),
                by=committee.viewer,
            )
        rows = await capacity_history(committee.viewer.scope, elder_id)
        assert [row.capacity for row in rows] == [DecisionCapacity.CAPABLE, DecisionCapacity.LIMITED]


class TestHousehold:
    async def lives(self, world: World, elder_id: UUID, by: Person, people: int, minors: int, days: int = 0) -> None:
        await record_household(
            world.kernel,
            elder_id=elder_id,
            people=people,
            spouse=False,
            minors=minors,
            observed_on=TODAY - timedelta(days=days),
            by=by.viewer,
        )

    async def test_tells_the_facts_who_lives_alone_and_with_minors(
        self, world: World, elder_id: UUID, committee: Person
    ) -> None:
        await self.lives(world, elder_id, committee, 3, 2)
        elder = await Elder.get(id=elder_id)
        assert (elder.living_alone, elder.minor_at_home) == (False, True)
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.ELDER_FACTS_CHANGED).count() == 1

    async def test_of_an_earlier_day_changes_no_fact(self, world: World, elder_id: UUID, committee: Person) -> None:
        await self.lives(world, elder_id, committee, 1, 0)
        await self.lives(world, elder_id, committee, 3, 1, days=60)
        assert (await Elder.get(id=elder_id)).living_alone
        rows = await household_history(committee.viewer.scope, elder_id)
        assert [row.people for row in rows] == [1, 3]

    async def test_counts_the_elder_too(self, world: World, elder_id: UUID, committee: Person) -> None:
        with pytest.raises(HouseholdNotPossible):
            await self.lives(world, elder_id, committee, 2, 2)
        assert await HouseholdFinding.all().count() == 0
