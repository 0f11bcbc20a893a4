"""The 80th birthday (R029): on the day, once, whoever else works, whenever the worker was killed."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.audit.models import AuditEvent
from backend.audit.tags import Tag
from backend.db import connection, execute, on_postgres, transaction
from backend.elders import classifying
from backend.elders.classifying import reclassify_due
from backend.elders.models import Elder, TierSpan
from backend.elders.rules import PriorityTier, TierCause
from backend.elders.tiers import TierReason
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.outbox.box import Fact
from tests.factories.tiers import assert_history_holds, spans, told
from tests.factories.village import World
from tests.servers.postgres import Postgres

pytestmark = pytest.mark.usefixtures("counted")


class Killed(BaseException):
    """What no program can answer."""


TODAY, BIRTHDAY = date(2026, 3, 10), date(2026, 6, 1)
DAY = timedelta(days=1)


@pytest.fixture
async def elder_id(world: World) -> UUID:
    """In good health, and eighty on BIRTHDAY."""
    return await world.elder(born_on=date(1946, 6, 1))


class TestReclassifyDue:
    async def test_does_nothing_on_the_day_before(self, world: World, elder_id: UUID) -> None:
        assert await reclassify_due(world.kernel, BIRTHDAY - DAY) == 0
        assert await spans(elder_id) == [(PriorityTier.ROUTINE, TODAY, None)]

    @pytest.mark.parametrize("late", [0, 1, 30, 365])
    async def test_finds_the_elder_on_the_day_or_whenever_it_runs_again(
        self, world: World, elder_id: UUID, late: int
    ) -> None:
        day = BIRTHDAY + timedelta(days=late)
        assert await reclassify_due(world.kernel, day) == 1
        assert await spans(elder_id) == [(PriorityTier.ROUTINE, TODAY, day), (PriorityTier.HIGH, day, None)]
        span = await TierSpan.get(elder_id=elder_id, ends_on=None)
        assert (msgspec.json.decode(span.reasons), span.cause) == ([TierReason.AGED_80], TierCause.BIRTHDAY)
        event = await AuditEvent.get(subject_id=elder_id, tag=Tag.TIER_CHANGED)
        assert (event.actor_id, event.role) == (None, "platform")

    @pytest.mark.parametrize(("day", "found"), [(date(2028, 2, 28), 0), (date(2028, 2, 29), 1), (date(2028, 3, 1), 1)])
    async def test_knows_leap_days(self, world: World, day: date, found: int) -> None:
        await world.elder(born_on=date(1948, 2, 29))
        assert await reclassify_due(world.kernel, day) == found

    async def test_on_a_leap_day_leaves_those_of_the_next_day(self, world: World) -> None:
        await world.elder(born_on=date(1948, 3, 1))
        assert await reclassify_due(world.kernel, date(2028, 2, 29)) == 0
        assert await reclassify_due(world.kernel, date(2028, 3, 1)) == 1

    async def test_adds_the_reason_for_one_who_was_high_already(self, world: World) -> None:
        elder_id = await world.elder(tier=PriorityTier.HIGH, born_on=date(1946, 6, 1))
        assert await reclassify_due(world.kernel, BIRTHDAY) == 1
        span = await TierSpan.get(elder_id=elder_id, ends_on=None)
        assert msgspec.json.decode(span.reasons) == [TierReason.AGED_80, TierReason.BEDRIDDEN]

    async def test_leaves_those_who_left(self, world: World, elder_id: UUID) -> None:
        await Elder.filter(id=elder_id).update(left_on=date(2026, 4, 1))
        assert await reclassify_due(world.kernel, BIRTHDAY) == 0

    async def test_again_changes_nothing(self, world: World, elder_id: UUID) -> None:
        assert [await reclassify_due(world.kernel, BIRTHDAY + n * DAY) for n in range(3)] == [1, 0, 0]
        assert await told(elder_id) == (1, 1)

    async def test_by_several_workers_tells_once(self, world: World) -> None:
        elders = [await world.elder(born_on=date(1946, 6, 1)) for _ in range(4)]
        found = await asyncio.gather(*(reclassify_due(world.kernel, BIRTHDAY) for _ in range(3)))
        assert sum(found) == len(elders)
        for elder_id in elders:
            assert await told(elder_id) == (1, 1)
            await assert_history_holds(elder_id)

    async def test_killed_half_way_is_finished_by_the_next(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        """Killed between the event and the fact of the second elder."""
        elders = [await world.elder(born_on=date(1946, 6, 1)) for _ in range(3)]
        put, told_so_far = box.put, list[Fact]()

        async def put_or_die(kernel: Kernel, fact: Fact) -> None:
            told_so_far.append(fact)
            if len(told_so_far) == 2:
                raise Killed
            await put(kernel, fact)

        with monkeypatch.context() as dying:
            dying.setattr(box, "put", put_or_die)
            with pytest.raises(Killed):
                await reclassify_due(world.kernel, BIRTHDAY)
        assert sorted([await told(each) for each in elders]) == [(0, 0), (0, 0), (1, 1)]
        assert await reclassify_due(world.kernel, BIRTHDAY) == 2
        for elder_id in elders:
            assert await told(elder_id) == (1, 1)
            await assert_history_holds(elder_id)

    async def test_of_one_who_cannot_be_judged_does_not_keep_the_others(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        elders = [await world.elder(born_on=date(1946, 6, 1)) for _ in range(3)]
        reclassify, bad = classifying.reclassify, elders[0]

        async def fails_for_one(kernel: Kernel, elder_id: UUID, *rest: Any) -> bool:
            if elder_id == bad:
                raise ZeroDivisionError
            return await reclassify(kernel, elder_id, *rest)

        monkeypatch.setattr(classifying, "reclassify", fails_for_one)
        assert await reclassify_due(world.kernel, BIRTHDAY) == 2


class TestPlan:
    @pytest.fixture
    async def database_url(
        self, engine: str, sqlite_url: str, postgres: Postgres, migrated_template: str
    ) -> AsyncIterator[str]:
        """A database that no test used before: by what others left in its files PostgreSQL would plan otherwise."""
        async with postgres.database(migrated_template) as url:
            yield url if engine == "postgres" else sqlite_url

    @pytest.mark.parametrize(
        ("sql", "index"),
        [
            (classifying._BIRTHDAYS, "ix_elders_born_on"),
            (classifying._OVERRIDES_ENDED, "ix_tier_spans_override_id"),
        ],
    )
    async def test_asks_an_index_and_never_reads_everybody(self, world: World, sql: str, index: str) -> None:
        """PostgreSQL reads a table of few rows whole; forbidden to, it tells which index serves."""
        asked = sql.replace("$1", f"'{TODAY}'").replace("$2", f"'{BIRTHDAY}'")
        async with transaction():
            if on_postgres():
                await execute("SET LOCAL enable_seqscan = off")
            explain = "EXPLAIN" if on_postgres() else "EXPLAIN QUERY PLAN"
            _, plan = await connection().execute_query(f"{explain} {asked}")
        assert index in " ".join(str(dict(step)) for step in plan)
