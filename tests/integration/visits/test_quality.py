"""Questions about entries: raised once, grown while they wait, answered once, by who is not asked about."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.outbox import box
from backend.visits.actions import submit
from backend.visits.errors import OwnQuality, QualityQuestionAnswered, QualityQuestionNotFound
from backend.visits.models import NoteMark, QualityQuestion
from backend.visits.quality import NoteMarker, answer_question, asked, raise_questions
from backend.visits.rules import VisitMode
from backend.visits.signals import Signal
from tests.factories.village import MORNING, Person, World
from tests.factories.visits import a_report, a_write


@pytest.fixture
async def township(world: World) -> Person:
    return await world.person(Role.TOWNSHIP, name="赵乡长", division=world.township)


async def visits(world: World, many: int, *, note: str | None = None) -> tuple[Person, list[UUID]]:
    """One volunteer's reports of so many elders, a day apart in time and entered now, one every minute."""
    elders = [await world.elder() for _ in range(many)]
    volunteer = await world.person(Role.VOLUNTEER, elders=tuple(elders))
    await report(world, volunteer, elders, note)
    return volunteer, elders


async def report(
    world: World, volunteer: Person, elders: list[UUID], note: str | None = None, *, hours: int = 0
) -> None:
    for number, elder_id in enumerate(elders):
        at = MORNING - timedelta(days=number + 1, hours=hours)
        made = a_report(elder_id, visited_at=at, note=note)
        await submit(world.kernel, report=made, write=a_write(volunteer), by=volunteer.viewer)
        world.clock.advance(timedelta(minutes=1))
    await box.drain(world.kernel, {"VisitReported": (NoteMarker(world.kernel).on_visit_reported,)})


class TestRaise:
    async def test_asks_once_about_entries_minutes_apart_and_tells_of_all_of_them(
        self, world: World, township: Person
    ) -> None:
        volunteer, elders = await visits(world, 7)
        assert await raise_questions(world.kernel) == 1
        await report(world, volunteer, elders[:1], hours=1)
        assert await raise_questions(world.kernel) == 0
        [question] = (await asked(world.kernel, township.viewer.scope)).rows
        assert (question.kind, question.village, question.answer) == (Signal.BULK, "上坪村", None)
        assert len(question.reports) == 8

    async def test_asks_about_the_same_words_without_keeping_them(self, world: World, township: Person) -> None:
        await visits(world, 3, note="老人身体很好，一切正常。")
        assert await NoteMark.all().count() == 3
        assert len({bytes(mark.words_hash) for mark in await NoteMark.all()}) == 1
        await raise_questions(world.kernel)
        [question] = (await asked(world.kernel, township.viewer.scope)).rows
        assert question.kind == Signal.SAME_WORDS
        assert "正常".encode() not in bytes((await NoteMark.all())[0].words_hash)

    async def test_asks_in_the_village_where_a_way_too_short_begins(self, world: World, township: Person) -> None:
        here, there = await world.elder(), await world.elder(village=world.neighbour)
        volunteer = await world.person(Role.VOLUNTEER, elders=(here, there))
        for elder_id, at in ((here, MORNING - timedelta(hours=2)), (there, MORNING - timedelta(minutes=110))):
            made = a_report(elder_id, visited_at=at, mode=VisitMode.HOME)
            await submit(world.kernel, report=made, write=a_write(volunteer), by=volunteer.viewer)
        assert await raise_questions(world.kernel) == 1
        [question] = (await asked(world.kernel, township.viewer.scope)).rows
        assert (question.kind, question.village, len(question.reports)) == (Signal.TRAVEL, "上坪村", 2)
        far = await world.person(Role.TOWNSHIP, division=world.neighbour)
        assert (await asked(world.kernel, far.viewer.scope)).rows == ()

    async def test_looks_at_the_month_before_too(self, world: World) -> None:
        await visits(world, 6)
        world.clock.advance(datetime(2026, 4, 2, tzinfo=UTC) - world.clock.now())
        assert await raise_questions(world.kernel) == 1


class TestAnswer:
    async def test_is_kept_with_who_gave_it_once(self, world: World, township: Person) -> None:
        await visits(world, 6)
        await raise_questions(world.kernel)
        question_id = (await QualityQuestion.get()).id
        words = "那天下乡没有信号，晚上回来一起补录的"
        await answer_question(world.kernel, question_id=question_id, words=words, by=township.viewer)
        with pytest.raises(QualityQuestionAnswered):
            await answer_question(world.kernel, question_id=question_id, words=words, by=township.viewer)
        [question] = (await asked(world.kernel, township.viewer.scope)).rows
        assert (question.answer, question.answered_by) == (words, "赵乡长")
        sealed = (await QualityQuestion.get()).answer
        assert sealed is not None
        assert words.encode() not in bytes(sealed)

    async def test_is_not_the_visitors_nor_another_places(self, world: World, township: Person) -> None:
        volunteer, _ = await visits(world, 6)
        await raise_questions(world.kernel)
        question_id = (await QualityQuestion.get()).id
        far = await world.person(Role.TOWNSHIP, division=world.neighbour)
        for person, refusal in ((volunteer, RoleCannot), (far, QualityQuestionNotFound)):
            with pytest.raises(refusal):
                await answer_question(world.kernel, question_id=question_id, words="好", by=person.viewer)
        await QualityQuestion.all().update(visitor_id=township.viewer.account_id)
        with pytest.raises(OwnQuality):
            await answer_question(world.kernel, question_id=question_id, words="好", by=township.viewer)
