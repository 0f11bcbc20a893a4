"""An open database, once on each engine."""

import os
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import closing

import pytest
from tortoise.apps import Apps

from backend.db import open_database


@pytest.fixture(params=["sqlite", "postgres"], scope="module")
def engine(request: pytest.FixtureRequest) -> str:
    """Which database: a module's tests run on the one, then on the other."""
    name: str = request.param
    return name


@pytest.fixture
def database_url(engine: str, request: pytest.FixtureRequest) -> str:
    """A fresh database at the newest migration: the test runs once on each engine."""
    url: str = request.getfixturevalue(f"{engine}_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[str]:
    """The same, open for models and queries."""
    async with open_database(database_url):
        yield database_url


@pytest.fixture(scope="session", autouse=True)
def models_stay_built() -> Iterator[None]:
    """Opening a database, Tortoise puts every model into its engine's words: once for all that opens after it there."""
    build, words = Apps._build_initial_querysets, ""

    def build_for_another_engine(apps: Apps) -> None:
        nonlocal words
        dialect = apps._connections.get("default").capabilities.dialect
        if words != dialect:
            build(apps)
            words = dialect

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Apps, "_build_initial_querysets", build_for_another_engine)
        yield


def dump(database_url: str) -> str:
    """The whole database as SQL text: `pg_dump`'s, or SQLite's own."""
    if not database_url.startswith("sqlite"):
        command = ["pg_dump", database_url]
        return subprocess.run(command, check=True, capture_output=True, env=os.environ, text=True).stdout
    with closing(sqlite3.connect(database_url.removeprefix("sqlite://"))) as connection:
        return "\n".join(connection.iterdump())
