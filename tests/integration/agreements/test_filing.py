"""报备: one number per agreement, in order within village and year, by somebody the text does not name."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.agreements.errors import (
    AgreementNotFound,
    CheckCodeNeeded,
    CheckFailed,
    NamesOneself,
    StepNotPossible,
    WishNotRecorded,
)
from backend.agreements.models import Agreement, Wish
from backend.agreements.queries import agreement, by_number, words
from backend.agreements.rules import AgreementState
from backend.audit.checking import check_chain
from backend.audit.models import SignedHead
from backend.documents.keys import EvidenceKey
from backend.families.models import FamilyMember
from backend.outbox.models import OutboxEntry
from tests.factories.agreements import Household, build_household
from tests.factories.race import while_open
from tests.factories.village import World

FIRST = "520123100201-2026-0001"


@pytest.fixture
async def home(home: Household) -> Household:
    """On the committee's desk."""
    await home.handed_in()
    return home


async def another(world: World, evidence: EvidenceKey) -> Household:
    """Another household of the village, on the committee's desk."""
    made = await build_household(world, evidence, elder="张桂英")
    await made.handed_in()
    return made


class TestFile:
    async def test_numbers_signs_the_head_and_asks_for_the_seal(self, home: Household, evidence: EvidenceKey) -> None:
        assert await home.file() == FIRST
        row = await home.row()
        assert (row.state, row.number, row.filed_by) == (
            AgreementState.FILED,
            FIRST,
            home.secretary.viewer.account_id,
        )
        assert await SignedHead.filter(subject_id=row.id).count() == 1
        assert await check_chain(home.world.kernel, evidence.certificate_pem, row.id) is None
        assert await OutboxEntry.filter(topic="AgreementFiled").count() == 1
        found = await agreement(home.son.viewer.scope, row.id)
        assert found.standing(home.son.viewer.today).counts

    async def test_counts_up_within_the_village_and_the_year(
        self, home: Household, world: World, evidence: EvidenceKey
    ) -> None:
        second = await another(world, evidence)
        assert [await home.file(), await second.file()] == [FIRST, "520123100201-2026-0002"]
        world.clock.advance(timedelta(days=300))
        third = await another(world, evidence)
        assert await third.file() == "520123100201-2027-0001"

    async def test_begins_a_new_year_at_midnight_in_china(
        self, home: Household, world: World, evidence: EvidenceKey
    ) -> None:
        second = await another(world, evidence)
        world.clock.advance(datetime(2026, 12, 31, 15, 59, 59, tzinfo=UTC) - world.clock.now())
        assert await home.file() == FIRST
        world.clock.advance(timedelta(seconds=1))
        assert await second.file() == "520123100201-2027-0001"

    async def test_refused_burns_no_number(self, home: Household, world: World, evidence: EvidenceKey) -> None:
        second = await another(world, evidence)
        await Wish.filter(elder_id=home.elder_id).update(willing=False)
        with pytest.raises(WishNotRecorded):
            await home.file()
        assert await second.file() == FIRST

    async def test_by_two_of_the_committee_at_once_gives_one_number(self, home: Household) -> None:
        outcomes = await asyncio.gather(home.file(home.secretary), home.file(home.accountant), return_exceptions=True)
        assert sorted(type(each).__name__ for each in outcomes) == ["StepNotPossible", "str"]
        assert await Agreement.filter(number=FIRST).count() == 1

    async def test_waits_for_a_filing_under_way_and_takes_the_next_number(
        self, home: Household, world: World, evidence: EvidenceKey
    ) -> None:
        second = await another(world, evidence)
        assert await while_open(home.file(), second.file()) == [FIRST, "520123100201-2026-0002"]

    async def test_twice_is_refused(self, home: Household) -> None:
        await home.file()
        with pytest.raises(StepNotPossible):
            await home.file()

    @pytest.mark.parametrize("who", ["son", "daughter", "caregiver"])
    async def test_is_not_for_who_stands_in_it_or_has_signed_it(
        self, world: World, evidence: EvidenceKey, who: str
    ) -> None:
        home = await build_household(world, evidence, elder="张桂英")
        await home.wish()
        await home.draft()
        await home.sign()
        await home.sign(home.daughter)
        await home.accept()
        await home.consent()
        await home.hand_in()
        await FamilyMember.filter(id=home.places[who]).update(account_id=home.secretary.viewer.account_id)
        with pytest.raises(NamesOneself):
            await home.file()
        with pytest.raises(NamesOneself):
            await home.give_back()
        await home.file(home.accountant)

    async def test_is_for_the_committee_of_the_village(self, home: Household, world: World) -> None:
        with pytest.raises(RoleCannot):
            await home.file(home.volunteer)
        with pytest.raises(AgreementNotFound):
            await home.file(await world.person(Role.COMMITTEE, division=world.neighbour))


class TestReturn:
    async def test_keeps_its_reason_encrypted_and_lets_the_text_be_changed(self, home: Household) -> None:
        await home.give_back(reason="受托人住址没有写")
        row = await home.row()
        assert row.state is AgreementState.RETURNED
        assert "受托人".encode() not in bytes(row.return_reason or b"")
        assert (await words(home.world.kernel, row.id)).return_reason == "受托人住址没有写"
        with pytest.raises(StepNotPossible):
            await home.file()
        await home.rewrite("住在上寨 9 号")
        await home.sign()
        await home.accept()
        await home.consent()
        await home.hand_in()
        await home.file()


class TestCheck:
    async def test_by_number_needs_the_printed_code(self, home: Household) -> None:
        number = await home.file()
        code = (await words(home.world.kernel, home.agreement_id)).check_code
        assert code is not None
        kernel = home.world.kernel
        for typed in (code, code.lower(), code.replace("-", ""), f" {code} "):
            assert (await by_number(kernel, number, typed)).id == home.agreement_id
        with pytest.raises(CheckCodeNeeded):
            await by_number(kernel, number, None)
        for wrong in ("AAAA-AAAA-AAAA", "", "０"):
            with pytest.raises((CheckFailed, CheckCodeNeeded)):
                await by_number(kernel, number, wrong)
        with pytest.raises(CheckFailed):
            await by_number(kernel, "520123100201-2026-0009", code)

    async def test_keeps_the_code_encrypted(self, home: Household) -> None:
        await home.file()
        row = await home.row()
        code = (await words(home.world.kernel, row.id)).check_code or ""
        assert code.encode() not in bytes(row.check_code or b"")
        assert row.id != UUID(int=0)
