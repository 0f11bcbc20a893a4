"""Paper in: photographs tied to one text by its code, and ink that counts as much as paper does."""

from datetime import timedelta
from uuid import uuid4

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.agreements.codes import code_from
from backend.agreements.errors import (
    AgreementNotFound,
    AlreadyActed,
    CharacterCannotBePrinted,
    NamesOneself,
    NotAParty,
    PaperOfAnotherText,
    PaperPhotoMissing,
    PartiesNotConfirmed,
    StepNotPossible,
    TextChanged,
    WitnessNotFit,
)
from backend.agreements.inking import paper_code
from backend.agreements.models import Act
from backend.agreements.queries import acts, agreement, parties
from backend.agreements.rules import ActKind, AgreementState, Answer, PartyRole
from backend.agreements.strength import Strength
from backend.audit.checking import check_chain
from backend.documents.keys import EvidenceKey
from backend.families.models import FamilyMember
from tests.factories.agreements import Household

SIGNERS = (PartyRole.SUPPORTER, PartyRole.CAREGIVER)
ALL = (*SIGNERS, PartyRole.ELDER)


@pytest.fixture
async def home(home: Household) -> Household:
    """Drafted, nobody has signed."""
    await home.wish()
    await home.draft()
    return home


class TestCode:
    async def test_names_exactly_this_text_of_this_agreement(self, home: Household) -> None:
        kernel, text = home.world.kernel, await home.text_hash()
        code = paper_code(kernel, home.agreement_id, text)
        assert code == paper_code(kernel, home.agreement_id, text)
        assert code != paper_code(kernel, home.agreement_id, "0" * 64)
        assert code != paper_code(kernel, uuid4(), text)
        assert code_from(b"\0" * 32) == "AAAA-AAAA-AAAA"

    async def test_of_a_text_since_changed_is_refused(self, home: Household) -> None:
        old = paper_code(home.world.kernel, home.agreement_id, await home.text_hash())
        await home.rewrite("每周去赶一次集")
        with pytest.raises(PaperOfAnotherText):
            await home.paper(code=old)
        assert not await Act.exists(kind=ActKind.PAPER)
        await home.paper()

    async def test_is_taken_as_people_type_it(self, home: Household) -> None:
        code = paper_code(home.world.kernel, home.agreement_id, await home.text_hash())
        await home.paper(code=f" {code.lower().replace('-', ' ')} ")


class TestInk:
    async def test_of_everybody_brings_a_draft_to_the_consent_with_the_strength_of_paper(
        self, home: Household, evidence: EvidenceKey
    ) -> None:
        await home.paper(pages=2)
        assert (await home.row()).state is AgreementState.DRAFT
        assert await home.ink(*ALL) is AgreementState.CONSENTED
        scope = home.son.viewer.scope
        assert all(party.signed_at for party in await parties(scope, home.agreement_id))
        shown = await acts(scope, home.agreement_id)
        assert {act.strength for act in shown} == {Strength.PAPER}
        assert [act.witness for act in shown if act.kind == "consent"] == ["杨树根"]
        assert {act.account_id for act in shown if act.kind != "paper"} == {None}
        await home.hand_in(home.volunteer)
        assert await home.file()
        assert (await agreement(scope, home.agreement_id)).standing(home.son.viewer.today).counts
        assert await check_chain(home.world.kernel, evidence.certificate_pem, home.agreement_id) is None

    async def test_stands_beside_a_signature_on_a_phone(self, home: Household) -> None:
        await home.sign()
        await home.paper()
        with pytest.raises(AlreadyActed):
            await home.ink(*SIGNERS)
        assert await home.ink(PartyRole.CAREGIVER) is AgreementState.SIGNED
        assert await home.consent()

    async def test_needs_the_photograph_of_this_very_text(self, home: Household) -> None:
        with pytest.raises(PaperPhotoMissing):
            await home.ink(*SIGNERS)
        await home.paper()
        seen = await home.text_hash()
        await home.rewrite("每周去赶一次集")
        with pytest.raises(TextChanged):
            await home.ink(*SIGNERS, text_hash=seen)
        with pytest.raises(PaperPhotoMissing):
            await home.ink(*SIGNERS)

    async def test_of_the_elder_needs_everybody_elses_and_a_witness_who_is_no_party(self, home: Household) -> None:
        await home.paper()
        with pytest.raises(StepNotPossible):
            await home.ink(PartyRole.ELDER)
        for witness in ("", "王建国", "赵志强"):
            with pytest.raises(WitnessNotFit):
                await home.ink(*ALL, witness=witness)
        with pytest.raises(CharacterCannotBePrinted):
            await home.ink(*ALL, witness="杨\U000323af")
        assert not await Act.exists(kind=ActKind.SIGN)

    async def test_is_found_by_the_committee_and_by_nobody_of_the_family(self, home: Household) -> None:
        await home.paper()
        with pytest.raises(RoleCannot):
            await home.ink(*SIGNERS, by=home.volunteer)
        await FamilyMember.filter(id=home.places["daughter"]).update(account_id=home.secretary.viewer.account_id)
        with pytest.raises(NamesOneself):
            await home.ink(*SIGNERS)
        with pytest.raises(NotAParty):
            await home.ink(by=home.accountant, party_ids=frozenset({uuid4()}))

    async def test_of_the_elder_is_void_once_the_elder_says_no(self, home: Household) -> None:
        await home.paper()
        await home.ink(*ALL)
        home.world.clock.advance(timedelta(days=1))
        await home.says(Answer.NO)
        [consent] = await Act.filter(kind=ActKind.CONSENT)
        assert consent.void

    async def test_carries_parties_who_have_no_phone_where_the_committee_wrote_the_text(self, home: Household) -> None:
        await home.withdraw()
        no_phone = {"account_id": None, "claimed_at": None, "confirmed_at": None}
        await FamilyMember.filter(id__in=list(home.places.values())).update(**no_phone)
        with pytest.raises(PartiesNotConfirmed):
            await home.draft()
        await home.draft(home.secretary)
        await home.paper()
        assert await home.ink(*ALL) is AgreementState.CONSENTED


class TestPages:
    async def test_come_from_a_visitor_or_the_committee(self, home: Household) -> None:
        for other in (home.son, home.caregiver):
            with pytest.raises(RoleCannot):
                await home.paper(other)
        await home.paper(home.secretary)

    async def test_join_a_filed_agreement_too_and_no_ended_one(self, home: Household, evidence: EvidenceKey) -> None:
        await home.paper()
        await home.ink(*ALL)
        await home.hand_in(home.volunteer)
        await home.file()
        await home.paper(home.secretary)
        assert await check_chain(home.world.kernel, evidence.certificate_pem, home.agreement_id) is None
        await home.end()
        with pytest.raises(StepNotPossible):
            await home.paper(home.secretary)

    async def test_of_another_village_are_out_of_sight(self, home: Household) -> None:
        stranger = await home.world.person(Role.COMMITTEE, division=home.world.neighbour)
        with pytest.raises(AgreementNotFound):
            await home.paper(stranger)
