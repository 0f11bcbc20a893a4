"""RTP (RFC 3550, RFC 8285) read and patched where it lies."""

import struct
from typing import NamedTuple

HEADER = struct.Struct("!BBHII")
SIZE = HEADER.size
SEQUENCES = 1 << 16
TIMES = 1 << 32

_SHORT = struct.Struct("!H")
PLACE = struct.Struct("!HII")


class Malformed(ValueError):
    """Bytes that are not the packet they claim to be."""


class Header(NamedTuple):
    """The fixed header; `payload` is the offset behind contributing sources and extensions."""

    payload_type: int
    marker: bool
    sequence: int
    timestamp: int
    ssrc: int
    payload: int


def is_rtcp(data: bytes) -> bool:
    """RFC 5761: tells RTCP from RTP where both share a port; `data` has at least two bytes."""
    return 192 <= data[1] <= 223


def read(packet: bytes) -> Header:
    """The header of a plain RTP packet. Raises Malformed."""
    if len(packet) < SIZE:
        raise Malformed
    first, second, sequence, timestamp, ssrc = HEADER.unpack_from(packet)
    payload = SIZE + 4 * (first & 0x0F)
    if first >> 6 != 2 or payload > len(packet):
        raise Malformed
    if first & 0x10:
        if payload + 4 > len(packet):
            raise Malformed
        payload += 4 + 4 * _SHORT.unpack_from(packet, payload + 2)[0]
    padding = packet[-1] if first & 0x20 else 0
    if payload + padding > len(packet):
        raise Malformed
    return Header(second & 0x7F, second > 127, sequence, timestamp, ssrc, payload)


def patch(packet: bytearray, sequence: int, timestamp: int, ssrc: int) -> None:
    """Gives the packet another place in another stream."""
    PLACE.pack_into(packet, 2, sequence, timestamp, ssrc)


def unwrap_resent(packet: bytes, header: Header, payload_type: int, ssrc: int) -> bytes:
    """The original inside an RTX packet (RFC 4588). Raises Malformed, also for one that is only padding."""
    end = len(packet) - (packet[-1] if packet[0] & 0x20 else 0)
    if header.payload + 2 > end:
        raise Malformed
    plain = bytearray(packet[: header.payload] + packet[header.payload + 2 : end])
    plain[0] &= ~0x20
    plain[1] = (packet[1] & 0x80) | payload_type
    (original,) = _SHORT.unpack_from(packet, header.payload)
    patch(plain, original, header.timestamp, ssrc)
    return bytes(plain)


def wrap_resent(packet: bytes | bytearray, payload: int, payload_type: int, sequence: int, ssrc: int) -> bytearray:
    """A packet resent on its RTX stream; `payload` is the payload's offset in the original."""
    (timestamp,) = struct.unpack_from("!I", packet, 4)
    wrapped = bytearray(packet[:payload]) + packet[2:4] + packet[payload:]
    wrapped[1] = (packet[1] & 0x80) | payload_type
    patch(wrapped, sequence, timestamp, ssrc)
    return wrapped


def newer(one: int, other: int) -> bool:
    """Sequence `one` comes after `other`, across the wrap at 65,536."""
    return 0 < (one - other) % SEQUENCES < SEQUENCES // 2
