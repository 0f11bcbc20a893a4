"""The elder says no, or not today; the others let go of what is not yet filed."""

from datetime import timedelta

import pytest

from backend.accounts.roles import Role
from backend.agreements.errors import (
    NotAParty,
    StepNotPossible,
)
from backend.agreements.models import Act, Wish
from backend.agreements.queries import agreement
from backend.agreements.rules import ActKind, AgreementState, Answer, Reason
from tests.factories.agreements import Household
from tests.factories.village import World


class TestNo:
    """The elder may say no at any moment; nothing goes on before the elder says yes again."""

    async def test_stops_every_step(self, home: Household, world: World) -> None:
        await home.wish()
        await home.draft()
        for step in (home.sign, home.accept, home.consent, home.hand_in):
            world.clock.advance(timedelta(minutes=1))
            await home.wish(False)
            assert (await home.row()).state is AgreementState.ELDER_DECLINED
            with pytest.raises(StepNotPossible):
                await step()
            world.clock.advance(timedelta(minutes=1))
            await home.wish(True)
            if step == home.hand_in:
                await home.consent()
            await step()
        await home.file()
        assert (await home.row()).state is AgreementState.FILED

    async def test_voids_the_consent_given_before_and_keeps_the_others_signatures(
        self, home: Household, world: World
    ) -> None:
        await home.handed_in()
        await home.wish(False)
        acts = {act.kind: act.void for act in await Act.all()}
        assert (acts[ActKind.CONSENT], acts[ActKind.WITNESS], acts[ActKind.SIGN]) == (True, True, False)
        world.clock.advance(timedelta(minutes=1))
        await home.wish(True)
        assert (await home.row()).state is AgreementState.SIGNED

    async def test_ends_at_once_what_is_in_force(self, home: Household) -> None:
        await home.filed()
        await home.wish(False)
        assert (await home.row()).state is AgreementState.ENDED
        assert (await agreement(home.son.viewer.scope, home.agreement_id)).reason == Reason.ELDER

    async def test_to_the_text_is_the_elder_s_last_word_with_a_day_to_ask_again(
        self, home: Household, world: World
    ) -> None:
        await home.wish()
        await home.draft()
        await home.sign()
        await home.accept()
        world.clock.advance(timedelta(minutes=1))
        assert await home.says(Answer.NO)
        assert (await home.row()).state is AgreementState.ELDER_DECLINED
        last = await Wish.all().order_by("-received_at").first()
        assert last is not None
        assert (last.willing, last.ask_again_on) == (False, home.volunteer.viewer.today + timedelta(days=30))

    async def test_not_today_changes_nothing_but_the_day_to_ask_again(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        await home.sign()
        await home.accept()
        on = home.volunteer.viewer.today + timedelta(days=3)
        assert await home.says(Answer.NOT_TODAY, ask_again_on=on)
        assert await home.says(Answer.NOT_TODAY, ask_again_on=on)
        row = await home.row()
        assert (row.state, row.ask_again_on) == (AgreementState.SIGNED, on)
        assert await home.consent()


class TestLettingGo:
    async def test_by_the_caregiver_is_a_refusal_by_the_others_a_withdrawal(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        await home.decline(home.caregiver)
        assert (await home.row()).state is AgreementState.DECLINED
        await home.draft()
        await home.withdraw(home.secretary)
        assert (await home.row()).state is AgreementState.WITHDRAWN

    async def test_is_not_for_a_caregiver_the_text_does_not_name(self, home: Household, world: World) -> None:
        await home.wish()
        await home.draft()
        other = await world.person(Role.CAREGIVER, name="别人", elders=(home.elder_id,))
        for by in (other, home.daughter):
            with pytest.raises(NotAParty):
                await home.decline(by)

    async def test_is_too_late_once_filed(self, home: Household) -> None:
        await home.handed_in()
        await home.file()
        with pytest.raises(StepNotPossible):
            await home.withdraw()
