"""What is asked about, and what is not."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import pytest

from backend.policies.rules import VisitQuality
from backend.visits.rules import VisitMode
from backend.visits.signals import Question, Seen, Signal, normal_words, questions

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
POLICY = VisitQuality(entries=3, entry_minutes=10, same_words=2, travel_minutes=20, least_minutes=10)
VISITOR, OTHER = UUID(int=1), UUID(int=2)
HERE, THERE = UUID(int=8), UUID(int=9)


def seen(number: int, **changes: object) -> Seen:
    """A report of a day of its own, entered in the evening."""
    at = AT + timedelta(days=number)
    told: dict[str, object] = {
        "id": UUID(int=100 + number),
        "elder_id": UUID(int=200 + number),
        "village_id": HERE,
        "visitor_id": VISITOR,
        "mode": VisitMode.HOME,
        "visited_at": at,
        "received_at": at + timedelta(hours=10),
        "minutes": 30,
        "words": None,
    }
    return msgspec.convert({**told, **changes}, Seen)


def asked(*reports: Seen) -> list[tuple[Signal, list[int]]]:
    return [(each.kind, [one.int - 100 for one in each.report_ids]) for each in questions(reports, POLICY)]


def test_an_ordinary_month_raises_nothing() -> None:
    assert asked(*(seen(number) for number in range(20))) == []


@pytest.mark.parametrize(("minutes", "found"), [(5, [(Signal.BULK, [0, 1, 2])]), (5.01, [])])
def test_many_entries_in_minutes(minutes: float, found: list[object]) -> None:
    run = [seen(number, received_at=AT + timedelta(minutes=minutes) * number) for number in range(3)]
    assert asked(*reversed(run)) == found


def test_two_runs_are_two_questions_and_of_two_visitors_none() -> None:
    run = [seen(number, received_at=AT + timedelta(hours=number // 3, minutes=number)) for number in range(6)]
    assert asked(*run) == [(Signal.BULK, [0, 1, 2]), (Signal.BULK, [3, 4, 5])]
    mixed = [seen(number, received_at=AT, visitor_id=(VISITOR, OTHER)[number % 2]) for number in range(4)]
    assert asked(*mixed) == []


def test_the_same_words_with_several_elders() -> None:
    assert asked(seen(1, words=b"a"), seen(2, words=b"a"), seen(3, words=b"b")) == [(Signal.SAME_WORDS, [1, 2])]
    same = UUID(int=200)
    assert asked(seen(1, words=b"a", elder_id=same), seen(2, words=b"a", elder_id=same)) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, [(Signal.TRAVEL, [1, 2])]),
        ({"village_id": HERE}, []),
        ({"mode": VisitMode.PHONE}, []),
        ({"visited_at": AT + timedelta(days=1, minutes=20)}, []),
    ],
)
def test_two_homes_far_apart_too_soon(changes: dict[str, object], found: list[object]) -> None:
    near = {"village_id": THERE, "visited_at": AT + timedelta(days=1, minutes=19), **changes}
    assert asked(seen(1), seen(2, **near)) == found


def test_home_visits_of_a_few_minutes_are_one_question() -> None:
    phone = {"minutes": 2, "mode": VisitMode.PHONE}
    assert asked(
        seen(1, minutes=9), seen(2, minutes=10), seen(3, minutes=1), seen(4, **phone), seen(5, minutes=None)
    ) == [(Signal.SHORT, [1, 3])]


def test_a_question_that_grows_is_the_same_one() -> None:
    short = Question(Signal.BULK, VISITOR, (UUID(int=1), UUID(int=2)))
    assert short.occasion == short._replace(report_ids=(UUID(int=1), UUID(int=3))).occasion
    assert short.occasion != short._replace(kind=Signal.SHORT).occasion


def test_words_are_compared_without_spaces_and_signs() -> None:
    assert (
        normal_words(" 老人说：一切都好！！ 放心 ", 8) == normal_words("老人说一切都好,放心", 8) == "老人说一切都好放心"
    )
    assert normal_words("都好", 8) is None
