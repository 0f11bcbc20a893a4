"""Figures add up, and belong to a month."""

from datetime import date
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.statistics.errors import MonthNotPossible
from backend.statistics.rules import Figures, Place, add_up, day_counted, rate

counts = st.integers(0, 1000)
figures = st.builds(Figures, counts, counts, counts, counts, counts, counts, counts)


@st.composite
def trees(draw: st.DrawFn) -> list[Place]:
    """A tree of up to twelve places, in any order; one of them is the top."""
    size = draw(st.integers(1, 12))
    ids = [UUID(int=number + 1) for number in range(size)]
    parents = [None] + [ids[draw(st.integers(0, number - 1))] for number in range(1, size)]
    places = [Place(own, f"{own.int:012}", "村", "village", parent) for own, parent in zip(ids, parents, strict=True)]
    return draw(st.permutations(places))


class TestAddUp:
    @given(trees(), st.data())
    def test_every_level_is_its_own_and_those_right_under_it(self, places: list[Place], data: st.DataObject) -> None:
        counted = {place.id: data.draw(figures) for place in places if data.draw(st.booleans())}
        totals = add_up(places, counted, Figures())
        assert set(totals) == {place.id for place in places}
        for place in places:
            under = (totals[child.id] for child in places if child.parent_id == place.id)
            assert totals[place.id] == sum(under, counted.get(place.id, Figures()))

    @given(trees(), st.data())
    def test_the_top_is_all_there_is(self, places: list[Place], data: st.DataObject) -> None:
        counted = {place.id: data.draw(figures) for place in places}
        [top] = [place for place in places if place.parent_id is None]
        assert add_up(places, counted, Figures())[top.id] == sum(counted.values(), Figures())

    def test_every_count_is_added(self) -> None:
        one = Figures(1, 2, 3, 4, 5, 6, 7)
        assert msgspec.structs.astuple(one + one) == (2, 4, 6, 8, 10, 12, 14)


class TestRate:
    def test_of_nothing_is_none(self) -> None:
        assert rate(0, 0) is None

    def test_is_a_share(self) -> None:
        assert (rate(0, 3), rate(1, 3), rate(3, 3)) == (0.0, 0.3333, 1.0)


class TestDayCounted:
    TODAY = date(2026, 3, 10)

    def test_is_today_while_the_month_runs(self) -> None:
        assert day_counted(date(2026, 3, 1), self.TODAY) == self.TODAY

    def test_is_the_last_of_a_month_over(self) -> None:
        assert day_counted(date(2026, 2, 11), self.TODAY) == date(2026, 2, 28)
        assert day_counted(date(2024, 2, 1), self.TODAY) == date(2024, 2, 29)
        assert day_counted(date(2025, 12, 31), self.TODAY) == date(2025, 12, 31)

    @pytest.mark.parametrize("month", [date(2026, 4, 1), date(2019, 12, 1)])
    def test_is_none_of_a_month_not_begun_or_never_counted(self, month: date) -> None:
        with pytest.raises(MonthNotPossible):
            day_counted(month, self.TODAY)
