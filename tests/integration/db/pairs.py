"""Two rows that belong together: what a transaction must write both of, or neither."""

import asyncio
from uuid import UUID

import msgspec

from backend.db import connection, execute, fetch, on_postgres, transaction
from tests.waiting import until

POOL = 5


class _Count(msgspec.Struct, frozen=True):
    found: int


class _Id(msgspec.Struct, frozen=True):
    id: str


async def make_table() -> None:
    """The table of this test, in its own database."""
    await connection().execute_script("CREATE TABLE pairs (id CHAR(36) NOT NULL, half INT NOT NULL)")


async def write_pair(pair: UUID) -> None:
    """Both halves, with a read between, in one transaction."""
    async with transaction():
        await execute("INSERT INTO pairs (id, half) VALUES ($1, 1)", str(pair))
        await count("SELECT COUNT(*) AS found FROM pairs WHERE id = $1", str(pair))
        await execute("INSERT INTO pairs (id, half) VALUES ($1, 2)", str(pair))


async def count(sql: str, *params: object) -> int:
    """The number a statement `SELECT … AS found` finds."""
    return (await fetch(_Count, sql, *params))[0].found


async def whole() -> set[UUID]:
    """The pairs that are there. Raises AssertionError when there is half of one."""
    halves = await fetch(_Id, "SELECT id FROM pairs GROUP BY id HAVING COUNT(*) <> 2")
    assert halves == []
    return {UUID(row.id) for row in await fetch(_Id, "SELECT DISTINCT id FROM pairs")}


async def every_slot_is_free() -> None:
    """As many transactions as the pool has slots are open at one moment; SQLite has one lock.

    Raises TimeoutError when a slot is lost.
    """
    wanted = POOL if on_postgres() else 1
    met = asyncio.Barrier(wanted)

    async def hold() -> None:
        async with transaction():
            await execute("SELECT 1")
            await met.wait()

    async with asyncio.timeout(10):
        await asyncio.gather(*(hold() for _ in range(wanted)))


async def nobody_idles_in_transaction() -> None:
    """No session of this PostgreSQL database sits in a transaction (they need a moment to be put back)."""
    if not on_postgres():
        return

    async def none() -> bool:
        idle = await count(
            "SELECT COUNT(*) AS found FROM pg_stat_activity WHERE datname = current_database()"
            " AND state LIKE 'idle in transaction%'"
        )
        return idle == 0

    await until(none)
