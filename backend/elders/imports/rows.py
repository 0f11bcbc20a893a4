"""A county's spreadsheet as candidates for the register: row by row, every problem said, nothing stored.

Needed of each row: village, name, and either an identity number or birthday with gender. All else may be blank, and
blank means not known. Two passes (a dry run, then the import) read the same file twice and find the same things.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from backend.elders.errors import BirthdayNotPossible
from backend.elders.imports import values
from backend.elders.imports.columns import SUPPORTERS, Column, SupporterColumn, known_titles, supporter_column
from backend.elders.imports.entries import NOTES, ElderEntry, SupporterEntry
from backend.elders.imports.values import BirthMonth, Unclear
from backend.elders.rules import AbilityLevel, Gender, check_birthday
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.spreadsheets.cells import FAILURES
from backend.spreadsheets.sheets import Row, read_sheet

T = TypeVar("T")

_FOOTER = re.compile(r"(合计|总计|小计|共计|填表|制表|审核|填报|负责人|单位|备注|注[:：]|说明|日期|联系人)")


class Candidate(msgspec.Struct, frozen=True):
    """An elder found in row `row` of the file, counted as the spreadsheet program counts."""

    row: int
    entry: ElderEntry


class Problem(msgspec.Struct, frozen=True):
    """Why a row cannot be taken. `column` is its title in the file; the sentence repeats nothing of the cell."""

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        return f"第 {self.row} 行 {self.column}：{self.sentence}"


class RegisterFile:
    """A register being read. Iterating yields a Candidate or its Problems for each row, and may be done again."""

    def __init__(self, source: bytes | Path, today: date) -> None:
        """`today` is the Shanghai day that ages are counted on. Raises the refusals of `sheets.read_sheet`."""
        self._sheet = read_sheet(source, known_titles())
        self._today = today
        self.ignored = self._sheet.unknown

    @property
    def rows_read(self) -> int:
        """Rows passed so far, blank ones too."""
        return self._sheet.rows_read

    @property
    def rows_at_most(self) -> int:
        """Where `rows_read` ends; in a csv with line breaks inside cells it ends sooner."""
        return self._sheet.rows_at_most

    def __iter__(self) -> Iterator[Candidate | Problem]:
        """Raises SheetEmpty, SheetTooLong, SheetDamaged. Of a file without a needed column only that is said."""
        missing = list(self._missing_columns())
        if missing:
            yield from missing
            return
        numbers, rounded = _Numbers(), _Rounded()
        for row in _elders(self._sheet):
            if _is_footer(row):
                continue
            cells = _Cells(row, self._sheet.titles)
            candidate = _candidate(cells, self._today)
            if number := cells.id_number:
                cells.say_if(Column.ID_NUMBER, numbers.repeated(number, row.number))
            rounded.note(cells)
            yield from cells.problems
            if candidate and not cells.problems:
                yield candidate
        yield from rounded.doubtful(self._sheet.titles)

    def _missing_columns(self) -> Iterator[Problem]:
        titles = self._sheet.titles
        for column in (Column.VILLAGE, Column.NAME):
            if column not in titles:
                yield Problem(self._sheet.header_row, column, "表头里没有这一列，请加上")
        if Column.ID_NUMBER not in titles and not {Column.BORN_ON, Column.GENDER} <= titles.keys():
            yield Problem(self._sheet.header_row, Column.ID_NUMBER, "表头里要有身份证号，或者既有出生日期又有性别")


_PLACES = {supporter_column(at, part): (at, part) for at in range(1, SUPPORTERS + 1) for part in SupporterColumn}


def _elders(rows: Iterable[Row]) -> Iterator[Row]:
    """One row for each elder: where a merged name stands beside several rows, each tells one more supporter."""
    held: Row | None = None
    for row in rows:
        joined = _joined(held, row) if held and Column.NAME in row.inherited else None
        if held and not joined:
            yield held
        held = joined or row
    if held:
        yield held


def _joined(held: Row, more: Row) -> Row | None:
    """`held` with the supporters of `more`; None when `more` says anything else, or more than there is room for."""
    told = max((_PLACES[column][0] for column in held.cells if column in _PLACES), default=0)
    added: dict[str, str] = {}
    for column in more.cells.keys() - more.inherited:
        if column not in _PLACES or (at := _PLACES[column][0] + told) > SUPPORTERS:
            return None
        added[supporter_column(at, _PLACES[column][1])] = more.cells[column]
    return Row(held.number, held.first, held.cells | added)


class _Cells:
    """The cells of one row, and what is wrong with them."""

    def __init__(self, row: Row, titles: dict[str, str]) -> None:
        self.number = row.number
        self.problems: list[Problem] = []
        self.id_number: str | None = None
        self.mangled = False
        self._texts = row.cells
        self._titles = titles

    def say(self, column: str, sentence: str) -> None:
        self.problems.append(Problem(self.number, self._titles.get(column, column), sentence))

    def say_if(self, column: str, sentence: str | None) -> None:
        if sentence:
            self.say(column, sentence)

    def has(self, column: str) -> bool:
        return column in self._texts

    def take(self, column: str, read: Callable[[str], T]) -> T | None:
        """The fact in a cell; None when the cell is blank or has a problem."""
        text = self._texts.get(column)
        if text is None:
            return None
        try:
            if text in FAILURES:
                raise Unclear("这一格是公式，没有算出结果：请把这一列复制后“选择性粘贴”为数值")
            return read(text)
        except Unclear as unclear:
            self.mangled |= unclear.sentence == values.MANGLED
            self.say(column, unclear.sentence)
            return None

    def need(self, column: str, read: Callable[[str], T]) -> T | None:
        """As `take`, with a problem when the cell is blank."""
        if not self.has(column):
            self.say(column, "没有填写")
        return self.take(column, read)


def _candidate(cells: _Cells, today: date) -> Candidate | None:
    """The row's elder, when nothing that it cannot do without is missing. Problems are left in `cells`."""
    village, name = cells.need(Column.VILLAGE, values.place), cells.need(Column.NAME, values.name)
    cells.id_number = cells.take(Column.ID_NUMBER, values.id_number)
    born_on, gender = _birthday(cells, today), _gender(cells)
    line = partial(values.short, most=120)
    entry = partial(
        ElderEntry,
        id_number=cells.id_number,
        township=cells.take(Column.TOWNSHIP, values.place),
        phone=cells.take(Column.PHONE, values.phone),
        address=cells.take(Column.ADDRESS, line),
        registered_here=cells.take(Column.REGISTERED_HERE, values.yes_or_no),
        living_alone=cells.take(Column.LIVING_ALONE, values.living_alone),
        minor_at_home=cells.take(Column.MINOR_AT_HOME, values.yes_or_no),
        hardship=cells.take(Column.HARDSHIP, values.hardship),
        ability=cells.take(Column.ABILITY, values.ability) or AbilityLevel.UNKNOWN,
        mobility=cells.take(Column.MOBILITY, values.mobility) or Mobility.UNKNOWN,
        disability=cells.take(Column.DISABILITY, values.disability) or DisabilityGrade.UNKNOWN,
        dementia=cells.take(Column.DEMENTIA, values.yes_or_no),
        seriously_ill=cells.take(Column.SERIOUSLY_ILL, values.yes_or_no),
        accepts_services=cells.take(Column.ACCEPTS_SERVICES, values.yes_or_no),
        contact_name=cells.take(Column.CONTACT_NAME, partial(values.short, most=40)),
        contact_phone=cells.take(Column.CONTACT_PHONE, values.phone),
        supporters=tuple(_supporters(cells, today)),
        notes={
            column: text
            for column, most in NOTES.items()
            if (text := cells.take(column, partial(values.short, most=most)))
        },
    )
    if village is None or name is None or born_on is None or gender is None:
        return None
    return Candidate(cells.number, entry(village=village, name=name, born_on=born_on, gender=gender))


def _birthday(cells: _Cells, today: date) -> date | None:
    """The birthday written, else that of the identity number; both must agree."""
    written = cells.take(Column.BORN_ON, values.birthday)
    number = cells.id_number
    of_number = date.fromisoformat(f"{number[6:10]}-{number[10:12]}-{number[12:14]}") if number else None
    if written is None and not cells.has(Column.BORN_ON) and not cells.has(Column.ID_NUMBER):
        cells.say(Column.BORN_ON, "没有填写，也没有身份证号")
    if isinstance(written, BirthMonth) and of_number is None:
        if not cells.has(Column.ID_NUMBER):
            cells.say(Column.BORN_ON, "没有身份证号时，出生日期要写到日，例如 1949-12-31")
        return None
    agrees = of_number is None or (
        written.may_be(of_number) if isinstance(written, BirthMonth) else written == of_number
    )
    if written and not agrees:
        cells.say(Column.BORN_ON, "和身份证号里的出生日期不一致，请对照证件核对")
        return None
    born_on = written if isinstance(written, date) else of_number
    try:
        return check_birthday(born_on, today) if born_on else None
    except BirthdayNotPossible as refused:
        cells.say(Column.BORN_ON if cells.has(Column.BORN_ON) else Column.ID_NUMBER, refused.user_message)
        return None


def _gender(cells: _Cells) -> Gender | None:
    """The gender written, else that of the identity number's seventeenth digit; both must agree."""
    written = cells.take(Column.GENDER, values.gender)
    number = cells.id_number
    of_number = (Gender.MALE if int(number[16]) % 2 else Gender.FEMALE) if number else None
    if written and of_number and written is not of_number:
        cells.say(Column.GENDER, "和身份证号第 17 位表示的性别不一致，请对照证件核对")
        return None
    if written is None and not cells.has(Column.GENDER) and not cells.has(Column.ID_NUMBER):
        cells.say(Column.GENDER, "没有填写，也没有身份证号")
    return written or of_number


def _supporters(cells: _Cells, today: date) -> Iterator[SupporterEntry]:
    entry = partial(values.short, most=40)
    for number in range(1, SUPPORTERS + 1):
        column = partial(supporter_column, number)
        if not any(cells.has(column(part)) for part in SupporterColumn):
            continue
        name = cells.need(column(SupporterColumn.NAME), values.name)
        supporter = partial(
            SupporterEntry,
            relation=cells.take(column(SupporterColumn.RELATION), entry),
            phone=cells.take(column(SupporterColumn.PHONE), values.phone),
            whereabouts=cells.take(column(SupporterColumn.WHEREABOUTS), partial(values.short, most=120)),
            away_since=cells.take(column(SupporterColumn.AWAY_SINCE), partial(values.away_since, today=today)),
            for_work=cells.take(column(SupporterColumn.FOR_WORK), values.yes_or_no),
            able=cells.take(column(SupporterColumn.ABLE), values.yes_or_no),
        )
        if name:
            yield supporter(name=name)


class _Numbers:
    """Where each identity number of the file stood first."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}

    def repeated(self, number: str, row: int) -> str | None:
        first = self._rows.setdefault(number, row)
        return None if first == row else f"和第 {first} 行的身份证号相同，同一位老人只留一行"


class _Rounded:
    """Numbers that end in 000: one in eleven of those a program rounded has a right check digit by chance.

    They are believed only in a file where no other number was rounded.
    """

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._seen = False

    def note(self, cells: _Cells) -> None:
        self._seen |= cells.mangled
        if cells.id_number and cells.id_number.endswith("000"):
            self._rows.append(cells.number)

    def doubtful(self, titles: dict[str, str]) -> Iterator[Problem]:
        for row in self._rows if self._seen else ():
            sentence = "末三位是 000，而这个文件里别的号码被表格软件改坏过，请对照证件核对后重新填写"
            yield Problem(row, titles[Column.ID_NUMBER], sentence)


def _is_footer(row: Row) -> bool:
    """Sums, signatures and notes under the table."""
    person = {Column.ID_NUMBER, Column.BORN_ON, Column.GENDER}
    return _FOOTER.match(row.first) is not None and not person & row.cells.keys()
