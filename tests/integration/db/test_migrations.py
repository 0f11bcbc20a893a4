"""Empty to newest, twice, at once, from an older version with people in it; and the live catalog, not the models."""

import asyncio
import importlib
import os
import sqlite3
import sys
from asyncio.subprocess import PIPE
from datetime import date
from pathlib import Path

import msgspec
import pytest
from tortoise import Tortoise, fields
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget

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
)
from backend.divisions.models import Division, DivisionLevel
from backend.kit.ids import uuid7
from tests.factories.village import MORNING, build_world

CONSTRAINTS = importlib.import_module("backend.migrations.0002_constraints")


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


async def to_the_first(url: str) -> None:
    """The database as the first version left it."""
    async with open_database(url):
        executor = MigrationExecutor(connection(), tortoise_config(url)["apps"])
        await executor.migrate([MigrationTarget("models", "0001_initial")])


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
            assert await applied() == ["0001_initial", "0002_constraints"]
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
            assert await applied() == ["0001_initial", "0002_constraints"]

    async def test_that_fails_leaves_postgres_as_it_was(self, empty_postgres_url: str) -> None:
        await to_the_first(empty_postgres_url)
        async with open_database(empty_postgres_url):
            for _ in range(2):
                await Division.create(code="1", name="一", level=DivisionLevel.COUNTY, starts_on=date(2020, 1, 1))
            await execute("UPDATE divisions SET parent_id = $1", uuid7())
            before = await counts(), await indexes()
        with pytest.raises(IntegrityError):
            await migrate(empty_postgres_url)
        async with open_database(empty_postgres_url):
            assert (await counts(), await indexes()) == before
            assert await applied() == ["0001_initial"]


class TestUpgrade:
    async def test_of_a_populated_first_version_keeps_every_row(self, empty_url: str) -> None:
        await to_the_first(empty_url)
        async with open_database(empty_url):
            world = await build_world()
            await world.elder()
            before = await counts()
        await migrate(empty_url)
        async with open_database(empty_url):
            assert await counts() == before
            assert await applied() == ["0001_initial", "0002_constraints"]
            if not on_postgres():
                assert await fetch(_Name, "PRAGMA foreign_key_check") == []
        assert before["elders"] == 1
        assert sum(before.values()) > 20

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


class TestCatalog:
    async def test_holds_every_unique_index_with_its_condition(self, database: str) -> None:
        live = await indexes()
        for table, columns, condition in CONSTRAINTS.UNIQUE:
            found = live[CONSTRAINTS.index_name("uq", table, columns)]
            assert "UNIQUE" in found
            assert ("WHERE" in found) is (condition is not None)

    async def test_holds_every_other_index(self, database: str) -> None:
        live = await indexes()
        for table, columns, condition in CONSTRAINTS.INDEXES:
            assert ("WHERE" in live[CONSTRAINTS.index_name("ix", table, columns)]) is (condition is not None)

    async def test_holds_every_reference_on_postgres_and_none_that_deletes(self, postgres_url: str) -> None:
        async with open_database(postgres_url):
            rows = await fetch(
                _Index,
                "SELECT conname AS name, pg_get_constraintdef(oid) AS definition"
                " FROM pg_constraint WHERE contype = 'f'",
            )
        live = {row.name: row.definition for row in rows}
        wanted = {f"fk_{table}_{column}" for table, column, _ in CONSTRAINTS.REFERENCES}
        assert set(live) == wanted
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
