"""Processor time per request of one route, ours against a bare server and against a FastAPI one.

Each server is one process on a database of its own, all copied from one template in one PostgreSQL. A recording run
first notes which statements our server executes for each request and what it answers; the bare server repeats exactly
those. pg_stat_statements then says whether it did. Rounds are interleaved, so that whatever else the machine does hits
all servers alike; each round sends every server the same requests, and none is sent twice. The servers have a
processor to themselves where there are two: else what they cost depends on who ran there before.
"""

import asyncio
import contextlib
import os
import pickle
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen

import asyncpg

from backend.db import migrate
from backend.documents.keys import make_evidence_key
from tests.bench.county import County, settle
from tests.bench.load import Call, Reply, processor_per_call, send
from tests.bench.results import Result, middle
from tests.servers.postgres import Postgres, postgres_server
from tests.servers.processes import answers, ending_with_us, free_port, scratch_folder
from tests.servers.redis import redis_server
from tests.waiting import until

ROUNDS = 11
PER_ROUND = 200
WARM_UP = 200
CALLS = WARM_UP + ROUNDS * PER_ROUND

_PROCESSORS = os.sched_getaffinity(0)

Statements = list[tuple[str, tuple[object, ...]]]


class NotTheSame(AssertionError):
    """The bare server did not do what ours does, so a ratio would say nothing."""


@dataclass(frozen=True)
class Server:
    """A running server and the database it works on."""

    pid: int
    port: int
    database: str


async def compare(route: str, calls_of: Callable[[County], list[Call]], *, round_trips: int) -> dict[str, Result]:
    """`api.<route>.cpu_vs_bare` and `.cpu_vs_fastapi`, over CALLS calls that a county's people make.

    Raises NotTheSame, also when our server needs more than `round_trips` of the database.
    """
    async with (
        _other_processors(),
        postgres_server("shared_preload_libraries=pg_stat_statements") as postgres,
        redis_server() as redis_url,
    ):
        await postgres.make_template("migrated", migrate)
        async with postgres.database("migrated") as url:
            calls = calls_of(await settle(url, datetime.now(UTC)))
            return await _compare(route, calls, postgres, url.rpartition("/")[2], redis_url, round_trips)


@contextlib.asynccontextmanager
async def _other_processors() -> AsyncIterator[None]:
    """Whoever is started inside and not told otherwise, and we, stay off the servers' processor."""
    os.sched_setaffinity(0, _PROCESSORS - {max(_PROCESSORS)} or _PROCESSORS)
    try:
        yield
    finally:
        os.sched_setaffinity(0, _PROCESSORS)


def headers(number: int, token: str) -> dict[str, str]:
    """What a signed-in client sends, and which call this is."""
    return {"Authorization": f"Bearer {token}", "X-Call": str(number)}


async def _compare(
    route: str, calls: Sequence[Call], postgres: Postgres, template: str, redis_url: str, round_trips: int
) -> dict[str, Result]:
    with scratch_folder("bench") as folder:
        environment = _environment(folder, redis_url)
        recording = folder / "recording"
        replies = await _record(calls, recording, postgres, template, environment)
        async with contextlib.AsyncExitStack() as stack:
            servers = {}
            for name, module, arguments in (
                ("ours", "ours", ()),
                ("bare", "bare", ("{url}", str(recording))),
                ("fastapi", "fastapi_app", ("{url}",)),
            ):
                url = await stack.enter_async_context(postgres.database(template))
                given = [argument.format(url=url) for argument in arguments]
                servers[name] = await stack.enter_async_context(_serving(module, given, url, environment))
            await _check_the_same(route, calls[:WARM_UP], replies[:WARM_UP], servers, round_trips)
            costs = await _rounds(calls[WARM_UP:], servers)
    return {
        f"api.{route}.cpu_vs_{other}": middle(
            [ours / theirs for ours, theirs in zip(costs["ours"], costs[other], strict=True)],
            "ratio",
            f"{versus}; {median(costs['ours']) * 1e6:.0f} against {median(costs[other]) * 1e6:.0f} µs a request",
        )
        for other, versus in (("bare", "Sanic on asyncpg"), ("fastapi", "FastAPI, SQLAlchemy ORM"))
    }


async def _rounds(calls: Sequence[Call], servers: Mapping[str, Server]) -> dict[str, list[float]]:
    """Processor seconds per request of each server, one value a round."""
    costs: dict[str, list[float]] = {name: [] for name in servers}
    for start in range(0, len(calls), PER_ROUND):
        for name, server in servers.items():
            part = calls[start : start + PER_ROUND]
            costs[name].append(await processor_per_call(server.pid, server.port, part))
    return costs


async def _record(
    calls: Sequence[Call], recording: Path, postgres: Postgres, template: str, environment: Mapping[str, str]
) -> list[Reply]:
    """Send all calls once to our server on one connection; write what it executed and answered for the bare one."""
    noted = recording.with_suffix(".statements")
    async with (
        postgres.database(template) as url,
        _serving("recorder", [str(noted)], url, {**environment, "DATABASE_POOL": "1"}) as server,
    ):
        replies = await send(server.port, calls, connections=1)
    statements: list[Statements] = pickle.loads(noted.read_bytes())
    # The first notes belong to the questions whether the server was there yet.
    statements = statements[-len(calls) :]
    together = [(each, reply.body) for each, reply in zip(statements, replies, strict=True)]
    await asyncio.to_thread(recording.write_bytes, pickle.dumps(together))
    return replies


async def _check_the_same(
    route: str, calls: Sequence[Call], replies: Sequence[Reply], servers: Mapping[str, Server], round_trips: int
) -> None:
    """Warm up. Raises NotTheSame unless bare and ours run the same statements as often, few enough, for equal bytes."""
    for name, server in servers.items():
        # Once to fill the statement caches of every connection, which costs round trips only then.
        half = len(calls) // 2
        await send(server.port, calls[:half])
        await _forget_statements(server.database)
        answered = await send(server.port, calls[half:])
        for mine, theirs in zip(replies[half : len(calls)], answered, strict=True):
            if name == "bare" and mine != theirs:
                raise NotTheSame(f"{route}: the bare server answered {theirs}, ours {mine}")
    ours, bare = [await _statements(servers[name].database) for name in ("ours", "bare")]
    if ours != bare:
        raise NotTheSame(f"{route}: ours ran {ours}, the bare server {bare}")
    trips = sum(ours.values()) / (len(calls) - half)
    if trips > round_trips:
        raise NotTheSame(f"{route}: {trips} round trips, {round_trips} are allowed: {ours}")


async def _forget_statements(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
    await connection.execute(
        "SELECT pg_stat_statements_reset(0, oid, 0) FROM pg_database WHERE datname = current_database()"
    )
    await connection.close()


async def _statements(url: str) -> dict[str, int]:
    """How often each statement ran on this database since `_forget_statements`, the bookkeeping aside."""
    connection = await asyncpg.connect(url)
    rows = await connection.fetch(
        "SELECT query, sum(calls)::int AS calls FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid"
        " WHERE d.datname = current_database() AND query NOT LIKE '%pg_stat_statements%' GROUP BY query"
    )
    await connection.close()
    return {row["query"]: row["calls"] for row in rows}


@contextlib.asynccontextmanager
async def _serving(
    module: str, arguments: Sequence[str], url: str, environment: Mapping[str, str]
) -> AsyncIterator[Server]:
    """Run `tests.bench.<module>` on a free port until the block ends; it may finish what it writes."""
    port = free_port()
    command = [sys.executable, "-m", f"tests.bench.{module}", str(port), *arguments]
    with _process(command, {**os.environ, **environment, "DATABASE_URL": url}) as process:
        os.sched_setaffinity(process.pid, {max(_PROCESSORS)})
        await until(lambda: answers(port), timeout=60)
        yield Server(process.pid, port, url)


@contextlib.contextmanager
def _process(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Popen[bytes]]:
    process = Popen(ending_with_us(command), env=environment, stdout=DEVNULL, stderr=DEVNULL)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _environment(folder: Path, redis_url: str) -> dict[str, str]:
    """What our server is told: production, with keys of nobody's."""
    key = "b25seS1mb3ItdGhlLWRlbW8tbmV2ZXItZm9yLXJlYWw="
    evidence = folder / "evidence.p12"
    make_evidence_key(evidence, "bench", datetime.now(UTC))
    words = {name: "bench" for name in ("APPID", "SECRET", "PUSH_TOKEN", *_TEMPLATES)}
    return {
        "EMBEDDED": "0",
        "PUBLIC_URL": "http://127.0.0.1",
        "REDIS_URL": redis_url,
        "DATA_DIR": str(folder),
        "STORAGE_URL": str(folder / "objects"),
        "EVIDENCE_KEY": str(evidence),
        "EVIDENCE_KEY_PASSWORD": "bench",
        "ENCRYPTION_KEYS": f"bench:{key}",
        "LOOKUP_KEY": key,
        "GRANT_KEY": key,
        "WECHAT_BASE_URL": "http://127.0.0.1:9",
        "WECHAT_PUSH_AES_KEY": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
        **{f"WECHAT_{name}": value for name, value in words.items()},
    }


_TEMPLATES = ("TEMPLATE_AGREEMENT", "TEMPLATE_VISIT", "TEMPLATE_CALL")
