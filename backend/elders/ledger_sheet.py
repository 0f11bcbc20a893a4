"""A ledger as a spreadsheet: what the page shows, in the same rows and columns, with figures that can be added up."""

from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from backend.elders.ledger import Ledger, LedgerRow
from backend.elders.rules import LEAVES_FOR, LeaveReason, PriorityTier
from backend.elders.words import word
from backend.spreadsheets.cells import guard

_OFF = tuple(reason for reason in LeaveReason if reason in LEAVES_FOR or reason is LeaveReason.DOUBLE_FILE)
_WITHIN = tuple(reason for reason in LeaveReason if reason not in _OFF)
COUNTED = ("地方", "代码", "在册", *(word(tier) for tier in PriorityTier), "离册")
LEFT = ("地方", "代码", "离册", *(word(reason) for reason in (*_OFF, *_WITHIN)))


def write_ledger(ledger: Ledger, target: BinaryIO) -> int:
    """Write the places right under the top, and the top as their sum, under 在册人数 and 离册原因; gives the places."""
    top = next((row for row in ledger.rows if row.parent_id is None), None)
    under = [row for row in ledger.rows if top is not None and row.parent_id == top.id]
    workbook = Workbook(target, {"in_memory": True})
    days = f"截至 {ledger.as_of.isoformat()}，离册从 {ledger.since.isoformat()} 算起"
    for name, titles, figures in (("在册人数", COUNTED, _counted), ("离册原因", LEFT, _left)):
        sheet = workbook.add_worksheet(name)
        sheet.set_column(0, len(titles) - 1, 14)
        sheet.write_string(0, 0, guard(f"{top.name if top else ''}留守老年人台账，{days}"))
        bold = workbook.add_format({"bold": True})
        for column, title in enumerate(titles):
            sheet.write_string(1, column, title, bold)
        for line, row in enumerate(under or ([top] if top else []), start=2):
            _write(sheet, line, f"{row.name}（已撤销）" if row.ended_on else row.name, row.code, figures(row))
        if top is not None and under:
            _write(sheet, len(under) + 2, "合计", "", figures(top))
    workbook.close()
    return len(under)


def _write(sheet: Worksheet, line: int, name: str, code: str, figures: list[int]) -> None:
    sheet.write_string(line, 0, guard(name))
    sheet.write_string(line, 1, code)
    for column, figure in enumerate(figures, start=2):
        sheet.write_number(line, column, figure)


def _counted(row: LedgerRow) -> list[int]:
    by_tier = [row.tiers[tier].on_register for tier in PriorityTier]
    return [sum(by_tier), *by_tier, _gone(row, *_OFF)]


def _left(row: LedgerRow) -> list[int]:
    return [_gone(row, *_OFF), *(_gone(row, reason) for reason in (*_OFF, *_WITHIN))]


def _gone(row: LedgerRow, *reasons: LeaveReason) -> int:
    return sum(counts.left.get(reason, 0) for counts in row.tiers.values() for reason in reasons)
