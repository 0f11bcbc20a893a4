"""A visitor's days: never late, walkable, the same every time."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.visits.planning import Stop, hamlet, plan

FIRST = date(2026, 3, 1)
LAST = date(2026, 3, 31)
STOPS = st.lists(
    st.builds(
        lambda at, place, due, days: Stop(UUID(int=at), place, str(at), FIRST + timedelta(days=due), days),
        st.integers(0, 1000),
        st.sampled_from(["上寨", "下寨", "河边组"]),
        st.integers(-40, 40),
        st.integers(1, 31),
    ),
    max_size=25,
    unique_by=lambda stop: stop.elder_id,
)


@given(stops=STOPS)
def test_nobody_is_visited_late_and_the_order_of_the_list_is_nothing(stops: list[Stop]) -> None:
    planned = plan(stops, first=FIRST, last=LAST)
    assert plan(stops[::-1], first=FIRST, last=LAST) == planned
    for stop in stops:
        days = [visit.day for visit in planned if visit.elder_id == stop.elder_id]
        assert (days[0] <= max(stop.due_on, FIRST)) if days else stop.due_on > LAST
        assert all((later - day).days <= stop.days for day, later in pairwise(days))
        assert not days or (LAST - days[-1]).days < stop.days
        assert all(FIRST <= day <= LAST for day in days)


def test_doors_of_one_hamlet_are_one_walk_and_days_share_the_load() -> None:
    stops = [Stop(UUID(int=at), ("上寨", "下寨")[at % 2], str(at), FIRST + timedelta(days=6), 30) for at in range(6)]
    planned = plan(stops, first=FIRST, last=FIRST + timedelta(days=6))
    assert Counter((visit.day, visit.hamlet) for visit in planned) == {
        (FIRST, "上寨"): 3,
        (FIRST + timedelta(days=1), "下寨"): 3,
    }


def test_what_is_overdue_comes_on_the_first_day() -> None:
    overdue = Stop(UUID(int=1), "上寨", "1", FIRST - timedelta(days=9), 7)
    days = [visit.day for visit in plan([overdue], first=FIRST, last=LAST)]
    assert days == [FIRST + timedelta(days=7 * week) for week in range(5)]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("松树坪村上寨 8 号", "上寨"),
        ("三组 12 号", "三组"),
        ("村东头第三家", "村东头"),
        ("上寨十二号", "上寨"),
        ("8 号", "松树坪村"),
        ("松树坪村", "松树坪村"),
    ],
)
def test_a_hamlet_is_what_stands_before_the_door(address: str, place: str) -> None:
    assert hamlet(address, "松树坪村") == place
