"""A family in the township of these tests, on each engine."""

import pytest

from tests.factories.calls import Family, build_family
from tests.factories.database import database as database
from tests.factories.database import database_url as database_url
from tests.factories.village import World, build_world


@pytest.fixture
async def world(database: str) -> World:
    """One township with two villages."""
    return await build_world()


@pytest.fixture
async def family(world: World) -> Family:
    """An elder with two children and a volunteer."""
    return await build_family(world)
