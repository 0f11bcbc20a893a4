"""Days and months are Shanghai's, moments are UTC."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.clock import SetClock, SystemClock, month_bounds, shanghai_day, shanghai_midnight

DAYS = st.dates(date(1992, 1, 1), date(2200, 1, 1))
"""China has kept one time without summer time since 1992."""


class TestShanghaiDay:
    @pytest.mark.parametrize(
        ("moment", "day"),
        [
            (datetime(2026, 2, 28, 15, 59, 59, tzinfo=UTC), date(2026, 2, 28)),
            (datetime(2026, 2, 28, 16, 0, tzinfo=UTC), date(2026, 3, 1)),
            (datetime(2026, 3, 31, 16, 0, tzinfo=UTC), date(2026, 4, 1)),
            (datetime(2026, 12, 31, 15, 59, 59, 999_999, tzinfo=UTC), date(2026, 12, 31)),
            (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), date(2027, 1, 1)),
            (datetime(2028, 2, 28, 16, 0, tzinfo=UTC), date(2028, 2, 29)),
        ],
    )
    def test_turns_at_four_in_the_afternoon_utc(self, moment: datetime, day: date) -> None:
        assert shanghai_day(moment) == day

    @given(DAYS)
    def test_begins_at_its_midnight_and_not_before(self, day: date) -> None:
        begins = shanghai_midnight(day)
        assert shanghai_day(begins) == day
        assert shanghai_day(begins - timedelta(microseconds=1)) == day - timedelta(days=1)


class TestMonthBounds:
    @given(DAYS)
    def test_hold_the_day_and_meet_the_next_month(self, day: date) -> None:
        begins, ends = month_bounds(day)
        assert begins <= shanghai_midnight(day) < ends
        assert shanghai_day(begins).day == shanghai_day(ends).day == 1
        assert month_bounds(shanghai_day(ends))[0] == ends

    def test_of_a_quarter_s_last_month_end_where_the_next_quarter_begins(self) -> None:
        assert month_bounds(date(2026, 3, 31))[1] == datetime(2026, 3, 31, 16, tzinfo=UTC)
        assert month_bounds(date(2026, 12, 1)) == (
            datetime(2026, 11, 30, 16, tzinfo=UTC),
            datetime(2026, 12, 31, 16, tzinfo=UTC),
        )


class TestClocks:
    def test_system_clock_is_aware_and_utc(self) -> None:
        assert SystemClock().now().utcoffset() == timedelta(0)

    def test_set_clock_stands_until_it_is_moved(self) -> None:
        clock = SetClock(datetime(2026, 3, 1, tzinfo=UTC))
        assert clock.now() == clock.now()
        clock.advance(timedelta(hours=2))
        assert clock.now() == datetime(2026, 3, 1, 2, tzinfo=UTC)
