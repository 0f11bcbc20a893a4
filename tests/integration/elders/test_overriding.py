"""A named person's other decision: for a reason and a time, never to hide what nobody knows, and ended by itself."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders.classifying import change_facts, lift_override, override, reclassify_due
from backend.elders.errors import ElderNotFound, OverrideHidesMissingFacts, OverrideNotFound, OverrideNotPossible
from backend.elders.models import Elder, TierOverrideRecord, TierSpan
from backend.elders.queries import override_stands
from backend.elders.rules import PriorityTier, TierCause
from backend.elders.tiers import Mobility
from tests.factories.race import at_once
from tests.factories.tiers import age, assert_history_holds, on_day, some_facts, spans, told
from tests.factories.village import Person, World

pytestmark = pytest.mark.usefixtures("counted")

TODAY, END = date(2026, 3, 10), date(2026, 4, 10)
REASON = "刚做完手术，先按重点人群探访"


async def override_as(
    world: World, elder_id: UUID, by: Viewer, tier: PriorityTier = PriorityTier.HIGH, *, ends_on: date = END
) -> UUID:
    return await override(world.kernel, elder_id=elder_id, tier=tier, reason=REASON, ends_on=ends_on, by=by)


class TestOverride:
    @pytest.mark.parametrize("role", [Role.COMMITTEE, Role.TOWNSHIP])
    async def test_holds_from_today_and_is_signed(self, world: World, elder_id: UUID, role: Role) -> None:
        await age(elder_id, 5)
        person = await world.person(role, division=world.village if role is Role.COMMITTEE else world.township)
        made = await override_as(world, elder_id, person.viewer)
        assert await spans(elder_id) == [
            (PriorityTier.ROUTINE, date(2026, 3, 5), TODAY),
            (PriorityTier.HIGH, TODAY, None),
        ]
        kept = await TierOverrideRecord.get(id=made)
        assert (kept.set_by, kept.starts_on, kept.ends_on) == (person.viewer.account_id, TODAY, END)
        plain = world.kernel.keys.decrypt(bytes(kept.reason), f"tier_overrides|reason|{made}")
        assert plain.decode() == REASON
        assert (await TierSpan.get(elder_id=elder_id, ends_on=None)).override_id == made
        assert (await Elder.get(id=elder_id)).tier is PriorityTier.HIGH
        assert await told(elder_id) == (1, 1)

    async def test_is_known_to_stand_by_those_who_may_lift_it(self, world: World, elder_id: UUID) -> None:
        clerk = await world.person(Role.TOWNSHIP, division=world.township)
        assert not await override_stands(clerk.viewer.scope, elder_id)
        await override_as(world, elder_id, clerk.viewer)
        assert await override_stands(clerk.viewer.scope, elder_id)
        elsewhere = await world.person(Role.COMMITTEE, division=world.neighbour)
        assert not await override_stands(elsewhere.viewer.scope, elder_id)
        await lift_override(world.kernel, elder_id=elder_id, by=clerk.viewer)
        assert not await override_stands(clerk.viewer.scope, elder_id)

    async def test_outlives_a_change_of_facts(self, world: World, committee: Person, elder_id: UUID) -> None:
        await override_as(world, elder_id, committee.viewer, PriorityTier.MEDIUM)
        facts = some_facts(mobility=Mobility.BEDRIDDEN)
        assert (
            await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
        ) is PriorityTier.MEDIUM

    async def test_of_another_takes_its_place(self, world: World, committee: Person, elder_id: UUID) -> None:
        first = await override_as(world, elder_id, committee.viewer)
        second = await override_as(
            world, elder_id, on_day(committee.viewer, TODAY + timedelta(days=2)), PriorityTier.MEDIUM
        )
        assert (await TierOverrideRecord.get(id=first)).ends_on == TODAY + timedelta(days=2)
        assert (await TierOverrideRecord.get(id=second)).ends_on == END
        assert [tier for tier, _, _ in await spans(elder_id)] == [PriorityTier.HIGH, PriorityTier.MEDIUM]
        await assert_history_holds(elder_id)

    async def test_makes_nobody_routine_whom_too_little_is_known_of(self, world: World, committee: Person) -> None:
        unknown = await world.elder(tier=PriorityTier.UNCLASSIFIED)
        with pytest.raises(OverrideHidesMissingFacts):
            await override_as(world, unknown, committee.viewer, PriorityTier.ROUTINE)
        assert await TierOverrideRecord.all().count() == 0

    async def test_stops_making_routine_when_facts_get_lost(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await override_as(world, elder_id, committee.viewer, PriorityTier.ROUTINE)
        facts = some_facts(dementia=None)
        tier = await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
        assert tier is PriorityTier.UNCLASSIFIED
        assert (await TierSpan.get(elder_id=elder_id, ends_on=None)).override_id is None

    @pytest.mark.parametrize("ends_on", [TODAY, TODAY - timedelta(days=1), date(2027, 3, 12), date(9999, 12, 31)])
    async def test_needs_an_end_within_a_year(
        self, world: World, committee: Person, elder_id: UUID, ends_on: date
    ) -> None:
        with pytest.raises(OverrideNotPossible):
            await override_as(world, elder_id, committee.viewer, ends_on=ends_on)
        assert await told(elder_id) == (0, 0)

    async def test_needs_a_reason(self, world: World, committee: Person, elder_id: UUID) -> None:
        with pytest.raises(OverrideNotPossible):
            await override(
                world.kernel, elder_id=elder_id, tier=PriorityTier.HIGH, reason=" 　", ends_on=END, by=committee.viewer
            )

    @pytest.mark.parametrize("role", [Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COUNTY])
    async def test_is_for_committee_and_township(self, world: World, elder_id: UUID, role: Role) -> None:
        division = world.county if role is Role.COUNTY else None
        person = await world.person(role, division=division, elders=() if division else (elder_id,))
        with pytest.raises(RoleCannot):
            await override_as(world, elder_id, person.viewer)
        with pytest.raises(RoleCannot):
            await lift_override(world.kernel, elder_id=elder_id, by=person.viewer)

    async def test_is_not_for_another_village(self, world: World, elder_id: UUID) -> None:
        stranger = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(ElderNotFound):
            await override_as(world, elder_id, stranger.viewer)
        with pytest.raises(ElderNotFound):
            await lift_override(world.kernel, elder_id=elder_id, by=stranger.viewer)

    async def test_of_two_at_once_leaves_one_standing(self, world: World, committee: Person, elder_id: UUID) -> None:
        await age(elder_id, 5)
        await at_once(
            Elder.filter(id=elder_id),
            override_as(world, elder_id, committee.viewer),
            override_as(world, elder_id, committee.viewer, PriorityTier.MEDIUM),
        )
        standing = await TierOverrideRecord.get(elder_id=elder_id, ends_on=END)
        assert (await TierSpan.get(elder_id=elder_id, ends_on=None)).override_id == standing.id
        assert (await Elder.get(id=elder_id)).tier is standing.tier
        await assert_history_holds(elder_id)


class TestLiftOverride:
    async def test_lets_the_facts_decide_again(self, world: World, committee: Person, elder_id: UUID) -> None:
        await override_as(world, elder_id, committee.viewer)
        later = on_day(committee.viewer, TODAY + timedelta(days=3))
        await lift_override(world.kernel, elder_id=elder_id, by=later)
        assert await spans(elder_id) == [
            (PriorityTier.HIGH, TODAY, TODAY + timedelta(days=3)),
            (PriorityTier.ROUTINE, TODAY + timedelta(days=3), None),
        ]
        assert (await TierSpan.get(elder_id=elder_id, ends_on=None)).cause is TierCause.OVERRIDE_ENDED
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.TIER_OVERRIDE_LIFTED).count() == 1

    async def test_finds_none_a_second_time(self, world: World, committee: Person, elder_id: UUID) -> None:
        await override_as(world, elder_id, committee.viewer)
        await lift_override(world.kernel, elder_id=elder_id, by=committee.viewer)
        with pytest.raises(OverrideNotFound):
            await lift_override(world.kernel, elder_id=elder_id, by=committee.viewer)


class TestEnd:
    async def test_comes_by_itself_on_the_day_and_not_before(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await override_as(world, elder_id, committee.viewer)
        assert await reclassify_due(world.kernel, END - timedelta(days=1)) == 0
        assert (await Elder.get(id=elder_id)).tier is PriorityTier.HIGH
        assert await reclassify_due(world.kernel, END) == 1
        assert await spans(elder_id) == [(PriorityTier.HIGH, TODAY, END), (PriorityTier.ROUTINE, END, None)]
        assert (await TierSpan.get(elder_id=elder_id, ends_on=None)).cause is TierCause.OVERRIDE_ENDED
        assert await reclassify_due(world.kernel, END) == 0

    async def test_of_one_that_changed_nothing_else_is_seen_too(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await override_as(world, elder_id, committee.viewer, PriorityTier.ROUTINE)
        assert await reclassify_due(world.kernel, END) == 1
        assert (await TierSpan.get(elder_id=elder_id, ends_on=None)).override_id is None
