"""Offer and answer on one peer connection: we always offer, one offer at a time.

IDLE --wanted--> WAITING --wanted--> AGAIN
 ^                  |                  |
 +----answered------+     answered: offer once more -> WAITING
"""

from enum import StrEnum

from media.errors import CloseReason, Refused


class Phase(StrEnum):
    """Whether an answer is due, and whether what it answers is already out of date."""

    IDLE = "idle"
    WAITING = "waiting"
    AGAIN = "again"


class Negotiation:
    """Says when to send an offer; `number` is that of the last one sent."""

    def __init__(self) -> None:
        self.phase = Phase.IDLE
        self.number = 0

    def wanted(self) -> bool:
        """Something changed. True: send an offer now; False: it will be part of the next."""
        if self.phase is Phase.IDLE:
            self._offer()
            return True
        self.phase = Phase.AGAIN
        return False

    def answered(self, number: int) -> bool:
        """The client answered. True: send another offer now. Raises Refused(PROTOCOL) for an answer to nothing."""
        if self.phase is Phase.IDLE or number != self.number:
            raise Refused(CloseReason.PROTOCOL)
        again = self.phase is Phase.AGAIN
        self.phase = Phase.IDLE
        if again:
            self._offer()
        return again

    def lost(self) -> bool:
        """The signalling broke in between: what was waited for will not come. True: offer again."""
        if self.phase is Phase.IDLE:
            return False
        self._offer()
        return True

    def _offer(self) -> None:
        self.number += 1
        self.phase = Phase.WAITING
