"""Time is UTC inside; months, quarters and days are Shanghai's."""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Where `now` comes from."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SetClock:
    """A clock that stands where it was put, for tests and demo data."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at

    def advance(self, by: timedelta) -> None:
        self._at += by


def shanghai_day(at: datetime) -> date:
    """The calendar day in China at the aware moment `at`."""
    return at.astimezone(SHANGHAI).date()


def shanghai_midnight(day: date) -> datetime:
    """The aware UTC moment at which `day` begins in China."""
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI).astimezone(UTC)


def month_bounds(day: date) -> tuple[datetime, datetime]:
    """First moment of `day`'s Shanghai month and of the next one, UTC."""
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return shanghai_midnight(first), shanghai_midnight(following)
