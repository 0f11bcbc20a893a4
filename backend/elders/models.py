"""The register, first and small: one row per elder."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.elders.rules import AbilityLevel, Gender, PriorityTier
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, LOOKUP, NAME, SECRET_TEXT, TEXT, Personal, ordinary


class Elder(Model):
    """A left-behind older adult. Never deleted, leaves with a date and a reason."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    village_id = fields.UUIDField(db_index=True)
    name = fields.CharField(40)
    gender = fields.CharEnumField(Gender, max_length=6)
    born_on = fields.DateField()
    id_number = fields.BinaryField(null=True)
    id_number_hash = fields.BinaryField(null=True)
    phone = fields.BinaryField(null=True)
    address = fields.CharField(120)
    living_alone = fields.BooleanField()
    ability_level = fields.CharEnumField(AbilityLevel, max_length=10)
    tier = fields.CharEnumField(PriorityTier, max_length=14)
    registered_at = fields.DatetimeField()
    left_on = fields.DateField(null=True)
    left_reason = fields.CharField(40, null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "name": NAME,
        "gender": FACT,
        "born_on": FACT,
        "id_number": SECRET_TEXT,
        "id_number_hash": LOOKUP,
        "phone": SECRET_TEXT,
        "address": TEXT,
        "living_alone": FACT,
        "ability_level": FACT,
        "tier": FACT,
        "left_reason": TEXT,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id village_id registered_at left_on")

    class Meta:
        table = "elders"
