"""kill -9 while the product starts: the next start finds its way."""

import importlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from tortoise.migrations.operations import AddField, CreateModel, RemoveField

from backend.demo.township import neighbours
from backend.documents.keys import EvidenceKey
from backend.kit.clock import SystemClock, shanghai_day
from tests.crash.conftest import DATABASE
from tests.crash.home import KILLED, Home, Launcher, MortalProduct, Prepared, count, look, mortal_product
from tests.crash.wholeness import assert_chains_are_whole, assert_nothing_lost_or_doubled


@pytest.fixture
def empty_url(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """A database without a table."""
    if engine == "sqlite":
        return f"sqlite://{tmp_path / DATABASE}"
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


async def killed_in_starting(product: MortalProduct, moment: str, **environ: str) -> None:
    """Start it to its death."""
    product.begin(DIE_AT=moment, **environ)
    assert await product.died() == KILLED, product.log.read_text()[-3000:]


class TestFirstStart:
    """An empty database is built."""

    async def test_killed_before_a_migration_is_noted_the_next_start_builds_it(
        self, launcher: Launcher, prepared: Prepared, empty_url: str, tmp_path: Path
    ) -> None:
        shutil.copy(prepared.folder / "evidence.p12", tmp_path)
        async with mortal_product(launcher, tmp_path, empty_url) as product:
            await killed_in_starting(product, "before tortoise.migrations.recorder.MigrationRecorder.record_applied")
            await product.start()
            assert await applied(product) == MIGRATIONS

    async def test_killed_while_the_evidence_key_is_made_the_next_start_has_a_whole_one(
        self, launcher: Launcher, sqlite_url: str, tmp_path: Path
    ) -> None:
        async with mortal_product(launcher, tmp_path, sqlite_url) as product:
            await killed_in_starting(product, "before backend.documents.keys.os.link")
            await product.start()
            settings = product.settings().documents
            EvidenceKey.load(settings.evidence_key, settings.evidence_key_password)


class TestUpgrade:
    """A newer version starts on a county full of people."""

    @pytest.fixture
    async def county(self, home: Home, engine: str) -> Home:
        """The county as it was before the register's histories began, and all that came after them."""
        modules = [importlib.import_module(f"backend.migrations.{name}") for name in UNDONE]
        rollups = importlib.import_module("backend.migrations.0005_rollups")
        for name in (f"count_{table}_{each.lower()}" for table in rollups.COLUMNS for each in rollups.SIGNS):
            await look(
                home.product, f"DROP FUNCTION {name} CASCADE" if engine == "postgres" else f"DROP TRIGGER {name}"
            )
        for sql in undoing(modules, engine):
            await look(home.product, sql)
        for table in BEGUN:
            await look(home.product, f"DELETE FROM {table} RETURNING id")
        await look(home.product, f"DELETE FROM tortoise_migrations WHERE name >= '{UNDONE[0]}' RETURNING id")
        return home

    async def test_killed_half_way_the_next_start_upgrades_it_and_everybody_is_there(
        self, county: Home, engine: str
    ) -> None:
        editor = {"sqlite": "sqlite.SqliteSchemaEditor", "postgres": "base.BaseSchemaEditor"}[engine]
        moment = f"after tortoise.migrations.schema_editor.{editor}._run_sql 4"
        await self.upgraded_after_a_kill(county, moment)

    async def test_killed_before_it_is_noted_the_next_start_upgrades_it_and_everybody_is_there(
        self, county: Home
    ) -> None:
        await self.upgraded_after_a_kill(county, "before tortoise.migrations.recorder.MigrationRecorder.record_applied")

    @pytest.mark.parametrize("engine", ["sqlite"])
    async def test_killed_before_the_new_file_takes_the_old_ones_place_the_next_start_upgrades_it(
        self, county: Home
    ) -> None:
        await self.upgraded_after_a_kill(county, "before pathlib.Path.replace")

    async def upgraded_after_a_kill(self, county: Home, moment: str) -> None:
        events = await count(county.product, "audit_events")
        await killed_in_starting(county.product, moment)
        assert await count(county.product, "audit_events") == events
        await county.product.start()
        assert await applied(county.product) == MIGRATIONS
        assert await count(county.product, "audit_events") == events
        elders = await count(county.product, "elders")
        assert [await count(county.product, table) for table in BEGUN] == [elders, elders]
        await assert_nothing_lost_or_doubled(county.product)


class TestDemo:
    """The demo's township is planted."""

    @pytest.mark.parametrize("engine", ["sqlite"])
    async def test_killed_half_way_the_next_start_plants_it_whole_and_a_third_changes_nothing(
        self, launcher: Launcher, prepared: Prepared, sqlite_url: str, tmp_path: Path
    ) -> None:
        shutil.copy(prepared.folder / "evidence.p12", tmp_path)
        async with mortal_product(launcher, tmp_path, sqlite_url, DEMO="1") as product:
            await killed_in_starting(product, "before backend.demo.seed._agreement 4")
            assert await count(product, "accounts") == 0
            planted = []
            for _ in range(2):
                await product.start()
                product.kill()
                await assert_chains_are_whole(product)
                planted.append([await count(product, table) for table in TABLES])
            assert planted[0] == planted[1]
            # One of them has a second file, for the office to find.
            assert planted[0][0] == len(neighbours(shanghai_day(SystemClock().now()))) + 1


TABLES = ("elders", "accounts", "family_members", "volunteers", "agreements", "acts", "visit_reports", "calls")
# What they fill from what was there.
BEGUN = ("stays", "tier_spans")
MIGRATIONS = [path.stem for path in sorted(Path("backend/migrations").glob("0*.py"))]
UNDONE = MIGRATIONS[MIGRATIONS.index("0004_register_constraints") :]
CHANGED = {
    "Act": "acts",
    "Agreement": "agreements",
    "Call": "calls",
    "FamilyMember": "family_members",
    "Stay": "stays",
    "VisitReport": "visit_reports",
    "VisitDue": "visits_due",
    "Upload": "uploads",
    "Wish": "wishes",
}


def undoing(modules: Sequence[ModuleType], engine: str) -> Iterator[str]:
    """SQL that takes back what the migrations built: their tables, then what they added to tables of before."""
    steps = [step for module in modules for step in module.Migration.operations]
    made = [(step.options or {})["table"] for step in steps if isinstance(step, CreateModel)]
    index_name = importlib.import_module("backend.migrations.0002_constraints").index_name
    yield from (f"DROP TABLE {table}{' CASCADE' if engine == 'postgres' else ''}" for table in reversed(made))
    for module in modules:
        for prefix, rows in (("uq", module.UNIQUE), ("ix", module.INDEXES)):
            yield from (f"DROP INDEX {index_name(prefix, *row[:2])}" for row in rows if row[0] not in made)
        for table, column, _ in module.REFERENCES if engine == "postgres" else ():
            if table not in made:
                yield f"ALTER TABLE {table} DROP CONSTRAINT fk_{table}_{column}"
    for step in steps:
        if isinstance(step, AddField):
            yield f"ALTER TABLE {CHANGED[step.model_name]} DROP COLUMN {step.name}"
        if isinstance(step, RemoveField):
            # An id, empty: what it held stands elsewhere.
            kind = "UUID" if engine == "postgres" else "CHAR(36)"
            yield f"ALTER TABLE {CHANGED[step.model_name]} ADD COLUMN {step.name} {kind}"


async def applied(product: MortalProduct) -> list[str]:
    """The migrations the database has noted."""
    return [name for (name,) in await look(product, "SELECT name FROM tortoise_migrations ORDER BY name")]
