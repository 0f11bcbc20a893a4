"""What passes between the media node and whoever runs it: a signed grant in, signed cumulative events out.

Plain Python, versioned, and the only module of `media` that others may import. One shared secret serves both
directions; the purpose is part of what is signed, so neither can be passed off as the other.
"""

import base64
import binascii
import hashlib
import hmac
import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

VERSION = 1
MAX_TOKEN = 2_048
MAX_EVENT = 32_768
MAX_PARTICIPANTS = 32
MAX_NAME = 32
EVENT_WINDOW = timedelta(minutes=5)
EVENT_HEADER = "Room-Signature"
NODES = "media:nodes"
BEAT_SECONDS, BEAT_LIVES, PLACE_LIVES = 1.0, 3, 10

_IDENTIFIER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_HEADER = re.compile(r"t=([0-9]{1,12}),v1=([0-9a-f]{64})")


class GrantRefused(Exception):
    """A grant that opens nothing. `reason` is one of malformed, forged, expired; it never holds the token."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class EventRefused(Exception):
    """A room event that is not to be believed. `reason` is one of malformed, forged, stale."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Role(StrEnum):
    """The host opens the room and lets the guests in."""

    HOST = "host"
    GUEST = "guest"


class EventKind(StrEnum):
    """What made the node report just now; the report itself is always the whole story so far.

    `moved` ends an opening as `closed` does, but the node sent its people to another one: the call goes on.
    """

    OPENED = "opened"
    KNOCKED = "knocked"
    ADMITTED = "admitted"
    CONNECTED = "connected"
    LEFT = "left"
    PROGRESS = "progress"
    CLOSED = "closed"
    MOVED = "moved"


@dataclass(frozen=True)
class RoomGrant:
    """The right of one participant to one room until `expires_at` (aware UTC). Ids: letters, digits, `_`, `-`."""

    room: str
    participant: str
    role: Role
    name: str
    expires_at: datetime
    grant_id: str


@dataclass(frozen=True)
class Attendance:
    """One participant of a room session so far.

    `joined_at` is when they first knocked, `left_at` when they were last gone (None while present). `connected_ms`
    is the time their media were connected; `talk_ms` the part of it in which at least one other admitted
    participant's media were flowing as well.
    """

    participant: str
    role: Role
    admitted: bool
    joined_at: datetime
    left_at: datetime | None
    connected_ms: int
    talk_ms: int


@dataclass(frozen=True)
class RoomEvent:
    """One room session as the node knows it at `at`: cumulative, so the highest `number` of a session says it all.

    `session` names one opening of the room on one node; a room opened anew (closed, or its node died) has another.
    `talk_ms` is the time in which the host and at least one guest both had media flowing. Times are aware UTC.
    """

    node: str
    room: str
    session: str
    number: int
    kind: EventKind
    at: datetime
    opened_at: datetime
    closed_at: datetime | None
    talk_ms: int
    participants: tuple[Attendance, ...]
    version: int = VERSION


@dataclass(frozen=True)
class NodeBeat:
    """What a node says of itself every BEAT_SECONDS; Redis keeps it for BEAT_LIVES seconds at `beat_key`.

    `signalling` is the path or ws(s) URL by which pages reach it, `load` the tenths of a processor core it used lately;
    one that is `draining` keeps its rooms but takes no others.
    """

    node: str
    signalling: str
    load: int
    draining: bool = False


def beat_key(node: str) -> str:
    """Where Redis keeps a node's beat; the set NODES names those that ever beat."""
    return f"media:node:{node}"


def place_key(room: str) -> str:
    """Where Redis keeps the name of the node a room lives on."""
    return f"media:room:{room}"


def encode_beat(beat: NodeBeat) -> bytes:
    return _json(asdict(beat))


def decode_beat(raw: bytes | str) -> NodeBeat | None:
    """None for what is no beat of this version: such a node is as good as absent."""
    try:
        fields = json.loads(raw)
        beat = NodeBeat(fields["node"], fields["signalling"], _count(fields["load"]), _flag(fields["draining"]))
        _check_ids(beat.node)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return beat if isinstance(beat.signalling, str) and beat.signalling else None


def goes_on(answer: bytes) -> bool:
    """Whether the room may go on, as the answer to its event says; it may when the answer says nothing of it."""
    try:
        told = json.loads(answer)
    except ValueError:
        return True
    return not (isinstance(told, dict) and told.get("goes_on") is False)


def mint_grant(grant: RoomGrant, key: bytes) -> str:
    """The grant as a cookie-safe token. Raises ValueError where a field could not be read back."""
    _check_grant(grant)
    payload = _json({**asdict(grant), "v": VERSION, "expires_at": _write_time(grant.expires_at)})
    return f"v{VERSION}.{_b64(payload)}.{_b64(_mac(key, b'room-grant', payload))}"


def read_grant(token: str, key: bytes, now: datetime) -> RoomGrant:
    """The grant inside a token we minted and that has not run out. Raises GrantRefused."""
    parts = token.split(".") if len(token) <= MAX_TOKEN else []
    if len(parts) != 3 or parts[0] != f"v{VERSION}":
        raise GrantRefused("malformed")
    try:
        payload, mac = _unb64(parts[1]), _unb64(parts[2])
    except (ValueError, binascii.Error):
        raise GrantRefused("malformed") from None
    if not hmac.compare_digest(mac, _mac(key, b"room-grant", payload)):
        raise GrantRefused("forged")
    try:
        fields = json.loads(payload)
        grant = RoomGrant(
            room=fields["room"],
            participant=fields["participant"],
            role=Role(fields["role"]),
            name=fields["name"],
            expires_at=_read_time(fields["expires_at"]),
            grant_id=fields["grant_id"],
        )
        _check_grant(grant)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise GrantRefused("malformed") from None
    if now >= grant.expires_at:
        raise GrantRefused("expired")
    return grant


def encode_event(event: RoomEvent) -> bytes:
    """The event as compact JSON. Raises ValueError where it breaks the bounds that `decode_event` holds."""
    _check_event(event)
    body = _json(_written(asdict(event)))
    if len(body) > MAX_EVENT:
        raise ValueError("event too large")
    return body


def decode_event(body: bytes) -> RoomEvent:
    """The event in a body whose signature was verified. Raises EventRefused("malformed")."""
    if len(body) > MAX_EVENT:
        raise EventRefused("malformed")
    try:
        fields = json.loads(body)
        event = RoomEvent(
            version=_count(fields["version"]),
            node=fields["node"],
            room=fields["room"],
            session=fields["session"],
            number=_count(fields["number"]),
            kind=EventKind(fields["kind"]),
            at=_read_time(fields["at"]),
            opened_at=_read_time(fields["opened_at"]),
            closed_at=_read_optional_time(fields["closed_at"]),
            talk_ms=_count(fields["talk_ms"]),
            participants=tuple(_read_attendance(item) for item in fields["participants"]),
        )
        _check_event(event)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise EventRefused("malformed") from None
    return event


def sign_event(body: bytes, key: bytes, at: datetime) -> str:
    """The value of the `Room-Signature` header: `t=<unix seconds>,v1=<hex HMAC-SHA256>`."""
    stamp = str(int(at.timestamp()))
    return f"t={stamp},v1={_mac(key, b'room-event', stamp.encode() + b'.' + body).hex()}"


def verify_event(body: bytes, header: str, key: bytes, now: datetime, window: timedelta = EVENT_WINDOW) -> RoomEvent:
    """The event, once signature and age are right. Raises EventRefused (malformed, forged, stale)."""
    match = _HEADER.fullmatch(header)
    if match is None or len(body) > MAX_EVENT:
        raise EventRefused("malformed")
    stamp, mac = match.groups()
    if not hmac.compare_digest(mac, _mac(key, b"room-event", stamp.encode() + b"." + body).hex()):
        raise EventRefused("forged")
    if abs(now.timestamp() - int(stamp)) > window.total_seconds():
        raise EventRefused("stale")
    return decode_event(body)


def _read_attendance(fields: Any) -> Attendance:
    return Attendance(
        participant=fields["participant"],
        role=Role(fields["role"]),
        admitted=_flag(fields["admitted"]),
        joined_at=_read_time(fields["joined_at"]),
        left_at=_read_optional_time(fields["left_at"]),
        connected_ms=_count(fields["connected_ms"]),
        talk_ms=_count(fields["talk_ms"]),
    )


def _check_grant(grant: RoomGrant) -> None:
    _check_ids(grant.room, grant.participant, grant.grant_id)
    if not isinstance(grant.name, str) or not 1 <= len(grant.name) <= MAX_NAME or not grant.name.isprintable():
        raise ValueError("name")


def _check_event(event: RoomEvent) -> None:
    _check_ids(event.node, event.room, event.session, *(seat.participant for seat in event.participants))
    if event.version != VERSION or event.number < 1 or len(event.participants) > MAX_PARTICIPANTS:
        raise ValueError("event")
    if len({seat.participant for seat in event.participants}) != len(event.participants):
        raise ValueError("participant twice")
    if event.at < event.opened_at or (event.closed_at is not None and event.closed_at < event.opened_at):
        raise ValueError("times")
    if any(seat.talk_ms > seat.connected_ms for seat in event.participants):
        raise ValueError("talk longer than connection")


def _check_ids(*values: str) -> None:
    if not all(isinstance(value, str) and _IDENTIFIER.fullmatch(value) for value in values):
        raise ValueError("identifier")


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**53:
        raise ValueError("count")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("flag")
    return value


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return _write_time(value)
    if isinstance(value, dict):
        return {key: _written(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_written(item) for item in value]
    return value


def _write_time(at: datetime) -> str:
    if at.tzinfo is None:
        raise ValueError("naive time")
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def _read_time(value: Any) -> datetime:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError("naive time")
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise ValueError("time out of range") from None


def _read_optional_time(value: Any) -> datetime | None:
    return None if value is None else _read_time(value)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _mac(key: bytes, purpose: bytes, message: bytes) -> bytes:
    return hmac.digest(key, purpose + b"\0" + message, hashlib.sha256)


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _unb64(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
