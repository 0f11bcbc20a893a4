"""Who may stand in a text and who must: legal agents, children among themselves, nobody for who is gone."""

from datetime import timedelta

import pytest

from backend.agreements.errors import AgreementElderGone, LegalAgentNeeded, OpenAgreementExists, TermNotPossible
from backend.agreements.models import Agreement
from backend.agreements.paper import Promise
from backend.agreements.queries import acts, agreement
from backend.agreements.rules import AgreementKind, AgreementState, Answer, Reason
from backend.agreements.strength import Strength
from backend.elders.rules import LeaveReason
from backend.elders.staying import leave
from backend.profiles.actions import record_capacity
from backend.profiles.rules import CapacitySource, DecisionCapacity
from tests.factories.agreements import Household
from tests.factories.village import World


async def found(home: Household, capacity: DecisionCapacity) -> None:
    """A court has found so."""
    by = home.secretary.viewer
    await record_capacity(
        home.world.kernel,
        elder_id=home.elder_id,
        capacity=capacity,
        source=CapacitySource.COURT,
        found_by="清水县人民法院",
        found_on=by.today,
        by=by,
    )


async def gone(home: Household) -> None:
    by = home.secretary.viewer
    await leave(home.world.kernel, elder_id=home.elder_id, reason=LeaveReason.DIED, on=by.today, by=by)


class TestLegalAgent:
    """民法典 art. 21-22: who cannot decide alone has one who signs too; the elder is asked all the same."""

    @pytest.mark.parametrize("capacity", [DecisionCapacity.LIMITED, DecisionCapacity.NONE])
    async def test_is_asked_for_where_capacity_is_limited_or_none(
        self, home: Household, capacity: DecisionCapacity
    ) -> None:
        await found(home, capacity)
        await home.wish()
        with pytest.raises(LegalAgentNeeded):
            await home.draft()
        await home.draft(legal_agent=home.places["daughter"])
        await home.sign()
        await home.accept()
        assert (await home.row()).state is AgreementState.DRAFT
        await home.sign(home.daughter)
        assert await home.consent()
        await home.hand_in()
        await home.file()

    async def test_is_asked_for_also_when_it_is_found_after_the_text_was_signed(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        await home.sign()
        await home.accept()
        await found(home, DecisionCapacity.NONE)
        with pytest.raises(LegalAgentNeeded):
            await home.consent()
        assert await home.says(Answer.NOT_TODAY), "a no and a not today are heard of anybody"

    async def test_is_asked_for_also_before_filing(self, home: Household) -> None:
        await home.handed_in()
        await found(home, DecisionCapacity.LIMITED)
        with pytest.raises(LegalAgentNeeded):
            await home.file()
        assert (await home.row()).number is None


class TestSupport:
    """老年人权益保障法 art. 20: children share the support, with the elder's consent."""

    async def test_goes_from_all_children_s_signatures_to_a_number_beside_the_care(self, home: Household) -> None:
        care = await home.filed()
        shares = (Promise(home.places["son"], monthly=500), Promise(home.places["daughter"], visits_yearly=4))
        await home.draft(kind=AgreementKind.SUPPORT, supporters=shares, caregivers=(), duties=())
        await home.sign()
        assert (await home.row()).state is AgreementState.DRAFT
        await home.sign(home.daughter)
        assert await home.consent()
        await home.hand_in()
        number = await home.file()
        assert number != care
        standing = await Agreement.filter(state=AgreementState.FILED).order_by("number")
        assert [each.kind for each in standing] == [AgreementKind.CARE, AgreementKind.SUPPORT]


class TestRenewal:
    async def test_takes_over_in_the_moment_it_is_filed(self, home: Household) -> None:
        await home.filed()
        older, today = home.agreement_id, home.son.viewer.today
        with pytest.raises(TermNotPossible):
            await home.draft(renews_id=older)
        await home.draft(renews_id=older, ends_on=today.replace(year=today.year + 2))
        assert (await Agreement.get(id=older)).state is AgreementState.FILED
        await home.sign()
        await home.accept()
        await home.consent()
        await home.hand_in()
        await home.file()
        before = await agreement(home.son.viewer.scope, older)
        assert (before.state, before.reason) == (AgreementState.SUPERSEDED, Reason.NEWER_AGREEMENT)

    async def test_is_of_what_stands(self, home: Household) -> None:
        await home.filed()
        older, today = home.agreement_id, home.son.viewer.today
        await home.end()
        with pytest.raises(OpenAgreementExists):
            await home.draft(renews_id=older, ends_on=today.replace(year=today.year + 2))


class TestGone:
    async def test_nothing_is_drafted_for_who_has_died(self, home: Household) -> None:
        await home.wish()
        await gone(home)
        with pytest.raises(AgreementElderGone):
            await home.draft()

    async def test_nothing_is_filed_for_who_has_died(self, home: Household) -> None:
        await home.handed_in()
        await gone(home)
        with pytest.raises(AgreementElderGone):
            await home.file()
        assert (await home.row()).number is None


class TestStrength:
    async def test_of_each_act_is_said_honestly(self, home: Household, world: World) -> None:
        await home.filed()
        world.clock.advance(timedelta(minutes=1))
        done = {act.kind: act.strength for act in await acts(home.son.viewer.scope, home.agreement_id)}
        assert done["consent"] is Strength.WITNESSED
        # No telephone number was verified in this world: one's own WeChat alone is no reliable signature.
        assert {done["sign"], done["accept"], done["hand_in"], done["confirm"]} == {Strength.RECORD}
