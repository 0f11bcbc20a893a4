"""An open database, once on each engine."""

from collections.abc import AsyncIterator

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
