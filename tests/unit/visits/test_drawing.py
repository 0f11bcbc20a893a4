"""The draw repeats, gives each village its share, and nobody steers it; report and word are compared field by field."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.policies.rules import SpotCheckShare
from backend.visits.drawing import (
    Compared,
    Comparison,
    Drawable,
    Reported,
    SpotAnswers,
    SpotResult,
    Told,
    check_answers,
    check_month_over,
    compare,
    draw,
    hash_of,
    seed_of,
)
from backend.visits.errors import MonthNotOver, SpotAnswersMissing, SpotAnswersTooMany

SEED = seed_of(b"r" * 32, b"a" * 32)
A, D, U = Compared.AGREES, Compared.DIFFERS, Compared.UNKNOWN
DAY = date(2026, 2, 14)


def reports(*villages: int) -> list[Drawable]:
    """So many of each village."""
    return [
        Drawable(UUID(int=village), UUID(int=1000 * village + number))
        for village, many in enumerate(villages)
        for number in range(many)
    ]


class TestDraw:
    @given(st.permutations(reports(7, 30, 1)))
    def test_is_the_same_in_whatever_order_the_reports_come(self, shuffled: list[Drawable]) -> None:
        share = SpotCheckShare(percent=20)
        assert draw(SEED, shuffled + shuffled[:3], share) == draw(SEED, reports(7, 30, 1), share)
        assert hash_of(shuffled) == hash_of(reports(7, 30, 1))

    @pytest.mark.parametrize(
        ("percent", "at_least", "drawn"),
        [(5, 1, (1, 5, 1)), (1, 3, (3, 3, 1)), (100, 0, (7, 100, 1)), (1, 0, (1, 1, 1))],
    )
    def test_gives_each_village_its_share(self, percent: int, at_least: int, drawn: tuple[int, ...]) -> None:
        found = draw(SEED, reports(7, 100, 1), SpotCheckShare(percent=percent, at_least=at_least))
        assert tuple(sum(each.village_id.int == village for each in found) for village in range(3)) == drawn

    def test_is_another_one_with_another_seed(self) -> None:
        share, all_of_them = SpotCheckShare(percent=10), reports(200)
        assert draw(SEED, all_of_them, share) != draw(seed_of(b"s" * 32, b"a" * 32), all_of_them, share)
        assert draw(SEED, all_of_them, share) != draw(seed_of(b"r" * 32, b"b" * 32), all_of_them, share)

    def test_another_report_changes_the_hash_of_the_list(self) -> None:
        assert hash_of(reports(3)) != hash_of(reports(4))

    def test_every_report_is_drawn_as_often_as_another(self) -> None:
        share, drawn = SpotCheckShare(percent=10), [0] * 20
        for number in range(400):
            for each in draw(seed_of(number.to_bytes(4), b""), reports(20), share):
                drawn[each.report_id.int] += 1
        assert sum(drawn) == 800
        assert 15 <= min(drawn) <= max(drawn) <= 75


@pytest.mark.parametrize(
    ("answers", "minutes", "found"),
    [
        (SpotAnswers(SpotResult.MET, Told.YES, DAY, 30), 30, Comparison(A, A, A)),
        (SpotAnswers(SpotResult.MET, Told.YES, date(2026, 2, 13), 14), 30, Comparison(A, D, D)),
        (SpotAnswers(SpotResult.MET, Told.YES, DAY, 61), 30, Comparison(A, A, D)),
        (SpotAnswers(SpotResult.MET, Told.YES, DAY, 15), 30, Comparison(A, A, A)),
        (SpotAnswers(SpotResult.MET, Told.YES, None, 20), None, Comparison(A, U, U)),
        (SpotAnswers(SpotResult.MET, Told.NO), 30, Comparison(D, U, U)),
        (SpotAnswers(SpotResult.MET, Told.UNSURE), 30, Comparison(U, U, U)),
        (SpotAnswers(SpotResult.UNREACHABLE), 30, Comparison(U, U, U)),
    ],
)
def test_word_and_report_are_compared(answers: SpotAnswers, minutes: int | None, found: Comparison) -> None:
    check_answers(answers)
    assert compare(answers, Reported(DAY, minutes)) == found


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        (SpotAnswers(SpotResult.MET), SpotAnswersMissing),
        (SpotAnswers(SpotResult.UNREACHABLE, Told.YES), SpotAnswersTooMany),
        (SpotAnswers(SpotResult.UNREACHABLE, opinion="很好"), SpotAnswersTooMany),
        (SpotAnswers(SpotResult.MET, Told.NO, DAY), SpotAnswersTooMany),
        (SpotAnswers(SpotResult.MET, Told.NO, None, 5), SpotAnswersTooMany),
    ],
)
def test_nothing_is_told_that_cannot_be_known(answers: SpotAnswers, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_answers(answers)


def test_only_a_month_that_is_over_is_drawn_from() -> None:
    today = date(2026, 3, 10)
    assert check_month_over(date(2026, 2, 20), today) == date(2026, 2, 1)
    for month in (today, date(2026, 4, 1), date(2019, 12, 1)):
        with pytest.raises(MonthNotOver):
            check_month_over(month, today)
