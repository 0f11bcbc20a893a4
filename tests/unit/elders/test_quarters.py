"""Quarters of the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.elders.quarters import confirmation_due, quarter_end, quarter_start

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 3, 31), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 4, 1), date(2026, 6, 30)),
        (date(2025, 9, 30), date(2025, 7, 1), date(2025, 9, 30)),
        (date(2025, 12, 31), date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_begin_and_end_by_the_calendar(day: date, start: date, end: date) -> None:
    assert (quarter_start(day), quarter_end(day)) == (start, end)


@given(DAYS)
def test_hold_every_day_between_start_and_end(day: date) -> None:
    start, end = quarter_start(day), quarter_end(day)
    assert start <= day <= end
    assert (start.day, quarter_start(end), quarter_end(start)) == (1, start, end)
    assert 90 <= (end - start).days + 1 <= 92


@pytest.mark.parametrize(
    ("known_on", "due_on"),
    [
        (date(2025, 12, 31), date(2026, 3, 31)),
        (date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 3, 31), date(2026, 6, 30)),
    ],
)
def test_a_file_is_due_by_the_end_of_the_next_one(known_on: date, due_on: date) -> None:
    assert confirmation_due(known_on) == due_on
