"""Asked in confidence, answered once, told to both."""

from typing import Any
from uuid import UUID

import pytest

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.corrections import facts
from backend.corrections.actions import answer_correction, ask_correction
from backend.corrections.errors import CorrectionIsAnswered, CorrectionNotFound, CorrectionWaits, OwnCorrection
from backend.corrections.models import Correction
from backend.corrections.queries import corrections_of, open_corrections
from backend.corrections.rules import CorrectionState, FilePart
from backend.elders.errors import ElderNotFound
from backend.notifications import news
from backend.outbox.models import OutboxEntry
from tests.factories.race import at_once
from tests.factories.village import MORNING, Person, World

WORDS, ANSWER = "出生日期写早了一年", "按身份证改好了"


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def son(world: World, elder_id: UUID) -> Person:
    return await world.person(Role.SUPPORTER, name="李强", elders=(elder_id,))


async def ask(world: World, elder_id: UUID, by: Person, part: FilePart = FilePart.IDENTITY) -> UUID:
    return await ask_correction(world.kernel, elder_id=elder_id, part=part, words=f" {WORDS} ", by=by.viewer)


async def answer(world: World, correction_id: UUID, by: Person, corrected: bool = True) -> None:
    said: dict[str, Any] = {"corrected": corrected, "words": ANSWER}
    await answer_correction(world.kernel, correction_id=correction_id, **said, by=by.viewer)


class TestAsking:
    async def test_waits_for_the_committee_which_is_told(
        self, world: World, committee: Person, son: Person, elder_id: UUID
    ) -> None:
        made = await ask(world, elder_id, son)
        [row] = (await open_corrections(world.kernel, committee.viewer.scope)).rows
        assert (row.id, row.words, row.asker, row.state, row.answer) == (made, WORDS, "李强", "open", None)
        assert await AuditEvent.filter(subject_id=elder_id, tag=Tag.CORRECTION_ASKED).count() == 1
        assert await OutboxEntry.filter(topic="CorrectionAsked").count() == 1
        told = await news.correction_asked(facts.CorrectionAsked(correction_id=made, elder_id=elder_id), MORNING)
        assert committee.viewer.account_id in {letter.to for letter in told}
        assert WORDS not in str(told)

    async def test_of_the_same_part_twice_is_refused_until_answered(
        self, world: World, committee: Person, son: Person, elder_id: UUID
    ) -> None:
        made = await ask(world, elder_id, son)
        with pytest.raises(CorrectionWaits):
            await ask(world, elder_id, son)
        await ask(world, elder_id, son, FilePart.FAMILY)
        await answer(world, made, committee)
        await ask(world, elder_id, son)
        assert await Correction.all().count() == 3

    async def test_is_for_those_tied_to_the_elder(self, world: World, committee: Person, elder_id: UUID) -> None:
        with pytest.raises(RoleCannot):
            await ask(world, elder_id, committee)
        with pytest.raises(ElderNotFound):
            await ask(world, elder_id, await world.person(Role.SUPPORTER))


class TestAnswering:
    @pytest.mark.parametrize(
        ("corrected", "state", "tells"),
        [(True, CorrectionState.CORRECTED, "已经改好"), (False, CorrectionState.REFUSED, "没有改")],
    )
    async def test_is_told_to_who_asked(
        self,
        world: World,
        committee: Person,
        son: Person,
        elder_id: UUID,
        corrected: bool,
        state: CorrectionState,
        tells: str,
    ) -> None:
        made = await ask(world, elder_id, son)
        await answer(world, made, committee, corrected)
        [row] = await corrections_of(world.kernel, son.viewer.scope, elder_id, asked_by=son.viewer.account_id)
        assert (row.state, row.answer, row.answerer, row.answered_at) == (state, ANSWER, "赵志强", MORNING)
        assert (await open_corrections(world.kernel, committee.viewer.scope)).rows == ()
        told = facts.CorrectionAnswered(correction_id=made, elder_id=elder_id)
        [letter] = await news.correction_answered(told, MORNING)
        assert letter.to == son.viewer.account_id
        assert tells in letter.message.body
        assert await OutboxEntry.filter(topic="CorrectionAnswered").count() == 1

    async def test_by_two_at_once_is_one_answer(
        self, world: World, committee: Person, son: Person, elder_id: UUID
    ) -> None:
        made = await ask(world, elder_id, son)
        both = [answer(world, made, committee, corrected) for corrected in (True, False)]
        outcomes = await at_once(Correction.filter(id=made), *both)
        assert sorted(type(each).__name__ for each in outcomes) == ["CorrectionIsAnswered", "NoneType"]
        with pytest.raises(CorrectionIsAnswered):
            await answer(world, made, committee)
        assert await AuditEvent.filter(tag=Tag.CORRECTION_ANSWERED).count() == 1

    async def test_is_for_the_elders_village_and_never_for_oneself(
        self, world: World, committee: Person, son: Person, elder_id: UUID
    ) -> None:
        made = await ask(world, elder_id, son)
        with pytest.raises(RoleCannot):
            await answer(world, made, son)
        with pytest.raises(CorrectionNotFound):
            await answer(world, made, await world.person(Role.COMMITTEE, division=world.neighbour))
        await Correction.filter(id=made).update(asked_by=committee.viewer.account_id)
        with pytest.raises(OwnCorrection):
            await answer(world, made, committee)


class TestReading:
    async def test_shows_family_only_what_they_asked(self, world: World, son: Person, elder_id: UUID) -> None:
        await ask(world, elder_id, await world.person(Role.VOLUNTEER, elders=(elder_id,)))
        rows = await corrections_of(world.kernel, son.viewer.scope, elder_id, asked_by=son.viewer.account_id)
        assert rows == []

    async def test_pages_the_open_ones_oldest_first(
        self, world: World, committee: Person, son: Person, elder_id: UUID
    ) -> None:
        asked = [await ask(world, elder_id, son, part) for part in FilePart]
        first = await open_corrections(world.kernel, committee.viewer.scope, limit=4)
        rest = await open_corrections(world.kernel, committee.viewer.scope, cursor=first.next_cursor, limit=4)
        assert [row.id for row in (*first.rows, *rest.rows)] == asked
        assert rest.next_cursor is None
