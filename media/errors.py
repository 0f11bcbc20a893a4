"""Why a connection ends, in words a page can act on."""

from enum import StrEnum


class CloseReason(StrEnum):
    """Sent as the reason of the WebSocket's close frame; the numbers are `CLOSE_CODES`."""

    LEFT = "left"
    DUPLICATE = "duplicate"
    ENDED = "ended"
    REMOVED = "removed"
    MISSING = "missing"
    MALFORMED = "malformed"
    FORGED = "forged"
    EXPIRED = "expired"
    ORIGIN = "origin"
    FULL = "full"
    LIFETIME = "lifetime"
    PROTOCOL = "protocol"
    TOO_FAST = "too_fast"
    RESTARTING = "restarting"


CLOSE_CODES = {reason: 4_000 + number for number, reason in enumerate(CloseReason)}


class Refused(Exception):
    """Ends the connection it is raised on, with a reason and nothing else."""

    def __init__(self, reason: CloseReason) -> None:
        super().__init__(reason)
        self.reason = reason
