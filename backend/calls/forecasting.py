"""An evening's calls against what the servers carry, pure (R070)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from backend.policies.rules import CallBooking, CallCapacity, FestivalCalls
from backend.visits.occasions import OccasionKind, festival_day


class Evening(msgspec.Struct, frozen=True):
    """One evening: calls `booked`, `expected`, and how many it carries when they are spread evenly.

    `busiest`: most calls standing at one time as booked, of which `at_once` are carried. `cores` are needed for what is
    expected. `festival` names why more is expected.
    """

    day: date
    festival: str | None
    booked: int
    expected: int
    carried: int
    busiest: int
    at_once: int
    cores: int

    @property
    def enough(self) -> bool:
        return max(self.booked, self.expected) <= self.carried


def times_usual(day: date, festival: FestivalCalls) -> tuple[str | None, int]:
    """Which festival's evening it is, and how many times a usual one's calls it brings."""
    if festival_day(OccasionKind.SPRING_FESTIVAL, (day + timedelta(days=1)).year) == day + timedelta(days=1):
        return "spring_festival_eve", festival.eve_times
    for kind in (OccasionKind.SPRING_FESTIVAL, OccasionKind.MID_AUTUMN, OccasionKind.DOUBLE_NINTH):
        if festival_day(kind, day.year) == day:
            return str(kind), festival.festival_times
    return None, 1


def busiest(starts: Iterable[datetime], length: timedelta) -> int:
    """Most calls at one time, each taking `length`."""
    moments = sorted(starts)
    return max((sum(1 for at in moments if start - length < at <= start) for start in moments), default=0)


def forecast(
    day: date,
    starts: Iterable[datetime],
    *,
    usual: float,
    booking: CallBooking,
    capacity: CallCapacity,
    festival: FestivalCalls,
) -> Evening:
    """The evening of `day`, whose booked calls start at `starts`, where a usual evening has `usual` calls."""
    named, times = times_usual(day, festival)
    booked = list(starts)
    expected = max(len(booked), -(-int(usual * times * 100) // 100))
    rounds = max(1, festival.evening_hours * 60 // booking.minutes)
    at_a_time = -(-expected // rounds)
    return Evening(
        day=day,
        festival=named,
        booked=len(booked),
        expected=expected,
        carried=rounds * capacity.at_once,
        busiest=busiest(booked, timedelta(minutes=booking.minutes)),
        at_once=capacity.at_once,
        cores=-(-at_a_time * capacity.call_ms // (10 * capacity.percent)),
    )
