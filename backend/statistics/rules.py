"""What is counted, and how it adds up level by level, pure."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

import msgspec

from backend.statistics.errors import MonthNotPossible

EARLIEST = date(2020, 1, 1)


class Figures(msgspec.Struct, frozen=True):
    """Counts of one place in one month.

    `elders`: on the register at the month's end, or today while the month runs. `agreements`: of them, those with an
    agreement filed and in force (R041). `visits_owed`: of them, those on the register since before the month, or
    visited anyway: who came in its course spoils nobody's rate. `visited`: of them, those visited at least once (R057).
    `overdue`: while the month runs, those whose due day is past; for a month over, those owed a visit who got none
    (R055). `calls` were held, with `call_minutes` of talk, each call rounded to the minute.
    """

    elders: int = 0
    agreements: int = 0
    visits_owed: int = 0
    visited: int = 0
    overdue: int = 0
    calls: int = 0
    call_minutes: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        mine, theirs = msgspec.structs.astuple(self), msgspec.structs.astuple(other)
        return Figures(*(one + another for one, another in zip(mine, theirs, strict=True)))


class Place(msgspec.Struct, frozen=True):
    """A place in the tree as it stood that month; `parent_id` is None at the top of what is shown."""

    id: UUID
    code: str
    name: str
    level: str
    parent_id: UUID | None


def add_up(places: Iterable[Place], counted: Mapping[UUID, Figures]) -> dict[UUID, Figures]:
    """Each place's own figures and those of all places under it."""
    parents = {place.id: place.parent_id for place in places}
    totals = {place_id: Figures() for place_id in parents}
    for place_id, figures in counted.items():
        above: UUID | None = place_id
        while above in totals:
            totals[above] += figures
            above = parents[above]
    return totals


def rate(part: int, whole: int) -> float | None:
    """`part` of `whole` between 0 and 1, to four places; None of nothing."""
    return round(part / whole, 4) if whole else None


def day_counted(month: date, today: date) -> date:
    """The day the figures of a month tell of: its last, or today while it runs. Raises MonthNotPossible."""
    first = month.replace(day=1)
    if not EARLIEST <= first <= today:
        raise MonthNotPossible(field="month")
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return min(last, today)
