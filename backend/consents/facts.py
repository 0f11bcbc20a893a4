"""What people said of their data."""

from uuid import UUID

from backend.outbox.box import Fact


class ConsentWithdrawn(Fact, frozen=True):
    """An elder no longer agrees to a purpose (Purpose); `recorded_by` wrote it down."""

    elder_id: UUID
    purpose: str
    recorded_by: UUID
