"""When people are reminded, whom to ask next, when to call again, and how full an evening is."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.calls.company import Companion, check_company
from backend.calls.errors import MinorNotCovered
from backend.calls.forecasting import Evening, busiest, forecast
from backend.calls.planning import Candidate, answer_by, next_to_ask, reminders_due, suggested
from backend.kit.ids import uuid7
from backend.policies.rules import CallBooking, CallCapacity, FestivalCalls
from backend.visits.rules import Present

NOW = datetime(2026, 3, 10, 1, tzinfo=UTC)
CALL = NOW + timedelta(days=2)
EVE_2027 = date(2027, 2, 5)


class TestReminders:
    @pytest.mark.parametrize(
        ("before", "due"),
        [(timedelta(hours=25), 0), (timedelta(hours=24), 1), (timedelta(hours=1), 2), (timedelta(0), 0)],
    )
    def test_go_out_a_day_and_an_hour_before_and_never_after(self, before: timedelta, due: int) -> None:
        assert reminders_due(CALL, NOW, CALL - before) == due

    def test_none_for_what_was_agreed_within_the_hour(self) -> None:
        assert reminders_due(CALL, CALL - timedelta(minutes=59), CALL - timedelta(minutes=10)) == 0


class TestWhomToAsk:
    def test_who_knows_the_elder_before_who_was_asked_least(self) -> None:
        known, idle, busy = (Candidate(uuid7(), uuid7(), *each) for each in ((0, 9), (1, 0), (1, 3)))
        assert next_to_ask([busy, idle, known]) == known
        assert next_to_ask([busy, idle]) == idle
        assert next_to_ask([]) is None

    def test_has_half_an_hour_and_less_as_the_call_comes_near(self) -> None:
        assert answer_by(NOW, CALL, CallBooking()) == NOW + timedelta(minutes=30)
        assert answer_by(NOW, NOW + timedelta(hours=1), CallBooking()) == NOW + timedelta(minutes=15)
        assert answer_by(NOW, NOW + timedelta(minutes=4), CallBooking()) == NOW + timedelta(minutes=5)


class TestNextTime:
    @pytest.mark.parametrize("days_since", [0, 3, 7, 8, 100])
    def test_is_the_same_hour_by_the_familys_rhythm_and_to_come(self, days_since: int) -> None:
        now = CALL + timedelta(days=days_since, hours=1)
        found = suggested(CALL, 7, now)
        assert now < found <= now + timedelta(days=7)
        assert (found - CALL) % timedelta(days=7) == timedelta(0)


class TestCompany:
    def test_a_minor_needs_a_guardian_or_stays_out_of_sight(self) -> None:
        check_company([Companion(Present.SPOUSE), Companion(Present.GRANDCHILD, minor=True, guardian_agrees=True)])
        check_company([Companion(Present.GRANDCHILD, minor=True, hidden=True)])
        with pytest.raises(MinorNotCovered):
            check_company([Companion(Present.GRANDCHILD, minor=True)])


def evening(day: date, *, usual: float, capacity: CallCapacity | None = None) -> Evening:
    carried, festival = capacity or CallCapacity(), FestivalCalls()
    return forecast(day, [NOW, NOW], usual=usual, booking=CallBooking(), capacity=carried, festival=festival)


class TestForecast:
    def test_the_eve_of_spring_festival_is_twenty_usual_evenings(self) -> None:
        eve, usual = evening(EVE_2027, usual=12), evening(EVE_2027 - timedelta(days=9), usual=12)
        assert (eve.festival, eve.expected, usual.festival, usual.expected) == ("spring_festival_eve", 240, None, 12)

    def test_what_the_servers_carry_comes_from_what_a_call_costs(self) -> None:
        found = evening(EVE_2027, usual=12)
        assert (found.at_once, found.carried) == (2 * 1000 * 60 // 100 // 36, 5 * 33)
        assert (found.enough, found.cores) == (False, 3)
        assert evening(EVE_2027, usual=12, capacity=CallCapacity(cores=3)).enough

    def test_the_busiest_moment_counts_calls_still_going_on(self) -> None:
        starts = [NOW, NOW + timedelta(minutes=44), NOW + timedelta(minutes=45)]
        assert busiest(starts, timedelta(minutes=45)) == 2
        assert busiest([], timedelta(minutes=45)) == 0
