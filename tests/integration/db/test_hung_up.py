"""The same through the whole server: clients hang up in the middle of a write; nothing is lost, halved or doubled."""

import asyncio
import json
import random
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import httpx
import msgspec
import pytest

from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.elders.models import Elder
from backend.outbox.models import IdempotentAnswer, OutboxEntry
from tests.factories.server import served_world
from tests.factories.village import Person, World
from tests.integration.db.pairs import POOL, every_slot_is_free, nobody_idles_in_transaction

HANG_UPS, AT_ONCE = 400, 10


@dataclass(frozen=True)
class Write:
    """One elder to be registered under one key."""

    key: UUID
    by: Person
    body: bytes

    @property
    def head(self) -> bytes:
        return (
            f"POST /api/elders HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {self.by.token}\r\n"
            f"idempotency-key: {self.key}\r\ncontent-type: application/json\r\ncontent-length: {len(self.body)}\r\n\r\n"
        ).encode()


def write(world: World, by: Person) -> Write:
    elder = {
        "village_id": str(world.village.id),
        "name": "李桂兰",
        "gender": "female",
        "born_on": "1943-03-12",
        "address": "上寨 8 号",
        "living_alone": True,
    }
    return Write(uuid4(), by, json.dumps(elder).encode())


async def send(port: int, write: Write, *, hang_up_after: float | None) -> bool:
    """Send it on a connection of its own; whether an answer came before we hung up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(write.head + write.body)
    try:
        async with asyncio.timeout(hang_up_after):
            answer = await reader.readline()
        assert b" 201 " in answer, answer
        return True
    except TimeoutError:
        return False
    finally:
        writer.transport.abort()


async def elders_told_of(world: World) -> set[UUID]:
    """The elders registered, each with its audit event, its fact and its kept answer. Raises AssertionError else."""
    elders = {elder.id for elder in await Elder.all()}
    events = [event.subject_id for event in await AuditEvent.filter(tag=Tag.ELDER_REGISTERED)]
    facts = [
        UUID(msgspec.json.decode(entry.payload)["elder_id"])
        for entry in await OutboxEntry.filter(topic="ElderRegistered")
    ]
    assert sorted(events) == sorted(elders)
    assert sorted(facts) == sorted(elders)
    assert await IdempotentAnswer.filter(status=201).count() == len(elders)
    assert await IdempotentAnswer.filter(status=None).count() == 0
    return elders


class TestHangUp:
    @pytest.mark.timeout(300)
    async def test_costs_nothing_but_the_answer(self, database_url: str, tmp_path: Path) -> None:
        chance = random.Random(20261122)
        async with served_world(database_url, tmp_path, DATABASE_POOL=str(POOL)) as (world, http):
            port = urlsplit(str(http.base_url)).port
            assert port is not None
            # An account may write so often a minute, no more.
            people = [await world.person(Role.COMMITTEE, division=world.village) for _ in range(16)]
            loop = asyncio.get_running_loop()
            await asyncio.gather(*(send(port, write(world, each), hang_up_after=None) for each in people[:AT_ONCE]))
            began = loop.time()
            await asyncio.gather(*(send(port, write(world, each), hang_up_after=None) for each in people[:AT_ONCE]))
            usual = loop.time() - began

            writes: list[Write] = []
            hung_up = answered = 0
            while hung_up < HANG_UPS:
                batch = [write(world, people[(len(writes) + number) % len(people)]) for number in range(AT_ONCE)]
                writes += batch
                got = await asyncio.gather(
                    *(send(port, each, hang_up_after=chance.uniform(0, usual * 1.2)) for each in batch)
                )
                answered += sum(got)
                hung_up += AT_ONCE - sum(got)
            assert answered, "everybody hung up before the answer: the moments were not spread over the request"

            await every_slot_is_free()
            await nobody_idles_in_transaction()
            landed = await elders_told_of(world)
            assert answered <= len(landed) - 2 * AT_ONCE < len(writes)

            turn = asyncio.Semaphore(AT_ONCE)
            again = await asyncio.gather(*(_repeat(http, each, turn) for each in writes))
            registered = await elders_told_of(world)
            assert landed <= registered
            assert set(again) <= registered
            assert len(set(again)) == len(writes)
            assert len(registered) == len(writes) + 2 * AT_ONCE


async def _repeat(http: httpx.AsyncClient, write: Write, turn: asyncio.Semaphore) -> UUID:
    """What the person's next tap brings: the elder's id under the same key."""
    headers = {
        "authorization": f"Bearer {write.by.token}",
        "idempotency-key": str(write.key),
        "content-type": "application/json",
    }
    async with turn:
        answer = await http.post("/api/elders", content=write.body, headers=headers)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["id"])
