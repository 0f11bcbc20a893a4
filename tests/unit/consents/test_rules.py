"""What was said last holds; what is told, asked, witnessed and never withdrawn."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from backend.consents.errors import (
    ElderSpeaksInPerson,
    PurposeIsDuty,
    PurposeNotAsked,
    TextNotNewest,
    WitnessMissing,
)
from backend.consents.purposes import DUTIES, ELDER_PURPOSES, OWN_PURPOSES, PARTS, SENSITIVE, TEXTS, Purpose, newest
from backend.consents.rules import (
    ConsentState,
    Expressed,
    Matter,
    Onlooker,
    check_asked,
    check_may_withdraw,
    check_newest,
    check_told,
    hidden_by,
    may_see,
    shows_health,
    state_of,
)


@dataclass(frozen=True)
class Word:
    given: bool
    number: int
    said_at: datetime = datetime(2026, 3, 1, tzinfo=UTC)


class TestState:
    def test_of_nobody_asked_is_not_asked(self) -> None:
        assert state_of([]) is ConsentState.NOT_ASKED

    @pytest.mark.parametrize(
        ("said", "holds"),
        [
            ([True], ConsentState.GIVEN),
            ([False], ConsentState.WITHDRAWN),
            ([True, False], ConsentState.WITHDRAWN),
            ([True, False, True], ConsentState.GIVEN),
        ],
    )
    def test_is_the_last_word_in_whatever_order_they_come(self, said: list[bool], holds: ConsentState) -> None:
        words = [Word(given, number) for number, given in enumerate(said, 1)]
        assert state_of(words) is holds
        assert state_of(words[::-1]) is holds


class TestHealth:
    @pytest.mark.parametrize("state", ConsentState)
    def test_is_hidden_from_the_withdrawal_on_and_only_then(self, state: ConsentState) -> None:
        assert shows_health(state) is (state is not ConsentState.WITHDRAWN)


class TestSight:
    @pytest.mark.parametrize("matter", Matter)
    def test_of_an_office_rests_on_duty_and_on_no_consent(self, matter: Matter) -> None:
        assert may_see(matter, Onlooker.OFFICE, set(Purpose))

    @pytest.mark.parametrize("onlooker", Onlooker)
    def test_of_danger_is_taken_from_nobody(self, onlooker: Onlooker) -> None:
        assert may_see(Matter.ALARM, onlooker, set(Purpose))

    @pytest.mark.parametrize("matter", Matter)
    @pytest.mark.parametrize("onlooker", Onlooker)
    def test_is_whole_as_long_as_nothing_is_refused(self, matter: Matter, onlooker: Onlooker) -> None:
        assert may_see(matter, onlooker, set())

    @pytest.mark.parametrize(
        ("purpose", "family", "near"),
        [
            (Purpose.HEALTH, {"health", "words", "reasons"}, {"health", "words", "reasons"}),
            (Purpose.PHOTOS, {"pictures"}, {"pictures"}),
            (Purpose.SHARING, set(Matter) - {Matter.ALARM}, set()),
            (Purpose.CALLS, set(), set()),
            (Purpose.TELL_HEALTH, {"health", "words", "reasons"}, set()),
            (Purpose.TELL_ECONOMY, {"economy", "words"}, set()),
            (Purpose.TELL_DUTY, {"duty", "words"}, set()),
            (Purpose.TELL_SAFETY, {"safety", "words"}, set()),
            (Purpose.TELL_NEEDS, {"needs", "words"}, set()),
            (Purpose.TELL_NOTE, {"words"}, set()),
            (Purpose.TELL_PHOTOS, {"pictures"}, set()),
        ],
    )
    def test_ends_for_each_no_with_what_it_was_about(self, purpose: Purpose, family: set[str], near: set[str]) -> None:
        for onlooker, hidden in ((Onlooker.FAMILY, family), (Onlooker.NEAR, near)):
            assert {matter for matter in Matter if purpose in hidden_by(matter, onlooker)} == hidden


class TestPurposes:
    def test_everyone_has_words_under_a_day_in_order(self) -> None:
        assert set(TEXTS) == set(Purpose) == {*ELDER_PURPOSES, *OWN_PURPOSES, *PARTS}
        for texts in TEXTS.values():
            versions = [date.fromisoformat(text.version) for text in texts]
            assert versions == sorted(set(versions))
            assert all(re.search(r"[\u4e00-\u9fff]{4}", text.text) and text.title for text in texts)

    def test_what_is_sensitive_is_never_a_duty(self) -> None:
        """Art. 29 asks consent apart; what one may refuse must be possible to refuse."""
        assert set() == SENSITIVE & DUTIES
        assert Purpose.HEALTH in SENSITIVE

    @pytest.mark.parametrize("purpose", sorted(SENSITIVE | {Purpose.SHARING}))
    def test_what_is_asked_can_be_taken_back(self, purpose: Purpose) -> None:
        check_may_withdraw(purpose)

    @pytest.mark.parametrize("purpose", sorted(DUTIES))
    def test_what_is_duty_cannot(self, purpose: Purpose) -> None:
        with pytest.raises(PurposeIsDuty):
            check_may_withdraw(purpose)

    def test_an_elder_is_not_asked_what_accounts_are(self) -> None:
        check_asked(Purpose.HEALTH, ELDER_PURPOSES)
        with pytest.raises(PurposeNotAsked):
            check_asked(Purpose.WHEREABOUTS, ELDER_PURPOSES)

    @pytest.mark.parametrize("purpose", Purpose)
    def test_only_the_newest_words_can_be_agreed_to(self, purpose: Purpose) -> None:
        check_newest(purpose, newest(purpose).version)
        with pytest.raises(TextNotNewest):
            check_newest(purpose, "2020-01-01")


class TestTelling:
    @pytest.mark.parametrize("expressed", [Expressed.SPOKEN, Expressed.FINGERPRINT])
    @pytest.mark.parametrize("witness", [None, "", "  "])
    def test_aloud_or_by_thumb_needs_a_witness(self, expressed: Expressed, witness: str | None) -> None:
        with pytest.raises(WitnessMissing):
            check_told(expressed, witness)
        assert check_told(expressed, " 杨树根 ") == "杨树根"

    def test_by_hand_speaks_for_itself(self) -> None:
        assert check_told(Expressed.HANDWRITING, None) is None

    def test_in_the_client_is_nothing_an_elder_does(self) -> None:
        with pytest.raises(ElderSpeaksInPerson):
            check_told(Expressed.CLIENT, "杨树根")
