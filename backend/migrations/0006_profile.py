"""What an elder's file says, where supporters are, services, and the cards printed: tables, uniqueness, indexes."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.elders.eligibility import Whereabouts
from backend.kit.ids import uuid7
from backend.profiles.rules import CapacitySource, DecisionCapacity, Part
from backend.services.rules import Expressed, RequestState

_before = import_module("backend.migrations.0002_constraints")

UNIQUE = (
    ("emergency_contacts", "elder_id, position", "ended_at IS NULL"),
    ("service_choices", "card_id, service_id", None),
    ("village_cards", "number", None),
)
INDEXES = (
    ("profile_parts", "elder_id, observed_on", None),
    ("capacity_findings", "elder_id", None),
    ("households", "elder_id", None),
    ("whereabouts", "family_member_id, told_at", None),
    ("former_phones", "family_member_id", None),
    ("service_cards", "elder_id", None),
    ("service_requests", "elder_id", None),
    ("village_cards", "elder_id", None),
)
REFERENCES = (
    ("profile_parts", "elder_id", "elders"),
    ("profile_parts", "recorded_by", "accounts"),
    ("emergency_contacts", "elder_id", "elders"),
    ("emergency_contacts", "recorded_by", "accounts"),
    ("capacity_findings", "elder_id", "elders"),
    ("capacity_findings", "recorded_by", "accounts"),
    ("households", "elder_id", "elders"),
    ("households", "recorded_by", "accounts"),
    ("whereabouts", "family_member_id", "family_members"),
    ("whereabouts", "told_by", "accounts"),
    ("former_phones", "family_member_id", "family_members"),
    ("services", "division_id", "divisions"),
    ("services", "listed_by", "accounts"),
    ("service_cards", "elder_id", "elders"),
    ("service_cards", "recorded_by", "accounts"),
    ("service_choices", "card_id", "service_cards"),
    ("service_choices", "service_id", "services"),
    ("service_requests", "elder_id", "elders"),
    ("service_requests", "raised_by", "accounts"),
    ("service_requests", "answered_by", "accounts"),
    ("village_cards", "elder_id", "elders"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0005_rollups")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CapacityFinding",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                (
                    "capacity",
                    fields.CharEnumField(
                        description="CAPABLE: capable\nLIMITED: limited\nNONE: none\nUNKNOWN: unknown",
                        enum_type=DecisionCapacity,
                        max_length=8,
                    ),
                ),
                (
                    "source",
                    fields.CharEnumField(
                        null=True,
                        description="COURT: court\nMEDICAL: medical\nVILLAGE: village\nFAMILY: family",
                        enum_type=CapacitySource,
                        max_length=8,
                    ),
                ),
                ("found_by", fields.CharField(null=True, max_length=40)),
                ("found_on", fields.DateField()),
                ("recorded_by", fields.UUIDField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "capacity_findings",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Whether the elder can decide, who found so, where it is known from, and on which day.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="EmergencyContact",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                ("position", fields.IntField()),
                ("name", fields.CharField(max_length=40)),
                ("relation", fields.CharField(max_length=12)),
                ("phone", fields.BinaryField()),
                ("recorded_by", fields.UUIDField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "emergency_contacts",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Whom to ring, in the order of `position` from 1. A list replaced stays, ended.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="FormerPhone",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("family_member_id", fields.UUIDField()),
                ("phone", fields.BinaryField()),
                ("ended_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "former_phones",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A number the place had until `ended_at` (R016).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Household",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                ("people", fields.IntField()),
                ("spouse", fields.BooleanField(null=True)),
                ("minors", fields.IntField()),
                ("observed_on", fields.DateField()),
                ("recorded_by", fields.UUIDField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "households",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Who lives in the elder's home: how many with the elder, whether the spouse, how many under 16 (R025).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ProfilePart",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                (
                    "part",
                    fields.CharEnumField(
                        description="FAMILY: family\nHEALTH: health\nMIND: mind\nSAFETY: safety\nHYGIENE: hygiene\nDWELLING: dwelling\nNEEDS: needs\nINCOME: income\nCARE: care\nDIFFICULTIES: difficulties\nGUARDIAN: guardian",
                        enum_type=Part,
                        max_length=12,
                    ),
                ),
                ("text", fields.BinaryField()),
                ("observed_on", fields.DateField()),
                ("recorded_by", fields.UUIDField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "profile_parts",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What somebody saw or was told of one part of the elder's life (R013, R014). The newest day's last entry holds.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Service",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("division_id", fields.UUIDField(db_index=True)),
                ("name", fields.CharField(max_length=40)),
                ("how", fields.CharField(max_length=300)),
                ("provider", fields.CharField(max_length=60)),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField(null=True)),
                ("listed_by", fields.UUIDField()),
                ("listed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "services",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Something a county offers, and how to get it, from `starts_on` to `ends_on`, both included (R119).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ServiceCard",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                ("filled_on", fields.DateField()),
                ("filled_by", fields.CharField(max_length=40)),
                (
                    "expressed",
                    fields.CharEnumField(
                        description="SPOKEN: spoken\nWRITTEN: written\nGESTURE: gesture\nTHROUGH_FAMILY: through_family",
                        enum_type=Expressed,
                        max_length=14,
                    ),
                ),
                ("recorded_by", fields.UUIDField()),
                ("recorded_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "service_cards",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One filling of the service selection card (R118): on which day, by whose hand, how the elder said it (R030).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ServiceChoice",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("card_id", fields.UUIDField()),
                ("service_id", fields.UUIDField()),
                ("accepts", fields.BooleanField()),
            ],
            options={
                "table": "service_choices",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One service on a card: wanted, or declined.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ServiceRequest",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                ("words", fields.BinaryField()),
                (
                    "state",
                    fields.CharEnumField(
                        description="OPEN: open\nANSWERED: answered", enum_type=RequestState, max_length=8
                    ),
                ),
                ("raised_by", fields.UUIDField()),
                ("raised_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("answer", fields.BinaryField(null=True)),
                ("answered_by", fields.UUIDField(null=True)),
                ("answered_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "service_requests",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What an elder asks for in own words, through a volunteer or the committee (R120).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VillageCard",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                ("number", fields.CharField(max_length=13)),
                ("check_code", fields.BinaryField()),
                ("said_hash", fields.BinaryField()),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "village_cards",
                "app": "models",
                "pk_attr": "id",
                "table_description": "一档一卡 (R005): one printing of what an elder's card says. `said_hash` tells whether it still says what is true.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Whereabouts",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("family_member_id", fields.UUIDField()),
                ("province", fields.CharField(max_length=12)),
                ("city", fields.CharField(max_length=20)),
                (
                    "area",
                    fields.CharEnumField(
                        description="VILLAGE: village\nTOWNSHIP: township\nCOUNTY: county\nCITY: city\nPROVINCE: province\nELSEWHERE: elsewhere",
                        enum_type=Whereabouts,
                        max_length=9,
                    ),
                ),
                ("employer", fields.BinaryField(null=True)),
                ("since", fields.DateField()),
                ("for_work", fields.BooleanField(null=True)),
                ("told_by", fields.UUIDField()),
                ("told_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "whereabouts",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Where a supporter lives and works, to the city, as told on a day (R015, R016). The last told holds.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="FamilyMember",
            name="able",
            field=fields.BooleanField(null=True),
        ),
        ops.AddField(
            model_name="FamilyMember",
            name="asked_on",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="FamilyMember",
            name="whereabouts_on",
            field=fields.DateField(null=True),
        ),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        *(ops.RunSQL(_before._index("INDEX", "ix", *index)) for index in INDEXES),
        ops.RunPython(add_references),
    ]
