"""Databases that are emptied and used again: a tenth of what copying the template for every test would take."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import TypeAlias

import asyncpg

from tests.servers.postgres import Postgres

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
# Everything a test could have changed besides rows.
_SHAPE = """
WITH here AS (SELECT oid, relname, relkind, relchecks FROM pg_class WHERE relnamespace = 'public'::regnamespace)
SELECT concat('table', relname, relkind, relchecks) AS mark FROM here
UNION ALL SELECT concat('column', relname, attname, atttypid, attnotnull) FROM pg_attribute JOIN here ON oid = attrelid
UNION ALL SELECT concat('constraint', conname, pg_get_constraintdef(c.oid))
  FROM pg_constraint c JOIN here h ON h.oid = conrelid
UNION ALL SELECT concat('index', pg_get_indexdef(indexrelid)) FROM pg_index JOIN here ON oid = indrelid
UNION ALL SELECT concat('trigger', tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT concat('function', proname, prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
ORDER BY mark
"""
_LET_GO = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@dataclass(frozen=True)
class CleanDatabases:
    """Copies of `template`, each handed out again when it was left in the template's shape and without a lock on it."""

    postgres: Postgres
    template: str
    tables: list[str]
    shape: list[str]
    _spare: list[str] = field(default_factory=list)
    _cleaners: dict[str, Connection] = field(default_factory=dict)

    @classmethod
    async def of(cls, postgres: Postgres, template: str) -> "CleanDatabases":
        """Look at the template: tables with rows there, as the list of migrations, are never emptied."""
        connection = await asyncpg.connect(postgres.url(template))
        try:
            tables = [name for [name] in await connection.fetch(_TABLES)]
            filled = await _filled(connection, tables)
            return cls(postgres, template, [name for name in tables if name not in filled], await _shape(connection))
        finally:
            await connection.close()

    @contextlib.asynccontextmanager
    async def one(self) -> AsyncIterator[str]:
        """The URL of a database as the template is."""
        name = self._spare.pop() if self._spare else await self.postgres.copy(self.template)
        try:
            yield self.postgres.url(name)
        finally:
            if await self._emptied(name):
                self._spare.append(name)
            else:
                await self._cleaners.pop(name).close()
                await self.postgres.drop(name)

    async def close(self) -> None:
        """Let go of them all."""
        for cleaner in self._cleaners.values():
            await cleaner.close()

    async def _emptied(self, name: str) -> bool:
        cleaner = await self._cleaner(name)
        try:
            await cleaner.execute(_LET_GO)
            if filled := await _filled(cleaner, self.tables):
                await cleaner.execute("; ".join(f'DELETE FROM "{table}"' for table in filled))
        except (asyncpg.LockNotAvailableError, asyncpg.UndefinedTableError):
            return False
        return await _shape(cleaner) == self.shape

    async def _cleaner(self, name: str) -> Connection:
        """One connection for a database's whole life: a new one would read the catalog again."""
        if name not in self._cleaners:
            self._cleaners[name] = cleaner = await asyncpg.connect(self.postgres.url(name))
            await cleaner.execute("SET lock_timeout = '1s'; SET session_replication_role = replica")
        return self._cleaners[name]


async def _filled(connection: Connection, tables: list[str]) -> list[str]:
    """Which of the tables hold a row."""
    each = (f"""SELECT '{table}' WHERE EXISTS (SELECT 1 FROM "{table}")""" for table in tables)
    return [name for [name] in await connection.fetch(" UNION ALL ".join(each))]


async def _shape(connection: Connection) -> list[str]:
    return [mark for [mark] in await connection.fetch(_SHAPE)]
