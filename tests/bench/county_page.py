"""Processor time of the county's ledger, against one bare SELECT over rows already indexed for it, in the same run,
and of a hundred times as many elders against the few.

All run in one PostgreSQL, on one connection each turn, without parallel workers; what counts is the processor time of
that connection's server process and of ours together. The page is the county's own: places down to the townships.
"""

import time
from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

import msgspec

from backend.db import execute, fetch, migrate, open_database
from backend.divisions.scope import Level, Scope
from backend.elders.ledger import ledger
from backend.elders.rollup import recount
from tests.bench.results import Result, middle
from tests.factories.lived import plant_places
from tests.servers.postgres import postgres_server

NAMES = ("register.county_page.cpu_vs_sql", "register.county_page.growth")

FEW, MANY, TOWNSHIPS, VILLAGES = 10_000, 1_000_000, 12, 180
ROUNDS, WARMING, TURNS, PER_TURN = 11, 6, 5, 3
TODAY = date(2026, 3, 10)

# Ids are in order of time, as ours are. People came over three and a half years and got their second tier some time
# after; one in twelve left this quarter.
SEED = (
    """
    CREATE TEMP TABLE village AS
    SELECT id, row_number() OVER (ORDER BY code) - 1 AS number FROM divisions WHERE level = 'village'
    """,
    """
    CREATE TEMP TABLE life AS
    SELECT rpad(lpad(to_hex(n), 12, '0') || '7', 32, '0')::uuid AS id, v.id AS village_id, came_on,
      came_on + 1 + (random() * 99)::int AS classed_on, tier,
      CASE WHEN n % 12 = 0 THEN DATE '2026-01-01' + (random() * 68)::int END AS left_on,
      CASE WHEN n % 12 = 0 THEN (ARRAY['died', 'moved_away', 'child_returned', 'institution'])[ceil(random() * 4)] END
        AS reason
    FROM (
      SELECT n, DATE '2022-01-01' + (random() * 1300)::int AS came_on, floor(random() * $2) AS village,
        (ARRAY['high', 'medium', 'routine', 'unclassified'])[ceil(random() * 4)] AS tier
      FROM generate_series(1, $1::int) AS n) every JOIN village v ON v.number = every.village
    """,
    """
    INSERT INTO elders (id, village_id, name, gender, born_on, address, living_alone, ability_level, tier, mobility,
      disability, registered_at, left_on)
    SELECT id, village_id, '和桂英', 'female', DATE '1950-03-04', '村东头', true, 'unknown', tier, 'unknown', 'unknown',
      came_on, left_on FROM life
    """,
    """
    INSERT INTO stays (id, elder_id, village_id, starts_on, ends_on, entered, "left", recorded_at)
    SELECT id, id, village_id, came_on, left_on, 'found', reason, came_on FROM life
    """,
    """
    INSERT INTO tier_spans (id, elder_id, tier, reasons, missing, cause, starts_on, ends_on, recorded_at)
    SELECT id, id, 'medium', '[]', '[]', 'registered', came_on, classed_on, came_on FROM life
    UNION ALL
    SELECT overlay(id::text placing '1' FROM 36)::uuid, id, tier, '[]', '[]', 'assessed', classed_on, left_on,
      classed_on FROM life
    """,
)
FLAT = (
    """
    CREATE TABLE flat AS
    SELECT d.parent_id AS township, e.tier FROM elders e JOIN divisions d ON d.id = e.village_id WHERE e.left_on IS NULL
    """,
    "CREATE INDEX flat_township_tier ON flat (township, tier)",
    "VACUUM ANALYZE",
)
BARE = "SELECT township, tier, count(*) AS elders FROM flat GROUP BY township, tier"


class _Bare(msgspec.Struct, frozen=True):
    township: UUID
    tier: str
    elders: int


class _Process(msgspec.Struct, frozen=True):
    pid: int


async def run() -> dict[str, Result]:
    """The middles of ROUNDS ratios."""
    async with (
        postgres_server("max_parallel_workers_per_gather=0") as postgres,
        postgres.database() as few,
        postgres.database() as many,
    ):
        scopes = {url: await seeded(url, elders) for url, elders in ((few, FEW), (many, MANY))}
        ratios, growths, costs = [], [], []
        for _ in range(ROUNDS):
            page, select = await costs_in(few, partial(page_of, scopes[few]), bare)
            [large] = await costs_in(many, partial(page_of, scopes[many]))
            ratios.append(page / select)
            growths.append(large / page)
            costs.append((page, select, large))
    page, select, large = (1000 * min(each) for each in zip(*costs, strict=True))
    versus = f"one SELECT over indexed rows of {FEW:,} elders; {page:.2f} against {select:.2f} ms"
    grown = f"{FEW:,} elders; {large:.2f} ms of {MANY:,} against {page:.2f} ms"
    return {NAMES[0]: middle(ratios, "ratio", versus), NAMES[1]: middle(growths, "ratio", grown)}


async def seeded(url: str, elders: int) -> Scope:
    """A county in a new database, its roll-up counted from what stands there; the county's own scope."""
    await migrate(url)
    async with open_database(url, pool=1):
        places = await plant_places(townships=TOWNSHIPS, villages=VILLAGES)
        # Past the triggers and references: what stands there is counted afterwards.
        await execute("SET session_replication_role = replica")
        await execute("SELECT setseed(0.5)")
        for statement in SEED:
            params = [elders, VILLAGES] if "$1" in statement else []
            await execute(statement, *params)
        await execute("VACUUM ANALYZE")
        assert await recount() == VILLAGES
        for statement in FLAT:
            await execute(statement)
        scope = Scope(TODAY, Level.COUNTS, "statistics", division=places.county.id)
        assert await page_of(scope) == await bare() == elders - elders // 12
    return scope


async def page_of(scope: Scope) -> int:
    """What the county asks for; how many elders it says there are."""
    page = await ledger(scope, as_of=TODAY, down_to="township")
    assert len(page.rows) == 1 + TOWNSHIPS
    return sum(counts.on_register for counts in page.rows[0].tiers.values())


async def bare() -> int:
    """The least that could be asked; how many elders it says there are."""
    return sum(row.elders for row in await fetch(_Bare, BARE))


async def costs_in(url: str, *works: Callable[[], Awaitable[int]], once: bool = False) -> list[float]:
    """Processor seconds of one of each, in the quietest of TURNS in which they take turns, once all are warm.

    `once`: of one alone, as it comes, for what takes seconds.
    """
    async with open_database(url, pool=1):
        [found] = await fetch(_Process, "SELECT pg_backend_pid() AS pid")
        if once:
            return [await processor(work, found.pid, times=1) for work in works]
        for work in works:
            for _ in range(WARMING):
                await work()
        turns = [[await processor(work, found.pid) for work in works] for _ in range(TURNS)]
    return [min(each) for each in zip(*turns, strict=True)]


async def processor(work: Callable[[], Awaitable[int]], pid: int, times: int = PER_TURN) -> float:
    """Processor seconds of one `work`, ours and the server process's."""
    began = time.process_time() + server_time(pid)
    for _ in range(times):
        await work()
    return (time.process_time() + server_time(pid) - began) / times


def server_time(pid: int) -> float:
    """User and system seconds of the process so far, by its scheduler's account in nanoseconds."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
