"""What the documents leave open is dated policy of a place, never a constant in code."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import Personal, ordinary


class Policy(Model):
    """`name` has `value` in `division` (everywhere when null) from `starts_on` on."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    division_id = fields.UUIDField(null=True)
    name = fields.CharField(40)
    value = fields.TextField()
    starts_on = fields.DateField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id division_id name value starts_on")

    class Meta:
        table = "policies"
        indexes = (("name", "starts_on"),)
