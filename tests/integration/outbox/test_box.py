"""Facts are put with the change, claimed once at a time, handled at least once, and given up on visibly."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest

from backend.db import execute, transaction
from backend.kit.ids import uuid7
from backend.outbox.box import LEASE, TRIES, Entry, Fact, Handler, claim, drain, put, revive
from backend.outbox.models import OutboxEntry
from tests.factories.village import World


class KettleBoiled(Fact, frozen=True):
    """Something happened."""

    kettle_id: UUID


class CatFed(Fact, frozen=True):
    """Something else happened."""

    cat_id: UUID


class Ear:
    """Hears entries, in order; breaks on those it was told to."""

    def __init__(self) -> None:
        self.heard: list[UUID] = []
        self.breaks_on: set[UUID] = set()

    async def hear(self, entry: Entry) -> None:
        if entry.id in self.breaks_on:
            raise ConnectionError("secret detail")
        self.heard.append(entry.id)

    @property
    def handlers(self) -> dict[str, tuple[Handler, ...]]:
        return {"KettleBoiled": (self.hear,), "CatFed": (self.hear,)}


@pytest.fixture
def ear() -> Ear:
    return Ear()


async def boil(world: World, times: int) -> list[UUID]:
    """Entries put one after the other."""
    return [await put(world.kernel, KettleBoiled(kettle_id=uuid7())) for _ in range(times)]


class TestPut:
    async def test_is_told_after_the_change_is_committed_and_not_before(self, world: World, ear: Ear) -> None:
        async with transaction():
            [entry] = await boil(world, 1)
        assert await drain(world.kernel, ear.handlers) == 1
        assert ear.heard == [entry]

    async def test_is_not_told_while_the_change_is_under_way(self, postgres_world: World, ear: Ear) -> None:
        put_in, go_on = asyncio.Event(), asyncio.Event()

        async def change() -> None:
            async with transaction():
                await boil(postgres_world, 1)
                put_in.set()
                await go_on.wait()

        changing = asyncio.create_task(change())
        await put_in.wait()
        assert await drain(postgres_world.kernel, ear.handlers) == 0
        go_on.set()
        await changing
        assert await drain(postgres_world.kernel, ear.handlers) == 1

    async def test_is_undone_with_the_change(self, world: World, ear: Ear) -> None:
        async def refused() -> None:
            async with transaction():
                await boil(world, 1)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await refused()
        assert await drain(world.kernel, ear.handlers) == 0

    async def test_waits_until_it_is_due(self, world: World, ear: Ear) -> None:
        due_at = world.clock.now() + timedelta(minutes=5)
        await put(world.kernel, CatFed(cat_id=uuid7()), due_at=due_at)
        assert await drain(world.kernel, ear.handlers) == 0
        world.clock.advance(timedelta(minutes=5))
        assert await drain(world.kernel, ear.handlers) == 1

    async def test_comes_back_as_the_fact_it_was(self, world: World) -> None:
        fact = KettleBoiled(kettle_id=uuid7())
        await put(world.kernel, fact)
        [entry] = await claim(world.clock.now())
        assert entry.topic == "KettleBoiled"
        assert entry.fact(KettleBoiled) == fact


class TestClaim:
    async def test_gives_each_entry_to_one_of_several_dispatchers(self, world: World) -> None:
        put_in = set(await boil(world, 60))
        claims = await asyncio.gather(*(claim(world.clock.now(), limit=20) for _ in range(4)))
        counted = Counter(entry.id for claimed in claims for entry in claimed)
        assert set(counted) <= put_in
        assert set(counted.values()) == {1}
        rest = await claim(world.clock.now())
        assert set(counted) | {entry.id for entry in rest} == put_in

    async def test_takes_the_oldest_first_and_gives_them_in_order(self, world: World) -> None:
        put_in = []
        for _ in range(30):
            put_in += await boil(world, 1)
            world.clock.advance(timedelta(seconds=1))
        # PostgreSQL lays a changed row at the end of its table.
        for entry in (put_in[3], put_in[0], put_in[7]):
            await execute("UPDATE outbox_entries SET tries = 0 WHERE id = $1", entry)
        claimed = await claim(world.clock.now(), limit=25)
        assert [entry.id for entry in claimed] == put_in[:25]

    async def test_leases_no_more_than_it_was_asked_for_however_postgresql_joins(self, postgres_world: World) -> None:
        await boil(postgres_world, 30)
        async with transaction():
            for way in ("hashjoin", "mergejoin", "hashagg", "sort", "material"):
                await execute(f"SET LOCAL enable_{way} = off")
            assert len(await claim(postgres_world.clock.now(), limit=7)) == 7

    async def test_again_gives_nothing_while_the_lease_lasts_and_everything_after(self, world: World) -> None:
        await boil(world, 3)
        assert [entry.tries for entry in await claim(world.clock.now())] == [1, 1, 1]
        world.clock.advance(LEASE - timedelta(seconds=1))
        assert await claim(world.clock.now()) == []
        world.clock.advance(timedelta(seconds=2))
        assert [entry.tries for entry in await claim(world.clock.now())] == [2, 2, 2]


class TestDrain:
    async def test_by_two_dispatchers_handles_each_entry_once(self, world: World, ear: Ear) -> None:
        put_in = await boil(world, 80)

        async def dispatch() -> None:
            while await drain(world.kernel, ear.handlers, limit=7):
                pass

        await asyncio.gather(dispatch(), dispatch())
        assert sorted(ear.heard) == sorted(put_in)
        assert await OutboxEntry.filter(done_at=None).count() == 0

    async def test_of_an_entry_nobody_listens_to_is_done_with_it(self, world: World) -> None:
        await boil(world, 1)
        assert await drain(world.kernel, {}) == 1
        assert await OutboxEntry.filter(done_at=None).count() == 0

    async def test_goes_on_past_a_failing_entry(self, world: World, ear: Ear) -> None:
        first, second, third = await boil(world, 3)
        ear.breaks_on = {second}
        await drain(world.kernel, ear.handlers)
        assert ear.heard == [first, third]

    async def test_tries_again_each_time_later_and_not_all_at_one_moment(self, world: World, ear: Ear) -> None:
        put_in = await boil(world, 40)
        ear.breaks_on = set(put_in)
        waits: list[timedelta] = []
        for tries in range(1, 4):
            now = world.clock.now()
            await drain(world.kernel, ear.handlers)
            due = [entry.due_at - now for entry in await OutboxEntry.all()]
            assert all(timedelta(seconds=0.5 * 2**tries) <= wait <= timedelta(seconds=1.5 * 2**tries) for wait in due)
            assert len(set(due)) > 20
            waits.append(max(due))
            assert await drain(world.kernel, ear.handlers) == 0
            world.clock.advance(max(due) + timedelta(seconds=1))
        assert waits == sorted(waits)
        ear.breaks_on = set()
        await drain(world.kernel, ear.handlers)
        assert sorted(ear.heard) == sorted(put_in)

    async def test_gives_up_after_so_many_tries_visibly_and_can_be_asked_again(self, world: World, ear: Ear) -> None:
        [entry] = await boil(world, 1)
        ear.breaks_on = {entry}
        for _ in range(TRIES):
            assert await drain(world.kernel, ear.handlers) == 1
            world.clock.advance(timedelta(hours=1))
        assert await drain(world.kernel, ear.handlers) == 0
        dead = await OutboxEntry.get(id=entry)
        assert dead.dead_at is not None
        assert (dead.tries, dead.last_error) == (TRIES, "ConnectionError")

        ear.breaks_on = set()
        await revive(entry, world.clock.now())
        assert await drain(world.kernel, ear.handlers) == 1
        assert ear.heard == [entry]

    async def test_revives_only_the_dead(self, world: World, ear: Ear) -> None:
        [entry] = await boil(world, 1)
        await drain(world.kernel, ear.handlers)
        await revive(entry, world.clock.now())
        assert await drain(world.kernel, ear.handlers) == 0

    async def test_that_was_killed_half_way_is_taken_up_by_the_next(self, world: World, ear: Ear) -> None:
        put_in = await boil(world, 3)
        stuck = asyncio.Event()

        async def hang(entry: Entry) -> None:
            stuck.set()
            await asyncio.Event().wait()

        first = asyncio.create_task(drain(world.kernel, {"KettleBoiled": (hang,)}))
        await stuck.wait()
        first.cancel()
        await asyncio.wait([first])
        assert await drain(world.kernel, ear.handlers) == 0
        world.clock.advance(LEASE + timedelta(seconds=1))
        assert await drain(world.kernel, ear.handlers) == 3
        assert ear.heard == put_in
