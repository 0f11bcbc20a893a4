"""Spreadsheets as offices make them, and as nobody should."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from xlsxwriter import Workbook

Cell = str | int | float | bool | date | None
Merge = tuple[int, int, int, int]

HEADER = ("村", "姓名", "性别", "身份证号")
# Real in shape, date and check digit; the first is the sample of GB 11643.
WOMAN = "11010519491231002X"
MAN = "440524188001010014"


def id_number(born_on: date, sequence: int, area: str = "533221") -> str:
    """A number of that birthday; an odd `sequence` is a man's."""
    first = f"{area}{born_on:%Y%m%d}{sequence:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return first + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True)) % 11]


def xlsx(*sheets: Iterable[Sequence[object]], merged: Iterable[Merge] = (), hidden: Iterable[int] = ()) -> bytes:
    """A workbook of these sheets; `merged` (first row, first column, last row, last column) is of the first."""
    target = io.BytesIO()
    with Workbook(target) as book:
        day = book.add_format({"num_format": "yyyy/m/d"})
        for rows in sheets:
            sheet = book.add_worksheet()
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(row, column, cell, day)
                    elif isinstance(cell, str):
                        sheet.write_string(row, column, cell)
                    elif cell is not None:
                        sheet.write(row, column, cell)
        made = book.worksheets()
        for first_row, first, last_row, last in merged:
            kept = list(sheets[0])[first_row][first] if sheets else None
            made[0].merge_range(first_row, first, last_row, last, kept)
        for at in hidden:
            made[at].hide()
    return target.getvalue()


def with_part(book: bytes, changes: Mapping[str, bytes | None], *, stored: bool = False) -> bytes:
    """The workbook with parts put in or, where None, left out."""
    target = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(target, "w", kind) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            if content is not None:
                new.writestr(name, content)
    return target.getvalue()


def with_sheet(cells: str, after: str = "") -> bytes:
    """A workbook whose only sheet has this XML for its rows."""
    sheet = (
        '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData>{after}</worksheet>"
    )
    return with_part(xlsx([["x"]]), {"xl/worksheets/sheet1.xml": sheet.encode()})


def row_xml(number: int, *texts: str) -> str:
    """A row of text cells from column A."""
    cells = (f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in enumerate(texts))
    return f'<row r="{number}">{"".join(cells)}</row>'


def csv_of(rows: Iterable[Sequence[object]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """The rows as a spreadsheet program saves them."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter).writerows(rows)
    return target.getvalue().encode(encoding)


def unpacked(book: bytes) -> str:
    """All the text there is in an .xlsx or another ZIP."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        return "".join(package.read(name).decode(errors="replace") for name in package.namelist())
