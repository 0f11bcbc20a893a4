"""The roll-up of the register: what each village came to on each day, so that no count has to look at elders.

Triggers of the database note every change of a stay or tier as rows of `count_changes`, in the changing transaction;
the timetable folds them into `village_counts`. A reader adds both, in one statement: the answer never waits for that.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import attrgetter
from uuid import UUID

import msgspec

from backend.db import execute, fetch, on_postgres, transaction
from backend.elders.models import VillageCount
from backend.elders.tallies import NOBODY, Tally, laid_over, read, tally

BATCH = 5000


async def fold() -> int:
    """Fold in what waits; returns how many changes. Each batch is a transaction of its own, one worker at a time."""
    folded = 0
    while taken := await _fold_batch():
        folded += taken
    return folded


async def recount() -> int:
    """Count all villages anew from stays and tiers; returns for how many villages the roll-up had been wrong.

    Whoever changes the register meanwhile waits for the end.
    """
    wrong = 0
    async with transaction():
        await _alone()
        if on_postgres():
            await execute("LOCK TABLE count_changes IN EXCLUSIVE MODE")
        await fold()
        for village in await fetch(_Village, _VILLAGES):
            changes = await fetch(_Change, _COUNTED, village.id)
            kept = {row.day: read(row.counts) for row in await fetch(_Day, _ALL_DAYS, village.id)}
            right = laid_over(NOBODY, {}, _by_day(changes))
            if kept != right:
                wrong += 1
                await _keep(village.id, date.min, right)
    return wrong


class _Village(msgspec.Struct, frozen=True):
    id: UUID


class _Day(msgspec.Struct, frozen=True):
    day: date
    counts: str


class _Change(msgspec.Struct, frozen=True):
    village_id: UUID
    day: date
    tier: str
    status: str
    change: int


async def _alone() -> None:
    """Nobody else folds until the transaction ends; readers go on. On SQLite it is so already."""
    if on_postgres():
        await execute("LOCK TABLE village_counts IN SHARE ROW EXCLUSIVE MODE")


async def _fold_batch() -> int:
    async with transaction():
        await _alone()
        taken = await fetch(_Change, _TAKE, BATCH)
        by_village = attrgetter("village_id")
        for village_id, group in groupby(sorted(taken, key=by_village), by_village):
            await _lay(village_id, _by_day(group))
    return len(taken)


async def _lay(village_id: UUID, changes: dict[date, Tally]) -> None:
    first = min(changes)
    kept = {row.day: read(row.counts) for row in await fetch(_Day, _DAYS_SINCE, village_id, first)}
    before = kept.pop(min(kept)) if kept and min(kept) < first else NOBODY
    await _keep(village_id, first, laid_over(before, kept, changes))


async def _keep(village_id: UUID, first: date, days: dict[date, Tally]) -> None:
    """In the place of all days since the first."""
    await execute("DELETE FROM village_counts WHERE village_id = $1 AND day >= $2", village_id, first)
    rows = [VillageCount(village_id=village_id, day=day, counts=_written(counts)) for day, counts in days.items()]
    await VillageCount.bulk_create(rows, batch_size=500)


def _by_day(changes: Iterable[_Change]) -> dict[date, Tally]:
    by_day = attrgetter("day")
    return {
        day: tally((each.tier, each.status, each.change) for each in group)
        for day, group in groupby(sorted(changes, key=by_day), by_day)
    }


def _written(counts: Tally) -> str:
    return msgspec.json.encode(counts).decode()


_TAKE = """
DELETE FROM count_changes WHERE id IN (SELECT id FROM count_changes ORDER BY id LIMIT $1)
RETURNING village_id, day, tier, status, change
"""
# With the day before them, if any.
_DAYS_SINCE = """
SELECT day, counts FROM village_counts WHERE village_id = $1 AND day >= COALESCE(
  (SELECT MAX(day) FROM village_counts WHERE village_id = $1 AND day < $2), $2)
"""
_ALL_DAYS = "SELECT day, counts FROM village_counts WHERE village_id = $1"
_VILLAGES = "SELECT village_id AS id FROM stays UNION SELECT village_id FROM village_counts"
# Whoever stays is unclassified but for the days of a tier; whoever leaves, but for the tier of the evening before.
_COUNTED = """
WITH here AS (SELECT elder_id, starts_on, ends_on, "left" FROM stays WHERE village_id = $1),
days AS (
  SELECT starts_on AS day, 'unclassified' AS tier, 'on_register' AS status, 1 AS change FROM here
  UNION ALL
  SELECT ends_on, 'unclassified', 'on_register', -1 FROM here WHERE ends_on IS NOT NULL
  UNION ALL
  SELECT ends_on, 'unclassified', "left", 1 FROM here WHERE starts_on < ends_on),
held AS (
  SELECT t.tier, CASE WHEN t.starts_on > s.starts_on THEN t.starts_on ELSE s.starts_on END AS begins,
    CASE WHEN t.ends_on IS NULL OR s.ends_on < t.ends_on THEN s.ends_on ELSE t.ends_on END AS ends
  FROM here s JOIN tier_spans t ON t.elder_id = s.elder_id),
evenings AS (
  SELECT t.tier, s.ends_on AS day, s.starts_on < s.ends_on AS stayed, s."left" AS status
  FROM here s JOIN tier_spans t ON t.elder_id = s.elder_id AND t.starts_on < s.ends_on
    AND (t.ends_on IS NULL OR t.ends_on >= s.ends_on)),
tiers AS (
  SELECT begins AS day, tier, 'on_register' AS status, 1 AS change FROM held WHERE ends IS NULL OR begins < ends
  UNION ALL
  SELECT ends, tier, 'on_register', -1 FROM held WHERE begins < ends
  UNION ALL
  SELECT begins, 'unclassified', 'on_register', -1 FROM held WHERE ends IS NULL OR begins < ends
  UNION ALL
  SELECT ends, 'unclassified', 'on_register', 1 FROM held WHERE begins < ends
  UNION ALL
  SELECT day, tier, status, 1 FROM evenings
  UNION ALL
  SELECT day, 'unclassified', status, -1 FROM evenings WHERE stayed)
SELECT $1 AS village_id, day, tier, status, CAST(SUM(change) AS BIGINT) AS change
FROM (SELECT * FROM days UNION ALL SELECT * FROM tiers) AS every WHERE status IS NOT NULL GROUP BY day, tier, status
"""
