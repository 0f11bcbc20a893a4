"""A4 sheets with one embedded font: lines, paragraphs and pictures from top to bottom. Millimetres; type in points."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import TTFFont
from PIL import Image

from backend.documents.errors import FontMissing, PictureNotPrintable
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


class Sheet:
    """Pages being filled; `y` is where the next thing goes, mm from the top."""

    def __init__(self, font: Path, *, title: str, footer: str, made_at: datetime) -> None:
        self._pdf = _Pages(footer)
        self._pdf.set_creation_date(made_at)
        self._pdf.set_title(title)
        self._pdf.set_lang("zh-CN")
        self._pdf.set_author("云团圆")
        if not font.is_file():
            raise FontMissing(str(font))
        self._pdf.add_font("body", fname=font)
        face = self._pdf.fonts["body"]
        assert isinstance(face, TTFFont)
        self._glyphs = face.cmap
        self._pdf.set_font("body", size=12)
        self.y = 0.0
        self.new_page()

    def new_page(self) -> None:
        self._pdf.add_page()
        self.y = TOP

    def keep_together(self, height: float) -> None:
        """Begin a new page unless `height` mm still fit on this one (or nothing is on it yet)."""
        if self.y + height > BOTTOM and self.y > TOP:
            self.new_page()

    def width_of(self, words: str, kind: Type) -> float:
        self._pdf.set_font("body", size=kind.size)
        return float(self._pdf.get_string_width(self.printable(words)))

    def break_up(self, words: str, kind: Type, width: float, indent: float = 0) -> list[str]:
        """`words` as printable lines of at most `width` mm."""
        self._pdf.set_font("body", size=kind.size)
        return break_lines(self.printable(words), width, self._pdf.get_string_width, indent)

    def printable(self, words: str) -> str:
        """Characters the font cannot draw (rare ones in names) stand as their code point, never as an empty box."""
        return "".join(c if ord(c) in self._glyphs or c == " " else f"[U+{ord(c):04X}]" for c in words)

    def line(self, words: str, x: float, kind: Type, *, spread_to: float | None = None) -> None:
        """One line at `x`, its top at `y`, spread to the width `spread_to` when given; `y` stays."""
        pdf = self._pdf
        pdf.set_font("body", size=kind.size)
        words = self.printable(words)
        slack = 0.0 if spread_to is None else spread_to - float(pdf.get_string_width(words))
        gaps = len(words) - 1
        baseline = self.y + (kind.line + kind.size * _POINT * 0.72) / 2
        with self._ink(kind):
            if gaps and 0 < slack / gaps < kind.size * _POINT * 0.25:
                pdf.set_char_spacing(slack / gaps / _POINT)
            pdf.text(x, baseline, words)
            pdf.set_char_spacing(0)

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
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(thick)
        self._pdf.line(x, self.y, x + width, self.y)

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """A thin rounded frame."""
        self._pdf.set_draw_color(*RULE)
        self._pdf.set_line_width(0.25)
        self._pdf.rect(x, y, width, height, round_corners=True, corner_radius=2)

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """JPEG or PNG inside the given box, whole and undistorted. Raises PictureNotPrintable."""
        try:
            with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as image:
                image.load()
            self._pdf.image(BytesIO(data), x=x, y=y, w=width, h=height, keep_aspect_ratio=True)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            raise PictureNotPrintable from None

    def output(self) -> bytes:
        """The finished PDF; equal content gives equal bytes."""
        return bytes(self._pdf.output())

    @contextmanager
    def _ink(self, kind: Type) -> Iterator[None]:
        """Colour, and weight by a hair-thin outline in the same colour (one font file serves both weights)."""
        self._pdf.set_text_color(*kind.colour)
        if not kind.bold:
            yield
            return
        outline = kind.size * _POINT * 0.03
        with self._pdf.local_context(text_mode="FILL_STROKE", line_width=outline, draw_color=kind.colour):
            yield


class _Pages(FPDF):
    """A4 with a footer on every page: what the page belongs to, and which page of how many."""

    def __init__(self, footer: str) -> None:
        super().__init__(format="A4")
        self._footer = footer
        self.set_auto_page_break(False)
        self.c_margin = 0

    def footer(self) -> None:
        self.set_font("body", size=10)
        self.set_text_color(*MUTED)
        self.set_xy(LEFT, 279)
        self.cell(WIDTH - 30, 6, self._footer)
        self.cell(30, 6, f"第 {self.page_no()} 页，共 {self.str_alias_nb_pages} 页")
