"""A yes and a no: in which words, how, before whom; and what a no hides at once."""

from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.consents.actions import (
    Telling,
    give_consent,
    give_own_consent,
    withdraw_consent,
    withdraw_own_consent,
)
from backend.consents.errors import (
    ConsentingElderNotFound,
    ConsentSaidAtOnce,
    HealthNotConsented,
    PurposeIsDuty,
    PurposeNotAsked,
    TextNotNewest,
    WitnessMissing,
)
from backend.consents.models import Consent
from backend.consents.purposes import ELDER_PURPOSES, OWN_PURPOSES, Purpose, newest
from backend.consents.queries import of_account, of_elder
from backend.consents.rules import ConsentState, Expressed
from backend.elders.ability import HIGHEST, Conditions
from backend.elders.classifying import ElderFacts, assess, change_facts
from backend.elders.findings import known_facts, tier_history
from backend.elders.models import AbilityAssessment, Elder
from backend.elders.rules import PriorityTier
from backend.elders.tiers import DisabilityGrade, Mobility
from tests.factories.race import at_once
from tests.factories.village import Person, World

ALOUD = Telling(Expressed.SPOKEN, "杨树根")


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    """Bedridden, and so of the highest tier."""
    return await world.elder(tier=PriorityTier.HIGH)


async def agree(world: World, elder_id: UUID, purpose: Purpose, by: Person) -> None:
    version = newest(purpose).version
    await give_consent(world.kernel, elder_id=elder_id, purpose=purpose, version=version, told=ALOUD, by=by.viewer)


async def refuse(world: World, elder_id: UUID, purpose: Purpose, by: Person, told: Telling = ALOUD) -> None:
    await withdraw_consent(world.kernel, elder_id=elder_id, purpose=purpose, told=told, by=by.viewer)


async def states(person: Person, elder_id: UUID) -> dict[Purpose, ConsentState]:
    return {now.purpose: now.state for now in await of_elder(person.viewer.scope, elder_id)}


class TestGiving:
    @pytest.mark.parametrize("purpose", ELDER_PURPOSES)
    async def test_records_the_newest_words_how_and_before_whom(
        self, world: World, committee: Person, elder_id: UUID, purpose: Purpose
    ) -> None:
        await agree(world, elder_id, purpose, committee)
        said = await Consent.get(person_id=elder_id)
        assert (said.purpose, said.given, said.text_version) == (purpose, True, newest(purpose).version)
        assert (said.expressed, said.witness, said.recorded_by) == ("spoken", "杨树根", committee.viewer.account_id)
        assert (await states(committee, elder_id))[purpose] is ConsentState.GIVEN
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.CONSENT_GIVEN).count() == 1

    async def test_once_more_changes_nothing(self, world: World, committee: Person, elder_id: UUID) -> None:
        for _ in range(2):
            await agree(world, elder_id, Purpose.PHOTOS, committee)
        assert await Consent.filter(person_id=elder_id).count() == 1
        assert await AuditEvent.filter(tag=Tag.CONSENT_GIVEN).count() == 1

    async def test_to_newer_words_is_another_yes(self, world: World, committee: Person, elder_id: UUID) -> None:
        await agree(world, elder_id, Purpose.PHOTOS, committee)
        await Consent.filter(person_id=elder_id).update(text_version="2020-01-01")
        await agree(world, elder_id, Purpose.PHOTOS, committee)
        assert await Consent.filter(text_version=newest(Purpose.PHOTOS).version).count() == 1

    async def test_to_older_words_is_refused(self, world: World, committee: Person, elder_id: UUID) -> None:
        with pytest.raises(TextNotNewest):
            await give_consent(
                world.kernel,
                elder_id=elder_id,
                purpose=Purpose.HEALTH,
                version="2020-01-01",
                told=ALOUD,
                by=committee.viewer,
            )

    async def test_by_two_at_once_is_one_yes(self, world: World, committee: Person, elder_id: UUID) -> None:
        both = [agree(world, elder_id, Purpose.CALLS, committee) for _ in range(2)]
        assert await at_once(Elder.filter(id=elder_id), *both) == [None, None]
        assert await Consent.filter(person_id=elder_id).count() == 1

    async def test_is_not_for_who_is_far_away(self, world: World, elder_id: UUID) -> None:
        son = await world.person(Role.SUPPORTER, elders=(elder_id,))
        with pytest.raises(RoleCannot):
            await agree(world, elder_id, Purpose.HEALTH, son)
        for stranger in (
            await world.person(Role.COMMITTEE, division=world.neighbour),
            await world.person(Role.VOLUNTEER),
        ):
            with pytest.raises(ConsentingElderNotFound):
                await agree(world, elder_id, Purpose.HEALTH, stranger)
            with pytest.raises(ConsentingElderNotFound):
                await of_elder(stranger.viewer.scope, elder_id)


class TestWithdrawing:
    async def test_holds_at_once_and_keeps_the_history(self, world: World, committee: Person, elder_id: UUID) -> None:
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id,))
        await agree(world, elder_id, Purpose.HEALTH, committee)
        for _ in range(2):
            await refuse(world, elder_id, Purpose.HEALTH, volunteer)
        [health] = [each for each in await of_elder(committee.viewer.scope, elder_id) if each.purpose == "health"]
        assert health.state is ConsentState.WITHDRAWN
        assert [said.given for said in health.history] == [False, True]
        assert await AuditEvent.filter(tag=Tag.CONSENT_WITHDRAWN).count() == 1

    async def test_can_come_before_any_yes(self, world: World, committee: Person, elder_id: UUID) -> None:
        await refuse(world, elder_id, Purpose.PHOTOS, committee)
        assert (await states(committee, elder_id))[Purpose.PHOTOS] is ConsentState.WITHDRAWN

    async def test_of_a_duty_is_refused(self, world: World, committee: Person, elder_id: UUID) -> None:
        with pytest.raises(PurposeIsDuty):
            await refuse(world, elder_id, Purpose.REGISTER, committee)

    async def test_needs_a_witness(self, world: World, committee: Person, elder_id: UUID) -> None:
        with pytest.raises(WitnessMissing):
            await refuse(world, elder_id, Purpose.HEALTH, committee, Telling(Expressed.FINGERPRINT))


class TestOnesOwn:
    @pytest.mark.parametrize("purpose", OWN_PURPOSES)
    async def test_yes_records_the_newest_words(self, world: World, purpose: Purpose) -> None:
        son = await world.person(Role.SUPPORTER)
        version = newest(purpose).version
        await give_own_consent(world.kernel, purpose=purpose, version=version, by=son.viewer)
        said = await Consent.get(person_id=son.viewer.account_id)
        assert (said.text_version, said.expressed, said.recorded_by) == (version, "client", son.viewer.account_id)

    async def test_no_is_for_oneself_alone(self, world: World) -> None:
        son, daughter = await world.person(Role.SUPPORTER), await world.person(Role.SUPPORTER)
        await withdraw_own_consent(world.kernel, purpose=Purpose.WHEREABOUTS, by=son.viewer)
        held = {now.purpose: now.state for now in await of_account(son.viewer.account_id)}
        assert held[Purpose.WHEREABOUTS] is ConsentState.WITHDRAWN
        others = await of_account(daughter.viewer.account_id)
        assert {now.state for now in others} == {ConsentState.NOT_ASKED}

    async def test_is_not_what_elders_are_asked(self, world: World) -> None:
        son = await world.person(Role.SUPPORTER)
        with pytest.raises(PurposeNotAsked):
            await withdraw_own_consent(world.kernel, purpose=Purpose.HEALTH, by=son.viewer)

    async def test_two_at_once_leave_one_word(self, world: World) -> None:
        son = await world.person(Role.SUPPORTER)
        version = newest(Purpose.OWN_CALLS).version
        account = son.viewer.account_id
        first = await Consent.filter(person_id=account).count()
        await give_own_consent(world.kernel, purpose=Purpose.OWN_CALLS, version=version, by=son.viewer)
        await Consent.filter(person_id=account).update(number=2)
        with pytest.raises(ConsentSaidAtOnce):
            await withdraw_own_consent(world.kernel, purpose=Purpose.OWN_CALLS, by=son.viewer)
        assert (first, await Consent.filter(person_id=account).count()) == (0, 1)


class TestHealthWithdrawn:
    """The tier stays, for it is the office's duty; details of health go."""

    @pytest.fixture
    async def withdrawn(self, world: World, committee: Person, elder_id: UUID) -> UUID:
        await refuse(world, elder_id, Purpose.HEALTH, committee)
        return elder_id

    async def test_hides_the_facts_of_health_and_no_others(self, committee: Person, withdrawn: UUID) -> None:
        facts = await known_facts(committee.viewer.scope, withdrawn)
        assert (facts.mobility, facts.disability) == (Mobility.UNKNOWN, DisabilityGrade.UNKNOWN)
        assert (facts.dementia, facts.seriously_ill, facts.living_alone) == (None, None, True)
        kept = await Elder.get(id=withdrawn)
        assert (kept.mobility, kept.tier) == (Mobility.BEDRIDDEN, PriorityTier.HIGH)

    async def test_shows_them_again_after_a_yes(self, world: World, committee: Person, withdrawn: UUID) -> None:
        await agree(world, withdrawn, Purpose.HEALTH, committee)
        assert (await known_facts(committee.viewer.scope, withdrawn)).mobility is Mobility.BEDRIDDEN

    async def test_hides_why_the_tier_is_from_all_but_the_office(
        self, world: World, committee: Person, withdrawn: UUID
    ) -> None:
        son = await world.person(Role.SUPPORTER, elders=(withdrawn,))
        [seen] = await tier_history(world.kernel, son.viewer.scope, withdrawn)
        assert (seen.tier, seen.reasons, seen.missing) == (PriorityTier.HIGH, [], [])
        [full] = await tier_history(world.kernel, committee.viewer.scope, withdrawn)
        assert full.reasons != []

    async def test_takes_down_no_assessment(self, world: World, committee: Person, withdrawn: UUID) -> None:
        calm = Conditions(coma=False, dementia=False, mental_disorder=False, risk_events=0)
        with pytest.raises(HealthNotConsented):
            await assess(
                world.kernel,
                elder_id=withdrawn,
                assessed_on=committee.viewer.today,
                scores=HIGHEST,
                conditions=calm,
                by=committee.viewer,
            )
        assert await AbilityAssessment.all().count() == 0

    async def test_saves_what_was_seen_without_losing_what_was_hidden(
        self, world: World, committee: Person, withdrawn: UUID
    ) -> None:
        seen = await known_facts(committee.viewer.scope, withdrawn)
        said = {name: getattr(seen, name) for name in ElderFacts.__struct_fields__} | {"poor": True}
        await change_facts(world.kernel, elder_id=withdrawn, facts=ElderFacts(**said), by=committee.viewer)
        kept = await Elder.get(id=withdrawn)
        assert (kept.poor, kept.mobility, kept.dementia) == (True, Mobility.BEDRIDDEN, False)
        with pytest.raises(HealthNotConsented):
            await change_facts(
                world.kernel,
                elder_id=withdrawn,
                facts=ElderFacts(**said | {"seriously_ill": True}),
                by=committee.viewer,
            )
