"""Family calls: who, when, and what came of it."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.calls.planning import DropOut, Heard, Skill
from backend.calls.rules import CallState
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, LOOKUP, SECRET_TEXT, Personal, ordinary


class Call(Model):
    """One call, from the first proposed time to the minutes talked.

    `talk_seconds` come from media alone. `phone_minutes` on an ordinary telephone are `phoned_by`'s word, kept apart.
    """

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
    reminders = fields.IntField(default=0, db_default=0)
    phone_minutes = fields.IntField(default=0, db_default=0)
    phoned_by = fields.UUIDField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id proposed_by proposed_at times state host_id starts_at opened_at closed_at talk_seconds reminders"
        " phone_minutes phoned_by"
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


class CallGuest(Model):
    """A child who said whether to come to a call. Who has said nothing may come too, and keeps no time free for it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    call_id = fields.UUIDField()
    account_id = fields.UUIDField(db_index=True)
    coming = fields.BooleanField()
    said_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id call_id account_id coming said_at")

    class Meta:
        table = "call_guests"


class ElderAnswer(Model):
    """The elder was asked about a call, by whom and how, and said yes or no. At each opening anew, and then `present`
    tells who sat with the elder: a JSON array of `Companion`."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    call_id = fields.UUIDField(db_index=True)
    elder_id = fields.UUIDField(db_index=True)
    agrees = fields.BooleanField()
    heard = fields.CharEnumField(Heard, max_length=14)
    present = fields.TextField(default="[]", db_default="[]")
    asked_by = fields.UUIDField()
    asked_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"agrees": FACT, "present": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id call_id elder_id heard asked_by asked_at")

    class Meta:
        table = "elder_answers"


class HostOffer(Model):
    """Somebody is asked to host in place of one who cannot come, alone until `answer_by`, and may still come after.

    A host who dropped out has one too, `declined_at` then, with the reason: nobody is asked twice for one call.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    call_id = fields.UUIDField()
    elder_id = fields.UUIDField(db_index=True)
    account_id = fields.UUIDField(db_index=True)
    offered_at = fields.DatetimeField()
    answer_by = fields.DatetimeField()
    declined_at = fields.DatetimeField(null=True)
    reason = fields.CharEnumField(DropOut, max_length=14, null=True)
    words = fields.BinaryField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"reason": FACT, "words": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id call_id elder_id account_id offered_at answer_by declined_at")

    class Meta:
        table = "host_offers"


class LobbySeat(Model):
    """A child waits for the room to open, seen a moment ago, or gone."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    call_id = fields.UUIDField()
    account_id = fields.UUIDField()
    came_at = fields.DatetimeField()
    seen_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id call_id account_id came_at seen_at")

    class Meta:
        table = "lobby_seats"


class CallOutcome(Model):
    """What the host noticed and taught, and how far the elder came with the telephone (R084)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    call_id = fields.UUIDField()
    elder_id = fields.UUIDField(db_index=True)
    skill = fields.CharEnumField(Skill, max_length=6)
    noticed = fields.BinaryField(null=True)
    taught = fields.BinaryField(null=True)
    noted_by = fields.UUIDField()
    noted_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"skill": FACT, "noticed": SECRET_TEXT, "taught": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id call_id elder_id noted_by noted_at")

    class Meta:
        table = "call_outcomes"


class CallNudge(Model):
    """When a child was last reminded that there was no call for long."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    account_id = fields.UUIDField()
    nudged_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id account_id nudged_at")

    class Meta:
        table = "call_nudges"


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
