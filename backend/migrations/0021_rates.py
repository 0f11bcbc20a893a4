"""Absences, spot checks and their draws, questions about entries."""

from importlib import import_module
from typing import Any
from uuid import uuid4

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.elders.rules import AbsenceReason
from backend.kit.ids import uuid7
from backend.visits.drawing import Compared, SpotResult, Told
from backend.visits.signals import Signal

_before = import_module("backend.migrations.0002_constraints")

UNIQUE = (
    ("absences", "elder_id", "ends_on IS NULL"),
    ("spot_draws", "division_id, month", None),
    ("spot_checks", "draw_id, report_id", None),
    ("quality_questions", "occasion", None),
)
INDEXES = (
    ("absences", "starts_on, elder_id", None),
    ("spot_checks", "village_id, draw_id", None),
    ("note_marks", "words_hash", None),
    ("quality_questions", "village_id, raised_at", None),
)
REFERENCES = (
    ("absences", "elder_id", "elders"),
    ("absences", "recorded_by", "accounts"),
    ("absences", "ended_by", "accounts"),
    ("spot_draws", "division_id", "divisions"),
    ("spot_draws", "seeded_by", "accounts"),
    ("spot_checks", "draw_id", "spot_draws"),
    ("spot_checks", "report_id", "visit_reports"),
    ("spot_checks", "elder_id", "elders"),
    ("spot_checks", "village_id", "divisions"),
    ("spot_checks", "checked_by", "accounts"),
    ("note_marks", "report_id", "visit_reports"),
    ("quality_questions", "village_id", "divisions"),
    ("quality_questions", "visitor_id", "accounts"),
    ("quality_questions", "answered_by", "accounts"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0020_pieces")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Absence",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                (
                    "reason",
                    fields.CharEnumField(
                        description="HOSPITAL: hospital\nAWAY: away\nWITH_CHILD: with_child",
                        enum_type=AbsenceReason,
                        max_length=10,
                    ),
                ),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField(null=True)),
                ("recorded_by", fields.UUIDField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_by", fields.UUIDField(null=True)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "absences",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The elder is not at home from `starts_on` until the day before `ends_on`, and no two at a time.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="NoteMark",
            fields=[
                ("report_id", fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
                ("words_hash", fields.BinaryField()),
            ],
            options={
                "table": "note_marks",
                "app": "models",
                "pk_attr": "report_id",
                "table_description": "A keyed hash of the words of a report's note, by which the same words are known without reading them.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="QualityQuestion",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                (
                    "kind",
                    fields.CharEnumField(
                        description="BULK: bulk\nSAME_WORDS: same_words\nTRAVEL: travel\nSHORT: short",
                        enum_type=Signal,
                        max_length=10,
                    ),
                ),
                ("village_id", fields.UUIDField()),
                ("visitor_id", fields.UUIDField()),
                ("month", fields.DateField()),
                ("report_ids", fields.TextField(unique=False)),
                ("occasion", fields.UUIDField()),
                ("raised_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("answer", fields.BinaryField(null=True)),
                ("answered_by", fields.UUIDField(null=True)),
                ("answered_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "quality_questions",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A question to the township about a visitor's entries of a village (R082), and what came of asking.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SpotCheck",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("draw_id", fields.UUIDField()),
                ("report_id", fields.UUIDField(db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("village_id", fields.UUIDField()),
                (
                    "result",
                    fields.CharEnumField(
                        null=True, description="MET: met\nUNREACHABLE: unreachable", enum_type=SpotResult, max_length=11
                    ),
                ),
                (
                    "came",
                    fields.CharEnumField(
                        null=True, description="YES: yes\nNO: no\nUNSURE: unsure", enum_type=Told, max_length=6
                    ),
                ),
                ("came_on", fields.DateField(null=True)),
                ("minutes", fields.IntField(null=True)),
                (
                    "there",
                    fields.CharEnumField(
                        null=True,
                        description="AGREES: agrees\nDIFFERS: differs\nUNKNOWN: unknown",
                        enum_type=Compared,
                        max_length=7,
                    ),
                ),
                (
                    "day",
                    fields.CharEnumField(
                        null=True,
                        description="AGREES: agrees\nDIFFERS: differs\nUNKNOWN: unknown",
                        enum_type=Compared,
                        max_length=7,
                    ),
                ),
                (
                    "length",
                    fields.CharEnumField(
                        null=True,
                        description="AGREES: agrees\nDIFFERS: differs\nUNKNOWN: unknown",
                        enum_type=Compared,
                        max_length=7,
                    ),
                ),
                ("opinion", fields.BinaryField(null=True)),
                ("checked_by", fields.UUIDField(null=True)),
                ("checked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "spot_checks",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One drawn report, and what the elder said of the visit, written once. `there`, `day` and `length` are what the",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SpotDraw",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("division_id", fields.UUIDField()),
                ("month", fields.DateField()),
                ("share", fields.TextField(unique=False)),
                ("random", fields.BinaryField()),
                ("anchor", fields.BinaryField()),
                ("seed", fields.CharField(max_length=64)),
                ("seeded_by", fields.UUIDField()),
                ("seeded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("drawn_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reports", fields.IntField(null=True)),
                ("reports_hash", fields.CharField(null=True, max_length=64)),
            ],
            options={
                "table": "spot_draws",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The draw of one place's reports of a month (R079). `seed` is fixed and on the trail before anything is drawn",
            },
            bases=["Model"],
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
