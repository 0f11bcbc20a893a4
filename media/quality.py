"""How well one participant's call goes, from RTCP and from what their page counts; and the plain word for it."""

from dataclasses import dataclass, fields
from enum import StrEnum

LOSSY = 0.08
BAD_LOOKS, GOOD_LOOKS = 2, 3


class Network(StrEnum):
    """What a page says of a participant's network."""

    GOOD = "good"
    WEAK = "weak"
    SOUND_ONLY = "sound_only"


@dataclass
class Way:
    """One direction: share of packets lost lately (0 to 1), jitter in ms, rate in kbit/s."""

    loss: float = 0.0
    jitter: float = 0.0
    rate: float = 0.0


@dataclass
class Quality:
    """One moment of one participant; `up` is towards us. `round_trip` in ms; freezes are the page's own count."""

    up: Way
    down: Way
    round_trip: float = 0.0
    freezes: int = 0
    frozen_ms: int = 0


class Record:
    """Means and worst of all looks of one stay, and the word for it, which takes some looks to change its mind."""

    def __init__(self) -> None:
        self.network = Network.GOOD
        self.looks = 0
        self.now = Quality(Way(), Way())
        self._sums: dict[str, float] = {}
        self._worst: dict[str, float] = {}
        self._streak = 0

    def look(self, quality: Quality, *, paused: int, shown: int) -> None:
        """One look, every half a second or so: `paused` pictures are held back and `shown` ones are not."""
        self.now, self.looks = quality, self.looks + 1
        for name, value in _flat(quality).items():
            self._sums[name] = self._sums.get(name, 0.0) + value
            self._worst[name] = max(self._worst.get(name, 0.0), value)
        if paused:
            self._streak, self.network = 0, Network.WEAK if shown else Network.SOUND_ONLY
            return
        bad = max(quality.up.loss, quality.down.loss) > LOSSY
        self._streak = 0 if bad == (self.network is not Network.GOOD) else self._streak + 1
        if self._streak >= (BAD_LOOKS if bad else GOOD_LOOKS):
            self._streak, self.network = 0, Network.WEAK if bad else Network.GOOD

    def summary(self) -> dict[str, float]:
        """Mean and worst of each number, and the page's counts; empty where there never was a look."""
        if not self.looks:
            return {}
        means = {f"{name}_mean": round(total / self.looks, 3) for name, total in self._sums.items()}
        worst = {f"{name}_worst": round(value, 3) for name, value in self._worst.items()}
        return {**means, **worst, "freezes": self.now.freezes, "frozen_ms": self.now.frozen_ms}


def _flat(quality: Quality) -> dict[str, float]:
    ways = {"up": quality.up, "down": quality.down}
    flat = {f"{field.name}_{name}": getattr(way, field.name) for name, way in ways.items() for field in fields(Way)}
    return {**flat, "round_trip": quality.round_trip}
