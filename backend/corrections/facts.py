"""What happened to requests for correction."""

from uuid import UUID

from backend.outbox.box import Fact


class CorrectionAsked(Fact, frozen=True):
    """Somebody says that a part of the elder's file is wrong."""

    correction_id: UUID
    elder_id: UUID


class CorrectionAnswered(Fact, frozen=True):
    """The committee corrected it, or said why not."""

    correction_id: UUID
    elder_id: UUID
