"""The hot routes' connections: never more than allowed, never a broken or unclean one twice, never one lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import nullcontext

import asyncpg
import pytest

from backend.db import one_connection, open_database
from backend.kit.errors import Refusal
from backend.kit.reserve import Reserve
from tests.integration.db.pairs import count


async def backend_of_a_request(error: Exception | None = None) -> int:
    """PostgreSQL's number of the connection one request had; it ends in `error`."""
    number = 0
    with pytest.raises(type(error)) if error else nullcontext():
        async with one_connection():
            number = await count("SELECT pg_backend_pid() AS found")
            if error:
                raise error
    return number


@pytest.fixture
async def opened(postgres_url: str) -> AsyncIterator[None]:
    async with open_database(postgres_url):
        yield


@pytest.mark.usefixtures("opened")
class TestRequest:
    @pytest.mark.parametrize("error", [None, Refusal()], ids=["answered", "refused"])
    async def test_leaves_its_connection_to_the_next(self, error: Exception | None) -> None:
        assert await backend_of_a_request(error) == await backend_of_a_request()

    async def test_that_went_wrong_takes_its_connection_along(self) -> None:
        assert await backend_of_a_request(ZeroDivisionError()) != await backend_of_a_request()


class TestReserve:
    async def test_gives_no_more_than_it_may_and_the_next_waits(self, postgres_url: str) -> None:
        reserve = Reserve(postgres_url, 2)
        first, second = await reserve.take(), await reserve.take()
        third = asyncio.create_task(reserve.take())
        await asyncio.sleep(0)
        assert not third.done()
        reserve.give_back(first, clean=True)
        assert await third is first
        for connection in (first, second):
            reserve.give_back(connection, clean=True)
        await reserve.close()
        assert first.is_closed()
        assert second.is_closed()

    async def test_gives_another_for_one_the_server_ended(self, postgres_url: str) -> None:
        reserve = Reserve(postgres_url, 1)
        ended = await reserve.take()
        gone = asyncio.Event()
        ended.add_termination_listener(lambda _: gone.set())
        reserve.give_back(ended, clean=True)
        killer = await asyncpg.connect(postgres_url)
        await killer.execute("SELECT pg_terminate_backend($1)", ended.get_server_pid())
        await killer.close()
        await gone.wait()
        another = await reserve.take()
        assert another is not ended
        assert await another.fetchval("SELECT 1") == 1
        reserve.give_back(another, clean=True)
        await reserve.close()

    async def test_keeps_the_place_of_one_that_could_not_be_opened(self, postgres_url: str) -> None:
        reserve = Reserve(f"{postgres_url}_that_is_not", 1)
        for _ in range(2):
            with pytest.raises(asyncpg.InvalidCatalogNameError):
                await reserve.take()

    async def test_closes_what_comes_back_after_the_end(self, postgres_url: str) -> None:
        reserve = Reserve(postgres_url, 1)
        late = await reserve.take()
        await reserve.close()
        reserve.give_back(late, clean=True)
        assert late.is_closed()
