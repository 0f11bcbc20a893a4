"""Identity numbers as old people really carry them (GB 11643): shape, date and check digit, and nothing else."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import ric

from backend.elders.errors import IdNumberNotPossible
from backend.elders.rules import normal_id_number

AREAS = st.sampled_from(["533221", "533224", "530702", "419001", "441900", "440524", "340524", "110105", "513023"])
BIRTHS = st.dates(date(1900, 1, 1), date(1999, 12, 31))
SERIALS = st.integers(0, 999)

# Right numbers that a check of area code against year of birth refuses, or falls over: given out long after birth,
# under codes that were younger than the elder, or since retired and merged.
RIGHT_BUT_REFUSED_ELSEWHERE = [
    "440524188001010014",
    "34052419800101001X",
    "419001195006150047",
    "441900194202280056",
    "530702194503120024",
    "530722193811300036",
]
RIGHT_OF_RETIRED_AREAS = ["533221194503120029", "533224193811300034"]


def check_digit(first_17: str) -> str:
    """GB 11643 once more, by its own formula: the weighted sum over all 18 places is 1 modulo 11."""
    total = sum(int(digit) * pow(2, 17 - at, 11) for at, digit in enumerate(first_17))
    return "0123456789X"[(1 - total) % 11]


@st.composite
def right_numbers(draw: st.DrawFn) -> str:
    first_17 = f"{draw(AREAS)}{draw(BIRTHS):%Y%m%d}{draw(SERIALS):03d}"
    return first_17 + check_digit(first_17)


@st.composite
def old_numbers(draw: st.DrawFn) -> tuple[str, date]:
    born_on = draw(BIRTHS)
    return f"{draw(AREAS)}{born_on:%y%m%d}{draw(SERIALS):03d}", born_on


def stdnum_accepts(number: str) -> bool:
    with suppress(KeyError):
        return bool(ric.is_valid(number))
    return False


def is_refused(number: str) -> bool:
    try:
        normal_id_number(number)
    except IdNumberNotPossible:
        return True
    return False


class TestRightNumbers:
    @pytest.mark.parametrize("number", RIGHT_BUT_REFUSED_ELSEWHERE)
    def test_stand_whatever_became_of_their_area(self, number: str) -> None:
        assert not stdnum_accepts(number)
        assert normal_id_number(number) == number

    @pytest.mark.parametrize("number", RIGHT_OF_RETIRED_AREAS)
    def test_keep_the_area_they_were_given_under(self, number: str) -> None:
        assert normal_id_number(number) == number

    @given(right_numbers())
    def test_stand_as_they_are(self, number: str) -> None:
        assert normal_id_number(number) == number

    @pytest.mark.parametrize(
        "written",
        [
            " 11010519491231002x ",
            "11010519491231002X",
            "１１０１０５１９４９１２３１００２Ｘ",
            "１１０１０５１９４９１２３１００２ｘ",
            "110105 19491231 002X",
            "110105\u300019491231\u00a0002X\n",
        ],
    )
    def test_have_one_form_however_they_were_typed(self, written: str) -> None:
        assert normal_id_number(written) == "11010519491231002X"

    @given(right_numbers(), st.lists(st.tuples(st.integers(0, 18), st.sampled_from(" \t\u3000\n")), max_size=4))
    def test_have_one_form_however_they_were_spaced(self, number: str, spaces: list[tuple[int, str]]) -> None:
        written = number.lower()
        for at, space in spaces:
            written = written[:at] + space + written[at:]
        assert normal_id_number(written) == number


class TestOldNumbers:
    def test_are_widened_with_their_check_digit(self) -> None:
        assert normal_id_number("110105491231002") == "11010519491231002X"

    @given(old_numbers())
    def test_are_widened_to_the_number_of_the_same_person(self, old: tuple[str, date]) -> None:
        number, born_on = old
        first_17 = f"{number[:6]}{born_on:%Y%m%d}{number[12:]}"
        widened = normal_id_number(number)
        assert widened == first_17 + check_digit(first_17)
        assert normal_id_number(widened) == widened

    @pytest.mark.parametrize("number", ["110105490231002", "110105491301002", "110105490010002", "11010549123100X"])
    def test_of_no_possible_day_or_shape_are_refused(self, number: str) -> None:
        assert is_refused(number)


class TestWrongNumbers:
    @given(right_numbers(), st.integers(0, 17), st.sampled_from("0123456789X"))
    def test_with_any_one_character_changed_are_refused(self, number: str, at: int, character: str) -> None:
        assume(number[at] != character)
        assert is_refused(number[:at] + character + number[at + 1 :])

    @given(right_numbers(), st.integers(0, 16))
    def test_with_two_neighbours_exchanged_are_refused(self, number: str, at: int) -> None:
        assume(number[at] != number[at + 1])
        assert is_refused(number[:at] + number[at + 1] + number[at] + number[at + 2 :])

    @given(right_numbers(), st.integers(0, 17))
    def test_with_one_character_lost_are_refused(self, number: str, at: int) -> None:
        assert is_refused(number[:at] + number[at + 1 :])

    @given(right_numbers(), st.integers(0, 18), st.sampled_from("0123456789X"))
    def test_with_one_character_too_many_are_refused(self, number: str, at: int, character: str) -> None:
        assert is_refused(number[:at] + character + number[at:])

    @given(AREAS, st.sampled_from(["19490231", "19001301", "19000000", "19500431", "19000229"]), SERIALS)
    def test_of_no_possible_day_are_refused_though_the_check_digit_is_right(
        self, area: str, day: str, serial: int
    ) -> None:
        first_17 = f"{area}{day}{serial:03d}"
        assert is_refused(first_17 + check_digit(first_17))

    def test_of_the_twenty_ninth_of_february_stand_in_a_leap_year(self) -> None:
        first_17 = "53322119480229002"
        assert not is_refused(first_17 + check_digit(first_17))

    @pytest.mark.parametrize(
        "number",
        [
            "",
            "1101051949123100",
            "110105194912310021",
            "11010519491331002X",
            "1101051949123100２Y",
            "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦X",
            "X1010519491231002X",
            "11010519491231002X11010519491231002X",
        ],
    )
    def test_are_refused_by_their_field_and_never_repeated(self, number: str) -> None:
        with pytest.raises(IdNumberNotPossible) as refused:
            normal_id_number(number)
        assert refused.value.field == "id_number"
        assert number not in str(refused.value) or number == ""

    @given(st.text(max_size=30) | st.text("0123456789Xx ０１２３", max_size=20))
    def test_any_text_is_a_right_number_or_refused(self, given_text: str) -> None:
        if not is_refused(given_text):
            number = normal_id_number(given_text)
            assert len(number) == 18
            assert number[17] == check_digit(number[:17])
