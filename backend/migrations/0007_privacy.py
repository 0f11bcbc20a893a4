"""Consents, corrections, merged files and erasures, with their uniqueness, indexes and references."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.consents.purposes import Purpose
from backend.consents.rules import Expressed, Whose
from backend.corrections.rules import CorrectionState, FilePart
from backend.elders.rules import ErasedPart, LeaveReason
from backend.kit.ids import uuid7

_before = import_module("backend.migrations.0002_constraints")
_rollups = import_module("backend.migrations.0005_rollups")

UNIQUE = (
    ("consents", "whose, person_id, purpose, number", None),
    ("corrections", "elder_id, part, asked_by", "state = 'open'"),
    ("file_merges", "double_id", None),
    ("erasures", "elder_id, part", None),
)
INDEXES = (
    ("corrections", "asked_at, id", "state = 'open'"),
    ("readings", "elder_id, at", None),
    ("elders", "left_on", "left_on IS NOT NULL"),
)
REFERENCES = (
    ("consents", "recorded_by", "accounts"),
    ("corrections", "elder_id", "elders"),
    ("corrections", "asked_by", "accounts"),
    ("file_merges", "kept_id", "elders"),
    ("file_merges", "double_id", "elders"),
    ("erasures", "elder_id", "elders"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


async def count_anew(apps: Any, editor: Any) -> None:
    """One reason to leave more, and so tallies of another shape: what was folded in is counted as if it were not yet."""
    for table in ("village_counts", "count_changes"):
        await editor.client.execute_script(f"DELETE FROM {table}")
    await _rollups.count_what_stands(apps, editor)


class AnotherWord(ops.AlterField):
    """An enum has one more word, which only its description tells: no column changes. On SQLite Tortoise would build
    the table anew, and without the indexes made by SQL."""

    async def database_forward(self, *_: Any, **__: Any) -> None: ...


class Migration(migrations.Migration):
    dependencies = [("models", "0006_profile")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Consent",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                (
                    "whose",
                    fields.CharEnumField(description="ELDER: elder\nACCOUNT: account", enum_type=Whose, max_length=8),
                ),
                ("person_id", fields.UUIDField()),
                (
                    "purpose",
                    fields.CharEnumField(
                        description="REGISTER: register\nHEALTH: health\nPHOTOS: photos\nCALLS: calls\nSHARING: sharing\nACCOUNT: account\nWHEREABOUTS: whereabouts\nOWN_CALLS: own_calls",
                        enum_type=Purpose,
                        max_length=12,
                    ),
                ),
                ("number", fields.IntField()),
                ("given", fields.BooleanField()),
                ("text_version", fields.CharField(max_length=10)),
                (
                    "expressed",
                    fields.CharEnumField(
                        description="CLIENT: client\nSPOKEN: spoken\nHANDWRITING: handwriting\nFINGERPRINT: fingerprint",
                        enum_type=Expressed,
                        max_length=12,
                    ),
                ),
                ("witness", fields.CharField(null=True, max_length=40)),
                ("recorded_by", fields.UUIDField()),
                ("said_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "consents",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One word of one person on one purpose, a yes (`given`) or a no. The last `number` holds, none is ever changed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Correction",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                (
                    "part",
                    fields.CharEnumField(
                        description="IDENTITY: identity\nCONTACT: contact\nFAMILY: family\nHEALTH: health\nTIER: tier\nVISITS: visits\nOTHER: other",
                        enum_type=FilePart,
                        max_length=8,
                    ),
                ),
                ("words", fields.BinaryField()),
                ("asked_by", fields.UUIDField()),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "state",
                    fields.CharEnumField(
                        description="OPEN: open\nCORRECTED: corrected\nREFUSED: refused",
                        enum_type=CorrectionState,
                        max_length=10,
                    ),
                ),
                ("answer", fields.BinaryField(null=True)),
                ("answered_by", fields.UUIDField(null=True)),
                ("answered_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "corrections",
                "app": "models",
                "pk_attr": "id",
                "table_description": "`words` say what is wrong and how it should be, `answer` what was done about it or why nothing.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Erasure",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                (
                    "part",
                    fields.CharEnumField(
                        description="HEALTH: health\nFILE: file\nAGREEMENTS: agreements",
                        enum_type=ErasedPart,
                        max_length=10,
                    ),
                ),
                ("erased_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "erasures",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What of a left elder's file is erased for good, its time being over (个人信息保护法 art. 47).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="FileMerge",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("kept_id", fields.UUIDField(db_index=True)),
                ("double_id", fields.UUIDField()),
                ("merged_by", fields.UUIDField()),
                ("merged_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "file_merges",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The file `double_id` was another one of the same person: it has left, `kept_id` is the one that is kept.",
            },
            bases=["Model"],
        ),
        AnotherWord(
            model_name="Stay",
            name="left",
            field=fields.CharEnumField(
                null=True,
                description="CHILD_RETURNED: child_returned\nMOVED_AWAY: moved_away\nDIED: died\nINSTITUTION: institution\nENTERED_BY_MISTAKE: mistake\nMOVED_WITHIN: moved_within\nVILLAGE_MERGED: merged\nDOUBLE_FILE: double",
                enum_type=LeaveReason,
                max_length=14,
            ),
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(count_anew),
        ops.RunPython(add_references),
    ]
