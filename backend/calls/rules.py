"""A family call's life, pure: proposed -> agreed -> open -> closed, or cancelled."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from backend.calls.errors import CallStateChanged, TimeNotOffered, TimesNotPossible

TICKET_LIFE = timedelta(seconds=60)
FURTHEST = timedelta(days=30)
MOST_TIMES = 6


class CallState(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Step(StrEnum):
    TAKE = "take"
    OPEN = "open"
    ENTER = "enter"
    CLOSE = "close"
    CANCEL = "cancel"


_MAY = {
    Step.TAKE: {CallState.PROPOSED},
    Step.OPEN: {CallState.AGREED, CallState.OPEN},
    Step.ENTER: {CallState.OPEN},
    Step.CLOSE: {CallState.OPEN},
    Step.CANCEL: {CallState.PROPOSED, CallState.AGREED},
}


def require(step: Step, state: CallState) -> None:
    """Raises CallStateChanged when `state` does not allow `step`."""
    if state not in _MAY[step]:
        raise CallStateChanged


def check_times(times: Sequence[datetime], now: datetime) -> tuple[datetime, ...]:
    """The distinct times in order. Raises TimesNotPossible."""
    distinct = tuple(sorted(set(times)))
    if not 1 <= len(distinct) <= MOST_TIMES or distinct[0] <= now or distinct[-1] > now + FURTHEST:
        raise TimesNotPossible(field="times")
    return distinct


def take_time(offered: Sequence[datetime], chosen: datetime, now: datetime) -> datetime:
    """`chosen`, when offered and not past. Raises TimeNotOffered."""
    if chosen not in offered or chosen <= now - timedelta(minutes=5):
        raise TimeNotOffered(field="starts_at")
    return chosen
