"""The header extensions that hold for one hop only and are written anew on each (RFC 8285)."""

import struct

from media.engine.codec import ABS_SEND_TIME, TRANSPORT_NUMBER
from media.engine.rtp import SIZE, Header

_ONE_BYTE = 0xBEDE
_HEAD = struct.Struct("!HH")
_TIME = ABS_SEND_TIME << 4 | 2
_NUMBER = TRANSPORT_NUMBER << 4 | 1

Places = tuple[int, int]


def places(packet: bytes, header: Header) -> Places:
    """(offset of abs-send-time, offset of the transport-wide number) in a packet that `rtp.read` took; 0 if absent."""
    if not packet[0] & 0x10:
        return 0, 0
    at, end = SIZE + 4 * (packet[0] & 0x0F), header.payload
    if _HEAD.unpack_from(packet, at)[0] != _ONE_BYTE:
        return 0, 0
    time = number = 0
    at += 4
    while at < end:
        head = packet[at]
        if head == 0:
            at += 1
            continue
        following = at + 2 + (head & 0x0F)
        if head >= 0xF0 or following > end:
            break
        if head == _TIME:
            time = at + 1
        elif head == _NUMBER:
            number = at + 1
        at = following
    return time, number


def send_time(now: float) -> bytes:
    """The abs-send-time extension: 24 bits of seconds, 6 before and 18 behind the point."""
    return (int(now * 262_144) & 0xFFFFFF).to_bytes(3, "big")
