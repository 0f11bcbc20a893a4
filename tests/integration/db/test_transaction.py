"""All or nothing, and a transaction inside another joins it."""

import asyncio

import pytest

from backend.db import IntegrityError, execute, on_postgres, transaction
from backend.kit.ids import uuid7
from tests.integration.db.pairs import count, make_table, whole, write_pair

_ALL = "SELECT COUNT(*) AS found FROM pairs"


@pytest.fixture(autouse=True)
async def pairs(database: str) -> None:
    await make_table()


async def write(half: int = 1) -> None:
    await execute("INSERT INTO pairs (id, half) VALUES ($1, $2)", str(uuid7()), half)


class Refused(Exception):
    pass


async def write_and_be_refused() -> None:
    async with transaction():
        await write()
        raise Refused


class TestTransaction:
    async def test_keeps_what_was_written(self) -> None:
        pair = uuid7()
        await write_pair(pair)
        assert await whole() == {pair}

    async def test_undoes_everything_upon_an_exception(self) -> None:
        with pytest.raises(Refused):
            await write_and_be_refused()
        assert await count(_ALL) == 0

    async def test_inside_another_is_undone_with_it(self) -> None:
        async def outer() -> None:
            async with transaction():
                async with transaction():
                    await write()
                assert await count(_ALL) == 1
                raise Refused

        with pytest.raises(Refused):
            await outer()
        assert await count(_ALL) == 0

    async def test_inside_another_commits_with_it(self) -> None:
        async with transaction():
            await write()
            async with transaction():
                await write()
        assert await count(_ALL) == 2

    async def test_undoes_what_came_before_an_inner_failure(self) -> None:
        async def outer() -> None:
            async with transaction():
                await write()
                await write_and_be_refused()

        with pytest.raises(Refused):
            await outer()
        assert await count(_ALL) == 0

    async def test_is_seen_from_outside_only_when_it_has_ended(self) -> None:
        """SQLite's reader waits for the one connection and sees the end; PostgreSQL's sees the beginning."""
        wrote, looked = asyncio.Event(), asyncio.Event()

        async def writer() -> None:
            async with transaction():
                await write(1)
                wrote.set()
                if on_postgres():
                    await looked.wait()
                await write(2)

        async def reader() -> int:
            await wrote.wait()
            found = await count(_ALL)
            looked.set()
            return found

        _, found = await asyncio.gather(writer(), reader())
        assert found == (0 if on_postgres() else 2)

    async def test_serves_on_after_a_failing_statement(self) -> None:
        await execute("CREATE UNIQUE INDEX one_half ON pairs (half)")
        await write(1)

        async def both() -> None:
            async with transaction():
                await write(2)
                await write(1)

        with pytest.raises(IntegrityError):
            await both()
        assert await count(_ALL) == 1
        await write(2)
        assert await count(_ALL) == 2
