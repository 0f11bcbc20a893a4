"""Birthdays and identity numbers of old people as they really are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.elders.errors import BirthdayNotPossible, IdNumberNotPossible
from backend.elders.rules import age_on, check_birthday, normal_id_number

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


class TestIdNumber:
    @pytest.mark.parametrize(
        "number",
        [
            "11010519491231002X",
            "440524188001010014",
            "34052419800101001X",
        ],
    )
    def test_stands_when_its_check_digit_is_right_whatever_became_of_its_area(self, number: str) -> None:
        assert normal_id_number(number) == number

    @pytest.mark.parametrize(
        "written",
        [" 11010519491231002x ", "11010519491231002X", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X"],
    )
    def test_has_one_form_however_it_was_typed(self, written: str) -> None:
        assert normal_id_number(written) == "11010519491231002X"

    def test_of_fifteen_digits_is_widened_with_its_check_digit(self) -> None:
        assert normal_id_number("110105491231002") == "11010519491231002X"

    @given(
        st.integers(110000, 659999),
        st.dates(date(1900, 1, 1), date(1999, 12, 31)),
        st.integers(0, 999),
    )
    def test_widened_equals_the_long_form(self, area: int, born_on: date, serial: int) -> None:
        short = f"{area}{born_on:%y%m%d}{serial:03d}"
        long = normal_id_number(short)
        assert len(long) == 18
        assert normal_id_number(long) == long
        assert long[6:14] == f"{born_on:%Y%m%d}"

    @given(st.data())
    def test_with_any_one_digit_changed_is_refused(self, data: st.DataObject) -> None:
        number = "11010519491231002X"
        at = data.draw(st.integers(0, 16))
        digit = data.draw(st.sampled_from(sorted(set("0123456789") - {number[at]})))
        with pytest.raises(IdNumberNotPossible):
            normal_id_number(number[:at] + digit + number[at + 1 :])

    @given(st.integers(0, 15))
    def test_with_two_neighbours_exchanged_is_refused(self, at: int) -> None:
        number = "11010519491231002X"
        if number[at] == number[at + 1]:
            return
        with pytest.raises(IdNumberNotPossible):
            normal_id_number(number[:at] + number[at + 1] + number[at] + number[at + 2 :])

    @pytest.mark.parametrize(
        "number",
        [
            "",
            "1101051949123100",
            "110105194912310021",
            "11010519491331002X",
            "110105490231002",
            "1101051949123100２Y",
            "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦X",
            "X1010519491231002X",
        ],
    )
    def test_of_a_wrong_shape_or_date_is_refused_by_its_field(self, number: str) -> None:
        with pytest.raises(IdNumberNotPossible) as refused:
            normal_id_number(number)
        assert refused.value.field == "id_number"
        assert number not in str(refused.value) or number == ""

    @given(st.text(max_size=30))
    def test_takes_any_text_without_breaking(self, given: str) -> None:
        try:
            number = normal_id_number(given)
        except IdNumberNotPossible:
            return
        assert number.isascii()
        assert len(number) == 18
