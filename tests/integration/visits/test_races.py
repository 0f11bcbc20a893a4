"""Reports that come at once, and a database that fails: one of each, or nothing."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from backend.accounts.roles import Role
from backend.audit.models import ChainHead
from backend.db import execute, on_postgres
from backend.kit.ids import uuid7
from backend.outbox.idempotency import KeyUsedForAnother
from backend.visits.actions import submit
from backend.visits.errors import PhotoNotFound
from backend.visits.models import VisitDue, VisitReport
from backend.visits.storing import ReportMade
from tests.factories.village import MORNING, Person, World
from tests.factories.visits import NOTHING, a_report, a_write, chain_break, everything_stored
from tests.waiting import until


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def volunteer(world: World, elder_id: UUID) -> Person:
    return await world.person(Role.VOLUNTEER, elders=(elder_id,))


async def all_at_once(url: str, row: str, *work: Coroutine[Any, Any, ReportMade]) -> list[ReportMade | BaseException]:
    """Run all of `work` in parallel. On PostgreSQL each has read and judged before any may write to `row`."""
    if not on_postgres():
        return await asyncio.gather(*work, return_exceptions=True)
    holder, watcher = await asyncpg.connect(url), await asyncpg.connect(url)
    try:
        async with holder.transaction():
            await holder.execute(f"SELECT 1 FROM {row} FOR UPDATE")
            tasks = [asyncio.create_task(each) for each in work]
            await until(lambda: _all_wait(watcher, len(tasks)))
        return await asyncio.gather(*tasks, return_exceptions=True)
    finally:
        await holder.close()
        await watcher.close()


async def _all_wait(watcher: Any, number: int) -> bool:
    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    waiting: int = await watcher.fetchval(asked)
    return waiting == number


class TestTwoAtOnce:
    async def test_the_same_key_stores_one(
        self, world: World, elder_id: UUID, volunteer: Person, database_url: str
    ) -> None:
        write, report = a_write(volunteer), a_report(elder_id)
        made = await all_at_once(
            database_url,
            f"chain_heads WHERE subject_id = '{elder_id}'",
            *(submit(world.kernel, report=report, write=write, by=volunteer.viewer) for _ in range(4)),
        )
        assert len(set(made)) == 1
        assert isinstance(made[0], ReportMade)
        assert await everything_stored() == (1, 1, 1, 1, 1, 0)
        assert await chain_break(elder_id) is None

    async def test_the_same_key_for_two_elders_stores_one(
        self, world: World, elder_id: UUID, database_url: str
    ) -> None:
        other = await world.elder(name="赵桂芳")
        volunteer = await world.person(Role.VOLUNTEER, elders=(elder_id, other))
        key = uuid7()
        outcomes = await all_at_once(
            database_url,
            "chain_heads",
            *(
                submit(
                    world.kernel,
                    report=a_report(each),
                    write=a_write(volunteer, key=key, body=each.bytes),
                    by=volunteer.viewer,
                )
                for each in (elder_id, other)
            ),
        )
        assert {type(outcome) for outcome in outcomes} == {KeyUsedForAnother, ReportMade}
        assert await everything_stored() == (1, 1, 1, 1, 1, 0)

    async def test_different_reports_on_one_elder_are_all_stored(
        self, world: World, elder_id: UUID, volunteer: Person, database_url: str
    ) -> None:
        moments = [MORNING - timedelta(minutes=minutes) for minutes in range(5)]
        outcomes = await all_at_once(
            database_url,
            f"chain_heads WHERE subject_id = '{elder_id}'",
            *(
                submit(
                    world.kernel,
                    report=a_report(elder_id, visited_at=moment),
                    write=a_write(volunteer),
                    by=volunteer.viewer,
                )
                for moment in moments
            ),
        )
        made = {outcome.id for outcome in outcomes if isinstance(outcome, ReportMade)}
        assert len(made) == 5
        assert {report.id for report in await VisitReport.all()} == made
        assert (await VisitDue.get(elder_id=elder_id)).last_visit_at == MORNING
        assert await chain_break(elder_id) is None

    async def test_one_photo_goes_into_one_of_two_reports(self, world: World, database_url: str) -> None:
        elders = (await world.elder(), await world.elder(name="赵桂芳"))
        volunteer = await world.person(Role.VOLUNTEER, elders=elders)
        photos = (await world.photo(volunteer),)
        outcomes = await all_at_once(
            database_url,
            "uploads",
            *(
                submit(
                    world.kernel,
                    report=a_report(elder_id, photo_ids=photos),
                    write=a_write(volunteer),
                    by=volunteer.viewer,
                )
                for elder_id in elders
            ),
        )
        assert {type(outcome) for outcome in outcomes} == {PhotoNotFound, ReportMade}
        assert await everything_stored() == (1, 1, 1, 1, 1, 1)
        for elder_id in elders:
            assert await chain_break(elder_id) is None


class TestCrash:
    @pytest.mark.parametrize("table", ["audit_events", "outbox_entries", "idempotent_answers", "visits_due"])
    async def test_in_any_part_stores_nothing(
        self, world: World, elder_id: UUID, volunteer: Person, table: str
    ) -> None:
        before = await ChainHead.get(subject_id=elder_id)
        await break_inserts(table)
        with pytest.raises(Exception, match="broken_on_purpose"):
            await submit(world.kernel, report=a_report(elder_id), write=a_write(volunteer), by=volunteer.viewer)
        after = await ChainHead.get(subject_id=elder_id)
        assert await everything_stored() == NOTHING
        assert (after.number, bytes(after.link)) == (before.number, bytes(before.link))


async def break_inserts(table: str) -> None:
    """From now on the database fails whenever a row enters `table`."""
    if on_postgres():
        raising = "$$ BEGIN RAISE 'broken_on_purpose'; END $$"
        await execute(f"CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS {raising}")
        await execute(f"CREATE TRIGGER broken BEFORE INSERT ON {table} EXECUTE FUNCTION fail()")
    else:
        missing = "INSERT INTO broken_on_purpose VALUES (1)"
        await execute(f"CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN {missing}; END")
