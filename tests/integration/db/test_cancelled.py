"""A family hanging up must never cost us the database: 400 cancels at random moments, and nothing is lost.

Tortoise's own transaction loses its pool slot, or SQLite's lock, at the first unlucky cancel.
"""

import asyncio
import random
from uuid import UUID

import pytest

from backend.db import one_connection, transaction
from backend.kit.ids import uuid7
from tests.integration.db.pairs import (
    POOL,
    count,
    every_slot_is_free,
    make_table,
    nobody_idles_in_transaction,
    whole,
    write_pair,
)

CANCELS, WAVE = 400, 16


@pytest.fixture(autouse=True)
async def pairs(database: str) -> None:
    await make_table()


async def wave(chance: random.Random, latest: float, *, again: bool) -> dict[UUID, asyncio.Task[None]]:
    """WAVE transactions at once, each cancelled at a random moment before `latest` seconds, or twice."""
    loop = asyncio.get_running_loop()
    tasks = {pair: asyncio.create_task(write_pair(pair)) for pair in (uuid7() for _ in range(WAVE))}
    for task in tasks.values():
        moment = chance.uniform(0, latest)
        loop.call_later(moment, task.cancel)
        if again:
            loop.call_later(moment + chance.uniform(0, latest / 20), task.cancel)
    await asyncio.wait(tasks.values())
    return tasks


async def taken_by_a_wave() -> float:
    """Seconds WAVE transactions take when nobody hangs up."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    await asyncio.gather(*(write_pair(uuid7()) for _ in range(WAVE)))
    return loop.time() - began


class TestCancelled:
    @pytest.mark.parametrize("again", [False, True], ids=["once", "twice"])
    async def test_transactions_are_all_or_nothing_and_give_everything_back(self, again: bool) -> None:
        chance = random.Random(20261122)
        await taken_by_a_wave()
        before = await whole()
        latest = await taken_by_a_wave()
        cancelled, finished = 0, set[UUID]()
        while cancelled < CANCELS:
            for pair, task in (await wave(chance, latest * 1.2, again=again)).items():
                if task.cancelled():
                    cancelled += 1
                else:
                    assert task.exception() is None
                    finished.add(pair)
        assert finished, "every task was cancelled: the moments were not spread over the transaction"

        await every_slot_is_free()
        await nobody_idles_in_transaction()
        assert finished | before <= await whole()
        await write_pair(last := uuid7())
        assert last in await whole()

    async def test_while_beginning_twice_gives_the_lock_back(self) -> None:
        for turns in range(60):
            task = asyncio.create_task(write_pair(uuid7()))
            for _ in range(turns % 12):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.sleep(0)
            task.cancel()
            await asyncio.wait([task])
            async with asyncio.timeout(5), transaction():
                await count("SELECT COUNT(*) AS found FROM pairs")
        await whole()


async def look_twice() -> None:
    async with one_connection():
        for _ in range(2):
            await count("SELECT COUNT(*) AS found FROM pairs")


class TestOneConnection:
    async def test_cancelled_at_every_turn_gives_it_back(self) -> None:
        cancelled = 0
        for turns in range(CANCELS):
            tasks = [asyncio.create_task(look_twice()) for _ in range(WAVE // 2)]
            for _ in range(turns % 40):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            cancelled += sum(task.cancelled() for task in tasks)
        assert cancelled >= CANCELS
        await every_slot_is_free()
        met = asyncio.Barrier(POOL)

        async def hold() -> None:
            async with one_connection():
                await met.wait()

        async with asyncio.timeout(10):
            await asyncio.gather(*(hold() for _ in range(POOL)))
