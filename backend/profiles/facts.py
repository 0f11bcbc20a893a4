"""What was written into a profile."""

from uuid import UUID

from backend.outbox.box import Fact


class CapacityRecorded(Fact, frozen=True):
    """Somebody found whether the elder can decide."""

    elder_id: UUID
    finding_id: UUID
