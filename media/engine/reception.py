"""How well one stream reaches us: RFC 3550 A.3 and A.8 counters, and what to ask for again."""

from media.engine.rtcp import ReportBlock, SenderInfo
from media.engine.rtp import SEQUENCES

MAX_MISSING = 128
ASK_EVERY = 0.1
ASK_TIMES = 5
_RESTART = 1_000


class Reception:
    """Fed with every packet of one stream. Times are monotonic seconds."""

    def __init__(self, ssrc: int, clock_rate: int) -> None:
        self.ssrc, self._clock_rate = ssrc, clock_rate
        self._first: int | None = None
        self._highest = 0
        self._received = 0
        self._expected_before = self._received_before = 0
        self._jitter = 0.0
        self._transit: float | None = None
        self._missing: dict[int, tuple[float, int]] = {}
        self._last_report = (0, 0.0)

    def add(self, sequence: int, timestamp: int, now: float) -> None:
        """One packet arrived (first time or resent)."""
        if self._first is None:
            self._first = self._highest = sequence
        else:
            self._place(sequence, now)
        self._received += 1
        transit = now * self._clock_rate - timestamp
        if self._transit is not None:
            moved = abs(transit - self._transit)
            # A wrapped or jumping clock says nothing about the network.
            if moved < 10 * self._clock_rate:
                self._jitter += (moved - self._jitter) / 16
        self._transit = transit

    def add_resent(self, sequence: int) -> bool:
        """One packet came again on its RTX stream; True when it was really missing."""
        if self._first is None:
            return False
        full = self._highest - (self._highest - sequence) % SEQUENCES
        return self._missing.pop(full, None) is not None

    def heard_clock(self, info: SenderInfo, now: float) -> None:
        """A sender report: what the next report block will echo for the round-trip time."""
        self._last_report = (info.ntp >> 16 & 0xFFFFFFFF, now)

    def to_ask(self, now: float, round_trip: float = 0.0) -> list[int]:
        """Sequence numbers due for a (repeated) NACK at this moment, in sending order.

        Nothing is asked for again before the answer can have come: `round_trip` seconds.
        """
        due = []
        for full, (due_at, times) in list(self._missing.items()):
            if times >= ASK_TIMES:
                del self._missing[full]
            elif now >= due_at:
                self._missing[full] = (now + max(ASK_EVERY, round_trip), times + 1)
                due.append(full % SEQUENCES)
        return due

    def report(self, now: float) -> ReportBlock:
        """The block of the next receiver report; counts losses since the one before."""
        expected = self._highest - (self._first or 0) + 1 if self._first is not None else 0
        lately, got = expected - self._expected_before, self._received - self._received_before
        self._expected_before, self._received_before = expected, self._received
        fraction = min(255, (lately - got) * 256 // lately) if lately > 0 and got < lately else 0
        echo, at = self._last_report
        delay = min(int((now - at) * 65_536), 0xFFFFFFFF) if echo else 0
        lost = max(0, min(expected - self._received, 0x7FFFFF))
        return ReportBlock(self.ssrc, fraction, lost, self._highest & 0xFFFFFFFF, int(self._jitter), echo, delay)

    def _place(self, sequence: int, now: float) -> None:
        ahead = (sequence - self._highest) % SEQUENCES
        if ahead == 0:
            return
        if ahead < _RESTART:
            for gap in range(self._highest + 1, self._highest + ahead):
                self._missing[gap] = (now, 0)
            while len(self._missing) > MAX_MISSING:
                del self._missing[next(iter(self._missing))]
            self._highest += ahead
        elif ahead > SEQUENCES - _RESTART:
            self._missing.pop(self._highest - (SEQUENCES - ahead), None)
        else:
            self._first = self._highest = sequence
            self._missing.clear()
            self._received = self._expected_before = self._received_before = 0
