"""A family call's life, and what a room's report means for it, pure.

Three sides agree: a child offers times, somebody near takes one, and the elder is asked.
PROPOSED -> TAKEN -> AGREED -> OPEN -> CLOSED -> (opened again soon after) OPEN
TAKEN | AGREED -> (the host drops out) SEEKING -> (a substitute) TAKEN
what nobody opened -> CANCELLED | LAPSED
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from backend.calls.errors import (
    CallStateChanged,
    ElderWantsNoCalls,
    OwnCallsNotWanted,
    TimeNotOffered,
    TimesNotPossible,
)
from backend.consents.purposes import Purpose

TICKET_LIFE = timedelta(seconds=60)
FURTHEST = timedelta(days=30)
MOST_TIMES = 6
LATE_TAKING = timedelta(minutes=5)
REOPENING = timedelta(hours=2)
"""A village's network drops out and ends the room; the host just opens it again."""


class CallState(StrEnum):
    PROPOSED = "proposed"
    TAKEN = "taken"
    AGREED = "agreed"
    SEEKING = "seeking"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"


COMING = (CallState.PROPOSED, CallState.TAKEN, CallState.AGREED, CallState.SEEKING)
"""Nobody has opened it yet."""
UNDER_WAY = (*COMING, CallState.OPEN)


class Seat(StrEnum):
    """What a person is in the room: the host sits with the elder."""

    HOST = "host"
    GUEST = "guest"


class Step(StrEnum):
    TAKE = "take"
    ELDER_AGREES = "elder_agrees"
    ELDER_DECLINES = "elder_declines"
    DROP_OUT = "drop_out"
    STEP_IN = "step_in"
    OPEN = "open"
    ENTER = "enter"
    CLOSE = "close"
    CANCEL = "cancel"
    LAPSE = "lapse"
    NOTE = "note"


_S = CallState
_MOVES: Mapping[Step, Mapping[CallState, CallState]] = {
    Step.TAKE: {_S.PROPOSED: _S.TAKEN},
    Step.ELDER_AGREES: {_S.TAKEN: _S.AGREED, _S.AGREED: _S.AGREED},
    Step.ELDER_DECLINES: dict.fromkeys((_S.TAKEN, _S.AGREED, _S.SEEKING), _S.CANCELLED),
    Step.DROP_OUT: dict.fromkeys((_S.TAKEN, _S.AGREED), _S.SEEKING),
    # Another comes to the door than the one the elder said yes to: the elder is asked again.
    Step.STEP_IN: {_S.SEEKING: _S.TAKEN},
    # Whom nobody could ask before is asked at the door.
    Step.OPEN: dict.fromkeys((_S.TAKEN, _S.AGREED, _S.CLOSED), _S.OPEN),
    Step.ENTER: {_S.OPEN: _S.OPEN},
    Step.CLOSE: {_S.OPEN: _S.CLOSED},
    Step.CANCEL: dict.fromkeys(COMING, _S.CANCELLED),
    Step.LAPSE: dict.fromkeys(COMING, _S.LAPSED),
    Step.NOTE: {_S.CLOSED: _S.CLOSED},
}


def move(step: Step, state: CallState) -> CallState:
    """Where `step` leads from `state`. Raises CallStateChanged when it is not possible there."""
    if state not in _MOVES[step]:
        raise CallStateChanged
    return _MOVES[step][state]


def check_wanted(elder_refused: Set[Purpose], own_refused: Set[Purpose] = frozenset()) -> None:
    """Faces and voices are shown by consent alone, the elder's and one's own (个人信息保护法 art. 15, 29).

    Raises ElderWantsNoCalls, OwnCallsNotWanted.
    """
    if Purpose.CALLS in elder_refused:
        raise ElderWantsNoCalls
    if Purpose.OWN_CALLS in own_refused:
        raise OwnCallsNotWanted


def opens_anew(state: CallState, closed_at: datetime | None, now: datetime) -> bool:
    """Whether the host's tap opens the room; False when it is open already. Raises CallStateChanged."""
    if state is CallState.OPEN:
        return False
    closed_lately = closed_at is not None and now - closed_at <= REOPENING
    if state is CallState.CLOSED and not closed_lately:
        raise CallStateChanged
    move(Step.OPEN, state)
    return True


def check_times(times: Sequence[datetime], now: datetime) -> tuple[datetime, ...]:
    """The distinct times in order, in UTC. Raises TimesNotPossible."""
    distinct = tuple(sorted(set(times)))
    if not 1 <= len(distinct) <= MOST_TIMES or distinct[0] <= now or distinct[-1] > now + FURTHEST:
        raise TimesNotPossible(field="times")
    return tuple(at.astimezone(UTC) for at in distinct)


def take_time(offered: Sequence[datetime], chosen: datetime, now: datetime) -> datetime:
    """`chosen`, when offered and not past. Raises TimeNotOffered."""
    if chosen not in offered or chosen <= now - LATE_TAKING:
        raise TimeNotOffered(field="starts_at")
    return chosen


@dataclass(frozen=True, slots=True)
class Presence:
    """One admitted person in one opening so far. `seconds`: how long they and the others had sound or picture."""

    account_id: UUID
    seat: Seat
    joined_at: datetime
    left_at: datetime | None
    seconds: int


@dataclass(frozen=True, slots=True)
class RoomTold:
    """One opening of a call's room as the media node knows it: cumulative, so the highest `number` says it all.

    `talk_seconds` is the time in which the host and at least one guest both had sound or picture; `moved` says that the
    opening ended because another node is to go on.
    """

    call_id: UUID
    opening: str
    number: int
    at: datetime
    closed_at: datetime | None
    talk_seconds: int
    people: tuple[Presence, ...]
    moved: bool = False

    @property
    def host_came(self) -> bool:
        return any(person.seat is Seat.HOST for person in self.people)


def with_the_elder(told: RoomTold, person: Presence) -> int:
    """Seconds of contact: guests talking among themselves before the elder is there are not contact (R043)."""
    return min(person.seconds, told.talk_seconds)


def ends_call(told: RoomTold, state: CallState) -> bool:
    """A room that emptied before the host came is no call that ended, nor is one whose node went down for a deploy."""
    return state is CallState.OPEN and told.closed_at is not None and told.host_came and not told.moved
