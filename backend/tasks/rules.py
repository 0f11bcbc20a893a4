"""What can wait for somebody, until when, and how it ends, pure."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from backend.kit.clock import shanghai_midnight
from backend.tasks.errors import TaskSettlesItself


class TaskKind(StrEnum):
    """What is to be done; the subject of each is an elder, of INCIDENT_CALL an incident."""

    MUST_NOT_LIVE_ALONE = "must_not_live_alone"
    A_CHILD_SHOULD_STAY = "a_child_should_stay"
    HIGH_RISK = "high_risk"
    MONTHLY_TALK = "monthly_talk"
    AGREEMENT_REVIEW = "agreement_review"
    AGREEMENT_CALL = "agreement_call"
    FAMILY_UNREAD = "family_unread"
    INCIDENT_CALL = "incident_call"
    UNHOSTED_CALL = "unhosted_call"


ANSWERED_IN_WORDS = frozenset(
    {
        TaskKind.HIGH_RISK,
        TaskKind.AGREEMENT_REVIEW,
        TaskKind.AGREEMENT_CALL,
        TaskKind.FAMILY_UNREAD,
        TaskKind.INCIDENT_CALL,
    }
)
"""Tasks that a person settles by writing down what was done; the others go by what is known or decided elsewhere."""


class Settlement(StrEnum):
    """How a task ended: what it asks for was done, or what raised it no longer holds."""

    DONE = "done"
    NO_LONGER = "no_longer"


def by_end_of(day: date) -> datetime:
    """The moment, UTC, at which `day` is over in China."""
    return shanghai_midnight(day + timedelta(days=1))


def is_overdue(due_at: datetime, now: datetime) -> bool:
    """Whether the time for it is over."""
    return due_at <= now


def check_answerable(kind: TaskKind) -> None:
    """Raises TaskSettlesItself."""
    if kind not in ANSWERED_IN_WORDS:
        raise TaskSettlesItself
