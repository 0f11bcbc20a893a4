"""A real Redis of our own, in memory only."""

import contextlib
from collections.abc import AsyncIterator

from redis import asyncio as aioredis

from tests.servers.processes import free_port, running, scratch_folder
from tests.waiting import until


@contextlib.asynccontextmanager
async def redis_server() -> AsyncIterator[str]:
    """Start Redis on a free loopback port and yield its URL; stop it at the end."""
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with scratch_folder("redis") as folder, running(command, folder):
        url = f"redis://127.0.0.1:{port}/0"
        async with aioredis.Redis.from_url(url) as client:
            await until(lambda: _answers(client))
        yield url


async def _answers(client: aioredis.Redis) -> bool:
    try:
        return bool(await client.ping())
    except (ConnectionError, aioredis.ConnectionError):
        return False
