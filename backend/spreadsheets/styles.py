"""Which cell styles of a workbook show a number as a date (ECMA-376 part 1, 18.8.30)."""

import re

from backend.spreadsheets.errors import SheetTooLarge
from backend.spreadsheets.package import Package, local, xml_parser

MAX_STYLES = 100_000
# Built in: dates and times everywhere, and those of the Chinese editions.
_BUILT_IN = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}


def date_styles(package: Package, path: str | None) -> frozenset[int]:
    """The numbers of those styles."""
    dates = set(_BUILT_IN)
    found: set[int] = set()
    inside = False
    at = 0

    def start(name: str, said: dict[str, str]) -> None:
        nonlocal inside, at
        match local(name):
            case "numFmt" if is_date_format(said.get("formatCode", "")):
                dates.add(int(said["numFmtId"]))
            case "cellXfs":
                inside = True
            case "xf" if inside:
                if int(said.get("numFmtId", "0")) in dates:
                    found.add(at)
                at += 1

    def end(name: str) -> None:
        nonlocal inside
        inside = inside and local(name) != "cellXfs"

    if path:
        parser = xml_parser(start)
        parser.EndElementHandler = end
        for _ in package.walk(path, parser):
            if at + len(dates) > MAX_STYLES:
                raise SheetTooLarge
    return frozenset(found)


def is_date_format(code: str) -> bool:
    """Whether a format code has a year, month, day or hour in it, outside quotes, escapes and brackets."""
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', "", code)
    return re.search(r"[ymdhs年月日]", bare, re.IGNORECASE) is not None and "general" not in bare.lower()
