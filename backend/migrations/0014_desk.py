"""Questions of the committee about what was handed in; the desk reads what waits by age."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.agreements.questions import Asked
from backend.kit.ids import uuid7

_before = import_module("backend.migrations.0002_constraints")

UNIQUE = ()
INDEXES = (("agreements", "village_id, handed_in_at, id", "state = 'handed_in'"),)
REFERENCES = (
    ("agreement_questions", "agreement_id", "agreements"),
    ("agreement_questions", "asked_by", "accounts"),
    ("agreement_questions", "answered_by", "accounts"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0013_phone_losses")]

    initial = False

    operations = [
        ops.CreateModel(
            name="AgreementQuestion",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("agreement_id", fields.UUIDField(db_index=True)),
                (
                    "asked",
                    fields.CharEnumField(
                        description="SUPPORTERS: supporters\nCAREGIVER: caregiver\nVISITOR: visitor",
                        enum_type=Asked,
                        max_length=10,
                    ),
                ),
                ("words", fields.BinaryField()),
                ("asked_by", fields.UUIDField()),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("answer", fields.BinaryField(null=True)),
                ("answered_by", fields.UUIDField(null=True)),
                ("answered_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "agreement_questions",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What the committee wants to know before it files, and what those asked said.",
            },
            bases=["Model"],
        ),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
