"""Real servers on free loopback ports, started once a session by the first test that asks; databases on each engine."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.db import migrate
from tests.factories.database import database as database
from tests.factories.database import database_url as database_url
from tests.factories.database import engine as engine
from tests.factories.database import models_stay_built as models_stay_built
from tests.factories.village import World, build_world
from tests.servers.clean_databases import CleanDatabases
from tests.servers.coturn import Coturn, coturn_server
from tests.servers.postgres import Postgres, postgres_server
from tests.servers.redis import redis_server


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run tests marked `soak` in their long form")


@pytest.fixture(scope="session")
def soak(request: pytest.FixtureRequest) -> bool:
    """Whether a test marked `soak` runs in its long form (`make soak`) instead of its short one (`make test`)."""
    return bool(request.config.getoption("--soak"))


@pytest.fixture(scope="session")
async def postgres() -> AsyncIterator[Postgres]:
    """A PostgreSQL server of our own."""
    async with postgres_server() as server:
        yield server


@pytest.fixture
async def empty_postgres_url(postgres: Postgres) -> AsyncIterator[str]:
    """The URL of a new database without a table."""
    async with postgres.database() as url:
        yield url


@pytest.fixture(scope="session")
async def migrated_template(postgres: Postgres) -> str:
    """The name of a database at the newest migration, to copy from; nothing connects to it again."""
    await postgres.make_template("migrated", migrate)
    return "migrated"


@pytest.fixture(scope="session")
async def clean_databases(postgres: Postgres, migrated_template: str) -> AsyncIterator[CleanDatabases]:
    """Databases at the newest migration."""
    databases = await CleanDatabases.of(postgres, migrated_template)
    yield databases
    await databases.close()


@pytest.fixture
async def postgres_url(clean_databases: CleanDatabases) -> AsyncIterator[str]:
    """The URL of a database at the newest migration, without a row."""
    async with clean_databases.one() as url:
        yield url


@pytest.fixture(scope="session")
async def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file at the newest migration, to copy from."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.sqlite3"
    await migrate(f"sqlite://{path}")
    return path


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """The URL of a new SQLite file at the newest migration, without a row."""
    return f"sqlite://{shutil.copyfile(migrated_file, tmp_path / 'fresh.sqlite3')}"


@pytest.fixture
async def world(database: str) -> World:
    """One township with two villages, once on each engine."""
    return await build_world()


@pytest.fixture(scope="session")
async def redis_url() -> AsyncIterator[str]:
    """The URL of a Redis of our own, shared by the session: a test uses keys of its own."""
    async with redis_server() as url:
        yield url


@pytest.fixture(scope="session")
async def coturn() -> AsyncIterator[Coturn]:
    """A coturn of our own."""
    async with coturn_server() as server:
        yield server
