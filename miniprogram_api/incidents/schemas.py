"""Concerns and incidents on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.incidents.duty import DutyNumber, DutyPlace
from backend.incidents.naming import NameableRow
from backend.incidents.queries import IncidentCount, IncidentRow
from backend.incidents.rules import ConcernKind, IncidentOutcome, IncidentState, IncidentStep, NamedPart, Service, Watch
from backend.policies.rules import EscalationTable
from miniprogram_api.schemas import Cursor, Moment, Name, Phone, Words


class ConcernIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One tap: about whom, what, when; words, picture and names may be left out."""

    elder_id: UUID
    kind: ConcernKind
    noticed_at: Moment
    words: Words | None = None
    photo_id: UUID | None = None
    accounts: Annotated[list[UUID], Meta(max_length=8)] = []
    parts: Annotated[list[NamedPart], Meta(max_length=4)] = []


class IncidentsQuery(msgspec.Struct, frozen=True):
    """Which page of the list; those that are closed, or those of one elder."""

    closed: bool = False
    elder_id: UUID | None = None
    cursor: Cursor | None = None
    limit: Annotated[int, Meta(ge=1, le=50)] = 20


class IncidentPage(msgspec.Struct, frozen=True):
    """A page of them, the latest first."""

    items: list[IncidentRow]
    next_cursor: str | None


class IncidentCounts(msgspec.Struct, frozen=True):
    """Open incidents by village and kind."""

    items: list[IncidentCount]


class Nameable(msgspec.Struct, frozen=True):
    """Whom a concern about the elder can name, and whom to ring at once."""

    items: list[NameableRow]
    on_duty: list[DutyNumber]


class IncidentStepIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The step, and what it tells; which step needs what, the refusal says."""

    step: IncidentStep
    words: Words | None = None
    service: Service | None = None
    at: Moment | None = None
    taken_by: Name | None = None
    outcome: IncidentOutcome | None = None
    happened: Words | None = None
    done: Words | None = None
    change: Words | None = None


class IncidentStands(msgspec.Struct, frozen=True):
    """Where it stands after the step."""

    state: IncidentState


class DutyRoster(msgspec.Struct, frozen=True):
    """The asker's place and those right below it."""

    items: list[DutyPlace]


class DutyHolderIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who answers for a place from now on, under which number, in which halves of the day."""

    division_id: UUID
    account_id: UUID
    phone: Phone
    watches: Annotated[list[Watch], Meta(min_length=1, max_length=2)]


class EmergencyPlan(msgspec.Struct, frozen=True):
    """The escalation table in force where the asker answers."""

    division_id: UUID
    table: EscalationTable


class EmergencyPlanIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table to hold in a place from a day on."""

    division_id: UUID
    starts_on: date
    table: EscalationTable
