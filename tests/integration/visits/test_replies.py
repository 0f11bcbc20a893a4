"""Thanks, questions and answers to a report: who may, once, sealed, and in sight of who sees the report."""

from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.consents.actions import Telling, set_sharing
from backend.consents.purposes import Purpose
from backend.consents.rules import Expressed
from backend.kit.ids import uuid7
from backend.outbox.models import OutboxEntry
from backend.visits.actions import submit
from backend.visits.errors import (
    FamilyQuestionAnswered,
    FamilyQuestionNotFound,
    QuestionWaits,
    ReportNotFound,
    WordsNotShared,
)
from backend.visits.models import VisitReply, VisitReport
from backend.visits.replies import ReplyRow, answer, ask, replies, report_replies, thank
from tests.factories.calls import Family, build_family
from tests.factories.race import at_once
from tests.factories.village import Person, World
from tests.factories.visits import a_report, a_write, chain_break


@pytest.fixture
async def family(world: World) -> Family:
    return await build_family(world)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="刘支书", division=world.village)


@pytest.fixture
async def report_id(world: World, family: Family) -> UUID:
    visitor = family.volunteer
    return (await submit(world.kernel, report=a_report(family.elder_id), write=a_write(visitor), by=visitor.viewer)).id


@pytest.fixture
async def stranger(world: World) -> Person:
    """A volunteer of another elder."""
    return await world.person(Role.VOLUNTEER, elders=(await world.elder(name="周桂香"),))


async def told(topic: str) -> int:
    return await OutboxEntry.filter(topic=topic).count()


async def seen(world: World, report_id: UUID, by: Person) -> list[ReplyRow]:
    return await report_replies(world.kernel, report_id, by=by.viewer)


async def withhold(world: World, family: Family, part: Purpose, given: bool = False) -> None:
    told = Telling(Expressed.SPOKEN, "杨树根")
    await set_sharing(
        world.kernel, elder_id=family.elder_id, shown={part: given}, told=told, by=family.volunteer.viewer
    )


class TestThanks:
    async def test_twice_or_at_once_are_one_and_told_of_once(
        self, world: World, family: Family, report_id: UUID
    ) -> None:
        row = VisitReport.filter(id=report_id)
        both = (thank(world.kernel, report_id=report_id, words="谢谢您", by=family.son.viewer) for _ in range(2))
        [one, other] = await at_once(row, *both)
        again = await thank(world.kernel, report_id=report_id, words="多谢", by=family.son.viewer)
        assert one == other == again
        await thank(world.kernel, report_id=report_id, words="谢谢", by=family.daughter.viewer)
        rows = await seen(world, report_id, family.volunteer)
        assert [(row.said_by, row.relation, row.words) for row in rows] == [
            ("张伟", "儿子", "谢谢您"),
            ("张丽", "女儿", "谢谢"),
        ]
        assert await told("FamilyThanked") == await AuditEvent.filter(tag=Tag.VISIT_THANKED).count() == 2
        assert await chain_break(family.elder_id) is None

    async def test_come_from_the_family_of_this_elder_alone(
        self, world: World, family: Family, report_id: UUID, committee: Person
    ) -> None:
        other = await build_family(world, "周桂香")
        with pytest.raises(ReportNotFound):
            await thank(world.kernel, report_id=report_id, words="谢谢", by=other.son.viewer)
        with pytest.raises(ReportNotFound):
            await thank(world.kernel, report_id=uuid7(), words="谢谢", by=family.son.viewer)
        for nobody in (family.volunteer, committee):
            with pytest.raises(RoleCannot):
                await thank(world.kernel, report_id=report_id, words="谢谢", by=nobody.viewer)
        assert await VisitReply.all().count() == 0


class TestQuestion:
    async def test_is_sealed_answered_once_and_in_sight_of_who_sees_the_report(
        self, world: World, family: Family, report_id: UUID, committee: Person
    ) -> None:
        made = await ask(world.kernel, report_id=report_id, words="药还够吗", by=family.son.viewer)
        assert "药".encode() not in bytes((await VisitReply.get(id=made)).words)
        [waiting] = await seen(world, report_id, family.daughter)
        assert (waiting.words, waiting.waits, waiting.mine, waiting.answer) == ("药还够吗", True, False, None)
        row = VisitReply.filter(id=made)
        found = await at_once(
            row,
            answer(world.kernel, reply_id=made, words="还够半个月", by=family.volunteer.viewer),
            answer(world.kernel, reply_id=made, words="够的", by=committee.viewer),
        )
        assert [type(each) for each in found if each is not None] == [FamilyQuestionAnswered]
        for who in (family.son, family.daughter, family.volunteer, committee):
            [row_seen] = await seen(world, report_id, who)
            assert row_seen.answer in ("还够半个月", "够的")
            assert row_seen.mine is (who is family.son)
        assert (await told("FamilyAsked"), await told("FamilyAnswered")) == (1, 1)

    async def test_waits_for_its_answer_before_the_next(self, world: World, family: Family, report_id: UUID) -> None:
        row = VisitReport.filter(id=report_id)
        both = (ask(world.kernel, report_id=report_id, words="吃得好吗", by=family.son.viewer) for _ in range(2))
        found = await at_once(row, *both)
        assert sorted(isinstance(each, QuestionWaits) for each in found) == [False, True]
        await ask(world.kernel, report_id=report_id, words="冷不冷", by=family.daughter.viewer)
        [made] = [each for each in found if isinstance(each, UUID)]
        await answer(world.kernel, reply_id=made, words="吃得好", by=family.volunteer.viewer)
        await ask(world.kernel, report_id=report_id, words="睡得好吗", by=family.son.viewer)
        assert await told("FamilyAsked") == 3

    async def test_is_not_for_visitors_to_ask_nor_for_others_to_answer(
        self, world: World, family: Family, report_id: UUID, stranger: Person
    ) -> None:
        with pytest.raises(RoleCannot):
            await ask(world.kernel, report_id=report_id, words="好吗", by=family.volunteer.viewer)
        made = await ask(world.kernel, report_id=report_id, words="好吗", by=family.son.viewer)
        far = await world.person(Role.COMMITTEE, division=world.neighbour)
        for nobody in (stranger, far):
            with pytest.raises(FamilyQuestionNotFound):
                await answer(world.kernel, reply_id=made, words="好", by=nobody.viewer)
            with pytest.raises(ReportNotFound):
                await seen(world, report_id, nobody)
            assert (await replies(world.kernel, by=nobody.viewer)).rows == ()
        with pytest.raises(RoleCannot):
            await answer(world.kernel, reply_id=made, words="好", by=family.daughter.viewer)
        thanks = await thank(world.kernel, report_id=report_id, words="谢谢", by=family.son.viewer)
        with pytest.raises(FamilyQuestionNotFound):
            await answer(world.kernel, reply_id=thanks, words="不客气", by=family.volunteer.viewer)

    async def test_goes_no_way_round_what_the_elder_withholds(
        self, world: World, family: Family, report_id: UUID
    ) -> None:
        made = await ask(world.kernel, report_id=report_id, words="身体好吗", by=family.son.viewer)
        await answer(world.kernel, reply_id=made, words="有点咳", by=family.volunteer.viewer)
        second = await ask(world.kernel, report_id=report_id, words="还咳吗", by=family.son.viewer)
        await withhold(world, family, Purpose.TELL_HEALTH)
        assert [row.answer for row in await seen(world, report_id, family.son)] == [None, None]
        assert (await seen(world, report_id, family.volunteer))[0].answer == "有点咳"
        with pytest.raises(WordsNotShared):
            await ask(world.kernel, report_id=report_id, words="好吗", by=family.daughter.viewer)
        with pytest.raises(WordsNotShared):
            await answer(world.kernel, reply_id=second, words="好了", by=family.volunteer.viewer)
        await withhold(world, family, Purpose.TELL_HEALTH, given=True)
        assert [row.answer for row in await seen(world, report_id, family.son)] == ["有点咳", None]


async def test_the_visitor_s_page_puts_what_waits_first_and_turns_without_losing_any(
    world: World, family: Family, report_id: UUID, committee: Person
) -> None:
    waiting = await ask(world.kernel, report_id=report_id, words="冷不冷", by=family.son.viewer)
    answered = await ask(world.kernel, report_id=report_id, words="吃得好吗", by=family.daughter.viewer)
    await answer(world.kernel, reply_id=answered, words="好", by=committee.viewer)
    thanks = await thank(world.kernel, report_id=report_id, words="谢谢", by=family.son.viewer)
    for reader in (family.volunteer, committee):
        found, cursor = [], None
        while True:
            page = await replies(world.kernel, by=reader.viewer, cursor=cursor, limit=1)
            found += [row.id for row in page.rows]
            if (cursor := page.next_cursor) is None:
                break
        assert found[0] == waiting
        assert sorted(found[1:]) == sorted([answered, thanks])
