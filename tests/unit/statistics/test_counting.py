"""A month as it is judged: who was owed a visit, what counts as one, and what a quarter makes of its months."""

from datetime import date

import pytest

from backend.policies.rules import VisitCounting
from backend.statistics.counting import Life, Month, Standing, judge, judge_quarter, quarter_of, read_life

DEFAULT = VisitCounting()
S = Standing


@pytest.mark.parametrize(
    ("life", "policy", "standing"),
    [
        (Life(0, 0), DEFAULT, S.MISSED),
        (Life(0, 0, home=1), DEFAULT, S.VISITED),
        (Life(1, 0), DEFAULT, S.CAME_LATE),
        (Life(1, 0, phone=1), DEFAULT, S.VISITED),
        (Life(10, 0), VisitCounting(came_by=10), S.MISSED),
        (Life(11, 0), VisitCounting(came_by=10), S.CAME_LATE),
        (Life(0, 31, home=1), DEFAULT, S.LEFT_EARLY),
        (Life(0, 19), VisitCounting(left_from=20), S.LEFT_EARLY),
        (Life(0, 20), VisitCounting(left_from=20), S.MISSED),
        (Life(0, 20, home=1), VisitCounting(left_from=20), S.VISITED),
        (Life(0, 0, hospital=15), DEFAULT, S.MISSED),
        (Life(0, 0, hospital=16), DEFAULT, S.HOSPITAL),
        (Life(0, 0, hospital=16, home=1), DEFAULT, S.VISITED),
        (Life(0, 0, away=10, with_child=5), DEFAULT, S.MISSED),
        (Life(0, 0, away=10, with_child=6), DEFAULT, S.AWAY),
        (Life(0, 0, away=8, with_child=8), DEFAULT, S.WITH_CHILD),
        (Life(0, 0, phone=1), VisitCounting(phone=False), S.MISSED),
        (Life(0, 0, video=1), VisitCounting(phone=False), S.VISITED),
        (Life(0, 0, group=1), VisitCounting(group=False), S.MISSED),
        (Life(0, 0, phone=1, key=1), DEFAULT, S.FROM_AFAR),
        (Life(0, 0, phone=1, group=1, key=1), DEFAULT, S.VISITED),
        (Life(0, 0, phone=1, key=1), VisitCounting(key_people_in_person=True), S.FROM_AFAR_ONLY),
        (Life(0, 0, video=1, home=1, key=1), VisitCounting(key_people_in_person=True), S.VISITED),
    ],
)
def test_a_month_stands_by_the_policy(life: Life, policy: VisitCounting, standing: Standing) -> None:
    assert judge(life, policy) is standing


@pytest.mark.parametrize(
    ("months", "standing"),
    [
        ([S.VISITED, S.MISSED, S.VISITED], S.MISSED),
        ([S.VISITED, S.HOSPITAL], S.VISITED),
        ([S.VISITED, S.FROM_AFAR, S.VISITED], S.FROM_AFAR),
        ([S.VISITED, S.FROM_AFAR_ONLY], S.FROM_AFAR_ONLY),
        ([S.CAME_LATE, S.AWAY, S.LEFT_EARLY], S.LEFT_EARLY),
    ],
)
def test_a_quarter_is_whole_only_when_each_owed_month_is(months: list[Standing], standing: Standing) -> None:
    assert judge_quarter(months) is standing


def test_a_quarter_goes_as_far_as_the_day() -> None:
    january, february = date(2026, 1, 1), date(2026, 2, 1)
    assert quarter_of(date(2026, 2, 10)) == (
        Month(january, date(2026, 1, 31)),
        Month(february, date(2026, 2, 10)),
    )
    assert quarter_of(date(2026, 12, 31))[0].first == date(2026, 10, 1)
    assert quarter_of(january) == (Month(january, january),)


def test_numbers_are_read_in_the_order_of_the_fields() -> None:
    assert read_life("1,2,3,4,5,1,0,1,0,1") == Life(1, 2, 3, 4, 5, 1, 0, 1, 0, 1)
