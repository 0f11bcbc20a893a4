"""Coming, going and counts on the wire."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.elders.leavers import LeaverRow
from backend.elders.ledger import Depth
from backend.elders.rules import LeaveReason, PriorityTier
from miniprogram_api.schemas import PageQuery

Reason = Literal["child_returned", "moved_away", "died", "institution", "mistake"]


class LeaveIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why the elder goes off the register, and from which day."""

    reason: Reason
    on: date


class MoveIn(msgspec.Struct, forbid_unknown_fields=True):
    """To which village, and from which day."""

    village_id: UUID
    on: date


class LeaversQuery(PageQuery, frozen=True):
    """Of one village, or for one reason."""

    village_id: UUID | None = None
    reason: LeaveReason | None = None


class Leavers(msgspec.Struct):
    """A page of leavings, the latest first; who came back stays on it."""

    items: list[LeaverRow]
    next_cursor: str | None


class WhereToIn(msgspec.Struct, forbid_unknown_fields=True):
    """Where the elder went, in the village's words."""

    where_to: Annotated[str, Meta(min_length=1, max_length=120)]


class ComeBackIn(msgspec.Struct, forbid_unknown_fields=True):
    """From which day."""

    on: date


class LedgerQuery(msgspec.Struct, frozen=True):
    """Counts at the end of `as_of` (today), and who left from `since` (the quarter's first day) until then.

    Of `division_id` (one's own place) and what lies under it; places below `down_to` are summed, not shown.
    """

    as_of: date | None = None
    since: date | None = None
    division_id: UUID | None = None
    down_to: Depth = "village"


class LedgerTier(msgspec.Struct):
    """One tier's counts; `moved_within` and `merged` are changes of village, not of being on the register."""

    tier: PriorityTier
    on_register: int
    left: dict[LeaveReason, int]


class LedgerPlace(msgspec.Struct):
    """One place with all under it; `ended_on` where it was no more on the day."""

    division_id: UUID
    parent_id: UUID | None
    code: str
    name: str
    level: str
    ended_on: date | None
    on_register: int
    tiers: list[LedgerTier]


class LedgerOut(msgspec.Struct):
    """The places asked for by code; a place's counts are the sums of those right under it."""

    as_of: date
    since: date
    items: list[LedgerPlace]


class UnconfirmedFile(msgspec.Struct):
    """A file nobody has looked through this quarter; `known_on`: last confirmed, or written down first."""

    elder_id: UUID
    name: str
    village_id: UUID
    village: str
    known_on: date
    due_on: date
    overdue: bool


class UnconfirmedFiles(msgspec.Struct):
    """A page of them, longest unlooked-at first."""

    items: list[UnconfirmedFile]
    next_cursor: str | None
