"""The media node's contract in the words of calls: grants out, reports of the room in."""

from datetime import datetime
from uuid import UUID

from backend.calls.errors import EventNotOurs, EventNotReadable, TicketNotValid
from backend.calls.rules import Presence, RoomTold, Seat
from backend.kit.ids import uuid7
from media.contract import (
    EVENT_HEADER,
    MAX_EVENT,
    MAX_NAME,
    Attendance,
    EventRefused,
    GrantRefused,
    Role,
    RoomEvent,
    RoomGrant,
    mint_grant,
    read_grant,
    verify_event,
)

__all__ = ["EVENT_HEADER", "MAX_EVENT", "mint", "read_event", "read_holder"]

_MOST = 2**31 - 1
_NAMELESS = "家人"


def mint(*, call_id: UUID, account_id: UUID, seat: Seat, name: str, expires_at: datetime, key: bytes) -> str:
    """The signed right to one seat in one call's room until `expires_at`; safe as a cookie's value."""
    grant = RoomGrant(
        room=str(call_id),
        participant=str(account_id),
        role=Role(seat),
        name=_shown(name),
        expires_at=expires_at,
        grant_id=uuid7().hex,
    )
    return mint_grant(grant, key)


def read_holder(token: str, key: bytes, now: datetime) -> tuple[UUID, UUID]:
    """Call and account of a grant of ours. Raises TicketNotValid."""
    try:
        grant = read_grant(token, key, now)
        return UUID(grant.room), UUID(grant.participant)
    except (GrantRefused, ValueError):
        raise TicketNotValid from None


def read_event(body: bytes, signature: str, key: bytes, now: datetime) -> RoomTold:
    """A room event once its `Room-Signature` is right. Raises EventNotOurs, EventNotReadable."""
    try:
        return _told(verify_event(body, signature, key, now))
    except EventRefused as refused:
        raise (EventNotReadable if refused.reason == "malformed" else EventNotOurs)() from None
    except ValueError:
        raise EventNotReadable from None


def _told(event: RoomEvent) -> RoomTold:
    """Raises ValueError where ids are not ours or numbers do not fit our columns."""
    if max(event.number, event.talk_ms, *(seat.talk_ms for seat in event.participants), 0) > _MOST:
        raise ValueError("number")
    return RoomTold(
        call_id=UUID(event.room),
        opening=event.session,
        number=event.number,
        at=event.at,
        closed_at=event.closed_at,
        talk_seconds=event.talk_ms // 1000,
        people=tuple(_presence(seat) for seat in event.participants if seat.admitted),
    )


def _presence(seat: Attendance) -> Presence:
    return Presence(
        account_id=UUID(seat.participant),
        seat=Seat(seat.role),
        joined_at=seat.joined_at,
        left_at=seat.left_at,
        seconds=seat.talk_ms // 1000,
    )


def _shown(name: str) -> str:
    """What others in the room read; the contract takes 1-32 printable characters."""
    return "".join(letter for letter in name if letter.isprintable()).strip()[:MAX_NAME] or _NAMELESS
