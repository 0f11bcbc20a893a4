"""The layout of the official list of places, pure: a line each of 12-digit code, urban-rural class, name.

Our tree has three levels, by who answers for elders. Provinces and cities are passed over, and nothing is taken to lie
at a fixed depth: a township's county is what the list itself has for the code's first six digits. For 济源 (419001),
which has no city above it, that is a county like any other; for 东莞 (441900), which has no counties, the city itself,
which then stands in our tree as the county.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backend.divisions.errors import OfficialListBroken
from backend.divisions.models import DivisionLevel

URBAN_RURAL = frozenset({"111", "112", "121", "122", "123", "210", "220"})
"""From the centre of a town (111) to a village (220); only the lowest level has one."""


@dataclass(frozen=True, slots=True)
class OfficialPlace:
    """A place as listed. `line` counts from 1; `parent_code` is None for a county."""

    line: int
    code: str
    name: str
    level: DivisionLevel
    parent_code: str | None
    urban_rural: str | None


def read_official_list(text: str) -> tuple[OfficialPlace, ...]:
    """The counties, townships and villages of the list, parents first.

    Fields are parted by commas, tabs or spaces; class and name in either order; a first line of titles is passed over.
    Raises OfficialListBroken, whose field names the line.
    """
    rows = list(_rows(text))
    codes = [code for _, code, _, _ in rows]
    twice = next((line for place, (line, code, _, _) in enumerate(rows) if code in codes[:place]), None)
    if twice is not None:
        raise OfficialListBroken(field=f"line {twice}")
    with_townships = {f"{code[:6]}000000" for code in codes if _depth(code) == 9}
    places = [found for row in rows if (found := _place(*row, with_townships)) is not None]
    order = list(DivisionLevel)
    return tuple(sorted(places, key=lambda each: (order.index(each.level), each.code)))


def _rows(text: str) -> Iterator[tuple[int, str, str, str | None]]:
    """Line, code, name and class."""
    for line, written in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        fields = [field for field in re.split(r"[,\t\s]+", written) if field]
        if not fields or (line == 1 and not fields[0].isdecimal()):
            continue
        code, rest = fields[0], fields[1:]
        classes = [field for field in rest if re.fullmatch(r"[0-9]{3}", field)]
        names = [field for field in rest if field not in classes]
        village = _depth(code) == 12
        if not re.fullmatch(r"[0-9]{12}", code) or len(names) != 1 or len(names[0]) > 40:
            raise OfficialListBroken(field=f"line {line}")
        if len(classes) != village or not URBAN_RURAL.issuperset(classes):
            raise OfficialListBroken(field=f"line {line}")
        yield line, code, names[0], classes[0] if classes else None


def _depth(code: str) -> int:
    """How many of the code's digits are in use: 2, 4, 6, 9 or 12."""
    return next(size for size in (2, 4, 6, 9, 12) if set(code[size:]) <= {"0"})


def _place(line: int, code: str, name: str, urban_rural: str | None, with_townships: set[str]) -> OfficialPlace | None:
    depth = _depth(code)
    if depth == 12:
        return OfficialPlace(line, code, name, DivisionLevel.VILLAGE, f"{code[:9]}000", urban_rural)
    if depth == 9:
        return OfficialPlace(line, code, name, DivisionLevel.TOWNSHIP, f"{code[:6]}000000", None)
    if depth == 6 or code in with_townships:
        return OfficialPlace(line, code, name, DivisionLevel.COUNTY, None, None)
    return None
