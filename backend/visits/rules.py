"""When a visit is due, and what a report may say, pure (R055, R056, R058, R071, R072)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.elders.rules import PriorityTier
from backend.kit.clock import shanghai_day
from backend.policies.rules import VisitRhythm
from backend.visits.aid import NewNeed
from backend.visits.errors import ElderHadLeft, PeopleNotCounted, VisitInFuture, VisitNotOver, VisitTooLongAgo
from backend.visits.proposing import NewProposal


class VisitMode(StrEnum):
    """How the elder was visited (R058)."""

    HOME = "home"
    PHONE = "phone"
    VIDEO = "video"
    GROUP = "group"


class Finding(StrEnum):
    """One domain's answer: three, so a tired volunteer never has to choose among ten."""

    GOOD = "good"
    WATCH = "watch"
    HELP = "help"


class VisitPlace(StrEnum):
    """Where the elder was met, as the visitor says; no position is ever taken."""

    AT_HOME = "at_home"
    IN_VILLAGE = "in_village"
    HOSPITAL = "hospital"
    FACILITY = "facility"
    WITH_FAMILY = "with_family"
    ELSEWHERE = "elsewhere"


class Present(StrEnum):
    """Who was there beside the visitor, without names. A doctor or nurse who came along is said here (R081)."""

    ELDER = "elder"
    SPOUSE = "spouse"
    CHILD = "child"
    GRANDCHILD = "grandchild"
    CAREGIVER = "caregiver"
    NEIGHBOUR = "neighbour"
    DOCTOR = "doctor"
    NURSE = "nurse"
    CADRE = "cadre"
    OTHER = "other"


class ReplyKind(StrEnum):
    """What a supporter says to a report."""

    THANKS = "thanks"
    QUESTION = "question"


class NewReport(msgspec.Struct, frozen=True):
    """What a visitor saw in the five domains (R072), and when it began, in UTC. The photos are uploads of the
    visitor's own.

    `form` and `answers`: see `visits.forms`. `minutes` is how long it took; `people` how many were there, the visitor
    not counted. Reports of before the forms have none of these.
    """

    elder_id: UUID
    mode: VisitMode
    visited_at: datetime
    health: Finding
    economy: Finding
    family_duty: Finding
    safety: Finding
    needs: Finding
    note: str | None
    photo_ids: tuple[UUID, ...]
    form: str | None = None
    answers: Mapping[str, tuple[str, ...]] = {}
    hygiene: Finding | None = None
    minutes: int | None = None
    place: VisitPlace | None = None
    present: tuple[Present, ...] = ()
    people: int | None = None
    need_items: tuple[NewNeed, ...] = ()
    proposals: tuple[NewProposal, ...] = ()


LATEST_REPORT = timedelta(days=31)
LATE_AFTER = timedelta(hours=24)
CLOCK_SKEW = timedelta(minutes=5)


class DueState(StrEnum):
    """How a due date stands today."""

    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    UPCOMING = "upcoming"


def days_between(tier: PriorityTier, rhythm: VisitRhythm, *, high_risk: bool = False) -> int:
    """Days from one visit to the next for an elder of this tier and risk (R034, R056)."""
    days: int = getattr(rhythm, tier)
    return min(days, rhythm.high_risk) if high_risk else days


def next_due(days: int, *, last: datetime | None, registered_at: datetime) -> date:
    """The day the next visit is due: `days` after the last one's, within the month that follows it (R055).

    An elder never visited is due `days` after the day of registration.
    """
    if last is None:
        return shanghai_day(registered_at) + timedelta(days=days)
    return due_after(shanghai_day(last), days)


def due_after(from_day: date, days: int) -> date:
    """The day the next visit is due after one on `from_day`: no later than the end of the next month (R055)."""
    by_rhythm = from_day + timedelta(days=days)
    months_on = (by_rhythm.year - from_day.year) * 12 + by_rhythm.month - from_day.month
    return by_rhythm if months_on < 2 else _next_month(_next_month(from_day)) - timedelta(days=1)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def due_state(due_on: date, today: date) -> DueState:
    """How `due_on` stands on `today`."""
    if due_on < today:
        return DueState.OVERDUE
    return DueState.DUE_TODAY if due_on == today else DueState.UPCOMING


def in_utc(visited_at: datetime) -> datetime:
    """The aware moment in UTC. One at the calendar's very edges has none there: raises VisitTooLongAgo."""
    try:
        return visited_at.astimezone(UTC)
    except OverflowError:
        raise VisitTooLongAgo(field="visited_at") from None


def check_visit_time(visited_at: datetime, now: datetime) -> None:
    """A few minutes of clock skew are forgiven. Raises VisitInFuture, VisitTooLongAgo."""
    if visited_at > now + CLOCK_SKEW:
        raise VisitInFuture(field="visited_at")
    if visited_at < now - LATEST_REPORT:
        raise VisitTooLongAgo(field="visited_at")


def check_length(visited_at: datetime, minutes: int | None, now: datetime) -> None:
    """A visit is over when it is reported; the same skew is forgiven. Raises VisitNotOver."""
    if minutes is not None and visited_at + timedelta(minutes=minutes) > now + CLOCK_SKEW:
        raise VisitNotOver(field="minutes")


def check_people(present: tuple[Present, ...], people: int | None) -> None:
    """At least one of each kind named was there. Raises PeopleNotCounted."""
    if people is not None and people < len(present):
        raise PeopleNotCounted(field="people")


def check_still_here(visited_at: datetime, left_on: date | None) -> None:
    """Raises ElderHadLeft when the visit came after the elder's last day in the register."""
    if left_on is not None and shanghai_day(visited_at) > left_on:
        raise ElderHadLeft


def is_late(visited_at: datetime, received_at: datetime) -> bool:
    """Whether the entry came later than a day after the visit, and is marked so (R071)."""
    return received_at - visited_at > LATE_AFTER
