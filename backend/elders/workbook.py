"""An .xlsx file as rows of plain text.

calamine reads quickly, but trusts the file: it lays a sheet out as one rectangle and takes a process down with it when
two far-off cells make that rectangle endless. So every part is walked through first, within bounds, and calamine
gets a copy made of exactly the bytes walked. Nothing is written to a disk: these are people's identity numbers.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import BinaryIO
from xml.parsers import expat

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from backend.elders.cells import FAILED, text_of
from backend.elders.errors import SheetDamaged, SheetNotReadable, SheetTooLarge
from backend.kit.errors import Refusal

MAX_PARTS = 2_000
MAX_XML_BYTES = 128 << 20
MAX_CELLS = 2_500_000
MAX_HEIGHT = 100_000
MAX_MERGED = 100_000
MAX_FAILED = 200_000
_CHUNK = 64 << 10
# Sheets, texts and formats, and what ties them together: no pictures, macros, links or properties.
_PARTS = re.compile(
    r"(\[Content_Types\]\.xml|_rels/\.rels|xl/[^/]+\.xml|xl/_rels/[^/]+\.rels|xl/worksheets/[^/]+\.xml)"
)


class Grid:
    """The cells of one sheet, top to bottom."""

    def __init__(self, sheet: CalamineSheet, failed: frozenset[tuple[int, int]]) -> None:
        """`failed` holds (row, column) from 0 of the cells that have no value to read."""
        self._sheet = sheet
        self._failed = failed
        self._right = max((column for _, column in failed), default=-1) + 1
        start = sheet.start
        self._left = start[1] if start else 0
        # ((first row, first column), (last row, last column)), from 0.
        self.merged = sorted(sheet.merged_cell_ranges or [])
        self.height = sheet.end[0] + 1 if sheet.end else 0

    def __iter__(self) -> Iterator[list[str]]:
        """Rows from the first of the sheet, blank ones too; the same twice over."""
        blank = [""] * self._left
        failed_rows = {row for row, _ in self._failed}
        for at, values in enumerate(self._sheet.iter_rows()):
            texts = blank + [text_of(value) if value != "" else "" for value in values]
            if at in failed_rows:
                texts += [""] * (self._right - len(texts))
                texts = [FAILED if (at, column) in self._failed else text for column, text in enumerate(texts)]
            yield texts


def grids(source: BinaryIO) -> Iterator[Grid]:
    """The visible sheets of the .xlsx `source`. Raises SheetDamaged, SheetNotReadable, SheetTooLarge."""
    with _named_refusals():
        copy, failed = _inspected(source)
        book = CalamineWorkbook.from_filelike(copy)
        seen = [
            (at, sheet.name)
            for at, sheet in enumerate(book.sheets_metadata)
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
    for at, name in seen:
        with _named_refusals():
            grid = Grid(book.get_sheet_by_index(at), failed.get(name, frozenset()))
        yield grid


def _inspected(source: BinaryIO) -> tuple[io.BytesIO, dict[str, frozenset[tuple[int, int]]]]:
    """A copy of the parts that matter, every byte of it walked through, and the cells without a value by sheet."""
    copy, left = io.BytesIO(), MAX_XML_BYTES
    walks: dict[str, _Walk] = {}
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as clean:
        parts = package.infolist()
        if len(parts) > MAX_PARTS:
            raise SheetTooLarge
        if not any(part.filename.startswith("xl/") and _PARTS.fullmatch(part.filename) for part in parts):
            raise SheetNotReadable
        for part in parts:
            if not _PARTS.fullmatch(part.filename):
                continue
            if part.filename in walks:
                raise SheetDamaged
            walk = walks[part.filename] = _Walk()
            with package.open(part) as opened, clean.open(part.filename, "w") as written:
                while chunk := opened.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise SheetTooLarge
                    walk.take(chunk)
                    written.write(chunk)
            walk.close()
    copy.seek(0)
    return copy, _failed_by_sheet(walks)


def _failed_by_sheet(walks: dict[str, "_Walk"]) -> dict[str, frozenset[tuple[int, int]]]:
    """Sheet names with the cells that have no value, by way of the workbook's relations."""
    ties = [walk for path, walk in walks.items() if path.startswith("xl/_rels/")]
    targets = {key: PurePosixPath(target).name for walk in ties for key, target in walk.targets.items()}
    named = {name: targets.get(key, "") for walk in walks.values() for name, key in walk.sheets.items()}
    failed = {PurePosixPath(path).name: walk.failed for path, walk in walks.items() if "/worksheets/" in path}
    return {name: frozenset(failed.get(part, ())) for name, part in named.items()}


class _Walk:
    """One part walked through: well-formed, no document type (so no entities), and cells within bounds."""

    def __init__(self) -> None:
        self.sheets: dict[str, str] = {}
        self.targets: dict[str, str] = {}
        self.failed: set[tuple[int, int]] = set()
        self._row = self._column = -1
        self._bottom = self._right = 0
        self._merged = 0
        self._formula = self._error = self._valued = False
        # UTF-8 whatever the part declares: calamine reads no other, and both must see the same cells.
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.buffer_text = True

    def take(self, chunk: bytes) -> None:
        self._parser.Parse(chunk)

    def close(self) -> None:
        self._parser.Parse(b"", True)
        self._settle()

    def _doctype(self, *_: object) -> None:
        raise SheetDamaged

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self._settle()
                self._place(attributes.get("r"))
                self._error = attributes.get("t") == "e"
            case "v" | "is":
                self._valued = True
                self._reach()
            case "row":
                self._settle()
                self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
                self._column = -1
            case "f":
                self._formula = True
            case "mergeCell":
                self._merged += 1
                if self._merged > MAX_MERGED:
                    raise SheetTooLarge
            case "sheet":
                keys = [value for key, value in attributes.items() if key.endswith(":id")]
                self.sheets[attributes.get("name", "")] = keys[0] if keys else ""
            case "Relationship":
                self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def _place(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
            return
        letters = reference.rstrip("0123456789")
        if not (letters.isascii() and letters.isupper() and len(letters) <= 3):
            raise SheetDamaged
        self._row = int(reference[len(letters) :]) - 1
        self._column = -1
        for letter in letters:
            self._column = (self._column + 1) * 26 + ord(letter) - ord("A")

    def _reach(self) -> None:
        if self._row > self._bottom or self._column > self._right:
            self._bottom, self._right = max(self._bottom, self._row), max(self._right, self._column)
            if self._bottom >= MAX_HEIGHT or (self._bottom + 1) * (self._right + 1) > MAX_CELLS:
                raise SheetTooLarge

    def _settle(self) -> None:
        if self._error or (self._formula and not self._valued):
            self._reach()
            self.failed.add((self._row, self._column))
            if len(self.failed) > MAX_FAILED:
                raise SheetTooLarge
        self._formula = self._error = self._valued = False


@contextmanager
def _named_refusals() -> Iterator[None]:
    """Whatever a library says of a file becomes SheetDamaged, without the library's words: they quote cells."""
    try:
        yield
    except Refusal:
        raise
    except Exception:
        raise SheetDamaged from None
