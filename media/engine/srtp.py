"""SRTP over libsrtp: in place through pylibsrtp's own binding where it is there, else by its public methods.

Both give identical bytes (`tests/media/test_srtp.py`); the first saves a copy, a type check and an allocation for
every packet and subscriber.
"""

from importlib import import_module
from typing import Any, Protocol

from pylibsrtp import Error, Session

MAX_PACKET = 1_500
_TRAILER = 148
_OK = 0

Packet = bytes | bytearray | memoryview


class Srtp(Protocol):
    """Both directions of one peer connection. Refusals (replayed, forged, too long) are None, never an exception."""

    def protect(self, packet: Packet) -> Packet | None:
        """The packet to send; good until the next call."""

    def protect_rtcp(self, packet: Packet) -> Packet | None:
        """The same for RTCP."""

    def unprotect(self, packet: bytes) -> bytes | None:
        """The plain RTP packet."""

    def unprotect_rtcp(self, packet: bytes) -> bytes | None:
        """The plain RTCP packet."""


class InPlaceSrtp:
    """libsrtp called on one buffer of ours."""

    def __init__(self, incoming: Session, outgoing: Session) -> None:
        """Raises ImportError or AttributeError where pylibsrtp is built otherwise."""
        binding = import_module("pylibsrtp._binding")
        ffi, self._lib = binding.ffi, binding.lib
        self._incoming, self._outgoing = incoming._srtp, outgoing._srtp
        self._memory = ffi.new("char[]", MAX_PACKET + _TRAILER)
        self._view = memoryview(ffi.buffer(self._memory)).cast("B")
        self._length = ffi.new("int *")

    def protect(self, packet: Packet) -> Packet | None:
        return self._run(self._lib.srtp_protect, self._outgoing, packet)

    def protect_rtcp(self, packet: Packet) -> Packet | None:
        return self._run(self._lib.srtp_protect_rtcp, self._outgoing, packet)

    def unprotect(self, packet: bytes) -> bytes | None:
        plain = self._run(self._lib.srtp_unprotect, self._incoming, packet)
        return None if plain is None else bytes(plain)

    def unprotect_rtcp(self, packet: bytes) -> bytes | None:
        plain = self._run(self._lib.srtp_unprotect_rtcp, self._incoming, packet)
        return None if plain is None else bytes(plain)

    def _run(self, operation: Any, session: Any, packet: Packet) -> memoryview | None:
        size = len(packet)
        if size > MAX_PACKET:
            return None
        self._view[:size] = packet
        self._length[0] = size
        if operation(session[0], self._memory, self._length) != _OK:
            return None
        return self._view[: self._length[0]]


class PublicSrtp:
    """The same through pylibsrtp's documented methods, whose own buffer takes packets up to 1,352 bytes."""

    def __init__(self, incoming: Session, outgoing: Session) -> None:
        self._incoming, self._outgoing = incoming, outgoing

    def protect(self, packet: Packet) -> Packet | None:
        try:
            return self._outgoing.protect(bytes(packet))
        except (Error, ValueError):
            return None

    def protect_rtcp(self, packet: Packet) -> Packet | None:
        try:
            return self._outgoing.protect_rtcp(bytes(packet))
        except (Error, ValueError):
            return None

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


def srtp(incoming: Session, outgoing: Session) -> Srtp:
    """The fastest way this machine's pylibsrtp allows."""
    try:
        return InPlaceSrtp(incoming, outgoing)
    except (ImportError, AttributeError):
        return PublicSrtp(incoming, outgoing)
