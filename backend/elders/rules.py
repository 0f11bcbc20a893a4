"""Words and decisions of the register, pure."""

import re
import unicodedata
from datetime import date, timedelta
from enum import StrEnum

from backend.elders.errors import (
    AbsenceTooLongAgo,
    BirthdayNotPossible,
    ChangeBeforeLast,
    ChangeInFuture,
    IdNumberNotPossible,
    LeaveReasonNotPossible,
)


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"


class AbilityLevel(StrEnum):
    """GB/T 42195-2022, or not yet assessed."""

    INTACT = "intact"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    COMPLETE = "complete"
    UNKNOWN = "unknown"


class PriorityTier(StrEnum):
    """How closely an elder is looked after (R026-R028)."""

    HIGH = "high"
    MEDIUM = "medium"
    ROUTINE = "routine"
    UNCLASSIFIED = "unclassified"


class EntryReason(StrEnum):
    """Why an elder came onto a village's register (R018)."""

    FOUND = "found"
    IMPORTED = "imported"
    MOVED_IN = "moved_in"
    CAME_BACK = "came_back"
    VILLAGE_MERGED = "merged"


class LeaveReason(StrEnum):
    """Why an elder left a village's register (R018)."""

    CHILD_RETURNED = "child_returned"
    MOVED_AWAY = "moved_away"
    DIED = "died"
    INSTITUTION = "institution"
    ENTERED_BY_MISTAKE = "mistake"
    MOVED_WITHIN = "moved_within"
    VILLAGE_MERGED = "merged"
    DOUBLE_FILE = "double"


LEAVES_FOR = frozenset(LeaveReason) - {
    LeaveReason.MOVED_WITHIN,
    LeaveReason.VILLAGE_MERGED,
    LeaveReason.DOUBLE_FILE,
}
"""Reasons for which an elder goes off the register. Of the others two end one village's stay and begin another's; a
double file ends when it is merged into the one that is kept."""


class AbsenceReason(StrEnum):
    """Why an elder on the register is not at home for a while (R057)."""

    HOSPITAL = "hospital"
    AWAY = "away"
    WITH_CHILD = "with_child"


ABSENCE_REMEMBERED = timedelta(days=31)
"""As long as a visit may be entered late: whoever knows later changes no rate any more."""


class ErasedPart(StrEnum):
    """What of a left elder's file is erased when its time is over."""

    HEALTH = "health"
    FILE = "file"
    AGREEMENTS = "agreements"


class TierCause(StrEnum):
    """What made the tier be looked at again (R029)."""

    REGISTERED = "registered"
    FACTS_CHANGED = "facts_changed"
    ASSESSED = "assessed"
    BIRTHDAY = "birthday"
    OVERRIDE_SET = "override_set"
    OVERRIDE_ENDED = "override_ended"


class ImportState(StrEnum):
    """How far an import has come: checked, it waits for a person to say "store it"."""

    CHECKING = "checking"
    CHECKED = "checked"
    STORING = "storing"
    STORED = "stored"
    REFUSED = "refused"


def age_on(day: date, born_on: date) -> int:
    """Full years on `day`."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def check_birthday(born_on: date, today: date) -> date:
    """`born_on`, when it can be an elder's. Raises BirthdayNotPossible."""
    if not 60 <= age_on(today, born_on) <= 125:
        raise BirthdayNotPossible(field="born_on")
    return born_on


def check_change(on: date, *, last: date, today: date) -> None:
    """A change of the register is dated after the `last` one, or on its day, and not ahead of `today`.

    Raises ChangeInFuture, ChangeBeforeLast.
    """
    if on > today:
        raise ChangeInFuture(field="on")
    if on < last:
        raise ChangeBeforeLast(field="on")


def check_leave_reason(reason: LeaveReason) -> None:
    """Raises LeaveReasonNotPossible for what is no leaving of the register."""
    if reason not in LEAVES_FOR:
        raise LeaveReasonNotPossible(field="reason")


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def normal_id_number(given: str) -> str:
    """The 18-character form (GB 11643): shape, date and check digit only.

    The area code is not judged: elders got numbers long after birth, under codes long retired.
    Full-width digits and spaces of a keyboard are taken; fifteen-digit numbers are widened. Raises IdNumberNotPossible.
    """
    number = "".join(unicodedata.normalize("NFKC", given).upper().split())
    if re.fullmatch(r"[0-9]{15}", number):
        number = _with_check_digit(number[:6] + "19" + number[6:])
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number) or _with_check_digit(number[:17]) != number:
        raise IdNumberNotPossible(field="id_number")
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise IdNumberNotPossible(field="id_number") from None
    return number


def _with_check_digit(first_17: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _WEIGHTS, strict=True))
    return first_17 + "10X98765432"[total % 11]


def check_absence(starts_on: date, ends_on: date | None, *, today: date) -> None:
    """It has begun, not too long ago, and what is told of its end is over. Raises ChangeInFuture, AbsenceTooLongAgo,
    ChangeBeforeLast."""
    if starts_on > today:
        raise ChangeInFuture(field="starts_on")
    if starts_on < today - ABSENCE_REMEMBERED:
        raise AbsenceTooLongAgo(field="starts_on")
    if ends_on is not None:
        check_absence_end(ends_on, starts_on=starts_on, today=today)


def check_absence_end(ends_on: date, *, starts_on: date, today: date) -> None:
    """Raises ChangeInFuture, ChangeBeforeLast."""
    if ends_on > today:
        raise ChangeInFuture(field="ends_on")
    if ends_on <= starts_on:
        raise ChangeBeforeLast(field="ends_on")
