"""The text of one cell."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.spreadsheets.cells import clean, fold_title, guard, text_of


class TestTextOf:
    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (13812345678.0, "13812345678"),
            (533221200206.0, "533221200206"),
            (1949.12, "1949.12"),
            (True, "是"),
            (False, "否"),
            (date(1949, 12, 31), "1949-12-31"),
            (datetime.fromisoformat("1949-12-31"), "1949-12-31"),
            (datetime.fromisoformat("1949-12-31T08:05"), "1949-12-31 08:05:00"),
            (time(8, 5), "08:05:00"),
            (4.40524188001010014e17, "4.40524188001010E+17"),
            (999999999999999.0, "999999999999999"),
            (1e15, "1.00000000000000E+15"),
            (float("inf"), "INF"),
        ],
    )
    def test_is_what_a_person_reads(self, value: object, text: str) -> None:
        assert text_of(value) == text

    @pytest.mark.parametrize(
        ("given", "text"),
        [
            ("  李 大山\u3000", "李 大山"),
            ("云南省\n昆明市\r\n五华区", "云南省 昆明市 五华区"),
            ("１３８Ｘｘ", "138Xx"),
            ("\u200b李\ufeff大山\x00", "李大山"),
            ("（二组）", "（二组）"),
            ('="11010519491231002X"', "11010519491231002X"),
            ("'11010519491231002x", "11010519491231002x"),
            ("'", "'"),
            ("O'Brien", "O'Brien"),
            ("李\U00020bb7\U000313f0", "李\U00020bb7\U000313f0"),
        ],
    )
    def test_is_one_clean_line(self, given: str, text: str) -> None:
        assert text_of(given) == text


class TestGuard:
    @pytest.mark.parametrize("begins", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "'=", "''@"])
    def test_keeps_a_text_from_being_taken_for_a_formula(self, begins: str) -> None:
        guarded = guard(begins + "HYPERLINK(1)")
        assert guarded.startswith("'")
        assert guarded[1:] == begins + "HYPERLINK(1)"

    @pytest.mark.parametrize("text", ["李大山", "a=b", "'quoted'", ""])
    def test_leaves_other_texts_alone(self, text: str) -> None:
        assert guard(text) == text

    @given(st.text(alphabet="='+-@＝ab山", min_size=1, max_size=12))
    def test_is_taken_off_again_when_read(self, text: str) -> None:
        once = clean(guard(text))
        assert once == text


class TestFoldTitle:
    @pytest.mark.parametrize(
        ("title", "folded"),
        [
            ("姓 名", "姓名"),
            ("身份证号\n（18位）*", "身份证号"),
            ("联系电话：", "联系电话"),
            ("赡养人情况姓名", "赡养人姓名"),
            ("赡养人（二）姓名", "赡养人二姓名"),
            ("乡（镇）", "乡"),
            ("ＩＤ", "id"),
        ],
    )
    def test_drops_what_does_not_matter(self, title: str, folded: str) -> None:
        assert fold_title(title) == folded
