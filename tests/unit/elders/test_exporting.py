"""The register as a spreadsheet, and back."""

import io
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.elders.exporting import (
    PROVINCIAL,
    LayoutColumn,
    RegisterRow,
    missing_columns,
    write_layout,
    write_register,
)
from backend.elders.imports.columns import SUPPORTERS, Column
from backend.elders.imports.entries import NOTES, ElderEntry, SupporterEntry
from backend.elders.imports.rows import Candidate, Problem, RegisterFile
from backend.elders.imports.values import Hardship
from backend.elders.rules import AbilityLevel, Gender, PriorityTier
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.spreadsheets.cells import clean
from backend.spreadsheets.sheets import read_sheet
from tests.factories.sheets import id_number

TODAY = date(2026, 3, 10)
DAY = date(1949, 12, 31)
LI = ElderEntry(
    township="白沙镇",
    village="李家湾村",
    name="李大山",
    gender=Gender.MALE,
    born_on=DAY,
    id_number=id_number(DAY, 13),
    address="二组",
    living_alone=True,
    supporters=(SupporterEntry(name="李强", phone="13812345678", whereabouts="广东省深圳市"),),
)
ROW = RegisterRow(LI, PriorityTier.HIGH, village_code="533221100201", confirmed_on=date(2026, 1, 5))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(clean).filter(bool)
lines = texts.filter(lambda text: not text.startswith("#"))
names = st.text("李王张大山强·", min_size=1, max_size=6).filter(lambda name: any(sign.isalpha() for sign in name))
phones = st.none() | st.integers(13000000000, 19999999999).map(str)
answers = st.none() | st.booleans()
supporters = st.builds(
    SupporterEntry,
    name=names,
    relation=st.none() | lines,
    phone=phones,
    whereabouts=st.none() | lines,
    away_since=st.none() | st.dates(date(1990, 1, 1), TODAY),
    for_work=answers,
    able=answers,
)


@st.composite
def elders(draw: st.DrawFn) -> ElderEntry:
    """Any entry the register can hold."""
    born_on, man = draw(st.dates(date(1905, 1, 1), date(1965, 1, 1))), draw(st.booleans())
    number = id_number(born_on, 2 * draw(st.integers(0, 499)) + man)
    return draw(
        st.builds(
            ElderEntry,
            village=st.just("533221100201") | names,
            township=st.none() | names,
            name=names,
            gender=st.just(Gender.MALE if man else Gender.FEMALE),
            born_on=st.just(born_on),
            id_number=st.none() | st.just(number),
            phone=phones,
            address=st.none() | lines,
            registered_here=answers,
            living_alone=answers,
            minor_at_home=answers,
            hardship=st.none() | st.sampled_from(Hardship),
            ability=st.sampled_from(AbilityLevel),
            mobility=st.sampled_from(Mobility),
            disability=st.sampled_from(DisabilityGrade),
            dementia=answers,
            seriously_ill=answers,
            accepts_services=answers,
            contact_name=st.none() | lines,
            contact_phone=phones,
            supporters=st.lists(supporters, max_size=SUPPORTERS).map(tuple),
            notes=st.dictionaries(st.sampled_from(list(NOTES)), lines, max_size=3),
        )
    )


def exported(*rows: RegisterRow) -> bytes:
    target = io.BytesIO()
    assert write_register(rows, target) == len(rows)
    return target.getvalue()


def sheet_rows(book: bytes, *titles: str) -> list[dict[str, str]]:
    """The rows under these titles, in whichever sheet has them."""
    return [row.cells for row in read_sheet(book, {title: title for title in titles})]


def platform(*rows: RegisterRow) -> tuple[bytes, bytes]:
    target, incomplete = io.BytesIO(), io.BytesIO()
    written = write_layout(rows, PROVINCIAL, target, incomplete)
    assert written.complete + written.incomplete == len(rows)
    return target.getvalue(), incomplete.getvalue()


class TestWriteRegister:
    @settings(max_examples=60)
    @given(st.lists(elders(), min_size=1, max_size=4, unique_by=lambda entry: entry.id_number or id(entry)))
    def test_what_goes_out_comes_back_the_same(self, entries: list[ElderEntry]) -> None:
        book = exported(*(RegisterRow(entry, PriorityTier.UNCLASSIFIED) for entry in entries))
        assert [each for each in RegisterFile(book, TODAY)] == [
            Candidate(row, entry) for row, entry in enumerate(entries, 2)
        ]

    def test_keeps_identity_numbers_as_text(self) -> None:
        with zipfile.ZipFile(io.BytesIO(exported(ROW))) as package:
            sheet = package.read("xl/worksheets/sheet1.xml").decode()
        assert re.search(rf'<c r="\w+" s="\d+" t="inlineStr"><is><t>{LI.id_number}</t></is></c>', sheet)
        assert "<v>" not in sheet

    @pytest.mark.parametrize("begins", ["=", "+", "-", "@", "＝"])
    def test_gives_no_formula_out(self, begins: str) -> None:
        entry = ElderEntry(
            village="甲村", name="李大山", gender=Gender.MALE, born_on=DAY, address=f'{begins}HYPERLINK("http://x")'
        )
        with zipfile.ZipFile(io.BytesIO(exported(RegisterRow(entry, PriorityTier.HIGH)))) as package:
            sheet = package.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert f"<t>'{begins}HYPERLINK" in sheet

    @pytest.mark.parametrize("sign", ["\x00", "\x1b", "\ufffe", "\uffff", "\ud800"])
    def test_gives_out_no_sign_that_makes_the_file_damaged(self, sign: str) -> None:
        entry = ElderEntry(
            village="甲村",
            name="李大山",
            gender=Gender.MALE,
            born_on=DAY,
            address=f"{sign}=二{sign}组",
            living_alone=True,
        )
        book = exported(RegisterRow(entry, PriorityTier.HIGH))
        with zipfile.ZipFile(io.BytesIO(book)) as package:
            sheet = package.read("xl/worksheets/sheet1.xml").decode()
        assert "<t>'=二组</t>" in sheet
        assert not re.search(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_x00", sheet)
        (found,) = RegisterFile(book, TODAY)
        assert isinstance(found, Candidate)
        assert found.entry.address == "=二组"

    def test_cuts_what_no_cell_can_hold_and_stays_readable(self) -> None:
        """Excel's most are 32,767 characters; the import then says which cell it cannot take."""
        note = ElderEntry(
            village="甲村",
            name="李大山",
            gender=Gender.MALE,
            born_on=DAY,
            living_alone=True,
            notes={Column.REMARK: "=" + "戏" * 40_000},
        )
        book = exported(RegisterRow(note, PriorityTier.HIGH), ROW)
        (row, _) = sheet_rows(book, "村", "姓名", "备注")
        assert len(row["备注"]) == 32_766
        first, second = RegisterFile(book, TODAY)
        assert isinstance(first, Problem)
        assert (first.row, first.column) == (2, "备注")
        assert second == Candidate(3, LI)

    def test_adds_up_by_village_and_class(self) -> None:
        other = RegisterRow(
            ElderEntry(village="王家村", name="王二", gender=Gender.FEMALE, born_on=DAY), PriorityTier.ROUTINE
        )
        sums = sheet_rows(exported(ROW, other, ROW), "村", "重点人群", "一般人群", "合计")
        assert sums == [
            {"村": "李家湾村", "重点人群": "2", "一般人群": "0", "合计": "2"},
            {"村": "王家村", "重点人群": "0", "一般人群": "1", "合计": "1"},
        ]

    def test_tells_villages_of_one_name_apart_by_township(self) -> None:
        other = RegisterRow(
            ElderEntry(township="青山镇", village=LI.village, name="王二", gender=Gender.FEMALE, born_on=DAY),
            PriorityTier.HIGH,
        )
        assert [row["乡镇"] for row in sheet_rows(exported(ROW, other), "乡镇", "村", "合计")] == ["白沙镇", "青山镇"]

    def test_shows_the_class_of_each(self) -> None:
        assert sheet_rows(exported(ROW), "人群类别", "姓名", "住址")[0]["人群类别"] == "重点人群"

    def test_leaves_nothing_behind_when_it_breaks_off(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

        def breaking() -> Iterator[RegisterRow]:
            yield ROW
            assert os.listdir(tmp_path)
            raise ConnectionError

        target = io.BytesIO()
        with pytest.raises(ConnectionError):
            write_register(breaking(), target)
        assert target.getvalue() == b""
        assert os.listdir(tmp_path) == []

    def test_of_no_rows_is_a_file_with_its_header(self) -> None:
        assert exported()


class TestLayout:
    def test_of_the_platform_stays_as_it_was_published(self) -> None:
        assert PROVINCIAL.version == "yn-elders/1"
        assert " ".join(("*" if column.required else "") + column.title for column in PROVINCIAL.columns) == (
            "*行政区划代码 乡镇 *村 *姓名 *身份证号 *性别 *出生日期 联系电话 *住址 *人群类别 *能力等级 残疾等级 "
            "*是否独居 困难类型 紧急联系人姓名 紧急联系人电话 *赡养人姓名 赡养人关系 *赡养人电话 "
            "*赡养人务工地 *最近确认日期"
        )

    def test_gives_a_complete_row_in_its_columns(self) -> None:
        book, _ = platform(ROW)
        (row,) = sheet_rows(book, *(column.title for column in PROVINCIAL.columns))
        assert row == {
            "行政区划代码": "533221100201",
            "乡镇": "白沙镇",
            "村": "李家湾村",
            "姓名": "李大山",
            "身份证号": LI.id_number,
            "性别": "男",
            "出生日期": "1949-12-31",
            "住址": "二组",
            "人群类别": "重点人群",
            "能力等级": "未评估",
            "残疾等级": "残疾情况不清楚",
            "是否独居": "是",
            "赡养人姓名": "李强",
            "赡养人电话": "13812345678",
            "赡养人务工地": "广东省深圳市",
            "最近确认日期": "2026-01-05",
        }

    def test_keeps_a_row_back_and_says_what_it_lacks(self) -> None:
        bare = RegisterRow(
            ElderEntry(village="王家村", name="王二", gender=Gender.FEMALE, born_on=DAY), PriorityTier.ROUTINE
        )
        lacking = (
            "行政区划代码",
            "身份证号",
            "住址",
            "是否独居",
            "赡养人姓名",
            "赡养人电话",
            "赡养人务工地",
            "最近确认日期",
        )
        assert missing_columns(bare, PROVINCIAL) == lacking
        book, incomplete = platform(ROW, bare, ROW)
        assert len(sheet_rows(book, "姓名", "身份证号", "性别")) == 2
        assert sheet_rows(incomplete, "村", "姓名", "缺少的必填项") == [
            {"村": "王家村", "姓名": "王二", "缺少的必填项": "、".join(lacking)}
        ]

    def test_an_answer_of_no_is_an_answer(self) -> None:
        entry = ElderEntry(village="甲村", name="王二", gender=Gender.FEMALE, born_on=DAY, living_alone=False)
        assert "是否独居" not in missing_columns(RegisterRow(entry, PriorityTier.HIGH), PROVINCIAL)

    def test_describes_itself_in_the_file(self) -> None:
        book, _ = platform(ROW)
        about = sheet_rows(book, "版式yn elders 1".replace(" ", ""), "必填", "含义")
        assert len(about) == len(PROVINCIAL.columns)
        assert about[0]["必填"] == "是"
        assert {row["含义"] for row in about} == {column.meaning for column in PROVINCIAL.columns}

    def test_takes_every_column_from_one_that_exists(self) -> None:
        full = {column.source for column in PROVINCIAL.columns if isinstance(column, LayoutColumn)}
        assert full <= {
            *Column,
            "人群类别",
            "行政区划代码",
            "最近确认日期",
            "赡养人1姓名",
            "赡养人1关系",
            "赡养人1电话",
            "赡养人1务工地",
        }
