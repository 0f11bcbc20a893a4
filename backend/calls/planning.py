"""When calls collide, when people are reminded, whom to ask next, and when to call again, pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.policies.rules import CallBooking

DAY_BEFORE = timedelta(hours=24)
HOUR_BEFORE = timedelta(hours=1)
LAPSES_AFTER = timedelta(hours=6)
"""So long after its last time somebody may still open a call that began late."""


class DropOut(StrEnum):
    """Why a host cannot come (志愿服务条例 art. 22: who cannot come says so in time)."""

    ILL = "ill"
    BUSY = "busy"
    WEATHER = "weather"
    ROAD = "road"
    NO_LONGER_NEAR = "no_longer_near"
    OTHER = "other"


class Heard(StrEnum):
    """How the elder's answer was heard."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    AT_THE_OPENING = "at_the_opening"


class Skill(StrEnum):
    """How far the elder comes with a telephone (R084): held, then helped, then alone."""

    HOSTED = "hosted"
    HELPED = "helped"
    ALONE = "alone"


def around(starts_at: datetime, booking: CallBooking) -> tuple[datetime, datetime]:
    """The moments between which another call of the same person would collide with one at `starts_at`."""
    length = timedelta(minutes=booking.minutes)
    return starts_at - length, starts_at + length


def reminders_due(starts_at: datetime, agreed_at: datetime, now: datetime) -> int:
    """How many of the two reminders, a day and an hour before, should have gone out by `now`.

    Who agreed to it less than that before needs none: the news itself is fresh.
    """
    moments = (starts_at - DAY_BEFORE, starts_at - HOUR_BEFORE)
    return sum(1 for at in moments if at <= now) if now < starts_at and agreed_at <= starts_at - HOUR_BEFORE else 0


class Candidate(msgspec.Struct, frozen=True):
    """One who could host: how near to the elder (0 the volunteer tied to the elder or the visitor, 1 the village's
    own), and how many calls hosted lately."""

    account_id: UUID
    membership_id: UUID
    distance: int
    hosted: int


def next_to_ask(candidates: Iterable[Candidate]) -> Candidate | None:
    """Who knows the elder comes first, then who has been asked for least."""
    return min(candidates, key=lambda each: (each.distance, each.hosted, each.account_id), default=None)


def answer_by(now: datetime, starts_at: datetime, booking: CallBooking) -> datetime:
    """Until when one asked is the only one asked: shorter as the call comes near, and at least five minutes."""
    patience = min(timedelta(minutes=booking.offer_minutes), max((starts_at - now) / 4, timedelta(minutes=5)))
    return now + patience


def suggested(last: datetime, every_days: int, now: datetime) -> datetime:
    """The next time to call: the same hour, the family's rhythm after the last call, and never in the past (R044)."""
    rhythm = timedelta(days=every_days)
    steps = max(1, -(-(now - last) // rhythm) if now > last else 1)
    found = last + steps * rhythm
    return found if found > now else found + rhythm
