"""When somebody is reminded, to the day."""

from datetime import date

import pytest

from backend.agreements.notices import working_days, years_since

FRIDAY, SUNDAY = date(2026, 3, 6), date(2026, 3, 8)


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, SUNDAY, 0),
        (FRIDAY, date(2026, 3, 9), 1),
        (SUNDAY, date(2026, 3, 16), 6),
        (FRIDAY, date(2026, 3, 1), 0),
    ],
)
def test_working_days_leave_out_the_weekend_and_the_first_day(after: date, until: date, days: int) -> None:
    assert working_days(after, until) == days


@pytest.mark.parametrize(
    ("since", "today", "years"),
    [
        (date(2024, 2, 29), date(2025, 2, 28), 0),
        (date(2024, 2, 29), date(2025, 3, 1), 1),
        (date(2024, 3, 10), date(2026, 3, 9), 1),
        (date(2024, 3, 10), date(2026, 3, 10), 2),
    ],
)
def test_years_are_whole(since: date, today: date, years: int) -> None:
    assert years_since(since, today) == years
