"""A real PostgreSQL of our own: a new cluster in a scratch folder, and databases copied from templates."""

import asyncio
import contextlib
import shutil
import signal
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import asyncpg

from tests.servers.processes import as_ordinary_user, free_port, running, scratch_folder
from tests.waiting import until

Build = Callable[[str], Awaitable[None]]
# Nothing here outlives the run, so nothing needs to reach the disk.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=200")


@dataclass(frozen=True)
class Postgres:
    """One running server; its user `postgres` needs no password on loopback."""

    port: int
    log: Path
    _names: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        """Where `database` is reached, for Tortoise, asyncpg and psql alike."""
        return f"postgres://postgres@127.0.0.1:{self.port}/{database}"

    async def make_template(self, name: str, build: Build) -> None:
        """Create the database `name` and let `build(url)` fill it, to be copied from by `database`."""
        await self.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        await build(self.url(name))

    @contextlib.asynccontextmanager
    async def database(self, template: str = "template0") -> AsyncIterator[str]:
        """The URL of a new database copied from `template`, dropped afterwards whoever is still connected."""
        name = await self.copy(template)
        try:
            yield self.url(name)
        finally:
            await self.drop(name)

    async def copy(self, template: str) -> str:
        """The name of a new database copied from `template`."""
        name = f"fresh_{next(self._names)}"
        await self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    async def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected."""
        await self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    async def execute(self, statement: str) -> None:
        """Run one administrative statement."""
        connection = await asyncpg.connect(self.url("postgres"))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@contextlib.asynccontextmanager
async def postgres_server(*options: str) -> AsyncIterator[Postgres]:
    """Start PostgreSQL with `name=value` options beside the fast ones; stop it at the end."""
    programs, port = _programs(), free_port()
    with scratch_folder("postgres") as folder:
        data = folder / "data"
        await _make_cluster(programs, data)
        settings = [*FAST, f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", *options]
        command = [f"{programs}/postgres", "-D", str(data), *(part for each in settings for part in ("-c", each))]
        # SIGINT is PostgreSQL's fast shutdown: it sends clients away instead of waiting for them.
        with running(command, folder, stop=signal.SIGINT) as log:
            server = Postgres(port, log)
            await until(lambda: _accepts(server), timeout=30)
            yield server


async def _make_cluster(programs: Path, data: Path) -> None:
    options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    command = as_ordinary_user([f"{programs}/initdb", "-D", str(data), *options])
    process = await asyncio.create_subprocess_exec(*command, cwd=data.parent, stdout=DEVNULL, stderr=PIPE)
    _, complaint = await process.communicate()
    if process.returncode:
        raise ChildProcessError(complaint.decode())


async def _accepts(server: Postgres) -> bool:
    try:
        await server.execute("SELECT 1")
    except (OSError, asyncpg.CannotConnectNowError):
        return False
    return True


def _programs() -> Path:
    """The folder of initdb and postgres: Debian keeps them out of PATH, one folder per major version."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not installed:
        raise FileNotFoundError("PostgreSQL is not installed: `make debian` installs what the tests need")
    return installed[-1].parent
