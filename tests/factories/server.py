"""The HTTP face over Services of the test's own, in the test's own loop, on loopback."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import httpx

from backend.bootstrap import Services, open_services
from backend.kit.clock import SetClock
from backend.settings import Settings
from miniprogram_api.app import create_app
from tests import loopback
from tests.factories.evidence import evidence_file
from tests.factories.village import MORNING, World, build_world
from tests.servers.processes import free_port

_names = count()


@asynccontextmanager
async def served_world(
    database_url: str, folder: Path, **environ: str
) -> AsyncIterator[tuple[World, httpx.AsyncClient]]:
    """The world in a fresh database under more settings, and a client of a server over it, until the block ends."""
    settings = Settings.read({"DATABASE_URL": database_url, "DATA_DIR": str(folder), "DATABASE_POOL": "2", **environ})
    settings.documents.evidence_key.write_bytes(evidence_file(settings.documents.evidence_key_password))
    clock = SetClock(MORNING)
    async with open_services(settings, clock=clock) as services:
        world = await build_world(keys=services.kernel.keys, clock=clock)
        async with _serving(services) as client:
            yield world, client


@asynccontextmanager
async def _serving(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    port = free_port()
    app = create_app(services.settings, services=services, name=f"served-{next(_names)}")
    # Sanic rewrites its own methods once per process; the second app of one finds them rewritten.
    app.config.TOUCHUP = False
    server = await app.create_server("127.0.0.1", port, return_asyncio_server=True)
    assert server is not None
    await server.startup()
    await server.before_start()
    await server.after_start()
    try:
        async with loopback.client(f"http://127.0.0.1:{port}") as client:
            yield client
    finally:
        await server.before_stop()
        await server.close()
        await server.after_stop()
