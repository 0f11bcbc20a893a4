"""Phones reported lost (电子签名法 art. 15): one open report for an account at a time."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.kit.ids import uuid7

_before = import_module("backend.migrations.0002_constraints")

UNIQUE = (("phone_losses", "account_id", "bound_anew_at IS NULL"),)
INDEXES = ()
REFERENCES = (
    ("phone_losses", "account_id", "accounts"),
    ("phone_losses", "reported_by", "accounts"),
    ("phone_losses", "bound_anew_by", "accounts"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0012_duty")]

    initial = False

    operations = [
        ops.CreateModel(
            name="PhoneLoss",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("account_id", fields.UUIDField()),
                ("since", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("reported_by", fields.UUIDField()),
                ("reported_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("bound_anew_by", fields.UUIDField(null=True)),
                ("bound_anew_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "phone_losses",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A phone said to be lost since then, until the committee has bound the account anew (电子签名法 art. 15).",
            },
            bases=["Model"],
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        ops.RunPython(add_references),
    ]
