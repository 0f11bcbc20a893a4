"""What happened on visits."""

from uuid import UUID

from backend.outbox.box import Fact


class VisitReported(Fact, frozen=True):
    """A visitor's report is stored."""

    report_id: UUID
    elder_id: UUID
