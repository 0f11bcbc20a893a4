"""Who wrote down that a stay ended, and where the elder went; a list of those who left reads stays by their end."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

_before = import_module("backend.migrations.0002_constraints")

UNIQUE = ()
INDEXES = (("stays", "ends_on, id", "ends_on IS NOT NULL"),)
REFERENCES = (("stays", "ended_by", "accounts"),)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0009_inflow")]

    initial = False

    operations = [
        ops.AddField(model_name="Stay", name="ended_by", field=fields.UUIDField(null=True)),
        ops.AddField(model_name="Stay", name="where_to", field=fields.BinaryField(null=True)),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
