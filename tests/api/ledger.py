"""A fingerprint of everything a database holds, table by table, read past the product."""

import asyncio
import hashlib
import sqlite3

import asyncpg

from tests.waiting import until

_WAITING = """
SELECT (SELECT COUNT(*) FROM outbox_entries WHERE done_at IS NULL AND dead_at IS NULL)
  + (SELECT COUNT(*) FROM register_imports WHERE state IN ('checking', 'storing'))
"""
# A cache, which the worker folds when it likes, and SQLite's own numbering of its rows.
_CACHES = {"count_changes", "village_counts", "sqlite_sequence"}


class Ledger:
    """Compares what stands in the database before and after."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._reader: sqlite3.Connection | None = None
        self._server: asyncpg.Connection[asyncpg.Record] | None = None
        self._version: int | str = ""
        self._digests: dict[str, str] = {}

    async def digests(self) -> dict[str, str]:
        """A hash per table."""
        if self._url.startswith("sqlite"):
            return await asyncio.to_thread(self._of_sqlite)
        return await self._of_postgres()

    async def settled(self) -> dict[str, str]:
        """The same, once the worker has nothing left to do."""
        await until(self._idle, timeout=30)
        return await self.digests()

    async def close(self) -> None:
        """Let go of the database."""
        if self._reader is not None:
            self._reader.close()
        if self._server is not None:
            await self._server.close()

    async def _idle(self) -> bool:
        if self._url.startswith("sqlite"):
            return await asyncio.to_thread(self._sqlite_waiting) == 0
        return bool(await (await self._asked()).fetchval(_WAITING) == 0)

    def _opened(self) -> sqlite3.Connection:
        if self._reader is None:
            file = f"file:{self._url.removeprefix('sqlite://')}?mode=ro"
            self._reader = sqlite3.connect(file, uri=True, timeout=10, check_same_thread=False)
        return self._reader

    async def _asked(self) -> "asyncpg.Connection[asyncpg.Record]":
        if self._server is None:
            self._server = await asyncpg.connect(self._url)
        return self._server

    def _sqlite_waiting(self) -> int:
        count: int = self._opened().execute(_WAITING).fetchone()[0]
        return count

    def _of_sqlite(self) -> dict[str, str]:
        """Read anew only when SQLite says that somebody has written since."""
        connection = self._opened()
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            self._digests = {
                table: _hash(connection.execute(f'SELECT * FROM "{table}"').fetchall()) for (table,) in tables
            }
            self._version = version
        return self._digests

    async def _of_postgres(self) -> dict[str, str]:
        """Read anew only when PostgreSQL has begun or ended a writing transaction since."""
        connection = await self._asked()
        version: str = await connection.fetchval("SELECT pg_current_snapshot()::text")
        if version != self._version:
            tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            rows = await connection.fetch(
                " UNION ALL ".join(
                    f"""SELECT '{table}', concat(count(*), ' ', sum(hashtextextended(t::text, 0))) FROM "{table}" t"""
                    for (table,) in tables
                )
            )
            self._digests = {table: digest for table, digest in rows}
            self._version = version
        return self._digests


def _hash(rows: list[tuple[object, ...]]) -> str:
    return hashlib.sha256("\n".join(sorted(map(repr, rows))).encode()).hexdigest()


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The tables that differ, caches aside."""
    return sorted(table for table in (before | after).keys() - _CACHES if before.get(table) != after.get(table))
