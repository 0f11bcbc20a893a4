"""Processor seconds to plan a month of visits for a county of 100,000 elders, and the overdue list's page as it grows.

The plan is what the village's calendar asks for, of the whole county at once: rows read from PostgreSQL, rhythm and
risk of each, a visitor's month spread day by day. The page is the township's own first one; of 1,000,000 elders
against 10,000 in as many villages, on one connection, without parallel workers. Processor time is the server process's
and ours together.
"""

from datetime import date, timedelta
from functools import partial

from backend.db import execute, migrate, open_database
from backend.divisions.scope import Level, Scope
from backend.visits.calendars import month_plan
from backend.visits.holders import overdue
from tests.bench.county_page import SEED, costs_in
from tests.bench.results import Result, middle
from tests.factories.lived import plant_places
from tests.servers.postgres import postgres_server

NAMES = ("visits.plan_month_100k", "visits.overdue.growth")

FEW, MIDDLE, MANY, TOWNSHIPS, VILLAGES = 10_000, 100_000, 1_000_000, 12, 180
PLAN_ROUNDS, PAGE_ROUNDS, PAGE = 3, 11, 50
TODAY = date(2026, 3, 1)
PER_VISITOR = 8

# Every elder on the register is due within a month or up to ten days ago; visitors hold eight of one village each, and
# one elder in fifty is at high risk.
VISITS = (
    """
    CREATE TEMP TABLE held AS
    SELECT id, village_id, row_number() OVER (PARTITION BY village_id ORDER BY id) AS n FROM life WHERE left_on IS NULL
    """,
    """
    INSERT INTO visits_due (elder_id, village_id, due_on, last_visit_at)
    SELECT id, village_id, DATE '2026-02-19' + (random() * 40)::int, DATE '2026-02-10' FROM held
    """,
    f"""
    INSERT INTO visit_assignments (id, elder_id, visitor_id, kind, visitor_kind, started_at, started_by)
    SELECT id, id, md5(village_id::text || n / {PER_VISITOR})::uuid, 'responsible', 'volunteer', DATE '2026-01-01', id
    FROM held
    """,
    """
    INSERT INTO alerts (id, elder_id, kind, begun_at) SELECT id, id, 'high_risk', DATE '2026-01-01' FROM held
    WHERE n % 50 = 0
    """,
    "UPDATE elders e SET address = h.n % 7 || '组 ' || h.n || ' 号' FROM held h WHERE h.id = e.id",
    "VACUUM ANALYZE",
)


async def run() -> dict[str, Result]:
    """The middle of a few whole plans, and the middle of PAGE_ROUNDS ratios of pages."""
    async with (
        postgres_server("max_parallel_workers_per_gather=0") as postgres,
        postgres.database() as few,
        postgres.database() as some,
        postgres.database() as many,
    ):
        scopes = {url: await seeded(url, elders) for url, elders in ((few, FEW), (some, MIDDLE), (many, MANY))}
        plans = [(await costs_in(some, partial(planned, scopes[some]), once=True))[0] for _ in range(PLAN_ROUNDS)]
        growths, costs = [], []
        for _ in range(PAGE_ROUNDS):
            pages = [(await costs_in(url, partial(page_of, scopes[url])))[0] for url in (few, some, many)]
            growths.append(pages[2] / pages[0])
            costs.append(pages)
    small, middling, large = (1000 * min(each) for each in zip(*costs, strict=True))
    versus = f"{FEW:,} elders; {large:.2f} ms of {MANY:,}, {middling:.2f} of {MIDDLE:,} against {small:.2f} ms"
    told = f"rows read and every visitor's days to the end of the month, {MIDDLE:,} elders"
    return {NAMES[0]: middle(plans, "s", told), NAMES[1]: middle(growths, "ratio", versus)}


async def seeded(url: str, elders: int) -> Scope:
    """A county in a new database, everybody due; the scope of all of it, down to the card."""
    await migrate(url)
    async with open_database(url, pool=1):
        places = await plant_places(townships=TOWNSHIPS, villages=VILLAGES)
        await execute("SET session_replication_role = replica")
        await execute("SELECT setseed(0.5)")
        for statement in (*SEED, *VISITS):
            await execute(statement, *([elders, VILLAGES] if "$1" in statement else []))
        scope = Scope(TODAY, Level.CARD, "supervision", division=places.county.id)
        assert await page_of(scope) == PAGE
    return scope


async def planned(scope: Scope) -> int:
    """A month for everybody; how many visits that is."""
    plans = await month_plan(scope, TODAY + timedelta(days=30))
    assert len(plans) > MIDDLE * 0.9 / PER_VISITOR
    visits = sum(len(visits) for visits in plans.values())
    assert visits > MIDDLE
    return visits


async def page_of(scope: Scope) -> int:
    """The first page of the overdue; how many stand on it."""
    return len((await overdue(scope, limit=PAGE)).rows)
