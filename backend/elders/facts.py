"""What happened in the register."""

from uuid import UUID

from backend.outbox.box import Fact


class ElderRegistered(Fact, frozen=True):
    """A new elder stands in the register."""

    elder_id: UUID
