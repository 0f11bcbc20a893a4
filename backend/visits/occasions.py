"""Occasions that ask for a visit beside the rhythm: festivals, birthdays, weather and events, pure (R069, R070)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import NAMESPACE_OID, UUID, uuid5

from lunardate import LunarDate

from backend.kit.clock import shanghai_day, shanghai_midnight
from backend.policies.rules import OccasionPolicy
from backend.visits.errors import OccasionNotPossible, WeatherNotPossible
from backend.visits.rules import VisitMode


class OccasionKind(StrEnum):
    """What asks for the visit."""

    SPRING_FESTIVAL = "spring_festival"
    MID_AUTUMN = "mid_autumn"
    DOUBLE_NINTH = "double_ninth"
    BIRTHDAY = "birthday"
    WEATHER = "weather"
    HOSPITAL = "hospital"
    BEREAVEMENT = "bereavement"
    CHILDS_REPORT = "childs_report"
    OTHER_EVENT = "other_event"


_LUNAR = {OccasionKind.SPRING_FESTIVAL: (1, 1), OccasionKind.MID_AUTUMN: (8, 15), OccasionKind.DOUBLE_NINTH: (9, 9)}
EVENTS = frozenset(
    {OccasionKind.HOSPITAL, OccasionKind.BEREAVEMENT, OccasionKind.CHILDS_REPORT, OccasionKind.OTHER_EVENT}
)
LONGEST_WEATHER = timedelta(days=7)
COUNTING = "({report}.mode = 'home' OR ({occasion}.by_phone AND {report}.mode IN ('phone', 'video')))"
"""SQL of `counts`."""


def counts(mode: VisitMode, *, by_phone: bool) -> bool:
    """Whether a visit of this kind meets an occasion: one at home does, by telephone where that is enough."""
    return mode is VisitMode.HOME or (by_phone and mode in (VisitMode.PHONE, VisitMode.VIDEO))


def festival_day(kind: OccasionKind, year: int) -> date:
    """The day of the festival that falls into this year of ours; 1900 to 2099."""
    month, day = _LUNAR[kind]
    found: date = LunarDate(year, month, day).to_solar_date()
    return found


def festivals(today: date, days: int) -> Iterator[tuple[OccasionKind, date]]:
    """The festivals of today and of the next `days` days, the next first."""
    coming = ((festival_day(kind, year), kind) for kind in _LUNAR for year in (today.year, today.year + 1))
    yield from ((kind, day) for day, kind in sorted(coming) if today <= day <= today + timedelta(days=days))


def birthday_in(year: int, born_on: date) -> date:
    """The birthday in `year`; of a leap day the day before."""
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def next_birthday(born_on: date, today: date) -> date:
    """Today, or the next one."""
    this_year = birthday_in(today.year, born_on)
    return this_year if this_year >= today else birthday_in(today.year + 1, born_on)


def window(day: date, days: int) -> tuple[datetime, datetime]:
    """From the morning `days` before until the end of `day`, UTC."""
    return shanghai_midnight(day - timedelta(days=days)), shanghai_midnight(day + timedelta(days=1))


def last_day(due_at: datetime) -> date:
    """The last day of a window that closes at `due_at`."""
    return shanghai_day(due_at - timedelta(microseconds=1))


def yearly(kind: OccasionKind, day: date) -> UUID:
    """What the occasion is known by: of each, an elder has one."""
    return uuid5(NAMESPACE_OID, f"visit_occasion|{kind}|{day.year}")


def by_phone(kind: OccasionKind, policy: OccasionPolicy) -> bool:
    """Whether a phone or video visit meets an occasion of this kind."""
    if kind is OccasionKind.WEATHER:
        return policy.weather_by_phone
    return policy.event_by_phone if kind in EVENTS else True


def check_event(kind: OccasionKind) -> None:
    """Raises OccasionNotPossible for what nobody asks for by hand."""
    if kind not in EVENTS:
        raise OccasionNotPossible(field="kind")


def check_weather(until: date, today: date) -> None:
    """Raises WeatherNotPossible."""
    if not today <= until <= today + LONGEST_WEATHER:
        raise WeatherNotPossible(field="until")
