"""RTCP as the generator writes and reads it (RFC 3550, RFC 4585, REMB), apart from the code that is measured."""

import struct
import time
from collections.abc import Iterable, Mapping

RTX = 1


def sender_report(ssrc: int, timestamp: int, packets: int, octets: int) -> bytes:
    """What a sender tells once a second, with its name."""
    ntp = int((time.time() + 2_208_988_800) * 2**32)
    report = struct.pack("!IQIII", ssrc, ntp & (2**64 - 1), timestamp, packets, octets)
    name = struct.pack("!IBB5sx", ssrc, 1, 5, b"bench") + b"\0" * 0
    return _packet(200, 0, report) + _packet(202, 1, name + b"\0" * (-len(name) % 4))


def receiver_report(sender: int, highest: Mapping[int, int]) -> bytes:
    """That every stream arrives whole; `highest` is the newest sequence number of each."""
    blocks = b"".join(
        struct.pack("!IIIIII", ssrc, 0, sequence, 30, 0, 0) for ssrc, sequence in list(highest.items())[:31]
    )
    return _packet(201, len(blocks) // 24, struct.pack("!I", sender) + blocks)


def remb(sender: int, bits_per_second: int, streams: Iterable[int]) -> bytes:
    """How much the receiver can take (draft-alvestrand-rmcat-remb)."""
    ssrcs = list(streams)
    exponent = max(0, bits_per_second.bit_length() - 18)
    rate = (exponent << 18 | bits_per_second >> exponent).to_bytes(3, "big")
    body = struct.pack("!II4sB", sender, 0, b"REMB", len(ssrcs)) + rate
    return _packet(206, 15, body + b"".join(struct.pack("!I", ssrc) for ssrc in ssrcs))


def nack(sender: int, media: int, sequence: int) -> bytes:
    """One packet is missing."""
    return nacks(sender, media, [sequence])


def nacks(sender: int, media: int, missing: Iterable[int]) -> bytes:
    """These packets are missing, one entry each."""
    entries = b"".join(struct.pack("!HH", sequence, 0) for sequence in missing)
    return _packet(205, 1, struct.pack("!II", sender, media) + entries)


def keyframe_wanted(compound: bytes) -> bool:
    """Whether it asks for a key frame (PLI or FIR)."""
    return any(kind == 206 and form in (1, 4) for kind, form, _ in items(compound))


def items(compound: bytes) -> Iterable[tuple[int, int, bytes]]:
    """Type, format and bytes of each packet in it."""
    at = 0
    while at + 4 <= len(compound):
        first, kind, words = struct.unpack_from("!BBH", compound, at)
        yield kind, first & 31, compound[at : at + 4 + 4 * words]
        at += 4 + 4 * words


def _packet(kind: int, form: int, body: bytes) -> bytes:
    return struct.pack("!BBH", 128 | form, kind, len(body) // 4) + body
