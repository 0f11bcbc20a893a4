"""When villages are screened, and what counts as done (R010-R012)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.screenings.errors import CampaignNotPossible
from backend.screenings.rules import Due, Season, check_campaign, is_focus, percent, seasonal

TODAY = date(2026, 3, 10)


class TestSeasonal:
    def test_is_march_and_september(self) -> None:
        spring = Due(Season.SPRING, "2026 年春季摸底排查", date(2026, 3, 1), date(2026, 3, 31))
        autumn = Due(Season.AUTUMN, "2026 年秋季摸底排查", date(2026, 9, 1), date(2026, 9, 30))
        assert [seasonal(TODAY), seasonal(date(2026, 9, 30))] == [spring, autumn]

    @given(st.dates(date(2020, 1, 1), date(2099, 12, 31)))
    def test_covers_its_day_or_is_none(self, day: date) -> None:
        due = seasonal(day)
        assert (due is not None) == (day.month in (3, 9))
        assert due is None or due.starts_on <= day <= due.ends_on


class TestCheck:
    @pytest.mark.parametrize(("starts", "ends"), [(0, 0), (-30, 0), (5, 100), (0, 184)])
    def test_takes_half_a_year_at_most(self, starts: int, ends: int) -> None:
        check_campaign(TODAY + timedelta(days=starts), TODAY + timedelta(days=ends), TODAY)

    @pytest.mark.parametrize(("starts", "ends"), [(1, 0), (-30, -1), (0, 185)])
    def test_refuses_what_cannot_be(self, starts: int, ends: int) -> None:
        with pytest.raises(CampaignNotPossible):
            check_campaign(TODAY + timedelta(days=starts), TODAY + timedelta(days=ends), TODAY)


class TestFocus:
    @given(st.booleans(), st.booleans(), st.booleans())
    def test_is_poverty_together_with_age_or_disability(self, poor: bool, old: bool, disabled: bool) -> None:
        assert is_focus(poor=poor, very_old=old, disabled=disabled) == (poor and (old or disabled))


class TestPercent:
    @given(st.integers(1, 10**6), st.data())
    def test_is_a_hundred_for_every_door_alone(self, households: int, data: st.DataObject) -> None:
        done = data.draw(st.integers(0, households))
        assert 0 <= percent(done, households) <= 100
        assert (percent(done, households) == 100) == (done == households)

    def test_of_no_list_is_nothing(self) -> None:
        assert percent(0, 0) == 0
