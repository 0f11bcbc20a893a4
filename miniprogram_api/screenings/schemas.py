"""Screenings on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.screenings.queries import Coverage, Door
from backend.screenings.rules import Outcome, Season
from miniprogram_api.schemas import Cursor, Name, Words

Address = Annotated[str, Meta(min_length=1, max_length=120)]


class CampaignIn(msgspec.Struct, forbid_unknown_fields=True):
    """A screening of all villages of a place."""

    division_id: UUID
    name: Name
    starts_on: date
    ends_on: date


class CampaignOut(msgspec.Struct):
    """A screening; `running` on the days on which doors are ticked. `place_id` is one's own place in it."""

    id: UUID
    name: str
    season: Season
    division: str
    starts_on: date
    ends_on: date
    running: bool
    place_id: UUID


class Campaigns(msgspec.Struct):
    """The latest first."""

    items: list[CampaignOut]


class CoverageRow(Coverage, frozen=True):
    """A place's figures; `percent` of its households are done, rounded down."""

    percent: int


class CoverageOut(msgspec.Struct):
    """The place asked for with all under it, by code."""

    campaign: CampaignOut
    items: list[CoverageRow]


class DoorsQuery(msgspec.Struct, frozen=True):
    """Which page of the list; `unfinished`: of those alone that are still to be visited."""

    unfinished: bool = False
    cursor: Cursor | None = None
    limit: Annotated[int, Meta(ge=1, le=50)] = 50


class Doors(msgspec.Struct):
    """A page of a village's list, focus households first."""

    items: list[Door]
    next_cursor: str | None


class HouseholdIn(msgspec.Struct, forbid_unknown_fields=True):
    """A door."""

    address: Address
    head: Name
    poor: bool = False
    very_old: bool = False
    disabled: bool = False


class HouseholdsIn(msgspec.Struct, forbid_unknown_fields=True):
    """Households of one village."""

    village_id: UUID
    households: Annotated[list[HouseholdIn], Meta(min_length=1, max_length=100)]


class HouseholdsMade(msgspec.Struct):
    """Those that were not on the list before."""

    ids: list[UUID]


class TickIn(msgspec.Struct, forbid_unknown_fields=True):
    """What was found at a door."""

    outcome: Outcome
    note: Words | None = None
