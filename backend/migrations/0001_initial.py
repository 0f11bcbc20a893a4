from uuid import uuid4

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from backend.accounts.roles import Role
from backend.accounts.rules import SignInWay
from backend.agreements.rules import ActKind, AgreementState, Means
from backend.calls.rules import CallState
from backend.divisions.models import DivisionLevel
from backend.elders.rules import AbilityLevel, Gender, PriorityTier
from backend.families.rules import ContactKind, Duty
from backend.kit.ids import uuid7
from backend.notifications.rules import Channel, DeliveryState, Kind
from backend.visits.rules import Finding, VisitMode
from backend.volunteers.rules import VolunteerState


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Account",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("name", fields.CharField(max_length=40)),
                ("phone", fields.BinaryField(null=True)),
                ("phone_hash", fields.BinaryField(null=True)),
                ("phone_verified_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("openid", fields.BinaryField(null=True)),
                ("openid_hash", fields.BinaryField(null=True)),
                ("login", fields.CharField(null=True, max_length=40)),
                ("password_hash", fields.CharField(null=True, max_length=200)),
                ("totp_secret", fields.BinaryField(null=True)),
                ("totp_last_step", fields.IntField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "accounts",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One person who signs in. Elders never do.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Act",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("agreement_id", fields.UUIDField(db_index=True)),
                (
                    "kind",
                    fields.CharEnumField(
                        description="SIGN: sign\nACCEPT: accept\nCONSENT: consent", enum_type=ActKind, max_length=8
                    ),
                ),
                ("account_id", fields.UUIDField(null=True)),
                ("text_hash", fields.CharField(max_length=64)),
                (
                    "means",
                    fields.CharEnumField(
                        description="HANDWRITING: handwriting\nFINGERPRINT: fingerprint", enum_type=Means, max_length=12
                    ),
                ),
                ("signature_id", fields.UUIDField(null=True)),
                ("photo_id", fields.UUIDField(null=True)),
                ("witness", fields.CharField(null=True, max_length=40)),
                ("captured_by", fields.UUIDField(null=True)),
                ("done_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("received_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("void", fields.BooleanField(default=False, db_default=False)),
            ],
            options={
                "table": "acts",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One person's act upon one text. An act on a text since changed is kept, void.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Agreement",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("village_id", fields.UUIDField(db_index=True)),
                ("wish_id", fields.UUIDField()),
                ("supporter_id", fields.UUIDField()),
                ("caregiver_id", fields.UUIDField()),
                (
                    "state",
                    fields.CharEnumField(
                        description="DRAFT: draft\nSIGNED: signed\nCONSENTED: consented\nHANDED_IN: handed_in\nRETURNED: returned\nFILED: filed\nDECLINED: declined\nWITHDRAWN: withdrawn\nENDED: ended",
                        enum_type=AgreementState,
                        max_length=10,
                    ),
                ),
                ("template", fields.CharField(max_length=10)),
                ("text", fields.BinaryField()),
                ("text_hash", fields.CharField(max_length=64)),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField()),
                ("drafted_by", fields.UUIDField()),
                ("drafted_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("handed_in_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("return_reason", fields.BinaryField(null=True)),
                ("filed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("filed_by", fields.UUIDField(null=True)),
                ("number", fields.CharField(null=True, max_length=40)),
                ("check_code", fields.BinaryField(null=True)),
                ("sealed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("pdf_key", fields.CharField(null=True, max_length=120)),
                ("pdf_sha256", fields.CharField(null=True, db_index=True, max_length=64)),
            ],
            options={
                "table": "agreements",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A care-entrustment agreement. `text` is canonical and holds no number and no acts.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Anchor",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("chains", fields.IntField()),
                ("root", fields.BinaryField()),
                ("previous", fields.BinaryField()),
                ("signature", fields.BinaryField()),
            ],
            options={
                "table": "anchors",
                "app": "models",
                "pk_attr": "id",
                "table_description": "All heads folded into one signed hash, once an hour.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Attendance",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("call_id", fields.UUIDField(db_index=True)),
                ("opening", fields.CharField(max_length=64)),
                ("account_id", fields.UUIDField()),
                ("joined_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("left_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("seconds", fields.IntField()),
            ],
            options={
                "table": "attendances",
                "app": "models",
                "unique_together": (("call_id", "opening", "account_id"),),
                "pk_attr": "id",
                "table_description": "One person in one opening of a call's room, as the media node last told it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AuditEvent",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("subject_kind", fields.CharField(max_length=16)),
                ("subject_id", fields.UUIDField()),
                ("number", fields.IntField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("actor_id", fields.UUIDField(null=True)),
                ("role", fields.CharField(max_length=16)),
                ("tag", fields.CharField(max_length=64)),
                ("payload", fields.BinaryField(null=True)),
                ("salt", fields.BinaryField(null=True)),
                ("commitment", fields.BinaryField()),
                ("previous", fields.BinaryField()),
                ("link", fields.BinaryField()),
            ],
            options={
                "table": "audit_events",
                "app": "models",
                "unique_together": (("subject_id", "number"),),
                "pk_attr": "id",
                "table_description": "One link of one subject's chain.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Call",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("proposed_by", fields.UUIDField()),
                ("proposed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("times", fields.TextField(unique=False)),
                (
                    "state",
                    fields.CharEnumField(
                        description="PROPOSED: proposed\nAGREED: agreed\nOPEN: open\nCLOSED: closed\nCANCELLED: cancelled",
                        enum_type=CallState,
                        max_length=9,
                    ),
                ),
                ("host_id", fields.UUIDField(null=True, db_index=True)),
                ("starts_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("opened_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("talk_seconds", fields.IntField(default=0, db_default=0)),
            ],
            options={
                "table": "calls",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One call, from the first proposed time to the minutes talked.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ChainHead",
            fields=[
                ("subject_id", fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
                ("subject_kind", fields.CharField(max_length=16)),
                ("number", fields.IntField()),
                ("link", fields.BinaryField()),
            ],
            options={
                "table": "chain_heads",
                "app": "models",
                "pk_attr": "subject_id",
                "table_description": "Where a subject's chain ends, locked while a link is added.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Contact",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("account_id", fields.UUIDField()),
                (
                    "kind",
                    fields.CharEnumField(
                        description="FAMILY_CALL: family_call\nDECLARED: declared", enum_type=ContactKind, max_length=12
                    ),
                ),
                ("source_id", fields.UUIDField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("seconds", fields.IntField()),
            ],
            options={
                "table": "contacts",
                "app": "models",
                "unique_together": (("source_id", "account_id"),),
                "pk_attr": "id",
                "table_description": "A talk between an elder and one of the family (R043), a call's attendance enters by itself.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Delivery",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("notification_id", fields.UUIDField()),
                (
                    "channel",
                    fields.CharEnumField(description="SUBSCRIPTION: subscription", enum_type=Channel, max_length=12),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        description="WAITING: waiting\nSENDING: sending\nSENT: sent\nREFUSED: refused\nUNKNOWN: unknown",
                        enum_type=DeliveryState,
                        max_length=8,
                    ),
                ),
                ("started_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("finished_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("error", fields.CharField(null=True, max_length=40)),
            ],
            options={
                "table": "deliveries",
                "app": "models",
                "unique_together": (("notification_id", "channel"),),
                "pk_attr": "id",
                "table_description": "One attempt by one channel: a notification is tried by each channel at most once.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="DesktopSignIn",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("secret_hash", fields.BinaryField()),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("account_id", fields.UUIDField(null=True)),
                ("membership_id", fields.UUIDField(null=True)),
                ("taken_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "desktop_sign_ins",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A QR on the office desktop, waiting to be confirmed in the mini-program.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Division",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("code", fields.CharField(db_index=True, max_length=12)),
                ("name", fields.CharField(max_length=40)),
                (
                    "level",
                    fields.CharEnumField(
                        description="COUNTY: county\nTOWNSHIP: township\nVILLAGE: village",
                        enum_type=DivisionLevel,
                        max_length=8,
                    ),
                ),
                ("parent_id", fields.UUIDField(null=True)),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField(null=True)),
            ],
            options={
                "table": "divisions",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One place under one 12-digit code, codes are retired and merged, so the code is not the identity.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="DivisionSpan",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("ancestor_id", fields.UUIDField()),
                ("descendant_id", fields.UUIDField(db_index=True)),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField(null=True)),
            ],
            options={
                "table": "division_spans",
                "app": "models",
                "unique_together": (("ancestor_id", "descendant_id", "starts_on"),),
                "pk_attr": "id",
                "table_description": "`descendant` lies under (or is) `ancestor` from `starts_on` until `ends_on`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Elder",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("village_id", fields.UUIDField(db_index=True)),
                ("name", fields.CharField(max_length=40)),
                (
                    "gender",
                    fields.CharEnumField(description="FEMALE: female\nMALE: male", enum_type=Gender, max_length=6),
                ),
                ("born_on", fields.DateField()),
                ("id_number", fields.BinaryField(null=True)),
                ("id_number_hash", fields.BinaryField(null=True)),
                ("phone", fields.BinaryField(null=True)),
                ("address", fields.CharField(max_length=120)),
                ("living_alone", fields.BooleanField()),
                (
                    "ability_level",
                    fields.CharEnumField(
                        description="INTACT: intact\nMILD: mild\nMODERATE: moderate\nSEVERE: severe\nCOMPLETE: complete\nUNKNOWN: unknown",
                        enum_type=AbilityLevel,
                        max_length=10,
                    ),
                ),
                (
                    "tier",
                    fields.CharEnumField(
                        description="HIGH: high\nMEDIUM: medium\nROUTINE: routine\nUNCLASSIFIED: unclassified",
                        enum_type=PriorityTier,
                        max_length=14,
                    ),
                ),
                ("registered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("left_on", fields.DateField(null=True)),
                ("left_reason", fields.CharField(null=True, max_length=40)),
            ],
            options={
                "table": "elders",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A left-behind older adult. Never deleted, leaves with a date and a reason.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="FamilyMember",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                (
                    "duty",
                    fields.CharEnumField(
                        description="SUPPORTER: supporter\nCAREGIVER: caregiver", enum_type=Duty, max_length=10
                    ),
                ),
                ("name", fields.CharField(max_length=40)),
                ("relation", fields.CharField(max_length=12)),
                ("city", fields.CharField(null=True, max_length=40)),
                ("phone", fields.BinaryField()),
                ("phone_hash", fields.BinaryField()),
                ("account_id", fields.UUIDField(null=True, db_index=True)),
                ("named_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("claimed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("confirmed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("confirmed_by", fields.UUIDField(null=True)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "family_members",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A place named on the elder's file, a person claims it by verified phone and the committee confirms.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="IdempotentAnswer",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("account_id", fields.UUIDField()),
                ("route", fields.CharField(max_length=80)),
                ("key", fields.UUIDField()),
                ("body_hash", fields.BinaryField()),
                ("status", fields.SmallIntField(null=True)),
                ("answer", fields.BinaryField(null=True)),
                ("created_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "idempotent_answers",
                "app": "models",
                "unique_together": (("account_id", "route", "key"),),
                "pk_attr": "id",
                "table_description": "The one answer to one keyed write, kept 180 days.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Invitation",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("token_hash", fields.BinaryField()),
                ("name", fields.CharField(max_length=40)),
                (
                    "role",
                    fields.CharEnumField(
                        description="SUPPORTER: supporter\nCAREGIVER: caregiver\nVOLUNTEER: volunteer\nCOMMITTEE: committee\nTOWNSHIP: township\nCOUNTY: county",
                        enum_type=Role,
                        max_length=12,
                    ),
                ),
                ("division_id", fields.UUIDField()),
                ("invited_by", fields.UUIDField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("accepted_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "invitations",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An official is invited to an office login, the link works once.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Membership",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("account_id", fields.UUIDField(db_index=True)),
                (
                    "role",
                    fields.CharEnumField(
                        description="SUPPORTER: supporter\nCAREGIVER: caregiver\nVOLUNTEER: volunteer\nCOMMITTEE: committee\nTOWNSHIP: township\nCOUNTY: county",
                        enum_type=Role,
                        max_length=12,
                    ),
                ),
                ("division_id", fields.UUIDField(null=True)),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField(null=True)),
                ("granted_by", fields.UUIDField(null=True)),
            ],
            options={
                "table": "memberships",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A role from one day until another: in a division (offices), or for tied elders (everyone else).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Notification",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("account_id", fields.UUIDField()),
                ("outbox_id", fields.UUIDField()),
                (
                    "kind",
                    fields.CharEnumField(
                        description="AGREEMENT: agreement\nVISIT: visit\nCALL: call\nPLACE: place",
                        enum_type=Kind,
                        max_length=10,
                    ),
                ),
                ("title", fields.BinaryField()),
                ("body", fields.BinaryField()),
                ("page", fields.CharField(max_length=120)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("read_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "notifications",
                "app": "models",
                "unique_together": (("outbox_id", "account_id"),),
                "indexes": [Index(fields=["account_id", "created_at"])],
                "pk_attr": "id",
                "table_description": "One message to one person, the inbox shows it whether or not WeChat took it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OutboxEntry",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("topic", fields.CharField(max_length=48)),
                ("payload", fields.TextField(unique=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("lease_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("tries", fields.IntField(default=0, db_default=0)),
                ("done_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("dead_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("last_error", fields.CharField(null=True, max_length=120)),
            ],
            options={
                "table": "outbox_entries",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A fact waiting for its handler. The payload holds ids, never personal values.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Pairing",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("volunteer_id", fields.UUIDField()),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("tie_id", fields.UUIDField()),
                ("started_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("started_by", fields.UUIDField()),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_by", fields.UUIDField(null=True)),
            ],
            options={
                "table": "pairings",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A volunteer with an elder, either side may end it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Policy",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("division_id", fields.UUIDField(null=True)),
                ("name", fields.CharField(max_length=40)),
                ("value", fields.TextField(unique=False)),
                ("starts_on", fields.DateField()),
            ],
            options={
                "table": "policies",
                "app": "models",
                "indexes": [Index(fields=["name", "starts_on"])],
                "pk_attr": "id",
                "table_description": "`name` has `value` in `division` (everywhere when null) from `starts_on` on.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Reading",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("account_id", fields.UUIDField()),
                ("role", fields.CharField(max_length=16)),
                ("purpose", fields.CharField(max_length=32)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("what", fields.CharField(max_length=32)),
                ("subject_id", fields.UUIDField(null=True)),
            ],
            options={
                "table": "readings",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Who looked at whose file, when, as what and why (个人信息保护法 art. 54).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReceivedPush",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("key_hash", fields.BinaryField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "received_pushes",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A push of WeChat that took effect, known by this when it comes again, also while Redis is away.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RoomReport",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("call_id", fields.UUIDField(db_index=True)),
                ("opening", fields.CharField(max_length=64)),
                ("number", fields.IntField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("talk_seconds", fields.IntField()),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "room_reports",
                "app": "models",
                "unique_together": (("call_id", "opening"),),
                "pk_attr": "id",
                "table_description": "The newest cumulative event of one opening of a room, an older or repeated number changes nothing.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RoomTicket",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("ticket_hash", fields.BinaryField()),
                ("call_id", fields.UUIDField()),
                ("account_id", fields.UUIDField()),
                ("membership_id", fields.UUIDField()),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "room_tickets",
                "app": "models",
                "pk_attr": "id",
                "table_description": "Sixty seconds, once: exchanged for the room cookie.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Session",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("token_hash", fields.BinaryField()),
                ("account_id", fields.UUIDField(db_index=True)),
                ("membership_id", fields.UUIDField(null=True)),
                (
                    "channel",
                    fields.CharEnumField(
                        description="WECHAT: wechat\nOFFICE: office\nQR: qr", enum_type=SignInWay, max_length=8
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "sessions",
                "app": "models",
                "pk_attr": "id",
                "table_description": "An opaque token, hashed. The device keeps the only copy of the token itself.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SignedHead",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("subject_id", fields.UUIDField(db_index=True)),
                ("number", fields.IntField()),
                ("link", fields.BinaryField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("signature", fields.BinaryField()),
            ],
            options={
                "table": "signed_heads",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A head and its count under the evidence key, so a cut tail or a recomputed chain is found.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SubscriptionGrant",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("account_id", fields.UUIDField()),
                ("template", fields.CharField(max_length=20)),
                ("seen_by_page", fields.IntField(default=0, db_default=0)),
                ("seen_by_event", fields.IntField(default=0, db_default=0)),
                ("used", fields.IntField(default=0, db_default=0)),
                ("rejected_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "subscription_grants",
                "app": "models",
                "unique_together": (("account_id", "template"),),
                "pk_attr": "id",
                "table_description": "Accepts of one template by one account since the last reject: seen by page, by event, and used.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Tie",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("membership_id", fields.UUIDField()),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("starts_on", fields.DateField()),
                ("ends_on", fields.DateField(null=True)),
            ],
            options={
                "table": "ties",
                "app": "models",
                "indexes": [Index(fields=["membership_id", "elder_id"])],
                "pk_attr": "id",
                "table_description": "A membership reaches this elder from one day until another. Features write it, Scope reads it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Upload",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("account_id", fields.UUIDField()),
                ("key", fields.CharField(max_length=120)),
                ("sha256", fields.CharField(max_length=64)),
                ("size", fields.IntField()),
                ("elder_id", fields.UUIDField(null=True)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "uploads",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One cleaned picture. `elder_id` is set when a report or an act takes it up, until then only its owner sees it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VisitDue",
            fields=[
                ("elder_id", fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True)),
                ("due_on", fields.DateField(db_index=True)),
                ("last_visit_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "visits_due",
                "app": "models",
                "pk_attr": "elder_id",
                "table_description": "When the elder is next to be visited: one row per elder, moved on by each report.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VisitReport",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField()),
                ("visitor_id", fields.UUIDField()),
                (
                    "mode",
                    fields.CharEnumField(
                        description="HOME: home\nPHONE: phone\nVIDEO: video\nGROUP: group",
                        enum_type=VisitMode,
                        max_length=6,
                    ),
                ),
                ("visited_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("received_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("late", fields.BooleanField()),
                (
                    "health",
                    fields.CharEnumField(
                        description="GOOD: good\nWATCH: watch\nHELP: help", enum_type=Finding, max_length=5
                    ),
                ),
                (
                    "economy",
                    fields.CharEnumField(
                        description="GOOD: good\nWATCH: watch\nHELP: help", enum_type=Finding, max_length=5
                    ),
                ),
                (
                    "family_duty",
                    fields.CharEnumField(
                        description="GOOD: good\nWATCH: watch\nHELP: help", enum_type=Finding, max_length=5
                    ),
                ),
                (
                    "safety",
                    fields.CharEnumField(
                        description="GOOD: good\nWATCH: watch\nHELP: help", enum_type=Finding, max_length=5
                    ),
                ),
                (
                    "needs",
                    fields.CharEnumField(
                        description="GOOD: good\nWATCH: watch\nHELP: help", enum_type=Finding, max_length=5
                    ),
                ),
                ("note", fields.BinaryField(null=True)),
                ("photo_ids", fields.TextField(default="[]", db_default="[]", unique=False)),
            ],
            options={
                "table": "visit_reports",
                "app": "models",
                "indexes": [Index(fields=["elder_id", "visited_at"])],
                "pk_attr": "id",
                "table_description": "What a visitor saw. Written once, never edited.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Volunteer",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("account_id", fields.UUIDField()),
                ("village_id", fields.UUIDField(db_index=True)),
                ("membership_id", fields.UUIDField(null=True)),
                (
                    "state",
                    fields.CharEnumField(
                        description="APPLIED: applied\nAPPROVED: approved\nTRAINED: trained\nENDED: ended",
                        enum_type=VolunteerState,
                        max_length=10,
                    ),
                ),
                ("risk_notice", fields.CharField(max_length=10)),
                ("applied_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("approved_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("approved_by", fields.UUIDField(null=True)),
                ("trained_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("trained_by", fields.UUIDField(null=True)),
            ],
            options={
                "table": "volunteers",
                "app": "models",
                "unique_together": (("account_id", "village_id"),),
                "pk_attr": "id",
                "table_description": "One person's service in one village.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Wish",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("elder_id", fields.UUIDField(db_index=True)),
                ("willing", fields.BooleanField()),
                ("words", fields.BinaryField()),
                ("witness", fields.CharField(null=True, max_length=40)),
                ("asked_by", fields.UUIDField()),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("received_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "wishes",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What the elder said when asked, before anything was written (R038).",
            },
            bases=["Model"],
        ),
    ]
