"""Witnesses, terms, check codes, standing: pure decisions."""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.agreements.codes import new_check_code, normal_check_code
from backend.agreements.errors import (
    AgreementDayNotPossible,
    AlreadyActed,
    InvitationOver,
    NotAParty,
    ReasonNotPossible,
    StepNotPossible,
    TermNotPossible,
    TextChanged,
    WitnessNotFit,
)
from backend.agreements.rules import (
    ENDING,
    MOVES,
    OVER,
    STANDING,
    SUSPENDING,
    UNFILED,
    ActKind,
    AgreementState,
    Hand,
    Move,
    Phase,
    Reason,
    Step,
    check_ending,
    check_suspension,
    check_term,
    check_witness,
    day_to_ask_again,
    in_force_from,
    next_state,
    phase,
    require,
    require_first,
    require_invited,
    require_same_text,
    standing,
    state_of_signing,
)
from backend.kit.ids import uuid7

FIRST = date(2026, 4, 1)
ONE, OTHER, THIRD = uuid7(), uuid7(), uuid7()


def _follow(state: AgreementState, move: Move) -> set[AgreementState]:
    """Where `move` may lead from `state`: the acts tell between DRAFT and SIGNED."""
    if move.after is not None:
        return {move.after}
    told_by_acts = {Step.SIGN, Step.ACCEPT, Step.ASK_AGAIN, Step.INK, Step.DOUBT}
    return {AgreementState.DRAFT, AgreementState.SIGNED} if move.step in told_by_acts else {state}


def _reached(start: AgreementState) -> set[AgreementState]:
    found, more = set(), {start}
    while more:
        found |= more
        more = {
            after for state in more for move in MOVES if state in move.before for after in _follow(state, move)
        } - found
    return found


class TestTable:
    def test_reaches_every_state_from_a_draft(self) -> None:
        assert _reached(AgreementState.DRAFT) == set(AgreementState)

    @pytest.mark.parametrize("state", sorted(set(AgreementState) - OVER))
    def test_leads_from_whatever_is_not_over_to_an_end_and_from_what_is_unfiled_to_a_filing(
        self, state: AgreementState
    ) -> None:
        assert _reached(state) & OVER
        if state in UNFILED:
            assert AgreementState.FILED in _reached(state)

    @pytest.mark.parametrize("state", sorted(OVER))
    @pytest.mark.parametrize("step", Step)
    def test_lets_nothing_more_be_done_to_what_is_over(self, step: Step, state: AgreementState) -> None:
        with pytest.raises(StepNotPossible):
            require(step, state)
        assert _reached(state) == {state}

    def test_files_only_what_was_handed_in_and_that_only_what_the_elder_consented_to(self) -> None:
        assert _before(Step.FILE) == {AgreementState.HANDED_IN}
        assert _before(Step.HAND_IN) == {AgreementState.CONSENTED}
        assert _before(Step.CONSENT) == {AgreementState.SIGNED}

    def test_lets_the_elder_say_no_at_any_time_before_it_is_over(self) -> None:
        assert _before(Step.REFUSE) == set(AgreementState) - OVER - {AgreementState.ELDER_DECLINED}

    def test_changes_no_text_the_elder_has_consented_to(self) -> None:
        assert not _before(Step.REWRITE) & {AgreementState.CONSENTED, AgreementState.HANDED_IN, *STANDING}

    @pytest.mark.parametrize("step", Step)
    def test_gives_every_step_to_a_hand_and_tells_the_wrong_one_so(self, step: Step) -> None:
        for state in _before(step):
            hands = {hand for move in MOVES if move.step is step and state in move.before for hand in move.hands}
            assert hands
            for hand in set(Hand) - hands:
                with pytest.raises(NotAParty):
                    next_state(step, state, hand)

    def test_lets_the_committee_alone_file_and_return_and_nobody_but_the_caregiver_accept(self) -> None:
        for step, hand in (
            (Step.FILE, Hand.COMMITTEE),
            (Step.RETURN, Hand.COMMITTEE),
            (Step.ACCEPT, Hand.CAREGIVER),
            (Step.SIGN, Hand.SUPPORTER),
            (Step.CONSENT, Hand.VISITOR),
        ):
            assert {each for move in MOVES if move.step is step for each in move.hands} == {hand}

    def test_gives_each_hand_that_may_end_a_reason_to_give(self) -> None:
        ending = {hand for move in MOVES if move.step in (Step.END, Step.REFUSE) for hand in move.hands}
        assert {hand for hand in Hand if ENDING.get(hand)} == ending
        assert set().union(*ENDING.values()) | SUSPENDING | {Reason.NEWER_AGREEMENT, Reason.CAREGIVER_GONE} == set(
            Reason
        )


def _before(step: Step) -> set[AgreementState]:
    return {state for move in MOVES if move.step is step for state in move.before}


class TestSigning:
    @pytest.mark.parametrize(
        ("signed", "state"),
        [
            (set(), AgreementState.DRAFT),
            ({ONE}, AgreementState.DRAFT),
            ({ONE, THIRD}, AgreementState.DRAFT),
            ({ONE, OTHER}, AgreementState.SIGNED),
            ({ONE, OTHER, THIRD}, AgreementState.SIGNED),
        ],
    )
    def test_is_complete_once_everybody_asked_has_signed(self, signed: set[UUID], state: AgreementState) -> None:
        assert state_of_signing({ONE, OTHER}, signed) is state

    def test_refuses_the_same_act_of_the_same_person(self) -> None:
        done = [(ActKind.SIGN, ONE)]
        with pytest.raises(AlreadyActed):
            require_first(done, ActKind.SIGN, ONE)
        require_first(done, ActKind.SIGN, OTHER)
        require_first(done, ActKind.ACCEPT, ONE)

    def test_is_open_through_its_last_day(self) -> None:
        require_invited(FIRST, FIRST)
        with pytest.raises(InvitationOver):
            require_invited(FIRST, FIRST + timedelta(days=1))


class TestPhase:
    @pytest.mark.parametrize(
        ("day", "found"),
        [
            (date(2026, 3, 31), Phase.WAITING),
            (FIRST, Phase.IN_FORCE),
            (date(2027, 2, 14), Phase.IN_FORCE),
            (date(2027, 2, 15), Phase.RENEWAL_DUE),
            (date(2027, 4, 1), Phase.RENEWAL_DUE),
            (date(2027, 4, 2), Phase.OVER),
        ],
    )
    def test_is_told_by_the_calendar(self, day: date, found: Phase) -> None:
        assert phase(AgreementState.FILED, FIRST, date(2027, 4, 1), day) is found

    @pytest.mark.parametrize("state", sorted(set(AgreementState) - {AgreementState.FILED}))
    def test_is_none_of_what_is_not_filed_or_is_suspended(self, state: AgreementState) -> None:
        assert phase(state, FIRST, date(2027, 4, 1), FIRST) is None


class TestDays:
    def test_to_ask_again_is_in_a_month_or_as_the_elder_says(self) -> None:
        assert day_to_ask_again(None, FIRST) == date(2026, 5, 1)
        assert day_to_ask_again(date(2026, 4, 2), FIRST) == date(2026, 4, 2)

    @pytest.mark.parametrize("on", [FIRST, date(2026, 3, 1), date(2027, 4, 1)])
    def test_to_ask_again_in_the_past_or_after_half_a_year_is_refused(self, on: date) -> None:
        with pytest.raises(AgreementDayNotPossible):
            day_to_ask_again(on, FIRST)

    def test_a_suspension_is_for_a_while_and_for_a_reason_that_passes(self) -> None:
        check_suspension(Reason.HOSPITAL, date(2026, 4, 2), FIRST)
        with pytest.raises(ReasonNotPossible):
            check_suspension(Reason.DIED, date(2026, 4, 2), FIRST)
        for until in (FIRST, date(2026, 10, 1)):
            with pytest.raises(AgreementDayNotPossible):
                check_suspension(Reason.HOSPITAL, until, FIRST)

    def test_an_end_has_a_reason_that_is_one_s_own_to_give(self) -> None:
        check_ending(Reason.CAREGIVER, Hand.CAREGIVER)
        for reason, hand in ((Reason.SUPPORTER, Hand.CAREGIVER), (Reason.DIED, Hand.SUPPORTER)):
            with pytest.raises(ReasonNotPossible):
                check_ending(reason, hand)


class TestSameText:
    def test_takes_the_text_that_was_shown(self) -> None:
        require_same_text("a" * 64, "a" * 64)

    def test_refuses_another(self) -> None:
        with pytest.raises(TextChanged):
            require_same_text("a" * 64, "b" * 64)


class TestTerm:
    @pytest.mark.parametrize("ends_on", [date(2026, 4, 2), date(2029, 4, 1), date(2027, 3, 31)])
    def test_of_up_to_three_years_is_taken(self, ends_on: date) -> None:
        check_term(FIRST, ends_on)

    @pytest.mark.parametrize("ends_on", [FIRST, date(2026, 3, 31), date(2029, 4, 2), date(2029, 4, 3)])
    def test_of_no_day_or_more_than_three_years_is_refused(self, ends_on: date) -> None:
        with pytest.raises(TermNotPossible) as refused:
            check_term(FIRST, ends_on)
        assert refused.value.field == "ends_on"

    def test_that_starts_on_leap_day_ends_by_the_last_of_february(self) -> None:
        check_term(date(2028, 2, 29), date(2031, 2, 28))
        with pytest.raises(TermNotPossible):
            check_term(date(2028, 2, 29), date(2031, 3, 1))

    @given(st.dates(), st.dates())
    def test_of_any_two_days_is_judged(self, starts_on: date, ends_on: date) -> None:
        try:
            check_term(starts_on, ends_on)
        except TermNotPossible:
            return
        assert 0 < (ends_on - starts_on).days <= 1096


class TestWitness:
    def test_is_an_adult_neighbour(self) -> None:
        check_witness(name="杨树根", adult=True, party_names=["王建国", "李春花"], operator_name="张晓敏")

    @pytest.mark.parametrize(
        "name",
        ["王建国", " 王建国 ", "王 建国", "王\u3000建国", "李春花", "张晓敏", "张晓敏\u200b", "", "  ", "\u3000"],
    )
    def test_is_no_party_no_operator_and_has_a_name(self, name: str) -> None:
        with pytest.raises(WitnessNotFit) as refused:
            check_witness(name=name, adult=True, party_names=["王建国 ", "李春花"], operator_name="张晓敏")
        assert refused.value.field == "witness"

    def test_is_no_child(self) -> None:
        with pytest.raises(WitnessNotFit):
            check_witness(name="杨树根", adult=False, party_names=[], operator_name="张晓敏")


class TestCheckCode:
    def test_is_twelve_letters_and_digits_nobody_confuses(self) -> None:
        codes = {new_check_code() for _ in range(300)}
        assert len(codes) == 300
        for code in codes:
            assert re.fullmatch(r"[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}", code)

    def test_uses_the_whole_alphabet(self) -> None:
        assert len(set("".join(new_check_code() for _ in range(400)))) == 31 + 1

    @pytest.mark.parametrize(
        "typed",
        ["abcd-efgh-jkmn", "ABCDEFGHJKMN", " abcd efgh jkmn ", "ABCD－EFGH－JKMN", "ａｂｃｄ-ｅｆｇｈ-ｊｋｍｎ"],
    )
    def test_is_known_however_a_person_types_it(self, typed: str) -> None:
        assert normal_check_code(typed) == "ABCD-EFGH-JKMN"

    @given(st.text(max_size=40))
    def test_takes_any_text_without_breaking(self, typed: str) -> None:
        assert set(normal_check_code(typed)) <= set("ABCDEFGHJKMNPQRSTUVWXYZ23456789-")

    def test_survives_its_own_printed_form(self) -> None:
        codes = [new_check_code() for _ in range(300)]
        assert [normal_check_code(code) for code in codes] == codes


ACTED = datetime(2026, 4, 10, 2, tzinfo=UTC)


class TestStanding:
    def test_begins_with_the_term_when_the_acts_came_before(self) -> None:
        assert in_force_from(date(2026, 5, 1), ACTED) == date(2026, 5, 1)

    def test_begins_with_the_last_act_when_it_came_after_the_term_s_start(self) -> None:
        assert in_force_from(FIRST, ACTED) == date(2026, 4, 10)

    def test_takes_the_last_act_s_day_in_china(self) -> None:
        assert in_force_from(FIRST, datetime(2026, 4, 10, 16, tzinfo=UTC)) == date(2026, 4, 11)

    @pytest.mark.parametrize(
        ("day", "in_force"),
        [(date(2026, 4, 9), False), (date(2026, 4, 10), True), (date(2027, 4, 1), True), (date(2027, 4, 2), False)],
    )
    def test_is_in_force_from_then_through_its_last_day(self, day: date, in_force: bool) -> None:
        found = standing(AgreementState.FILED, FIRST, date(2027, 4, 1), ACTED, day)
        assert (found.in_force, found.counts) == (in_force, in_force)

    @pytest.mark.parametrize("state", [AgreementState.CONSENTED, AgreementState.HANDED_IN])
    def test_binds_before_it_is_filed_but_counts_only_then(self, state: AgreementState) -> None:
        found = standing(state, FIRST, date(2027, 4, 1), ACTED, date(2026, 6, 1))
        assert found.in_force
        assert not found.counts

    @given(
        st.sampled_from(AgreementState),
        st.dates(date(2026, 1, 1), date(2028, 1, 1)),
        st.integers(1, 800),
        st.none() | st.integers(-500, 500).map(lambda days: ACTED + timedelta(days=days)),
        st.dates(date(2025, 1, 1), date(2030, 1, 1)),
    )
    def test_never_counts_without_being_in_force_filed_and_acted_on(
        self, state: AgreementState, starts_on: date, days: int, last_act: datetime | None, day: date
    ) -> None:
        found = standing(state, starts_on, starts_on + timedelta(days=days), last_act, day)
        if found.counts:
            assert found.in_force
            assert state is AgreementState.FILED
        if found.in_force:
            assert last_act is not None
            assert starts_on <= day <= starts_on + timedelta(days=days)
