"""Ages and birthdays of old people as they really are."""

from datetime import date

import pytest

from backend.elders.errors import BirthdayNotPossible
from backend.elders.rules import age_on, check_birthday

TODAY = date(2026, 3, 10)


class TestAge:
    @pytest.mark.parametrize(
        ("born_on", "age"),
        [
            (date(1966, 3, 10), 60),
            (date(1966, 3, 11), 59),
            (date(1900, 3, 10), 126),
            (date(1900, 3, 11), 125),
        ],
    )
    def test_is_full_years(self, born_on: date, age: int) -> None:
        assert age_on(TODAY, born_on) == age

    def test_of_one_born_on_leap_day_grows_on_the_first_of_march(self) -> None:
        assert age_on(date(2027, 2, 28), date(1948, 2, 29)) == 78
        assert age_on(date(2027, 3, 1), date(1948, 2, 29)) == 79

    @pytest.mark.parametrize("born_on", [date(1966, 3, 10), date(1900, 3, 11)])
    def test_from_sixty_to_a_hundred_and_twenty_five_is_an_elder_s(self, born_on: date) -> None:
        assert check_birthday(born_on, TODAY) == born_on

    @pytest.mark.parametrize("born_on", [date(1966, 3, 11), date(1900, 3, 10), date(2030, 1, 1)])
    def test_outside_is_refused_by_its_field(self, born_on: date) -> None:
        with pytest.raises(BirthdayNotPossible) as refused:
            check_birthday(born_on, TODAY)
        assert refused.value.field == "born_on"
