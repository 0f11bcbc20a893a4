"""A call's life, and what a report of its room means."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.calls import rules
from backend.calls.errors import CallStateChanged, TimeNotOffered, TimesNotPossible
from backend.calls.rules import CallState, Presence, RoomTold, Seat, Step
from backend.kit.clock import SHANGHAI
from backend.kit.ids import uuid7

NOW = datetime(2026, 3, 10, 1, tzinfo=UTC)
TONIGHT, TOMORROW = NOW + timedelta(hours=10), NOW + timedelta(hours=34)
HOST = Presence(uuid7(), Seat.HOST, NOW, None, 60)
CHILD = Presence(uuid7(), Seat.GUEST, NOW, None, 90)


def told(*people: Presence, closed_at: datetime | None = None, talk_seconds: int = 60) -> RoomTold:
    return RoomTold(uuid7(), "s1", 1, NOW, closed_at, talk_seconds, people)


class TestTimes:
    def test_come_out_in_order_and_once(self) -> None:
        assert rules.check_times([TOMORROW, TONIGHT, TOMORROW], NOW) == (TONIGHT, TOMORROW)

    def test_said_in_another_zone_are_the_same_times(self) -> None:
        said = TONIGHT.astimezone(SHANGHAI)
        (kept,) = rules.check_times([said, TONIGHT], NOW)
        assert (kept, kept.utcoffset()) == (TONIGHT, timedelta(0))

    @pytest.mark.parametrize(
        "times",
        [
            [],
            [NOW],
            [NOW - timedelta(seconds=1), TONIGHT],
            [TONIGHT, NOW + timedelta(days=30, seconds=1)],
            [TONIGHT + timedelta(hours=hour) for hour in range(7)],
        ],
    )
    def test_that_cannot_be_kept_are_refused(self, times: list[datetime]) -> None:
        with pytest.raises(TimesNotPossible):
            rules.check_times(times, NOW)

    def test_up_to_thirty_days_and_six_of_them(self) -> None:
        times = [NOW + timedelta(days=30) - timedelta(hours=hour) for hour in range(6)]
        assert len(rules.check_times(times, NOW)) == 6


class TestTaking:
    def test_one_of_the_offered_times(self) -> None:
        assert rules.take_time((TONIGHT, TOMORROW), TOMORROW, NOW) == TOMORROW

    def test_a_time_nobody_offered_is_refused(self) -> None:
        with pytest.raises(TimeNotOffered):
            rules.take_time((TONIGHT,), TOMORROW, NOW)

    def test_a_time_that_has_passed_is_refused(self) -> None:
        assert rules.take_time((TONIGHT,), TONIGHT, TONIGHT + timedelta(minutes=4)) == TONIGHT
        with pytest.raises(TimeNotOffered):
            rules.take_time((TONIGHT,), TONIGHT, TONIGHT + timedelta(minutes=5))


class TestSteps:
    @pytest.mark.parametrize(
        ("step", "allowed"),
        [
            (Step.TAKE, {CallState.PROPOSED}),
            (Step.ENTER, {CallState.OPEN}),
            (Step.CLOSE, {CallState.OPEN}),
            (Step.CANCEL, {CallState.PROPOSED, CallState.TAKEN, CallState.AGREED, CallState.SEEKING}),
            (Step.DROP_OUT, {CallState.TAKEN, CallState.AGREED}),
            (Step.STEP_IN, {CallState.SEEKING}),
            (Step.ELDER_AGREES, {CallState.TAKEN, CallState.AGREED}),
            (Step.ELDER_DECLINES, {CallState.TAKEN, CallState.AGREED, CallState.SEEKING}),
            (Step.NOTE, {CallState.CLOSED}),
        ],
    )
    def test_only_from_their_states(self, step: Step, allowed: set[CallState]) -> None:
        def may(state: CallState) -> bool:
            try:
                rules.move(step, state)
            except CallStateChanged:
                return False
            return True

        assert {state for state in CallState if may(state)} == allowed


class TestOpening:
    @pytest.mark.parametrize("state", [CallState.AGREED, CallState.TAKEN])
    def test_opens_what_is_agreed_or_asked_at_the_door(self, state: CallState) -> None:
        assert rules.opens_anew(state, None, NOW)

    def test_a_second_tap_changes_nothing(self) -> None:
        assert not rules.opens_anew(CallState.OPEN, None, NOW)

    def test_after_a_break_it_opens_again_for_two_hours(self) -> None:
        assert rules.opens_anew(CallState.CLOSED, NOW - timedelta(hours=2), NOW)
        with pytest.raises(CallStateChanged):
            rules.opens_anew(CallState.CLOSED, NOW - timedelta(hours=2, seconds=1), NOW)

    @pytest.mark.parametrize("state", [CallState.PROPOSED, CallState.SEEKING, CallState.CANCELLED, CallState.LAPSED])
    def test_nothing_else_opens(self, state: CallState) -> None:
        with pytest.raises(CallStateChanged):
            rules.opens_anew(state, None, NOW)


class TestReport:
    def test_children_talking_before_the_elder_came_is_no_contact(self) -> None:
        assert rules.with_the_elder(told(HOST, CHILD, talk_seconds=60), CHILD) == 60
        assert rules.with_the_elder(told(CHILD, talk_seconds=0), CHILD) == 0

    def test_a_closed_room_ends_the_call(self) -> None:
        assert rules.ends_call(told(HOST, CHILD, closed_at=NOW), CallState.OPEN)

    def test_a_room_going_on_does_not(self) -> None:
        assert not rules.ends_call(told(HOST, CHILD), CallState.OPEN)

    def test_a_child_leaving_the_door_before_the_host_came_does_not(self) -> None:
        assert not rules.ends_call(told(CHILD, closed_at=NOW), CallState.OPEN)

    @pytest.mark.parametrize("state", [state for state in CallState if state is not CallState.OPEN])
    def test_a_call_that_is_not_open_ends_no_more(self, state: CallState) -> None:
        assert not rules.ends_call(told(HOST, closed_at=NOW), state)
