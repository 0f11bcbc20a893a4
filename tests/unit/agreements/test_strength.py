"""What the law makes of an act: a signature only where all four conditions of 电子签名法 art. 13 hold together."""

import importlib.util
from itertools import product
from typing import Any

import msgspec
import pytest

from backend.agreements.rules import ActKind, Means
from backend.agreements.strength import STRENGTH_WORDS, Condition, Done, Identity, Strength, conditions, strength

OWN = Done(kind=ActKind.SIGN, means=Means.HANDWRITING, identity=Identity.WECHAT_PHONE, on_own_phone=True)
ELDERS_OWN = frozenset({ActKind.CONSENT, ActKind.POSTPONE, ActKind.REFUSE})
EVERY = [
    Done(kind=kind, means=means, identity=identity, on_own_phone=own, doubtful=doubtful)
    for kind, means, identity, own, doubtful in product(ActKind, Means, Identity, (True, False), (True, False))
]
# Each condition: the mechanism that meets it, what is without it, and where the mechanism itself is broken in a test.
MAPPING: dict[Condition, tuple[str, dict[str, Any], str]] = {
    Condition.OWN_DATA: (
        "one's own WeChat and a phone number verified",
        {"identity": Identity.WECHAT},
        "tests.api.test_acting_as_another",
    ),
    Condition.OWN_CONTROL: (
        "a session of one's own, on a phone not reported lost",
        {"doubtful": True},
        "tests.integration.agreements.test_phones",
    ),
    Condition.SIGNATURE_FIXED: (
        "a link of a chain whose head is signed",
        {},
        "tests.integration.agreements.test_evidence",
    ),
    Condition.CONTENT_FIXED: (
        "the act names the hash of the canonical text",
        {"means": Means.PAPER},
        "tests.integration.agreements.test_evidence",
    ),
}


class TestConditions:
    def test_each_has_a_mechanism_and_a_test_that_breaks_it(self) -> None:
        assert set(MAPPING) == set(Condition)
        for _, _, broken_in in MAPPING.values():
            assert importlib.util.find_spec(broken_in), broken_in
        assert conditions(OWN) == frozenset(Condition)

    @pytest.mark.parametrize("condition", [each for each in Condition if MAPPING[each][1]])
    def test_without_its_mechanism_a_condition_fails_and_the_act_is_no_signature(self, condition: Condition) -> None:
        without = msgspec.structs.replace(OWN, **MAPPING[condition][1])
        assert condition not in conditions(without)
        assert strength(without) is not Strength.SIGNATURE

    def test_hold_all_four_for_every_signature_and_a_binding_act_with_all_four_is_one(self) -> None:
        for done in EVERY:
            signed = done.kind in (ActKind.SIGN, ActKind.ACCEPT) and conditions(done) == frozenset(Condition)
            assert (strength(done) is Strength.SIGNATURE) == signed, done


class TestStrength:
    def test_of_anything_done_on_somebody_elses_phone_is_never_a_signature(self) -> None:
        assert {strength(done) for done in EVERY if not done.on_own_phone}.isdisjoint({Strength.SIGNATURE})

    def test_of_what_an_elder_says_is_witnessed_or_paper_whatever_else_is_known(self) -> None:
        said = {strength(done) for done in EVERY if done.kind in ELDERS_OWN and not done.doubtful}
        assert said == {Strength.WITNESSED, Strength.PAPER}

    def test_of_what_a_phone_reported_lost_caught_is_a_record_and_no_more(self) -> None:
        caught = {strength(done) for done in EVERY if done.kind in ELDERS_OWN and done.doubtful}
        assert caught == {Strength.RECORD, Strength.PAPER}

    def test_of_a_signature_takes_ones_own_wechat_with_its_phone_on_ones_own_phone_that_is_not_lost(self) -> None:
        signatures = [done for done in EVERY if strength(done) is Strength.SIGNATURE]
        assert {done.identity for done in signatures} == {Identity.WECHAT_PHONE}
        assert {done.kind for done in signatures} == {ActKind.SIGN, ActKind.ACCEPT}
        assert all(done.on_own_phone and not done.doubtful and done.means is not Means.PAPER for done in signatures)

    def test_of_paper_is_paper_by_whomever(self) -> None:
        assert {strength(done) for done in EVERY if done.means is Means.PAPER} == {Strength.PAPER}

    def test_is_said_in_words_and_only_a_signature_is_called_one(self) -> None:
        assert set(STRENGTH_WORDS) == set(Strength)
        assert "不是可靠的电子签名" in STRENGTH_WORDS[Strength.WITNESSED]
