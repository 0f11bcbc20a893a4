"""Tasks, alerts, the family's decisions and screenings; uniqueness, indexes and references as in 0004."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.accounts.roles import Role
from backend.elders.alerts import AlertKind
from backend.kit.ids import uuid7
from backend.notifications.rules import Kind
from backend.screenings.rules import Outcome, Season
from backend.tasks.rules import Settlement, TaskKind

_before = import_module("backend.migrations.0002_constraints")
_privacy = import_module("backend.migrations.0007_privacy")

UNIQUE = (
    ("tasks", "kind, subject_id", "settled_at IS NULL"),
    ("tasks", "kind, subject_id, occasion_id", None),
    ("alerts", "elder_id, kind", "ended_at IS NULL"),
    ("screening_campaigns", "division_id, season, starts_on", "season <> 'other'"),
    ("households", "village_id, address, head", "removed_on IS NULL"),
    ("household_checks", "campaign_id, household_id", None),
)
INDEXES = (
    ("tasks", "division_id, due_at, id", "settled_at IS NULL"),
    ("alerts", "begun_at, id", "kind = 'key_help' AND ended_at IS NULL"),
)
REFERENCES = (
    ("tasks", "division_id", "divisions"),
    ("alerts", "elder_id", "elders"),
    ("family_decisions", "elder_id", "elders"),
    ("family_decisions", "alert_id", "alerts"),
    ("family_decisions", "member_id", "family_members"),
    ("family_decisions", "recorded_by", "accounts"),
    ("screening_campaigns", "division_id", "divisions"),
    ("screening_campaigns", "opened_by", "accounts"),
    ("households", "village_id", "divisions"),
    ("household_checks", "campaign_id", "screening_campaigns"),
    ("household_checks", "household_id", "households"),
    ("household_checks", "checked_by", "accounts"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0007_privacy")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Alert",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                (
                    "kind",
                    fields.CharEnumField(
                        description="MUST_NOT_LIVE_ALONE: must_not_live_alone\nA_CHILD_SHOULD_STAY: a_child_should_stay\nHIGH_RISK: high_risk\nKEY_HELP: key_help",
                        enum_type=AlertKind,
                        max_length=24,
                    ),
                ),
                ("begun_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("report_id", fields.UUIDField(null=True)),
            ],
            options={
                "table": "alerts",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What on the file asks for somebody to act, from `begun_at` until it no longer holds (R032-R035).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Campaign",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("division_id", fields.UUIDField(db_index=True)),
                ("name", fields.CharField(max_length=40)),
                (
                    "season",
                    fields.CharEnumField(
                        description="SPRING: spring\nAUTUMN: autumn\nOTHER: other", enum_type=Season, max_length=8
                    ),
                ),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField()),
                ("opened_by", fields.UUIDField(null=True)),
                ("opened_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "screening_campaigns",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One screening of all villages under a county or township, opened by a person or (None) by the timetable.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="FamilyDecision",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("alert_id", fields.UUIDField()),
                ("member_id", fields.UUIDField()),
                ("decided_on", fields.DateField()),
                ("note", fields.BinaryField(null=True)),
                ("recorded_by", fields.UUIDField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "family_decisions",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Which supporter stays with an elder who should not be without one (R033), as the family agreed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Household",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("village_id", fields.UUIDField(db_index=True)),
                ("address", fields.CharField(max_length=120)),
                ("head", fields.CharField(max_length=40)),
                ("poor", fields.BooleanField()),
                ("very_old", fields.BooleanField()),
                ("disabled", fields.BooleanField()),
                ("focus", fields.BooleanField()),
                ("listed_on", fields.DateField()),
                ("removed_on", fields.DateField(null=True)),
            ],
            options={
                "table": "households",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One door of a village, on its list from `listed_on` until the day before `removed_on`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="HouseholdCheck",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("campaign_id", fields.UUIDField()),
                ("household_id", fields.UUIDField(db_index=True)),
                (
                    "outcome",
                    fields.CharEnumField(
                        description="NO_LEFT_BEHIND: no_left_behind\nON_FILE: on_file\nREGISTERED: registered\nNOBODY_HOME: nobody_home",
                        enum_type=Outcome,
                        max_length=16,
                    ),
                ),
                ("note", fields.BinaryField(null=True)),
                ("checked_on", fields.DateField()),
                ("checked_by", fields.UUIDField()),
                ("checked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "household_checks",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What was found at a door in a campaign, the last time somebody knocked.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Task",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                (
                    "kind",
                    fields.CharEnumField(
                        description="MUST_NOT_LIVE_ALONE: must_not_live_alone\nA_CHILD_SHOULD_STAY: a_child_should_stay\nHIGH_RISK: high_risk",
                        enum_type=TaskKind,
                        max_length=24,
                    ),
                ),
                ("subject_id", fields.UUIDField(db_index=True)),
                ("occasion_id", fields.UUIDField()),
                ("division_id", fields.UUIDField()),
                (
                    "waits_for",
                    fields.CharEnumField(
                        description="SUPPORTER: supporter\nCAREGIVER: caregiver\nVOLUNTEER: volunteer\nCOMMITTEE: committee\nTOWNSHIP: township\nCOUNTY: county",
                        enum_type=Role,
                        max_length=10,
                    ),
                ),
                ("raised_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("settled_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("settled_by", fields.UUIDField(null=True)),
                (
                    "settlement",
                    fields.CharEnumField(
                        null=True, description="DONE: done\nNO_LONGER: no_longer", enum_type=Settlement, max_length=10
                    ),
                ),
                ("note", fields.BinaryField(null=True)),
            ],
            options={
                "table": "tasks",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One thing to be done about `subject_id` by those who hold the role `waits_for` in a division, until `due_at`.",
            },
            bases=["Model"],
        ),
        _privacy.AnotherWord(
            model_name="Notification",
            name="kind",
            field=fields.CharEnumField(
                description="AGREEMENT: agreement\nVISIT: visit\nCALL: call\nPLACE: place\nCARE: care",
                enum_type=Kind,
                max_length=10,
            ),
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
