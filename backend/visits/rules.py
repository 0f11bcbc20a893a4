"""When a visit is due, and what a report may say, pure (R055, R056, R058, R071, R072)."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.elders.rules import PriorityTier
from backend.kit.clock import shanghai_day
from backend.policies.rules import VisitRhythm
from backend.visits.errors import ElderHadLeft, VisitInFuture, VisitTooLongAgo


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


class ReplyKind(StrEnum):
    """What a supporter says to a report."""

    THANKS = "thanks"
    QUESTION = "question"


class NewReport(msgspec.Struct, frozen=True):
    """What a visitor saw in the five domains (R072), and when, in UTC. The photos are uploads of the visitor's own."""

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


LATEST_REPORT = timedelta(days=31)
LATE_AFTER = timedelta(hours=24)
CLOCK_SKEW = timedelta(minutes=5)


class DueState(StrEnum):
    """How a due date stands today."""

    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    UPCOMING = "upcoming"


def days_between(tier: PriorityTier, rhythm: VisitRhythm) -> int:
    """Days from one visit to the next for an elder of this tier (R056)."""
    days: int = getattr(rhythm, tier)
    return days


def next_due(days: int, *, last: datetime | None, registered_at: datetime) -> date:
    """The day the next visit is due: `days` after the last one's, within the month that follows it (R055).

    An elder never visited is due `days` after the day of registration.
    """
    from_day = shanghai_day(last or registered_at)
    by_rhythm = from_day + timedelta(days=days)
    if last is None:
        return by_rhythm
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


def check_still_here(visited_at: datetime, left_on: date | None) -> None:
    """Raises ElderHadLeft when the visit came after the elder's last day in the register."""
    if left_on is not None and shanghai_day(visited_at) > left_on:
        raise ElderHadLeft


def is_late(visited_at: datetime, received_at: datetime) -> bool:
    """Whether the entry came later than a day after the visit, and is marked so (R071)."""
    return received_at - visited_at > LATE_AFTER
