"""Processor time of the county's ledger, against one bare SELECT over rows already indexed for it, in the same run.

Both run in one PostgreSQL, on one connection each turn, without parallel workers; what counts is the processor time of
that connection's server process and of ours together.
"""

import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import msgspec

from backend.db import execute, fetch, migrate, open_database
from backend.divisions.scope import Level, Scope
from backend.elders.ledger import ledger
from tests.bench.results import Result, middle
from tests.factories.lived import plant_places
from tests.servers.postgres import postgres_server

NAMES = ("register.county_page.cpu_vs_sql",)

ELDERS, TOWNSHIPS, VILLAGES = 10_000, 12, 180
ROUNDS, PER_ROUND = 11, 5
TODAY = date(2026, 3, 10)

# One in twelve left in the quarter; the others have been here since, half of them in their second tier.
SEED = (
    """
    CREATE TEMP TABLE village AS
    SELECT id, row_number() OVER (ORDER BY code) - 1 AS number FROM divisions WHERE level = 'village'
    """,
    """
    INSERT INTO elders (id, village_id, name, gender, born_on, address, living_alone, ability_level, tier, mobility,
      disability, registered_at, left_on)
    SELECT gen_random_uuid(), v.id, '和桂英', 'female', DATE '1950-03-04', '村东头', true, 'unknown',
      (ARRAY['high', 'medium', 'routine', 'unclassified'])[n % 4 + 1], 'unknown', 'unknown', TIMESTAMPTZ '2025-01-01',
      CASE WHEN n % 12 = 0 THEN DATE '2026-02-01' + n % 30 END
    FROM generate_series(1, $1) AS n JOIN village v ON v.number = n % $2
    """,
    """
    INSERT INTO stays (id, elder_id, village_id, starts_on, ends_on, entered, "left", recorded_at)
    SELECT gen_random_uuid(), id, village_id, DATE '2025-01-01', left_on, 'found',
      CASE WHEN left_on IS NOT NULL THEN 'died' END, registered_at FROM elders
    """,
    """
    INSERT INTO tier_spans (id, elder_id, tier, reasons, missing, cause, starts_on, ends_on, recorded_at)
    SELECT gen_random_uuid(), id, 'medium', '[]', '[]', 'registered', DATE '2025-01-01', DATE '2025-08-01',
      registered_at FROM elders
    UNION ALL
    SELECT gen_random_uuid(), id, tier, '[]', '[]', 'assessed', DATE '2025-08-01', left_on, registered_at FROM elders
    """,
    """
    CREATE TABLE flat AS
    SELECT d.parent_id AS township, e.tier FROM elders e JOIN divisions d ON d.id = e.village_id WHERE e.left_on IS NULL
    """,
    "CREATE INDEX flat_township_tier ON flat (township, tier)",
)


class _Bare(msgspec.Struct, frozen=True):
    township: UUID
    tier: str
    elders: int


class _Process(msgspec.Struct, frozen=True):
    pid: int


async def run() -> dict[str, Result]:
    """The middle of ROUNDS ratios."""
    async with postgres_server("max_parallel_workers_per_gather=0") as postgres, postgres.database() as url:
        await migrate(url)
        async with open_database(url, pool=1):
            scope = await seed(ELDERS)
            found = await fetch(_Process, "SELECT pg_backend_pid() AS pid")
            pid = found[0].pid

            async def ours() -> int:
                page = await ledger(scope, as_of=TODAY)
                return sum(counts.on_register for counts in page.rows[0].tiers.values())

            async def bare() -> int:
                rows = await fetch(_Bare, "SELECT township, tier, count(*) AS elders FROM flat GROUP BY township, tier")
                return sum(row.elders for row in rows)

            assert await ours() == await bare() == ELDERS - ELDERS // 12
            ratios, costs = [], []
            for _ in range(ROUNDS):
                mine, theirs = [await processor(each, pid) for each in (ours, bare)]
                ratios.append(mine / theirs)
                costs.append((mine, theirs))
    mine, theirs = (1000 * min(each) / PER_ROUND for each in zip(*costs, strict=True))
    versus = f"one SELECT over indexed rows of {ELDERS:,} elders; {mine:.1f} against {theirs:.1f} ms a page"
    return {NAMES[0]: middle(ratios, "ratio", versus)}


async def seed(elders: int) -> Scope:
    """A county in the open database; its own scope."""
    places = await plant_places(townships=TOWNSHIPS, villages=VILLAGES)
    for statement in SEED:
        params = [elders, VILLAGES] if "$1" in statement else []
        await execute(statement, *params)
    await execute("VACUUM ANALYZE")
    return Scope(TODAY, Level.COUNTS, "statistics", division=places.county.id)


async def processor(work: Callable[[], Awaitable[int]], pid: int) -> float:
    """Processor seconds of PER_ROUND times `work`, ours and the server process's."""
    began = time.process_time() + server_time(pid)
    for _ in range(PER_ROUND):
        await work()
    return time.process_time() + server_time(pid) - began


def server_time(pid: int) -> float:
    """User and system seconds of the process so far, by its scheduler's account in nanoseconds."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
