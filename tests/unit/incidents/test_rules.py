"""The table of steps, and the clock: day and night, by the county's own minutes, upwards only."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from backend.incidents.errors import (
    IncidentStepIncomplete,
    IncidentStepNotPossible,
    IncidentTimeNotPossible,
    PoliceNotTold,
    ReviewByAnother,
)
from backend.incidents.rules import (
    LEVELS,
    MOVES,
    NEEDS,
    OPEN,
    ConcernKind,
    IncidentLevel,
    IncidentOutcome,
    IncidentState,
    IncidentStep,
    Service,
    StepTaken,
    Watch,
    answer_by,
    check,
    check_reviewer,
    first_level,
    move,
    next_level,
    possible,
    read_by,
    watch_of,
)
from backend.policies.rules import Answering, EscalationTable

NOON = datetime(2026, 3, 10, 4, tzinfo=UTC)
MIDNIGHT = datetime(2026, 3, 10, 16, tzinfo=UTC)
TOLD: dict[str, Any] = {
    "words": "送到卫生院了",
    "service": Service.POLICE,
    "at": NOON,
    "taken_by": "石门派出所",
    "outcome": IncidentOutcome.UNFOUNDED,
    "happened": "摔了一跤",
    "done": "送医",
    "change": "装扶手",
}


def whole(step: IncidentStep, **changes: Any) -> StepTaken:
    """The step with everything it needs."""
    return StepTaken(step=step, **{**{name: TOLD[name] for name in NEEDS[step]}, **changes})


def checked(taken: StepTaken, *, kind: ConcernKind = ConcernKind.ILLNESS, police_told: bool = False) -> None:
    check(taken, kind=kind, raised_at=NOON - timedelta(hours=1), now=NOON, police_told=police_told)


class TestTable:
    def test_leads_from_raising_to_review(self) -> None:
        state = IncidentState.RAISED
        for step in ("acknowledge", "handle", "hand_over", "handle", "close", "review"):
            state = move(IncidentStep(step), state)
        assert state is IncidentState.REVIEWED

    def test_what_cannot_happen_does_not(self) -> None:
        allowed = {(step, state) for step in MOVES for state in IncidentState if state in MOVES[step].before}
        refused = {(step, state) for step in IncidentStep for state in IncidentState} - allowed
        assert len(allowed) == 14
        for step, state in refused:
            with pytest.raises(IncidentStepNotPossible):
                move(step, state)

    def test_passed_up_it_waits_for_an_answer_again(self) -> None:
        assert move(IncidentStep.PASS_UP, IncidentState.HANDLING) is IncidentState.RAISED

    def test_nobody_is_above_the_county(self) -> None:
        assert IncidentStep.PASS_UP in possible(IncidentState.HANDLING, IncidentLevel.TOWNSHIP)
        assert IncidentStep.PASS_UP not in possible(IncidentState.HANDLING, IncidentLevel.COUNTY)

    def test_only_closed_ones_are_over(self) -> None:
        assert set(IncidentState) - OPEN == {IncidentState.CLOSED, IncidentState.REVIEWED}


class TestCheck:
    @pytest.mark.parametrize("step", NEEDS)
    def test_takes_a_whole_step_and_refuses_one_with_a_part_missing_or_too_much(self, step: IncidentStep) -> None:
        checked(whole(step))
        for name in NEEDS[step]:
            for nothing in (None, "" if isinstance(TOLD[name], str) and name != "service" else None):
                with pytest.raises(IncidentStepIncomplete):
                    checked(whole(step, **{name: nothing}))
        for name in set(TOLD) - NEEDS[step]:
            with pytest.raises(IncidentStepIncomplete):
                checked(whole(step, **{name: TOLD[name]}))

    def test_words_of_spaces_are_none(self) -> None:
        with pytest.raises(IncidentStepIncomplete):
            checked(whole(IncidentStep.HANDLE, words="   "))

    @pytest.mark.parametrize("late", [timedelta(seconds=1), -timedelta(days=2)])
    def test_nothing_was_handed_over_tomorrow_or_before_there_was_anything(self, late: timedelta) -> None:
        with pytest.raises(IncidentTimeNotPossible):
            checked(whole(IncidentStep.HAND_OVER, at=NOON + late))

    def test_harm_is_not_settled_without_the_police(self) -> None:
        settled = whole(IncidentStep.CLOSE, outcome=IncidentOutcome.SETTLED)
        with pytest.raises(PoliceNotTold):
            checked(settled, kind=ConcernKind.HARM)
        checked(settled, kind=ConcernKind.HARM, police_told=True)
        checked(whole(IncidentStep.CLOSE), kind=ConcernKind.HARM)
        checked(settled, kind=ConcernKind.ILLNESS)

    def test_who_handled_it_reviews_it_only_where_there_is_nobody_else(self) -> None:
        me, another = uuid4(), uuid4()
        check_reviewer(another, handlers={me}, others=[me, another])
        check_reviewer(me, handlers={me}, others=[me])
        with pytest.raises(ReviewByAnother):
            check_reviewer(me, handlers={me}, others=[me, another])


class TestLevels:
    def test_climb_one_by_one_and_end_at_the_county(self) -> None:
        assert [next_level(level) for level in LEVELS] == [IncidentLevel.TOWNSHIP, IncidentLevel.COUNTY, None]

    @pytest.mark.parametrize(
        ("named", "first"),
        [
            ((), "village"),
            (("village",), "township"),
            (("village", "village"), "township"),
            (("township",), "county"),
            (("village", "county"), "county"),
        ],
    )
    def test_a_concern_goes_above_the_highest_office_it_names(self, named: tuple[str, ...], first: str) -> None:
        assert first_level(IncidentLevel(each) for each in named) == first


class TestClock:
    def test_has_minutes_for_every_kind_and_level_by_day_and_by_night(self) -> None:
        kinds = {name for name in EscalationTable.__struct_fields__ if name in {kind.value for kind in ConcernKind}}
        assert kinds == set(ConcernKind)
        fields = {level + end for level in LEVELS for end in ("", "_night")}
        assert set(Answering.__struct_fields__) == fields

    @pytest.mark.parametrize(
        ("hour", "watch"), [(7, Watch.DAY), (20, Watch.DAY), (21, Watch.NIGHT), (0, Watch.NIGHT), (6, Watch.NIGHT)]
    )
    def test_tells_day_from_night_in_china(self, hour: int, watch: Watch) -> None:
        at = datetime(2026, 3, 9, 16, 30, tzinfo=UTC) + timedelta(hours=hour)
        assert watch_of(at, EscalationTable()) is watch

    def test_gives_each_level_the_table_s_own_minutes(self) -> None:
        table = msgspec.structs.replace(EscalationTable(), harm=Answering(1, 2, 3, 4, 5, 6))
        given = [answer_by(table, ConcernKind.HARM, level, at) - at for at in (NOON, MIDNIGHT) for level in LEVELS]
        assert given == [timedelta(minutes=minutes) for minutes in range(1, 7)]

    def test_counts_by_the_hour_of_asking_though_night_falls_meanwhile(self) -> None:
        dusk = datetime(2026, 3, 10, 12, 59, tzinfo=UTC)
        table = msgspec.structs.replace(EscalationTable(), other=Answering(30, 1, 1, 60, 1, 1))
        assert answer_by(table, ConcernKind.OTHER, IncidentLevel.VILLAGE, dusk) - dusk == timedelta(minutes=30)

    def test_looks_after_the_set_minutes_whether_it_was_read(self) -> None:
        table = msgspec.structs.replace(EscalationTable(), read_minutes=7)
        assert read_by(table, NOON) == NOON + timedelta(minutes=7)
