"""Which way a message goes next, and what a subscription still pays for, pure."""

from enum import StrEnum


class Kind(StrEnum):
    """What is being told."""

    AGREEMENT = "agreement"
    VISIT = "visit"
    CALL = "call"
    PLACE = "place"
    CARE = "care"
    INCIDENT = "incident"


class Template(StrEnum):
    """The subscription messages people can accept; the other kinds have none and stay in the inbox."""

    AGREEMENT = "agreement"
    VISIT = "visit"
    CALL = "call"


class Channel(StrEnum):
    """The ways to a person besides the inbox, where every message lies anyhow."""

    SUBSCRIPTION = "subscription"


class DeliveryState(StrEnum):
    """`SENDING` is committed before WeChat is asked; one found so after a crash is `UNKNOWN` and never re-sent.

    `WAITING` was certainly not sent, since WeChat was busy or out of reach, and is tried again.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """wx.requestSubscribeMessage's word on one template; only the first two change what was granted."""

    ACCEPT = "accept"
    REJECT = "reject"
    BAN = "ban"
    FILTER = "filter"


class Witness(StrEnum):
    """Who saw a person's answer: the page it was given on, or WeChat's event; both tell of the same tap."""

    PAGE = "page"
    EVENT = "event"


def grants_left(seen_by_page: int, seen_by_event: int, used: int) -> int:
    """Accepts since the last reject that are not yet spent, reserved or lost in doubt."""
    return max(0, max(seen_by_page, seen_by_event) - used)
