"""Databases that are emptied and used again: a tenth of what copying the template for every test would take."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import TypeAlias

import asyncpg

from tests.servers.postgres import Postgres

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
# Everything a test could have changed besides rows leaves new rows in the catalog, under a transaction of its own.
_SHAPE = """
WITH here AS (SELECT oid, xmin FROM pg_class WHERE relnamespace = 'public'::regnamespace),
marks AS (
  SELECT xmin FROM here
  UNION ALL SELECT a.xmin FROM pg_attribute a JOIN here ON oid = attrelid
  UNION ALL SELECT c.xmin FROM pg_constraint c JOIN here h ON h.oid = conrelid
  UNION ALL SELECT i.xmin FROM pg_index i JOIN here ON oid = indrelid
  UNION ALL SELECT t.xmin FROM pg_trigger t JOIN here h ON h.oid = tgrelid
  UNION ALL SELECT xmin FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM marks
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
    shape: str
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


async def _shape(connection: Connection) -> str:
    mark: str = await connection.fetchval(_SHAPE)
    return mark
