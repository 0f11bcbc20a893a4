"""What the elder lets the family see part by part; thanks and questions to a report; unread reports as tasks."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.consents.purposes import Purpose
from backend.kit.ids import uuid7
from backend.tasks.rules import TaskKind
from backend.visits.rules import ReplyKind

_before = import_module("backend.migrations.0002_constraints")
AnotherWord = import_module("backend.migrations.0007_privacy").AnotherWord

UNIQUE = (
    ("visit_replies", "report_id, said_by", "kind = 'thanks'"),
    ("visit_replies", "report_id, said_by, kind", "kind = 'question' AND answered_at IS NULL"),
)
INDEXES = (
    ("visit_replies", "report_id, said_at, id", None),
    ("readings", "subject_id, account_id", "what = 'visit_report' AND purpose = 'family'"),
)
REFERENCES = (
    ("visit_replies", "elder_id", "elders"),
    ("visit_replies", "report_id", "visit_reports"),
    ("visit_replies", "said_by", "accounts"),
    ("visit_replies", "answered_by", "accounts"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0017_visit_reports")]

    initial = False

    operations = [
        ops.CreateModel(
            name="VisitReply",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("report_id", fields.UUIDField()),
                (
                    "kind",
                    fields.CharEnumField(
                        description="THANKS: thanks\nQUESTION: question", enum_type=ReplyKind, max_length=8
                    ),
                ),
                ("words", fields.BinaryField()),
                ("said_by", fields.UUIDField()),
                ("said_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("answer", fields.BinaryField(null=True)),
                ("answered_by", fields.UUIDField(null=True)),
                ("answered_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "visit_replies",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What a supporter said to a report: thanks, or a question and the answer it got.",
            },
            bases=["Model"],
        ),
        AnotherWord(
            model_name="Consent",
            name="purpose",
            field=fields.CharEnumField(
                description="REGISTER: register\nHEALTH: health\nPHOTOS: photos\nCALLS: calls\nSHARING: sharing\nACCOUNT: account\nWHEREABOUTS: whereabouts\nOWN_CALLS: own_calls\nTELL_HEALTH: tell_health\nTELL_ECONOMY: tell_economy\nTELL_DUTY: tell_duty\nTELL_SAFETY: tell_safety\nTELL_NEEDS: tell_needs\nTELL_NOTE: tell_note\nTELL_PHOTOS: tell_photos",
                enum_type=Purpose,
                max_length=12,
            ),
        ),
        AnotherWord(
            model_name="Task",
            name="kind",
            field=fields.CharEnumField(
                description="MUST_NOT_LIVE_ALONE: must_not_live_alone\nA_CHILD_SHOULD_STAY: a_child_should_stay\nHIGH_RISK: high_risk\nMONTHLY_TALK: monthly_talk\nAGREEMENT_REVIEW: agreement_review\nAGREEMENT_CALL: agreement_call\nFAMILY_UNREAD: family_unread",
                enum_type=TaskKind,
                max_length=24,
            ),
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
