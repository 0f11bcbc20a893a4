"""Volunteers on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.volunteers.rules import VolunteerState
from miniprogram_api.schemas import Name


class ApplicationIn(msgspec.Struct, forbid_unknown_fields=True):
    """An offer to help."""

    village_id: UUID
    name: Name
    risk_notice: Annotated[str, Meta(min_length=1, max_length=10)]


class RiskNotice(msgspec.Struct):
    """What a volunteer reads before applying."""

    version: str
    text: str


class Volunteer(msgspec.Struct):
    """One volunteer."""

    id: UUID
    account_id: UUID
    name: str
    village_id: UUID
    village: str
    state: VolunteerState
    applied_at: datetime
    elders: int


class Volunteers(msgspec.Struct):
    """Those of the divisions in sight."""

    items: list[Volunteer]


class PairingIn(msgspec.Struct, forbid_unknown_fields=True):
    """Who visits whom."""

    volunteer_id: UUID
    elder_id: UUID
