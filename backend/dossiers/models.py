"""The cards printed for elders."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import LOOKUP, SECRET_TEXT, Personal, ordinary


class VillageCard(Model):
    """一档一卡 (R005): one printing of what an elder's card says. `said_hash` tells whether it still says what is true.

    The last made is the elder's card; those before it are genuine, but no longer current.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    number = fields.CharField(13)
    check_code = fields.BinaryField()
    said_hash = fields.BinaryField()
    made_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"check_code": SECRET_TEXT, "said_hash": LOOKUP}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id number made_at")

    class Meta:
        table = "village_cards"
