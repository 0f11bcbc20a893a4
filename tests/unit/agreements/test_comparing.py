"""What the desk is told is odd, and what is only not known."""

from datetime import date
from typing import Any

import pytest

from backend.agreements.comparing import (
    MANY_IN_CARE,
    Beside,
    Carer,
    Oddity,
    OddKind,
    Severity,
    compare,
    may_be_kin,
)
from backend.profiles.rules import DecisionCapacity

CONSENTED = date(2026, 4, 1)


def carer(**changes: Any) -> Carer:
    given: dict[str, Any] = {"name": "李春花", "near": True, "load": 0, "statement": "身体好，照顾得来", **changes}
    return Carer(**given)


def beside(**changes: Any) -> Beside:
    """An agreement nothing is odd about."""
    given: dict[str, Any] = {
        "gone": False,
        "capacity": DecisionCapacity.CAPABLE,
        "capacity_then": DecisionCapacity.CAPABLE,
        "has_agent": False,
        "tier_since": CONSENTED,
        "consented_on": CONSENTED,
        "witness": "杨树根",
        "party_names": ("王桂兰", "王建国", "李春花"),
        "carers": (carer(),),
        "not_told": (),
        **changes,
    }
    return Beside(**given)


def kinds(**changes: Any) -> list[OddKind]:
    return [finding.kind for finding in compare(beside(**changes))]


def test_finds_nothing_where_nothing_is_odd() -> None:
    assert compare(beside()) == []


@pytest.mark.parametrize("capacity", [DecisionCapacity.LIMITED, DecisionCapacity.NONE])
def test_says_that_a_legal_agent_is_needed_as_the_filing_would(capacity: DecisionCapacity) -> None:
    found = compare(beside(capacity=capacity, capacity_then=capacity))
    assert found == [Oddity(OddKind.AGENT_NEEDED, Severity.STOPS)]
    assert kinds(capacity=capacity, capacity_then=capacity, has_agent=True) == []


def test_sees_what_has_changed_since_the_elder_consented() -> None:
    assert kinds(capacity_then=DecisionCapacity.UNKNOWN) == [OddKind.CAPACITY_CHANGED]
    assert kinds(tier_since=date(2026, 4, 2)) == [OddKind.TIER_CHANGED]
    assert kinds(tier_since=None) == []


def test_counts_a_caregivers_other_elders() -> None:
    assert kinds(carers=(carer(load=MANY_IN_CARE - 1),)) == []
    found = compare(beside(carers=(carer(load=MANY_IN_CARE),)))
    assert found == [Oddity(OddKind.CAREGIVER_LOADED, Severity.LOOK, "李春花", MANY_IN_CARE)]


def test_tells_far_from_not_known() -> None:
    assert kinds(carers=(carer(near=False),)) == [OddKind.CAREGIVER_FAR]
    found = compare(beside(carers=(carer(near=None),)))
    assert found == [Oddity(OddKind.CAREGIVER_PLACE_UNKNOWN, Severity.HINT, "李春花")]


def test_wants_the_caregivers_own_word_on_being_able() -> None:
    assert kinds(carers=(carer(statement=None),)) == [OddKind.CAREGIVER_ABILITY_UNSAID]


def test_names_each_child_who_has_not_been_told() -> None:
    found = compare(beside(not_told=("王秀英", "王建军")))
    assert [finding.about for finding in found] == ["王秀英", "王建军"]


def test_puts_the_gravest_first() -> None:
    found = compare(beside(gone=True, witness="王大山", not_told=("王秀英",)))
    assert [finding.severity for finding in found] == [Severity.STOPS, Severity.LOOK, Severity.HINT]


@pytest.mark.parametrize(("witness", "kin"), [("王大山", True), (" 王 大山", True), ("杨树根", False), ("", False)])
def test_takes_a_common_surname_for_a_hint_of_kinship(witness: str, kin: bool) -> None:
    assert may_be_kin(witness, ("王桂兰", "李春花")) is kin
