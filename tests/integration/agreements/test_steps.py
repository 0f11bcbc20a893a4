"""From the elder's wish to the committee's desk: each step by the right person, on the right text, in order."""

import asyncio
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from backend.accounts.actions import act_as, grant, tie
from backend.accounts.errors import RoleCannot
from backend.accounts.queries import viewer_of
from backend.accounts.roles import Role
from backend.agreements import signing
from backend.agreements.errors import (
    AgreementNotFound,
    AlreadyActed,
    CharacterCannotBePrinted,
    InvitationOver,
    NamesOneself,
    NotAParty,
    OpenAgreementExists,
    PartiesNotConfirmed,
    PartyTwice,
    SignatureNotFound,
    StepNotPossible,
    TermNotPossible,
    TextChanged,
    WishNotRecorded,
    WitnessNotFit,
)
from backend.agreements.models import Act, Agreement, Wish
from backend.agreements.paper import Promise
from backend.agreements.queries import last_wish, parties, words
from backend.agreements.rules import ActKind, AgreementState
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.db import IntegrityError
from backend.documents.canonical import text_hash
from backend.elders.errors import ElderNotFound
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.kit.clock import shanghai_day
from tests.factories.agreements import Household, a_place
from tests.factories.race import while_open
from tests.factories.village import Person, World


class TestWish:
    async def test_is_kept_encrypted_and_shown_to_those_who_see_the_elder(self, home: Household) -> None:
        wish_id = await home.wish(words="想有人陪我说话")
        kept = await Wish.get(id=wish_id)
        assert "想有人".encode() not in bytes(kept.words)
        opened = home.world.kernel.keys.decrypt(bytes(kept.words), f"wishes|words|{wish_id}")
        assert opened.decode() == "想有人陪我说话"
        found = await last_wish(home.son.viewer.scope, home.elder_id)
        assert found is not None
        assert found.willing

    async def test_is_asked_by_volunteer_or_committee_of_the_elder(self, home: Household, world: World) -> None:
        with pytest.raises(RoleCannot):
            await home.wish(by=home.son)
        with pytest.raises(ElderNotFound):
            await home.wish(by=await world.person(Role.VOLUNTEER))
        await home.wish(by=home.secretary)

    async def test_told_from_the_future_is_dated_when_it_came(self, home: Household, world: World) -> None:
        wish = await Wish.get(id=await home.wish(asked_at=world.clock.now() + timedelta(days=3)))
        assert wish.asked_at == wish.received_at

    @pytest.mark.parametrize("witness", ["李桂兰", "张晓敏", " "])
    async def test_is_not_witnessed_by_the_elder_or_the_asker(self, home: Household, witness: str) -> None:
        with pytest.raises(WitnessNotFit):
            await home.wish(witness=witness)


class TestDraft:
    async def test_needs_the_elder_s_yes_and_the_last_word_counts(self, home: Household, world: World) -> None:
        with pytest.raises(WishNotRecorded):
            await home.draft()
        await home.wish(True)
        world.clock.advance(timedelta(minutes=1))
        await home.wish(False)
        with pytest.raises(WishNotRecorded):
            await home.draft()
        world.clock.advance(timedelta(minutes=1))
        await home.wish(True)
        await home.draft()

    async def test_keeps_the_text_encrypted_under_its_hash(self, home: Household) -> None:
        await home.wish()
        await home.draft(special="每周三带去赶集")
        row = await home.row()
        assert "赶集".encode() not in bytes(row.text)
        kept = await words(home.world.kernel, row.id)
        assert "每周三带去赶集" in kept.text.decode()
        assert text_hash(kept.text) == row.text_hash

    async def test_names_confirmed_people_alone(self, home: Household, world: World) -> None:
        await home.wish()
        stranger = await a_place(world, await world.elder(), Duty.SUPPORTER, "刘", "儿子", home.son.viewer.account_id)
        both = await a_place(world, home.elder_id, Duty.CAREGIVER, "王建国", "儿子", home.son.viewer.account_id)
        waiting = await a_place(world, home.elder_id, Duty.CAREGIVER, "周", "邻居", home.son.viewer.account_id)
        await FamilyMember.filter(id=waiting).update(confirmed_at=None)
        ended = await a_place(world, home.elder_id, Duty.CAREGIVER, "吴", "邻居", home.daughter.viewer.account_id)
        await FamilyMember.filter(id=ended).update(ended_at=world.clock.now())
        wrong: list[dict[str, Any]] = [
            {"supporters": (Promise(stranger),)},
            {"supporters": (Promise(home.places["caregiver"]),), "caregivers": (ended,)},
            {"caregivers": (home.places["daughter"],)},
            {"caregivers": (waiting,)},
            {"caregivers": (ended,)},
            {"legal_agent": home.places["caregiver"]},
        ]
        for changes in wrong:
            with pytest.raises(PartiesNotConfirmed):
                await home.draft(**changes)
        for changes in ({"caregivers": (both,)}, {"supporters": (Promise(home.places["son"]),) * 2}):
            with pytest.raises(PartyTwice):
                await home.draft(**changes)
        assert await Agreement.all().count() == 0

    async def test_refuses_a_term_that_cannot_be(self, home: Household) -> None:
        await home.wish()
        today = home.son.viewer.today
        with pytest.raises(TermNotPossible):
            await home.draft(ends_on=today)

    async def test_refuses_what_could_not_be_printed_before_anybody_signs_it(self, home: Household) -> None:
        await home.wish()
        with pytest.raises(CharacterCannotBePrinted):
            await home.draft(special="请\U0003fff0帮忙")
        assert await Agreement.all().count() == 0

    async def test_of_two_at_once_is_one(self, home: Household) -> None:
        await home.wish()
        outcomes = await asyncio.gather(home.draft(), home.draft(home.daughter), return_exceptions=True)
        refused = [each for each in outcomes if isinstance(each, BaseException)]
        assert len(refused) == 1
        assert isinstance(refused[0], OpenAgreementExists | IntegrityError)
        assert await Agreement.all().count() == 1

    async def test_hears_a_no_that_is_said_at_the_same_moment(self, home: Household) -> None:
        await home.wish()
        _, refused = await while_open(home.wish(False), home.draft())
        assert isinstance(refused, WishNotRecorded)
        assert await Agreement.all().count() == 0

    async def test_is_found_by_a_no_that_is_said_at_the_same_moment(self, home: Household) -> None:
        await home.wish()
        drafted, _ = await while_open(home.draft(), home.wish(False))
        assert (await Agreement.get(id=drafted)).state is AgreementState.ELDER_DECLINED

    async def test_waits_until_the_one_under_way_is_over(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        with pytest.raises(OpenAgreementExists):
            await home.draft()
        await home.withdraw()
        await home.draft()


class TestSign:
    async def test_by_all_the_text_names_opens_the_elder_s_consent_and_other_children_may_join(
        self, home: Household
    ) -> None:
        await home.wish()
        await home.draft()
        await home.accept()
        await home.sign(home.daughter)
        assert (await home.row()).state is AgreementState.DRAFT
        await home.sign(home.son)
        assert (await home.row()).state is AgreementState.SIGNED
        named = await parties(home.son.viewer.scope, home.agreement_id)
        assert [(party.role, party.name, party.asked, party.signed_at is not None) for party in named] == [
            ("elder", "李桂兰", True, False),
            ("supporter", "王建国", True, True),
            ("caregiver", "李春花", True, True),
            ("supporter", "王秀英", False, True),
        ]

    async def test_after_the_last_day_is_refused_until_the_day_is_put_off(self, home: Household, world: World) -> None:
        await home.wish()
        await home.draft()
        world.clock.advance(timedelta(days=31))
        late = Person(home.son.token, msgspec.structs.replace(home.son.viewer, today=shanghai_day(world.clock.now())))
        with pytest.raises(InvitationOver):
            await home.sign(late)
        await home.extend(late)
        await home.sign(late)

    async def test_twice_is_refused(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        await home.sign()
        with pytest.raises(AlreadyActed):
            await home.sign()
        assert await Act.filter(kind=ActKind.SIGN).count() == 1

    async def test_by_two_devices_at_once_is_one_act(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        outcomes = await asyncio.gather(home.sign(), home.sign(), return_exceptions=True)
        assert sorted(type(each).__name__ for each in outcomes) == ["AlreadyActed", "NoneType"]
        assert await Act.filter(kind=ActKind.SIGN).count() == 1

    async def test_of_another_text_is_refused(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        old = await home.text_hash()
        await home.rewrite("改一处")
        with pytest.raises(TextChanged):
            await home.sign(text_hash=old)
        with pytest.raises(TextChanged):
            await home.accept(text_hash=old)

    async def test_is_not_for_who_is_no_party(self, home: Household, world: World) -> None:
        await home.wish()
        await home.draft()
        cousin = await world.person(Role.SUPPORTER, name="侄子", elders=(home.elder_id,))
        other = await world.person(Role.CAREGIVER, name="别人", elders=(home.elder_id,))
        with pytest.raises(NotAParty):
            await home.sign(cousin)
        with pytest.raises(NotAParty):
            await home.accept(other)
        with pytest.raises(AgreementNotFound):
            await home.sign(await world.person(Role.SUPPORTER))
        with pytest.raises(RoleCannot):
            await home.sign(home.volunteer)

    async def test_takes_one_s_own_picture_alone(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        with pytest.raises(SignatureNotFound):
            await signing.sign(
                home.world.kernel,
                agreement_id=home.agreement_id,
                signature=await home.signature(home.daughter),
                by=home.son.viewer,
            )


class TestRewrite:
    async def test_voids_every_act(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        await home.sign()
        await home.accept()
        await home.rewrite("改一处")
        assert (await home.row()).state is AgreementState.DRAFT
        assert {act.void for act in await Act.all()} == {True}
        await home.sign()
        await home.accept()
        assert (await home.row()).state is AgreementState.SIGNED

    async def test_is_not_possible_once_the_elder_has_consented(self, home: Household) -> None:
        await home.handed_in()
        with pytest.raises(StepNotPossible):
            await home.rewrite("改一处")
        await home.give_back()
        await home.rewrite("改一处")
        assert (await home.row()).return_reason is None


class TestConsent:
    async def signed(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        await home.sign()
        await home.accept()

    async def test_closes_the_text(self, home: Household) -> None:
        await self.signed(home)
        assert await home.consent()
        assert (await home.row()).state is AgreementState.CONSENTED

    async def test_to_a_text_that_has_changed_is_kept_void_and_done_again(self, home: Household) -> None:
        await self.signed(home)
        old = await home.text_hash()
        await home.rewrite("改一处")
        assert not await home.consent(text_hash=old)
        kept = await Act.get(kind=ActKind.CONSENT)
        assert (kept.void, kept.text_hash) == (True, old)
        assert await AuditEvent.filter(tag=Tag.AGREEMENT_VOID_EVIDENCE).count() == 2, "the answer and its witness"
        await home.sign()
        await home.accept()
        assert await home.consent()

    @pytest.mark.parametrize("witness", ["李桂兰", "王建国", "李春花", "张晓敏", "王 秀英", ""])
    async def test_is_not_witnessed_by_a_party_a_signer_or_who_holds_the_phone(
        self, home: Household, witness: str
    ) -> None:
        await self.signed(home)
        await home.sign(home.daughter)
        with pytest.raises(WitnessNotFit):
            await home.consent(witness=witness)

    async def test_names_no_witness_the_paper_could_not_print(self, home: Household) -> None:
        await self.signed(home)
        with pytest.raises(CharacterCannotBePrinted) as refused:
            await home.consent(witness="杨\U000323af")
        assert refused.value.field == "witness"
        assert not await Act.exists(kind=ActKind.CONSENT)

    async def test_is_not_witnessed_by_a_child_under_age(self, home: Household) -> None:
        await self.signed(home)
        with pytest.raises(WitnessNotFit):
            await home.consent(witness_adult=False)

    @pytest.mark.parametrize("who", ["son", "daughter", "caregiver"])
    async def test_is_not_caught_by_a_party_who_is_a_volunteer_too(
        self, home: Household, world: World, who: str
    ) -> None:
        await self.signed(home)
        await home.sign(home.daughter)
        party = getattr(home, who)
        held = await grant(world.kernel, account_id=party.viewer.account_id, role=Role.VOLUNTEER)
        await tie(world.kernel, membership_id=held.id, elder_id=home.elder_id)
        other = await world.sign_in(party.viewer.account_id)
        await act_as(world.kernel, membership_id=held.id, by=other.viewer)
        viewer = await viewer_of(other.token, world.clock.now())
        assert viewer is not None
        with pytest.raises(NamesOneself):
            await home.consent(by=Person(other.token, viewer))

    async def test_before_everybody_signed_is_refused(self, home: Household) -> None:
        await home.wish()
        await home.draft()
        await home.sign()
        with pytest.raises(StepNotPossible):
            await home.consent()

    async def test_needs_pictures_of_the_volunteer_s_own(self, home: Household) -> None:
        await self.signed(home)
        with pytest.raises(SignatureNotFound):
            await home.consent(photo_id=await home.picture(home.son))
        assert (await home.row()).state is AgreementState.SIGNED
