"""Every classified personal column of every table is in a person's document, or in a list with the reason why not."""

import importlib
from collections.abc import Iterator
from typing import Any

import pytest
from tortoise.models import Model

from backend.db import MODEL_MODULES
from backend.dossiers.export import FAMILY_LEAVES_OUT, HEALTH, LEFT_OUT
from backend.dossiers.tables import ACCOUNT_TABLES, ELDER_TABLES, NOT_IN_A_FILE

IN_A_FILE: dict[str, Any] = {each.table: each.model for each in (*ELDER_TABLES, *ACCOUNT_TABLES)}


def every_model() -> Iterator[Any]:
    for module in MODEL_MODULES:
        for each in vars(importlib.import_module(module)).values():
            if isinstance(each, type) and issubclass(each, Model) and each.__module__ == module:
                yield each


def personal() -> set[tuple[str, str]]:
    """Every personal column there is, as (table, column)."""
    return {(model._meta.db_table, column) for model in every_model() for column in model.PERSONAL}


@pytest.mark.parametrize("model", [model for model in every_model() if model.PERSONAL])
def test_a_table_with_a_personal_column_is_in_a_file_or_says_why_not(model: Any) -> None:
    table = model._meta.db_table
    assert (table in IN_A_FILE) is not (table in NOT_IN_A_FILE), table


def test_no_reason_is_left_over() -> None:
    assert NOT_IN_A_FILE.keys() <= {table for table, _ in personal()}
    assert LEFT_OUT.keys() | FAMILY_LEAVES_OUT.keys() | HEALTH <= personal()
    assert {table for table, _ in LEFT_OUT.keys() | FAMILY_LEAVES_OUT.keys() | HEALTH} <= IN_A_FILE.keys()
    assert all(reason for reason in (*NOT_IN_A_FILE.values(), *LEFT_OUT.values(), *FAMILY_LEAVES_OUT.values()))


def test_what_is_left_out_of_every_document_is_a_hash_or_a_secret() -> None:
    """Nothing that tells a person something of themselves may be kept back."""
    for table, column in LEFT_OUT:
        classified = IN_A_FILE[table].PERSONAL[column]
        assert classified.read_at == "nobody", (table, column)
