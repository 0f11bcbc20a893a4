"""The audit trail's tables. No foreign keys: the trail outlives what it speaks of."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import SECRET_TEXT, Personal, ordinary


class AuditEvent(Model):
    """One link of one subject's chain."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    subject_kind = fields.CharField(16)
    subject_id = fields.UUIDField()
    number = fields.IntField()
    at = fields.DatetimeField()
    actor_id = fields.UUIDField(null=True)
    role = fields.CharField(16)
    tag = fields.CharField(64)
    payload = fields.BinaryField(null=True)
    salt = fields.BinaryField(null=True)
    commitment = fields.BinaryField()
    previous = fields.BinaryField()
    link = fields.BinaryField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"payload": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id subject_kind subject_id number at actor_id role tag salt commitment previous link"
    )

    class Meta:
        table = "audit_events"
        unique_together = (("subject_id", "number"),)


class ChainHead(Model):
    """Where a subject's chain ends, locked while a link is added."""

    subject_id = fields.UUIDField(primary_key=True)
    subject_kind = fields.CharField(16)
    number = fields.IntField()
    link = fields.BinaryField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("subject_id subject_kind number link")

    class Meta:
        table = "chain_heads"


class SignedHead(Model):
    """A head and its count under the evidence key, so a cut tail or a recomputed chain is found."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    subject_id = fields.UUIDField(db_index=True)
    number = fields.IntField()
    link = fields.BinaryField()
    at = fields.DatetimeField()
    signature = fields.BinaryField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id subject_id number link at signature")

    class Meta:
        table = "signed_heads"


class Anchor(Model):
    """All heads folded into one signed hash, once an hour."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    at = fields.DatetimeField(db_index=True)
    chains = fields.IntField()
    root = fields.BinaryField()
    previous = fields.BinaryField()
    signature = fields.BinaryField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id at chains root previous signature")

    class Meta:
        table = "anchors"


class Reading(Model):
    """Who looked at whose file, when, as what and why (个人信息保护法 art. 54)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    at = fields.DatetimeField()
    account_id = fields.UUIDField()
    role = fields.CharField(16)
    purpose = fields.CharField(32)
    elder_id = fields.UUIDField(db_index=True)
    what = fields.CharField(32)
    subject_id = fields.UUIDField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id at account_id role purpose elder_id what subject_id")

    class Meta:
        table = "readings"
