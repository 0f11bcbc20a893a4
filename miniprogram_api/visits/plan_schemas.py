"""The plan of visits on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.visits.assignments import AssignmentKind, VisitorKind
from backend.visits.calendars import DoneRow, PlanRow
from backend.visits.holders import HolderRow, OverdueRow, VisitorRow
from backend.visits.notices import NoticeRow, OwnNotice
from backend.visits.occasions import OccasionKind
from miniprogram_api.schemas import Name, PageQuery

Month = Annotated[str, Meta(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]


class HoldersQuery(PageQuery, frozen=True):
    """Which page, whether only those without a responsible visitor, and of which elder alone."""

    without: bool = False
    elder_id: UUID | None = None


class VisitHolders(msgspec.Struct):
    """A page of elders and who visits each."""

    items: tuple[HolderRow, ...]
    next_cursor: str | None


class VisitorsQuery(msgspec.Struct, frozen=True):
    """For which elder alone."""

    elder_id: UUID | None = None


class Visitors(msgspec.Struct):
    """Who may be assigned, the least laden first."""

    items: list[VisitorRow]


class AssignIn(msgspec.Struct, forbid_unknown_fields=True):
    """Who is to visit the elder; `instead_of` is the assignment on the screen, null where nobody was."""

    elder_id: UUID
    visitor_id: UUID
    kind: AssignmentKind
    visitor_kind: VisitorKind
    instead_of: UUID | None = None


class OverdueVisits(msgspec.Struct):
    """A page of the overdue, village by village, the longest overdue first."""

    items: tuple[OverdueRow, ...]
    next_cursor: str | None


class CalendarQuery(msgspec.Struct, frozen=True):
    """Which month."""

    month: Month


class VillageCalendar(msgspec.Struct):
    """A month of visits, done and planned; `names` by elder."""

    month: Month
    done: list[DoneRow]
    planned: list[PlanRow]
    names: dict[str, Name]


class WeatherIn(msgspec.Struct, forbid_unknown_fields=True):
    """Everybody in these villages is to be looked after until the end of the day."""

    village_ids: Annotated[list[UUID], Meta(min_length=1, max_length=60)]
    until: date


class EventIn(msgspec.Struct, forbid_unknown_fields=True):
    """What happened to the elder."""

    elder_id: UUID
    kind: OccasionKind


class VisitorNotices(msgspec.Struct):
    """Notices nobody has answered yet, the oldest first."""

    items: list[NoticeRow]


class OwnVisitorNotices(msgspec.Struct):
    """Who visits one's elders."""

    items: list[OwnNotice]


class HandedOverIn(msgspec.Struct, forbid_unknown_fields=True):
    """The day the notice was received, and who was there."""

    on: date
    witness: Name
