"""A family in the township of these tests, on each engine."""

import pytest

from tests.factories.calls import Family, build_family
from tests.factories.village import World


@pytest.fixture
async def family(world: World) -> Family:
    """An elder with two children and a volunteer."""
    return await build_family(world)
