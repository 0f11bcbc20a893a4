"""Duty-breach cases: led by the committee, heard above, seen by nobody else."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent, Reading
from backend.audit.tags import Tag
from backend.divisions.scope import LevelTooLow
from backend.elders.rules import LeaveReason
from backend.elders.staying import leave
from backend.families.breach import CaseState, CaseStep, Ground, Taken, ToldBy
from backend.families.case_files import duty_case, duty_case_counts, duty_cases, own_duty_cases
from backend.families.cases import appeal, end_due, open_case, take_step
from backend.families.errors import (
    DutyCaseNotFound,
    DutyCaseOpen,
    DutyStepNotPossible,
    FamilyMemberNotFound,
    NotASupporter,
    OwnFamilyCase,
)
from backend.families.facts import DutyCaseMoved
from backend.families.models import DutyCase, DutyStep, FamilyMember
from backend.families.rules import Duty
from backend.notifications.family_news import duty_case_moved
from backend.outbox.box import claim
from tests.factories.calls import Family, build_family, confirmed
from tests.factories.race import at_once
from tests.factories.village import Person, World

TODAY = date(2026, 3, 10)
DAY = timedelta(days=1)
SAID, HEARD, DECIDED = "三个月没往家里打过电话", "厂里忙，以后每周打", "每周联系一次，期间列入名单"
TO_LISTED: tuple[dict[str, Any], ...] = (
    {"step": CaseStep.WARN, "words": "请多联系", "means": ToldBy.PHONE},
    {"step": CaseStep.HEAR, "words": HEARD},
    {"step": CaseStep.LIST, "words": DECIDED, "until": TODAY + 90 * DAY},
)


@pytest.fixture
async def family(world: World) -> Family:
    return await build_family(world)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


@pytest.fixture
async def township(world: World) -> Person:
    return await world.person(Role.TOWNSHIP, name="罗永昌", division=world.township)


async def member_of(person: Person) -> UUID:
    return (await FamilyMember.get(account_id=person.viewer.account_id)).id


@pytest.fixture
async def case_id(world: World, family: Family, committee: Person) -> UUID:
    """A case about the son, just opened."""
    about: dict[str, Any] = {"ground": Ground.NO_CONTACT, "words": SAID, "by": committee.viewer}
    return await open_case(world.kernel, member_id=await member_of(family.son), **about)


@pytest.fixture
async def listed(world: World, case_id: UUID, committee: Person) -> UUID:
    """The same, on the list for ninety days."""
    for each in TO_LISTED:
        await taken(world, case_id, committee, **each)
    return case_id


async def taken(world: World, case_id: UUID, by: Person, **told: Any) -> CaseState:
    each = Taken(**{"on": by.viewer.today, **told})
    return await take_step(world.kernel, case_id=case_id, taken=each, by=by.viewer)


async def state(case_id: UUID) -> CaseState:
    return (await DutyCase.get(id=case_id)).state


class TestLeading:
    async def test_from_warning_over_hearing_to_the_list_is_kept_step_by_step(
        self, world: World, listed: UUID, committee: Person, township: Person
    ) -> None:
        for by in (committee, township):
            found = await duty_case(world.kernel, by.viewer.scope, by.viewer, listed)
            assert [each.step for each in found.steps] == [CaseStep.OPEN, CaseStep.WARN, CaseStep.HEAR, CaseStep.LIST]
            assert [each.words for each in found.steps] == [SAID, "请多联系", HEARD, DECIDED]
            assert {each.taken_by for each in found.steps} == {"赵志强"}
            assert (found.case.state, found.case.listed_until) == (CaseState.LISTED, TODAY + 90 * DAY)
        assert found.possible == []
        assert await AuditEvent.filter(tag__in=[Tag.DUTY_CASE_OPENED, Tag.DUTY_CASE_MOVED]).count() == 4
        assert await Reading.filter(what="duty_case", subject_id=listed).count() == 2
        for step in await DutyStep.all():
            assert not any(word.encode() in bytes(step.words or b"") for word in (SAID, HEARD, DECIDED))

    async def test_lists_nobody_before_warning_and_hearing(
        self, world: World, case_id: UUID, committee: Person
    ) -> None:
        for told in (TO_LISTED[2], TO_LISTED[1]):
            with pytest.raises(DutyStepNotPossible):
                await taken(world, case_id, committee, **told)
        await taken(world, case_id, committee, **TO_LISTED[0])
        with pytest.raises(DutyStepNotPossible):
            await taken(world, case_id, committee, **TO_LISTED[2])
        assert await state(case_id) == CaseState.WARNED

    async def test_by_two_clerks_who_decide_at_once_takes_one_decision(
        self, world: World, case_id: UUID, committee: Person
    ) -> None:
        other = await world.person(Role.COMMITTEE, name="杨树根", division=world.village)
        for each in TO_LISTED[:2]:
            await taken(world, case_id, committee, **each)
        both = (
            taken(world, case_id, committee, **TO_LISTED[2]),
            taken(world, case_id, other, step=CaseStep.FIND_NO_BREACH, words="查无此事"),
        )
        outcomes = await at_once(DutyCase.filter(id=case_id), *both)
        assert [type(each) for each in outcomes].count(DutyStepNotPossible) == 1
        assert await DutyStep.filter(case_id=case_id).count() == 4

    async def test_opens_one_case_for_a_supporter_also_at_once(
        self, world: World, family: Family, committee: Person
    ) -> None:
        member_id = await member_of(family.son)
        about: dict[str, Any] = {"ground": Ground.NO_CARE, "words": SAID, "by": committee.viewer}
        both = (open_case(world.kernel, member_id=member_id, **about) for _ in range(2))
        outcomes = await at_once(FamilyMember.filter(id=member_id), *both)
        assert [type(each) for each in outcomes].count(DutyCaseOpen) == 1
        assert await DutyCase.all().count() == 1

    async def test_hands_over_to_the_police_and_goes_on(self, world: World, listed: UUID, committee: Person) -> None:
        at = datetime(2026, 3, 10, 2, 30, tzinfo=UTC)
        police: dict[str, Any] = {"station": "石门派出所", "at": at, "words": "接警单 118 号"}
        assert await taken(world, listed, committee, step=CaseStep.POLICE, **police) == CaseState.LISTED
        last = (await duty_case(world.kernel, committee.viewer.scope, committee.viewer, listed)).steps[-1]
        assert (last.station, last.at, last.words, last.taken_by) == ("石门派出所", at, "接警单 118 号", "赵志强")


class TestEnding:
    async def test_comes_after_the_last_day_and_not_on_it(self, world: World, listed: UUID) -> None:
        world.clock.advance(90 * DAY)
        assert await end_due(world.kernel) == 0
        world.clock.advance(DAY)
        assert [await end_due(world.kernel) for _ in range(2)] == [1, 0]
        assert await state(listed) == CaseState.EXPIRED

    async def test_comes_early_once_the_family_does_its_duty(
        self, world: World, listed: UUID, committee: Person
    ) -> None:
        assert await taken(world, listed, committee, step=CaseStep.CORRECT, words="每周都打了") == CaseState.CORRECTED
        assert (await DutyCase.get(id=listed)).closed_at == world.clock.now()

    async def test_comes_when_the_elder_has_left(self, world: World, listed: UUID, committee: Person) -> None:
        elder_id = (await DutyCase.get(id=listed)).elder_id
        about: dict[str, Any] = {"elder_id": elder_id, "on": TODAY, "by": committee.viewer}
        await leave(world.kernel, reason=LeaveReason.DIED, **about)
        assert await end_due(world.kernel) == 1
        assert await state(listed) == CaseState.CLOSED


class TestAppeal:
    async def test_is_the_supporters_and_answered_by_the_township(
        self, world: World, family: Family, listed: UUID, committee: Person, township: Person
    ) -> None:
        await appeal(world.kernel, case_id=listed, words="电话每周都打", by=family.son.viewer)
        with pytest.raises(DutyStepNotPossible):
            await taken(world, listed, committee, step=CaseStep.LIFT, words="撤下")
        assert await taken(world, listed, township, step=CaseStep.LIFT, words="核实属实") == CaseState.LIFTED
        [mine] = await own_duty_cases(world.kernel, family.son.viewer)
        assert (mine.state, mine.decision, mine.may_appeal) == (CaseState.LIFTED, [DECIDED, "核实属实"], False)

    async def test_turned_down_stays_listed_and_is_not_made_again(
        self, world: World, family: Family, listed: UUID, township: Person
    ) -> None:
        await appeal(world.kernel, case_id=listed, words="电话每周都打", by=family.son.viewer)
        assert await taken(world, listed, township, step=CaseStep.UPHOLD, words="通话记录没有") == CaseState.UPHELD
        with pytest.raises(DutyStepNotPossible):
            await appeal(world.kernel, case_id=listed, words="还是不服", by=family.son.viewer)
        world.clock.advance(91 * DAY)
        assert await end_due(world.kernel) == 1

    async def test_is_nobody_elses(self, world: World, family: Family, listed: UUID, committee: Person) -> None:
        for person, refusal in ((family.daughter, DutyCaseNotFound), (committee, RoleCannot)):
            with pytest.raises(refusal):
                await appeal(world.kernel, case_id=listed, words="不服", by=person.viewer)


class TestSight:
    async def test_of_the_supporter_begins_with_the_warning_and_holds_no_word_of_others(
        self, world: World, family: Family, case_id: UUID, committee: Person
    ) -> None:
        assert await own_duty_cases(world.kernel, family.son.viewer) == []
        for each in TO_LISTED:
            await taken(world, case_id, committee, **each)
        [mine] = await own_duty_cases(world.kernel, family.son.viewer)
        assert (mine.ground, mine.warned_on, mine.decision, mine.may_appeal) == (
            Ground.NO_CONTACT,
            TODAY,
            [DECIDED],
            True,
        )
        assert not any(word in str(mine) for word in (SAID, HEARD, "赵志强"))
        assert await own_duty_cases(world.kernel, family.daughter.viewer) == []

    async def test_is_the_village_s_and_the_township_s_above(
        self, world: World, family: Family, listed: UUID, committee: Person, township: Person
    ) -> None:
        elsewhere = await world.person(Role.COMMITTEE, division=world.neighbour)
        for person in (committee, township):
            assert [row.id for row in (await duty_cases(person.viewer.scope, person.viewer)).rows] == [listed]
        for person in (elsewhere, family.volunteer, family.son):
            assert (await duty_cases(person.viewer.scope, person.viewer)).rows == ()
            with pytest.raises(DutyCaseNotFound):
                await duty_case(world.kernel, person.viewer.scope, person.viewer, listed)
        for person, refusal in ((elsewhere, DutyCaseNotFound), (family.volunteer, RoleCannot)):
            with pytest.raises(refusal):
                await taken(world, listed, person, step=CaseStep.CORRECT, words="好了")
        bureau = await world.person(Role.COUNTY, division=world.county)
        with pytest.raises(LevelTooLow):
            await duty_cases(bureau.viewer.scope, bureau.viewer)
        [counted] = await duty_case_counts(bureau.viewer.scope)
        assert (counted.division_id, counted.open, counted.listed) == (world.village.id, 1, 1)

    async def test_is_never_of_ones_own_household(
        self, world: World, family: Family, listed: UUID, committee: Person, township: Person
    ) -> None:
        """By account or by telephone; also who stands with the supporter on the file of the other parent."""
        other_parent = await world.elder(name="张德福")
        cousin = await confirmed(world, other_parent, "张强", "侄子", Duty.CAREGIVER)
        hashed = (await FamilyMember.get(id=await member_of(family.son))).phone_hash
        son_again = await confirmed(world, other_parent, "张伟", "儿子")
        await FamilyMember.filter(id=await member_of(son_again)).update(phone_hash=hashed, account_id=None)
        for person in (committee, township):
            held = FamilyMember.filter(id=await member_of(cousin)) if person is committee else None
            if held is not None:
                await held.update(account_id=person.viewer.account_id)
            else:
                await Account.filter(id=person.viewer.account_id).update(phone_hash=b"named")
                await FamilyMember.filter(account_id=committee.viewer.account_id).update(
                    account_id=None, phone_hash=b"named"
                )
            assert (await duty_cases(person.viewer.scope, person.viewer)).rows == ()
            with pytest.raises(DutyCaseNotFound):
                await duty_case(world.kernel, person.viewer.scope, person.viewer, listed)
            with pytest.raises(OwnFamilyCase):
                await taken(world, listed, person, step=CaseStep.CORRECT, words="自家人")

    async def test_of_a_case_ends_at_supporters_of_the_village(
        self, world: World, family: Family, committee: Person
    ) -> None:
        caregiver = await member_of(await confirmed(world, family.elder_id, "李强", "邻居", Duty.CAREGIVER))
        elsewhere = await world.person(Role.COMMITTEE, division=world.neighbour)
        about: dict[str, Any] = {"ground": Ground.ABUSE, "words": SAID}
        son = await member_of(family.son)
        refusals: tuple[tuple[UUID, Person, type[Exception]], ...] = (
            (caregiver, committee, NotASupporter),
            (son, elsewhere, FamilyMemberNotFound),
            (son, family.daughter, RoleCannot),
        )
        for member_id, person, refusal in refusals:
            with pytest.raises(refusal):
                await open_case(world.kernel, member_id=member_id, **about, by=person.viewer)
        await FamilyMember.filter(id=caregiver).update(account_id=committee.viewer.account_id)
        with pytest.raises(OwnFamilyCase):
            await open_case(world.kernel, member_id=son, **about, by=committee.viewer)


class TestTelling:
    async def letters(self, world: World) -> list[tuple[UUID, str]]:
        """Who is told by what has happened in cases, and where it leads."""
        entries = [entry for entry in await claim(world.clock.now()) if entry.topic == "DutyCaseMoved"]
        told = [await duty_case_moved(entry.fact(DutyCaseMoved), world.clock.now()) for entry in entries]
        return [(letter.to, letter.message.page) for letters in told for letter in letters]

    async def test_reaches_the_supporter_and_an_appeal_the_township(
        self, world: World, family: Family, listed: UUID, township: Person
    ) -> None:
        son = family.son.viewer
        assert await self.letters(world) == [(son.account_id, "family/duty")] * 2
        await appeal(world.kernel, case_id=listed, words="电话每周都打", by=son)
        assert await self.letters(world) == [(township.viewer.account_id, f"office/case?id={listed}")]
