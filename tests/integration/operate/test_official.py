"""`python -m backend.operate official`: the tree follows the official list, all of it or none."""

import asyncio
import os
import sys
from pathlib import Path

from backend.divisions.models import Division
from tests.factories.village import World

LIST = """520123000000,清水县
520123100000,石门乡
520123100201,220,上坪村
520123100203,220,中坪村
"""


async def operate(database_url: str, file: Path) -> tuple[int, str]:
    """How the command ended, and what it said."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "backend.operate", "official", str(file)),
        env={**os.environ, "DATABASE_URL": database_url},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


class TestOfficial:
    async def test_adds_what_is_new_and_names_what_is_gone(
        self, world: World, database: str, database_url: str, tmp_path: Path
    ) -> None:
        file = tmp_path / "list.csv"
        file.write_text(LIST, encoding="utf-8")
        code, said = await operate(database_url, file)
        assert (code, said.splitlines()) == (0, ["1 added, 1 renamed, 2 as they were", "not listed: 520123100202"])
        again = await operate(database_url, file)
        assert again[1].startswith("0 added, 0 renamed, 4 as they were")
        assert await Division.filter(ends_on=None).count() == 5

    async def test_of_a_broken_list_takes_nothing(
        self, world: World, database: str, database_url: str, tmp_path: Path
    ) -> None:
        file = tmp_path / "list.csv"
        file.write_text(LIST + "520199100203,220,无上级村\n", encoding="utf-8")
        assert (await operate(database_url, file))[0] != 0
        assert await Division.all().count() == 4
