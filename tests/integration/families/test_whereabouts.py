"""Where supporters are: told, confirmed, asked for in time, and the elder judged again."""

from datetime import date, timedelta
from typing import Any

import pytest

from backend.accounts.actions import verify_phone
from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders.classifying import change_facts
from backend.elders.eligibility import Supporter, Verdict
from backend.elders.eligibility import Whereabouts as Area
from backend.elders.findings import eligibility
from backend.elders.judging import Situation, judge_eligibility
from backend.elders.models import Elder
from backend.families import whereabouts
from backend.families.actions import prove_phone
from backend.families.errors import (
    AreaNotPossible,
    CityNotPossible,
    FamilyMemberNotFound,
    NoPlaceConfirmed,
    NotASupporter,
    NothingToConfirm,
    ProvinceNotKnown,
    SinceNotPossible,
)
from backend.families.models import FamilyMember, FormerPhone, Whereabouts
from backend.families.queries import own_whereabouts, supporters, whereabouts_history
from backend.families.rules import Duty, Place
from backend.outbox.models import OutboxEntry
from backend.policies.actions import set_policy
from backend.policies.rules import WhereaboutsRhythm
from tests.factories.calls import Family, build_family, confirmed
from tests.factories.race import at_once
from tests.factories.tiers import some_facts
from tests.factories.village import Person, World

TODAY = date(2026, 3, 10)


def a_place(**changes: Any) -> Place:
    told: dict[str, Any] = {"province": "广东省", "city": "深圳市", "area": None, "since": date(2024, 2, 20)}
    return Place(**{**told, "for_work": True, "employer": "宏达电子厂", **changes})


@pytest.fixture
async def family(world: World) -> Family:
    return await build_family(world)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


async def place_of(person: Person) -> FamilyMember:
    return await FamilyMember.get(account_id=person.viewer.account_id)


async def asked(world: World) -> int:
    return await whereabouts.ask_due(world.kernel, batch=2)


class TestTelling:
    async def test_by_the_supporter_writes_it_on_every_file(self, world: World, family: Family) -> None:
        other = await world.elder(name="张德福")
        place = await place_of(family.son)
        await FamilyMember.create(
            elder_id=other,
            duty=Duty.SUPPORTER,
            name="张伟",
            relation="儿子",
            phone=b"",
            phone_hash=b"other",
            account_id=family.son.viewer.account_id,
            named_at=world.clock.now(),
            confirmed_at=world.clock.now(),
        )
        assert await whereabouts.tell_own(world.kernel, place=a_place(), by=family.son.viewer) == 2
        kept = await Whereabouts.get(family_member_id=place.id)
        assert (kept.province, kept.city, kept.area) == ("广东省", "深圳市", Area.ELSEWHERE)
        assert "宏达".encode() not in bytes(kept.employer or b"")
        member = await FamilyMember.get(id=place.id)
        assert (member.city, member.whereabouts_on) == ("广东省深圳市", TODAY)
        for elder_id in (family.elder_id, other):
            assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.WHEREABOUTS_TOLD).count() == 1
        [own] = await own_whereabouts(family.son.viewer.scope, family.son.viewer.account_id)
        assert (own.city, own.known_on) == ("深圳市", TODAY)

    async def test_the_same_again_only_confirms(self, world: World, family: Family) -> None:
        await whereabouts.tell_own(world.kernel, place=a_place(), by=family.son.viewer)
        world.clock.advance(timedelta(days=40))
        later = await world.sign_in(family.son.viewer.account_id)
        await whereabouts.tell_own(world.kernel, place=a_place(), by=later.viewer)
        assert await Whereabouts.all().count() == 1
        assert (await place_of(family.son)).whereabouts_on == TODAY + timedelta(days=40)
        assert await AuditEvent.filter(tag=Tag.WHEREABOUTS_CONFIRMED).count() == 1

    async def test_keeps_where_one_was_before(self, world: World, family: Family, committee: Person) -> None:
        member_id = (await place_of(family.son)).id
        await whereabouts.tell_own(world.kernel, place=a_place(), by=family.son.viewer)
        moved = a_place(province="浙江省", city="义乌市", since=date(2026, 3, 1))
        told: dict[str, Any] = {"member_id": member_id, "able": True, "by": committee.viewer}
        await whereabouts.tell_for(world.kernel, place=moved, **told)
        rows = await whereabouts_history(committee.viewer.scope, member_id)
        assert [row.city for row in rows] == ["义乌市", "深圳市"]
        [son, daughter] = await supporters(world.kernel, committee.viewer.scope, family.elder_id, phones=True)
        assert (son.city, son.able, son.employer, son.phone) == ("义乌市", True, "宏达电子厂", "13900000000")
        assert (daughter.city, daughter.able) == (None, None)
        hidden = await supporters(world.kernel, family.volunteer.viewer.scope, family.elder_id, phones=False)
        assert [row.phone for row in hidden] == [None, None]

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"province": "广东"}, ProvinceNotKnown),
            ({"city": "深圳市宝安区12号"}, CityNotPossible),
            ({"city": "深南大道中路"}, CityNotPossible),
            ({"since": TODAY + timedelta(days=1)}, SinceNotPossible),
            ({"since": date(1900, 1, 1)}, SinceNotPossible),
            ({"area": Area.COUNTY}, AreaNotPossible),
            ({"province": "贵州省", "city": "贵阳市"}, AreaNotPossible),
            ({"province": "贵州省", "city": "贵阳市", "area": Area.ELSEWHERE}, AreaNotPossible),
        ],
    )
    async def test_is_of_a_city_that_fits_its_distance(
        self, world: World, family: Family, changes: dict[str, Any], refusal: type[Exception]
    ) -> None:
        with pytest.raises(refusal):
            await whereabouts.tell_own(world.kernel, place=a_place(**changes), by=family.son.viewer)
        assert await Whereabouts.all().count() == 0

    async def test_is_for_the_supporter_and_the_elder_s_committee(
        self, world: World, family: Family, committee: Person
    ) -> None:
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        member_id = (await place_of(family.son)).id
        for person, refusal in ((other, FamilyMemberNotFound), (family.volunteer, RoleCannot)):
            with pytest.raises(refusal):
                await whereabouts.tell_for(
                    world.kernel, member_id=member_id, place=a_place(), able=None, by=person.viewer
                )
        with pytest.raises(RoleCannot):
            await whereabouts.tell_own(world.kernel, place=a_place(), by=committee.viewer)
        caregiver = await confirmed(world, family.elder_id, "李强", "邻居", Duty.CAREGIVER)
        with pytest.raises(NotASupporter):
            await whereabouts.tell_for(
                world.kernel,
                member_id=(await place_of(caregiver)).id,
                place=a_place(),
                able=None,
                by=committee.viewer,
            )

    async def test_is_for_those_whom_the_committee_knows(self, world: World, family: Family) -> None:
        await FamilyMember.filter(account_id=family.son.viewer.account_id).update(confirmed_at=None)
        with pytest.raises(NoPlaceConfirmed):
            await whereabouts.tell_own(world.kernel, place=a_place(), by=family.son.viewer)

    async def test_twice_at_once_is_told_once(self, world: World, family: Family) -> None:
        both = (whereabouts.tell_own(world.kernel, place=a_place(), by=family.son.viewer) for _ in range(2))
        outcomes = await at_once(FamilyMember.filter(account_id=family.son.viewer.account_id), *both)
        assert outcomes == [1, 1]
        assert await Whereabouts.all().count() == 1


class TestConfirming:
    async def test_needs_something_told_and_counts_once_a_day(self, world: World, family: Family) -> None:
        with pytest.raises(NothingToConfirm):
            await whereabouts.confirm_own(world.kernel, by=family.son.viewer)
        await whereabouts.tell_own(world.kernel, place=a_place(), by=family.son.viewer)
        world.clock.advance(timedelta(days=1))
        later = await world.sign_in(family.son.viewer.account_id)
        for _ in range(2):
            assert await whereabouts.confirm_own(world.kernel, by=later.viewer) == 1
        assert await AuditEvent.filter(tag=Tag.WHEREABOUTS_CONFIRMED).count() == 1


class TestJudging:
    async def admitted(self, world: World, family: Family, committee: Person) -> None:
        await change_facts(world.kernel, elder_id=family.elder_id, facts=some_facts(), by=committee.viewer)
        away = Supporter(whereabouts=Area.CITY, since=date(2020, 2, 1), for_work=True, able=True)
        facts = Situation(lives_in_countryside=True, supporters=(away, away))
        await judge_eligibility(world.kernel, elder_id=family.elder_id, facts=facts, by=committee.viewer)

    async def verdict(self, family: Family, committee: Person) -> Verdict:
        latest = (await eligibility(committee.viewer.scope, family.elder_id)).latest
        assert latest is not None
        return latest.verdict

    async def test_happens_again_once_all_whereabouts_are_known(
        self, world: World, family: Family, committee: Person
    ) -> None:
        await self.admitted(world, family, committee)
        home = a_place(province="贵州省", city="清水县", area=Area.VILLAGE, for_work=False)
        son, daughter = [(await place_of(person)).id for person in (family.son, family.daughter)]
        told: dict[str, Any] = {"place": home, "able": True, "by": committee.viewer}
        await whereabouts.tell_for(world.kernel, member_id=son, **told)
        assert await self.verdict(family, committee) is Verdict.ADMITTED
        await whereabouts.tell_for(world.kernel, member_id=daughter, **told)
        assert await self.verdict(family, committee) is Verdict.REJECTED

    async def test_follows_the_supporter_who_goes_away(self, world: World, family: Family, committee: Person) -> None:
        await self.test_happens_again_once_all_whereabouts_are_known(world, family, committee)
        for person in (family.son, family.daughter):
            await whereabouts.tell_own(world.kernel, place=a_place(), by=person.viewer)
        assert await self.verdict(family, committee) is Verdict.ADMITTED


class TestAsking:
    async def test_is_done_once_for_a_person_in_each_period(self, world: World, family: Family) -> None:
        world.clock.advance(timedelta(days=89))
        assert await asked(world) == 0
        world.clock.advance(timedelta(days=1))
        assert await asked(world) == 2
        assert await asked(world) == 0
        world.clock.advance(timedelta(days=89))
        assert await asked(world) == 0
        world.clock.advance(timedelta(days=1))
        assert await asked(world) == 2
        assert await OutboxEntry.filter(topic="WhereaboutsDue").count() == 4

    async def test_waits_from_the_last_word_on(self, world: World, family: Family) -> None:
        world.clock.advance(timedelta(days=80))
        son = await world.sign_in(family.son.viewer.account_id)
        await whereabouts.tell_own(world.kernel, place=a_place(), by=son.viewer)
        world.clock.advance(timedelta(days=10))
        assert await asked(world) == 1
        assert (await place_of(family.son)).asked_on is None
        assert (await place_of(family.daughter)).asked_on == TODAY + timedelta(days=90)

    async def test_goes_by_the_policy_of_the_village(self, world: World, family: Family) -> None:
        bureau = await world.person(Role.COUNTY, division=world.county)
        value = WhereaboutsRhythm(confirm_days=30)
        await set_policy(world.kernel, division_id=world.county.id, value=value, starts_on=TODAY, by=bureau.viewer)
        world.clock.advance(timedelta(days=30))
        assert await asked(world) == 2

    async def test_by_two_workers_at_once_is_done_once(self, world: World, family: Family) -> None:
        await FamilyMember.filter(account_id=family.daughter.viewer.account_id).update(confirmed_at=None)
        world.clock.advance(timedelta(days=90))
        row = FamilyMember.filter(account_id=family.son.viewer.account_id)
        assert sorted(await at_once(row, asked(world), asked(world)), key=str) == [0, 1]
        assert await OutboxEntry.filter(topic="WhereaboutsDue").count() == 1

    async def test_is_not_done_for_who_has_nobody_on_the_register(self, world: World, family: Family) -> None:
        await Elder.filter(id=family.elder_id).update(left_on=TODAY)
        world.clock.advance(timedelta(days=200))
        assert await asked(world) == 0


class TestNewPhone:
    async def test_goes_onto_the_files_and_the_old_one_stays_beside(self, world: World, family: Family) -> None:
        await verify_phone(world.kernel, phone="13900000000", by=family.son.viewer)
        for _ in range(2):
            await prove_phone(world.kernel, phone="13711112222", by=family.son.viewer)
        place = await place_of(family.son)
        opened = world.kernel.keys.decrypt
        assert opened(bytes(place.phone), f"family_members|phone|{place.id}") == b"13711112222"
        [former] = await FormerPhone.filter(family_member_id=place.id)
        assert opened(bytes(former.phone), f"former_phones|phone|{former.id}") == b"13900000000"
        assert await AuditEvent.filter(subject_id=family.elder_id, tag=Tag.FAMILY_PHONE_CHANGED).count() == 1

    async def test_that_stands_on_the_file_already_makes_no_twin(
        self, world: World, family: Family, committee: Person
    ) -> None:
        hashed = world.kernel.keys.keyed_hash("13711112222", "phone")
        await FamilyMember.filter(account_id=family.daughter.viewer.account_id).update(phone_hash=hashed)
        await prove_phone(world.kernel, phone="13711112222", by=family.son.viewer)
        assert await FormerPhone.all().count() == 0
