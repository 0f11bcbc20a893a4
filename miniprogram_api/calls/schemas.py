"""Family calls on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.calls.company import Companion
from backend.calls.lobby import Waiting
from backend.calls.outcomes import Aftermath
from backend.calls.planning import DropOut, Heard, Skill
from backend.calls.queries import Answered, OfferRow
from backend.calls.rules import MOST_TIMES, CallState, Seat
from miniprogram_api.schemas import Moment, PageQuery, Words


class CallIn(msgspec.Struct, forbid_unknown_fields=True):
    """Times at which the family could call."""

    elder_id: UUID
    times: Annotated[list[Moment], Meta(min_length=1, max_length=MOST_TIMES)]


class TakeIn(msgspec.Struct, forbid_unknown_fields=True):
    """Which of the proposed times."""

    starts_at: Moment


class OpenIn(msgspec.Struct, forbid_unknown_fields=True):
    """At the elder's home: the elder has just said yes aloud; who sits with the elder, minors marked."""

    elder_agrees: bool
    present: Annotated[list[Companion], Meta(max_length=20)] = []


class ElderAnswerIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the elder said to the time and to who comes, and how that was heard."""

    agrees: bool
    heard: Heard


class ComingIn(msgspec.Struct, forbid_unknown_fields=True):
    """Whether the child comes."""

    coming: bool


class DropOutIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why the host cannot come."""

    reason: DropOut
    words: Words | None = None


class OutcomeIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the host noticed and taught, and how far the elder came with the telephone."""

    skill: Skill
    noticed: Words | None = None
    taught: Words | None = None


class PhoneIn(msgspec.Struct, forbid_unknown_fields=True):
    """With which child, and how long, it went on by ordinary telephone."""

    with_id: UUID
    minutes: Annotated[int, Meta(ge=1, le=240)]


class Offers(msgspec.Struct):
    """Calls the asker could host in place of somebody who cannot."""

    items: list[OfferRow]


class ForecastQuery(msgspec.Struct, frozen=True):
    """How many evenings, from today on."""

    days: Annotated[int, Meta(ge=1, le=62)] = 14


class EveningOut(msgspec.Struct):
    """An evening's calls against what the servers carry; see `Evening`."""

    day: date
    festival: str | None
    booked: int
    expected: int
    carried: int
    busiest: int
    at_once: int
    cores: int
    enough: bool


class Evenings(msgspec.Struct):
    """The evenings asked for, in order, of one place."""

    division_id: UUID | None
    items: list[EveningOut]


class CallsQuery(PageQuery, frozen=True):
    """Which calls."""

    elder_id: UUID | None = None
    state: CallState | None = None


class CallOut(msgspec.Struct):
    """A call. `talk_seconds`: host and at least one guest at once; `phone_minutes` on an ordinary telephone are the
    host's word."""

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
    phone_minutes: int


class Calls(msgspec.Struct):
    """A page of calls."""

    items: list[CallOut]
    next_cursor: str | None


class PersonOut(msgspec.Struct):
    """One who may be in the room; `account_id` is the participant's id there, `coming` what a child said."""

    account_id: UUID
    name: str
    relation: str | None
    role: Seat
    coming: bool | None


class AttendedOut(msgspec.Struct):
    """One who was in the room, over all its openings."""

    account_id: UUID
    name: str
    joined_at: datetime
    left_at: datetime | None
    seconds: int


class CallDetail(msgspec.Struct):
    """A call with who may come, who waits, who came, what the elder said, and what came of it."""

    call: CallOut
    people: list[PersonOut]
    attendance: list[AttendedOut]
    answers: list[Answered]
    waiting: list[Waiting]
    after: Aftermath


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
