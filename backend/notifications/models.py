"""What people were told, by which way, and whether they read it."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import LOOKUP, SECRET_TEXT, Personal, ordinary
from backend.notifications.rules import Channel, DeliveryState, Kind


class Notification(Model):
    """One message to one person, the inbox shows it whether or not WeChat took it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id = fields.UUIDField()
    outbox_id = fields.UUIDField()
    kind = fields.CharEnumField(Kind, max_length=10)
    title = fields.BinaryField()
    body = fields.BinaryField()
    page = fields.CharField(120)
    created_at = fields.DatetimeField()
    read_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"title": SECRET_TEXT, "body": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id account_id outbox_id kind page created_at read_at")

    class Meta:
        table = "notifications"
        unique_together = (("outbox_id", "account_id"),)
        indexes = (("account_id", "created_at"),)


class Delivery(Model):
    """One attempt by one channel: a notification is tried by each channel at most once."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    notification_id = fields.UUIDField()
    channel = fields.CharEnumField(Channel, max_length=12)
    state = fields.CharEnumField(DeliveryState, max_length=8)
    started_at = fields.DatetimeField()
    finished_at = fields.DatetimeField(null=True)
    error = fields.CharField(40, null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id notification_id channel state started_at finished_at error")

    class Meta:
        table = "deliveries"
        unique_together = (("notification_id", "channel"),)


class SubscriptionGrant(Model):
    """Accepts of one template by one account since the last reject: seen by page, by event, and used.

    Page and event tell of the same tap, so what was granted is the larger of the two counts.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id = fields.UUIDField()
    template = fields.CharField(20)
    seen_by_page = fields.IntField(default=0, db_default=0)
    seen_by_event = fields.IntField(default=0, db_default=0)
    used = fields.IntField(default=0, db_default=0)
    rejected_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id account_id template seen_by_page seen_by_event used rejected_at")

    class Meta:
        table = "subscription_grants"
        unique_together = (("account_id", "template"),)


class ReceivedPush(Model):
    """A push of WeChat that took effect, known by this when it comes again, also while Redis is away."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    key_hash = fields.BinaryField()
    at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"key_hash": LOOKUP}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id at")

    class Meta:
        table = "received_pushes"
