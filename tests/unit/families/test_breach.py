"""The table of a duty-breach case, walked whole, and what makes a step whole."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from backend.families.breach import (
    MOVES,
    ON_THE_LIST,
    OPEN,
    UNDER_WAY,
    CaseState,
    CaseStep,
    Invited,
    Taken,
    ToldBy,
    Who,
    a_year_after,
    check,
    move,
    possible,
)
from backend.families.errors import (
    DutyDayNotPossible,
    DutyStepIncomplete,
    DutyStepNotPossible,
    ListedTooLong,
    NotToldTwice,
)

TODAY = date(2026, 3, 10)
YESTERDAY = TODAY - timedelta(days=1)
AFTER_THE_DAY = {CaseState.LISTED, CaseState.APPEALED, CaseState.UPHELD}


def walks(state: CaseState, steps: tuple[CaseStep, ...] = ()) -> list[tuple[tuple[CaseStep, ...], CaseState]]:
    """Every way from `state` on, as far as the state changes."""
    found = [(steps, state)]
    for step, each in MOVES.items():
        if state in each.before and each.after not in (None, state):
            found += walks(move(step, state), (*steps, step))
    return found


WALKS = walks(CaseState.OPENED)


class TestTable:
    def test_reaches_every_state(self) -> None:
        assert {state for _, state in WALKS} == set(CaseState)

    def test_lets_every_open_case_end_and_no_ended_one_go_on(self) -> None:
        for state in CaseState:
            ends = {end for _, end in walks(state)} - OPEN
            assert ends, state
            assert (state in OPEN) is any(state in each.before for each in MOVES.values())

    def test_lists_nobody_without_warning_and_hearing(self) -> None:
        listed = [steps for steps, _ in WALKS if CaseStep.LIST in steps]
        assert listed
        for steps in listed:
            before = steps[: steps.index(CaseStep.LIST)]
            assert CaseStep.WARN in before
            assert {CaseStep.HEAR, CaseStep.NOT_COME} & set(before)

    def test_lets_every_entry_be_appealed_once_and_end_by_its_day(self) -> None:
        assert possible(CaseState.LISTED, Who.SUPPORTER) == [CaseStep.APPEAL]
        assert all(steps.count(CaseStep.APPEAL) <= 1 for steps, _ in WALKS)
        assert {state for state in CaseState if CaseStep.EXPIRE in possible(state, Who.PLATFORM)} == AFTER_THE_DAY
        assert ON_THE_LIST == AFTER_THE_DAY

    def test_has_a_way_out_for_the_committee_from_every_open_state(self) -> None:
        for state in OPEN:
            out = CaseStep.CLOSE if state in UNDER_WAY else CaseStep.CORRECT
            assert out in possible(state, Who.COMMITTEE)
            assert CaseStep.POLICE in possible(state, Who.COMMITTEE)
            assert move(CaseStep.POLICE, state) is state

    def test_gives_nobody_the_step_of_another(self) -> None:
        for state in CaseState:
            shared = [step for who in Who for step in possible(state, who)]
            assert len(shared) == len(set(shared))
        township = {step for state in CaseState for step in possible(state, Who.TOWNSHIP)}
        assert township == {CaseStep.UPHOLD, CaseStep.LIFT}

    @pytest.mark.parametrize("step", CaseStep)
    def test_refuses_each_step_from_everywhere_else(self, step: CaseStep) -> None:
        allowed = MOVES[step].before if step in MOVES else frozenset()
        for state in set(CaseState) - allowed:
            with pytest.raises(DutyStepNotPossible):
                move(step, state)


def taken(step: CaseStep, **changes: Any) -> Taken:
    whole: dict[CaseStep, dict[str, Any]] = {
        CaseStep.WARN: {"means": ToldBy.PHONE},
        CaseStep.INVITE: {"means": ToldBy.LETTER, "hearing_on": TODAY + timedelta(days=7)},
        CaseStep.LIST: {"until": TODAY + timedelta(days=90)},
        CaseStep.POLICE: {"station": "石门派出所", "at": datetime(2026, 3, 10, 2, tzinfo=UTC)},
    }
    return Taken(**{"step": step, "on": TODAY, "words": "说过了", **whole.get(step, {}), **changes})


def checked(each: Taken, *invited: date) -> None:
    check(each, last_on=YESTERDAY, invited=[Invited(day) for day in invited], today=TODAY)


class TestStep:
    @pytest.mark.parametrize("step", [step for step in MOVES if step is not CaseStep.NOT_COME])
    def test_is_whole_with_what_belongs_to_it(self, step: CaseStep) -> None:
        checked(taken(step))

    @pytest.mark.parametrize(
        ("step", "changes", "field"),
        [
            (CaseStep.WARN, {"means": None}, "means"),
            (CaseStep.WARN, {"words": None}, "words"),
            (CaseStep.HEAR, {"words": None}, "words"),
            (CaseStep.HEAR, {"until": TODAY}, "until"),
            (CaseStep.INVITE, {"hearing_on": None}, "hearing_on"),
            (CaseStep.LIST, {"until": None}, "until"),
            (CaseStep.POLICE, {"station": None}, "station"),
            (CaseStep.POLICE, {"at": None}, "at"),
        ],
    )
    def test_lacks_nothing_and_holds_nothing_else(self, step: CaseStep, changes: dict[str, Any], field: str) -> None:
        with pytest.raises(DutyStepIncomplete) as refused:
            checked(taken(step, **changes))
        assert refused.value.field == field

    @pytest.mark.parametrize(
        "changes",
        [
            {"step": CaseStep.HEAR, "on": TODAY + timedelta(days=1)},
            {"step": CaseStep.HEAR, "on": YESTERDAY - timedelta(days=1)},
            {"step": CaseStep.INVITE, "hearing_on": YESTERDAY},
            {"step": CaseStep.POLICE, "at": datetime(2026, 3, 10, 17, tzinfo=UTC)},
        ],
    )
    def test_is_of_a_day_after_the_last_and_not_to_come(self, changes: dict[str, Any]) -> None:
        with pytest.raises(DutyDayNotPossible):
            checked(taken(**changes))

    def test_lists_for_a_year_at_most(self) -> None:
        checked(taken(CaseStep.LIST, until=a_year_after(TODAY)))
        for until in (a_year_after(TODAY) + timedelta(days=1), TODAY):
            with pytest.raises(ListedTooLong):
                checked(taken(CaseStep.LIST, until=until))
        assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)

    @pytest.mark.parametrize("invited", [(), (TODAY,), (YESTERDAY, TODAY + timedelta(days=1))])
    def test_says_of_nobody_he_did_not_come_who_was_not_told_twice(self, invited: tuple[date, ...]) -> None:
        with pytest.raises(NotToldTwice):
            checked(taken(CaseStep.NOT_COME), *invited)
        checked(taken(CaseStep.NOT_COME), YESTERDAY, TODAY)
