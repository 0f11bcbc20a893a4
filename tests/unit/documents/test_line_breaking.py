"""Chinese lines: what may stand at their beginning and end."""

from hypothesis import given
from hypothesis import strategies as st

from backend.documents.lines import break_lines

CLOSING, OPENING = "，。、；：？！）》」』】”", "（《「『【“"


def width(words: str) -> float:
    """Latin letters are half as wide as ideographs."""
    return sum(0.5 if c.isascii() else 1 for c in words)


class TestBreakLines:
    def test_no_line_begins_with_a_closing_mark(self) -> None:
        assert break_lines("看看吃饭、用药、冷暖。", 4, width) == ["看看吃", "饭、用", "药、冷", "暖。"]

    def test_no_line_ends_with_an_opening_mark(self) -> None:
        assert break_lines("先救人（拨打电话）", 4, width) == ["先救人", "（拨打电", "话）"]

    def test_numbers_and_latin_words_stay_whole(self) -> None:
        assert break_lines("电话13800001111找他", 6, width) == ["电话", "13800001111", "找他"]

    def test_a_word_wider_than_the_line_is_cut(self) -> None:
        assert break_lines("abcdefgh", 2, width) == ["abcd", "efgh"]

    def test_an_address_wider_than_the_line_is_cut_between_its_parts(self) -> None:
        address = "https://a.example/check?number=WT-411521-26"
        assert break_lines(address, 10, width) == ["https://a.example/", "check?number=", "WT-411521-26"]

    def test_the_first_line_leaves_room_for_the_indent(self) -> None:
        assert break_lines("一二三四五六七八", 5, width, indent=2) == ["一二三", "四五六七八"]

    def test_no_character_is_left_alone_on_the_last_line(self) -> None:
        assert break_lines("一二三四五", 4, width) == ["一二三", "四五"]

    def test_nothing_gives_no_lines(self) -> None:
        assert break_lines("   ", 4, width) == []

    @given(st.text("天地人家，。（）“”、ab1 2", max_size=60), st.integers(4, 12))
    def test_keeps_every_character_in_order_and_within_the_width(self, text: str, room: int) -> None:
        lines = break_lines(text, room, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(line and width(line) <= room for line in lines)

    @given(st.lists(st.sampled_from(["天，", "地。", "（人）", "“家”、", "乡", "亲"]), max_size=30), st.integers(5, 12))
    def test_holds_marks_to_their_words_in_any_ordinary_text(self, pieces: list[str], room: int) -> None:
        lines = break_lines("".join(pieces), room, width)
        assert not [line for line in lines if line[0] in CLOSING or line[-1] in OPENING]
