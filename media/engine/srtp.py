"""SRTP over libsrtp: in place through pylibsrtp's own binding where it is there, else by its public methods.

Both give identical bytes (`tests/media/test_srtp.py`); the first seals a packet where it will be sent from, without a
copy, a type check or an allocation for every packet and subscriber.
"""

from importlib import import_module
from typing import Any, Protocol

from pylibsrtp import Error, Session

from media.engine.mmsg import Slot

MAX_PACKET = 1_500
_TRAILER = 148
_OK = 0

Packet = bytes | bytearray | memoryview


class Srtp(Protocol):
    """Both directions of one peer connection. Refusals (replayed, forged, too long) never raise."""

    def protect(self, packet: Packet, slot: Slot) -> int:
        """Writes the packet to send into `slot`; its size in bytes, 0 where it was refused."""

    def protect_rtcp(self, packet: Packet, slot: Slot) -> int:
        """The same for RTCP."""

    def unprotect(self, packet: bytes) -> bytes | None:
        """The plain RTP packet."""

    def unprotect_rtcp(self, packet: bytes) -> bytes | None:
        """The plain RTCP packet."""


class InPlaceSrtp:
    """libsrtp called on memory of ours."""

    def __init__(self, incoming: Session, outgoing: Session) -> None:
        """Raises ImportError or AttributeError where pylibsrtp is built otherwise."""
        binding = import_module("pylibsrtp._binding")
        lib = binding.lib
        self._protect, self._protect_rtcp = lib.srtp_protect, lib.srtp_protect_rtcp
        self._unprotect, self._unprotect_rtcp = lib.srtp_unprotect, lib.srtp_unprotect_rtcp
        # The sessions are kept, as they free what they point to.
        self._sessions = incoming, outgoing
        self._incoming, self._outgoing = incoming._srtp[0], outgoing._srtp[0]
        self._arrived = Slot(memoryview(bytearray(MAX_PACKET + _TRAILER)))
        self._length = binding.ffi.new("int *")

    def protect(self, packet: Packet, slot: Slot) -> int:
        return self._run(self._protect, self._outgoing, packet, slot)

    def protect_rtcp(self, packet: Packet, slot: Slot) -> int:
        return self._run(self._protect_rtcp, self._outgoing, packet, slot)

    def unprotect(self, packet: bytes) -> bytes | None:
        size = self._run(self._unprotect, self._incoming, packet, self._arrived)
        return bytes(self._arrived.view[:size]) if size else None

    def unprotect_rtcp(self, packet: bytes) -> bytes | None:
        size = self._run(self._unprotect_rtcp, self._incoming, packet, self._arrived)
        return bytes(self._arrived.view[:size]) if size else None

    def _run(self, operation: Any, session: Any, packet: Packet, slot: Slot) -> int:
        size = len(packet)
        if size > MAX_PACKET:
            return 0
        slot.view[:size] = packet
        length = self._length
        length[0] = size
        if operation(session, slot.memory, length) != _OK:
            return 0
        done: int = length[0]
        return done


class PublicSrtp:
    """The same through pylibsrtp's documented methods, whose own buffer takes packets up to 1,352 bytes."""

    def __init__(self, incoming: Session, outgoing: Session) -> None:
        self._incoming, self._outgoing = incoming, outgoing

    def protect(self, packet: Packet, slot: Slot) -> int:
        try:
            return _written(self._outgoing.protect(bytes(packet)), slot)
        except (Error, ValueError):
            return 0

    def protect_rtcp(self, packet: Packet, slot: Slot) -> int:
        try:
            return _written(self._outgoing.protect_rtcp(bytes(packet)), slot)
        except (Error, ValueError):
            return 0

    def unprotect(self, packet: bytes) -> bytes | None:
        try:
            return self._incoming.unprotect(packet)
        except (Error, ValueError):
            return None

    def unprotect_rtcp(self, packet: bytes) -> bytes | None:
        try:
            return self._incoming.unprotect_rtcp(packet)
        except (Error, ValueError):
            return None


def _written(sealed: bytes, slot: Slot) -> int:
    slot.view[: len(sealed)] = sealed
    return len(sealed)


def srtp(incoming: Session, outgoing: Session) -> Srtp:
    """The fastest way this machine's pylibsrtp allows."""
    try:
        return InPlaceSrtp(incoming, outgoing)
    except (ImportError, AttributeError):
        return PublicSrtp(incoming, outgoing)
