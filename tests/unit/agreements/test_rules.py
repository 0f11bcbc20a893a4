"""Witnesses, terms, check codes, standing: pure decisions."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.agreements.errors import AlreadyActed, StepNotPossible, TermNotPossible, TextChanged, WitnessNotFit
from backend.agreements.rules import (
    OPEN,
    ActKind,
    AgreementState,
    Step,
    check_term,
    check_witness,
    in_force_from,
    new_check_code,
    normal_check_code,
    require,
    require_same_text,
    standing,
    state_after_act,
)
from backend.kit.ids import uuid7

DONE = AgreementState.FILED, AgreementState.DECLINED, AgreementState.WITHDRAWN, AgreementState.ENDED
CHILD, CAREGIVER = uuid7(), uuid7()
FIRST = date(2026, 4, 1)


class TestRequire:
    @pytest.mark.parametrize("state", DONE)
    @pytest.mark.parametrize("step", Step)
    def test_lets_nothing_more_be_done_to_what_is_over(self, step: Step, state: AgreementState) -> None:
        with pytest.raises(StepNotPossible):
            require(step, state)

    @pytest.mark.parametrize("state", sorted(OPEN))
    @pytest.mark.parametrize("step", [Step.WITHDRAW, Step.DECLINE])
    def test_lets_go_of_anything_before_it_is_filed(self, step: Step, state: AgreementState) -> None:
        require(step, state)

    def test_files_only_what_was_handed_in(self) -> None:
        may = {state for state in AgreementState if _allowed(Step.FILE, state)}
        assert may == {AgreementState.HANDED_IN}

    def test_changes_no_text_the_elder_has_consented_to(self) -> None:
        for state in (AgreementState.CONSENTED, AgreementState.HANDED_IN):
            assert not _allowed(Step.REWRITE, state)


def _allowed(step: Step, state: AgreementState) -> bool:
    try:
        require(step, state)
    except StepNotPossible:
        return False
    return True


class TestStateAfterAct:
    def test_is_signed_once_a_supporter_and_the_caregiver_have_acted_in_either_order(self) -> None:
        sign, accept = (ActKind.SIGN, CHILD), (ActKind.ACCEPT, CAREGIVER)
        assert state_after_act([], *sign) is AgreementState.DRAFT
        assert state_after_act([sign], *accept) is AgreementState.SIGNED
        assert state_after_act([accept], *sign) is AgreementState.SIGNED

    def test_is_not_signed_by_two_supporters_alone(self) -> None:
        assert state_after_act([(ActKind.SIGN, CHILD)], ActKind.SIGN, uuid7()) is AgreementState.DRAFT

    def test_refuses_the_same_act_of_the_same_person(self) -> None:
        with pytest.raises(AlreadyActed):
            state_after_act([(ActKind.SIGN, CHILD)], ActKind.SIGN, CHILD)


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
