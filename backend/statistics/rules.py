"""What is counted, and how it adds up level by level, pure."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, Self, TypeVar
from uuid import UUID

import msgspec

from backend.statistics.errors import DayNotCounted, MonthNotPossible

EARLIEST = date(2020, 1, 1)


class Figures(msgspec.Struct, frozen=True):
    """Counts of one place in one month.

    `elders`: on the register at the month's end, or today while the month runs. `agreements`: of them, those with an
    agreement filed and in force (R041). `visits_owed`: who was owed a visit by the policy of counting, or visited
    anyway. `visited`: of them, those visited at least once (R057). `overdue`: while the month runs, of those on the
    register whose due day is past. For a month over, those owed a visit who got none (R055). `calls` were held, with
    `call_minutes` of talk, each call rounded to the minute.
    """

    elders: int = 0
    agreements: int = 0
    visits_owed: int = 0
    visited: int = 0
    overdue: int = 0
    calls: int = 0
    call_minutes: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return _added(self, other)


class Place(msgspec.Struct, frozen=True):
    """A place in the tree as it stood that month; `parent_id` is None at the top of what is shown."""

    id: UUID
    code: str
    name: str
    level: str
    parent_id: UUID | None


class Sum(Protocol):
    """Counts that add up level by level."""

    def __add__(self, other: Self) -> Self: ...


AnySum = TypeVar("AnySum", bound=Sum)
AnyStruct = TypeVar("AnyStruct", bound=msgspec.Struct)


def add_up(places: Iterable[Place], counted: Mapping[UUID, AnySum], nothing: AnySum) -> dict[UUID, AnySum]:
    """Each place's own counts and those of all places under it; `nothing` is what an empty place counts."""
    parents = {place.id: place.parent_id for place in places}
    totals = dict.fromkeys(parents, nothing)
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


class Part(StrEnum):
    """The one part of the register an elder falls into on a day. Only IN_FORCE counts as signed (R041).

    `ELDER_DECLINED`: the last wish was a no. `CHILD_RETURNED`: a child is home, and so it was suspended, ended, or not
    needed. DRAFT to RETURNED: under way. `NOT_BEGUN`: filed, the term begins later. `EXPIRED`: over without a renewal.
    """

    IN_FORCE = "in_force"
    ELDER_DECLINED = "elder_declined"
    CHILD_RETURNED = "child_returned"
    SUSPENDED = "suspended"
    DRAFT = "draft"
    SIGNED = "signed"
    CONSENTED = "consented"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    NOT_BEGUN = "not_begun"
    EXPIRED = "expired"
    NOTHING = "nothing"


class AgreementParts(msgspec.Struct, frozen=True):
    """How many of one place's register are in each Part: their sum is the register."""

    in_force: int = 0
    elder_declined: int = 0
    child_returned: int = 0
    suspended: int = 0
    draft: int = 0
    signed: int = 0
    consented: int = 0
    handed_in: int = 0
    returned: int = 0
    not_begun: int = 0
    expired: int = 0
    nothing: int = 0

    def __add__(self, other: "AgreementParts") -> "AgreementParts":
        return _added(self, other)

    @property
    def on_register(self) -> int:
        """All of them."""
        return sum(msgspec.structs.astuple(self))


class CareParts(msgspec.Struct, frozen=True):
    """Of those who cannot care for themselves, who answers for them (R052), each elder counted in the first that holds:
    an agreement in force, a child in the village, a guardian named on the file, nobody."""

    agreement: int = 0
    child: int = 0
    guardian: int = 0
    nobody: int = 0

    def __add__(self, other: "CareParts") -> "CareParts":
        return _added(self, other)

    @property
    def dependent(self) -> int:
        """All of them."""
        return sum(msgspec.structs.astuple(self))


def _added(mine: AnyStruct, theirs: AnyStruct) -> AnyStruct:
    pairs = zip(msgspec.structs.astuple(mine), msgspec.structs.astuple(theirs), strict=True)
    return type(mine)(*(one + another for one, another in pairs))


def check_day(day: date, today: date) -> None:
    """Raises DayNotCounted."""
    if not EARLIEST <= day <= today:
        raise DayNotCounted(field="as_of")
