"""Two who act on one row at the same moment, on purpose."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import msgspec
from tortoise.queryset import QuerySet

from backend.db import fetch, on_postgres, transaction
from tests.waiting import until

Result = TypeVar("Result")


class _Waiting(msgspec.Struct, frozen=True):
    waiting: int


async def at_once(row: QuerySet[Any], *attempts: Coroutine[Any, Any, Result]) -> list[Result | BaseException]:
    """What becomes of attempts on `row` that all begin before any ends: it is held until each of them waits.

    Three at most, by the size of the pool. On SQLite, whose writers wait for each other from their beginning, nobody
    can be seen waiting, and need not be.
    """
    held, let_go = asyncio.Event(), asyncio.Event()

    async def hold() -> None:
        async with transaction():
            await row.select_for_update().first()
            held.set()
            await let_go.wait()

    async def all_wait() -> bool:
        (found,) = await fetch(_Waiting, _WAITING)
        return found.waiting == len(attempts)

    holder = asyncio.create_task(hold())
    await held.wait()
    tasks = [asyncio.create_task(attempt) for attempt in attempts]
    if on_postgres():
        await until(all_wait)
    let_go.set()
    await holder
    return await asyncio.gather(*tasks, return_exceptions=True)


async def while_open(first: Coroutine[Any, Any, Result], second: Coroutine[Any, Any, Result]) -> list[Any]:
    """What becomes of both, when `second` begins before the transaction of `first`, all done, is committed."""
    done, commit = asyncio.Event(), asyncio.Event()

    async def held() -> Result:
        async with transaction():
            result = await first
            done.set()
            await commit.wait()
        return result

    async def waits() -> bool:
        return later.done() or (await fetch(_Waiting, _WAITING))[0].waiting > 0

    earlier = asyncio.create_task(held())
    await done.wait()
    later = asyncio.create_task(second)
    if on_postgres():
        await until(waits)
    commit.set()
    return [*await asyncio.gather(earlier, later, return_exceptions=True)]


_WAITING = """
SELECT COUNT(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
"""
