"""The township's desk."""

from pathlib import Path

import pytest

from tests.factories.registers import Desk, desk_in
from tests.factories.village import World


@pytest.fixture
async def desk(world: World, tmp_path: Path) -> Desk:
    return await desk_in(world, tmp_path / "objects")
