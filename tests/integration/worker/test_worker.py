"""The worker: tells what was put, keeps the timetable, outlives a bad round, and finishes before it stops."""

import asyncio
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from backend import worker
from backend.audit.models import Anchor
from backend.bootstrap import Services, open_services, ready
from backend.db import execute
from backend.elders.facts import ElderRegistered
from backend.elders.models import Elder
from backend.elders.rules import PriorityTier
from backend.kit.clock import SetClock
from backend.kit.ids import uuid7
from backend.outbox.box import Entry, put
from backend.outbox.models import IdempotentAnswer, OutboxEntry
from backend.settings import Settings
from backend.visits.models import VisitDue
from backend.worker import Job, handlers, run, timetable
from tests.factories.evidence import evidence_file
from tests.factories.village import MORNING, build_world
from tests.waiting import until


@pytest.fixture
async def services(database_url: str, tmp_path: Path) -> AsyncIterator[Services]:
    settings = Settings.read({"DATABASE_URL": database_url, "DATA_DIR": str(tmp_path)})
    settings.documents.evidence_key.write_bytes(evidence_file(settings.documents.evidence_key_password))
    async with open_services(settings, clock=SetClock(MORNING)) as opened:
        yield opened


async def working(services: Services, until_true: Callable[[], Awaitable[bool]]) -> None:
    """Let a worker run until something is true, then stop it."""
    stop = asyncio.Event()
    task = asyncio.create_task(run(services, stop))
    try:
        await until(until_true)
    finally:
        stop.set()
        async with asyncio.timeout(10):
            await task


async def nothing_waits() -> bool:
    return await OutboxEntry.filter(done_at=None).count() == 0


class TestRun:
    async def test_handles_what_waits_and_keeps_the_timetable(self, services: Services) -> None:
        world = await build_world(keys=services.kernel.keys, clock=SetClock(MORNING))
        elder_id = await world.elder()
        assert not await VisitDue.exists(elder_id=elder_id)

        async def told() -> bool:
            return await nothing_waits() and await Anchor.all().count() == 1

        await working(services, told)
        assert await VisitDue.filter(elder_id=elder_id).count() == 1

    async def test_by_two_workers_tells_once(self, services: Services) -> None:
        world = await build_world(keys=services.kernel.keys, clock=SetClock(MORNING))
        elders = {await world.elder() for _ in range(6)}
        await asyncio.gather(working(services, nothing_waits), working(services, nothing_waits))
        assert {row.elder_id for row in await VisitDue.all()} == elders
        assert await VisitDue.all().count() == len(elders)
        assert {entry.tries for entry in await OutboxEntry.filter(topic="ElderRegistered")} == {1}
        # The timetable may put more in the box after both have looked.
        assert {entry.tries for entry in await OutboxEntry.all()} <= {0, 1}

    async def test_outlives_a_round_that_fails(self, services: Services, capsys: pytest.CaptureFixture[str]) -> None:
        world = await build_world(keys=services.kernel.keys, clock=SetClock(MORNING))
        await world.elder()
        await execute("ALTER TABLE outbox_entries RENAME TO outbox_elsewhere")
        stop, said = asyncio.Event(), io.StringIO()

        def has_failed() -> bool:
            heard = capsys.readouterr()
            said.write(heard.out + heard.err)
            return "worker_round_failed" in said.getvalue()

        task = asyncio.create_task(run(services, stop))
        await until(has_failed)
        await execute("ALTER TABLE outbox_elsewhere RENAME TO outbox_entries")
        await until(nothing_waits)
        assert not task.done()
        stop.set()
        async with asyncio.timeout(10):
            await task

    async def test_finishes_what_it_claimed_before_it_stops(
        self, services: Services, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stop, begun, go_on = asyncio.Event(), asyncio.Event(), asyncio.Event()

        async def slow(entry: Entry) -> None:
            begun.set()
            await go_on.wait()

        monkeypatch.setattr(worker, "handlers", lambda services: {"ElderRegistered": (slow,)})
        await put(services.kernel, ElderRegistered(elder_id=uuid7()))
        task = asyncio.create_task(run(services, stop))
        await begun.wait()
        stop.set()
        assert not task.done()
        go_on.set()
        async with asyncio.timeout(10):
            await task
        assert await nothing_waits()


class TestHandlers:
    async def test_know_every_fact_that_makes_something_happen(self, services: Services) -> None:
        known = handlers(services)
        assert {"ElderRegistered", "TierChanged", "AgreementFiled"} <= set(known)
        assert all(known.values())


class TestTimetable:
    async def test_has_names_of_its_own(self, services: Services) -> None:
        names = [job.name for job in timetable(services)]
        assert len(names) == len(set(names))

    async def test_forgets_answers_past_their_time(self, services: Services) -> None:
        await IdempotentAnswer.create(
            account_id=uuid7(), route="r", key=uuid7(), body_hash=b"h", created_at=MORNING - timedelta(days=181)
        )
        [job] = [job for job in timetable(services) if job.name == "erase_passed"]
        await job.run_if_due(MORNING)
        assert await IdempotentAnswer.all().count() == 0

    async def test_looks_at_birthdays_by_the_day_in_china(self, services: Services) -> None:
        clock = SetClock(MORNING)
        world = await build_world(keys=services.kernel.keys, clock=clock)
        elder_id = await world.elder(born_on=date(1946, 3, 11))
        [job] = [job for job in timetable(replace(services, kernel=world.kernel)) if job.name == "reclassify_due"]
        clock.advance(timedelta(hours=14, minutes=59))
        await job.run_if_due(clock.now())
        assert (await Elder.get(id=elder_id)).tier is PriorityTier.ROUTINE
        clock.advance(timedelta(hours=1))
        await job.run_if_due(clock.now())
        assert (await Elder.get(id=elder_id)).tier is PriorityTier.HIGH


class TestJob:
    async def test_is_done_once_in_its_time(self) -> None:
        done: list[int] = []

        async def do() -> None:
            done.append(1)

        job = Job("tick", timedelta(hours=1), do)
        for minutes in (0, 10, 59, 60, 61, 125):
            await job.run_if_due(MORNING + timedelta(minutes=minutes))
        assert len(done) == 3

    async def test_that_fails_does_not_stop_the_round_and_is_tried_in_its_time(self) -> None:
        tried: list[int] = []

        async def do() -> None:
            tried.append(1)
            raise ZeroDivisionError

        job = Job("broken", timedelta(hours=1), do)
        await job.run_if_due(MORNING)
        await job.run_if_due(MORNING + timedelta(hours=1))
        assert len(tried) == 2


class TestReady:
    async def test_tells_nothing_is_wrong(self, services: Services) -> None:
        assert await ready(services) == []

    async def test_tells_redis_is_gone(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        async def gone() -> None:
            raise ConnectionError

        monkeypatch.setattr(services.redis, "ping", gone)
        assert await ready(services) == ["redis"]
