"""The world of the API tests, on one product per engine."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.api.world import World, world_in
from tests.product import running_product
from tests.servers.postgres import Postgres

# The limits stand in their own tests; here they would only hide what else is answered.
UNHURRIED = {"WRITES_PER_MINUTE": "1000000", "PROOFS_PER_MINUTE": "1000000"}


def h5_build(folder: Path) -> str:
    """A folder of pages with one page and one file, and beside it what must stay private."""
    (folder / "secret.txt").write_text("canary of the folder above")
    site = folder / "h5"
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text("<!doctype html><title>云团圆</title>")
    (site / "assets" / "app.js").write_text("1")
    (site / "link").symlink_to(folder)
    return str(site)


@pytest.fixture(scope="session")
async def sqlite_world(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """Everybody, on SQLite."""
    folder = tmp_path_factory.mktemp("sqlite-world")
    url = f"sqlite://{shutil.copyfile(migrated_file, folder / 'fresh.sqlite3')}"
    async with (
        running_product(folder, url, module="tests.api.launch", H5_DIR=h5_build(folder), **UNHURRIED) as product,
        world_in(product) as world,
    ):
        yield world


@pytest.fixture(scope="session")
async def postgres_world(
    postgres: Postgres, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[World]:
    """Everybody, on PostgreSQL."""
    folder = tmp_path_factory.mktemp("postgres-world")
    async with (
        postgres.database(migrated_template) as url,
        running_product(folder, url, module="tests.api.launch", H5_DIR=h5_build(folder), **UNHURRIED) as product,
        world_in(product) as world,
    ):
        yield world


@pytest.fixture
def world(request: pytest.FixtureRequest, engine: str) -> World:
    """Everybody, on either engine."""
    found: World = request.getfixturevalue(f"{engine}_world")
    return found
