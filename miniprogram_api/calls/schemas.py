"""Family calls on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.calls.rules import MOST_TIMES, CallState, Seat
from miniprogram_api.schemas import Moment, PageQuery


class CallIn(msgspec.Struct, forbid_unknown_fields=True):
    """Times at which the family could call."""

    elder_id: UUID
    times: Annotated[list[Moment], Meta(min_length=1, max_length=MOST_TIMES)]


class TakeIn(msgspec.Struct, forbid_unknown_fields=True):
    """Which of the proposed times."""

    starts_at: Moment


class CallsQuery(PageQuery, frozen=True):
    """Which calls."""

    elder_id: UUID | None = None
    state: CallState | None = None


class CallOut(msgspec.Struct):
    """A call. `talk_seconds`: host and at least one guest at once."""

    id: UUID
    elder_id: UUID
    elder: str
    village: str
    state: CallState
    times: list[datetime]
    proposed_by: UUID
    proposer: str
    proposed_at: datetime
    host_id: UUID | None
    host: str | None
    starts_at: datetime | None
    opened_at: datetime | None
    closed_at: datetime | None
    talk_seconds: int


class Calls(msgspec.Struct):
    """A page of calls."""

    items: list[CallOut]
    next_cursor: str | None


class PersonOut(msgspec.Struct):
    """One who may be in the room; `account_id` is the participant's id there."""

    account_id: UUID
    name: str
    relation: str | None
    role: Seat


class AttendedOut(msgspec.Struct):
    """One who was in the room, over all its openings."""

    account_id: UUID
    name: str
    joined_at: datetime
    left_at: datetime | None
    seconds: int


class CallDetail(msgspec.Struct):
    """A call with who may come and who came."""

    call: CallOut
    people: list[PersonOut]
    attendance: list[AttendedOut]


class TicketOut(msgspec.Struct):
    """For one minute and one use; it may stand in the page's address, and nowhere else."""

    ticket: str
    expires_at: datetime


class TicketIn(msgspec.Struct, forbid_unknown_fields=True):
    """The ticket from the page's address."""

    ticket: Annotated[str, Meta(min_length=20, max_length=100)]


class RoomGoesOn(msgspec.Struct):
    """What a media node is told of the room it reports: false, and everybody in it has to go."""

    goes_on: bool


class RoomOut(msgspec.Struct):
    """The room as one person enters it. `signalling_path` is a path on this host, or a whole ws(s) URL."""

    call_id: UUID
    account_id: UUID
    role: Seat
    name: str
    elder: str
    people: list[PersonOut]
    signalling_path: str
