"""The people and the elder that the file's tests are about."""

from uuid import UUID

import pytest

from backend.accounts.roles import Role
from tests.factories.village import Person, World


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    """Born on 1 May 1948."""
    return await world.elder()


@pytest.fixture
async def volunteer(world: World, elder_id: UUID) -> Person:
    return await world.person(Role.VOLUNTEER, name="王小燕", elders=(elder_id,))
