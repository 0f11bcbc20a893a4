"""The media node's contract in the words of calls: grants out, reports of the room in."""

import asyncio
import hashlib
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import structlog
from redis import RedisError
from redis import asyncio as aioredis

from backend.calls.errors import EventNotOurs, EventNotReadable, TicketNotValid
from backend.calls.rules import Presence, RoomTold, Seat
from backend.kit.ids import uuid7
from media.contract import (
    EVENT_HEADER,
    MAX_EVENT,
    MAX_NAME,
    NODES,
    PLACE_LIVES,
    Attendance,
    EventKind,
    EventRefused,
    GrantRefused,
    NodeBeat,
    Role,
    RoomEvent,
    RoomGrant,
    beat_key,
    decode_beat,
    mint_grant,
    place_key,
    read_grant,
    verify_event,
)

__all__ = ["EVENT_HEADER", "MAX_EVENT", "find_place", "mint", "read_event", "read_holder"]

PATIENCE = 2
log = structlog.get_logger(__name__)

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


async def find_place(redis: aioredis.Redis, call_id: UUID) -> str | None:
    """By which path or URL pages signal to the media node that has this call's room; a room without one gets the
    least busy. None where no node is registered or Redis is away: the one node beside us will have to do.
    """
    try:
        async with asyncio.timeout(PATIENCE):
            return await _place(redis, str(call_id))
    except (RedisError, TimeoutError) as error:
        log.warning("media_register_out_of_reach", error=type(error).__name__)
        return None


async def _place(redis: aioredis.Redis, room: str) -> str | None:
    names = sorted(_text(name) for name in await redis.smembers(NODES))
    raw = await redis.mget([beat_key(name) for name in names]) if names else []
    beats = {beat.node: beat for each in raw if each is not None and (beat := decode_beat(each)) is not None}
    if gone := [name for name in names if name not in beats]:
        await redis.srem(NODES, *gone)
    wanted = least_busy(beats.values(), room)
    if wanted is None:
        return None
    held = await redis.eval(_HOLD, 1, place_key(room), PLACE_LIVES, wanted.node, *beats)
    return beats[_text(held)].signalling


# Of two people who come at once after a node died, both go where the first was sent.
_HOLD = """
local held = redis.call('GET', KEYS[1])
for at = 3, #ARGV do
  if ARGV[at] == held then return held end
end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[1])
return ARGV[2]
"""


def _text(answer: bytes | str) -> str:
    return answer.decode() if isinstance(answer, bytes) else answer


def least_busy(beats: Iterable[NodeBeat], room: str) -> NodeBeat | None:
    """Where a new room goes. Among equals the room's own name decides, so that ten rooms opened in the second before
    the next beat spread out. One that drains is taken only when there is no other.
    """

    def order(beat: NodeBeat) -> tuple[bool, int, bytes]:
        return beat.draining, beat.load, hashlib.sha256(f"{room}|{beat.node}".encode()).digest()

    return min(beats, key=order, default=None)


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
        moved=event.kind is EventKind.MOVED,
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
