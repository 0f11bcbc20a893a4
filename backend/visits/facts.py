"""What happened on visits."""

from uuid import UUID

from backend.outbox.box import Fact


class VisitReported(Fact, frozen=True):
    """A visitor's report is stored."""

    report_id: UUID
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
