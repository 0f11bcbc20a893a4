"""An .xlsx file as rows of plain text, read part by part as it lies: memory holds the shared texts and one row.

Libraries were measured on 50,000 rows: calamine lays a sheet out whole, 250 MB and, when two far-off cells make it
endless, the end of the process; openpyxl takes several times as long and, streaming, says nothing of merged cells.
"""

import re
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from backend.kit.errors import Refusal
from backend.spreadsheets.cells import FAILED, clean, text_of
from backend.spreadsheets.delimited import Opener
from backend.spreadsheets.errors import SheetDamaged, SheetTooLarge
from backend.spreadsheets.package import Package, cell_place, local, xml_parser
from backend.spreadsheets.styles import date_styles

MAX_SHEETS = 200
MAX_ROWS = 100_000
MAX_COLUMNS = 500
MAX_MERGED = 100_000
MAX_TEXTS_BYTES = 64 << 20
# Excel itself allows 32,767 characters.
MAX_TEXT = 100_000

Corner = tuple[int, int]


class Workbook:
    """The package, the texts its cells share, the styles that mean dates, and its visible sheets."""

    def __init__(self, opener: Opener) -> None:
        """Raises SheetNotReadable, SheetDamaged, SheetTooLarge."""
        with _named_refusals():
            self.package = Package(opener)
            self.sheets: list[str] = []
            related = self.package.related(self.package.workbook)
            self.epoch = self._read_sheets(related)
            parts = {kind: path for kind, path in related.values() if kind in {"sharedStrings", "styles"}}
            self.texts = _Texts(self.package, parts.get("sharedStrings"))
            self.dates = date_styles(self.package, parts.get("styles"))

    def grids(self) -> Iterator["Grid"]:
        """The visible sheets in their order. Raises SheetDamaged, SheetTooLarge."""
        for path in self.sheets:
            yield Grid(self, path)

    def _read_sheets(self, related: dict[str, tuple[str, str]]) -> datetime:
        """Notes the visible sheets, and gives the day that day numbers count from."""
        since_1904 = False

        def start(name: str, said: dict[str, str]) -> None:
            nonlocal since_1904
            if local(name) == "workbookPr":
                since_1904 = said.get("date1904") in {"1", "true"}
            if local(name) == "sheet" and said.get("state", "visible") == "visible":
                key = next((value for title, value in said.items() if local(title) == "id"), "")
                kind, path = related.get(key, ("", ""))
                if kind == "worksheet":
                    self.sheets.append(path)

        for _ in self.package.walk(self.package.workbook, xml_parser(start), MAX_TEXTS_BYTES):
            if len(self.sheets) > MAX_SHEETS:
                raise SheetTooLarge
        # Excel counts a 29 February 1900 that never was; only days after it are right, and elders' are.
        return datetime.fromisoformat("1904-01-01" if since_1904 else "1899-12-30")


class Grid:
    """The cells of one sheet, top to bottom, as (row from 0, texts); rows without a cell are left out."""

    def __init__(self, book: Workbook, path: str) -> None:
        """Walks the sheet once for what stands at its end: the merged ranges, and how far it reaches."""
        self._book = book
        self._path = path
        self.merged: list[tuple[Corner, Corner]] = []
        self.height = 0
        row = 0

        def start(name: str, said: dict[str, str]) -> None:
            nonlocal row
            match local(name):
                case "row":
                    row = int(said["r"]) if "r" in said else row + 1
                case "v" | "is" | "f":
                    self.height = row
                case "mergeCell":
                    first, _, last = said.get("ref", "").partition(":")
                    self.merged.append((cell_place(first), cell_place(last or first)))

        with _named_refusals():
            for _ in book.package.walk(path, xml_parser(start)):
                if self.height > MAX_ROWS or len(self.merged) > MAX_MERGED:
                    raise SheetTooLarge
        self.merged.sort()

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """The same twice over. Raises SheetDamaged, SheetTooLarge."""
        cells = _Cells(self._book)
        with _named_refusals():
            for _ in self._book.package.walk(self._path, cells.parser):
                rows, cells.rows = cells.rows, []
                yield from rows


class _Cells:
    """Gathers finished rows while a sheet is walked."""

    def __init__(self, book: Workbook) -> None:
        self.rows: list[tuple[int, list[str]]] = []
        self.parser = xml_parser(self._start)
        self.parser.EndElementHandler = self._end
        self._book = book
        self._row = self._column = self._last = -1
        self._texts: list[str] = []
        self._said: dict[str, str] = {}
        self._value: str | None = None
        self._formula = self._spoken = False

    def _start(self, name: str, said: dict[str, str]) -> None:
        match local(name):
            case "c":
                self._said, self._value, self._formula = said, None, False
                self._column += 1
                if "r" in said:
                    self._row, self._column = cell_place(said["r"])
            case "v" | "t" as place:
                if not self._spoken and (place == "t" or self._said.get("t") != "inlineStr"):
                    self._value = self._value or ""
                    self.parser.CharacterDataHandler = self._hear
            case "f":
                self._formula = True
            case "rPh":
                self._spoken = True
            case "row":
                self._row = int(said["r"]) - 1 if "r" in said else self._row + 1
                self._column, self._texts = -1, []

    def _hear(self, text: str) -> None:
        self._value = (self._value or "") + text
        if len(self._value) > MAX_TEXT:
            raise SheetTooLarge

    def _end(self, name: str) -> None:
        match local(name):
            case "v" | "t":
                self.parser.CharacterDataHandler = None
            case "c":
                if text := self._text():
                    self._put(text)
            case "rPh":
                self._spoken = False
            case "row":
                if self._texts:
                    self.rows.append((self._row, self._texts))
                    self._last = self._row

    def _put(self, text: str) -> None:
        if not 0 <= self._column < MAX_COLUMNS or self._row >= MAX_ROWS:
            raise SheetTooLarge
        if self._row <= self._last or self._column < len(self._texts):
            raise SheetDamaged
        self._texts += [""] * (self._column - len(self._texts))
        self._texts.append(text)

    def _text(self) -> str:
        """The cell as text. A formula gives the result it was saved with."""
        value, kind = self._value, self._said.get("t", "n")
        if kind == "e" or (self._formula and not value and kind != "str"):
            return FAILED
        if not value:
            return ""
        match kind:
            case "s":
                return self._book.texts[int(value)]
            case "b":
                return text_of(value.strip() in {"1", "true"})
            case "n":
                return self._number(value)
            case "d" if "-" in value:
                return text_of(datetime.fromisoformat(value))
        return _plain(value)

    def _number(self, value: str) -> str:
        number = float(value)
        if int(self._said.get("s") or 0) in self._book.dates and 1 <= number < 2_958_466:
            moment = self._book.epoch + timedelta(days=number)
            return text_of((moment + timedelta(microseconds=500_000)).replace(microsecond=0))
        return text_of(number)


class _Texts:
    """The texts that cells share, by number: kept as UTF-8 end to end, a fifth of what so many `str` would take."""

    def __init__(self, package: Package, path: str | None) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])
        if path:
            self._read(package, path)

    def __getitem__(self, number: int) -> str:
        if number < 0:
            raise SheetDamaged
        return self._bytes[self._ends[number] : self._ends[number + 1]].decode()

    def _read(self, package: Package, path: str) -> None:
        heard: list[str] = []
        spoken = False

        def start(name: str, _: dict[str, str]) -> None:
            nonlocal spoken
            match local(name):
                case "si":
                    heard.clear()
                case "rPh":
                    spoken = True
                case "t" if not spoken:
                    parser.CharacterDataHandler = heard.append

        def end(name: str) -> None:
            nonlocal spoken
            match local(name):
                case "si":
                    self._bytes.extend(_plain("".join(heard)).encode())
                    self._ends.append(len(self._bytes))
                case "rPh":
                    spoken = False
                case "t":
                    parser.CharacterDataHandler = None

        parser = xml_parser(start)
        parser.EndElementHandler = end
        for _ in package.walk(path, parser, MAX_TEXTS_BYTES):
            pass


def _plain(text: str) -> str:
    """Cleaned, with signs that XML cannot hold taken out of their writing _x000D_ (ECMA-376 part 1, 22.9.2.19)."""
    if "_x" in text:
        text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda sign: chr(int(sign[1], 16)), text)
    return clean(text)


@contextmanager
def _named_refusals() -> Iterator[None]:
    """Whatever a parser says of a file becomes SheetDamaged, without its words: they quote cells."""
    try:
        yield
    except Refusal:
        raise
    except Exception:
        raise SheetDamaged from None
