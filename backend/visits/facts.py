"""What happened on visits."""

from datetime import date
from uuid import UUID

from backend.outbox.box import Fact


class VisitReported(Fact, frozen=True):
    """A visitor's report is stored."""

    report_id: UUID
    elder_id: UUID


class VisitorAssigned(Fact, frozen=True):
    """From now on somebody is the elder's visitor; `before_id` was it until now."""

    assignment_id: UUID
    elder_id: UUID
    before_id: UUID | None


class VisitorEnded(Fact, frozen=True):
    """Somebody is the elder's visitor no longer, and nobody in his place yet."""

    assignment_id: UUID
    elder_id: UUID


class WeatherVisitsOrdered(Fact, frozen=True):
    """The township wants everybody in a village looked after until the end of `until`."""

    order_id: UUID
    village_id: UUID
    until: date


class EventVisitAsked(Fact, frozen=True):
    """A visit is to be made soon, after something that happened to the elder."""

    occasion_id: UUID
    elder_id: UUID


class FamilyThanked(Fact, frozen=True):
    """A supporter thanked for a visit."""

    reply_id: UUID
    report_id: UUID
    elder_id: UUID


class FamilyAsked(Fact, frozen=True):
    """A supporter asked about a visit."""

    reply_id: UUID
    report_id: UUID
    elder_id: UUID


class FamilyAnswered(Fact, frozen=True):
    """The question of `said_by` has its answer."""

    reply_id: UUID
    report_id: UUID
    elder_id: UUID
    said_by: UUID
