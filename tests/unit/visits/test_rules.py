"""When visits fall due, and which times a report may tell."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.elders.rules import PriorityTier
from backend.kit.clock import SHANGHAI, shanghai_day
from backend.policies.rules import VisitRhythm
from backend.visits.errors import ElderHadLeft, VisitInFuture, VisitTooLongAgo
from backend.visits.rules import (
    DueState,
    check_still_here,
    check_visit_time,
    days_between,
    due_state,
    in_utc,
    is_late,
    next_due,
)

NOW = datetime(2026, 3, 10, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 3_000_000).map(lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


class TestNextDue:
    @pytest.mark.parametrize(
        ("tier", "due"),
        [
            (PriorityTier.HIGH, date(2026, 3, 17)),
            (PriorityTier.MEDIUM, date(2026, 3, 24)),
            (PriorityTier.ROUTINE, date(2026, 4, 9)),
            (PriorityTier.UNCLASSIFIED, date(2026, 3, 24)),
        ],
    )
    def test_is_sooner_for_key_people(self, tier: PriorityTier, due: date) -> None:
        assert next_due(days_between(tier, VisitRhythm()), last=NOW, registered_at=NOW) == due

    def test_counts_from_the_day_in_china(self) -> None:
        late_evening = datetime(2026, 3, 9, 16, tzinfo=UTC)
        assert next_due(7, last=late_evening, registered_at=NOW) == date(2026, 3, 17)

    def test_of_an_elder_never_visited_counts_from_registration(self) -> None:
        assert next_due(7, last=None, registered_at=NOW) == date(2026, 3, 17)

    def test_after_the_last_of_january_is_in_february(self) -> None:
        visited = datetime(2026, 1, 31, 3, tzinfo=UTC)
        assert next_due(30, last=visited, registered_at=NOW) == date(2026, 2, 28)

    @given(last=MOMENTS, days=st.integers(1, 31))
    def test_leaves_no_month_without_a_visit(self, last: datetime, days: int) -> None:
        """Who is visited on each due day is visited in every month."""
        visited, due = shanghai_day(last), next_due(days, last=last, registered_at=last)
        assert 0 < (due - visited).days <= days
        assert (due.year * 12 + due.month) - (visited.year * 12 + visited.month) <= 1


class TestDueState:
    @pytest.mark.parametrize(
        ("due_on", "state"),
        [
            (date(2026, 3, 9), DueState.OVERDUE),
            (date(2026, 3, 10), DueState.DUE_TODAY),
            (date(2026, 3, 11), DueState.UPCOMING),
        ],
    )
    def test_turns_at_the_day(self, due_on: date, state: DueState) -> None:
        assert due_state(due_on, date(2026, 3, 10)) is state


class TestVisitTime:
    @pytest.mark.parametrize("ahead", [timedelta(minutes=5), timedelta(0), -timedelta(days=31)])
    def test_within_bounds_is_taken(self, ahead: timedelta) -> None:
        check_visit_time(NOW + ahead, NOW)

    def test_in_the_future_is_refused(self) -> None:
        with pytest.raises(VisitInFuture):
            check_visit_time(NOW + timedelta(minutes=5, seconds=1), NOW)

    def test_too_long_ago_is_refused(self) -> None:
        with pytest.raises(VisitTooLongAgo):
            check_visit_time(NOW - timedelta(days=31, seconds=1), NOW)

    def test_after_the_elders_last_day_is_refused(self) -> None:
        check_still_here(NOW, None)
        check_still_here(NOW, date(2026, 3, 10))
        with pytest.raises(ElderHadLeft):
            check_still_here(NOW, date(2026, 3, 9))

    def test_of_the_device_becomes_utc(self) -> None:
        assert in_utc(datetime(2026, 3, 10, 9, tzinfo=SHANGHAI)) == NOW

    def test_before_the_first_day_of_the_calendar_is_refused(self) -> None:
        with pytest.raises(VisitTooLongAgo):
            in_utc(datetime(1, 1, 1, tzinfo=SHANGHAI))


class TestLateness:
    @pytest.mark.parametrize(("after", "late"), [(timedelta(hours=24), False), (timedelta(hours=24, seconds=1), True)])
    def test_begins_a_day_after_the_visit(self, after: timedelta, late: bool) -> None:
        assert is_late(NOW, NOW + after) is late
