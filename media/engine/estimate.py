"""What a publisher may send: measured on the way up, and no more than the weakest subscriber can take.

All rates are bits per second, all times monotonic seconds.
"""

from collections.abc import Iterable

from aiortc.rate import RemoteBitrateEstimator

CEILING = 1_500_000
FLOOR = 120_000
OPENING = 600_000
GROWTH_PER_SECOND = 1.08


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
    """What one subscriber can take in all, from its own estimates (REMB).

    Such an estimate never goes far beyond what is being sent, so it is a limit only where it is below that; afterwards
    the limit grows again by itself.
    """

    def __init__(self) -> None:
        self._limit: float | None = None
        self._octets, self._at = 0, 0.0

    def heard(self, estimate: int, octets: int, now: float) -> None:
        """The subscriber's estimate, and all octets ever sent to it."""
        passed = now - self._at
        sent = (octets - self._octets) * 8 / passed if self._at and passed > 0.2 else 0.0
        if passed > 0.2:
            self._octets, self._at = octets, now
        if estimate < sent * 0.95:
            self._limit = float(estimate)
        elif self._limit is not None:
            self._limit = max(self._limit, estimate) * GROWTH_PER_SECOND ** min(passed, 5.0)

    def share(self, streams: int) -> int | None:
        """What each of so many publishers may take of it; None while there is no limit."""
        if self._limit is None or not streams:
            return None
        return int(self._limit / streams)
