"""Three-sided booking of calls, what is said before and after them, and one more word for tasks."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.calls.planning import DropOut, Heard, Skill
from backend.calls.rules import CallState
from backend.kit.ids import uuid7
from backend.tasks.rules import TaskKind

_before = import_module("backend.migrations.0002_constraints")
AnotherWord = import_module("backend.migrations.0007_privacy").AnotherWord

UNIQUE = (
    ("call_guests", "call_id, account_id", None),
    ("host_offers", "call_id, account_id", None),
    ("lobby_seats", "call_id, account_id", None),
    ("call_outcomes", "call_id", None),
    ("call_nudges", "elder_id, account_id", None),
)
INDEXES = (("calls", "starts_at, id", "state IN ('taken', 'agreed', 'seeking', 'open')"),)
REFERENCES = (
    ("call_guests", "call_id", "calls"),
    ("call_guests", "account_id", "accounts"),
    ("elder_answers", "call_id", "calls"),
    ("elder_answers", "elder_id", "elders"),
    ("elder_answers", "asked_by", "accounts"),
    ("host_offers", "call_id", "calls"),
    ("host_offers", "elder_id", "elders"),
    ("host_offers", "account_id", "accounts"),
    ("lobby_seats", "call_id", "calls"),
    ("lobby_seats", "account_id", "accounts"),
    ("call_outcomes", "call_id", "calls"),
    ("call_outcomes", "elder_id", "elders"),
    ("call_outcomes", "noted_by", "accounts"),
    ("call_nudges", "elder_id", "elders"),
    ("call_nudges", "account_id", "accounts"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0021_rates")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CallGuest",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("call_id", fields.UUIDField()),
                ("account_id", fields.UUIDField(db_index=True)),
                ("coming", fields.BooleanField()),
                ("said_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "call_guests",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A child who said whether to come to a call. Who has said nothing may come too, and keeps no time free for it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="CallNudge",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                ("account_id", fields.UUIDField()),
                ("nudged_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "call_nudges",
                "app": "models",
                "pk_attr": "id",
                "table_description": "When a child was last reminded that there was no call for long.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="CallOutcome",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("call_id", fields.UUIDField()),
                ("elder_id", fields.UUIDField(db_index=True)),
                (
                    "skill",
                    fields.CharEnumField(
                        description="HOSTED: hosted\nHELPED: helped\nALONE: alone", enum_type=Skill, max_length=6
                    ),
                ),
                ("noticed", fields.BinaryField(null=True)),
                ("taught", fields.BinaryField(null=True)),
                ("noted_by", fields.UUIDField()),
                ("noted_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "call_outcomes",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What the host noticed and taught, and how far the elder came with the telephone (R084).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ElderAnswer",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("call_id", fields.UUIDField(db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("agrees", fields.BooleanField()),
                (
                    "heard",
                    fields.CharEnumField(
                        description="IN_PERSON: in_person\nPHONE: phone\nAT_THE_OPENING: at_the_opening",
                        enum_type=Heard,
                        max_length=14,
                    ),
                ),
                ("present", fields.TextField(default="[]", db_default="[]", unique=False)),
                ("asked_by", fields.UUIDField()),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "elder_answers",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The elder was asked about a call, by whom and how, and said yes or no. At each opening anew, and then `present`",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="HostOffer",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("call_id", fields.UUIDField()),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("account_id", fields.UUIDField(db_index=True)),
                ("offered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("answer_by", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("declined_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "reason",
                    fields.CharEnumField(
                        null=True,
                        description="ILL: ill\nBUSY: busy\nWEATHER: weather\nROAD: road\nNO_LONGER_NEAR: no_longer_near\nOTHER: other",
                        enum_type=DropOut,
                        max_length=14,
                    ),
                ),
                ("words", fields.BinaryField(null=True)),
            ],
            options={
                "table": "host_offers",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Somebody is asked to host in place of one who cannot come, alone until `answer_by`, and may still come after.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LobbySeat",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("call_id", fields.UUIDField()),
                ("account_id", fields.UUIDField()),
                ("came_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("seen_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "lobby_seats",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A child waits for the room to open, seen a moment ago, or gone.",
            },
            bases=["Model"],
        ),
        AnotherWord(
            model_name="Call",
            name="state",
            field=fields.CharEnumField(
                description="PROPOSED: proposed\nTAKEN: taken\nAGREED: agreed\nSEEKING: seeking\nOPEN: open\nCLOSED: closed\nCANCELLED: cancelled\nLAPSED: lapsed",
                enum_type=CallState,
                max_length=9,
            ),
        ),
        ops.AddField(
            model_name="Call",
            name="phone_minutes",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Call",
            name="phoned_by",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Call",
            name="reminders",
            field=fields.IntField(default=0, db_default=0),
        ),
        AnotherWord(
            model_name="Task",
            name="kind",
            field=fields.CharEnumField(
                description="MUST_NOT_LIVE_ALONE: must_not_live_alone\nA_CHILD_SHOULD_STAY: a_child_should_stay\nHIGH_RISK: high_risk\nMONTHLY_TALK: monthly_talk\nAGREEMENT_REVIEW: agreement_review\nAGREEMENT_CALL: agreement_call\nFAMILY_UNREAD: family_unread\nINCIDENT_CALL: incident_call\nUNHOSTED_CALL: unhosted_call",
                enum_type=TaskKind,
                max_length=24,
            ),
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
