"""Transport-wide congestion control (draft-holmer-rmcat-transport-wide-cc-extensions-01), both ends of it.

Every packet of a transport carries one running number, whatever its stream; the receiver says when each arrived.
"""

import struct
from itertools import chain

from media.engine.rtcp import TRANSPORT_FEEDBACK, Item, packet
from media.engine.rtp import SEQUENCES

FORMAT = 15
MAX_STATUSES = 2_000
_HEAD = struct.Struct("!IIHHI")
_SHORT = struct.Struct("!H")
_SIGNED = struct.Struct("!h")
_TICK, _REFERENCE = 0.000_25, 0.064
_REFERENCES = 1 << 24
_HISTORY = 4_096
_SYMBOLS = [[word >> shift & 3 for shift in range(12, -1, -2)] for word in range(1 << 14)]


class Arrivals:
    """What one publisher's packets reached us at; becomes the feedback that its sender steers by."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._times: list[float] = []
        self._next: int | None = None
        self._count = 0

    def add(self, number: int, now: float) -> None:
        """The packet of this number (16 bits) came at `now` (seconds)."""
        if len(self._numbers) < MAX_STATUSES:
            self._numbers.append(number)
            self._times.append(now)

    def feedback(self, sender: int, media: int) -> bytes | None:
        """Everything since the last feedback, losses in between included; None while nothing came."""
        if not self._numbers:
            return None
        base = self._numbers[0] if self._next is None else self._next
        arrived = {(number - base) % SEQUENCES: at for number, at in zip(self._numbers, self._times, strict=True)}
        self._numbers.clear()
        self._times.clear()
        # What seems far ahead came late, from before `base`, and was told as lost already; or the sender leapt.
        fresh = {ahead: at for ahead, at in arrived.items() if ahead < MAX_STATUSES}
        if not fresh:
            if min(arrived) < SEQUENCES // 2:
                self._next = None
            return None
        count = max(fresh) + 1
        self._next = (base + count) % SEQUENCES
        reference = int(min(fresh.values()) / _REFERENCE)
        symbols, deltas, last = [], [], reference * _REFERENCE
        for ahead in range(count):
            at = fresh.get(ahead)
            if at is None:
                symbols.append(0)
                continue
            ticks = max(-32_768, min(32_767, round((at - last) / _TICK)))
            last += ticks * _TICK
            small = 0 <= ticks <= 255
            symbols.append(1 if small else 2)
            deltas.append(bytes([ticks]) if small else _SIGNED.pack(ticks))
        self._count = (self._count + 1) % 256
        head = _HEAD.pack(sender, media, base, count, reference % _REFERENCES << 8 | self._count)
        body = head + b"".join(chain(_chunks(symbols), deltas))
        return packet(TRANSPORT_FEEDBACK, FORMAT, body + b"\0" * (-len(body) % 4))


class Departures:
    """When and how big the last packets of one transport left; answers feedback about them."""

    def __init__(self) -> None:
        self._number = 0
        self._times = [0.0] * _HISTORY
        self._sizes = [0] * _HISTORY

    def stamp(self, packet: bytearray, at: int, now: float) -> None:
        """Writes the next number into the packet's extension at offset `at`."""
        number = self._number = (self._number + 1) % SEQUENCES
        _SHORT.pack_into(packet, at, number)
        self._times[number % _HISTORY] = now
        self._sizes[number % _HISTORY] = len(packet)

    def match(self, base: int, arrivals: list[float | None]) -> tuple[int, int, list[float]]:
        """(packets lost, octets arrived, transit of each that arrived); transits share one unknown offset, seconds.

        Feedback about numbers we never sent, or long ago, counts for nothing.
        """
        lost = octets = 0
        transits = []
        behind = (self._number - base) % SEQUENCES
        for ahead, at in enumerate(arrivals[: behind + 1] if behind < _HISTORY else ()):
            slot = (base + ahead) % _HISTORY
            if not self._sizes[slot]:
                continue
            if at is None:
                lost += 1
            else:
                octets += self._sizes[slot]
                transits.append(at - self._times[slot])
            self._sizes[slot] = 0
        return lost, octets, transits


def read_feedback(item: Item) -> tuple[int, list[float | None]] | None:
    """(first number, arrival of each from there on in the receiver's seconds, None where lost)."""
    data = item.data
    if item.kind != TRANSPORT_FEEDBACK or item.form != FORMAT or len(data) < 20:
        return None
    _, _, base, count, reference = _HEAD.unpack_from(data, 4)
    if not 0 < count <= MAX_STATUSES:
        return None
    symbols: list[int] = []
    at = 20
    while len(symbols) < count:
        if at + 2 > len(data):
            return None
        word, at = data[at] << 8 | data[at + 1], at + 2
        if not word & 0x8000:
            symbols += [word >> 13 & 3] * (word & 0x1FFF)
        elif word & 0x4000:
            symbols += _SYMBOLS[word & 0x3FFF]
        else:
            symbols += [word >> shift & 1 for shift in range(13, -1, -1)]
    arrivals: list[float | None] = []
    clock = (reference >> 8) * _REFERENCE
    for symbol in symbols[:count]:
        if symbol in (0, 3):
            arrivals.append(None)
            continue
        if at + symbol > len(data):
            return None
        clock += (data[at] if symbol == 1 else _SIGNED.unpack_from(data, at)[0]) * _TICK
        at += symbol
        arrivals.append(clock)
    return base, arrivals


def _chunks(symbols: list[int]) -> list[bytes]:
    """Status vectors of seven two-bit symbols each."""
    chunks = []
    for first in range(0, len(symbols), 7):
        word = 0xC000
        for place, symbol in enumerate(symbols[first : first + 7]):
            word |= symbol << 12 - 2 * place
        chunks.append(_SHORT.pack(word))
    return chunks
