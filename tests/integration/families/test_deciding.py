"""Which child stays: the family decides, the village writes it down, and what waited for it is done (R033)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.elders.classifying import change_facts
from backend.elders.errors import ElderNotFound
from backend.families.deciding import decide, decisions
from backend.families.errors import DecisionInFuture, FamilyMemberNotFound, NoDecisionNeeded
from backend.families.models import FamilyDecision, FamilyMember
from backend.families.rules import Duty
from backend.tasks.models import Task
from backend.tasks.rules import Settlement, TaskKind
from tests.factories.calls import Family, build_family, confirmed
from tests.factories.race import at_once
from tests.factories.tiers import some_facts
from tests.factories.village import Person, World

ILL = some_facts(seriously_ill=True)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


@pytest.fixture
async def family(world: World, committee: Person) -> Family:
    """The elder is seriously ill."""
    made = await build_family(world)
    await change_facts(world.kernel, elder_id=made.elder_id, facts=ILL, by=committee.viewer)
    return made


async def son_of(family: Family) -> UUID:
    return (await FamilyMember.get(account_id=family.son.viewer.account_id)).id


class TestDecide:
    async def test_settles_what_the_village_was_asked(self, world: World, committee: Person, family: Family) -> None:
        member_id, today = await son_of(family), committee.viewer.today
        about: dict[str, Any] = {"elder_id": family.elder_id, "member_id": member_id, "decided_on": today}
        await decide(world.kernel, **about, note="张伟年后不再外出", by=committee.viewer)
        [told] = await decisions(world.kernel, committee.viewer.scope, family.elder_id)
        assert (told.member, told.relation, told.note) == ("张伟", "儿子", "张伟年后不再外出")
        assert "年后".encode() not in bytes((await FamilyDecision.get()).note or b"")
        assert (await Task.get(kind=TaskKind.A_CHILD_SHOULD_STAY)).settlement is Settlement.DONE

    async def test_holds_while_the_elder_stays_ill_and_no_longer(
        self, world: World, committee: Person, family: Family
    ) -> None:
        about: dict[str, Any] = {"elder_id": family.elder_id, "member_id": await son_of(family)}
        await decide(world.kernel, **about, decided_on=committee.viewer.today, note=None, by=committee.viewer)
        for facts, tasks in ((some_facts(seriously_ill=True, poor=True), 1), (some_facts(), 1), (ILL, 2)):
            await change_facts(world.kernel, elder_id=family.elder_id, facts=facts, by=committee.viewer)
            assert await Task.filter(kind=TaskKind.A_CHILD_SHOULD_STAY).count() == tasks

    async def test_names_a_supporter_of_this_elder(self, world: World, committee: Person, family: Family) -> None:
        await confirmed(world, family.elder_id, "李强", "邻居", Duty.CAREGIVER)
        caregiver = await FamilyMember.get(duty=Duty.CAREGIVER)
        stranger = await FamilyMember.get(account_id=(await build_family(world, "李秀兰")).son.viewer.account_id)
        for member in (caregiver, stranger):
            about: dict[str, Any] = {
                "elder_id": family.elder_id,
                "member_id": member.id,
                "decided_on": committee.viewer.today,
            }
            with pytest.raises(FamilyMemberNotFound):
                await decide(world.kernel, **about, note=None, by=committee.viewer)

    async def test_is_of_today_or_before(self, world: World, committee: Person, family: Family) -> None:
        tomorrow = committee.viewer.today + timedelta(days=1)
        about: dict[str, Any] = {"elder_id": family.elder_id, "member_id": await son_of(family), "decided_on": tomorrow}
        with pytest.raises(DecisionInFuture):
            await decide(world.kernel, **about, note=None, by=committee.viewer)

    async def test_is_not_asked_for_where_nothing_says_so(
        self, world: World, committee: Person, family: Family
    ) -> None:
        await change_facts(world.kernel, elder_id=family.elder_id, facts=some_facts(), by=committee.viewer)
        about: dict[str, Any] = {"elder_id": family.elder_id, "member_id": await son_of(family)}
        with pytest.raises(NoDecisionNeeded):
            await decide(world.kernel, **about, decided_on=committee.viewer.today, note=None, by=committee.viewer)

    async def test_is_written_by_the_elders_own_committee(self, world: World, family: Family) -> None:
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        about: dict[str, Any] = {
            "elder_id": family.elder_id,
            "member_id": await son_of(family),
            "decided_on": other.viewer.today,
        }
        for person, refusal in ((other, ElderNotFound), (family.son, RoleCannot)):
            with pytest.raises(refusal):
                await decide(world.kernel, **about, note=None, by=person.viewer)

    async def test_two_at_once_settle_once(self, world: World, committee: Person, family: Family) -> None:
        about: dict[str, Any] = {"elder_id": family.elder_id, "member_id": await son_of(family)}
        both = (
            decide(world.kernel, **about, decided_on=committee.viewer.today, note=None, by=committee.viewer)
            for _ in range(2)
        )
        outcomes = await at_once(Task.filter(subject_id=family.elder_id), *both)
        assert [each for each in outcomes if isinstance(each, BaseException)] == []
        assert await Task.filter(kind=TaskKind.A_CHILD_SHOULD_STAY, settled_at=None).count() == 0
