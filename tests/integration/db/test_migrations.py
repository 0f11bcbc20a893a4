"""Empty to newest, twice, at once, from an older version with people in it; and the live catalog, not the models."""

import asyncio
import importlib
import os
import sqlite3
import sys
from asyncio.subprocess import PIPE
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tortoise import Tortoise, fields
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationTarget

from backend.db import (
    IntegrityError,
    MigrationBrokeReferences,
    connection,
    execute,
    fetch,
    migrate,
    on_postgres,
    open_database,
    tortoise_config,
    transaction,
)
from backend.divisions.models import Division
from backend.elders.models import Elder, Stay, TierSpan
from backend.elders.rules import EntryReason, PriorityTier, TierCause
from backend.kit.ids import uuid7
from backend.kit.states import Migrations
from tests.factories.village import MORNING, World, build_world

MIGRATIONS = sorted(path.stem for path in Path("backend/migrations").glob("0*.py"))
CONSTRAINTS = [
    module
    for name in MIGRATIONS
    if hasattr(module := importlib.import_module(f"backend.migrations.{name}"), "REFERENCES")
]
LATE_EVENING = datetime(2026, 3, 20, 17, tzinfo=UTC)
"""One o'clock of the next morning in China."""
index_name = CONSTRAINTS[0].index_name
# What a migration fills from what was there.
BEGUN = {"stays", "tier_spans", "count_changes"}


class _Name(msgspec.Struct, frozen=True):
    name: str


class _Index(msgspec.Struct, frozen=True):
    name: str
    definition: str


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without a table."""
    if request.param == "sqlite":
        return f"sqlite://{tmp_path / 'empty.sqlite3'}"
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


async def applied() -> list[str]:
    rows = await fetch(_Name, "SELECT name FROM tortoise_migrations ORDER BY name")
    return [row.name for row in rows]


async def indexes() -> dict[str, str]:
    """The definitions of the live indexes by name, in one spelling."""
    if on_postgres():
        sql = "SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public'"
    else:
        sql = "SELECT name, sql AS definition FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    return {row.name: row.definition for row in await fetch(_Index, sql)}


async def to_version(url: str, name: str) -> None:
    """The database as an earlier version left it."""
    async with open_database(url):
        executor = Migrations(connection(), tortoise_config(url)["apps"])
        await executor.migrate([MigrationTarget("models", name)])


async def to_the_first(url: str) -> None:
    """The database as the first version left it."""
    await to_version(url, MIGRATIONS[0])


A_DIVISION = "INSERT INTO divisions (id, code, name, level, starts_on) VALUES ($1, '1', '一', 'county', $2)"


Rows = dict[str, list[dict[str, object]]]


async def a_peopled_county(newest_url: str) -> Rows:
    """Rows by table of a small world: an elder of long ago, one of late last evening, and one who has left."""
    async with open_database(newest_url):
        world = await build_world()
        await world.elder()
        world.clock.advance(LATE_EVENING - MORNING)
        await world.elder(village=world.neighbour, tier=PriorityTier.HIGH)
        gone = await world.elder()
        await Elder.filter(id=gone).update(left_on=date(2026, 4, 1))
        apps = Tortoise.apps
        assert apps is not None
        models = apps.get_models_iterable()
        return {model._meta.db_table: await model.all().values() for model in models}


async def columns_of(table: str) -> list[str]:
    """Of the live table; none when there is no such table."""
    if on_postgres():
        sql = f"SELECT column_name AS name FROM information_schema.columns WHERE table_name = '{table}'"
    else:
        sql = f"SELECT name FROM pragma_table_info('{table}')"
    return [row.name for row in await fetch(_Name, sql)]


async def fill(rows: Rows) -> None:
    """Write what of the rows an earlier version has tables and columns for, in no order that references ask for."""
    async with transaction():
        if on_postgres():
            await execute("SET LOCAL session_replication_role = replica")
        for table, found in rows.items():
            columns = await columns_of(table)
            for row in found if columns else ():
                numbered = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
                names = ", ".join(f'"{name}"' for name in columns)
                values = [str(row[name]) if isinstance(row[name], StrEnum) else row[name] for name in columns]
                await execute(f'INSERT INTO "{table}" ({names}) VALUES ({numbered})', *values)


async def counts() -> dict[str, int]:
    """Rows by table."""
    sql = (
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
        if on_postgres()
        else "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    found = {}
    for row in await fetch(_Name, sql):
        if row.name != "tortoise_migrations":
            [each] = await fetch(_Number, f'SELECT COUNT(*) AS number FROM "{row.name}"')
            found[row.name] = each.number
    return found


class _Number(msgspec.Struct, frozen=True):
    number: int


class TestMigrate:
    async def test_brings_an_empty_database_to_the_newest_and_again_changes_nothing(
        self, empty_url: str, tmp_path: Path
    ) -> None:
        await migrate(empty_url)
        async with open_database(empty_url):
            assert await applied() == MIGRATIONS
            await build_world()
            before = await counts(), await indexes()
            assert before[0]["divisions"] == 4
        await migrate(empty_url)
        async with open_database(empty_url):
            assert (await counts(), await indexes()) == before
        assert not any(name.endswith(".before-migration") for name in os.listdir(tmp_path))

    async def test_by_two_processes_at_once_is_done_once(self, empty_postgres_url: str) -> None:
        environ = {**os.environ, "DATABASE_URL": empty_postgres_url}
        command = [sys.executable, "-m", "backend.migrations"]
        both = [await asyncio.create_subprocess_exec(*command, env=environ, stderr=PIPE) for _ in range(2)]
        said = [(await each.communicate())[1] for each in both]
        assert [each.returncode for each in both] == [0, 0], said
        async with open_database(empty_postgres_url):
            assert await applied() == MIGRATIONS

    async def test_that_fails_leaves_postgres_as_it_was(self, empty_postgres_url: str) -> None:
        await to_the_first(empty_postgres_url)
        async with open_database(empty_postgres_url):
            for _ in range(2):
                await execute(A_DIVISION, uuid7(), date(2020, 1, 1))
            await execute("UPDATE divisions SET parent_id = $1", uuid7())
            before = await counts(), await indexes()
        with pytest.raises(IntegrityError):
            await migrate(empty_postgres_url)
        async with open_database(empty_postgres_url):
            assert (await counts(), await indexes()) == before
            assert await applied() == ["0001_initial"]


class TestUpgrade:
    @pytest.mark.parametrize("version", MIGRATIONS[:2])
    async def test_of_a_populated_earlier_version_keeps_every_row(
        self, empty_url: str, version: str, sqlite_url: str
    ) -> None:
        people = await a_peopled_county(sqlite_url)
        await to_version(empty_url, version)
        async with open_database(empty_url):
            await fill(people)
            before = await counts()
        await migrate(empty_url)
        async with open_database(empty_url):
            after = await counts()
            assert {table: after[table] for table in before} == before
            assert {table for table in after.keys() - before.keys() if after[table]} == BEGUN
            assert await applied() == MIGRATIONS
            if not on_postgres():
                assert await fetch(_Name, "PRAGMA foreign_key_check") == []
        assert before["elders"] == 3
        assert sum(before.values()) > 20

    async def test_gives_each_elder_the_first_stay_and_tier(self, empty_url: str, sqlite_url: str) -> None:
        people = await a_peopled_county(sqlite_url)
        await to_version(empty_url, MIGRATIONS[1])
        async with open_database(empty_url):
            await fill(people)
        await migrate(empty_url)
        async with open_database(empty_url):
            for elder in await Elder.all():
                came_on = {MORNING: date(2026, 3, 10), LATE_EVENING: date(2026, 3, 21)}[elder.registered_at]
                stay, span = await Stay.get(elder_id=elder.id), await TierSpan.get(elder_id=elder.id)
                assert (stay.village_id, stay.starts_on, stay.ends_on) == (elder.village_id, came_on, elder.left_on)
                assert (stay.entered, stay.left is None) == (EntryReason.FOUND, elder.left_on is None)
                assert (span.tier, span.starts_on, span.ends_on) == (elder.tier, came_on, elder.left_on)
                assert (span.reasons, span.missing, span.cause) == ("[]", "[]", TierCause.REGISTERED)
            assert await Stay.filter(ends_on=None).count() == 2

    async def test_copies_the_file_first_with_what_only_its_journal_holds(self, tmp_path: Path) -> None:
        path = tmp_path / "reunion.sqlite3"
        await to_the_first(f"sqlite://{path}")
        # Another program that was killed leaves its last writes in the journal beside the file.
        left = sqlite3.connect(path)
        left.execute("PRAGMA wal_autocheckpoint = 0")
        left.execute(
            "INSERT INTO divisions (id, code, name, level, starts_on) VALUES (?, '1', '一', 'county', '2020-01-01')",
            (str(uuid7()),),
        )
        left.commit()
        await migrate(f"sqlite://{path}")
        left.close()
        copied = sqlite3.connect(tmp_path / "reunion.before-migration")
        assert copied.execute("SELECT name FROM divisions").fetchall() == [("一",)]
        assert copied.execute("SELECT name FROM tortoise_migrations").fetchall() == [("0001_initial",)]
        copied.close()

    async def test_that_breaks_references_leaves_the_file_as_it_was(self, tmp_path: Path) -> None:
        path = tmp_path / "reunion.sqlite3"
        await to_the_first(f"sqlite://{path}")
        left = sqlite3.connect(path)
        left.execute("CREATE TABLE strays (of TEXT REFERENCES divisions (id))")
        left.execute("INSERT INTO strays VALUES ('nobody')")
        left.commit()
        with pytest.raises(MigrationBrokeReferences):
            await migrate(f"sqlite://{path}")
        assert left.execute("SELECT name FROM tortoise_migrations").fetchall() == [("0001_initial",)]
        left.close()
        assert not any(name.endswith(".before-migration") for name in os.listdir(tmp_path))


DROPPED = {name for each in CONSTRAINTS for name in getattr(each, "DROPPED", ())}


class TestCatalog:
    async def test_holds_every_unique_index_with_its_condition(self, database: str) -> None:
        live = await indexes()
        for table, columns, condition in chain.from_iterable(each.UNIQUE for each in CONSTRAINTS):
            if index_name("uq", table, columns) in DROPPED:
                continue
            found = live[index_name("uq", table, columns)]
            assert "UNIQUE" in found
            assert ("WHERE" in found) is (condition is not None)

    async def test_holds_every_other_index(self, database: str) -> None:
        live = await indexes()
        for table, columns, condition in chain.from_iterable(each.INDEXES for each in CONSTRAINTS):
            assert ("WHERE" in live[index_name("ix", table, columns)]) is (condition is not None)

    async def test_holds_every_reference_on_postgres_and_none_that_deletes(self, postgres_url: str) -> None:
        async with open_database(postgres_url):
            rows = await fetch(
                _Index,
                "SELECT conname AS name, pg_get_constraintdef(oid) AS definition"
                " FROM pg_constraint WHERE contype = 'f'",
            )
        live = {row.name: row.definition for row in rows}
        wanted = {f"fk_{table}_{column}" for each in CONSTRAINTS for table, column, _ in each.REFERENCES}
        assert set(live) == wanted - DROPPED
        assert all("ON DELETE RESTRICT" in definition for definition in live.values())

    async def test_refuses_a_second_of_what_may_be_once(self, database: str) -> None:
        insert = "INSERT INTO accounts (id, name, login, created_at) VALUES ($1, '赵', $2, $3)"
        await execute(insert, uuid7(), "zhao", MORNING)
        await execute(insert, uuid7(), None, MORNING)
        await execute(insert, uuid7(), None, MORNING)
        with pytest.raises(IntegrityError):
            await execute(insert, uuid7(), "zhao", MORNING)

    async def test_lets_what_has_ended_come_again(self, database: str) -> None:
        world = await build_world()
        elder_id, number = await world.elder(), b"hash of a number"
        await execute(
            "UPDATE elders SET id_number_hash = $2, left_on = $3 WHERE id = $1", elder_id, number, MORNING.date()
        )
        other = await world.elder()
        await execute("UPDATE elders SET id_number_hash = $2 WHERE id = $1", other, number)
        with pytest.raises(IntegrityError):
            await execute("UPDATE elders SET left_on = NULL WHERE id = $1", elder_id)

    async def test_lets_an_elder_stand_once_on_a_register_and_in_one_tier(self, world: World) -> None:
        elder_id = await world.elder()
        today, now = MORNING.date(), MORNING
        dates: dict[str, Any] = {"elder_id": elder_id, "starts_on": today, "recorded_at": now}
        stay: dict[str, Any] = {**dates, "village_id": world.neighbour.id, "entered": EntryReason.FOUND}
        tier: dict[str, Any] = {
            **dates,
            "tier": PriorityTier.HIGH,
            "reasons": "[]",
            "missing": "[]",
            "cause": TierCause.REGISTERED,
        }
        await Stay.create(ends_on=today, **stay)
        await TierSpan.filter(elder_id=elder_id).update(ends_on=today)
        await TierSpan.create(**tier)
        with pytest.raises(IntegrityError):
            await Stay.create(**stay)
        with pytest.raises(IntegrityError):
            await TierSpan.create(**tier)


class TestModels:
    async def test_say_nothing_that_no_migration_does(self, sqlite_url: str) -> None:
        async with open_database(sqlite_url):
            apps = Tortoise.apps
            assert apps is not None
            writers = await MigrationAutodetector(apps, tortoise_config(sqlite_url)["apps"]).changes()
            assert [str(operation) for writer in writers for operation in writer.operations] == []

    async def test_would_be_found_saying_more(self, sqlite_url: str) -> None:
        async with open_database(sqlite_url):
            apps = Tortoise.apps
            assert apps is not None
            meta = Division._meta
            added = fields.IntField(null=True)
            added.model_field_name = "extra"
            meta.fields_map["extra"] = added
            meta.fields_db_projection["extra"] = "extra"
            try:
                writers = await MigrationAutodetector(apps, tortoise_config(sqlite_url)["apps"]).changes()
                assert writers
            finally:
                del meta.fields_map["extra"], meta.fields_db_projection["extra"]
