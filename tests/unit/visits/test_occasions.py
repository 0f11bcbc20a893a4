"""Lunar festivals, birthdays, windows, and which visits meet them."""

from datetime import UTC, date, datetime

import pytest

from backend.policies.rules import OccasionPolicy
from backend.visits.errors import OccasionNotPossible, WeatherNotPossible
from backend.visits.occasions import (
    EVENTS,
    OccasionKind,
    by_phone,
    check_event,
    check_weather,
    counts,
    festival_day,
    festivals,
    last_day,
    next_birthday,
    window,
)
from backend.visits.rules import VisitMode

SPRING, AUTUMN, NINTH = OccasionKind.SPRING_FESTIVAL, OccasionKind.MID_AUTUMN, OccasionKind.DOUBLE_NINTH


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2024, (date(2024, 2, 10), date(2024, 9, 17), date(2024, 10, 11))),
        (2025, (date(2025, 1, 29), date(2025, 10, 6), date(2025, 10, 29))),
        (2026, (date(2026, 2, 17), date(2026, 9, 25), date(2026, 10, 18))),
        (2027, (date(2027, 2, 6), date(2027, 9, 15), date(2027, 10, 8))),
    ],
)
def test_festivals_fall_where_the_lunar_calendar_has_them(year: int, days: tuple[date, date, date]) -> None:
    assert tuple(festival_day(kind, year) for kind in (SPRING, AUTUMN, NINTH)) == days


def test_the_next_festivals_are_told_across_the_turn_of_the_year() -> None:
    assert list(festivals(date(2026, 12, 31), 40)) == [(SPRING, date(2027, 2, 6))]
    assert list(festivals(date(2026, 10, 18), 0)) == [(NINTH, date(2026, 10, 18))]
    assert list(festivals(date(2026, 10, 19), 7)) == []


def test_a_birthday_of_a_leap_day_is_kept_the_day_before() -> None:
    assert next_birthday(date(1944, 2, 29), date(2026, 2, 1)) == date(2026, 2, 28)
    assert next_birthday(date(1944, 2, 29), date(2028, 2, 1)) == date(2028, 2, 29)
    assert next_birthday(date(1944, 3, 1), date(2026, 3, 2)) == date(2027, 3, 1)


def test_a_window_ends_with_its_last_day_in_china() -> None:
    opens_at, due_at = window(date(2026, 11, 1), 3)
    assert (opens_at, due_at) == (datetime(2026, 10, 28, 16, tzinfo=UTC), datetime(2026, 11, 1, 16, tzinfo=UTC))
    assert last_day(due_at) == date(2026, 11, 1)


def test_a_gathering_meets_no_occasion_and_a_call_only_where_that_is_enough() -> None:
    assert [mode for mode in VisitMode if counts(mode, by_phone=False)] == [VisitMode.HOME]
    assert VisitMode.GROUP not in [mode for mode in VisitMode if counts(mode, by_phone=True)]
    rule = OccasionPolicy(weather_by_phone=False, event_by_phone=True)
    assert (by_phone(NINTH, rule), by_phone(OccasionKind.WEATHER, rule)) == (True, False)
    assert all(by_phone(kind, rule) for kind in EVENTS)


def test_nobody_asks_for_a_festival_by_hand_or_for_weather_of_next_month() -> None:
    with pytest.raises(OccasionNotPossible):
        check_event(NINTH)
    for day in (date(2026, 3, 9), date(2026, 3, 18)):
        with pytest.raises(WeatherNotPossible):
            check_weather(day, date(2026, 3, 10))
