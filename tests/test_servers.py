"""The servers the tests stand on are there, are ours, and are gone afterwards."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from dataclasses import replace
from datetime import date

import asyncpg
import pytest
from redis import asyncio as aioredis

from backend.db import execute, open_database
from backend.elders.models import Elder
from backend.policies.models import Policy
from tests.api.ledger import Ledger, changed
from tests.servers.clean_databases import CleanDatabases
from tests.servers.coturn import Coturn
from tests.servers.postgres import Postgres, postgres_server
from tests.servers.processes import answers
from tests.servers.redis import redis_server
from tests.waiting import NeverHappened, until


class TestPostgres:
    async def test_gives_each_test_an_empty_database(self, empty_postgres_url: str) -> None:
        connection = await asyncpg.connect(empty_postgres_url)
        await connection.execute("CREATE TABLE elder (id int)")
        tables = await connection.fetchval("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        await connection.close()
        assert tables == 1

    async def test_gives_each_test_a_migrated_database(self, postgres_url: str) -> None:
        connection = await asyncpg.connect(postgres_url)
        assert await connection.fetchval("SELECT count(*) FROM elders") == 0
        await connection.close()

    async def test_copies_a_template_whole(self, postgres: Postgres) -> None:
        async def build(url: str) -> None:
            connection = await asyncpg.connect(url)
            await connection.execute("CREATE TABLE elder AS SELECT 7 AS id")
            await connection.close()

        await postgres.make_template("one_elder", build)
        async with postgres.database("one_elder") as url:
            connection = await asyncpg.connect(url)
            assert await connection.fetchval("SELECT id FROM elder") == 7
            await connection.close()

    async def test_a_database_left_in_order_is_used_again_empty(self, clean_databases: CleanDatabases) -> None:
        databases = replace(clean_databases, _spare=[])
        async with databases.one() as url, open_database(url):
            await Policy.create(name="visit_rhythm", value="{}", starts_on=date(2026, 1, 1))
        async with databases.one() as again, open_database(again):
            assert again == url
            assert await Policy.all().count() == 0

    @pytest.mark.parametrize(
        "change",
        [
            "DROP TABLE anchors",
            "CREATE INDEX more ON elders (name)",
            "ALTER TABLE elders ALTER COLUMN name DROP NOT NULL",
        ],
    )
    async def test_a_database_changed_in_shape_is_not_used_again(
        self, clean_databases: CleanDatabases, change: str
    ) -> None:
        databases = replace(clean_databases, _spare=[])
        async with databases.one() as url, open_database(url):
            await execute(change)
        async with databases.one() as another:
            assert another != url

    async def test_drops_a_database_somebody_still_holds_open(self, postgres: Postgres) -> None:
        async with postgres.database() as url:
            connection = await asyncpg.connect(url)
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
            await connection.fetchval("SELECT 1")
        connection.terminate()


class TestRunsCutShort:
    async def test_leave_no_server_behind_though_somebody_is_connected(self) -> None:
        command = [
            sys.executable,
            "-c",
            "import asyncio; from tests.test_servers import hold_open; asyncio.run(hold_open())",
        ]
        run = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
        assert run.stdout
        port = int(await run.stdout.readline())
        connection = await asyncpg.connect(f"postgres://postgres@127.0.0.1:{port}/postgres")
        run.kill()
        await run.wait()

        async def gone() -> bool:
            return not await answers(port)

        await until(gone)
        connection.terminate()


async def hold_open() -> None:
    """Start a server, say its port, and never come to an end."""
    async with postgres_server() as server:
        sys.stdout.write(f"{server.port}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


class TestSqlite:
    async def test_gives_each_test_a_migrated_file(self, sqlite_url: str) -> None:
        async with open_database(sqlite_url):
            assert await Elder.all().count() == 0


class TestRedis:
    async def test_runs_scripts(self, redis_url: str) -> None:
        async with aioredis.Redis.from_url(redis_url) as client:
            assert await client.eval("return 7", 0) == 7

    async def test_is_gone_after_its_block(self) -> None:
        async with redis_server() as url:
            port = int(url.removeprefix("redis://127.0.0.1:").removesuffix("/0"))
            assert await answers(port)
        assert not await answers(port)


class TestCoturn:
    async def test_listens(self, coturn: Coturn) -> None:
        assert await answers(coturn.port)


class TestUntil:
    async def test_returns_the_first_truthy_answer(self) -> None:
        replies = iter([0, None, "ready"])
        assert await until(lambda: next(replies)) == "ready"

    async def test_names_the_check_that_never_came_true(self) -> None:
        def the_cows_come_home() -> bool:
            return False

        with pytest.raises(NeverHappened, match="the_cows_come_home"):
            await until(the_cows_come_home, timeout=0.05)


class TestLedger:
    async def test_sees_a_row_come_change_and_go_and_nothing_else(self, database: str) -> None:
        ledger = Ledger(database)
        try:
            before = await ledger.digests()
            assert changed(before, await ledger.digests()) == []
            policy = await Policy.create(name="visit_rhythm", value="{}", starts_on=date(2026, 1, 1))
            with_it = await ledger.digests()
            assert changed(before, with_it) == ["policies"]
            await Policy.filter(id=policy.id).update(value="[]")
            assert changed(with_it, await ledger.digests()) == ["policies"]
            await policy.delete()
            assert changed(before, await ledger.digests()) == []
        finally:
            await ledger.close()
