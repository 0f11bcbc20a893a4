"""The people, the elder and the township's desk that the register's tests are about."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from backend.accounts.roles import Role
from backend.elders.rollup import recount
from tests.factories.registers import Desk, desk_in
from tests.factories.village import Person, World


@pytest.fixture
async def counted(database: str) -> AsyncIterator[None]:
    """Whatever the test did: in the end the ledger's roll-up says what counting anew does."""
    yield
    assert await recount() == 0


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    """Born on 1 May 1948, in good health: routine."""
    return await world.elder()


@pytest.fixture
async def desk(world: World, tmp_path: Path) -> Desk:
    return await desk_in(world, tmp_path / "objects")
