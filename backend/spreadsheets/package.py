"""The parts of an .xlsx file, unpacked within bounds and walked through as XML without entities."""

import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import PurePosixPath
from posixpath import normpath
from xml.parsers import expat

from backend.spreadsheets.delimited import Opener
from backend.spreadsheets.errors import SheetDamaged, SheetNotReadable, SheetTooLarge

MAX_PARTS = 2_000
MAX_PART_BYTES = 256 << 20
_CHUNK = 64 << 10
# A tag that does not end is gathered up in memory by the parser.
_LONGEST = 1 << 20

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")

Start = Callable[[str, dict[str, str]], None]


class Package:
    """The parts by path. What a part says of its own size is checked first, and no more than that is ever unpacked."""

    def __init__(self, opener: Opener) -> None:
        """Raises SheetNotReadable, SheetDamaged, SheetTooLarge."""
        self._opener = opener
        with opener() as source, zipfile.ZipFile(source) as package:
            parts = package.infolist()
        if len(parts) > MAX_PARTS:
            raise SheetTooLarge
        # Some programs write names as Windows does.
        self._parts = {part.filename.replace("\\", "/").lower(): part for part in parts}
        if len(self._parts) < len(parts):
            raise SheetDamaged
        self.workbook = next((path for kind, path in self.related("").values() if kind == "officeDocument"), "")
        if self.workbook.lower() not in self._parts:
            raise SheetNotReadable

    def walk(self, path: str, parser: expat.XMLParserType, most: int = MAX_PART_BYTES) -> Iterator[None]:
        """Feed the part to `parser`, a chunk for each step. Raises SheetTooLarge past `most` bytes, SheetDamaged."""
        part = self._parts.get(path.lower())
        # Other ways of packing unfold without bounds.
        if part is None or part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise SheetDamaged
        if part.file_size > most:
            raise SheetTooLarge
        with self._opener() as source, zipfile.ZipFile(source) as package, package.open(part) as opened:
            fed = 0
            while chunk := opened.read(_CHUNK):
                parser.Parse(chunk)
                fed += len(chunk)
                if fed - parser.CurrentByteIndex > _LONGEST:
                    raise SheetDamaged
                yield
            parser.Parse(b"", True)
        yield

    def related(self, path: str) -> dict[str, tuple[str, str]]:
        """What the part at `path` points to: id to (kind, path). "" is the package itself."""
        folder, name = PurePosixPath(path).parent, PurePosixPath(path).name
        relations = str(folder / "_rels" / f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(name: str, said: dict[str, str]) -> None:
            if local(name) == "Relationship" and said.get("TargetMode") != "External":
                target = normpath("/" + str(folder / said.get("Target", ""))).lstrip("/")
                found[said.get("Id", "")] = (said.get("Type", "").rpartition("/")[2], target)

        if relations.lower() in self._parts:
            for _ in self.walk(relations, xml_parser(start), 1 << 20):
                pass
        return found


def local(name: str) -> str:
    """An element's name without its prefix."""
    return name[name.find(":") + 1 :]


def xml_parser(start: Start) -> expat.XMLParserType:
    """A parser that refuses document types (so entities, inside and out) and reads UTF-8 only, as Excel writes."""

    def refuse(*_: object) -> None:
        raise SheetDamaged

    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    return parser


def cell_place(reference: str) -> tuple[int, int]:
    """(row, column) from 0 of a reference like B12. Raises SheetDamaged."""
    parts = _REFERENCE.fullmatch(reference)
    if parts is None:
        raise SheetDamaged
    return int(parts[2]) - 1, _column(parts[1])


@cache
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
