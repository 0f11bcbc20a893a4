"""A .csv file as rows of plain text."""

import codecs
import csv
import io
from collections.abc import Container, Iterator
from contextlib import AbstractContextManager
from typing import BinaryIO, Protocol

from backend.spreadsheets.cells import clean, fold_title
from backend.spreadsheets.errors import SheetDamaged, SheetEncodingUnknown

_CHUNK = 64 << 10
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Opener(Protocol):
    """Opens the same file again from its start."""

    def __call__(self) -> AbstractContextManager[BinaryIO]: ...


class Delimited:
    """The cells of a text, top to bottom, as (row from 0, texts).

    UTF-8 with or without its mark, UTF-16 with it, else GB18030 (so GBK too).
    """

    def __init__(self, opener: Opener, known: Container[str]) -> None:
        """`known` holds folded titles, by which the delimiter is told. Raises SheetEncodingUnknown."""
        self._opener = opener
        self.merged: list[tuple[tuple[int, int], tuple[int, int]]] = []
        with opener() as stream:
            self.encoding = _encoding(stream)
        with opener() as stream:
            text = io.TextIOWrapper(stream, self.encoding, newline="")
            first = [text.readline(_CHUNK) for _ in range(20)]
            self.height = sum(bool(line) for line in first) + sum(1 for _ in text)
        self._delimiter = _delimiter(first, known)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Records; a line break inside quotes does not end one. Raises SheetDamaged."""
        with self._opener() as stream:
            text = io.TextIOWrapper(stream, self.encoding, newline="")
            records = csv.reader(text, delimiter=self._delimiter, strict=True)
            try:
                for at, record in enumerate(records):
                    yield at, [clean(cell) for cell in record]
            except csv.Error:
                raise SheetDamaged from None


def _delimiter(lines: list[str], known: Container[str]) -> str:
    """Comma, tab or semicolon: the one that parts some line into the most known titles, whatever else cells hold."""

    def titles(line: str, delimiter: str) -> int:
        return sum(fold_title(each.strip('" ')) in known for each in line.split(delimiter))

    return max(",\t;", key=lambda delimiter: max(titles(line, delimiter) for line in lines))


def _encoding(stream: BinaryIO) -> str:
    """The first encoding in which every byte of `stream` makes sense. Plain decoding tells more than a guess does."""
    head = stream.read(4)
    marked = [name for mark, name in _MARKS if head.startswith(mark)]
    for encoding in marked or ["utf-8", "gb18030"]:
        stream.seek(0)
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", True)
        except UnicodeError:
            continue
        return encoding
    raise SheetEncodingUnknown
