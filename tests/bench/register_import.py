"""A county's spreadsheet of 50,000 elders comes in: how much memory the worker holds at most.

The worker is a process of its own, as in production; counted are it and the child that reads, together, at the
largest that each ever was, over the dry run and the storing.
"""

import asyncio
import json
import os
import signal
import sys
import tempfile
from asyncio.subprocess import PIPE
from pathlib import Path
from time import monotonic
from uuid import UUID

import msgspec

from backend.bootstrap import key_ring
from backend.db import migrate, open_database
from backend.elders.imports.jobs import ImportRow
from backend.elders.rules import ImportState
from backend.kit.clock import SetClock, SystemClock
from backend.settings import Settings
from tests.bench.results import Result
from tests.factories.registers import HEADER, Desk, desk_in, row
from tests.factories.sheets import xlsx
from tests.factories.village import build_world
from tests.servers.postgres import postgres_server
from tests.waiting import until

NAMES = ("register.import_peak_memory", "register.import_seconds")
ROWS = 50_000


class Measured(msgspec.Struct, frozen=True):
    """Bytes of the worker and of its reading child, and seconds of the dry run and of the storing."""

    own: int
    child: int
    checking: float
    storing: float
    stored: ImportRow


# What a full file says beside the usual columns; the contact is another one for each.
MORE = (
    *("居住环境", "健康状况", "备注", "紧急联系人姓名"),
    *("赡养人1务工地", "赡养人1外出日期", "赡养人1是否务工经商", "赡养人1有无赡养能力"),
)
TOLD = ("砖房三间，厕所在院里", "血压高，每天吃药", "爱听花灯", "李春花", "广东省深圳市", "2024-02-20", "是", "是")


def register(rows: int) -> bytes:
    """An .xlsx of so many different elders, of whom everything is told."""
    header = (*HEADER, *MORE, "紧急联系人电话")
    return xlsx([header, *((*row(number), *TOLD, f"137{number:08}") for number in range(rows))])


async def measure(url: str, folder: Path, rows: int) -> Measured:
    """An import of so many rows by a worker of its own, on a migrated database."""
    environ = {"DATABASE_URL": url, "DATA_DIR": str(folder)}
    settings = Settings.read(environ)
    book = await asyncio.to_thread(register, rows)
    async with open_database(url):
        world = await build_world(keys=key_ring(settings), clock=SetClock(SystemClock().now()))
        desk = await desk_in(world, Path(settings.storage.url))
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.bench.measured_worker"), env={**os.environ, **environ}, stdout=PIPE
        )
        try:
            begun = monotonic()
            import_id = await desk.hands_in(book)
            await _reaches(desk, import_id, ImportState.CHECKED)
            checked = monotonic()
            await desk.confirms(import_id)
            await _reaches(desk, import_id, ImportState.STORED)
            stored = monotonic()
            child.send_signal(signal.SIGTERM)
            told, _ = await child.communicate()
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        return Measured(
            **json.loads(told), checking=checked - begun, storing=stored - checked, stored=await desk.sees(import_id)
        )


async def _reaches(desk: Desk, import_id: UUID, state: ImportState) -> None:
    async def reached() -> bool:
        found = await desk.sees(import_id)
        assert found.state != ImportState.REFUSED, found.refusal
        return found.state == state

    await until(reached, timeout=1800, every=0.2)


async def run() -> dict[str, Result]:
    """Once: the peak is one of memory, not of chance."""
    async with postgres_server() as postgres:
        await postgres.make_template("register", migrate)
        with tempfile.TemporaryDirectory() as folder:
            async with postgres.database("register") as url:
                found = await measure(url, Path(folder), ROWS)
    assert found.stored.added == ROWS
    return {
        "register.import_peak_memory": Result((found.own + found.child) / 1_000_000, "MB"),
        "register.import_seconds": Result(found.checking + found.storing, "s"),
    }
