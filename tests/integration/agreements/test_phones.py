"""A lost phone: nothing more is signed with it, and what was done since is void, or in doubt once it is filed."""

import asyncio
from datetime import timedelta

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.models import PhoneLoss, Session
from backend.accounts.queries import viewer_of
from backend.accounts.roles import Role
from backend.agreements import phones
from backend.agreements.checking import record_of
from backend.agreements.errors import NamesOneself, PhoneDayNotPossible, PhoneReportedLost
from backend.agreements.models import Act, AgreementSpan
from backend.agreements.queries import acts
from backend.agreements.rules import ActKind, AgreementState, Answer, PartyRole
from backend.agreements.strength import Strength
from backend.audit.checking import check_chain
from backend.audit.models import AuditEvent, SignedHead
from backend.audit.tags import Tag
from backend.evidence.checking import Finding, first_fault
from backend.families.errors import FamilyMemberNotFound
from backend.families.models import FamilyMember
from backend.outbox.models import OutboxEntry
from tests.factories.agreements import Household
from tests.factories.race import while_open
from tests.factories.village import Person, World

HOUR = timedelta(hours=1)


@pytest.fixture
async def home(home: Household) -> Household:
    """The son's text, signed by both sides within the last hour."""
    await home.wish()
    await home.draft()
    home.world.clock.advance(HOUR)
    await home.sign()
    await home.accept()
    return home


async def state(home: Household) -> AgreementState:
    return (await home.row()).state


@pytest.mark.parametrize("engine", ["sqlite"], scope="module")
class TestLosing:
    async def test_ends_every_other_session_and_keeps_the_one_that_reports(self, home: Household) -> None:
        other = await home.world.sign_in(home.son.viewer.account_id)
        await home.lose_phone()
        now = home.world.clock.now()
        assert await viewer_of(other.token, now) is None
        assert await viewer_of(home.son.token, now) is not None

    async def test_takes_back_what_was_signed_since_and_the_state_falls_back(self, home: Household) -> None:
        assert await state(home) is AgreementState.SIGNED
        await home.lose_phone()
        assert await state(home) is AgreementState.DRAFT
        void = await Act.filter(agreement_id=home.agreement_id, void=True)
        assert [act.account_id for act in void] == [home.son.viewer.account_id]
        assert await AgreementSpan.filter(agreement_id=home.agreement_id, state=AgreementState.DRAFT).count() == 2
        kernel, id_ = home.world.kernel, home.agreement_id
        assert await check_chain(kernel, home.evidence.certificate_pem, id_) is None
        assert await OutboxEntry.filter(topic="SignatureDoubted").count() == 1

    async def test_takes_back_the_elders_consent_that_rested_on_it_to_be_asked_anew(self, home: Household) -> None:
        await home.consent()
        await home.hand_in()
        await home.lose_phone()
        assert await state(home) is AgreementState.DRAFT
        await home.bind_phone()
        home.son = await home.world.sign_in(home.son.viewer.account_id)
        await home.sign()
        await home.consent()
        await home.hand_in()
        assert await home.file()

    async def test_leaves_what_was_signed_before_it(self, home: Household) -> None:
        home.world.clock.advance(HOUR)
        await home.lose_phone(ago=HOUR / 2)
        assert await state(home) is AgreementState.SIGNED
        assert not await Act.exists(agreement_id=home.agreement_id, void=True)
        assert not await OutboxEntry.exists(topic="SignatureDoubted")

    async def test_takes_back_no_more_than_the_signature_of_a_child_who_joined(self, home: Household) -> None:
        await home.sign(home.daughter)
        await home.consent()
        await home.lose_phone(home.daughter)
        assert await state(home) is AgreementState.CONSENTED

    async def test_leaves_an_agreement_the_elder_refused_where_it_was(self, home: Household) -> None:
        await home.says(Answer.NO)
        await home.lose_phone()
        assert await state(home) is AgreementState.ELDER_DECLINED
        await home.wish()
        assert await state(home) is AgreementState.DRAFT

    async def test_puts_in_doubt_what_is_filed_and_it_stays_filed(self, home: Household) -> None:
        await home.consent()
        await home.hand_in()
        await home.file()
        heads = await SignedHead.filter(subject_id=home.agreement_id).count()
        await home.lose_phone()
        row = next(row for row in await acts(home.son.viewer.scope, home.agreement_id) if row.kind == ActKind.SIGN)
        assert (row.doubtful, row.void, row.strength) == (True, False, Strength.RECORD)
        assert await state(home) is AgreementState.FILED
        assert await SignedHead.filter(subject_id=home.agreement_id).count() == heads + 1

    async def test_told_again_changes_nothing_and_told_of_an_earlier_day_reaches_further(self, home: Household) -> None:
        home.world.clock.advance(HOUR)
        await home.lose_phone(ago=HOUR / 2)
        events = await AuditEvent.all().count()
        await home.lose_phone(ago=HOUR / 3)
        assert await AuditEvent.all().count() == events
        await home.lose_phone(ago=3 * HOUR)
        assert await state(home) is AgreementState.DRAFT
        assert await PhoneLoss.all().count() == 1

    @pytest.mark.parametrize("ago", [-HOUR, timedelta(days=400)])
    async def test_is_of_the_past_year(self, home: Household, ago: timedelta) -> None:
        with pytest.raises(PhoneDayNotPossible):
            await home.lose_phone(ago=ago)
        assert not await PhoneLoss.exists()


@pytest.mark.parametrize("engine", ["sqlite"], scope="module")
class TestCaught:
    """The elder's consent stands on the phone of whoever sat beside the elder."""

    @pytest.fixture
    async def home(self, home: Household) -> Household:
        home.world.clock.advance(2 * HOUR)
        await home.consent()
        await home.hand_in()
        return home

    async def test_on_a_phone_since_lost_it_is_void_with_its_witness_and_the_elder_is_asked_anew(
        self, home: Household
    ) -> None:
        await home.lose_phone(home.volunteer)
        assert await state(home) is AgreementState.SIGNED
        void = await Act.filter(agreement_id=home.agreement_id, void=True)
        assert {act.kind for act in void} == {ActKind.CONSENT, ActKind.WITNESS, ActKind.HAND_IN}
        [told] = await OutboxEntry.filter(topic="SignatureDoubted")
        assert '"consent":true' in told.payload
        await home.consent()
        await home.hand_in()
        assert await home.file()
        assert await checked(home) is None

    async def test_of_a_filed_agreement_it_is_marked_and_called_a_record(self, home: Household) -> None:
        await home.file()
        await home.lose_phone(home.volunteer)
        row = next(row for row in await acts(home.son.viewer.scope, home.agreement_id) if row.kind == ActKind.CONSENT)
        assert (row.doubtful, row.void, row.strength) == (True, False, Strength.RECORD)
        assert await state(home) is AgreementState.FILED
        marked = await Act.filter(agreement_id=home.agreement_id, doubtful=True)
        assert {act.kind for act in marked} == {ActKind.CONSENT, ActKind.WITNESS}
        assert await checked(home) is None

    async def test_before_the_phone_was_lost_or_on_paper_it_stands(self, home: Household) -> None:
        home.world.clock.advance(2 * HOUR)
        await home.lose_phone(home.volunteer)
        await home.lose_phone(home.secretary)
        assert await state(home) is AgreementState.HANDED_IN
        await home.withdraw()
        await home.draft()
        await home.paper()
        await home.ink(PartyRole.SUPPORTER, PartyRole.CAREGIVER, PartyRole.ELDER)
        await home.lose_phone(home.secretary)
        assert await state(home) is AgreementState.CONSENTED


async def checked(home: Household) -> Finding | None:
    """What the whole evidence has wrong with it; the pictures are nowhere and are not asked for."""
    return first_fault(
        await record_of(home.world.kernel, await home.row()), {"0" * 64}, [home.evidence.certificate_pem]
    )


class TestRace:
    async def test_at_the_very_moment_of_signing_leaves_no_signature_that_stands(self, home: Household) -> None:
        await home.rewrite("每周赶一次集")
        signature = home.sign()
        await asyncio.gather(signature, home.lose_phone(), return_exceptions=True)
        live = Act.filter(agreement_id=home.agreement_id, kind=ActKind.SIGN, void=False)
        assert not await live.filter(account_id=home.son.viewer.account_id).exists()

    async def test_at_the_very_moment_of_a_consent_leaves_none_that_was_caught_before_the_report(
        self, home: Household
    ) -> None:
        assert await while_open(home.consent(), home.lose_phone(home.volunteer)) == [True, None]
        assert not await Act.exists(agreement_id=home.agreement_id, kind=ActKind.CONSENT, void=False)
        assert await state(home) is AgreementState.SIGNED


@pytest.mark.parametrize("engine", ["sqlite"], scope="module")
class TestSigning:
    async def test_with_a_lost_phone_is_refused_until_the_committee_has_seen_who_it_is(self, home: Household) -> None:
        await home.lose_phone()
        with pytest.raises(PhoneReportedLost):
            await home.sign()
        with pytest.raises(PhoneReportedLost):
            await home.decline(home.son)
        await home.sign(home.daughter)
        await home.bind_phone()
        await home.bind_phone()
        assert not await Session.exists(account_id=home.son.viewer.account_id, ended_at=None)
        assert await AuditEvent.filter(tag=Tag.PHONE_BOUND_ANEW).count() == 1
        home.son = await home.world.sign_in(home.son.viewer.account_id)
        await home.sign()
        assert await state(home) is AgreementState.SIGNED

    async def test_by_a_caregiver_with_a_lost_phone_is_refused_too(self, home: Household) -> None:
        await home.lose_phone(home.caregiver)
        with pytest.raises(PhoneReportedLost):
            await home.accept()
        with pytest.raises(PhoneReportedLost):
            await home.decline()


@pytest.mark.parametrize("engine", ["sqlite"], scope="module")
class TestCommittee:
    async def report(self, home: Household, by: Person) -> None:
        since, member_id = home.world.clock.now() - HOUR, home.places["son"]
        viewer = by.viewer
        await phones.report_phone_lost_for(
            home.world.kernel, home.evidence, member_id=member_id, since=since, by=viewer
        )

    async def test_reports_for_its_own_people_and_every_session_ends(self, home: Household, world: World) -> None:
        await self.report(home, home.secretary)
        assert await state(home) is AgreementState.DRAFT
        assert await viewer_of(home.son.token, world.clock.now()) is None
        with pytest.raises(FamilyMemberNotFound):
            await self.report(home, await world.person(Role.COMMITTEE, division=world.neighbour))
        with pytest.raises(RoleCannot):
            await self.report(home, home.caregiver)

    async def test_binds_its_own_people_and_nobody_binds_himself(self, home: Household, world: World) -> None:
        await home.lose_phone()
        with pytest.raises(FamilyMemberNotFound):
            await home.bind_phone(by=await world.person(Role.COMMITTEE, division=world.neighbour))
        with pytest.raises(RoleCannot):
            await home.bind_phone(by=home.daughter)
        await FamilyMember.filter(id=home.places["son"]).update(account_id=home.secretary.viewer.account_id)
        with pytest.raises(NamesOneself):
            await home.bind_phone()
