"""Family calls: who, when, and what came of it."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.calls.rules import CallState
from backend.kit.ids import uuid7
from backend.kit.personal import LOOKUP, Personal, ordinary


class Call(Model):
    """One call, from the first proposed time to the minutes talked."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    proposed_by = fields.UUIDField()
    proposed_at = fields.DatetimeField()
    times = fields.TextField()
    state = fields.CharEnumField(CallState, max_length=9)
    host_id = fields.UUIDField(null=True, db_index=True)
    starts_at = fields.DatetimeField(null=True)
    opened_at = fields.DatetimeField(null=True)
    closed_at = fields.DatetimeField(null=True)
    talk_seconds = fields.IntField(default=0, db_default=0)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id proposed_by proposed_at times state host_id starts_at opened_at closed_at talk_seconds"
    )

    class Meta:
        table = "calls"


class Attendance(Model):
    """One person in one opening of a call's room, as the media node last told it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    call_id = fields.UUIDField(db_index=True)
    opening = fields.CharField(64)
    account_id = fields.UUIDField()
    joined_at = fields.DatetimeField()
    left_at = fields.DatetimeField(null=True)
    seconds = fields.IntField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id call_id opening account_id joined_at left_at seconds")

    class Meta:
        table = "attendances"
        unique_together = (("call_id", "opening", "account_id"),)


class RoomReport(Model):
    """The newest cumulative event of one opening of a room, an older or repeated number changes nothing."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    call_id = fields.UUIDField(db_index=True)
    opening = fields.CharField(64)
    number = fields.IntField()
    at = fields.DatetimeField()
    talk_seconds = fields.IntField()
    closed_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id call_id opening number at talk_seconds closed_at")

    class Meta:
        table = "room_reports"
        unique_together = (("call_id", "opening"),)


class RoomTicket(Model):
    """Sixty seconds, once: exchanged for the room cookie."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    ticket_hash = fields.BinaryField()
    call_id = fields.UUIDField()
    account_id = fields.UUIDField()
    membership_id = fields.UUIDField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"ticket_hash": LOOKUP}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id call_id account_id membership_id expires_at used_at")

    class Meta:
        table = "room_tickets"
