"""PostgreSQL alone, where two things can be under way at one moment."""

from collections.abc import AsyncIterator

import pytest

from backend.db import open_database
from tests.factories.village import World, build_world


@pytest.fixture
async def postgres_world(postgres_url: str) -> AsyncIterator[World]:
    """One township with two villages."""
    async with open_database(postgres_url):
        yield await build_world()
