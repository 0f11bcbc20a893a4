"""What was told of agreements, once each; more words for why they are suspended and for what the committee has to do."""

from importlib import import_module

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.agreements.notices import Notice
from backend.agreements.rules import Reason
from backend.kit.ids import uuid7
from backend.tasks.rules import TaskKind

_before = import_module("backend.migrations.0002_constraints")
AnotherWord = import_module("backend.migrations.0007_privacy").AnotherWord

UNIQUE = (("agreement_notices", "about_id, notice, occasion", None),)
INDEXES: tuple[tuple[str, str, str | None], ...] = ()
REFERENCES: tuple[tuple[str, str, str], ...] = ()


class Migration(migrations.Migration):
    dependencies = [("models", "0014_desk")]

    initial = False

    operations = [
        ops.CreateModel(
            name="AgreementNotice",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("about_id", fields.UUIDField()),
                (
                    "notice",
                    fields.CharEnumField(
                        description="SIGN: sign\nINVITATION_OVER: invitation_over\nASK_AGAIN: ask_again\nFILE: file\nFILE_LATE: file_late\nREWRITE: rewrite\nRENEW: renew\nCHILD_RETURNED: child_returned\nCHILD_HOME: child_home\nMOVED: moved\nCAPACITY: capacity\nTIER_ROSE: tier_rose\nCAREGIVER_GONE: caregiver_gone\nDOUBLE_FILE: double_file\nYEARLY: yearly",
                        enum_type=Notice,
                        max_length=16,
                    ),
                ),
                ("occasion", fields.CharField(max_length=40)),
                ("told_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "agreement_notices",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A reminder or question told about an agreement (or a wish: `about_id`), once for its occasion.",
            },
            bases=["Model"],
        ),
        AnotherWord(
            model_name="AgreementSpan",
            name="reason",
            field=fields.CharEnumField(
                null=True,
                description="TERM: term\nSUPPORTER: supporter\nCAREGIVER: caregiver\nELDER: elder\nDIED: died\nCAPACITY: capacity\nCHILD_HOME: child_home\nCHILD_HOME_A_WHILE: child_home_a_while\nCAREGIVER_ILL: caregiver_ill\nHOSPITAL: hospital\nMOVED: moved\nLEFT_REGISTER: left_register\nNEWER_AGREEMENT: newer_agreement\nCAREGIVER_GONE: caregiver_gone",
                enum_type=Reason,
                max_length=20,
            ),
        ),
        AnotherWord(
            model_name="Task",
            name="kind",
            field=fields.CharEnumField(
                description="MUST_NOT_LIVE_ALONE: must_not_live_alone\nA_CHILD_SHOULD_STAY: a_child_should_stay\nHIGH_RISK: high_risk\nMONTHLY_TALK: monthly_talk\nAGREEMENT_REVIEW: agreement_review\nAGREEMENT_CALL: agreement_call",
                enum_type=TaskKind,
                max_length=24,
            ),
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
    ]
