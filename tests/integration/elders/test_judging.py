"""Eligibility: judged by the policy of place and day, kept with its reasons, and again when something changes."""

import asyncio
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders import judging
from backend.elders.classifying import change_facts
from backend.elders.eligibility import (
    Answer,
    Criterion,
    Eligibility,
    EligibilityReason,
    Supporter,
    Verdict,
    Whereabouts,
)
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.elders.findings import eligibility
from backend.elders.judging import Situation, judge_eligibility, latest, rejudge, rejudge_due
from backend.elders.models import Elder, EligibilityJudgement
from backend.elders.staying import move
from backend.outbox.models import OutboxEntry
from backend.policies.actions import set_policy
from backend.policies.rules import AwayFrom, EligibilityPolicy
from tests.factories.race import at_once
from tests.factories.tiers import on_day, some_facts
from tests.factories.village import Person, World

TODAY = date(2026, 3, 10)
AWAY = Supporter(whereabouts=Whereabouts.CITY, since=date(2020, 2, 1), for_work=True, able=True)


def a_situation(*supporters: Supporter, **changes: Any) -> Situation:
    situation = Situation(lives_in_countryside=True, supporters=supporters or (AWAY,))
    return msgspec.structs.replace(situation, **changes)


@pytest.fixture
async def elder_id(world: World, committee: Person) -> UUID:
    """Registered here, and so written down."""
    made = await world.elder()
    await change_facts(world.kernel, elder_id=made, facts=some_facts(), by=committee.viewer)
    return made


async def judged(world: World, elder_id: UUID, by: Person, situation: Situation | None = None) -> Eligibility:
    return await judge_eligibility(world.kernel, elder_id=elder_id, facts=situation or a_situation(), by=by.viewer)


async def narrower(world: World, starts_on: date) -> EligibilityPolicy:
    """From `starts_on` the county counts only those whose supporter left the city."""
    bureau = await world.person(Role.COUNTY, division=world.county)
    value = EligibilityPolicy(away_from=AwayFrom.CITY, months_away=12)
    await set_policy(world.kernel, division_id=world.county.id, value=value, starts_on=starts_on, by=bureau.viewer)
    return value


class TestJudgeEligibility:
    async def test_keeps_every_answer_its_reason_and_the_policy(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        found = await judged(world, elder_id, committee)
        assert found.verdict is Verdict.ADMITTED
        kept = (await eligibility(committee.viewer.scope, elder_id)).latest
        assert kept is not None
        assert (kept.verdict, kept.judged_on, kept.policy) == (Verdict.ADMITTED, TODAY, EligibilityPolicy())
        assert [(each.criterion, each.answer) for each in kept.answers] == [(each, Answer.MET) for each in Criterion]
        assert kept.answers[3].reason is EligibilityReason.AWAY_LONG_ENOUGH
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.ELIGIBILITY_JUDGED).count() == 1
        assert await OutboxEntry.filter(topic="EligibilityJudged").count() == 1

    async def test_asks_the_policy_of_the_place(self, world: World, committee: Person, elder_id: UUID) -> None:
        value = await narrower(world, TODAY)
        found = await judged(world, elder_id, committee)
        assert (found.verdict, found.policy) == (Verdict.REJECTED, value)

    async def test_leaves_open_what_nobody_knows(self, world: World, committee: Person, elder_id: UUID) -> None:
        found = await judged(world, elder_id, committee, a_situation(supporters=None))
        assert found.verdict is Verdict.OPEN

    async def test_of_the_same_again_keeps_one(self, world: World, committee: Person, elder_id: UUID) -> None:
        for _ in range(3):
            await judged(world, elder_id, committee)
        assert await EligibilityJudgement.filter(elder_id=elder_id).count() == 1

    async def test_of_two_at_once_keeps_one(self, world: World, committee: Person, elder_id: UUID) -> None:
        await at_once(Elder.filter(id=elder_id), judged(world, elder_id, committee), judged(world, elder_id, committee))
        assert await EligibilityJudgement.filter(elder_id=elder_id).count() == 1

    @pytest.mark.parametrize("role", [Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.TOWNSHIP, Role.COUNTY])
    async def test_is_for_the_committee(self, world: World, elder_id: UUID, role: Role) -> None:
        division = {Role.TOWNSHIP: world.township, Role.COUNTY: world.county}.get(role)
        person = await world.person(role, division=division, elders=() if division else (elder_id,))
        with pytest.raises(RoleCannot):
            await judged(world, elder_id, person)

    async def test_is_not_for_another_village(self, world: World, elder_id: UUID) -> None:
        with pytest.raises(ElderNotFound):
            await judged(world, elder_id, await world.person(Role.COMMITTEE, division=world.neighbour))

    async def test_is_not_for_one_who_left(self, world: World, committee: Person, elder_id: UUID) -> None:
        await Elder.filter(id=elder_id).update(left_on=TODAY)
        with pytest.raises(ElderNotOnRegister):
            await judged(world, elder_id, committee)


class TestRejudge:
    async def test_follows_a_change_of_facts(self, world: World, committee: Person, elder_id: UUID) -> None:
        await judged(world, elder_id, committee)
        world.clock.advance(timedelta(minutes=1))
        await change_facts(
            world.kernel, elder_id=elder_id, facts=some_facts(registered_here=False), by=committee.viewer
        )
        found = await eligibility(committee.viewer.scope, elder_id)
        assert found.latest is not None
        assert found.latest.verdict is Verdict.REJECTED
        assert found.latest.answers[1].reason is EligibilityReason.REGISTERED_ELSEWHERE

    async def test_by_another_policy_still_tells_the_one_that_admitted(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await judged(world, elder_id, committee)
        day = TODAY + timedelta(days=30)
        value = await narrower(world, day)
        world.clock.advance(timedelta(days=30))
        again = await rejudge(world.kernel, elder_id, day, committee.viewer.actor)
        assert again is not None
        assert again.verdict is Verdict.REJECTED
        found = await eligibility(on_day(committee.viewer, day).scope, elder_id)
        assert found.latest is not None
        assert found.admitted is not None
        assert (found.latest.policy, found.admitted.policy) == (value, EligibilityPolicy())
        assert found.admitted.judged_on == TODAY

    async def test_sees_that_the_months_have_passed(self, world: World, committee: Person, elder_id: UUID) -> None:
        lately = msgspec.structs.replace(AWAY, since=TODAY - timedelta(days=150))
        assert (await judged(world, elder_id, committee, a_situation(lately))).verdict is Verdict.REJECTED
        again = await rejudge(world.kernel, elder_id, TODAY + timedelta(days=60), committee.viewer.actor)
        assert again is not None
        assert again.verdict is Verdict.ADMITTED

    async def test_judges_nobody_who_never_was(self, world: World, committee: Person, elder_id: UUID) -> None:
        assert await rejudge(world.kernel, elder_id, TODAY, committee.viewer.actor) is None
        assert await EligibilityJudgement.all().count() == 0


class TestRejudgeDue:
    async def test_follows_a_policy_from_its_day_on(self, world: World, committee: Person, elder_id: UUID) -> None:
        await judged(world, elder_id, committee)
        day = TODAY + timedelta(days=30)
        value = await narrower(world, day)
        assert await rejudge_due(world.kernel, day - timedelta(days=1)) == 0
        world.clock.advance(timedelta(days=30))
        assert await rejudge_due(world.kernel, day) == 1
        found = (await eligibility(on_day(committee.viewer, day).scope, elder_id)).latest
        assert found is not None
        assert (found.verdict, found.judged_on, found.policy) == (Verdict.REJECTED, day, value)
        assert await rejudge_due(world.kernel, day) == 0

    async def test_asks_what_holds_nearest(self, world: World, committee: Person, elder_id: UUID) -> None:
        """The county's text says otherwise since today; the township keeps to what it was."""
        await judged(world, elder_id, committee)
        clerk = (await world.person(Role.TOWNSHIP, division=world.township)).viewer
        same = EligibilityPolicy()
        await set_policy(world.kernel, division_id=world.township.id, value=same, starts_on=TODAY, by=clerk)
        await narrower(world, TODAY)
        assert await rejudge_due(world.kernel, TODAY) == 0

    async def test_follows_a_move_to_where_another_policy_holds(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        clerk = (await world.person(Role.TOWNSHIP, division=world.township)).viewer
        value = EligibilityPolicy(minimum_age=80)
        await set_policy(world.kernel, division_id=world.neighbour.id, value=value, starts_on=TODAY, by=clerk)
        await judged(world, elder_id, committee)
        assert await rejudge_due(world.kernel, TODAY) == 0
        await move(world.kernel, elder_id=elder_id, village_id=world.neighbour.id, on=TODAY, by=clerk)
        world.clock.advance(timedelta(minutes=1))
        assert await rejudge_due(world.kernel, TODAY) == 1
        kept = await latest(elder_id)
        assert kept is not None
        assert kept.verdict is Verdict.REJECTED

    async def test_passes_over_who_left_and_who_was_never_judged(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await judged(world, elder_id, committee)
        await world.elder()
        await Elder.filter(id=elder_id).update(left_on=TODAY)
        await narrower(world, TODAY)
        assert await rejudge_due(world.kernel, TODAY) == 0

    async def test_by_two_workers_in_small_batches_judges_each_once(
        self, world: World, committee: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(judging, "BATCH", 2)
        people = [await world.elder() for _ in range(5)]
        for each in people:
            await judged(world, each, committee)
        await narrower(world, TODAY)
        world.clock.advance(timedelta(minutes=1))
        await asyncio.gather(rejudge_due(world.kernel, TODAY), rejudge_due(world.kernel, TODAY))
        assert await EligibilityJudgement.all().count() == 2 * len(people)

    async def test_lets_one_that_fails_keep_nobody_waiting(
        self, world: World, committee: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(judging, "BATCH", 1)
        people = [await world.elder() for _ in range(3)]
        for each in people:
            await judged(world, each, committee)
        await EligibilityJudgement.filter(elder_id=people[0]).update(answers="broken")
        await narrower(world, TODAY)
        world.clock.advance(timedelta(minutes=1))
        assert await rejudge_due(world.kernel, TODAY) == 2
