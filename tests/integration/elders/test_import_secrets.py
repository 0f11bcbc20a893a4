"""What a spreadsheet says in confidence stands nowhere in clear: not in the database, not in a log, not in an error."""

import asyncio
import os
import subprocess
from collections.abc import Iterator, MutableMapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import structlog

from backend.db import open_database
from backend.elders.imports import importer as importing
from tests.factories.registers import book, desk_in, row
from tests.factories.sheets import id_number
from tests.factories.village import build_world

PHONE, FAMILY_PHONE = "13812345678", "13700000009"
NUMBER = id_number(date(1940, 1, 2), 2)
SECRETS = (NUMBER, PHONE, FAMILY_PHONE)


@pytest.fixture
def words() -> Iterator[list[MutableMapping[str, Any]]]:
    """What is logged."""
    with structlog.testing.capture_logs() as logged:
        yield logged


class TestDump:
    async def test_of_the_database_holds_no_number_and_no_phone(self, database_url: str, tmp_path: Path) -> None:
        """Of the name, which is no secret, it does: so the search would find them."""
        async with open_database(database_url):
            desk = await desk_in(await build_world(), tmp_path / "objects")
            await desk.stored(book(row(1, 联系电话=PHONE, 赡养人1电话=FAMILY_PHONE)))
            await desk.checked(book(row(1, 村="没有的村", 联系电话=PHONE), row(2, 身份证号=NUMBER + "1")))
            dump = await asyncio.to_thread(dumped, database_url)
        assert "李秀英".encode() in dump
        for secret in SECRETS:
            assert secret.encode() not in dump
            assert secret.encode().hex().encode() not in dump
        objects = b"".join(path.read_bytes() for path in desk.files())
        assert not [secret for secret in SECRETS if secret.encode() in objects]


class TestLog:
    async def test_of_a_broken_import_names_the_kind_of_error_only(
        self, database: str, tmp_path: Path, words: list[MutableMapping[str, Any]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk = await desk_in(await build_world(), tmp_path / "objects")
        import_id = await desk.checked(book(row(1, 联系电话=PHONE, 赡养人1电话=FAMILY_PHONE)))
        await desk.confirms(import_id)

        async def breaks(storing: object, plans: object, **_: object) -> None:
            raise ValueError(plans)

        monkeypatch.setattr(importing, "store_batch", breaks)
        await desk.importer.work()
        assert [each["error"] for each in words] == ["ValueError"]
        assert not [secret for secret in (*SECRETS, "李秀英") if secret in str(words)]


def dumped(database_url: str) -> bytes:
    """The whole database: `pg_dump`'s text, or every byte of the SQLite file and its journal."""
    if database_url.startswith("sqlite"):
        path = Path(database_url.removeprefix("sqlite://"))
        return b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    return subprocess.run(["pg_dump", database_url], check=True, capture_output=True, env=os.environ).stdout
