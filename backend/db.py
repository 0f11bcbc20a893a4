"""Tortoise wiring, the one safe `transaction()`, and rows by named SQL.

Tortoise's own transaction loses its pool slot (PostgreSQL) or its lock (SQLite) when a request is cancelled while
BEGIN is under way; a family hanging up must never cost us the database. SQLite takes the write lock first, so two
writers wait for each other instead of failing half way.
"""

import asyncio
import json
import os
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, nullcontext
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from itertools import starmap
from pathlib import Path
from typing import Any, TypeVar, get_origin
from uuid import UUID
from weakref import WeakKeyDictionary

import asyncpg
import msgspec
from asyncpg.pgproto.pgproto import UUID as DriverUUID
from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.connection import get_connections
from tortoise.context import TortoiseContext
from tortoise.exceptions import IntegrityError as IntegrityError

from backend.kit.errors import Refusal
from backend.kit.reserve import Reserve
from backend.kit.states import Migrations

Row = TypeVar("Row", bound=msgspec.Struct)

MODEL_MODULES = [
    "backend.audit.models",
    "backend.outbox.models",
    "backend.storage.models",
    "backend.divisions.models",
    "backend.accounts.models",
    "backend.policies.models",
    "backend.consents.models",
    "backend.tasks.models",
    "backend.elders.models",
    "backend.profiles.models",
    "backend.services.models",
    "backend.families.models",
    "backend.corrections.models",
    "backend.volunteers.models",
    "backend.screenings.models",
    "backend.agreements.models",
    "backend.visits.models",
    "backend.calls.models",
    "backend.incidents.models",
    "backend.notifications.models",
    "backend.dossiers.models",
]

_APPS: dict[str, dict[str, Any]] = {
    "models": {"models": MODEL_MODULES, "default_connection": "default", "migrations": "backend.migrations"}
}


class MigrationBrokeReferences(Exception):
    """After the migration rows would point at rows that are gone."""


async def _roll_back_leftovers(connection: Any) -> None:
    """Pool reset: nothing here uses SET, LISTEN or session locks, so an open transaction is all there is to undo."""
    if connection.is_in_transaction():
        await connection.execute("ROLLBACK")


def tortoise_config(database_url: str, *, pool: int = 5) -> dict[str, Any]:
    """Tortoise's configuration for `postgres://…` or `sqlite://…`."""
    connection = expand_db_url(database_url)
    if not database_url.startswith("sqlite"):
        # Kept for good: closing the idle ones would cost every request a timer set and one undone.
        connection["credentials"] |= {
            "minsize": 1,
            "maxsize": pool,
            "max_inactive_connection_lifetime": 0,
            "reset": _roll_back_leftovers,
        }
    else:
        connection["credentials"].setdefault("busy_timeout", "5000")
        connection["credentials"].setdefault("synchronous", "NORMAL")
    return {
        "connections": {"default": connection},
        "apps": _APPS,
        "use_tz": True,
        "timezone": "UTC",
    }


@asynccontextmanager
async def open_database(database_url: str, *, pool: int = 5) -> AsyncIterator[None]:
    """Make the models and `transaction()` reach this database, from every task, until the block ends.

    On PostgreSQL over `pool` connections, and as many again for the hot routes.
    """
    # Tortoise remembers statements by the connection's name, in whichever engine's words they were first made.
    EXECUTOR_CACHE.clear()
    context = TortoiseContext()
    with context:
        await context.init(config=tortoise_config(database_url, pool=pool), _enable_global_fallback=True)
    reserve = None
    if not database_url.startswith("sqlite"):
        _RESERVES[connection()] = reserve = Reserve(database_url, pool)
    try:
        yield
    finally:
        if reserve is not None:
            await reserve.close()
        await context.close_connections()


def connection() -> BaseDBAsyncClient:
    """The current connection: the transaction's inside one, the pool's otherwise."""
    found: BaseDBAsyncClient = get_connections().get("default")
    return found


def on_postgres() -> bool:
    """Whether the current database is PostgreSQL (else SQLite)."""
    if _held.get() is not None:
        return True
    dialect: str = connection().capabilities.dialect
    return dialect == "postgres"


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """All or nothing. A transaction inside another joins it."""
    assert _held.get() is None, "a transaction inside one_connection()"
    current = connection()
    if isinstance(current, TransactionalDBClient):
        yield
        return
    context: Any = current._in_transaction()
    begin = _begin_postgres if on_postgres() else _begin_sqlite
    await begin(context)
    try:
        yield
    except BaseException as error:
        await context.__aexit__(type(error), error, error.__traceback__)
        raise
    await context.__aexit__(None, None, None)


async def _begin_postgres(context: Any) -> None:
    client = context.client
    client._connection = None
    context.token = None
    try:
        await context.__aenter__()
    except BaseException:
        if context.token is not None:
            get_connections().reset(context.token)
        if client._connection is not None:
            await client._parent._pool.release(client._connection)
        raise


async def _begin_sqlite(context: Any) -> None:
    await context._trxlock.acquire()
    token = None
    client = context.connection
    try:
        await context.ensure_connection()
        token = context.token = get_connections().set(context.connection_name, client)
        await client._connection.execute("BEGIN IMMEDIATE")
    except BaseException:
        try:
            if client._connection:
                # The cancelled BEGIN may still run in the driver's thread; this one runs after it.
                await asyncio.shield(client._connection.rollback())
        finally:
            # A second cancel must not keep the lock either: whoever takes it next begins after that rollback.
            if token is not None:
                get_connections().reset(token)
            context._trxlock.release()
        raise


def one_connection() -> AbstractAsyncContextManager[None]:
    """Let the reads and single statements inside share one connection of the reserve; PostgreSQL only.

    No transaction and no new task may begin inside: the one would wait for a second connection, the other outlive
    the first.
    """
    reserve = _RESERVES.get(connection())
    return _OneConnection(reserve) if reserve else nullcontext()


class _OneConnection:
    """Every request of the hot routes enters it, so no generator stands behind it."""

    __slots__ = ("_connection", "_reserve", "_token")

    def __init__(self, reserve: Reserve) -> None:
        self._reserve = reserve

    async def __aenter__(self) -> None:
        self._connection = await self._reserve.take()
        self._token = _held.set(self._connection)

    async def __aexit__(self, kind: type[BaseException] | None, *error: object) -> None:
        _held.reset(self._token)
        self._reserve.give_back(self._connection, clean=kind is None or issubclass(kind, Refusal))


_RESERVES: WeakKeyDictionary[BaseDBAsyncClient, Reserve] = WeakKeyDictionary()
_held: ContextVar[Any] = ContextVar("held connection", default=None)


async def fetch(row_type: type[Row], sql: str, *params: object) -> list[Row]:
    """Rows of `sql` (`$1`, `$2`… on both engines) as `row_type`, a msgspec Struct with the columns' names.

    Columns in the order of the fields cost a seventh of others on PostgreSQL: they need no names.
    Raises IntegrityError.
    """
    try:
        if held := _held.get():
            return _rows(row_type, await held.fetch(sql, *params))
        client: Any = connection()
        async with client.acquire_connection() as driver:
            if client.capabilities.dialect == "postgres":
                return _rows(row_type, await driver.fetch(sql, *params))
            records = await driver.execute_fetchall(_numbered(sql), [_sqlite_value(value) for value in params])
    except (asyncpg.IntegrityConstraintViolationError, sqlite3.IntegrityError) as error:
        # The driver's own message repeats the row's values.
        raise IntegrityError(type(error).__name__) from None
    return [msgspec.convert(_from_sqlite(record, row_type), row_type, strict=False) for record in records]


def _rows(row_type: type[Row], records: Sequence[Any]) -> list[Row]:
    """PostgreSQL's values have their types already."""
    if records and tuple(records[0].keys()) != row_type.__struct_fields__:
        return [row_type(**record) for record in records]
    return list(starmap(row_type, records))


async def fetch_one(row_type: type[Row], sql: str, *params: object) -> Row | None:
    """The first row of `fetch`, or None."""
    rows = await fetch(row_type, sql, *params)
    return rows[0] if rows else None


async def execute(sql: str, *params: object) -> int:
    """Run one statement that changes rows; returns how many came back or changed."""
    client = connection()
    if on_postgres():
        changed, _ = await client.execute_query(sql, list(params))
    else:
        changed, _ = await client.execute_query(_numbered(sql), [_sqlite_value(value) for value in params])
    return changed


@cache
def _numbered(sql: str) -> str:
    return re.sub(r"\$(\d+)", r"?\1", sql)


_SQLITE_FORMS: dict[type, Callable[[Any], object]] = {
    UUID: str,
    DriverUUID: str,
    datetime: lambda at: at.isoformat(" "),
    date: lambda day: day.isoformat(),
    list: lambda items: json.dumps([str(item) if isinstance(item, UUID) else item for item in items]),
}


def _from_sqlite(record: Mapping[str, Any], row_type: type) -> dict[str, Any]:
    """A list comes as the JSON text it is stored as."""
    row = dict(record)
    for name in _list_fields(row_type):
        row[name] = json.loads(row[name])
    return row


@cache
def _list_fields(row_type: type) -> tuple[str, ...]:
    return tuple(field.name for field in msgspec.structs.fields(row_type) if get_origin(field.type) is list)


def _sqlite_value(value: object) -> object:
    form = _SQLITE_FORMS.get(type(value))
    return form(value) if form else value


def any_of(column: str, parameter: int) -> str:
    """SQL for "`column` is one of the list given as `$parameter`", on the current engine."""
    if on_postgres():
        return f"{column} = ANY(${parameter})"
    return f"{column} IN (SELECT value FROM json_each(${parameter}))"


def days_between(earlier: str, later: str) -> str:
    """SQL for the number of days from the date `earlier` to the date `later`, on the current engine."""
    if on_postgres():
        return f"(CAST({later} AS date) - CAST({earlier} AS date))"
    return f"CAST(julianday({later}) - julianday({earlier}) AS INTEGER)"


def id_list(column: str) -> str:
    """SQL for the ids in `column`, a JSON array stored as text, as a list that `fetch` reads on the current engine."""
    return f"CAST(translate({column}, '[]\"', '{{}}') AS uuid[])" if on_postgres() else column


async def migrate(database_url: str) -> None:
    """Bring the database to the newest migration, wholly or not at all: killed half way, it just starts again.

    PostgreSQL does it in one transaction, one process at a time. SQLite cannot, since its driver commits before every
    script: a copy is migrated, checked and put in the old file's place, which stays beside it as `.before-migration`.
    Raises MigrationBrokeReferences; the database is then as it was.
    """
    if database_url.startswith("sqlite"):
        await _migrate_file(Path(database_url.removeprefix("sqlite://")))
        return
    async with open_database(database_url), transaction():
        await execute("SELECT pg_advisory_xact_lock(hashtext('migrate'))")
        migrations = _migrations()
        # Looked for before it exists, the table of applied migrations would spoil the transaction.
        await migrations.recorder.ensure_schema(migrations._schema_editor(atomic=False))
        await migrations.migrate()


async def _migrate_file(path: Path) -> None:
    if await asyncio.to_thread(path.exists) and not await _lacks_migrations(f"sqlite://{path}"):
        return
    copy = await asyncio.to_thread(_copied, path)
    # SQLite rebuilds altered tables, which with foreign keys on deletes or blocks their children.
    async with open_database(f"sqlite://{copy}?foreign_keys=OFF"):
        await _migrations().migrate()
        if await fetch(_Stray, "PRAGMA foreign_key_check"):
            raise MigrationBrokeReferences
    await asyncio.to_thread(_put_in_place, copy, path)


class _Stray(msgspec.Struct):
    table: str


async def _lacks_migrations(database_url: str) -> bool:
    async with open_database(database_url):
        return bool(await _migrations().plan())


def _migrations() -> Migrations:
    return Migrations(connection(), _APPS)


def _copied(path: Path) -> Path:
    """A whole copy beside it, what stands in its write-ahead log included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    copy = path.with_suffix(".migrating")
    for left in (copy, Path(f"{copy}-wal"), Path(f"{copy}-shm")):
        left.unlink(missing_ok=True)
    if path.exists():
        with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(copy)) as new:
            # Left in the log, these pages would be laid over the new file.
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            old.backup(new)
    return copy


def _put_in_place(copy: Path, path: Path) -> None:
    """There is a database at `path` in every moment."""
    if path.exists():
        before = path.with_suffix(".before-migration")
        before.unlink(missing_ok=True)
        before.hardlink_to(path)
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    copy.replace(path)
