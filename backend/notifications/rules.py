"""Which way a message goes next, pure."""

from enum import StrEnum


class Kind(StrEnum):
    """What is being told."""

    AGREEMENT = "agreement"
    VISIT = "visit"
    CALL = "call"
    PLACE = "place"


class Channel(StrEnum):
    """The ways to a person, in order: WeChat when granted, and always the inbox."""

    SUBSCRIPTION = "subscription"
    INBOX = "inbox"


class DeliveryState(StrEnum):
    """`SENDING` is committed before WeChat is asked; one found so after a crash is `UNKNOWN` and never re-sent.

    `WAITING` was certainly not sent, since WeChat was busy or out of reach, and is tried again.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


def grants_left(granted: int, used: int) -> int:
    """Accepts not yet spent, reserved or lost in doubt."""
    return max(0, granted - used)
