"""What is committed beside a change: facts still to be told, and answers already given."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import SECRET_TEXT, Personal, ordinary


class OutboxEntry(Model):
    """A fact waiting for its handler. The payload holds ids, never personal values."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    topic = fields.CharField(48)
    payload = fields.TextField()
    created_at = fields.DatetimeField()
    due_at = fields.DatetimeField()
    lease_until = fields.DatetimeField(null=True)
    tries = fields.IntField(default=0, db_default=0)
    done_at = fields.DatetimeField(null=True)
    dead_at = fields.DatetimeField(null=True)
    last_error = fields.CharField(120, null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id topic payload created_at due_at lease_until tries done_at dead_at last_error"
    )

    class Meta:
        table = "outbox_entries"


class IdempotentAnswer(Model):
    """The one answer to one keyed write, kept 180 days."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id = fields.UUIDField()
    route = fields.CharField(80)
    key = fields.UUIDField()
    body_hash = fields.BinaryField()
    status = fields.SmallIntField(null=True)
    answer = fields.BinaryField(null=True)
    created_at = fields.DatetimeField(db_index=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"answer": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id account_id route key body_hash status created_at")

    class Meta:
        table = "idempotent_answers"
        unique_together = (("account_id", "route", "key"),)
