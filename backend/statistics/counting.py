"""Who counts as visited in a month or quarter, who was owed a visit, and who was not and why, pure (R055, R057-R059).

All there is to know of an elder in a month is a `Life`; many elders share one, so that a county is judged in few steps.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from backend.policies.rules import VisitCounting


class Life(msgspec.Struct, frozen=True):
    """One elder's month on the register. `came` and `left` are days of the month, 0 for who was here before it or
    stayed to its end; the rest are days not at home by reason, visits by mode, and whether one of the key people."""

    came: int
    left: int
    hospital: int = 0
    away: int = 0
    with_child: int = 0
    home: int = 0
    phone: int = 0
    video: int = 0
    group: int = 0
    key: int = 0


class Standing(StrEnum):
    """The one part of a month or quarter an elder falls into.

    Owed a visit: VISITED; FROM_AFAR (key people seen by phone and video only, which is flagged), FROM_AFAR_ONLY (the
    same where it does not count), MISSED. Not owed: CAME_LATE, LEFT_EARLY, HOSPITAL, AWAY, WITH_CHILD.
    """

    VISITED = "visited"
    FROM_AFAR = "from_afar"
    FROM_AFAR_ONLY = "from_afar_only"
    MISSED = "missed"
    CAME_LATE = "came_late"
    LEFT_EARLY = "left_early"
    HOSPITAL = "hospital"
    AWAY = "away"
    WITH_CHILD = "with_child"


SEEN = frozenset({Standing.VISITED, Standing.FROM_AFAR})
UNSEEN = frozenset({Standing.FROM_AFAR_ONLY, Standing.MISSED})
EXCLUDED = frozenset(Standing) - SEEN - UNSEEN
_WORST_FIRST = (Standing.MISSED, Standing.FROM_AFAR_ONLY, Standing.FROM_AFAR, Standing.VISITED)


def read_life(told: str) -> Life:
    """From the numbers in the order of the fields, joined by commas."""
    return Life(*map(int, told.split(",")))


def judge(life: Life, policy: VisitCounting) -> Standing:
    """How one elder's month stands under the policy."""
    if life.left and life.left < policy.left_from:
        return Standing.LEFT_EARLY
    counted = life.home + life.group * policy.group + life.phone * policy.phone + life.video * policy.video
    if counted:
        return _seen(life, policy)
    away = life.away + life.with_child
    if life.hospital > policy.hospital_days:
        return Standing.HOSPITAL
    if away > policy.away_days:
        return Standing.WITH_CHILD if life.with_child >= life.away else Standing.AWAY
    return Standing.CAME_LATE if life.came > policy.came_by else Standing.MISSED


def _seen(life: Life, policy: VisitCounting) -> Standing:
    if not life.key or life.home or life.group * policy.group:
        return Standing.VISITED
    return Standing.FROM_AFAR_ONLY if policy.key_people_in_person else Standing.FROM_AFAR


def judge_quarter(months: Sequence[Standing]) -> Standing:
    """Seen in every month in which a visit was owed, or else missed; not owed when owed in none: then the last reason.

    So a quarter is whole only when each of its months is.
    """
    for standing in _WORST_FIRST:
        if standing in months:
            return standing
    return months[-1]


class VisitParts(msgspec.Struct, frozen=True):
    """How many of one place are in each Standing; and all `visits` made, with those `at_home` (R059)."""

    visited: int = 0
    from_afar: int = 0
    from_afar_only: int = 0
    missed: int = 0
    came_late: int = 0
    left_early: int = 0
    hospital: int = 0
    away: int = 0
    with_child: int = 0
    visits: int = 0
    at_home: int = 0

    def __add__(self, other: "VisitParts") -> "VisitParts":
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return VisitParts(*(one + another for one, another in pairs))

    @property
    def seen(self) -> int:
        """Who counts as visited."""
        return self.visited + self.from_afar

    @property
    def owed(self) -> int:
        """Who was owed a visit, or visited anyway."""
        return self.seen + self.unseen

    @property
    def unseen(self) -> int:
        """Who was owed a visit and got none that counts."""
        return self.from_afar_only + self.missed

    @property
    def excluded(self) -> int:
        """Who was not owed one."""
        return self.came_late + self.left_early + self.hospital + self.away + self.with_child


class Period(StrEnum):
    """Over how long it is counted, up to the day asked for."""

    MONTH = "month"
    QUARTER = "quarter"


class Month(msgspec.Struct, frozen=True):
    """A Shanghai month as far as it is counted: `last` is its last day, or the day counted while it runs."""

    first: date
    last: date


def month_of(day: date) -> Month:
    """The month of `day`, up to it."""
    return Month(day.replace(day=1), day)


def quarter_of(day: date) -> tuple[Month, ...]:
    """The quarter's months up to `day`, the last as far as it goes."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    months: list[Month] = []
    while first <= day:
        following = (first + timedelta(days=32)).replace(day=1)
        months.append(Month(first, min(following - timedelta(days=1), day)))
        first = following
    return tuple(months)
