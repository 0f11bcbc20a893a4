"""Fixtures: a village behind one running server, for the tests of one module; each test brings its own people."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.factories.server import served_world
from tests.factories.village import World
from tests.servers.postgres import Postgres


@pytest.fixture(scope="module")
async def served(
    postgres: Postgres, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[World, httpx.AsyncClient]]:
    """The world and a client of the server over it."""
    folder: Path = tmp_path_factory.mktemp("served")
    async with postgres.database(migrated_template) as url, served_world(url, folder) as both:
        yield both


@pytest.fixture
def world(served: tuple[World, httpx.AsyncClient]) -> World:
    return served[0]


@pytest.fixture
def http(served: tuple[World, httpx.AsyncClient]) -> httpx.AsyncClient:
    return served[1]
