"""Every personal column of a file either has its day, or says why it stays."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from backend.db import MODEL_MODULES
from backend.dossiers.erasing import NEUTRAL
from backend.dossiers.export import personal_columns
from backend.dossiers.retention import KEPT_FOR_GOOD, PASSING, RETENTION, WITHOUT_A_TIME, left_until
from backend.dossiers.tables import ELDER_TABLES
from backend.elders.rules import ErasedPart
from tests.test_architecture import models_of

PERSONAL = {(each.table, column) for each in ELDER_TABLES for column in personal_columns(each)}
DELETED = {table for kept in RETENTION for table in kept.deleted}


def test_each_personal_column_is_erased_once_or_kept_for_a_reason() -> None:
    told = Counter(column for kept in RETENTION for column in kept.blanked)
    told.update(KEPT_FOR_GOOD.keys())
    told.update((table, column) for table, column in PERSONAL if table in DELETED)
    assert told == Counter(PERSONAL)
    assert all(KEPT_FOR_GOOD.values())


def test_what_may_not_be_null_has_something_neutral_or_can_be_emptied() -> None:
    models: dict[str, Any] = {each.table: each.model for each in ELDER_TABLES}
    for kept in RETENTION:
        for table, column in kept.blanked:
            field = models[table]._meta.fields_map[column]
            emptied = type(field).__name__ in ("BinaryField", "CharField") or column == "born_on"
            assert field.null or (table, column) in NEUTRAL or emptied, (table, column)


def test_every_part_has_its_time_and_law() -> None:
    assert [kept.part for kept in RETENTION] == list(ErasedPart)
    assert all("法" in kept.why and kept.what and kept.years >= 1 for kept in RETENTION)


# Tasks about an elder stay with the file, those about an incident go with it.
ELDERS_TOO = {"tasks"}
PLACES = (
    {each.table for each in ELDER_TABLES},
    {each.table for each in PASSING} | {table for each in PASSING for table, _ in each.children} - ELDERS_TOO,
    set(WITHOUT_A_TIME),
)


@pytest.mark.parametrize("model", [each for module in MODEL_MODULES for each in models_of(module)])
def test_every_table_that_knows_of_persons_has_one_place(model: Any) -> None:
    """A personal column, or the id of an elder or an account: both lead to somebody."""
    table, told = model._meta.db_table, {"account_id", "elder_id", "person_id"} & set(model._meta.fields_map)
    places = sum(table in place for place in PLACES)
    assert places == 1 if model.PERSONAL or told else places <= 1, table


def test_what_passes_has_its_moment_and_its_reason() -> None:
    models: dict[str, Any] = {each._meta.db_table: each for module in MODEL_MODULES for each in models_of(module)}
    for each in PASSING:
        assert type(models[each.table]._meta.fields_map[each.moment]).__name__ == "DatetimeField"
        assert each.why
        assert each.kept >= timedelta(days=30)
        assert all(column in models[table]._meta.fields_map for table, column in each.children)
    assert WITHOUT_A_TIME.keys() <= models.keys()
    assert all(WITHOUT_A_TIME.values())


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2029, 3, 10), date(2026, 3, 10)),
        (date(2028, 2, 29), date(2025, 2, 28)),
        (date(2029, 1, 1), date(2026, 1, 1)),
    ],
)
def test_three_years_are_over_on_the_same_day(today: date, day: date) -> None:
    [file] = [kept for kept in RETENTION if kept.part is ErasedPart.FILE]
    assert left_until(file, today) == day
