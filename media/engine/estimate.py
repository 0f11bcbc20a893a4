"""What a publisher may send: measured on the way up, and no more than the weakest subscriber can take.

All rates are bits per second, all times monotonic seconds.
"""

import math
from collections import deque
from collections.abc import Iterable

from aiortc.rate import RemoteBitrateEstimator

CEILING = 1_500_000
FLOOR = 100_000
OPENING = 600_000
GROWTH_PER_SECOND = 1.08
NOTHING, PLENTY = 10_000, 20_000_000
LOSS, QUEUE, QUIET = 0.1, 0.15, 1.0


class Uplink:
    """Delay-based estimate of one publisher's way to us.

    It opens with a guess, because without any feedback Chromium never leaves 300 kbps, and because a still picture
    in the first seconds says nothing about the network.
    """

    def __init__(self, now: float) -> None:
        self._estimator = RemoteBitrateEstimator()
        self._estimator.rate_control.set_estimate(OPENING, int(now * 1000))
        self._estimate = OPENING

    def add(self, sent: int, size: int, now: float) -> None:
        """One packet: its abs-send-time (24 bits) and payload size in bytes."""
        update = self._estimator.add(int(now * 1000), sent, size, 0)
        if update is not None:
            self._estimate = update[0]

    def allowed(self, shares: Iterable[int]) -> int:
        """The rate to tell the publisher, given what each subscriber can take of it."""
        return max(FLOOR, min(self._estimate, CEILING, *shares))


class Downlink:
    """What one subscriber can take in all; `limit` is None while nothing shows that it is too much.

    It hears all that browsers say: REMB, transport-wide arrivals, and losses. An estimate never goes far beyond what
    is being sent, so it is a limit only where it is below that; afterwards the limit grows again by itself.
    """

    def __init__(self) -> None:
        self.limit: float | None = None
        self._strained_at = self._grown_at = -QUIET
        self._octets, self._at, self._sent = 0, 0.0, 0.0
        self._lately: deque[tuple[float, int, int, int]] = deque()
        self._quickest = [math.inf, math.inf]
        self._turned_at = 0.0

    def strained(self, now: float) -> bool:
        """Whether it was too much a moment ago."""
        return now - self._strained_at < QUIET

    def heard_estimate(self, estimate: int, octets: int, now: float) -> None:
        """The subscriber's own estimate (REMB), and all octets ever sent to it."""
        if estimate < self._sending(octets, now) * 0.95:
            self._shrink(estimate, now)
        else:
            self._grow(now, estimate)

    def heard_loss(self, fraction: float, octets: int, now: float) -> None:
        """The worst loss of any stream lately (receiver reports), and all octets ever sent to it."""
        if fraction > LOSS:
            self._shrink(self._sending(octets, now) * (1 - fraction / 2), now)

    def heard_arrivals(self, lost: int, octets: int, transits: list[float], now: float) -> None:
        """What became of some packets: how many were lost, how many octets came, and how long each took."""
        self._lately.append((now, lost, len(transits), octets))
        while now - self._lately[0][0] > 1:
            self._lately.popleft()
        missed, came, got = (sum(column) for column in tuple(zip(*self._lately, strict=True))[1:])
        queue = self._queue(min(transits), now) if transits else 0.0
        if queue > QUEUE or (missed + came > 20 and missed > LOSS * (missed + came)):
            if now - self._strained_at > 0.3:
                self._shrink(got * 8 * 0.85 / max(now - self._lately[0][0], 0.3), now)
        else:
            self._grow(now)

    def lift(self, limit: float) -> None:
        """Room for a trial."""
        if self.limit is not None:
            self.limit = max(self.limit, limit)

    def _sending(self, octets: int, now: float) -> float:
        passed = now - self._at
        if passed > 0.2:
            self._sent = (octets - self._octets) * 8 / passed if self._at else 0.0
            self._octets, self._at = octets, now
        return self._sent

    def _queue(self, transit: float, now: float) -> float:
        """How much longer than the quickest of the last 10 to 20 seconds."""
        if now - self._turned_at > 10:
            self._quickest, self._turned_at = [self._quickest[1], math.inf], now
        self._quickest[1] = min(self._quickest[1], transit)
        return transit - min(self._quickest)

    def _shrink(self, limit: float, now: float) -> None:
        self._strained_at = self._grown_at = now
        self.limit = max(limit, NOTHING)

    def _grow(self, now: float, least: float = 0.0) -> None:
        passed, self._grown_at = min(now - self._grown_at, 5.0), now
        if self.limit is not None:
            self.limit = max(self.limit, least) * GROWTH_PER_SECOND**passed
            if self.limit > PLENTY:
                self.limit = None
