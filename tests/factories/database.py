"""An open database, once on each engine."""

import os
import sqlite3
import subprocess
from collections.abc import AsyncIterator
from contextlib import closing

import pytest

from backend.db import open_database


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database at the newest migration: the test runs once on each engine."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[str]:
    """The same, open for models and queries."""
    async with open_database(database_url):
        yield database_url


def dump(database_url: str) -> str:
    """The whole database as SQL text: `pg_dump`'s, or SQLite's own."""
    if not database_url.startswith("sqlite"):
        command = ["pg_dump", database_url]
        return subprocess.run(command, check=True, capture_output=True, env=os.environ, text=True).stdout
    with closing(sqlite3.connect(database_url.removeprefix("sqlite://"))) as connection:
        return "\n".join(connection.iterdump())
