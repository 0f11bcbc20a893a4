from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.elders.eligibility import Verdict
from backend.elders.rules import AbilityLevel, EntryReason, ImportState, LeaveReason, PriorityTier, TierCause
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.kit.ids import uuid7


class Migration(migrations.Migration):
    dependencies = [("models", "0002_constraints")]

    initial = False

    operations = [
        ops.CreateModel(
            name="AbilityAssessment",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("assessed_on", fields.DateField()),
                (
                    "level",
                    fields.CharEnumField(
                        description="INTACT: intact\nMILD: mild\nMODERATE: moderate\nSEVERE: severe\nCOMPLETE: complete\nUNKNOWN: unknown",
                        enum_type=AbilityLevel,
                        max_length=10,
                    ),
                ),
                ("answers", fields.BinaryField()),
                ("recorded_by", fields.UUIDField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "assessments",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One assessment by GB/T 42195-2022: `answers` holds the item scores and conditions as JSON, encrypted.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="EligibilityJudgement",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("judged_on", fields.DateField()),
                (
                    "verdict",
                    fields.CharEnumField(
                        description="ADMITTED: admitted\nREJECTED: rejected\nOPEN: open",
                        enum_type=Verdict,
                        max_length=8,
                    ),
                ),
                ("answers", fields.TextField(unique=False)),
                ("policy", fields.TextField(unique=False)),
                ("judged_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "eligibility_judgements",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Whether the elder was a left-behind older adult on a day: every criterion's answer and reason, and the policy's",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ImportProblem",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("import_id", fields.UUIDField()),
                ("row", fields.IntField()),
                ("column", fields.CharField(max_length=40)),
                ("sentence", fields.CharField(max_length=200)),
            ],
            options={
                "table": "import_problems",
                "app": "models",
                "indexes": [Index(fields=["import_id", "row"])],
                "pk_attr": "id",
                "table_description": "Why one row cannot be taken: the sentence never quotes what the row says.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RegisterImport",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("division_id", fields.UUIDField(db_index=True)),
                ("asked_by", fields.UUIDField()),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("object_key", fields.CharField(max_length=160)),
                ("sha256", fields.CharField(max_length=64)),
                (
                    "state",
                    fields.CharEnumField(
                        description="CHECKING: checking\nCHECKED: checked\nSTORING: storing\nSTORED: stored\nREFUSED: refused",
                        enum_type=ImportState,
                        max_length=8,
                    ),
                ),
                ("rows_read", fields.IntField(default=0)),
                ("rows_at_most", fields.IntField(default=0)),
                ("problems", fields.IntField(default=0)),
                ("added", fields.IntField(default=0)),
                ("changed", fields.IntField(default=0)),
                ("unchanged", fields.IntField(default=0)),
                ("refusal", fields.CharField(null=True, max_length=40)),
                ("finished_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "register_imports",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One spreadsheet of elders handed in: checked row by row, then stored whole or not at all.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Stay",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("village_id", fields.UUIDField(db_index=True)),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField(null=True)),
                (
                    "entered",
                    fields.CharEnumField(
                        description="FOUND: found\nIMPORTED: imported\nMOVED_IN: moved_in\nCAME_BACK: came_back\nVILLAGE_MERGED: merged",
                        enum_type=EntryReason,
                        max_length=12,
                    ),
                ),
                (
                    "left",
                    fields.CharEnumField(
                        null=True,
                        description="CHILD_RETURNED: child_returned\nMOVED_AWAY: moved_away\nDIED: died\nINSTITUTION: institution\nENTERED_BY_MISTAKE: mistake\nVILLAGE_MERGED: merged",
                        enum_type=LeaveReason,
                        max_length=14,
                    ),
                ),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "stays",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The elder stands on the register of a village from `starts_on` until the day before `ends_on` (R018).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="TierOverrideRecord",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                (
                    "tier",
                    fields.CharEnumField(
                        description="HIGH: high\nMEDIUM: medium\nROUTINE: routine\nUNCLASSIFIED: unclassified",
                        enum_type=PriorityTier,
                        max_length=14,
                    ),
                ),
                ("reason", fields.BinaryField()),
                ("set_by", fields.UUIDField()),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField()),
                ("set_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "tier_overrides",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A named person's other decision about the tier, with its reason and its end (PIPL art. 24).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="TierSpan",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                (
                    "tier",
                    fields.CharEnumField(
                        description="HIGH: high\nMEDIUM: medium\nROUTINE: routine\nUNCLASSIFIED: unclassified",
                        enum_type=PriorityTier,
                        max_length=14,
                    ),
                ),
                ("reasons", fields.TextField(unique=False)),
                ("missing", fields.TextField(unique=False)),
                (
                    "cause",
                    fields.CharEnumField(
                        description="REGISTERED: registered\nFACTS_CHANGED: facts_changed\nASSESSED: assessed\nBIRTHDAY: birthday\nOVERRIDE_SET: override_set\nOVERRIDE_ENDED: override_ended",
                        enum_type=TierCause,
                        max_length=14,
                    ),
                ),
                ("override_id", fields.UUIDField(null=True)),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField(null=True)),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "tier_spans",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The tier that held from `starts_on` until the day before `ends_on`, and why (R026-R029).",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Division",
            name="successor_id",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Elder",
            name="accepts_services",
            field=fields.BooleanField(null=True),
        ),
        ops.AddField(
            model_name="Elder",
            name="confirmed_on",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="Elder",
            name="dementia",
            field=fields.BooleanField(null=True),
        ),
        ops.AddField(
            model_name="Elder",
            name="disability",
            field=fields.CharEnumField(
                default=DisabilityGrade.UNKNOWN,
                description="ONE: one\nTWO: two\nTHREE: three\nFOUR: four\nNONE: none\nUNKNOWN: unknown",
                enum_type=DisabilityGrade,
                max_length=8,
            ),
        ),
        ops.AddField(
            model_name="Elder",
            name="minor_at_home",
            field=fields.BooleanField(null=True),
        ),
        ops.AddField(
            model_name="Elder",
            name="mobility",
            field=fields.CharEnumField(
                default=Mobility.UNKNOWN,
                description="FREE: free\nDIFFICULT: difficult\nBEDRIDDEN: bedridden\nUNKNOWN: unknown",
                enum_type=Mobility,
                max_length=10,
            ),
        ),
        ops.AddField(
            model_name="Elder",
            name="poor",
            field=fields.BooleanField(null=True),
        ),
        ops.AddField(
            model_name="Elder",
            name="registered_here",
            field=fields.BooleanField(null=True),
        ),
        ops.AddField(
            model_name="Elder",
            name="seriously_ill",
            field=fields.BooleanField(null=True),
        ),
    ]
