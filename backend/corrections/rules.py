"""Words and decisions of corrections, pure."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from backend.corrections.errors import CorrectionIsAnswered, OwnCorrection
from backend.kit.clock import shanghai_day

ANSWERED_WITHIN = timedelta(days=30)
"""GB/T 35273-2020 8.7: a request is answered within thirty days. The law itself says "in time" (art. 46, 50)."""


class FilePart(StrEnum):
    """Which part of the file is said to be wrong."""

    IDENTITY = "identity"
    CONTACT = "contact"
    FAMILY = "family"
    HEALTH = "health"
    TIER = "tier"
    VISITS = "visits"
    OTHER = "other"


class CorrectionState(StrEnum):
    """Open until the committee has corrected, or said why not."""

    OPEN = "open"
    CORRECTED = "corrected"
    REFUSED = "refused"


def due_on(asked_at: datetime) -> date:
    """The day in China by which the committee answers."""
    return shanghai_day(asked_at + ANSWERED_WITHIN)


def check_answer(state: CorrectionState, *, asked_by: UUID, by: UUID) -> None:
    """Answered once, and by somebody else than who asked. Raises CorrectionIsAnswered, OwnCorrection."""
    if state is not CorrectionState.OPEN:
        raise CorrectionIsAnswered
    if asked_by == by:
        raise OwnCorrection
