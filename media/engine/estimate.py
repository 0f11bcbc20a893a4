"""What a publisher may send: measured on the way up, and no more than the weakest subscriber can take."""

from aiortc.rate import RemoteBitrateEstimator

CEILING = 1_500_000
FLOOR = 120_000
OPENING = 600_000


class Uplink:
    """Delay-based estimate of one publisher's way to us. Times are monotonic seconds, rates bits per second."""

    def __init__(self) -> None:
        self._estimator = RemoteBitrateEstimator()
        self._estimate: int | None = None

    def add(self, sent: int, size: int, now: float) -> None:
        """One packet: its abs-send-time (24 bits) and payload size in bytes."""
        update = self._estimator.add(int(now * 1000), sent, size, 0)
        if update is not None:
            self._estimate = update[0]

    def allowed(self, subscribers: list[int]) -> int:
        """The rate to tell the publisher, given what each subscriber said it can take.

        Without any feedback Chromium never leaves 300 kbps, so the first word is an opening guess.
        """
        own = OPENING if self._estimate is None else self._estimate
        return max(FLOOR, min(own, CEILING, *subscribers))
