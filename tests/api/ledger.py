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

    async def digests(self) -> dict[str, str]:
        """A hash per table."""
        if self._url.startswith("sqlite"):
            return await asyncio.to_thread(self._of_sqlite)
        return await self._of_postgres()

    async def settled(self) -> dict[str, str]:
        """The same, once the worker has nothing left to do."""
        await until(self._idle, timeout=30)
        return await self.digests()

    async def _idle(self) -> bool:
        if self._url.startswith("sqlite"):
            return await asyncio.to_thread(self._sqlite_waiting) == 0
        connection = await asyncpg.connect(self._url)
        try:
            return bool(await connection.fetchval(_WAITING) == 0)
        finally:
            await connection.close()

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self._url.removeprefix('sqlite://')}?mode=ro", uri=True, timeout=10)

    def _sqlite_waiting(self) -> int:
        connection = self._connected()
        try:
            count: int = connection.execute(_WAITING).fetchone()[0]
            return count
        finally:
            connection.close()

    def _of_sqlite(self) -> dict[str, str]:
        connection = self._connected()
        try:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {table: _hash(connection.execute(f'SELECT * FROM "{table}"').fetchall()) for (table,) in tables}
        finally:
            connection.close()

    async def _of_postgres(self) -> dict[str, str]:
        connection = await asyncpg.connect(self._url)
        try:
            tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            return {
                table: await connection.fetchval(
                    f"""SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM "{table}" t"""
                )
                for (table,) in tables
            }
        finally:
            await connection.close()


def _hash(rows: list[tuple[object, ...]]) -> str:
    return hashlib.sha256("\n".join(sorted(map(repr, rows))).encode()).hexdigest()


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The tables that differ, caches aside."""
    return sorted(table for table in (before | after).keys() - _CACHES if before.get(table) != after.get(table))
