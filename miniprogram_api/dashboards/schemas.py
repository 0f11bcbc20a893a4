"""First screens on the wire: each is one request."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.agreements.rules import AgreementState, Step
from backend.calls.rules import CallState
from backend.elders.rules import AbilityLevel, AbsenceReason, Gender, PriorityTier
from backend.visits.assignments import AssignmentKind
from backend.visits.occasions import OccasionKind
from backend.visits.rules import DueState, Finding, VisitMode


class ElderCard(msgspec.Struct):
    """An elder in a few words."""

    id: UUID
    name: str
    gender: Gender
    age: int
    village: str
    address: str
    living_alone: bool
    ability_level: AbilityLevel
    tier: PriorityTier


class LastVisit(msgspec.Struct):
    """What the last visitor saw; null where the elder does not want it shown."""

    report_id: UUID
    visited_at: datetime
    mode: VisitMode
    visitor: str
    health: Finding | None
    economy: Finding | None
    family_duty: Finding | None
    safety: Finding | None
    needs: Finding | None


class CallCard(msgspec.Struct):
    """A call that is still to come or going on."""

    id: UUID
    elder_id: UUID
    elder: str
    state: CallState
    starts_at: datetime | None
    times: list[datetime]
    host: str | None
    proposer: str


class AgreementCard(msgspec.Struct):
    """An agreement under way or in force. `ask_again_on`: when an elder who said "not today", or no, is asked again."""

    id: UUID
    elder_id: UUID
    elder: str
    state: AgreementState
    supporter: str
    caregiver: str | None
    handed_in_at: datetime | None
    ask_again_on: date | None
    waits_for: Step | None


class ElderHome(msgspec.Struct):
    """One elder on the family's first screen. `relation` is the reader's to the elder (儿子)."""

    elder: ElderCard
    relation: str | None
    last_visit: LastVisit | None
    next_call: CallCard | None
    agreement: AgreementCard | None


class FamilyHome(msgspec.Struct):
    """家: one card per elder."""

    elders: list[ElderHome]


class DueVisit(msgspec.Struct):
    """An elder to be visited."""

    elder: ElderCard
    due_on: date
    state: DueState
    last_visit_at: datetime | None


class PlannedVisit(msgspec.Struct):
    """An elder on the visitor's own list: planned for a day, due on another, and for which occasions.

    `absent` says why the elder is not at home these days.
    `assigned` is null where nobody is responsible, and the volunteer is paired with the elder.
    """

    elder: ElderCard
    plan_on: date
    hamlet: str
    due_on: date
    state: DueState
    last_visit_at: datetime | None
    occasions: tuple[OccasionKind, ...]
    assigned: AssignmentKind | None
    absent: AbsenceReason | None


class MovedVisit(msgspec.Struct):
    """An elder who was the volunteer's to visit until `ended_on`, and is `visitor`'s now, if anybody's."""

    elder: str
    ended_on: date
    visitor: str | None


class NextFestival(msgspec.Struct):
    """A festival that is near, when families like to see each other (R070)."""

    kind: OccasionKind
    on: date


class VisitorToday(msgspec.Struct):
    """今天: whom to visit, which calls, which agreements need the elder's consent; whom to visit no longer."""

    visits: list[PlannedVisit]
    moved: list[MovedVisit]
    festival: NextFestival | None
    calls: list[CallCard]
    agreements: list[AgreementCard]


class ClaimCard(msgspec.Struct):
    """A person who claimed a place and waits for confirmation."""

    id: UUID
    elder_id: UUID
    duty: str
    name: str
    relation: str
    claimed_at: datetime


class VolunteerCard(msgspec.Struct):
    """A volunteer who waits for approval or training."""

    id: UUID
    name: str
    village: str
    state: str
    applied_at: datetime


class CommitteeTasks(msgspec.Struct):
    """待办: what waits for the committee; how many elders' requests, corrections, needs and proposed changes nobody has
    settled yet."""

    agreements: list[AgreementCard]
    overdue: list[DueVisit]
    claims: list[ClaimCard]
    volunteers: list[VolunteerCard]
    requests: int
    corrections: int
    needs: int
    proposals: int
