"""Names with rare characters: drawn on paper as themselves, or refused; seen through poppler's eyes."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from backend.documents.errors import CharacterNotPrintable
from backend.documents.font import faces, unprintable
from backend.documents.sheet import LEFT, Sheet, Type
from tests.factories.documents import FONT, SIGNED_AT

IN_THE_MAIN_FACE = "王䶮\U0002cc56"
IN_A_RARE_FACE = "\U00020bb7\U0002b779\U0002dddd\U00024ba9"
IN_NONE = "\U000323af"
HUGE = Type(60, leading=1.0)
DOTS_PER_MM = 4


def sheet_of(words: str) -> bytes:
    sheet = Sheet(FONT, title="", footer="", made_at=SIGNED_AT)
    sheet.y = 0
    sheet.line(words, LEFT, HUGE)
    return sheet.output()


def drawn(words: str) -> list[bytes]:
    """The picture of each character as poppler paints it, square and one beside the other."""
    command = ["pdftoppm", "-r", f"{25.4 * DOTS_PER_MM}", "-gray", "-png", "-singlefile", "-"]
    page = subprocess.run(command, input=sheet_of(words), check=True, capture_output=True).stdout
    with Image.open(BytesIO(page)) as image:
        side = HUGE.size * 25.4 / 72 * DOTS_PER_MM
        lefts = [LEFT * DOTS_PER_MM + at * side for at in range(len(words))]
        return [image.crop((round(left), 0, round(left + side), round(side * 1.2))).tobytes() for left in lefts]


def ink(picture: bytes) -> float:
    """Which part of it is dark."""
    return sum(dot < 128 for dot in picture) / len(picture)


class TestRareCharacters:
    @pytest.mark.parametrize("name", [IN_THE_MAIN_FACE, IN_A_RARE_FACE, IN_THE_MAIN_FACE + IN_A_RARE_FACE[:2]])
    def test_are_painted_each_in_its_own_shape(self, name: str) -> None:
        pictures = drawn(name)
        assert all(0.03 < ink(picture) < 0.4 for picture in pictures), [ink(picture) for picture in pictures]
        assert len(set(pictures)) == len(name), "boxes look alike, characters do not"

    @pytest.mark.parametrize("name", [IN_THE_MAIN_FACE, IN_A_RARE_FACE])
    def test_can_be_copied_out_again(self, name: str) -> None:
        read = subprocess.run(["pdftotext", "-", "-"], input=sheet_of(name), check=True, capture_output=True)
        assert name in read.stdout.decode()

    def test_cost_no_more_than_their_own_glyphs(self) -> None:
        assert len(sheet_of(IN_A_RARE_FACE)) < 20_000

    def test_no_font_has_are_refused_by_code_point(self) -> None:
        with pytest.raises(CharacterNotPrintable) as refused:
            sheet_of("李" + IN_NONE)
        assert refused.value.code_points == ["U+323AF"]


class TestUnprintable:
    """The question to ask before anybody signs."""

    def test_names_what_no_font_draws_once_and_in_order(self) -> None:
        assert unprintable(f"李{IN_NONE}大{IN_NONE}山\U0001f9d3\n王䶮", FONT) == [IN_NONE, "\U0001f9d3"]

    @pytest.mark.parametrize("words", ["", IN_THE_MAIN_FACE, IN_A_RARE_FACE, "Ａ型血，每周3次 (一)·阿卜杜热合曼"])
    def test_finds_nothing_in_what_can_be_printed(self, words: str) -> None:
        assert unprintable(words, FONT) == []

    def test_without_the_rare_faces_says_so_of_rare_characters(self) -> None:
        only_the_page = (FONT[0], Path("/absent/rare.ttf"))
        assert unprintable(IN_A_RARE_FACE, only_the_page) == list(IN_A_RARE_FACE)

    def test_an_empty_glyph_is_no_glyph(self) -> None:
        assert faces(FONT)[2].width_of("\u3164") is None
