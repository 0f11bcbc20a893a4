"""What people are reminded of and asked about an agreement, and when, pure.

A notice is told once for its *occasion*: the words that tell one time of its coming up from the next.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec

from backend.agreements.rules import INVITED_FOR, RENEW_WITHIN, AgreementState
from backend.kit.clock import shanghai_day


class Notice(StrEnum):
    """The first seven remind somebody of a step; the others ask whether the agreement still fits the life it is for."""

    SIGN = "sign"
    INVITATION_OVER = "invitation_over"
    ASK_AGAIN = "ask_again"
    FILE = "file"
    FILE_LATE = "file_late"
    REWRITE = "rewrite"
    RENEW = "renew"
    CHILD_RETURNED = "child_returned"
    CHILD_HOME = "child_home"
    MOVED = "moved"
    CAPACITY = "capacity"
    TIER_ROSE = "tier_rose"
    CAREGIVER_GONE = "caregiver_gone"
    DOUBLE_FILE = "double_file"
    YEARLY = "yearly"


FIRST_ASKED_AGAIN = timedelta(days=3)
ASKED_EVERY = timedelta(days=7)
ASKED_AT_MOST = 4
FILED_WITHIN = 5
LATE_AFTER = 10
"""Working days."""
REWRITTEN_WITHIN = timedelta(days=7)
LAST_CALL = timedelta(days=14)
ANSWERED_WITHIN = timedelta(days=14)
"""How long the committee has for an answer."""


class Waiting(msgspec.Struct, frozen=True):
    """An agreement as far as reminders go; `since`: in this state."""

    state: AgreementState
    since: datetime
    respond_by: date | None
    ask_again_on: date | None
    ends_on: date
    renewal_under_way: bool


def due(waiting: Waiting, today: date) -> tuple[Notice, str] | None:
    """What is to be told by `today`, and its occasion; None where nothing is."""
    since = shanghai_day(waiting.since)
    match waiting.state:
        case AgreementState.DRAFT if waiting.respond_by is not None:
            return _of_invitation(waiting.respond_by, today)
        case AgreementState.SIGNED if waiting.ask_again_on is not None and waiting.ask_again_on <= today:
            return Notice.ASK_AGAIN, str(waiting.ask_again_on)
        case AgreementState.HANDED_IN:
            return _of_filing(since, waiting.since, today)
        case AgreementState.RETURNED if today - since >= REWRITTEN_WITHIN:
            return Notice.REWRITE, waiting.since.isoformat()
        case AgreementState.FILED | AgreementState.SUSPENDED if not waiting.renewal_under_way:
            return _of_renewal(waiting.ends_on, today)
        case _:
            return None


def _of_invitation(respond_by: date, today: date) -> tuple[Notice, str] | None:
    """After three days, then weekly, at most four times; once it is over, whoever drafted it can put it off."""
    if today > respond_by:
        return Notice.INVITATION_OVER, str(respond_by)
    passed = today - (respond_by - INVITED_FOR) - FIRST_ASKED_AGAIN
    if passed < timedelta():
        return None
    return Notice.SIGN, f"{respond_by} {min(ASKED_AT_MOST, passed // ASKED_EVERY + 1)}"


def _of_filing(since: date, moment: datetime, today: date) -> tuple[Notice, str] | None:
    waited = working_days(since, today)
    if waited <= FILED_WITHIN:
        return None
    return Notice.FILE_LATE if waited > LATE_AFTER else Notice.FILE, moment.isoformat()


def _of_renewal(ends_on: date, today: date) -> tuple[Notice, str] | None:
    left = ends_on - today
    if not timedelta() <= left <= RENEW_WITHIN:
        return None
    return Notice.RENEW, f"{ends_on} {'last' if left <= LAST_CALL else 'first'}"


def working_days(after: date, until: date) -> int:
    """Mondays to Fridays later than `after`, up to and with `until`. Holidays are not known here."""
    days = (until - after).days
    return sum((after + timedelta(days=number)).weekday() < 5 for number in range(1, days + 1))


def years_since(starts_on: date, today: date) -> int:
    """Whole years since a term began; one that began on 29 February has its anniversary on 1 March."""
    return today.year - starts_on.year - ((today.month, today.day) < (starts_on.month, starts_on.day))
