"""Reading health facts, tiers and their reasons: for those at the full file only, each within sight."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.divisions.scope import LevelTooLow, Scope
from backend.elders import standing
from backend.elders.classifying import assess, change_facts, override
from backend.elders.errors import ElderNotFound
from backend.elders.findings import eligibility, known_facts, living_alone_against_advice, tier_history
from backend.elders.flags import Flag
from backend.elders.judging import Situation, judge_eligibility
from backend.elders.models import Elder
from backend.elders.risk import RiskLevel
from backend.elders.rules import AbilityLevel, EntryReason, LeaveReason, PriorityTier, TierCause
from backend.elders.staying import come_back, leave
from backend.elders.tiers import DisabilityGrade, Mobility, TierReason
from backend.policies.actions import set_policy
from backend.policies.rules import RiskStandard
from tests.factories.tiers import WELL, on_day, scores_of, some_facts
from tests.factories.village import Person, World

TODAY, END = date(2026, 3, 10), date(2026, 4, 10)

Read = Callable[[World, Scope, UUID], Awaitable[object]]
READS: list[Read] = [
    lambda world, scope, elder_id: known_facts(scope, elder_id),
    lambda world, scope, elder_id: tier_history(world.kernel, scope, elder_id),
    lambda world, scope, elder_id: eligibility(scope, elder_id),
    lambda world, scope, elder_id: standing.marks(scope, elder_id),
    lambda world, scope, elder_id: standing.stays(scope, elder_id),
    lambda world, scope, elder_id: standing.assessments(scope, elder_id),
    lambda world, scope, elder_id: standing.situation(scope, elder_id),
]


class TestReads:
    @pytest.mark.parametrize("read", READS)
    @pytest.mark.parametrize("role", [Role.TOWNSHIP, Role.COUNTY])
    async def test_show_township_and_county_no_health(
        self, world: World, elder_id: UUID, read: Read, role: Role
    ) -> None:
        division = world.township if role is Role.TOWNSHIP else world.county
        person = await world.person(role, division=division)
        with pytest.raises(LevelTooLow):
            await read(world, person.viewer.scope, elder_id)
        with pytest.raises(LevelTooLow):
            await living_alone_against_advice(person.viewer.scope)

    @pytest.mark.parametrize("read", READS)
    async def test_show_nothing_out_of_sight(self, world: World, elder_id: UUID, read: Read) -> None:
        other = await world.elder()
        for person in (
            await world.person(Role.COMMITTEE, division=world.neighbour),
            await world.person(Role.VOLUNTEER, elders=(other,)),
        ):
            with pytest.raises(ElderNotFound):
                await read(world, person.viewer.scope, elder_id)

    @pytest.mark.parametrize("read", READS)
    @pytest.mark.parametrize("role", [Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER])
    async def test_are_open_to_those_who_look_after_the_elder(
        self, world: World, elder_id: UUID, read: Read, role: Role
    ) -> None:
        person = await world.person(role, elders=(elder_id,))
        await read(world, person.viewer.scope, elder_id)


class TestKnownFacts:
    async def test_tell_what_was_told(self, world: World, committee: Person, elder_id: UUID) -> None:
        facts = some_facts(disability=DisabilityGrade.THREE, dementia=None, poor=True, living_alone=False)
        await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
        assert await known_facts(committee.viewer.scope, elder_id) == facts


class TestTierHistory:
    async def test_tells_tiers_with_their_reasons_and_who_decided_otherwise(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        facts = some_facts(mobility=Mobility.DIFFICULT)
        day = TODAY + timedelta(days=2)
        await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=on_day(committee.viewer, day))
        await override(
            world.kernel,
            elder_id=elder_id,
            tier=PriorityTier.HIGH,
            reason="刚做完手术",
            ends_on=END,
            by=on_day(committee.viewer, day + timedelta(days=1)),
        )
        latest, changed, first = await tier_history(world.kernel, committee.viewer.scope, elder_id)
        assert (first.tier, first.reasons, first.cause) == (
            PriorityTier.ROUTINE,
            [TierReason.HEALTHY],
            TierCause.REGISTERED,
        )
        assert (changed.tier, changed.reasons, changed.starts_on, changed.override) == (
            PriorityTier.MEDIUM,
            [TierReason.MOVES_WITH_DIFFICULTY],
            day,
            None,
        )
        assert (latest.tier, latest.reasons, latest.ends_on) == (PriorityTier.HIGH, changed.reasons, None)
        assert latest.override is not None
        assert (latest.override.set_by, latest.override.reason, latest.override.ends_on) == (
            "赵志强",
            "刚做完手术",
            END,
        )


class TestMarks:
    async def test_tell_what_is_certain_and_what_is_not_known(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        facts = some_facts(mobility=Mobility.DIFFICULT, living_alone=True, poor=None, seriously_ill=False)
        await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
        found = await standing.marks(committee.viewer.scope, elder_id)
        assert found.raised == [Flag.MUST_NOT_LIVE_ALONE, Flag.LIVES_ALONE, Flag.ABILITY_LOST]
        assert Flag.POOR in found.open
        assert (found.risk, found.points, found.high_from) == (RiskLevel.HIGH, 8, 6)
        assert found.at_most > found.points

    async def test_weigh_by_the_village_s_own_standard(self, world: World, committee: Person, elder_id: UUID) -> None:
        await set_policy(
            world.kernel,
            division_id=world.village.id,
            value=RiskStandard(lives_alone=5, high_from=7),
            starts_on=TODAY,
            by=(await world.person(Role.COUNTY, division=world.county)).viewer,
        )
        await Elder.filter(id=elder_id).update(living_alone=True)
        found = await standing.marks(committee.viewer.scope, elder_id)
        assert (found.risk, found.points) == (RiskLevel.MEDIUM, 5)


class TestStays:
    async def test_tell_where_from_when_until_when_and_why(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await leave(world.kernel, elder_id=elder_id, reason=LeaveReason.INSTITUTION, on=TODAY, by=committee.viewer)
        await come_back(world.kernel, elder_id=elder_id, on=TODAY, by=committee.viewer)
        back, first = await standing.stays(committee.viewer.scope, elder_id)
        assert (back.entered, back.starts_on, back.ends_on) == (EntryReason.CAME_BACK, TODAY, None)
        assert (first.village, first.ends_on, first.left) == (world.village.name, TODAY, LeaveReason.INSTITUTION)


class TestAssessments:
    async def test_come_the_latest_first(self, world: World, committee: Person, elder_id: UUID) -> None:
        for days, points in ((9, 90), (2, 50), (5, 70)):
            day, scores = TODAY - timedelta(days=days), scores_of(points)
            await assess(
                world.kernel, elder_id=elder_id, assessed_on=day, scores=scores, conditions=WELL, by=committee.viewer
            )
        found = await standing.assessments(committee.viewer.scope, elder_id)
        assert [(TODAY - row.assessed_on).days for row in found] == [2, 5, 9]
        assert found[2].level == AbilityLevel.INTACT


class TestSituation:
    async def test_is_what_was_told_last(self, world: World, committee: Person, elder_id: UUID) -> None:
        assert await standing.situation(committee.viewer.scope, elder_id) is None
        for countryside in (False, True):
            told = Situation(lives_in_countryside=countryside, supporters=())
            await judge_eligibility(world.kernel, elder_id=elder_id, facts=told, by=committee.viewer)
            assert await standing.situation(committee.viewer.scope, elder_id) == told


class TestLivingAloneAgainstAdvice:
    @pytest.mark.parametrize(
        ("columns", "listed"),
        [
            ({"ability_level": AbilityLevel.MODERATE}, True),
            ({"ability_level": AbilityLevel.COMPLETE}, True),
            ({"ability_level": AbilityLevel.MILD}, False),
            ({"mobility": Mobility.DIFFICULT}, True),
            ({"mobility": Mobility.UNKNOWN}, False),
            ({"dementia": True}, True),
            ({"ability_level": AbilityLevel.MODERATE, "living_alone": False}, False),
            ({"ability_level": AbilityLevel.MODERATE, "left_on": TODAY}, False),
        ],
    )
    async def test_lists_those_of_moderate_loss_or_worse(
        self, world: World, committee: Person, elder_id: UUID, columns: dict[str, object], listed: bool
    ) -> None:
        await Elder.filter(id=elder_id).update(**columns)
        found = await living_alone_against_advice(committee.viewer.scope)
        assert [row.id for row in found] == ([elder_id] if listed else [])

    async def test_is_of_the_village_alone(self, world: World, committee: Person) -> None:
        await world.elder(village=world.neighbour, tier=PriorityTier.MEDIUM)
        mine = await world.elder(tier=PriorityTier.MEDIUM)
        assert [row.id for row in await living_alone_against_advice(committee.viewer.scope)] == [mine]
