"""Seconds to tell a county of 100,000 agreements with their histories as of a day, by part and place.

Beside it, in the same run and database, the least that could be asked: one bare SELECT that counts only those in force.
Both are whole seconds of waiting on one connection, without parallel workers.
"""

import time
from collections.abc import Awaitable, Callable
from datetime import date, datetime

import msgspec

from backend.db import execute, fetch, migrate, open_database
from backend.divisions.scope import Level, Scope
from backend.kit.clock import shanghai_midnight
from backend.statistics.agreeing import agreements_as_of
from tests.bench.county_page import SEED
from tests.bench.results import Result, middle
from tests.factories.lived import plant_places
from tests.servers.postgres import postgres_server

NAMES = ("agreements.rate_as_of_100k", "agreements.rate_as_of_100k.vs_sql")

ELDERS, TOWNSHIPS, VILLAGES = 100_000, 12, 180
ROUNDS = 7
DAY, TODAY = date(2025, 11, 30), date(2026, 3, 10)
ENDS: datetime = shanghai_midnight(date(2025, 12, 1))

# Each elder has one agreement: drafted, signed, consented to and handed in within days; most are filed then; one in
# nine of these was suspended for ten days, one in seven has ended since. Every elder was asked, one in twenty says no.
AGREEMENTS = (
    """
    CREATE TEMP TABLE paper AS
    SELECT id, village_id, n, TIMESTAMPTZ '2025-01-01' + n % 300 * INTERVAL '1 day' AS at
    FROM (SELECT id, village_id, row_number() OVER (ORDER BY id) AS n FROM life) every
    """,
    """
    INSERT INTO wishes (id, elder_id, willing, words, asked_by, asked_at, received_at)
    SELECT id, id, n % 20 <> 0, '', id, at, at FROM paper
    """,
    """
    INSERT INTO agreements (id, elder_id, village_id, wish_id, kind, state, template, text, text_hash, starts_on,
      ends_on, drafted_by, drafted_at)
    SELECT id, id, village_id, id, 'care', 'filed', 'care/2', '', '', at::date, at::date + 365, id, at FROM paper
    """,
    """
    INSERT INTO agreement_spans (id, agreement_id, elder_id, kind, state, reason, starts_at, ends_at)
    SELECT gen_random_uuid(), id, id, 'care', state, reason, at + make_interval(days => begins),
      at + make_interval(days => ends)
    FROM paper CROSS JOIN LATERAL (
      VALUES ('draft', NULL, 0, 2), ('signed', NULL, 2, 5), ('consented', NULL, 5, 6),
        ('handed_in', NULL, 6, CASE WHEN n % 11 > 0 THEN 9 END),
        ('filed', NULL, 9, CASE WHEN n % 9 = 0 THEN 60 WHEN n % 7 = 0 THEN 200 END),
        ('suspended', 'hospital', 60, 70), ('filed', NULL, 70, NULL), ('ended', 'supporter', 200, NULL)
    ) AS steps (state, reason, begins, ends)
    WHERE (begins < 9 OR n % 11 > 0) AND (begins NOT IN (60, 70) OR n % 9 = 0)
      AND (begins < 200 OR n % 7 = 0 AND n % 9 > 0)
    """,
    "VACUUM ANALYZE",
)
BARE = """
SELECT COUNT(*) AS elders FROM stays s JOIN agreement_spans h ON h.elder_id = s.elder_id
JOIN agreements a ON a.id = h.agreement_id
WHERE s.starts_on <= $1 AND (s.ends_on IS NULL OR s.ends_on > $1) AND h.state = 'filed'
  AND h.starts_at < $2 AND (h.ends_at IS NULL OR h.ends_at >= $2) AND a.starts_on <= $1 AND a.ends_on >= $1
"""


class _Bare(msgspec.Struct, frozen=True):
    elders: int


async def run() -> dict[str, Result]:
    """The middles of ROUNDS."""
    async with postgres_server("max_parallel_workers_per_gather=0") as postgres, postgres.database() as url:
        await migrate(url)
        async with open_database(url, pool=1):
            scope = await seeded()
            assert await in_force(scope) == await bare()
            ours = [await seconds(lambda: in_force(scope)) for _ in range(ROUNDS)]
            least = [await seconds(bare) for _ in range(ROUNDS)]
    ratios = [one / other for one, other in zip(ours, least, strict=True)]
    versus = f"one SELECT that counts only those in force; {min(ours):.2f} against {min(least):.2f} s"
    return {NAMES[0]: middle(ours, "s"), NAMES[1]: middle(ratios, "ratio", versus)}


async def seeded() -> Scope:
    """The county's own scope, once everybody has an agreement."""
    places = await plant_places(townships=TOWNSHIPS, villages=VILLAGES)
    await execute("SET session_replication_role = replica")
    await execute("SELECT setseed(0.5)")
    for statement in (*SEED, *AGREEMENTS):
        await execute(statement, *([ELDERS, VILLAGES] if "$1" in statement else []))
    return Scope(TODAY, Level.COUNTS, "statistics", division=places.county.id)


async def in_force(scope: Scope) -> int:
    """As the county asks."""
    rows = await agreements_as_of(scope, DAY)
    assert len(rows) == 1 + TOWNSHIPS + VILLAGES
    return rows[0].counts.in_force


async def bare() -> int:
    """As nobody asks, since it tells nothing of the others."""
    [found] = await fetch(_Bare, BARE, DAY, ENDS)
    return found.elders


async def seconds(work: Callable[[], Awaitable[int]]) -> float:
    """Of waiting."""
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began
