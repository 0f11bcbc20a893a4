"""Concerns and incidents, who answers where, and one more word for messages and tasks."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.accounts.roles import Role
from backend.incidents.rules import (
    ConcernKind,
    IncidentLevel,
    IncidentOutcome,
    IncidentState,
    IncidentStep,
    NamedPart,
    Service,
    Watch,
)
from backend.kit.ids import uuid7
from backend.notifications.rules import Kind
from backend.tasks.rules import TaskKind

_before = import_module("backend.migrations.0002_constraints")
AnotherWord = import_module("backend.migrations.0007_privacy").AnotherWord

UNIQUE = (
    ("incident_steps", "incident_id, number", None),
    ("incident_steps", "incident_id, kind, level", "kind IN ('ask', 'alarm') AND voided_at IS NULL"),
    ("incident_notices", "incident_id, account_id", None),
    ("incident_reviews", "incident_id", None),
    ("duty_holders", "division_id, watch", "ended_at IS NULL"),
)
INDEXES = (
    ("incident_steps", "due_at, id", "done_at IS NULL AND voided_at IS NULL"),
    ("incidents", "raised_at, id", "closed_at IS NULL"),
    ("incidents", "closed_at, id", "closed_at IS NOT NULL"),
    ("incident_names", "incident_id", None),
    ("incident_names", "account_id", "account_id IS NOT NULL"),
    ("incidents", "photo_id", "photo_id IS NOT NULL"),
)
REFERENCES = (
    ("incidents", "elder_id", "elders"),
    ("incidents", "raised_by", "accounts"),
    ("incident_steps", "incident_id", "incidents"),
    ("incident_names", "incident_id", "incidents"),
    ("incident_names", "account_id", "accounts"),
    ("incident_notices", "incident_id", "incidents"),
    ("incident_notices", "account_id", "accounts"),
    ("incident_reviews", "incident_id", "incidents"),
    ("duty_holders", "division_id", "divisions"),
    ("duty_holders", "account_id", "accounts"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0018_replies")]

    initial = False

    operations = [
        ops.CreateModel(
            name="DutyHolder",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("division_id", fields.UUIDField()),
                ("watch", fields.CharEnumField(description="DAY: day\nNIGHT: night", enum_type=Watch, max_length=5)),
                ("account_id", fields.UUIDField(db_index=True)),
                ("phone", fields.BinaryField()),
                ("named_by", fields.UUIDField()),
                ("named_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "duty_holders",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Who answers for a place by day or by night, and under which number.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Incident",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                (
                    "kind",
                    fields.CharEnumField(
                        description="HARM: harm\nCRITICAL_ILLNESS: critical_illness\nMENTAL_ILLNESS: mental_illness\nWANDERING: wandering\nDISASTER: disaster\nILLNESS: illness\nHARDSHIP: hardship\nOTHER: other",
                        enum_type=ConcernKind,
                        max_length=16,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        description="RAISED: raised\nACKNOWLEDGED: acknowledged\nHANDLING: handling\nHANDED_OVER: handed_over\nCLOSED: closed\nREVIEWED: reviewed",
                        enum_type=IncidentState,
                        max_length=12,
                    ),
                ),
                (
                    "first_level",
                    fields.CharEnumField(
                        description="VILLAGE: village\nTOWNSHIP: township\nCOUNTY: county",
                        enum_type=IncidentLevel,
                        max_length=8,
                    ),
                ),
                (
                    "level",
                    fields.CharEnumField(
                        description="VILLAGE: village\nTOWNSHIP: township\nCOUNTY: county",
                        enum_type=IncidentLevel,
                        max_length=8,
                    ),
                ),
                ("raised_by", fields.UUIDField(db_index=True)),
                (
                    "raised_as",
                    fields.CharEnumField(
                        description="SUPPORTER: supporter\nCAREGIVER: caregiver\nVOLUNTEER: volunteer\nCOMMITTEE: committee\nTOWNSHIP: township\nCOUNTY: county",
                        enum_type=Role,
                        max_length=12,
                    ),
                ),
                ("noticed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("raised_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("words", fields.BinaryField(null=True)),
                ("photo_id", fields.UUIDField(null=True)),
                ("owner_id", fields.UUIDField(null=True)),
                (
                    "outcome",
                    fields.CharEnumField(
                        null=True,
                        description="SETTLED: settled\nUNFOUNDED: unfounded",
                        enum_type=IncidentOutcome,
                        max_length=10,
                    ),
                ),
                ("closed_by", fields.UUIDField(null=True)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "incidents",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A concern somebody raised (R095), and how far what it set going is (R090).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="IncidentName",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("incident_id", fields.UUIDField()),
                ("account_id", fields.UUIDField(null=True)),
                (
                    "part",
                    fields.CharEnumField(
                        null=True,
                        description="VISITOR: visitor\nCAREGIVER: caregiver\nCHILD: child\nCOMMITTEE: committee",
                        enum_type=NamedPart,
                        max_length=10,
                    ),
                ),
            ],
            options={
                "table": "incident_names",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Whom a concern names: an account, or (too) everybody with a part beside the elder.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="IncidentNotice",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("incident_id", fields.UUIDField()),
                ("account_id", fields.UUIDField()),
                ("family", fields.BooleanField()),
                ("told_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("read_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "incident_notices",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Somebody is to know of an incident, and has read of it at `read_at` (R094). `family`: as kin, else on duty.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="IncidentReview",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("incident_id", fields.UUIDField()),
                ("happened", fields.BinaryField()),
                ("done", fields.BinaryField()),
                ("change", fields.BinaryField()),
                ("reviewed_by", fields.UUIDField()),
                ("reviewed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "incident_reviews",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What happened, what was done, what to change, looked at once it was closed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="IncidentStepRecord",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("incident_id", fields.UUIDField()),
                ("number", fields.IntField()),
                (
                    "kind",
                    fields.CharEnumField(
                        description="RAISE: raise\nASK: ask\nALARM: alarm\nRING: ring\nACKNOWLEDGE: acknowledge\nHANDLE: handle\nHAND_OVER: hand_over\nPASS_UP: pass_up\nCLOSE: close\nREVIEW: review",
                        enum_type=IncidentStep,
                        max_length=12,
                    ),
                ),
                (
                    "level",
                    fields.CharEnumField(
                        null=True,
                        description="VILLAGE: village\nTOWNSHIP: township\nCOUNTY: county",
                        enum_type=IncidentLevel,
                        max_length=8,
                    ),
                ),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("done_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("voided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("holder_id", fields.UUIDField(null=True)),
                ("taken_by_id", fields.UUIDField(null=True)),
                (
                    "service",
                    fields.CharEnumField(
                        null=True,
                        description="POLICE: police\nAMBULANCE: ambulance\nOTHER: other",
                        enum_type=Service,
                        max_length=10,
                    ),
                ),
                ("happened_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("taken_by", fields.BinaryField(null=True)),
                ("words", fields.BinaryField(null=True)),
            ],
            options={
                "table": "incident_steps",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One step, done at `done_at` or due at `due_at`, or no longer due since `voided_at`.",
            },
            bases=["Model"],
        ),
        AnotherWord(
            model_name="Notification",
            name="kind",
            field=fields.CharEnumField(
                description="AGREEMENT: agreement\nVISIT: visit\nCALL: call\nPLACE: place\nCARE: care\nINCIDENT: incident",
                enum_type=Kind,
                max_length=10,
            ),
        ),
        AnotherWord(
            model_name="Task",
            name="kind",
            field=fields.CharEnumField(
                description="MUST_NOT_LIVE_ALONE: must_not_live_alone\nA_CHILD_SHOULD_STAY: a_child_should_stay\nHIGH_RISK: high_risk\nMONTHLY_TALK: monthly_talk\nAGREEMENT_REVIEW: agreement_review\nAGREEMENT_CALL: agreement_call\nFAMILY_UNREAD: family_unread\nINCIDENT_CALL: incident_call",
                enum_type=TaskKind,
                max_length=24,
            ),
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
