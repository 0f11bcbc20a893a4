"""Who may come in, stay and end it: pure decisions over what a room knows. Times are seconds of one clock."""

from dataclasses import dataclass
from enum import StrEnum

from media.contract import MAX_PARTICIPANTS, Role
from media.errors import CloseReason, Refused


class Standing(StrEnum):
    """Where a participant is: outside the door, or inside."""

    WAITING = "knocking"
    IN = "in"


@dataclass(frozen=True)
class Limits:
    """How much one room, one connection and one node take."""

    participants: int = 6
    waiting: int = 6
    message_bytes: int = 65_536
    messages_per_second: float = 20.0
    message_burst: int = 60
    room_seconds: float = 4 * 3_600.0
    host_grace: float = 60.0
    guest_grace: float = 30.0
    hello_seconds: float = 10.0


@dataclass(frozen=True)
class Doorway:
    """What the door needs to know of a room: who is in or waits now; who ever came, was let in, was sent away."""

    inside: frozenset[str]
    waiting: frozenset[str]
    admitted: frozenset[str]
    removed: frozenset[str]
    known: frozenset[str]
    age: float


def arrive(door: Doorway, participant: str, role: Role, limits: Limits) -> Standing:
    """Where someone with a good grant goes. Raises Refused (REMOVED, LIFETIME, FULL).

    Nobody is in before the host admits, and the host is in at once; one admitted before needs no second admission,
    as long as the room stays open.
    """
    if participant in door.removed:
        raise Refused(CloseReason.REMOVED)
    if door.age > limits.room_seconds:
        raise Refused(CloseReason.LIFETIME)
    if participant not in door.known and len(door.known) >= MAX_PARTICIPANTS:
        raise Refused(CloseReason.FULL)
    if role is Role.HOST or participant in door.admitted:
        if participant not in door.inside and len(door.inside) >= limits.participants:
            raise Refused(CloseReason.FULL)
        return Standing.IN
    if participant not in door.waiting and len(door.waiting) >= limits.waiting:
        raise Refused(CloseReason.FULL)
    return Standing.WAITING


def may_admit(door: Doorway, by: Role, participant: str, limits: Limits) -> bool:
    """Whether the door opens now. False when there is nobody to admit or no place. Raises Refused when not the host."""
    must_be_host(by)
    return participant in door.waiting and len(door.inside) < limits.participants


def must_be_host(by: Role) -> None:
    """Raises Refused(PROTOCOL): a page of ours never lets a guest ask."""
    if by is not Role.HOST:
        raise Refused(CloseReason.PROTOCOL)


def is_over(
    *, age: float, host_came: bool, host_gone_for: float | None, empty: bool, limits: Limits
) -> CloseReason | None:
    """Why a room ends at this moment, or None while it goes on. `host_gone_for` is None while the host is in."""
    if age > limits.room_seconds:
        return CloseReason.LIFETIME
    if host_came and host_gone_for is not None and host_gone_for > limits.host_grace:
        return CloseReason.ENDED
    if not host_came and empty:
        return CloseReason.ENDED
    return None
