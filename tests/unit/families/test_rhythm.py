"""How often a child is in touch, and when that is over."""

from datetime import date, timedelta

import pytest

from backend.families.errors import ContactMeasured, ContactNotPossible, RhythmTooSlow
from backend.families.rules import (
    LATEST_WORD,
    ContactKind,
    check_declared,
    check_rhythm,
    contact_is_due,
    rhythm_days,
)
from backend.policies.rules import ContactRhythm

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(("days", "due"), [(0, False), (6, False), (7, True), (40, True)])
def test_a_contact_is_due_when_the_rhythm_is_over(days: int, due: bool) -> None:
    assert contact_is_due(TODAY - timedelta(days=days), 7, TODAY) is due


def test_a_supporter_may_choose_up_to_the_longest() -> None:
    policy = ContactRhythm(usual_days=7, longest_days=14)
    assert [rhythm_days(chosen, policy) for chosen in (None, 1, 14, 20)] == [7, 1, 14, 14]
    for days in (None, 1, 14):
        check_rhythm(days, policy)
    for days in (0, 15):
        with pytest.raises(RhythmTooSlow):
            check_rhythm(days, policy)


def test_what_is_declared_is_of_today_or_remembered() -> None:
    for day in (TODAY, TODAY - LATEST_WORD):
        check_declared(ContactKind.PHONE, day, TODAY)
    for day in (TODAY + timedelta(days=1), TODAY - LATEST_WORD - timedelta(days=1)):
        with pytest.raises(ContactNotPossible):
            check_declared(ContactKind.PHONE, day, TODAY)
    with pytest.raises(ContactMeasured):
        check_declared(ContactKind.FAMILY_CALL, TODAY, TODAY)
