"""Who visits whom, occasions beside the rhythm, written notices of the visitor; the overdue of a village in order."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.kit.ids import uuid7
from backend.visits.assignments import AssignmentKind, NoticeTo, VisitorKind
from backend.visits.occasions import OccasionKind

_before = import_module("backend.migrations.0002_constraints")

UNIQUE = (
    ("visit_assignments", "elder_id, kind", "ended_at IS NULL"),
    ("visit_occasions", "elder_id, source_id", None),
    ("visitor_notices", "assignment_id", "recipient = 'elder'"),
    ("visitor_notices", "assignment_id, member_id", "member_id IS NOT NULL"),
)
INDEXES = (
    ("visit_assignments", "visitor_id, kind", "ended_at IS NULL"),
    ("visits_due", "village_id, due_on, elder_id", None),
)
REFERENCES = (
    ("visit_assignments", "elder_id", "elders"),
    ("visit_assignments", "visitor_id", "accounts"),
    ("visit_assignments", "started_by", "accounts"),
    ("visit_occasions", "elder_id", "elders"),
    ("visitor_notices", "assignment_id", "visit_assignments"),
    ("visitor_notices", "elder_id", "elders"),
    ("visitor_notices", "member_id", "family_members"),
)

# Whoever has left is due nowhere; for all others the index needs to know where they stand.
FORGET_LEFT = "DELETE FROM visits_due WHERE elder_id IN (SELECT id FROM elders WHERE left_on IS NOT NULL)"
FILL = "UPDATE visits_due SET village_id = (SELECT e.village_id FROM elders e WHERE e.id = visits_due.elder_id)"


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0015_agreement_notices")]

    initial = False

    operations = [
        ops.CreateModel(
            name="VisitAssignment",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("visitor_id", fields.UUIDField()),
                (
                    "kind",
                    fields.CharEnumField(
                        description="RESPONSIBLE: responsible\nCADRE: cadre", enum_type=AssignmentKind, max_length=11
                    ),
                ),
                (
                    "visitor_kind",
                    fields.CharEnumField(
                        description="COMMITTEE_MEMBER: committee_member\nCADRE: cadre\nSOCIAL_WORKER: social_worker\nVOLUNTEER: volunteer\nKIN: kin",
                        enum_type=VisitorKind,
                        max_length=16,
                    ),
                ),
                ("started_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("started_by", fields.UUIDField()),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_by", fields.UUIDField(null=True)),
            ],
            options={
                "table": "visit_assignments",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Who visits an elder, from one day until another: the responsible visitor, and beside him a guarantee cadre.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VisitOccasion",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                (
                    "kind",
                    fields.CharEnumField(
                        description="SPRING_FESTIVAL: spring_festival\nMID_AUTUMN: mid_autumn\nDOUBLE_NINTH: double_ninth\nBIRTHDAY: birthday\nWEATHER: weather\nHOSPITAL: hospital\nBEREAVEMENT: bereavement\nCHILDS_REPORT: childs_report\nOTHER_EVENT: other_event",
                        enum_type=OccasionKind,
                        max_length=16,
                    ),
                ),
                ("source_id", fields.UUIDField()),
                ("by_phone", fields.BooleanField()),
                ("opens_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("asked_by", fields.UUIDField(null=True)),
            ],
            options={
                "table": "visit_occasions",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A visit is asked for from `opens_at` until `due_at` beside the rhythm. Whether it was made, the reports tell.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VisitorNotice",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("assignment_id", fields.UUIDField()),
                ("elder_id", fields.UUIDField(db_index=True)),
                (
                    "recipient",
                    fields.CharEnumField(
                        description="ELDER: elder\nSUPPORTER: supporter", enum_type=NoticeTo, max_length=9
                    ),
                ),
                ("member_id", fields.UUIDField(null=True)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("received_on", fields.DateField(null=True)),
                ("received_by", fields.UUIDField(null=True)),
                ("received_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("witness", fields.BinaryField(null=True)),
            ],
            options={
                "table": "visitor_notices",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The responsible visitor told in writing to the elder, or to one supporter (R061), and how it was received.",
            },
            bases=["Model"],
        ),
        ops.AlterModelOptions(
            name="VisitDue",
            options={
                "table": "visits_due",
                "app": "models",
                "pk_attr": "elder_id",
                "table_description": "When the elder is next to be visited: one row per elder on the register, moved on by each report.",
            },
        ),
        ops.AddField(
            model_name="VisitDue",
            name="village_id",
            field=fields.UUIDField(null=True),
        ),
        ops.RunSQL(FORGET_LEFT),
        ops.RunSQL(FILL),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
