"""Same key, same answer."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from backend.db import execute
from backend.dossiers.erasing import erase_passed
from backend.kit.errors import Conflict
from backend.kit.ids import uuid7
from backend.kit.secrets import CannotDecrypt
from backend.outbox.idempotency import (
    Answer,
    BusyElsewhere,
    KeyedWrite,
    KeyUsedForAnother,
    keyed_write,
    once,
)
from backend.outbox.models import IdempotentAnswer, OutboxEntry
from tests.factories.village import World

SOMEBODY = UUID("01890a5d-ac96-774b-bcce-b302099a8057")


class Write:
    """A write that can be counted: it leaves a row each time it is done."""

    def __init__(self, world: World) -> None:
        self.world, self.done = world, 0
        self.key = uuid7()

    def keyed(self, body: bytes = b'{"a":1}', path: str = "/api/things", account: UUID = SOMEBODY) -> KeyedWrite:
        return keyed_write(
            self.world.kernel, account_id=account, route="POST /api/things", key=self.key, path=path, body=body
        )

    async def do(self) -> Answer:
        self.done += 1
        now = self.world.clock.now()
        made = await OutboxEntry.create(topic="Nothing", payload="{}", created_at=now, due_at=now)
        return Answer(201, msgspec.json.encode({"id": made.id, "note": "枇杷膏放在床头"}))

    async def once(self, keyed: KeyedWrite | None = None, do: Callable[[], Awaitable[Answer]] | None = None) -> Answer:
        return await once(self.world.kernel, keyed or self.keyed(), do or self.do)


@pytest.fixture
def write(world: World) -> Write:
    return Write(world)


class TestOnce:
    async def test_answers_a_repeat_as_it_did_and_changes_nothing(self, write: Write) -> None:
        first = await write.once()
        assert await write.once() == first
        assert write.done == 1
        assert await OutboxEntry.all().count() == 1

    @pytest.mark.parametrize(("body", "path"), [(b'{"a":2}', "/api/things"), (b'{"a":1}', "/api/things/2")])
    async def test_refuses_the_key_with_another_body_or_path(self, write: Write, body: bytes, path: str) -> None:
        await write.once()
        with pytest.raises(KeyUsedForAnother):
            await write.once(write.keyed(body, path))
        assert write.done == 1

    async def test_keeps_the_keys_of_two_people_apart(self, write: Write) -> None:
        await write.once()
        await write.once(write.keyed(account=uuid7()))
        assert await OutboxEntry.all().count() == 2

    @pytest.mark.parametrize("twins", [2, 5])
    async def test_lets_concurrent_twins_wait_and_answers_them_alike(self, write: Write, twins: int) -> None:
        answers = await asyncio.gather(*(write.once() for _ in range(twins)))
        assert len({answer.body for answer in answers}) == 1
        assert await OutboxEntry.all().count() == 1

    async def test_does_not_store_a_refusal_but_judges_it_afresh(self, write: Write) -> None:
        class NotToday(Conflict):
            pass

        async def refuse() -> Answer:
            await write.do()
            raise NotToday

        with pytest.raises(NotToday):
            await write.once(do=refuse)
        assert await IdempotentAnswer.all().count() == 0
        assert await OutboxEntry.all().count() == 0
        assert (await write.once()).status == 201

    async def test_runs_again_when_a_first_run_was_cut_off(self, write: Write) -> None:
        begun = asyncio.Event()

        async def hang() -> Answer:
            await write.do()
            begun.set()
            await asyncio.Event().wait()
            raise AssertionError

        first = asyncio.create_task(write.once(do=hang))
        await begun.wait()
        first.cancel()
        await asyncio.wait([first])
        await write.once()
        assert await OutboxEntry.all().count() == 1

    async def test_keeps_the_answer_encrypted(self, write: Write) -> None:
        answer = await write.once()
        kept = await IdempotentAnswer.get()
        assert kept.answer is not None
        assert "枇杷膏".encode() in answer.body
        assert "枇杷膏".encode() not in bytes(kept.answer)
        assert b'{"a":1}' not in bytes(kept.body_hash)

    async def test_does_not_take_an_answer_from_another_row(self, write: Write) -> None:
        await write.once()
        kept = await IdempotentAnswer.get()
        write.key = uuid7()
        await write.once()
        await IdempotentAnswer.filter(key=write.key).update(answer=kept.answer)
        with pytest.raises(CannotDecrypt):
            await write.once()

    async def test_gives_up_on_what_trips_again_and_again(self, write: Write) -> None:
        await execute("CREATE UNIQUE INDEX one_topic ON outbox_entries (topic)")
        await write.once()
        write.key = uuid7()
        with pytest.raises(BusyElsewhere):
            await write.once()


class TestForget:
    async def test_drops_answers_past_their_180_days_and_no_younger(self, world: World, write: Write) -> None:
        await write.once()
        world.clock.advance(timedelta(days=180))
        write.key = uuid7()
        await write.once()
        assert await erase_passed(world.clock.now()) == 0
        assert await erase_passed(world.clock.now() + timedelta(seconds=1)) == 1
        assert (await IdempotentAnswer.get()).key == write.key
