"""How many pictures one subscriber's network carries beside every voice: pictures give way, voices never do.

Rates are bits per second, times monotonic seconds.
"""

VOICE, PICTURE = 48_000, 100_000
STRAIN_FOR = 0.5
FIRST_WAIT, LONGEST_WAIT = 2.0, 32.0


class Budget:
    """Decides with patience: a picture goes after half a second of strain and comes back for a trial.

    A trial that fails makes the next wait twice as long.
    """

    def __init__(self) -> None:
        self._shown: int | None = None
        self._over_since: float | None = None
        self._wait, self._changed_at = FIRST_WAIT, 0.0

    def pictures(self, limit: float | None, voices: int, wanted: int, strained: bool, now: float) -> int:
        """How many of `wanted` pictures may flow now, given what the network carries (None: no limit known)."""
        shown = wanted if self._shown is None else min(self._shown, wanted)
        fitting = wanted if limit is None else min(wanted, max(0, int((limit - voices * VOICE) // PICTURE)))
        if fitting < shown and strained:
            self._over_since = now if self._over_since is None else self._over_since
            if now - self._over_since >= STRAIN_FOR:
                return self._pause(fitting, now)
            return shown
        self._over_since = None
        if shown < wanted and not strained and now - self._changed_at >= self._wait:
            shown += 1
            self._changed_at = now
        self._shown = None if shown == wanted else shown
        return shown

    def _pause(self, shown: int, now: float) -> int:
        failed = now - self._changed_at < FIRST_WAIT * 3
        self._wait = min(self._wait * 2, LONGEST_WAIT) if failed else FIRST_WAIT
        self._shown, self._changed_at, self._over_since = shown, now, None
        return shown


def needed(voices: int, pictures: int) -> int:
    """What so many streams want at least."""
    return voices * VOICE + pictures * PICTURE


def share(limit: float, voices: int, pictures: int) -> int:
    """What each person shown may send, sound and picture together."""
    return int(max(PICTURE, (limit - voices * VOICE) / pictures)) + VOICE
