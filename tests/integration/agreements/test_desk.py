"""The committee's desk: the longest waiting first, beside the register; questions; several filed at once."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import uuid4

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.agreements import desk, filing, questioning
from backend.agreements.comparing import OddKind, compare
from backend.agreements.errors import (
    AgreementNotFound,
    NamesOneself,
    NotAParty,
    QuestionAnswered,
    QuestionNotFound,
    StepNotPossible,
    WishNotRecorded,
)
from backend.agreements.models import Agreement, AgreementQuestion
from backend.agreements.questions import Asked
from backend.agreements.rules import AgreementState
from backend.audit.checking import check_chain
from backend.divisions.models import Division
from backend.documents.keys import EvidenceKey
from backend.families.models import FamilyMember
from backend.families.rules import Duty
from backend.outbox.models import OutboxEntry
from tests.factories.agreements import Household, a_place, build_household
from tests.factories.village import World

PREFIX = "520123100201-2026-"


@pytest.fixture
async def home(home: Household) -> Household:
    """On the committee's desk."""
    await home.handed_in()
    return home


async def found(home: Household) -> list[OddKind]:
    """What the desk is told of the household's agreement."""
    scope = home.secretary.viewer.scope
    compared = await desk.beside(home.world.kernel, scope, [home.agreement_id])
    return [finding.kind for finding in compare(compared[home.agreement_id].beside)]


class TestInbox:
    async def test_begins_with_what_waits_longest_and_leaves_out_what_is_done(
        self, home: Household, world: World, evidence: EvidenceKey
    ) -> None:
        first = home
        world.clock.advance(timedelta(days=2))
        second = await build_household(world, evidence, elder="张桂英")
        await second.handed_in()
        scope = home.secretary.viewer.scope
        page = await desk.waiting(scope, limit=1)
        assert [row.id for row in page.rows] == [first.agreement_id]
        rest = await desk.waiting(scope, cursor=page.next_cursor)
        assert ([row.id for row in rest.rows], rest.next_cursor) == ([second.agreement_id], None)
        await first.give_back()
        assert [row.id for row in (await desk.waiting(scope)).rows] == [second.agreement_id]
        other = await world.person(Role.COMMITTEE, division=world.neighbour)
        assert (await desk.waiting(other.viewer.scope)).rows == ()

    async def test_says_what_is_odd_and_nothing_more(self, home: Household) -> None:
        assert set(await found(home)) == {
            OddKind.CAPACITY_UNKNOWN,
            OddKind.CAREGIVER_PLACE_UNKNOWN,
            OddKind.CAREGIVER_ABILITY_UNSAID,
        }

    async def test_counts_the_caregivers_other_elders_by_account_or_phone(
        self, home: Household, world: World, evidence: EvidenceKey
    ) -> None:
        mine = await FamilyMember.get(id=home.places["caregiver"])
        for at in range(3):
            other = await build_household(world, evidence, elder=f"张桂{at}")
            await other.filed()
            same = {"account_id": mine.account_id} if at else {"phone_hash": mine.phone_hash}
            await FamilyMember.filter(id=other.places["caregiver"]).update(**same)
        assert OddKind.CAREGIVER_LOADED in await found(home)
        await FamilyMember.filter(id=other.places["caregiver"]).update(account_id=None, phone_hash=b"another")
        assert OddKind.CAREGIVER_LOADED not in await found(home)

    async def test_names_a_child_on_the_file_who_has_no_account_yet(self, home: Household) -> None:
        account_id = home.volunteer.viewer.account_id
        place = await a_place(home.world, home.elder_id, Duty.SUPPORTER, "王建军", "儿子", account_id)
        assert OddKind.CHILD_NOT_TOLD not in await found(home)
        await FamilyMember.filter(id=place).update(confirmed_at=None)
        assert OddKind.CHILD_NOT_TOLD in await found(home)


class TestQuestion:
    async def ask(self, home: Household, asked: Asked = Asked.SUPPORTERS) -> AgreementQuestion:
        made = await questioning.ask(
            home.world.kernel,
            agreement_id=home.agreement_id,
            asked=asked,
            words="春花现在住哪里？",
            by=home.secretary.viewer,
        )
        return await AgreementQuestion.get(id=made)

    async def reply(self, home: Household, question: AgreementQuestion, who: str = "son") -> None:
        by = getattr(home, who).viewer
        await questioning.reply(
            home.world.kernel, agreement_id=home.agreement_id, question_id=question.id, words="就在隔壁", by=by
        )

    async def test_is_answered_once_and_both_are_links_of_the_chain(
        self, home: Household, evidence: EvidenceKey
    ) -> None:
        question = await self.ask(home)
        assert "春花".encode() not in bytes(question.words)
        assert OddKind.QUESTION_OPEN in await found(home)
        await self.reply(home, question)
        [shown] = await desk.questions(home.world.kernel, home.son.viewer.scope, home.agreement_id)
        assert (shown.words, shown.answer, shown.answered_by) == ("春花现在住哪里？", "就在隔壁", "王建国")
        assert OddKind.QUESTION_OPEN not in await found(home)
        assert (await home.row()).state is AgreementState.HANDED_IN
        assert await OutboxEntry.filter(topic__in=["AgreementAsked", "AgreementReplied"]).count() == 2
        with pytest.raises(QuestionAnswered):
            await self.reply(home, question, "daughter")
        await home.file()
        assert await check_chain(home.world.kernel, evidence.certificate_pem, home.agreement_id) is None

    @pytest.mark.parametrize(
        ("asked", "answers"),
        [(Asked.SUPPORTERS, "daughter"), (Asked.CAREGIVER, "caregiver"), (Asked.VISITOR, "volunteer")],
    )
    async def test_is_for_whom_it_was_put_to(self, home: Household, asked: Asked, answers: str) -> None:
        question = await self.ask(home, asked)
        for other in {"daughter", "caregiver", "volunteer", "accountant"} - {answers}:
            with pytest.raises(NotAParty):
                await self.reply(home, question, other)
        await self.reply(home, question, answers)

    async def test_is_asked_by_the_committee_while_the_agreement_lies_on_its_desk(self, home: Household) -> None:
        with pytest.raises(RoleCannot):
            await questioning.ask(
                home.world.kernel,
                agreement_id=home.agreement_id,
                asked=Asked.VISITOR,
                words="？",
                by=home.volunteer.viewer,
            )
        question = await self.ask(home)
        await home.give_back()
        with pytest.raises(StepNotPossible):
            await self.ask(home)
        with pytest.raises(StepNotPossible):
            await self.reply(home, question)

    async def test_of_another_agreement_is_not_found(
        self, home: Household, world: World, evidence: EvidenceKey
    ) -> None:
        other = await build_household(world, evidence, elder="张桂英")
        await other.handed_in()
        question = await self.ask(other)
        with pytest.raises(QuestionNotFound):
            await self.reply(home, question)


class TestOwnFamily:
    async def test_a_clerk_with_any_place_in_the_elders_family_neither_files_nor_asks(self, home: Household) -> None:
        clerk = home.secretary.viewer
        place = await a_place(home.world, home.elder_id, Duty.SUPPORTER, "赵志强", "女婿", clerk.account_id)
        await FamilyMember.filter(id=place).update(confirmed_at=None)
        for step in (home.file(), home.give_back(), TestQuestion().ask(home)):
            with pytest.raises(NamesOneself):
                await step
        await home.file(home.accountant)


async def households(
    world: World, evidence: EvidenceKey, count: int, village: Division | None = None
) -> list[Household]:
    """So many on the desk."""
    made = [await build_household(world, evidence, elder=f"张桂{at}", village=village) for at in range(count)]
    for home in made:
        await home.handed_in()
    return made


class TestBatch:
    async def test_files_each_for_itself_and_one_refused_neither_stops_the_rest_nor_burns_a_number(
        self, home: Household, world: World, evidence: EvidenceKey
    ) -> None:
        others = await households(world, evidence, 3)
        await others[0].wish(False, by=others[0].accountant)
        await Agreement.filter(id=others[0].agreement_id).update(state=AgreementState.HANDED_IN)
        ids = [home.agreement_id, *(each.agreement_id for each in others)]
        by = home.secretary.viewer
        outcomes = await filing.file_all(world.kernel, evidence, agreement_ids=[*ids, ids[0]], by=by)
        assert [each.agreement_id for each in outcomes] == ids
        assert [each.number for each in outcomes] == [f"{PREFIX}0001", None, f"{PREFIX}0002", f"{PREFIX}0003"]
        assert [type(each.refusal) for each in outcomes[:2]] == [type(None), WishNotRecorded]
        again = await filing.file_all(world.kernel, evidence, agreement_ids=ids, by=by)
        assert [each.number for each in again] == [each.number for each in outcomes]

    async def test_files_nothing_when_one_is_out_of_sight(self, home: Household, evidence: EvidenceKey) -> None:
        ids = [home.agreement_id, uuid4()]
        with pytest.raises(AgreementNotFound):
            await filing.file_all(home.world.kernel, evidence, agreement_ids=ids, by=home.secretary.viewer)
        assert (await home.row()).number is None

    async def test_is_for_the_committee(self, home: Household, evidence: EvidenceKey) -> None:
        with pytest.raises(RoleCannot):
            await filing.file_all(home.world.kernel, evidence, agreement_ids=[], by=home.volunteer.viewer)


class TestManyAtOnce:
    async def test_twenty_filings_in_two_villages_number_each_village_from_one_without_a_gap(
        self, world: World, evidence: EvidenceKey
    ) -> None:
        here = await households(world, evidence, 4)
        there = await households(world, evidence, 6, world.neighbour)
        filings = [home.file(clerk) for home in (*here, *there) for clerk in (home.secretary, home.accountant)]
        outcomes = await asyncio.gather(*filings, return_exceptions=True)
        assert Counter(type(each) for each in outcomes) == {str: 10, StepNotPossible: 10}
        for village, some in ((world.village, here), (world.neighbour, there)):
            code = (await Division.get(id=village.id)).code
            numbers = sorted([(await home.row()).number or "" for home in some])
            assert numbers == [f"{code}-2026-{at:04d}" for at in range(1, len(some) + 1)]
