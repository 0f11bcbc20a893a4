"""Cursors: what went in comes out, anything else is refused."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.pages import (
    CursorNotReadable,
    decode_cursor,
    decode_row_cursor,
    decode_time_cursor,
    encode_cursor,
    encode_time_cursor,
)

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")))
"""What may stand in a sort key: no form lets control characters in."""


class TestCursor:
    @given(st.lists(WORDS, min_size=1, max_size=4))
    def test_gives_back_what_it_was_made_of(self, parts: list[str]) -> None:
        assert decode_cursor(encode_cursor(*parts), len(parts)) == tuple(parts)

    @given(st.lists(WORDS, min_size=1, max_size=4))
    def test_can_stand_in_a_url_as_it_is(self, parts: list[str]) -> None:
        assert set(encode_cursor(*parts)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

    @given(WORDS, st.uuids())
    def test_of_a_row_gives_back_its_text_and_id(self, text: str, row_id: UUID) -> None:
        assert decode_row_cursor(encode_cursor(text, str(row_id))) == (text, row_id)

    @given(st.datetimes(timezones=st.just(UTC)), st.uuids())
    def test_of_a_moment_gives_back_the_moment_and_the_id(self, at: datetime, row_id: UUID) -> None:
        assert decode_time_cursor(encode_time_cursor(at, row_id)) == (at, row_id)

    @pytest.mark.parametrize("text", ["soon", "2026-03-10", "2026-03-10T09:00:00", "0001-01-01T00:00:00+14:00"])
    def test_of_no_moment_is_refused(self, text: str) -> None:
        with pytest.raises(CursorNotReadable):
            decode_time_cursor(encode_cursor(text, "01890a5d-ac96-774b-bcce-b302099a8057"))

    @given(st.text(max_size=80) | WORDS.map(encode_cursor))
    def test_of_somebody_else_s_making_is_refused_or_is_a_row(self, cursor: str) -> None:
        try:
            text, row_id = decode_row_cursor(cursor)
        except CursorNotReadable:
            return
        assert decode_row_cursor(encode_cursor(text, str(row_id))) == (text, row_id)

    @pytest.mark.parametrize(
        "cursor",
        [
            "",
            "á",
            "====",
            "a",
            encode_cursor("one"),
            encode_cursor("李", "no id"),
            encode_cursor("one", "two", "three"),
            encode_cursor("李\x00", "01890a5d-ac96-774b-bcce-b302099a8057"),
        ],
    )
    def test_is_refused_by_its_field(self, cursor: str) -> None:
        with pytest.raises(CursorNotReadable) as refused:
            decode_row_cursor(cursor)
        assert refused.value.field == "cursor"
