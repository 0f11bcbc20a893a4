"""Every personal column of a file either has its day, or says why it stays."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from backend.dossiers.erasing import NEUTRAL
from backend.dossiers.export import personal_columns
from backend.dossiers.retention import KEPT_FOR_GOOD, RETENTION, left_until
from backend.dossiers.tables import ELDER_TABLES
from backend.elders.rules import ErasedPart

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
