"""When a visit is due, and what a report may say, pure (R055-R058, R071, R072)."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from backend.elders.rules import PriorityTier
from backend.kit.clock import month_bounds, shanghai_day
from backend.visits.errors import VisitInFuture, VisitTooLongAgo


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


DOMAINS = ("health", "economy", "family_duty", "safety", "needs")
"""The five domains a visit looks at (R072)."""

LATEST_REPORT = timedelta(days=31)


class DueState(StrEnum):
    """How a due date stands today."""

    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    UPCOMING = "upcoming"


def next_due(tier: PriorityTier, rhythm: dict[str, int], last: datetime | None, registered_at: datetime) -> date:
    """The day the next visit is due: `rhythm[tier]` days after the last, never after the month's last day (R055).

    An elder never visited is due within the rhythm from registration.
    """
    from_day = shanghai_day(last or registered_at)
    by_rhythm = from_day + timedelta(days=rhythm[tier])
    if last is None:
        return by_rhythm
    _, next_month = month_bounds(from_day)
    _, after_next = month_bounds(shanghai_day(next_month))
    end_of_next_month = shanghai_day(after_next) - timedelta(days=1)
    return min(by_rhythm, end_of_next_month)


def due_state(due_on: date, today: date) -> DueState:
    """How `due_on` stands on `today`."""
    if due_on < today:
        return DueState.OVERDUE
    return DueState.DUE_TODAY if due_on == today else DueState.UPCOMING


def check_visit_time(visited_at: datetime, now: datetime) -> None:
    """A few minutes of clock skew are forgiven. Raises VisitInFuture, VisitTooLongAgo."""
    if visited_at > now + timedelta(minutes=5):
        raise VisitInFuture(field="visited_at")
    if visited_at < now - LATEST_REPORT:
        raise VisitTooLongAgo(field="visited_at")
