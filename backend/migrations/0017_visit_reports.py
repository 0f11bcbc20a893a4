"""A report says more: form, answers, length, place, who was there. Needs and proposed changes stand beside it."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.accounts.roles import Role
from backend.kit.ids import uuid7
from backend.visits.aid import NeedKind, NeedState, ReferredTo
from backend.visits.proposing import ProposalState, ProposedField
from backend.visits.rules import Finding, VisitPlace

_before = import_module("backend.migrations.0002_constraints")

UNIQUE: tuple[tuple[str, str, str | None], ...] = ()
INDEXES = (
    ("visit_needs", "opened_at, id", "ended_at IS NULL"),
    ("profile_proposals", "proposed_at, id", "decided_at IS NULL"),
)
REFERENCES = (
    ("visit_needs", "elder_id", "elders"),
    ("visit_needs", "report_id", "visit_reports"),
    ("visit_needs", "opened_by", "accounts"),
    ("visit_needs", "ended_by", "accounts"),
    ("profile_proposals", "elder_id", "elders"),
    ("profile_proposals", "report_id", "visit_reports"),
    ("profile_proposals", "proposed_by", "accounts"),
    ("profile_proposals", "decided_by", "accounts"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0016_visit_plan")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ProfileProposal",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("report_id", fields.UUIDField()),
                (
                    "field",
                    fields.CharEnumField(
                        description="PHONE: phone\nLIVING_ALONE: living_alone\nMOBILITY: mobility\nCHILD_MOVED: child_moved",
                        enum_type=ProposedField,
                        max_length=12,
                    ),
                ),
                ("value", fields.BinaryField()),
                ("words", fields.BinaryField(null=True)),
                (
                    "state",
                    fields.CharEnumField(
                        description="OPEN: open\nACCEPTED: accepted\nDECLINED: declined",
                        enum_type=ProposalState,
                        max_length=8,
                    ),
                ),
                ("proposed_by", fields.UUIDField()),
                ("proposed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("reason", fields.BinaryField(null=True)),
                ("decided_by", fields.UUIDField(null=True)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "profile_proposals",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A change to the file that a report proposes, and the village's answer (R073).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VisitNeed",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("report_id", fields.UUIDField()),
                (
                    "kind",
                    fields.CharEnumField(
                        description="DAILY_CARE: daily_care\nMEALS: meals\nMEDICAL: medical\nREHAB: rehab\nCOMFORT: comfort\nREFIT: refit\nMONEY: money\nDIGITAL: digital\nOTHER: other",
                        enum_type=NeedKind,
                        max_length=10,
                    ),
                ),
                ("words", fields.BinaryField(null=True)),
                (
                    "state",
                    fields.CharEnumField(
                        description="OPEN: open\nREFERRED: referred\nMET: met\nNOT_MET: not_met",
                        enum_type=NeedState,
                        max_length=8,
                    ),
                ),
                ("opened_by", fields.UUIDField()),
                ("opened_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "referred_to",
                    fields.CharEnumField(
                        null=True,
                        description="VILLAGE: village\nTOWNSHIP: township\nDEPARTMENT: department\nSERVICE: service",
                        enum_type=ReferredTo,
                        max_length=10,
                    ),
                ),
                ("referral", fields.BinaryField(null=True)),
                ("referred_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("result", fields.BinaryField(null=True)),
                ("ended_by", fields.UUIDField(null=True)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "visit_needs",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Help that an elder was found to need (R074), to whom it was passed on last, and what came of it.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="VisitReport",
            name="answers",
            field=fields.BinaryField(null=True),
        ),
        ops.AddField(
            model_name="VisitReport",
            name="form",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="VisitReport",
            name="hygiene",
            field=fields.CharEnumField(
                null=True, description="GOOD: good\nWATCH: watch\nHELP: help", enum_type=Finding, max_length=5
            ),
        ),
        ops.AddField(
            model_name="VisitReport",
            name="minutes",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="VisitReport",
            name="people",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="VisitReport",
            name="place",
            field=fields.CharEnumField(
                null=True,
                description="AT_HOME: at_home\nIN_VILLAGE: in_village\nHOSPITAL: hospital\nFACILITY: facility\nWITH_FAMILY: with_family\nELSEWHERE: elsewhere",
                enum_type=VisitPlace,
                max_length=12,
            ),
        ),
        ops.AddField(
            model_name="VisitReport",
            name="present",
            field=fields.TextField(default="[]", db_default="[]", unique=False),
        ),
        ops.AddField(
            model_name="VisitReport",
            name="visitor_role",
            field=fields.CharEnumField(
                null=True,
                description="SUPPORTER: supporter\nCAREGIVER: caregiver\nVOLUNTEER: volunteer\nCOMMITTEE: committee\nTOWNSHIP: township\nCOUNTY: county",
                enum_type=Role,
                max_length=12,
            ),
        ),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
