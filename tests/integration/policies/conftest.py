"""The world of these tests, on each engine."""

import pytest

from tests.factories.database import database as database
from tests.factories.database import database_url as database_url
from tests.factories.village import World, build_world


@pytest.fixture
async def world(database: str) -> World:
    """One township with two villages."""
    return await build_world()
