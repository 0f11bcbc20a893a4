"""The due day, against its definition told day by day."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.kit.clock import shanghai_day
from backend.visits.due import Pace, due_day
from backend.visits.rules import next_due

BEGIN = datetime(2026, 1, 5, 1, tzinfo=UTC)
CHANGES = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 31)), max_size=5, unique_by=lambda change: change[0])


def paces_of(first: int, changes: list[tuple[int, int]]) -> list[Pace]:
    day = shanghai_day(BEGIN)
    return [Pace(day, first), *(Pace(day + timedelta(days=after), days) for after, days in sorted(changes))]


@given(first=st.integers(1, 31), changes=CHANGES, visited=st.booleans())
def test_is_the_first_day_on_which_by_the_pace_of_that_day_it_was_time(
    first: int, changes: list[tuple[int, int]], visited: bool
) -> None:
    paces, last = paces_of(first, changes), BEGIN if visited else None
    day = shanghai_day(BEGIN)
    while True:
        pace = [pace for pace in paces if pace.starts_on <= day][-1]
        if next_due(pace.days, last=last, registered_at=BEGIN) <= day:
            break
        day += timedelta(days=1)
    assert due_day(paces, last=last, since=BEGIN) == day


@given(first=st.integers(1, 31), changes=CHANGES, occasion=st.dates(date(2026, 1, 1), date(2026, 3, 1)))
def test_an_occasion_brings_it_forward_and_never_puts_it_off(
    first: int, changes: list[tuple[int, int]], occasion: date
) -> None:
    paces = paces_of(first, changes)
    without = due_day(paces, last=BEGIN, since=BEGIN)
    assert due_day(paces, last=BEGIN, since=BEGIN, occasions=[occasion]) == min(without, occasion)


def test_a_visit_late_on_the_last_of_the_month_in_china_is_of_the_next_day_there() -> None:
    last = datetime(2026, 1, 31, 16, 30, tzinfo=UTC)
    assert due_day([Pace(date(2026, 2, 1), 30)], last=last, since=BEGIN) == date(2026, 3, 3)
