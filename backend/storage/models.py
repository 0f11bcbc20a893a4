"""What was uploaded, by whom; the bytes lie in the object store under `key`."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import Personal, ordinary


class Upload(Model):
    """One cleaned picture. `elder_id` is set when a report or an act takes it up, until then only its owner sees it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id = fields.UUIDField()
    key = fields.CharField(120)
    sha256 = fields.CharField(64)
    size = fields.IntField()
    elder_id = fields.UUIDField(null=True)
    created_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id account_id key sha256 size elder_id created_at")

    class Meta:
        table = "uploads"
