"""How late the clock passes an unanswered incident on: a real worker on a real PostgreSQL, busy with the outbox too.

A hundred incidents fall due over twenty seconds, in an order of chance. Lateness is the step's own: from the moment
it was due to the moment written as done in its transaction. The worker looks every second, so half a second is the
middle of what is possible. Each asks a level, which tells somebody through the outbox.
"""

import asyncio
import os
import signal
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from random import Random
from subprocess import DEVNULL
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.bootstrap import key_ring
from backend.db import fetch, migrate, open_database
from backend.incidents.actions import NewConcern, raise_concern
from backend.incidents.rules import ConcernKind
from backend.kit.clock import SetClock, SystemClock
from backend.settings import Settings
from tests.bench.results import Result
from tests.factories.incidents import on_duty
from tests.factories.village import World, build_world
from tests.servers.postgres import postgres_server
from tests.waiting import until

NAMES = ("incidents.late_p95",)
INCIDENTS = 100
OVER = 20.0
LEAD = timedelta(seconds=15)


class _Late(msgspec.Struct, frozen=True):
    seconds: float


async def run() -> dict[str, Result]:
    """Seconds, the 95th of a hundred steps."""
    with tempfile.TemporaryDirectory() as folder:
        async with postgres_server() as server, server.database() as url:
            await migrate(url)
            late = sorted(await _measure(url, Path(folder)))
    return {"incidents.late_p95": Result(late[int(0.95 * len(late))], "s", (late[len(late) // 2], late[-1]))}


async def _measure(url: str, folder: Path) -> list[float]:
    environ = {"DATABASE_URL": url, "DATA_DIR": str(folder)}
    settings = Settings.read(environ)
    async with open_database(url):
        clock = SetClock(SystemClock().now())
        world = await build_world(keys=key_ring(settings), clock=clock)
        await _raise_all(world, clock)
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.bench.measured_worker"), env={**os.environ, **environ}, stdout=DEVNULL
        )
        try:
            await until(_all_asked, timeout=120, every=0.5)
        finally:
            child.send_signal(signal.SIGTERM)
            await child.wait()
        return [row.seconds for row in await fetch(_Late, _LATENESS)]


async def _raise_all(world: World, clock: SetClock) -> None:
    """Each raised as long ago as makes its township due at a moment of the coming twenty seconds."""
    elder_id = await world.elder()
    for role, place in ((Role.COMMITTEE, world.village), (Role.TOWNSHIP, world.township), (Role.COUNTY, world.county)):
        await on_duty(world, await world.person(role, division=place), place)
    volunteer = (await world.person(Role.VOLUNTEER, elders=(elder_id,))).viewer
    made, chance = list[UUID](), Random(7)
    for _ in range(INCIDENTS):
        concern = NewConcern(elder_id=elder_id, kind=ConcernKind.OTHER, noticed_at=clock.now())
        made.append(await raise_concern(world.kernel, concern=concern, by=volunteer))
    begins = SystemClock().now() + LEAD
    for incident_id in made:
        due_at = begins + timedelta(seconds=chance.uniform(0, OVER))
        await fetch(_Moved, _MOVE, incident_id, due_at)


class _Moved(msgspec.Struct, frozen=True):
    id: UUID


class _Left(msgspec.Struct, frozen=True):
    left: int


async def _all_asked() -> bool:
    [found] = await fetch(_Left, _LEFT)
    return found.left == 0


_MOVE = """
UPDATE incident_steps SET due_at = $2
WHERE incident_id = $1 AND kind = 'ask' AND level = 'township' RETURNING id
"""
_LEFT = """
SELECT COUNT(*) AS "left" FROM incident_steps WHERE kind = 'ask' AND level = 'township' AND done_at IS NULL
"""
_LATENESS = """
SELECT CAST(EXTRACT(EPOCH FROM done_at - due_at) AS double precision) AS seconds
FROM incident_steps WHERE kind = 'ask' AND level = 'township'
"""
