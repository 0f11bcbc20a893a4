"""Contact rhythms, monthly talks and duty-breach cases; uniqueness, indexes and references as in 0004."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.families.breach import CaseState, CaseStep, Ground, ToldBy
from backend.families.rules import ContactKind, TalkWay
from backend.kit.ids import uuid7
from backend.tasks.rules import TaskKind

_before = import_module("backend.migrations.0002_constraints")
_privacy = import_module("backend.migrations.0007_privacy")

UNIQUE = (
    ("duty_cases", "member_id", "closed_at IS NULL"),
    ("duty_steps", "case_id, number", None),
)
INDEXES = (
    ("duty_cases", "opened_at, id", "closed_at IS NULL"),
    ("duty_cases", "closed_at", "closed_at IS NOT NULL"),
)
REFERENCES = (
    ("family_talks", "elder_id", "elders"),
    ("family_talks", "member_id", "family_members"),
    ("family_talks", "recorded_by", "accounts"),
    ("duty_cases", "elder_id", "elders"),
    ("duty_cases", "member_id", "family_members"),
    ("duty_steps", "case_id", "duty_cases"),
    ("duty_steps", "taken_by", "accounts"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0011_agreements")]

    initial = False

    operations = [
        ops.CreateModel(
            name="DutyCase",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("member_id", fields.UUIDField(db_index=True)),
                (
                    "ground",
                    fields.CharEnumField(
                        description="NO_CONTACT: no_contact\nNO_MONEY: no_money\nNO_CARE: no_care\nPROPERTY: property\nABUSE: abuse\nABANDONMENT: abandonment",
                        enum_type=Ground,
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        description="OPENED: opened\nWARNED: warned\nHEARD: heard\nLISTED: listed\nAPPEALED: appealed\nUPHELD: upheld\nNO_BREACH: no_breach\nPASSED_ON: passed_on\nCLOSED: closed\nEXPIRED: expired\nCORRECTED: corrected\nLIFTED: lifted",
                        enum_type=CaseState,
                        max_length=10,
                    ),
                ),
                ("opened_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("warned_on", fields.DateField(null=True)),
                ("hearing_on", fields.DateField(null=True)),
                ("listed_until", fields.DateField(null=True)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "duty_cases",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A supporter is said not to do the duty (R047). What happened stands in the steps, here what holds now.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="DutyStep",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("case_id", fields.UUIDField()),
                ("number", fields.IntField()),
                (
                    "kind",
                    fields.CharEnumField(
                        description="OPEN: open\nWARN: warn\nINVITE: invite\nHEAR: hear\nNOT_COME: not_come\nFIND_NO_BREACH: find_no_breach\nLIST: list\nPASS_ON: pass_on\nAPPEAL: appeal\nUPHOLD: uphold\nLIFT: lift\nCORRECT: correct\nCLOSE: close\nPOLICE: police\nEXPIRE: expire\nLAPSE: lapse",
                        enum_type=CaseStep,
                        max_length=14,
                    ),
                ),
                ("happened_on", fields.DateField()),
                ("happened_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "means",
                    fields.CharEnumField(
                        null=True,
                        description="IN_PERSON: in_person\nPHONE: phone\nLETTER: letter\nMESSAGE: message",
                        enum_type=ToldBy,
                        max_length=10,
                    ),
                ),
                ("hearing_on", fields.DateField(null=True)),
                ("until", fields.DateField(null=True)),
                ("words", fields.BinaryField(null=True)),
                ("station", fields.BinaryField(null=True)),
                ("taken_by", fields.UUIDField(null=True)),
                ("taken_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "duty_steps",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One step of a case, never changed. `happened_at` and `station`: of the police, `taken_by`: None, the platform.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="FamilyTalk",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("member_id", fields.UUIDField()),
                (
                    "way",
                    fields.CharEnumField(
                        description="PHONE: phone\nMESSAGE: message\nVIDEO: video\nIN_PERSON: in_person",
                        enum_type=TalkWay,
                        max_length=10,
                    ),
                ),
                ("told", fields.BinaryField()),
                ("talked_on", fields.DateField()),
                ("recorded_by", fields.UUIDField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "family_talks",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The committee's talk with a supporter (R045), and what was told in it.",
            },
            bases=["Model"],
        ),
        ops.AlterModelOptions(
            name="Contact",
            options={
                "table": "contacts",
                "app": "models",
                "unique_together": (("source_id", "account_id"),),
                "pk_attr": "id",
                "table_description": "An elder and one of the family were in touch (R043), by a call, which enters by itself, or as the child declares.",
            },
        ),
        _privacy.AnotherWord(
            model_name="Contact",
            name="kind",
            field=fields.CharEnumField(
                description="FAMILY_CALL: family_call\nPHONE: phone\nVIDEO: video\nVISIT: visit\nMESSAGE: message",
                enum_type=ContactKind,
                max_length=12,
            ),
        ),
        ops.AddField(
            model_name="FamilyMember",
            name="contact_days",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="FamilyMember",
            name="reminded_on",
            field=fields.DateField(null=True),
        ),
        _privacy.AnotherWord(
            model_name="Task",
            name="kind",
            field=fields.CharEnumField(
                description="MUST_NOT_LIVE_ALONE: must_not_live_alone\nA_CHILD_SHOULD_STAY: a_child_should_stay\nHIGH_RISK: high_risk\nMONTHLY_TALK: monthly_talk",
                enum_type=TaskKind,
                max_length=24,
            ),
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
