"""Those who answer for files, and an elder with everything a file can hold."""

from uuid import UUID

import pytest

from backend.accounts.roles import Role
from tests.factories.dossiers import full_file
from tests.factories.village import Person, World


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


@pytest.fixture
async def township(world: World) -> Person:
    return await world.person(Role.TOWNSHIP, name="罗永昌", division=world.township)


@pytest.fixture
async def elder_id(world: World, committee: Person) -> UUID:
    """With a number, a phone, a son, a wish, a visit, an assessment, an override and an agreement."""
    return await full_file(world, committee)
