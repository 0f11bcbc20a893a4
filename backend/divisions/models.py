"""The dated tree of places."""

from enum import StrEnum
from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import Personal, ordinary


class DivisionLevel(StrEnum):
    """The three levels that answer for elders."""

    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"


class Division(Model):
    """One place under one 12-digit code, codes are retired and merged, so the code is not the identity.

    `successor_id` is the place that answers for it since `ends_on`, `urban_rural` a village's class in the official
    list (111 to 220).
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    code = fields.CharField(12, db_index=True)
    name = fields.CharField(40)
    level = fields.CharEnumField(DivisionLevel, max_length=8)
    parent_id = fields.UUIDField(null=True)
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)
    successor_id = fields.UUIDField(null=True)
    urban_rural = fields.CharField(3, null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id code name level parent_id starts_on ends_on successor_id urban_rural"
    )

    class Meta:
        table = "divisions"


class DivisionSpan(Model):
    """`descendant` lies under (or is) `ancestor` from `starts_on` until `ends_on`."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    ancestor_id = fields.UUIDField()
    descendant_id = fields.UUIDField(db_index=True)
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id ancestor_id descendant_id starts_on ends_on")

    class Meta:
        table = "division_spans"
        unique_together = (("ancestor_id", "descendant_id", "starts_on"),)
