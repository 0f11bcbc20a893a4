"""What a list tells of a supporter who is on the file already."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from backend.elders.imports.entries import SupporterEntry, news

LEFT = date(2024, 2, 20)
THERE = SupporterEntry(
    name="李强", phone="13812345678", whereabouts="广东深圳", away_since=LEFT, for_work=True, able=True
)
days = st.none() | st.sampled_from([date(2023, 1, 1), LEFT, date(2025, 6, 1)])
answers = st.none() | st.booleans()
told = st.builds(
    SupporterEntry,
    name=st.just("李强"),
    phone=st.just("13812345678"),
    whereabouts=st.none() | st.sampled_from(["广东深圳", "昆明"]),
    away_since=days,
    for_work=answers,
    able=answers,
)


class TestNews:
    @given(told, told)
    def test_told_twice_are_none(self, tells: SupporterEntry, there: SupporterEntry) -> None:
        assert news(tells, news(tells, there) or there) is None

    @given(told, told)
    def test_never_take_anything_away(self, tells: SupporterEntry, there: SupporterEntry) -> None:
        found = news(tells, there) or there
        for name in ("whereabouts", "away_since", "able"):
            assert getattr(found, name) is not None or getattr(there, name) is None
        assert found.away_since is None or there.away_since is None or found.away_since >= there.away_since

    @given(told, told)
    def test_hold_only_what_somebody_told(self, tells: SupporterEntry, there: SupporterEntry) -> None:
        found = news(tells, there) or there
        for name in ("whereabouts", "away_since", "for_work", "able"):
            assert getattr(found, name) in (getattr(tells, name), getattr(there, name))

    def test_of_a_later_day_bring_place_and_work(self) -> None:
        later = SupporterEntry(name="李强", whereabouts="昆明", away_since=date(2025, 6, 1), for_work=False, able=False)
        found = news(later, THERE)
        assert found is not None
        assert (found.whereabouts, found.for_work, found.able) == ("昆明", False, True)

    def test_of_an_earlier_day_are_none(self) -> None:
        earlier = SupporterEntry(
            name="李强", whereabouts="昆明", away_since=date(2023, 1, 1), for_work=False, able=False
        )
        assert news(earlier, THERE) is None
