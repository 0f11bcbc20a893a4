"""Forms as versioned data, the need's states, what a proposal may say."""

import hashlib
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from backend.visits import forms
from backend.visits.aid import OPEN_NEEDS, NeedState, NeedStep, after
from backend.visits.errors import (
    AnswersNotOfForm,
    FormNotKnown,
    NeedStepNotPossible,
    PeopleNotCounted,
    ProposalNotPossible,
    VisitNotOver,
)
from backend.visits.forms import CURRENT, FORMS, AskedWhen, FormKind, FormPart, ItemKind, check_answers, form
from backend.visits.proposing import NewProposal, ProposedField, check_proposal
from backend.visits.rules import Present, check_length, check_people

NOW = datetime(2026, 3, 10, 1, tzinfo=UTC)
# A form once used is never edited: a change of the questions is the next number.
FROZEN = {
    "first/1": "935d9481632b369f",
    "later/1": "8f0e59999c53f3df",
}


class TestForms:
    def test_of_each_kind_one_is_current(self) -> None:
        assert {form(each).kind for each in CURRENT.values()} == set(FormKind)
        assert set(CURRENT.values()) <= set(FORMS)

    def test_are_never_edited(self) -> None:
        folder = Path(forms.__file__).parent
        digests = {
            each: hashlib.sha256((folder / f"{each.replace('/', '-')}.toml").read_bytes()).hexdigest()[:16]
            for each in FORMS
        }
        assert digests == FROZEN

    @pytest.mark.parametrize("form_id", FORMS)
    def test_ask_each_thing_once_and_offer_answers_where_they_are_chosen(self, form_id: str) -> None:
        items = form(form_id).items
        assert len({item.key for item in items}) == len(items)
        for item in items:
            assert bool(item.answers) is (item.kind is not ItemKind.WORDS), item.key

    def test_a_quiet_later_visit_is_asked_nothing_more(self) -> None:
        assert {item.when for item in form("later/1").items} == {AskedWhen.NOT_GOOD, AskedWhen.OFFERED}

    def test_the_first_visit_asks_person_family_living_help_and_needs(self) -> None:
        asked = {item.part for item in form("first/1").items if item.when is AskedWhen.ALWAYS}
        assert asked >= {FormPart.PERSON, FormPart.FAMILY, FormPart.LIVING, FormPart.HELP, FormPart.NEEDS}

    def test_dangers_at_home_and_the_familys_duty_have_their_words(self) -> None:
        by_key = form("later/1").by_key
        assert set(by_key["hazards"].answers) >= {"fire", "power", "gas", "water", "heating"}
        assert {by_key[key].part for key in ("support", "visit", "greet")} == {FormPart.FAMILY_DUTY}


class TestAnswers:
    def test_of_the_form_are_taken(self) -> None:
        check_answers("later/1", {"hazards": ("fire", "gas"), "support": ("no",), "taught": ("教了接视频",)})

    def test_none_are_needed_nor_a_form(self) -> None:
        check_answers("first/1", {})
        check_answers(None, {})

    @pytest.mark.parametrize(
        "answers",
        [
            {"house": ("leak",)},
            {"hazards": ("storm",)},
            {"hazards": ("fire", "fire")},
            {"hazards": ()},
            {"support": ("yes", "no")},
            {"taught": ("  ",)},
            {"taught": ("一", "二")},
        ],
    )
    def test_of_no_such_question_or_choice_are_refused(self, answers: dict[str, tuple[str, ...]]) -> None:
        with pytest.raises(AnswersNotOfForm):
            check_answers("later/1", answers)

    def test_without_a_form_are_refused(self) -> None:
        with pytest.raises(AnswersNotOfForm):
            check_answers(None, {"hazards": ("fire",)})

    @pytest.mark.parametrize("form_id", ["later/2", "later-1", "../later/1", ""])
    def test_to_an_unknown_form_are_refused(self, form_id: str) -> None:
        with pytest.raises(FormNotKnown):
            check_answers(form_id, {})


class TestNeedStates:
    def test_nothing_follows_what_is_over_and_anything_what_is_open(self) -> None:
        for state, step in product(NeedState, NeedStep):
            if state in OPEN_NEEDS:
                assert after(state, step) is not NeedState.OPEN
            else:
                with pytest.raises(NeedStepNotPossible):
                    after(state, step)

    def test_who_is_asked_may_be_another_later(self) -> None:
        assert after(NeedState.REFERRED, NeedStep.REFER) is NeedState.REFERRED


class TestProposals:
    @pytest.mark.parametrize(
        ("field", "value"),
        [("phone", "13800000001"), ("living_alone", "no"), ("mobility", "bedridden"), ("child_moved", "home")],
    )
    def test_say_what_the_field_takes(self, field: str, value: str) -> None:
        check_proposal(NewProposal(ProposedField(field), value))

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("phone", "yes"),
            ("phone", "13800000001\n"),
            ("phone", "1３800000001"),
            ("living_alone", "home"),
            ("mobility", "unknown"),
            ("child_moved", "13800000001"),
        ],
    )
    def test_that_say_anything_else_are_refused(self, field: str, value: str) -> None:
        with pytest.raises(ProposalNotPossible):
            check_proposal(NewProposal(ProposedField(field), value))


class TestLength:
    def test_ends_before_the_report_with_a_clocks_error_forgiven(self) -> None:
        check_length(NOW - timedelta(minutes=30), 35, NOW)
        check_length(NOW - timedelta(days=3), None, NOW)
        with pytest.raises(VisitNotOver):
            check_length(NOW - timedelta(minutes=30), 36, NOW)


class TestPeople:
    def test_are_at_least_one_of_each_kind(self) -> None:
        check_people((Present.ELDER, Present.CHILD), 4)
        check_people((Present.ELDER,), None)
        with pytest.raises(PeopleNotCounted):
            check_people((Present.ELDER, Present.CHILD), 1)
