"""RTCP (RFC 3550, RFC 4585, REMB) in the few forms a forwarder reads and writes. All integers are unsigned."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

SENDER_REPORT, RECEIVER_REPORT, DESCRIPTION = 200, 201, 202
TRANSPORT_FEEDBACK, PAYLOAD_FEEDBACK = 205, 206
NACK = 1
PLI, FIR, REMB = 1, 4, 15

MAX_RESENDS = 256
_HEAD = struct.Struct("!BBH")


class Item(NamedTuple):
    """One packet of a compound: its type, its count-or-format bits, and all its bytes, header included."""

    kind: int
    form: int
    data: bytes


class ReportBlock(NamedTuple):
    """What a receiver says of one stream; `fraction_lost` in 1/256, `jitter` in timestamp units."""

    ssrc: int
    fraction_lost: int
    lost: int
    highest: int
    jitter: int
    last_report: int
    delay: int


class SenderInfo(NamedTuple):
    """The clock of one stream: `ntp` in 1/2^32 s since 1900, beside the RTP time of the same instant."""

    ssrc: int
    ntp: int
    timestamp: int
    packets: int
    octets: int


def items(compound: bytes) -> Iterator[Item]:
    """Every well-formed packet up to the first broken one."""
    at = 0
    while at + 4 <= len(compound):
        first, kind, words = _HEAD.unpack_from(compound, at)
        end = at + 4 + 4 * words
        if first >> 6 != 2 or end > len(compound):
            return
        yield Item(kind, first & 0x1F, compound[at:end])
        at = end


def read_sender_info(item: Item) -> SenderInfo | None:
    """The sender's part of a sender report."""
    if item.kind != SENDER_REPORT or len(item.data) < 28:
        return None
    return SenderInfo(*struct.unpack_from("!IQIII", item.data, 4))


def read_reports(item: Item) -> list[ReportBlock]:
    """The report blocks of a sender or receiver report."""
    if item.kind not in (SENDER_REPORT, RECEIVER_REPORT):
        return []
    start = 28 if item.kind == SENDER_REPORT else 8
    blocks = []
    for at in range(start, min(start + 24 * item.form, len(item.data) - 23), 24):
        ssrc, loss, highest, jitter, last_report, delay = struct.unpack_from("!IIIIII", item.data, at)
        blocks.append(ReportBlock(ssrc, loss >> 24, loss & 0xFFFFFF, highest, jitter, last_report, delay))
    return blocks


def read_nack(item: Item) -> tuple[int, list[int]] | None:
    """(stream, sequence numbers missed), at most MAX_RESENDS of them."""
    if item.kind != TRANSPORT_FEEDBACK or item.form != NACK or len(item.data) < 12:
        return None
    (ssrc,) = struct.unpack_from("!I", item.data, 8)
    missed = []
    for at in range(12, len(item.data) - 3, 4):
        first, mask = struct.unpack_from("!HH", item.data, at)
        missed.append(first)
        missed += [(first + 1 + bit) & 0xFFFF for bit in range(16) if mask >> bit & 1]
    return ssrc, missed[:MAX_RESENDS]


def read_keyframe_requests(item: Item) -> list[int]:
    """The streams a PLI or FIR asks a key frame of."""
    if item.kind != PAYLOAD_FEEDBACK or len(item.data) < 12:
        return []
    if item.form == PLI:
        return [struct.unpack_from("!I", item.data, 8)[0]]
    if item.form == FIR:
        return [struct.unpack_from("!I", item.data, at)[0] for at in range(12, len(item.data) - 7, 8)]
    return []


def read_remb(item: Item) -> int | None:
    """The bits per second a receiver can take (draft-alvestrand-rmcat-remb)."""
    if item.kind != PAYLOAD_FEEDBACK or item.form != REMB or len(item.data) < 20 or item.data[12:16] != b"REMB":
        return None
    packed = int.from_bytes(item.data[17:20], "big")
    return (packed & 0x3FFFF) << (packed >> 18)


def receiver_report(sender: int, blocks: list[ReportBlock]) -> bytes:
    body = struct.pack("!I", sender)
    for block in blocks:
        loss = block.fraction_lost << 24 | block.lost & 0xFFFFFF
        body += struct.pack("!IIIIII", block.ssrc, loss, *block[3:])
    return packet(RECEIVER_REPORT, len(blocks), body)


def sender_report(info: SenderInfo) -> bytes:
    return packet(SENDER_REPORT, 0, struct.pack("!IQIII", *info))


def description(ssrc: int, cname: str) -> bytes:
    """The canonical name that ties a person's sound to their picture."""
    name = cname.encode()
    chunk = struct.pack("!IBB", ssrc, 1, len(name)) + name + b"\0"
    return packet(DESCRIPTION, 1, chunk + b"\0" * (-len(chunk) % 4))


def pli(sender: int, media: int) -> bytes:
    """Please send a key frame."""
    return packet(PAYLOAD_FEEDBACK, PLI, struct.pack("!II", sender, media))


def nack(sender: int, media: int, missed: list[int]) -> bytes:
    """Please send these again; `missed` is in ascending order of sending."""
    pairs: list[list[int]] = []
    for sequence in missed:
        ahead = (sequence - pairs[-1][0] - 1) & 0xFFFF if pairs else 16
        if ahead < 16:
            pairs[-1][1] |= 1 << ahead
        else:
            pairs.append([sequence, 0])
    body = struct.pack("!II", sender, media) + b"".join(struct.pack("!HH", *pair) for pair in pairs)
    return packet(TRANSPORT_FEEDBACK, NACK, body)


def remb(sender: int, bits_per_second: int, streams: list[int]) -> bytes:
    """You may send this much in all."""
    exponent = max(0, bits_per_second.bit_length() - 18)
    packed = exponent << 18 | bits_per_second >> exponent
    body = struct.pack("!II4sB", sender, 0, b"REMB", len(streams)) + packed.to_bytes(3, "big")
    return packet(PAYLOAD_FEEDBACK, REMB, body + b"".join(struct.pack("!I", ssrc) for ssrc in streams))


def packet(kind: int, count: int, body: bytes) -> bytes:
    """One RTCP packet; `body` is a multiple of four bytes."""
    return _HEAD.pack(2 << 6 | count, kind, len(body) // 4) + body
