"""A4 sheets with embedded fonts: lines, paragraphs and pictures from top to bottom. Millimetres; type in points.

What is drawn is noted first and written when all is known: then the fonts are cut to the characters in use, and each
page's foot can say how many pages there are.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from fpdf import FPDF
from fpdf.fonts import TTFFont
from PIL import Image

from backend.documents.errors import CharacterNotPrintable, PictureNotPrintable
from backend.documents.font import Face, Font, faces
from backend.documents.lines import break_lines

Colour = tuple[int, int, int]
TEXT: Colour = (0x23, 0x1C, 0x15)
MUTED: Colour = (0x6B, 0x5E, 0x52)
MAIN: Colour = (0x8F, 0x2A, 0x12)
RULE: Colour = (0xD9, 0xCD, 0xBD)

LEFT, TOP, WIDTH, BOTTOM = 25.0, 24.0, 160.0, 270.0
_POINT = 25.4 / 72


@dataclass(frozen=True)
class Type:
    """How words look: size in points, colour, weight, and line height as a multiple of the size."""

    size: float
    colour: Colour = TEXT
    bold: bool = False
    leading: float = 1.72

    @property
    def line(self) -> float:
        """Height of one line, mm."""
        return self.size * self.leading * _POINT


Drawing = Callable[[FPDF], None]


class Sheet:
    """Pages being filled; `y` is where the next thing goes, mm from the top."""

    def __init__(self, font: Font, *, title: str, footer: str, made_at: datetime) -> None:
        """Raises FontMissing. Whatever puts words on the sheet raises CharacterNotPrintable."""
        self._title, self._footer, self._made_at = title, footer, made_at
        self._faces = faces(font)
        self._used: dict[Face, set[str]] = {}
        self._pages: list[list[Drawing]] = []
        self.y = 0.0
        self.new_page()

    def new_page(self) -> None:
        self._pages.append([])
        self.y = TOP

    def keep_together(self, height: float) -> None:
        """Begin a new page unless `height` mm still fit on this one (or nothing is on it yet)."""
        if self.y + height > BOTTOM and self.y > TOP:
            self.new_page()

    def width_of(self, words: str, kind: Type) -> float:
        return self._width(words, kind.size)

    def break_up(self, words: str, kind: Type, width: float, indent: float = 0) -> list[str]:
        """`words` as lines of at most `width` mm."""
        return break_lines(words, width, partial(self._width, size=kind.size), indent)

    def line(self, words: str, x: float, kind: Type, *, spread_to: float | None = None) -> None:
        """One line at `x`, its top at `y`, spread to the width `spread_to` when given; `y` stays."""
        slack = 0.0 if spread_to is None else spread_to - self.width_of(words, kind)
        gaps = len(words) - 1
        spacing = slack / gaps if gaps and 0 < slack / gaps < kind.size * _POINT * 0.25 else 0.0
        baseline = self.y + (kind.line + kind.size * _POINT * 0.72) / 2
        for face, letters in groupby(words, self._face_of):
            run = "".join(letters)
            self._used.setdefault(face, set()).update(run)
            self._draw(partial(_write, run=run, family=self._family(face), at=(x, baseline), kind=kind, gap=spacing))
            x += self._width(run, kind.size) + spacing * len(run)

    def lines(self, lines: list[str], kind: Type, *, x: float = LEFT) -> None:
        """Ragged lines one below the other, moving `y`."""
        for words in lines:
            self.keep_together(kind.line)
            self.line(words, x, kind)
            self.y += kind.line

    def paragraph(self, words: str, kind: Type, *, indent: float = 0) -> None:
        """Justified lines over the full width; no single line is left alone at the foot or head of a page."""
        lines = self.break_up(words, kind, WIDTH, indent)
        for at, text in enumerate(lines):
            two_left = at == len(lines) - 2 or (at == 0 and len(lines) > 1)
            self.keep_together(kind.line * (2 if two_left else 1))
            inset = 0 if at else indent
            last = at == len(lines) - 1
            self.line(text, LEFT + inset, kind, spread_to=None if last else WIDTH - inset)
            self.y += kind.line

    def centred(self, words: str, kind: Type) -> None:
        for text in self.break_up(words, kind, WIDTH):
            self.line(text, LEFT + (WIDTH - self.width_of(text, kind)) / 2, kind)
            self.y += kind.line

    def rule(self, *, x: float = LEFT, width: float = WIDTH, colour: Colour = RULE, thick: float = 0.25) -> None:
        self._draw(partial(_rule, at=(x, self.y), width=width, colour=colour, thick=thick))

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """A thin rounded frame."""
        self._draw(partial(_frame, at=(x, y), width=width, height=height))

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """JPEG or PNG inside the given box, whole and undistorted; `output` raises PictureNotPrintable."""
        self._draw(partial(_picture, data=data, at=(x, y), width=width, height=height))

    def output(self) -> bytes:
        """The finished PDF; equal content gives equal bytes. Raises PictureNotPrintable."""
        self._foot()
        pdf = FPDF(format="A4")
        pdf.set_auto_page_break(False)
        pdf.set_creation_date(self._made_at)
        pdf.set_title(self._title)
        pdf.set_lang("zh-CN")
        pdf.set_author("云团圆")
        with TemporaryDirectory(prefix="paper-") as folder:
            for face, characters in self._used.items():
                file = Path(folder, f"{self._family(face)}.ttf")
                file.write_bytes(face.cut(characters))
                pdf.add_font(self._family(face), fname=file)
                _keep_outlines(pdf)
            for page in self._pages:
                pdf.add_page()
                for draw in page:
                    draw(pdf)
            return bytes(pdf.output())

    def _foot(self) -> None:
        """On every page: what it belongs to, and which page of how many."""
        pages = self._pages
        for number, page in enumerate(pages, start=1):
            self._pages, self.y = [page], 279.0
            self.line(self._footer, LEFT, _FOOT)
            count = f"第 {number} 页，共 {len(pages)} 页"
            self.line(count, LEFT + WIDTH - self.width_of(count, _FOOT), _FOOT)
        self._pages = pages

    def _draw(self, drawing: Drawing) -> None:
        self._pages[-1].append(drawing)

    def _width(self, words: str, size: float) -> float:
        return sum(self._face_of(character).width_of(character) or 0.0 for character in words) * size * _POINT

    def _face_of(self, character: str) -> Face:
        for face in self._faces:
            if face.width_of(character) is not None:
                return face
        raise CharacterNotPrintable(character)

    def _family(self, face: Face) -> str:
        return f"face{self._faces.index(face)}"


_FOOT = Type(10, MUTED, leading=1.7)


def _keep_outlines(pdf: FPDF) -> None:
    """HarfBuzz has cut the glyphs and bounded each; fpdf need not draw them all once more to find the same bounds."""
    for font in pdf.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.recalcBBoxes = False


def _write(pdf: FPDF, *, run: str, family: str, at: tuple[float, float], kind: Type, gap: float) -> None:
    pdf.set_font(family, size=kind.size)
    with _ink(pdf, kind):
        pdf.set_char_spacing(gap / _POINT)
        pdf.text(*at, run)
        pdf.set_char_spacing(0)


@contextmanager
def _ink(pdf: FPDF, kind: Type) -> Iterator[None]:
    """Colour, and weight by a hair-thin outline in the same colour (one font file serves both weights)."""
    pdf.set_text_color(*kind.colour)
    if not kind.bold:
        yield
        return
    outline = kind.size * _POINT * 0.03
    with pdf.local_context(text_mode="FILL_STROKE", line_width=outline, draw_color=kind.colour):
        yield


def _rule(pdf: FPDF, *, at: tuple[float, float], width: float, colour: Colour, thick: float) -> None:
    x, y = at
    pdf.set_draw_color(*colour)
    pdf.set_line_width(thick)
    pdf.line(x, y, x + width, y)


def _frame(pdf: FPDF, *, at: tuple[float, float], width: float, height: float) -> None:
    pdf.set_draw_color(*RULE)
    pdf.set_line_width(0.25)
    pdf.rect(*at, width, height, round_corners=True, corner_radius=2)


def _picture(pdf: FPDF, *, data: bytes, at: tuple[float, float], width: float, height: float) -> None:
    x, y = at
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as image:
            image.load()
        pdf.image(BytesIO(data), x=x, y=y, w=width, h=height, keep_aspect_ratio=True)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise PictureNotPrintable from None
