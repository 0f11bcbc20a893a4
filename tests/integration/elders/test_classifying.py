"""Ability, facts and tier: what is found out leads to a tier, its history says why, and nobody else may."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from random import Random
from uuid import UUID

import msgspec
import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders.ability import Conditions
from backend.elders.classifying import (
    Assessed,
    ElderFacts,
    assess,
    change_facts,
    lift_override,
    override,
    reclassify,
    reclassify_due,
    tier_facts,
)
from backend.elders.errors import AbilityItemMissing, AssessmentDayNotPossible, ElderNotFound, ElderNotOnRegister
from backend.elders.models import AbilityAssessment, Elder, TierSpan
from backend.elders.rules import AbilityLevel, PriorityTier, TierCause
from backend.elders.tiers import DisabilityGrade, MissingFact, Mobility, TierReason, classify
from backend.kit.errors import Refusal
from backend.outbox.models import OutboxEntry
from tests.factories.race import at_once
from tests.factories.tiers import (
    WELL,
    age,
    assert_history_holds,
    on_day,
    scores_of,
    some_facts,
    spans,
    told,
)
from tests.factories.village import Person, World

pytestmark = pytest.mark.usefixtures("counted")

TODAY = date(2026, 3, 10)


async def assess_as(
    world: World, elder_id: UUID, by: Viewer, points: int, *, on: date = TODAY, conditions: Conditions = WELL
) -> Assessed:
    return await assess(
        world.kernel, elder_id=elder_id, assessed_on=on, scores=scores_of(points), conditions=conditions, by=by
    )


class TestRegister:
    @pytest.mark.parametrize("tier", PriorityTier)
    async def test_finds_the_tier_from_the_facts(self, world: World, tier: PriorityTier) -> None:
        elder_id = await world.elder(tier=tier)
        assert (await Elder.get(id=elder_id)).tier is tier
        assert await spans(elder_id) == [(tier, TODAY, None)]

    async def test_finds_the_very_old_without_asking(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.UNCLASSIFIED, born_on=date(1946, 3, 10))
        assert await spans(elder_id) == [(PriorityTier.HIGH, TODAY, None)]

    async def test_says_why_and_what_is_missing(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.UNCLASSIFIED)
        span = await TierSpan.get(elder_id=elder_id)
        assert msgspec.json.decode(span.missing) == [
            MissingFact.ABILITY_OR_MOBILITY,
            MissingFact.DISABILITY,
            MissingFact.DEMENTIA,
        ]
        assert (span.reasons, span.cause) == ("[]", TierCause.REGISTERED)

    async def test_tells_the_first_tier_as_part_of_registering(self, elder_id: UUID) -> None:
        assert await told(elder_id) == (0, 0)


class TestAssess:
    @pytest.mark.parametrize(
        ("points", "level", "tier"),
        [
            (90, AbilityLevel.INTACT, PriorityTier.ROUTINE),
            (66, AbilityLevel.MILD, PriorityTier.ROUTINE),
            (46, AbilityLevel.MODERATE, PriorityTier.MEDIUM),
            (30, AbilityLevel.SEVERE, PriorityTier.HIGH),
            (0, AbilityLevel.COMPLETE, PriorityTier.HIGH),
        ],
    )
    async def test_leads_to_level_and_tier(
        self, world: World, committee: Person, elder_id: UUID, points: int, level: AbilityLevel, tier: PriorityTier
    ) -> None:
        made = await assess_as(world, elder_id, committee.viewer, points)
        elder = await Elder.get(id=elder_id)
        assert (made.level, elder.ability_level, elder.tier, made.tier) == (level, level, tier, tier)

    async def test_keeps_the_answers_encrypted_in_their_own_row(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        made = await assess_as(world, elder_id, committee.viewer, 70)
        kept = await AbilityAssessment.get(id=made.id)
        assert b"eating" not in bytes(kept.answers)
        plain = world.kernel.keys.decrypt(bytes(kept.answers), f"assessments|answers|{made.id}")
        answers = msgspec.json.decode(plain)
        assert sum(answers["scores"].values()) == 70
        assert answers["conditions"] == msgspec.to_builtins(WELL)
        assert (kept.recorded_by, kept.assessed_on) == (committee.viewer.account_id, TODAY)

    async def test_takes_a_diagnosis_of_dementia_over(self, world: World, committee: Person, elder_id: UUID) -> None:
        ill = msgspec.structs.replace(WELL, dementia=True)
        await assess_as(world, elder_id, committee.viewer, 90, conditions=ill)
        elder = await Elder.get(id=elder_id)
        assert (elder.dementia, elder.ability_level, elder.tier) == (True, AbilityLevel.MILD, PriorityTier.HIGH)

    async def test_heals_no_dementia_but_answers_what_nobody_knew(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        nobody_asked = await world.elder(tier=PriorityTier.UNCLASSIFIED)
        await change_facts(world.kernel, elder_id=elder_id, facts=some_facts(dementia=True), by=committee.viewer)
        for each in (elder_id, nobody_asked):
            await assess_as(world, each, committee.viewer, 90)
        assert (await Elder.get(id=elder_id)).dementia is True
        assert (await Elder.get(id=nobody_asked)).dementia is False

    async def test_of_an_earlier_day_does_not_replace_a_later_one(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await assess_as(world, elder_id, committee.viewer, 30)
        world.clock.advance(timedelta(minutes=1))
        late = await assess_as(world, elder_id, committee.viewer, 90, on=TODAY - timedelta(days=1))
        assert (late.level, late.ability_level) == (AbilityLevel.INTACT, AbilityLevel.SEVERE)
        assert await AbilityAssessment.filter(elder_id=elder_id).count() == 2
        assert (await Elder.get(id=elder_id)).tier is PriorityTier.HIGH

    @pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(2022, 12, 29), date(9999, 12, 31)])
    async def test_refuses_a_day_that_cannot_be(
        self, world: World, committee: Person, elder_id: UUID, day: date
    ) -> None:
        with pytest.raises(AssessmentDayNotPossible):
            await assess_as(world, elder_id, committee.viewer, 90, on=day)
        assert await AbilityAssessment.all().count() == 0

    async def test_keeps_nothing_of_half_an_assessment(self, world: World, committee: Person, elder_id: UUID) -> None:
        half = dict(list(scores_of(90).items())[:20])
        with pytest.raises(AbilityItemMissing):
            await assess(
                world.kernel, elder_id=elder_id, assessed_on=TODAY, scores=half, conditions=WELL, by=committee.viewer
            )
        assert await AbilityAssessment.all().count() == 0


class TestChangeFacts:
    async def test_leads_to_another_tier_and_says_why(self, world: World, committee: Person, elder_id: UUID) -> None:
        await age(elder_id, 30)
        facts = some_facts(mobility=Mobility.BEDRIDDEN, disability=DisabilityGrade.TWO)
        tier = await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
        assert tier is PriorityTier.HIGH
        assert await spans(elder_id) == [
            (PriorityTier.ROUTINE, date(2026, 2, 8), TODAY),
            (PriorityTier.HIGH, TODAY, None),
        ]
        span = await TierSpan.get(elder_id=elder_id, ends_on=None)
        assert set(msgspec.json.decode(span.reasons)) == {TierReason.BEDRIDDEN, TierReason.DISABILITY_ONE_OR_TWO}
        assert span.cause is TierCause.FACTS_CHANGED
        assert await told(elder_id) == (1, 1)

    async def test_tells_before_and_after_and_nothing_of_the_body(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await change_facts(world.kernel, elder_id=elder_id, facts=some_facts(dementia=True), by=committee.viewer)
        entry = await OutboxEntry.get(topic="TierChanged")
        assert msgspec.json.decode(entry.payload) == {
            "elder_id": str(elder_id),
            "before": "routine",
            "after": "high",
            "cause": "facts_changed",
        }

    async def test_keeps_every_fact(self, world: World, committee: Person, elder_id: UUID) -> None:
        facts = ElderFacts(
            living_alone=False,
            mobility=Mobility.DIFFICULT,
            disability=DisabilityGrade.FOUR,
            dementia=None,
            seriously_ill=True,
            poor=True,
            minor_at_home=True,
            registered_here=False,
            accepts_services=False,
        )
        await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
        kept = await Elder.get(id=elder_id)
        assert {name: getattr(kept, name) for name in facts.__struct_fields__} == msgspec.structs.asdict(facts)

    async def test_of_the_same_again_changes_nothing(self, world: World, committee: Person, elder_id: UUID) -> None:
        for _ in range(3):
            await change_facts(world.kernel, elder_id=elder_id, facts=some_facts(dementia=True), by=committee.viewer)
        assert await told(elder_id) == (1, 1)
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.ELDER_FACTS_CHANGED).count() == 1

    async def test_that_leaves_the_reasons_leaves_the_history(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await age(elder_id, 30)
        await change_facts(world.kernel, elder_id=elder_id, facts=some_facts(poor=True), by=committee.viewer)
        assert await spans(elder_id) == [(PriorityTier.ROUTINE, date(2026, 2, 8), None)]
        assert await told(elder_id) == (0, 0)

    async def test_of_a_reason_alone_stands_in_the_history(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await age(elder_id, 30)
        for facts in (some_facts(dementia=True), some_facts(dementia=True, disability=DisabilityGrade.ONE)):
            await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
            await age(elder_id, 1)
        assert [tier for tier, _, _ in await spans(elder_id)] == [
            PriorityTier.ROUTINE,
            PriorityTier.HIGH,
            PriorityTier.HIGH,
        ]
        await assert_history_holds(elder_id)

    async def test_and_back_on_one_day_is_as_if_nothing_had_been(
        self, world: World, committee: Person, elder_id: UUID
    ) -> None:
        await age(elder_id, 30)
        for facts in (some_facts(dementia=True), some_facts()):
            await change_facts(world.kernel, elder_id=elder_id, facts=facts, by=committee.viewer)
        assert await spans(elder_id) == [(PriorityTier.ROUTINE, date(2026, 2, 8), None)]
        assert await told(elder_id) == (2, 2)

    async def test_on_the_first_day_leaves_one_span(self, world: World, committee: Person, elder_id: UUID) -> None:
        await change_facts(world.kernel, elder_id=elder_id, facts=some_facts(dementia=True), by=committee.viewer)
        assert await spans(elder_id) == [(PriorityTier.HIGH, TODAY, None)]

    async def test_of_two_at_once_ends_in_one_history(self, world: World, committee: Person, elder_id: UUID) -> None:
        await age(elder_id, 30)
        both = await at_once(
            Elder.filter(id=elder_id),
            change_facts(world.kernel, elder_id=elder_id, facts=some_facts(dementia=True), by=committee.viewer),
            change_facts(
                world.kernel, elder_id=elder_id, facts=some_facts(mobility=Mobility.DIFFICULT), by=committee.viewer
            ),
        )
        assert [each for each in both if isinstance(each, BaseException)] == []
        await assert_history_holds(elder_id)
        elder = await Elder.get(id=elder_id)
        assert elder.tier is classify(tier_facts(elder), TODAY).tier
        assert await told(elder_id) == (2, 2)


class TestReclassify:
    async def test_again_and_at_once_changes_nothing_more(self, world: World, elder_id: UUID) -> None:
        await age(elder_id, 30)
        await Elder.filter(id=elder_id).update(mobility=Mobility.BEDRIDDEN)
        by = (await world.person(Role.COMMITTEE, division=world.village)).viewer.actor
        changed = await at_once(
            Elder.filter(id=elder_id),
            *(reclassify(world.kernel, elder_id, TierCause.FACTS_CHANGED, TODAY, by) for _ in range(3)),
        )
        assert sorted(map(str, changed)) == ["False", "False", "True"]
        assert await told(elder_id) == (1, 1)
        await assert_history_holds(elder_id)

    async def test_closes_the_history_of_one_who_left_and_opens_it_on_return(
        self, world: World, elder_id: UUID
    ) -> None:
        by = (await world.person(Role.COMMITTEE, division=world.village)).viewer.actor
        left, back = date(2026, 4, 1), date(2026, 5, 1)
        await Elder.filter(id=elder_id).update(left_on=left)
        assert await reclassify(world.kernel, elder_id, TierCause.FACTS_CHANGED, left, by)
        assert not await reclassify(world.kernel, elder_id, TierCause.FACTS_CHANGED, left, by)
        await Elder.filter(id=elder_id).update(left_on=None)
        await reclassify(world.kernel, elder_id, TierCause.REGISTERED, back, by)
        assert await spans(elder_id) == [(PriorityTier.ROUTINE, TODAY, left), (PriorityTier.ROUTINE, back, None)]

    async def test_looks_past_a_span_of_no_day(self, world: World, elder_id: UUID) -> None:
        """One who came, left and came back on one day: what ends here is both the earlier tier and an empty one."""
        by = (await world.person(Role.COMMITTEE, division=world.village)).viewer.actor
        await age(elder_id, 30)
        await Elder.filter(id=elder_id).update(mobility=Mobility.BEDRIDDEN)
        await reclassify(world.kernel, elder_id, TierCause.FACTS_CHANGED, TODAY, by)
        await TierSpan.create(
            elder_id=elder_id, tier=PriorityTier.HIGH, reasons="[]", missing="[]", cause=TierCause.REGISTERED,
            starts_on=TODAY, ends_on=TODAY, recorded_at=world.clock.now(),
        )  # fmt: skip
        await Elder.filter(id=elder_id).update(mobility=Mobility.FREE)
        assert await reclassify(world.kernel, elder_id, TierCause.FACTS_CHANGED, TODAY, by)
        lasting = [span for span in await spans(elder_id) if span[1] != span[2]]
        assert lasting == [(PriorityTier.ROUTINE, date(2026, 2, 8), None)]


class TestHistory:
    @pytest.mark.parametrize("seed", range(3))
    async def test_of_whatever_happens_has_neither_gap_nor_overlap(
        self, world: World, committee: Person, seed: int
    ) -> None:
        """Days of many things and of none; what each day ended with is remembered beside, and the history agrees."""
        dice = Random(seed)
        elder_id = await world.elder(tier=PriorityTier.UNCLASSIFIED, born_on=date(1946, 3, 31))
        day, seen = TODAY, dict[date, PriorityTier]()
        for _ in range(25):
            day += timedelta(days=dice.choice((0, 0, 1, 3)))
            world.clock.advance(timedelta(minutes=1))
            await something(dice, world, elder_id, on_day(committee.viewer, day))
            await reclassify_due(world.kernel, day)
            seen[day] = (await Elder.get(id=elder_id)).tier
        await assert_history_holds(elder_id)
        history = await spans(elder_id)
        for then, tier in seen.items():
            assert [each for each, starts, ends in history if starts <= then and (not ends or then < ends)] == [tier]
        events, facts = await told(elder_id)
        assert events == facts >= len(history) - 1


async def something(dice: Random, world: World, elder_id: UUID, by: Viewer) -> None:
    """One of all that can happen to a tier; a refusal is one of them."""
    facts = some_facts(
        mobility=dice.choice(list(Mobility)),
        disability=dice.choice(list(DisabilityGrade)),
        dementia=dice.choice((None, False, True)),
    )
    tier, ends_on = dice.choice(list(PriorityTier)), by.today + timedelta(days=dice.randint(1, 9))
    happenings: list[Callable[[], Awaitable[object]]] = [
        lambda: change_facts(world.kernel, elder_id=elder_id, facts=facts, by=by),
        lambda: assess_as(world, elder_id, by, dice.randint(0, 90), on=by.today),
        lambda: override(world.kernel, elder_id=elder_id, tier=tier, reason="村里商量的", ends_on=ends_on, by=by),
        lambda: lift_override(world.kernel, elder_id=elder_id, by=by),
    ]
    try:
        await dice.choice(happenings)()
    except Refusal:
        return


class TestWhoMay:
    @pytest.mark.parametrize("role", [Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.TOWNSHIP, Role.COUNTY])
    async def test_only_the_committee_tells_what_is_known(self, world: World, elder_id: UUID, role: Role) -> None:
        division = {Role.TOWNSHIP: world.township, Role.COUNTY: world.county}.get(role)
        person = await world.person(role, division=division, elders=() if division else (elder_id,))
        with pytest.raises(RoleCannot):
            await change_facts(world.kernel, elder_id=elder_id, facts=some_facts(), by=person.viewer)
        with pytest.raises(RoleCannot):
            await assess_as(world, elder_id, person.viewer, 90)

    async def test_nobody_of_another_village(self, world: World, elder_id: UUID) -> None:
        stranger = await world.person(Role.COMMITTEE, division=world.neighbour)
        with pytest.raises(ElderNotFound):
            await change_facts(world.kernel, elder_id=elder_id, facts=some_facts(dementia=True), by=stranger.viewer)
        with pytest.raises(ElderNotFound):
            await assess_as(world, elder_id, stranger.viewer, 0)
        assert (await Elder.get(id=elder_id)).tier is PriorityTier.ROUTINE

    async def test_nothing_is_changed_of_one_who_left(self, world: World, committee: Person, elder_id: UUID) -> None:
        await Elder.filter(id=elder_id).update(left_on=TODAY)
        with pytest.raises(ElderNotOnRegister):
            await change_facts(world.kernel, elder_id=elder_id, facts=some_facts(dementia=True), by=committee.viewer)
        with pytest.raises(ElderNotOnRegister):
            await assess_as(world, elder_id, committee.viewer, 0)
