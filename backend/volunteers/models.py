"""Volunteers and whom they visit."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import Personal, ordinary
from backend.volunteers.rules import VolunteerState


class Volunteer(Model):
    """One person's service in one village."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id = fields.UUIDField()
    village_id = fields.UUIDField(db_index=True)
    membership_id = fields.UUIDField(null=True)
    state = fields.CharEnumField(VolunteerState, max_length=10)
    risk_notice = fields.CharField(10)
    applied_at = fields.DatetimeField()
    approved_at = fields.DatetimeField(null=True)
    approved_by = fields.UUIDField(null=True)
    trained_at = fields.DatetimeField(null=True)
    trained_by = fields.UUIDField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id account_id village_id membership_id state risk_notice applied_at approved_at approved_by"
        " trained_at trained_by"
    )

    class Meta:
        table = "volunteers"
        unique_together = (("account_id", "village_id"),)


class Pairing(Model):
    """A volunteer with an elder, either side may end it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    volunteer_id = fields.UUIDField()
    elder_id = fields.UUIDField(db_index=True)
    tie_id = fields.UUIDField()
    started_at = fields.DatetimeField()
    started_by = fields.UUIDField()
    ended_at = fields.DatetimeField(null=True)
    ended_by = fields.UUIDField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id volunteer_id elder_id tie_id started_at started_by ended_at ended_by"
    )

    class Meta:
        table = "pairings"
