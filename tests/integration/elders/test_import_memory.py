"""A worker of its own takes in a larger file without growing with it; the 50,000 rows are `make bench`'s."""

from pathlib import Path

import pytest

from backend.elders.rules import ImportState
from tests.bench.register_import import Measured, measure
from tests.servers.clean_databases import CleanDatabases

MB = 1_000_000


@pytest.mark.timeout(300)
class TestWorker:
    async def test_does_not_grow_with_the_file(self, clean_databases: CleanDatabases, tmp_path: Path) -> None:
        small = await self.measured(clean_databases, tmp_path / "small", 400)
        large = await self.measured(clean_databases, tmp_path / "large", 4_000)
        assert large.stored.state == ImportState.STORED
        assert (large.stored.added, large.stored.rows_read) == (4_000, 4_000)
        assert large.own + large.child < 300 * MB
        # A row in memory costs a kilobyte or more, in each of the two.
        assert large.own - small.own < 20 * MB
        assert large.child - small.child < 20 * MB

    async def measured(self, databases: CleanDatabases, folder: Path, rows: int) -> Measured:
        async with databases.one() as url:
            return await measure(url, folder, rows)
