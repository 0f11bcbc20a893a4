"""A county lived through once on each engine, and a copy of it for every test."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.crash.home import Home, Launcher, Prepared, home_in, prepare
from tests.servers.postgres import Postgres

DATABASE = "cloud-reunion.sqlite3"


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    """The imported product, ready to fork."""
    found = Launcher()
    yield found
    found.close()


@pytest.fixture(scope="session")
async def prepared_sqlite(launcher: Launcher, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The county in a folder with its SQLite file."""
    folder = tmp_path_factory.mktemp("prepared-sqlite")
    return await prepare(launcher, folder, f"sqlite://{folder / DATABASE}")


@pytest.fixture(scope="session")
async def prepared_postgres(
    launcher: Launcher, postgres: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Prepared:
    """The county in a PostgreSQL database to copy, and its files in a folder."""
    folder, made = tmp_path_factory.mktemp("prepared-postgres"), list[Prepared]()

    async def live(url: str) -> None:
        made.append(await prepare(launcher, folder, url))

    await postgres.make_template("prepared", live)
    return made[0]


@pytest.fixture
async def prepared_postgres_url(postgres: Postgres, prepared_postgres: Prepared) -> AsyncIterator[str]:
    """A copy of the prepared database."""
    async with postgres.database("prepared") as url:
        yield url


@pytest.fixture
def prepared_sqlite_url(tmp_path: Path) -> str:
    """Where the copied file will be."""
    return f"sqlite://{tmp_path / 'data' / DATABASE}"


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> str:
    """Each test runs once on each engine."""
    name: str = request.param
    return name


@pytest.fixture
def prepared(engine: str, request: pytest.FixtureRequest) -> Prepared:
    """The county on this engine."""
    found: Prepared = request.getfixturevalue(f"prepared_{engine}")
    return found


@pytest.fixture
def prepared_url(engine: str, request: pytest.FixtureRequest) -> str:
    """This test's own database."""
    url: str = request.getfixturevalue(f"prepared_{engine}_url")
    return url


@pytest.fixture
async def home(launcher: Launcher, prepared: Prepared, prepared_url: str, tmp_path: Path) -> AsyncIterator[Home]:
    """The county on data of the test's own; the test starts it."""
    folder = tmp_path / "data"
    shutil.copytree(prepared.folder, folder)
    async with home_in(launcher, prepared, folder, prepared_url) as found:
        yield found
