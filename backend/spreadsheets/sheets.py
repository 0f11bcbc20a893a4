"""Spreadsheets as people make them, read row by row: a header somewhere below a title, merged cells, blank rows."""

import io
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from backend.spreadsheets.cells import fold_title
from backend.spreadsheets.delimited import Delimited
from backend.spreadsheets.errors import (
    SheetColumnTwice,
    SheetEmpty,
    SheetHeaderMissing,
    SheetNotReadable,
    SheetsMoreThanOne,
    SheetTooLarge,
    SheetTooLong,
)
from backend.spreadsheets.workbook import Workbook

MAX_FILE_BYTES = 32 << 20
MAX_ROWS = 60_000
HEADER_WITHIN = 20
HEADER_COLUMNS = 3
_ZIP = b"PK\x03\x04"
_TEXT_CONTROLS = b"\t\n\r\x0b\x0c\x1a\x1b"

Merged = tuple[tuple[int, int], tuple[int, int]]


class Grid(Protocol):
    """Rows as (row from 0, texts), the same each time over; merged ranges by their corners (row, column) from 0."""

    @property
    def merged(self) -> list[Merged]: ...

    @property
    def height(self) -> int: ...

    def __iter__(self) -> Iterator[tuple[int, list[str]]]: ...


class Row(msgspec.Struct, frozen=True):
    """One row: `number` as the spreadsheet program shows it, `cells` by column, blank ones left out.

    `inherited` are the columns whose text comes down from a merged cell above. `first` is the leftmost text of the row,
    under whatever title: where sums and signatures begin.
    """

    number: int
    first: str
    cells: dict[str, str]
    inherited: frozenset[str] = frozenset()


class Header(msgspec.Struct, frozen=True):
    """Where the header ends (rows from 0, exclusive), and the titles at each position."""

    ends: int
    titles: tuple[str, ...]
    columns: tuple[str | None, ...]

    @property
    def known(self) -> int:
        """How many different columns it names."""
        return len({column for column in self.columns if column})


class Sheet:
    """The one register in a file. Iterating reads it; `rows_read` of at most `rows_at_most` tells how far."""

    def __init__(self, grid: Grid, header: Header) -> None:
        self._grid = grid
        self._header = header
        self.header_row = header.ends
        self.titles = {column: title for column, title in zip(header.columns, header.titles, strict=True) if column}
        self.unknown = tuple(
            title for column, title in zip(header.columns, header.titles, strict=True) if title and not column
        )
        self.rows_at_most = max(grid.height - header.ends, 0)
        self.rows_read = 0

    def __iter__(self) -> Iterator[Row]:
        """Rows that hold anything. Raises, on the way or at the end, SheetEmpty, SheetTooLong, SheetDamaged."""
        self.rows_read = found = 0
        carried = _Carried(self._grid.merged)
        for at, texts in self._grid:
            if at < self._header.ends:
                continue
            self.rows_read = at - self._header.ends + 1
            if (row := self._row(at, texts, carried)) is None:
                continue
            found += 1
            if found > MAX_ROWS:
                raise SheetTooLong
            yield row
        if not found:
            raise SheetEmpty

    def _row(self, at: int, texts: list[str], carried: "_Carried") -> Row | None:
        down = carried.into(at, texts)
        columns = self._header.columns
        own = {column: text for column, text in zip(columns, texts, strict=False) if column and text}
        if not own or all(text == self.titles[column] for column, text in own.items()):
            return None
        inherited = {
            column: text for place, text in down.items() if place < len(columns) and (column := columns[place])
        }
        return Row(at + 1, next(filter(None, texts)), inherited | own, frozenset(inherited) - own.keys())


def read_sheet(source: bytes | Path, known: Mapping[str, str]) -> Sheet:
    """The register in an .xlsx or .csv file, told by its content, not by its name.

    `known` maps folded titles (`cells.fold_title`) to columns; a row with at least three of them is the header, two
    rows when a merged title stands over several. Cells that only a merge above fills carry its text down.
    Memory: the texts that an .xlsx shares among its cells, else one row.
    Raises SheetNotReadable, SheetDamaged, SheetTooLarge, SheetEncodingUnknown, SheetHeaderMissing, SheetColumnTwice,
    SheetsMoreThanOne.
    """

    def opener() -> AbstractContextManager[BinaryIO]:
        return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")

    with opener() as stream:
        if stream.seek(0, io.SEEK_END) > MAX_FILE_BYTES:
            raise SheetTooLarge
        stream.seek(0)
        head = stream.read(4096)
    if head.startswith(_ZIP):
        return _only_register(Workbook(opener).grids(), known)
    if not _is_text(head):
        raise SheetNotReadable
    return _only_register(iter((Delimited(opener, known),)), known)


def _is_text(head: bytes) -> bool:
    """Whether it may be separated values: no picture, no OLE file, no web page under another name."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = set(range(32)) - set(_TEXT_CONTROLS)
    return not controls & set(head) and not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"%PDF", b"{\\rtf"))


def _only_register(grids: Iterator[Grid], known: Mapping[str, str]) -> Sheet:
    """The sheet with a header; others (how to fill in, sums) may stand beside it."""
    found: tuple[Grid, Header] | None = None
    for each in grids:
        if titled := _header(each, known):
            if found:
                raise SheetsMoreThanOne
            found = each, titled
    if not found:
        raise SheetHeaderMissing
    grid, header = found
    twice = [at for at, column in enumerate(header.columns) if column and column in header.columns[:at]]
    if twice:
        raise SheetColumnTwice(field=header.titles[twice[0]])
    return Sheet(grid, header)


def _header(grid: Grid, known: Mapping[str, str]) -> Header | None:
    """The one or two rows that name the most columns; of equals the fewer and upper ones."""
    rows = _spread(dict(takewhile(lambda row: row[0] <= HEADER_WITHIN, grid)), grid.merged)
    best: Header | None = None
    for at, titles in enumerate(rows[:HEADER_WITHIN]):
        candidates = [Header(at + 1, tuple(titles), _columns(titles, known))]
        if at + 1 < len(rows) and any(first[0] == at for first, _ in grid.merged):
            joined = [
                upper if upper == lower else upper + lower for upper, lower in zip(titles, rows[at + 1], strict=True)
            ]
            candidates.append(Header(at + 2, tuple(joined), _columns(joined, known)))
        for candidate in candidates:
            if candidate.known >= HEADER_COLUMNS and (best is None or candidate.known > best.known):
                best = candidate
    return best


def _columns(titles: list[str], known: Mapping[str, str]) -> tuple[str | None, ...]:
    return tuple(known.get(fold_title(title)) if 0 < len(title) <= 60 else None for title in titles)


def _spread(told: dict[int, list[str]], merged: list[Merged]) -> list[list[str]]:
    """All rows from the first, made equally wide, each merged text in all of its cells."""
    width = max(map(len, told.values()), default=0)
    rows = [[*(row := told.get(at, [])), *[""] * (width - len(row))] for at in range(max(told, default=-1) + 1)]
    for (top, left), (bottom, right) in merged:
        if top < len(rows) and left < width:
            for row in rows[top : bottom + 1]:
                row[left : right + 1] = [rows[top][left]] * (min(right + 1, width) - left)
    return rows


class _Carried:
    """Texts of merged cells that reach down into the rows below."""

    def __init__(self, merged: list[Merged]) -> None:
        self._starts: dict[int, list[tuple[int, int]]] = {}
        for (top, left), (bottom, _) in merged:
            if bottom > top:
                self._starts.setdefault(top, []).append((left, bottom))
        self._reaching: dict[int, tuple[int, str]] = {}

    def into(self, at: int, texts: list[str]) -> dict[int, str]:
        """What row `at` takes from above, by position; `texts` is remembered where a merge begins."""
        taken = {left: text for left, (bottom, text) in self._reaching.items() if at <= bottom}
        for left, bottom in self._starts.get(at, ()):
            if left < len(texts):
                self._reaching[left] = (bottom, texts[left])
        return taken
