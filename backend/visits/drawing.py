"""Which of a month's reports are checked with the elder, and what the check comes to, pure (R079).

The draw is a function of a seed and of the reports, and of nothing else: whoever holds both repeats it.
"""

import hashlib
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.policies.rules import SpotCheckShare
from backend.visits.errors import MonthNotOver, SpotAnswersMissing, SpotAnswersTooMany


class Drawable(NamedTuple):
    """A report, and the village whose share it belongs to."""

    village_id: UUID
    report_id: UUID


EARLIEST = date(2020, 1, 1)


def check_month_over(month: date, today: date) -> date:
    """The month's first day, when the month is over. Raises MonthNotOver."""
    first = month.replace(day=1)
    if not EARLIEST <= first < today.replace(day=1):
        raise MonthNotOver(field="month")
    return first


def seed_of(random: bytes, anchor: bytes) -> str:
    """The seed: nobody chose it, and it was not there before the trail stood as it did."""
    return hashlib.sha256(random + anchor).hexdigest()


def draw(seed: str, reports: Iterable[Drawable], share: SpotCheckShare) -> tuple[Drawable, ...]:
    """Of each village its share: those reports whose id, hashed with the seed, comes first. In order of the ids."""
    villages: dict[UUID, list[Drawable]] = {}
    for each in set(reports):
        villages.setdefault(each.village_id, []).append(each)
    drawn: list[Drawable] = []
    for held in villages.values():
        ranked = sorted(held, key=lambda each: _rank(seed, each.report_id))
        drawn += ranked[: max(-(-len(held) * share.percent // 100), share.at_least)]
    return tuple(sorted(drawn))


def _rank(seed: str, report_id: UUID) -> bytes:
    return hashlib.sha256(f"{seed}|{report_id}".encode()).digest()


def hash_of(reports: Iterable[Drawable]) -> str:
    """One hash of the sorted list the draw was made from: another list has another one."""
    lines = (f"{each.village_id} {each.report_id}\n".encode() for each in sorted(set(reports)))
    return hashlib.sha256(b"".join(lines)).hexdigest()


class SpotResult(StrEnum):
    """How the check went. Nobody to be found is a result too: another elder is never taken instead."""

    MET = "met"
    UNREACHABLE = "unreachable"


class Told(StrEnum):
    """What the elder says of whether the visitor was there."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Compared(StrEnum):
    """The report and the elder's word, side by side. UNKNOWN: one of them says nothing."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


class SpotAnswers(msgspec.Struct, frozen=True):
    """The short form: was the visitor there, on which day, for how many minutes, and what the elder thinks of it."""

    result: SpotResult
    came: Told | None = None
    came_on: date | None = None
    minutes: int | None = None
    opinion: str | None = None


class Reported(msgspec.Struct, frozen=True):
    """What the report says of the same: the Shanghai day, and the minutes where it tells them."""

    day: date
    minutes: int | None


class Comparison(msgspec.Struct, frozen=True):
    """Field by field."""

    there: Compared
    day: Compared
    length: Compared


def check_answers(answers: SpotAnswers) -> None:
    """Whoever was met was asked; of whom nobody met nothing is told, and of who did not come no day.

    Raises SpotAnswersMissing, SpotAnswersTooMany.
    """
    if answers.result is SpotResult.MET and answers.came is None:
        raise SpotAnswersMissing(field="came")
    told = (answers.came_on, answers.minutes)
    if answers.result is SpotResult.UNREACHABLE and (answers.came, *told, answers.opinion) != (None,) * 4:
        raise SpotAnswersTooMany(field="result")
    if answers.came is Told.NO and told != (None, None):
        raise SpotAnswersTooMany(field="came")


def compare(answers: SpotAnswers, reported: Reported) -> Comparison:
    """A day off is a difference; a length is one when it is less than half or more than double what was reported."""
    there = {Told.YES: Compared.AGREES, Told.NO: Compared.DIFFERS}.get(answers.came or Told.UNSURE, Compared.UNKNOWN)
    day = length = Compared.UNKNOWN
    if answers.came_on is not None:
        day = Compared.AGREES if answers.came_on == reported.day else Compared.DIFFERS
    if answers.minutes is not None and reported.minutes is not None:
        near = reported.minutes <= 2 * answers.minutes and answers.minutes <= 2 * reported.minutes
        length = Compared.AGREES if near else Compared.DIFFERS
    return Comparison(there, day, length)
