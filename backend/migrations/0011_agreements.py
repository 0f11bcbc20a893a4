"""Parties as roles, the history of states, acts as evidence; agreements already there get theirs from what they held."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.agreements.rules import ActKind, AgreementKind, AgreementState, Means, PartyRole, ReadBy, Reason
from backend.agreements.strength import Identity
from backend.kit.ids import uuid7
from backend.profiles.rules import DecisionCapacity

_before = import_module("backend.migrations.0002_constraints")
AnotherWord = import_module("backend.migrations.0007_privacy").AnotherWord

BATCH = 500
_UNFILED = "'draft', 'signed', 'consented', 'handed_in', 'returned', 'elder_declined'"
UNIQUE = (
    ("agreements", "elder_id, kind", f"state IN ({_UNFILED})"),
    ("agreements", "kind, elder_id", "state IN ('filed', 'suspended')"),
    ("acts", "agreement_id, kind, account_id, text_hash", "account_id IS NOT NULL AND kind <> 'paper' AND NOT void"),
    ("parties", "agreement_id, place", None),
    ("agreement_spans", "agreement_id", "ends_at IS NULL"),
)
INDEXES = (
    ("parties", "member_id", "member_id IS NOT NULL"),
    ("agreement_spans", "elder_id, kind, starts_at", None),
    ("acts", "attests_id", "attests_id IS NOT NULL"),
)
REFERENCES = (
    ("parties", "agreement_id", "agreements"),
    ("parties", "member_id", "family_members"),
    ("agreement_spans", "agreement_id", "agreements"),
    ("agreement_spans", "elder_id", "elders"),
    ("agreements", "renews_id", "agreements"),
)
REPLACED = ("uq_agreements_elder_id", "uq_acts_agreement_id_kind_account_id_text_hash")
DROPPED = ("uq_agreements_elder_id", "fk_agreements_supporter_id", "fk_agreements_caregiver_id")
"""Of the migrations before, and not built anew under the same name."""


class Gone(ops.RemoveField):
    """What the column held stands elsewhere. On SQLite Tortoise would build the table anew, without the indexes."""

    async def database_forward(self, *_: Any, **__: Any) -> None: ...


async def widen(apps: Any, editor: Any) -> None:
    """Longer words; SQLite does not hold a text to its length."""
    if editor.client.capabilities.dialect == "postgres":
        await editor.client.execute_script(
            "ALTER TABLE agreements ALTER COLUMN state TYPE VARCHAR(16); ALTER TABLE acts ALTER COLUMN kind TYPE VARCHAR(10)"
        )


async def begin_histories(apps: Any, editor: Any) -> None:
    """Who stands in each agreement, and its states as far as its moments tell; of several filed the last one stands."""
    Agreement, Party, AgreementSpan = (
        apps.get_model(f"models.{name}") for name in ("Agreement", "Party", "AgreementSpan")
    )
    Elder, FamilyMember = apps.get_model("models.Elder"), apps.get_model("models.FamilyMember")
    agreements = Agreement.all().order_by("id")
    last = None
    while found := await (agreements.filter(id__gt=last) if last else agreements).limit(BATCH):
        for row in found:
            newer = Agreement.filter(elder_id=row.elder_id, state="filed", filed_at__gt=row.filed_at)
            follower = await newer.order_by("filed_at").first() if row.state == "filed" else None
            if follower is not None:
                await Agreement.filter(id=row.id).update(state="superseded")
            elder = await Elder.get(id=row.elder_id)
            named = [member for member in (row.supporter_id, row.caregiver_id) if member is not None]
            members = {member.id: member for member in await FamilyMember.filter(id__in=named)}
            parties = [("elder", None, elder.name)]
            parties += [(str(members[each].duty), each, members[each].name) for each in named if each in members]
            await Party.bulk_create(
                [
                    Party(
                        id=uuid7(), agreement_id=row.id, place=place, role=role, member_id=member, name=name, asked=True
                    )
                    for place, (role, member, name) in enumerate(parties)
                ]
            )
            await AgreementSpan.bulk_create([AgreementSpan(id=uuid7(), **span) for span in _spans(row, follower)])
        last = found[-1].id


def _spans(row: Any, follower: Any) -> list[dict[str, Any]]:
    """Draft until handed in, handed in until filed, and what it is now since the last moment known."""
    known = [("draft", row.drafted_at), ("handed_in", row.handed_in_at), ("filed", row.filed_at)]
    moments = [(state, at) for state, at in known if at is not None]
    if follower is not None:
        moments.append(("superseded", follower.filed_at))
    elif moments[-1][0] != row.state:
        # When it came about nobody wrote down: it is taken to have been so since the last moment known.
        moments[-1] = (str(row.state), moments[-1][1])
    about = {"agreement_id": row.id, "elder_id": row.elder_id, "kind": "care"}
    ends = [at for _, at in moments[1:]] + [None]
    return [
        {**about, "state": state, "starts_at": at, "ends_at": end}
        for (state, at), end in zip(moments, ends, strict=True)
    ]


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0010_office")]

    initial = False

    operations = [
        ops.RunPython(widen),
        ops.CreateModel(
            name="AgreementSpan",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("agreement_id", fields.UUIDField()),
                ("elder_id", fields.UUIDField()),
                (
                    "kind",
                    fields.CharEnumField(
                        description="CARE: care\nSUPPORT: support", enum_type=AgreementKind, max_length=8
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        description="DRAFT: draft\nSIGNED: signed\nCONSENTED: consented\nHANDED_IN: handed_in\nRETURNED: returned\nFILED: filed\nSUSPENDED: suspended\nELDER_DECLINED: elder_declined\nDECLINED: declined\nWITHDRAWN: withdrawn\nENDED: ended\nSUPERSEDED: superseded",
                        enum_type=AgreementState,
                        max_length=16,
                    ),
                ),
                (
                    "reason",
                    fields.CharEnumField(
                        null=True,
                        description="TERM: term\nSUPPORTER: supporter\nCAREGIVER: caregiver\nELDER: elder\nDIED: died\nCAPACITY: capacity\nCHILD_HOME: child_home\nCHILD_HOME_A_WHILE: child_home_a_while\nCAREGIVER_ILL: caregiver_ill\nHOSPITAL: hospital\nMOVED: moved\nLEFT_REGISTER: left_register\nNEWER_AGREEMENT: newer_agreement",
                        enum_type=Reason,
                        max_length=20,
                    ),
                ),
                ("until", fields.DateField(null=True)),
                ("starts_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ends_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "agreement_spans",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A state an agreement was in, from one moment until another: what the figures of any day are counted from.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Party",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("agreement_id", fields.UUIDField()),
                ("place", fields.IntField()),
                (
                    "role",
                    fields.CharEnumField(
                        description="ELDER: elder\nSUPPORTER: supporter\nCAREGIVER: caregiver\nLEGAL_AGENT: legal_agent\nCOMMITTEE: committee\nTOWNSHIP: township\nWITNESS: witness",
                        enum_type=PartyRole,
                        max_length=12,
                    ),
                ),
                ("member_id", fields.UUIDField(null=True)),
                ("name", fields.CharField(max_length=40)),
                ("asked", fields.BooleanField()),
            ],
            options={
                "table": "parties",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One place in an agreement. `asked`: nothing goes on before this party has signed, other children may join.",
            },
            bases=["Model"],
        ),
        AnotherWord(
            model_name="Act",
            name="kind",
            field=fields.CharEnumField(
                description="VIEW: view\nSIGN: sign\nACCEPT: accept\nCONSENT: consent\nPOSTPONE: postpone\nREFUSE: refuse\nWITNESS: witness\nHAND_IN: hand_in\nRETURN: return\nCONFIRM: confirm\nDECLINE: decline\nPAPER: paper",
                enum_type=ActKind,
                max_length=10,
            ),
        ),
        AnotherWord(
            model_name="Act",
            name="means",
            field=fields.CharEnumField(
                description="HANDWRITING: handwriting\nFINGERPRINT: fingerprint\nSPOKEN: spoken\nPAPER: paper\nTAP: tap",
                enum_type=Means,
                max_length=12,
            ),
        ),
        ops.AddField(
            model_name="Act",
            name="attests_id",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Act",
            name="capacity",
            field=fields.CharEnumField(
                null=True,
                description="CAPABLE: capable\nLIMITED: limited\nNONE: none\nUNKNOWN: unknown",
                enum_type=DecisionCapacity,
                max_length=8,
            ),
        ),
        ops.AddField(
            model_name="Act",
            name="device",
            field=fields.BinaryField(null=True),
        ),
        ops.AddField(
            model_name="Act",
            name="doubtful",
            field=fields.BooleanField(default=False, db_default=False),
        ),
        ops.AddField(
            model_name="Act",
            name="identity",
            field=fields.CharEnumField(
                null=True,
                description="WECHAT_PHONE: wechat_phone\nWECHAT: wechat\nOFFICE: office\nIN_PERSON: in_person",
                enum_type=Identity,
                max_length=12,
            ),
        ),
        ops.AddField(
            model_name="Act",
            name="link",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="Act",
            name="party_id",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Act",
            name="read_by",
            field=fields.CharEnumField(
                null=True, description="PHONE: phone\nVISITOR: visitor", enum_type=ReadBy, max_length=8
            ),
        ),
        ops.AddField(
            model_name="Act",
            name="role",
            field=fields.CharEnumField(
                null=True,
                description="ELDER: elder\nSUPPORTER: supporter\nCAREGIVER: caregiver\nLEGAL_AGENT: legal_agent\nCOMMITTEE: committee\nTOWNSHIP: township\nWITNESS: witness",
                enum_type=PartyRole,
                max_length=12,
            ),
        ),
        ops.AddField(
            model_name="Act",
            name="strokes",
            field=fields.BinaryField(null=True),
        ),
        ops.AddField(
            model_name="Act",
            name="words",
            field=fields.BinaryField(null=True),
        ),
        ops.AlterModelOptions(
            name="Agreement",
            options={
                "table": "agreements",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An agreement about an elder's care or support. `text` is canonical and holds no number and no acts.",
            },
        ),
        AnotherWord(
            model_name="Agreement",
            name="state",
            field=fields.CharEnumField(
                description="DRAFT: draft\nSIGNED: signed\nCONSENTED: consented\nHANDED_IN: handed_in\nRETURNED: returned\nFILED: filed\nSUSPENDED: suspended\nELDER_DECLINED: elder_declined\nDECLINED: declined\nWITHDRAWN: withdrawn\nENDED: ended\nSUPERSEDED: superseded",
                enum_type=AgreementState,
                max_length=16,
            ),
        ),
        ops.AddField(
            model_name="Agreement",
            name="ask_again_on",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="Agreement",
            name="kind",
            field=fields.CharEnumField(
                default=AgreementKind.CARE,
                description="CARE: care\nSUPPORT: support",
                db_default="care",
                enum_type=AgreementKind,
                max_length=8,
            ),
        ),
        ops.AddField(
            model_name="Agreement",
            name="renews_id",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Agreement",
            name="respond_by",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="Agreement",
            name="terms",
            field=fields.BinaryField(null=True),
        ),
        ops.AlterModelOptions(
            name="Wish",
            options={
                "table": "wishes",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What the elder said when asked, before anything was written (R038). After a no, `ask_again_on` says when next.",
            },
        ),
        ops.AddField(
            model_name="Wish",
            name="ask_again_on",
            field=fields.DateField(null=True),
        ),
        *(ops.RunSQL(f"DROP INDEX IF EXISTS {name}") for name in REPLACED),
        ops.RunPython(begin_histories),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
        *(ops.RunSQL(f"ALTER TABLE agreements DROP COLUMN {name}") for name in ("supporter_id", "caregiver_id")),
        Gone(model_name="Agreement", name="supporter_id"),
        Gone(model_name="Agreement", name="caregiver_id"),
    ]
