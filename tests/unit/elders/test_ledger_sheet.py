"""The ledger's spreadsheet has the page's figures, and they add up."""

import re
from datetime import date
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest

from backend.elders.ledger import Ledger, LedgerRow, TierCounts
from backend.elders.ledger_sheet import COUNTED, LEFT, write_ledger
from backend.elders.rules import LeaveReason, PriorityTier

TOP, ONE, OTHER = (UUID(int=number) for number in (1, 2, 3))
HIGH, ROUTINE = PriorityTier.HIGH, PriorityTier.ROUTINE


def row(place: UUID, name: str, parent: UUID | None, high: int, routine: int, died: int) -> LedgerRow:
    tiers = dict.fromkeys(PriorityTier, TierCounts())
    counted = {HIGH: TierCounts(high, {LeaveReason.DIED: died}), ROUTINE: TierCounts(routine)}
    return LedgerRow(
        place, f"5201231002{place.int:02}", name, "village" if parent else "township", parent, tiers | counted
    )


def figures(sheet: int, *rows: LedgerRow) -> list[list[int]]:
    """The numbers of each line of places."""
    made = BytesIO()
    write_ledger(Ledger(date(2026, 3, 10), date(2026, 1, 1), rows), made)
    with ZipFile(made) as package:
        text = package.read(f"xl/worksheets/sheet{sheet}.xml").decode()
    lines = re.findall(r"<row [^>]*>.*?</row>", text)
    return [[int(cell) for cell in re.findall(r"<c r=.\w+.><v>(\d+)</v>", line)] for line in lines[2:]]


@pytest.mark.parametrize(("sheet", "titles"), [(1, COUNTED), (2, LEFT)])
def test_places_under_the_top_add_up_to_it(sheet: int, titles: tuple[str, ...]) -> None:
    top, under = (
        row(TOP, "石门乡", None, 5, 4, 3),
        (row(ONE, "上坪村", TOP, 2, 1, 1), row(OTHER, "下坪村", TOP, 3, 3, 2)),
    )
    one, other, together = figures(sheet, top, *under)
    assert len(together) == len(titles) - 2
    assert [sum(pair) for pair in zip(one, other, strict=True)] == together
    assert together[0] == (9 if sheet == 1 else 3)


def test_a_village_stands_for_itself() -> None:
    assert figures(1, row(TOP, "上坪村", None, 2, 1, 1)) == [[3, 2, 0, 1, 0, 1]]


def test_a_name_is_no_formula() -> None:
    made = BytesIO()
    write_ledger(Ledger(date(2026, 3, 10), date(2026, 1, 1), (row(TOP, "=1+1", None, 2, 1, 1),)), made)
    with ZipFile(made) as package:
        assert "'=1+1" in package.read("xl/sharedStrings.xml").decode()
        assert "<f>" not in package.read("xl/worksheets/sheet1.xml").decode()
