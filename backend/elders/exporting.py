"""The register as a spreadsheet: for the township's desk, and in the layout agreed for the provincial platform.

Every cell is text, so identity numbers keep all their digits; what a program would take for a formula is guarded.
Rows are written as they come, so memory stays flat; until a file is finished they wait in a private folder that is
removed with everything in it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from tempfile import TemporaryDirectory
from typing import BinaryIO

import msgspec
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from backend.elders.imports.columns import SUPPORTERS, Column, SupporterColumn, supporter_column
from backend.elders.imports.entries import ElderEntry, SupporterEntry
from backend.elders.imports.values import HARDSHIPS
from backend.elders.rules import Gender, PriorityTier
from backend.elders.words import word
from backend.spreadsheets.cells import guard

# What an export adds to the columns that an import reads.
TIER = "人群类别"
VILLAGE_CODE = "行政区划代码"
CONFIRMED_ON = "最近确认日期"

GENDERS = {Gender.FEMALE: "女", Gender.MALE: "男"}


class RegisterRow(msgspec.Struct, frozen=True):
    """An elder as exported: the entry, the class (R019), the village's 12-digit code, the last confirmation (R017)."""

    entry: ElderEntry
    tier: PriorityTier
    village_code: str | None = None
    confirmed_on: date | None = None


class LayoutColumn(msgspec.Struct, frozen=True):
    """One column of a layout: its title there, our column it comes from, and what the file itself says of it."""

    title: str
    source: str
    required: bool
    meaning: str


class Layout(msgspec.Struct, frozen=True):
    """A column layout under a version; what is changed gets a new version."""

    version: str
    columns: tuple[LayoutColumn, ...]


class Written(msgspec.Struct, frozen=True):
    """How many rows went out, and how many stayed behind for a required column."""

    complete: int
    incomplete: int


def _yes_no(answer: bool | None) -> str | None:
    return None if answer is None else "是" if answer else "否"


def texts_of(entry: ElderEntry) -> dict[str, str]:
    """The entry's cells by column, blank ones left out: what `importing` reads back as the same entry."""
    texts: dict[str, str | None] = {
        Column.TOWNSHIP: entry.township,
        Column.VILLAGE: entry.village,
        Column.NAME: entry.name,
        Column.GENDER: GENDERS[entry.gender],
        Column.BORN_ON: entry.born_on.isoformat(),
        Column.ID_NUMBER: entry.id_number,
        Column.PHONE: entry.phone,
        Column.ADDRESS: entry.address,
        Column.REGISTERED_HERE: _yes_no(entry.registered_here),
        Column.LIVING_ALONE: _yes_no(entry.living_alone),
        Column.MINOR_AT_HOME: _yes_no(entry.minor_at_home),
        Column.HARDSHIP: HARDSHIPS[entry.hardship] if entry.hardship else None,
        Column.ABILITY: word(entry.ability),
        Column.MOBILITY: word(entry.mobility),
        Column.DISABILITY: word(entry.disability),
        Column.DEMENTIA: _yes_no(entry.dementia),
        Column.SERIOUSLY_ILL: _yes_no(entry.seriously_ill),
        Column.ACCEPTS_SERVICES: _yes_no(entry.accepts_services),
        Column.CONTACT_NAME: entry.contact_name,
        Column.CONTACT_PHONE: entry.contact_phone,
        **entry.notes,
    }
    for number, supporter in enumerate(entry.supporters, 1):
        texts |= {supporter_column(number, part): text for part, text in _supporter_texts(supporter).items()}
    return {column: text for column, text in texts.items() if text}


def _supporter_texts(supporter: SupporterEntry) -> dict[SupporterColumn, str | None]:
    return {
        SupporterColumn.NAME: supporter.name,
        SupporterColumn.RELATION: supporter.relation,
        SupporterColumn.PHONE: supporter.phone,
        SupporterColumn.WHEREABOUTS: supporter.whereabouts,
        SupporterColumn.AWAY_SINCE: supporter.away_since.isoformat() if supporter.away_since else None,
        SupporterColumn.FOR_WORK: _yes_no(supporter.for_work),
        SupporterColumn.ABLE: _yes_no(supporter.able),
    }


REGISTER_COLUMNS = (
    *(column for column in Column),
    *(supporter_column(number, part) for number in range(1, SUPPORTERS + 1) for part in SupporterColumn),
)


def write_register(rows: Iterable[RegisterRow], target: BinaryIO) -> int:
    """Write the rows, in their order, under 名册, and their numbers by village and class under 汇总 (R019, R022).

    Gives the number of rows. Memory: one row, and one line of sums for each village.
    """
    sums: dict[tuple[str | None, str], dict[PriorityTier, int]] = {}
    with _book(target) as book:
        sheet = _Table(book, "名册", (TIER, *REGISTER_COLUMNS))
        for row in rows:
            texts = texts_of(row.entry)
            sheet.add(word(row.tier), *(texts.get(column) for column in REGISTER_COLUMNS))
            counts = sums.setdefault((row.entry.township, row.entry.village), dict.fromkeys(PriorityTier, 0))
            counts[row.tier] += 1
        totals = _Table(book, "汇总", (Column.TOWNSHIP, Column.VILLAGE, *(word(tier) for tier in PriorityTier), "合计"))
        for place, counts in sums.items():
            totals.add(*place, *(str(count) for count in counts.values()), str(sum(counts.values())))
    return sheet.rows


# The platform publishes no template that we know of: this is our own layout, by R014, R017 and R026-R028, to be laid
# beside the platform's when an office shares it; a difference becomes a new version, never a change of this one.
PROVINCIAL = Layout(
    "yn-elders/1",
    (
        LayoutColumn("行政区划代码", VILLAGE_CODE, True, "村的 12 位统计用区划代码"),
        LayoutColumn("乡镇", Column.TOWNSHIP, False, "乡镇或街道名称"),
        LayoutColumn("村", Column.VILLAGE, True, "村民委员会名称"),
        LayoutColumn("姓名", Column.NAME, True, "与身份证一致"),
        LayoutColumn("身份证号", Column.ID_NUMBER, True, "18 位，末位可为 X（GB 11643）"),
        LayoutColumn("性别", Column.GENDER, True, "男或女"),
        LayoutColumn("出生日期", Column.BORN_ON, True, "年-月-日，例如 1949-12-31"),
        LayoutColumn("联系电话", Column.PHONE, False, "手机或带区号的座机，只写数字"),
        LayoutColumn("住址", Column.ADDRESS, True, "平时居住的地方"),
        LayoutColumn("人群类别", TIER, True, "重点人群、次重点人群、一般人群、待评估"),
        LayoutColumn("能力等级", Column.ABILITY, True, "GB/T 42195-2022 五级，或未评估"),
        LayoutColumn("残疾等级", Column.DISABILITY, False, "残疾一级至四级、无残疾、残疾情况不清楚"),
        LayoutColumn("是否独居", Column.LIVING_ALONE, True, "是或否"),
        LayoutColumn("困难类型", Column.HARDSHIP, False, "特困、低保、其他困难、无"),
        LayoutColumn("紧急联系人姓名", Column.CONTACT_NAME, False, "出事时先找的人"),
        LayoutColumn("紧急联系人电话", Column.CONTACT_PHONE, False, "只写数字"),
        LayoutColumn("赡养人姓名", supporter_column(1, SupporterColumn.NAME), True, "主要赡养人"),
        LayoutColumn("赡养人关系", supporter_column(1, SupporterColumn.RELATION), False, "是老人的什么人"),
        LayoutColumn("赡养人电话", supporter_column(1, SupporterColumn.PHONE), True, "只写数字"),
        LayoutColumn("赡养人务工地", supporter_column(1, SupporterColumn.WHEREABOUTS), True, "写到市"),
        LayoutColumn("最近确认日期", CONFIRMED_ON, True, "这条信息最近一次核实的日子，每季度至少一次"),
    ),
)


def missing_columns(row: RegisterRow, layout: Layout) -> tuple[str, ...]:
    """The titles of the layout's required columns for which the row has nothing (R144)."""
    texts = _row_texts(row)
    return tuple(column.title for column in layout.columns if column.required and column.source not in texts)


def write_layout(rows: Iterable[RegisterRow], layout: Layout, target: BinaryIO, incomplete: BinaryIO) -> Written:
    """Write complete rows and the layout's description to `target`, and to `incomplete` what every other row lacks.

    Two files, because the first is handed on and the second is for the office to work through.
    """
    with _book(target) as book, _book(incomplete) as other:
        data = _Table(book, "数据", tuple(column.title for column in layout.columns))
        lacking = _Table(other, "缺项", (Column.TOWNSHIP, Column.VILLAGE, Column.NAME, "缺少的必填项"))
        for row in rows:
            if missing := missing_columns(row, layout):
                lacking.add(row.entry.township, row.entry.village, row.entry.name, "、".join(missing))
            else:
                texts = _row_texts(row)
                data.add(*(texts.get(column.source) for column in layout.columns))
        about = _Table(book, "说明", (f"版式 {layout.version}", "必填", "含义"))
        for column in layout.columns:
            about.add(column.title, _yes_no(column.required), column.meaning)
    return Written(data.rows, lacking.rows)


def _row_texts(row: RegisterRow) -> dict[str, str]:
    added = {
        TIER: word(row.tier),
        VILLAGE_CODE: row.village_code,
        CONFIRMED_ON: row.confirmed_on.isoformat() if row.confirmed_on else None,
    }
    return texts_of(row.entry) | {column: text for column, text in added.items() if text}


class _Table:
    """One sheet of text cells under a header that stays in view."""

    def __init__(self, book: "_Book", name: str, titles: tuple[str, ...]) -> None:
        self.rows = 0
        self._text = book.text
        self._sheet: Worksheet = book.workbook.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_column(0, len(titles) - 1, 16, book.text)
        for at, title in enumerate(titles):
            self._sheet.write_string(0, at, title, book.bold)

    def add(self, *texts: str | None) -> None:
        self.rows += 1
        for at, text in enumerate(texts):
            if text:
                self._sheet.write_string(self.rows, at, guard(text), self._text)


class _Book(msgspec.Struct):
    workbook: Workbook
    text: Format
    bold: Format


@contextmanager
def _book(target: BinaryIO) -> Iterator[_Book]:
    """A workbook written to `target` on leaving, unless something went wrong on the way."""
    with TemporaryDirectory(prefix="register-") as waiting:
        workbook = Workbook(target, {"constant_memory": True, "tmpdir": waiting})
        yield _Book(workbook, workbook.add_format({"num_format": "@"}), workbook.add_format({"bold": True}))
        workbook.close()
