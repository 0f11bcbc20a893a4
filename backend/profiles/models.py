"""What a file says beside the register: written down with date and author, never overwritten."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import FACT, NAME, SECRET_TEXT, TEXT, Personal, ordinary
from backend.profiles.rules import CapacitySource, DecisionCapacity, Part


class ProfilePart(Model):
    """What somebody saw or was told of one part of the elder's life (R013, R014). The newest day's last entry holds."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    part = fields.CharEnumField(Part, max_length=12)
    text = fields.BinaryField()
    observed_on = fields.DateField()
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"text": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id part observed_on recorded_by recorded_at")

    class Meta:
        table = "profile_parts"


class EmergencyContact(Model):
    """Whom to ring, in the order of `position` from 1. A list replaced stays, ended."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    position = fields.IntField()
    name = fields.CharField(40)
    relation = fields.CharField(12)
    phone = fields.BinaryField()
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"name": NAME, "relation": FACT, "phone": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id position recorded_by recorded_at ended_at")

    class Meta:
        table = "emergency_contacts"


class CapacityFinding(Model):
    """Whether the elder can decide, who found so, where it is known from, and on which day."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    capacity = fields.CharEnumField(DecisionCapacity, max_length=8)
    source = fields.CharEnumField(CapacitySource, max_length=8, null=True)
    found_by = fields.CharField(40, null=True)
    found_on = fields.DateField()
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"capacity": TEXT, "source": TEXT, "found_by": NAME}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id found_on recorded_by recorded_at")

    class Meta:
        table = "capacity_findings"


class Household(Model):
    """Who lives in the elder's home: how many with the elder, whether the spouse, how many under 16 (R025)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    people = fields.IntField()
    spouse = fields.BooleanField(null=True)
    minors = fields.IntField()
    observed_on = fields.DateField()
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"people": FACT, "spouse": FACT, "minors": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id observed_on recorded_by recorded_at")

    class Meta:
        table = "households"
