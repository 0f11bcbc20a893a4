"""Spreadsheets as offices really make them."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.elders.imports.columns import Column, known_titles
from backend.spreadsheets.cells import clean
from backend.spreadsheets.errors import (
    SheetColumnTwice,
    SheetEmpty,
    SheetHeaderMissing,
    SheetsMoreThanOne,
    SheetTooLong,
)
from backend.spreadsheets.sheets import Row, Sheet, read_sheet
from tests.factories.sheets import HEADER, MAN, WOMAN, Cell, csv_of, row_xml, with_part, with_sheet, xlsx

TEXTS = "xl/sharedStrings.xml"
LI = ("李家湾村", "李大山", "男", MAN)
LI_CELLS = dict(zip(HEADER, LI, strict=True))


def rows(source: bytes | Path) -> list[Row]:
    return list(read_sheet(source, known_titles()))


def sheet(source: bytes) -> Sheet:
    return read_sheet(source, known_titles())


class TestXlsx:
    def test_gives_rows_by_column_under_the_numbers_the_program_shows(self) -> None:
        assert [(row.number, row.cells) for row in rows(xlsx([HEADER, LI]))] == [(2, LI_CELLS)]

    def test_is_read_from_a_path_as_from_bytes(self, tmp_path: Path) -> None:
        path = tmp_path / "名册.xls"
        path.write_bytes(xlsx([HEADER, LI]))
        assert rows(path) == rows(path.read_bytes())

    def test_finds_the_header_below_a_merged_title(self) -> None:
        title = [("某县农村留守老年人台账",), ("填报单位：某镇",), HEADER, LI]
        (row,) = rows(xlsx(title, merged=[(0, 0, 0, 3), (1, 0, 1, 3)]))
        assert (row.number, row.cells) == (4, LI_CELLS)

    def test_joins_a_header_of_two_rows(self) -> None:
        above = (*HEADER, "赡养人情况", None, None)
        below = (None, None, None, None, "姓名", "与老人关系", "联系电话")
        merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 0, 6)]
        (row,) = rows(xlsx([above, below, (*LI, "李强", "子", "13812345678")], merged=merged))
        assert row.number == 3
        assert row.cells == LI_CELLS | {"赡养人1姓名": "李强", "赡养人1关系": "子", "赡养人1电话": "13812345678"}

    def test_carries_a_merged_village_down_and_no_further(self) -> None:
        table = [HEADER, LI, (None, "王二", "男", WOMAN), (None, "张三", "男", None)]
        names = [row.cells.get(Column.VILLAGE) for row in rows(xlsx(table, merged=[(1, 0, 2, 0)]))]
        assert names == ["李家湾村", "李家湾村", None]

    def test_keeps_columns_in_place_when_the_first_ones_are_empty(self) -> None:
        table = [(None, None, *HEADER), (None, None, *LI), (None, None, None, "王二", "男", WOMAN)]
        found = rows(xlsx(table, merged=[(1, 2, 2, 2)]))
        assert found[0].cells == LI_CELLS
        assert found[1].cells == {"村": "李家湾村", "姓名": "王二", "性别": "男", "身份证号": WOMAN}

    def test_skips_blank_rows_numbered_ones_and_repeated_headers(self) -> None:
        table = [("序号", *HEADER), (1, *LI), (2,), (), ("序号", *HEADER), (3, *LI)]
        assert [row.number for row in rows(xlsx(table))] == [2, 6]

    def test_reads_dates_numbers_and_line_breaks_as_text(self) -> None:
        table = [
            ("村", "姓名", "出生日期", "联系电话", "住址"),
            ("甲村", "李\n大山", date(1949, 12, 31), 13812345678, "一\r\n组"),
        ]
        assert list(rows(xlsx(table))[0].cells.values()) == ["甲村", "李 大山", "1949-12-31", "13812345678", "一 组"]

    @pytest.mark.parametrize(
        ("written", "text"),
        [("一_x000D_\n二", "一 二"), ("_x005F_x000D_", "_x000D_"), ("_xD800_一", "一"), ("a_x1", "a_x1")],
    )
    def test_takes_signs_out_of_their_writing(self, written: str, text: str) -> None:
        (row,) = rows(with_sheet(row_xml(1, *HEADER) + row_xml(2, "甲村", written)))
        assert row.cells[Column.NAME] == text

    @pytest.mark.parametrize(
        ("cell", "text"),
        [
            ('t="d"><v>1949-12-31T00:00:00</v>', "1949-12-31"),
            ('t="d"><v>10:10:10</v>', "10:10:10"),
            ('s=""><v>7</v>', "7"),
            ('t="s"><v></v>', ""),
            ("><v/>", ""),
            ('t="b"><v>1</v>', "是"),
            ('t="inlineStr"><v>旧</v><is><t>新</t></is>', "新"),
            ('t="str"><f>IF(1,"")</f><v></v>', ""),
        ],
    )
    def test_takes_every_kind_of_cell_that_programs_write(self, cell: str, text: str) -> None:
        (row,) = rows(with_sheet(row_xml(1, *HEADER) + f'<row r="2"><c r="A2" {cell}</c><c r="B2"><v>1</v></c></row>'))
        assert row.cells.get(Column.VILLAGE, "") == text

    def test_is_found_under_names_written_as_windows_does(self) -> None:
        package = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(xlsx([HEADER, LI]))) as old, zipfile.ZipFile(package, "w") as new:
            for name in old.namelist():
                new.writestr(name.replace("/", "\\"), old.read(name))
        assert len(rows(package.getvalue())) == 1

    def test_joins_pieces_of_one_text_and_leaves_out_how_it_is_spoken(self) -> None:
        rich = "<is><r><t>李</t></r><r><rPr><b/></rPr><t>大山</t></r><rPh sb='0' eb='1'><t>lǐ</t></rPh></is>"
        body = row_xml(1, *HEADER) + f'<row r="2"><c r="A2" t="inlineStr">{rich}</c></row>'
        assert rows(with_sheet(body))[0].cells == {"村": "李大山"}
        texts = f"<sst><si>{rich[4:-5]}</si></sst>".encode()
        shared = with_part(with_sheet(row_xml(1, *HEADER) + '<row><c t="s"><v>0</v></c></row>'), {TEXTS: texts})
        assert rows(shared)[0].cells == {"村": "李大山"}

    @pytest.mark.parametrize(
        ("since", "number", "day"),
        [
            ("0", "18263", "1949-12-31"),
            ("1", "16801", "1949-12-31"),
            ("0", "18263.5", "1949-12-31 12:00:00"),
            ("0", "-1", "-1"),
        ],
    )
    def test_counts_days_from_the_workbook_s_own_first_one(self, since: str, number: str, day: str) -> None:
        styles = (
            '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>'
            '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
            "</styleSheet>"
        )
        cells = f'<row r="2"><c r="A2" s="1"><v>{number}</v></c><c r="B2" s="0"><v>18263</v></c></row>'
        book = with_sheet(row_xml(1, *HEADER) + cells)
        with zipfile.ZipFile(io.BytesIO(book)) as package:
            listed = package.read("xl/workbook.xml").replace(b"<workbookPr", f'<workbookPr date1904="{since}"'.encode())
        (row,) = rows(with_part(book, {"xl/styles.xml": styles.encode(), "xl/workbook.xml": listed}))
        assert row.cells == {"村": day, "姓名": "18263"}

    def test_shows_numbers_that_lost_their_digits_as_such(self) -> None:
        (row,) = rows(xlsx([HEADER, ("甲村", "李大山", "男", 440524188001010014)]))
        assert row.cells[Column.ID_NUMBER] == "4.40524188001010E+17"

    @pytest.mark.parametrize(
        "cell",
        [
            '<c r="D2"><f>A1&amp;"x"</f></c>',
            '<c r="D2"><f>A1</f><v></v></c>'.replace("<v></v>", ""),
            '<c r="D2" t="e"><v>#N/A</v></c>',
            '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        ],
    )
    def test_marks_a_formula_without_a_result(self, cell: str) -> None:
        body = row_xml(1, *HEADER) + row_xml(2, "甲村", "李大山", "男").replace("</row>", f"{cell}</row>")
        (row,) = rows(with_sheet(body))
        assert row.cells[Column.ID_NUMBER] == "#VALUE!"

    def test_takes_the_result_a_formula_had_and_never_works_it_out(self) -> None:
        cell = '<c r="D2" t="str"><f>1+1</f><v>保存时的结果</v></c></row>'
        body = row_xml(1, *HEADER) + row_xml(2, "甲村", "李大山", "男").replace("</row>", cell)
        assert rows(with_sheet(body))[0].cells[Column.ID_NUMBER] == "保存时的结果"

    def test_passes_over_sheets_without_a_header_and_hidden_ones(self) -> None:
        book = xlsx([("填表说明",), ("每村一行",)], [HEADER, LI], [HEADER, LI], hidden=[2])
        assert len(rows(book)) == 1

    def test_refuses_to_choose_between_two_registers(self) -> None:
        with pytest.raises(SheetsMoreThanOne):
            sheet(xlsx([HEADER, LI], [HEADER, LI]))

    def test_tells_the_titles_as_written_and_those_it_does_not_know(self) -> None:
        read = sheet(xlsx([("所属村", "姓 名", "性别", "证件号码\n（必填）", "最高学历"), LI]))
        assert read.titles == {"村": "所属村", "姓名": "姓 名", "性别": "性别", "身份证号": "证件号码 （必填）"}
        assert read.unknown == ("最高学历",)

    def test_refuses_two_columns_that_say_the_same(self) -> None:
        with pytest.raises(SheetColumnTwice) as refused:
            sheet(xlsx([(*HEADER, "身份证号码"), LI]))
        assert refused.value.field == "身份证号码"

    @pytest.mark.parametrize("table", [[("甲", "乙")], [("村", "姓名")], [[], []], [["x"]] * 21 + [list(HEADER)]])
    def test_refuses_a_file_without_a_header_near_its_top(self, table: list[list[Cell]]) -> None:
        with pytest.raises(SheetHeaderMissing):
            sheet(xlsx(table))

    @pytest.mark.parametrize("table", [[HEADER], [HEADER, (), ()]])
    def test_refuses_no_rows_at_all(self, table: list[Sequence[Cell]]) -> None:
        with pytest.raises(SheetEmpty):
            rows(xlsx(table))
        with pytest.raises(SheetEmpty):
            rows(csv_of(table))

    def test_refuses_more_rows_than_one_import_takes(self) -> None:
        assert sum(1 for _ in sheet(csv_of([HEADER, *[LI] * 60_000]))) == 60_000
        with pytest.raises(SheetTooLong):
            rows(csv_of([HEADER, *[LI] * 60_001]))

    def test_counts_the_rows_read(self) -> None:
        read = sheet(xlsx([("标题",), HEADER, LI, (), LI]))
        seen = [(read.rows_read, read.rows_at_most) for _ in read]
        assert seen == [(1, 3), (3, 3)]
        assert len(list(read)) == 2

    @given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=4, max_size=4))
    def test_gives_any_text_back_cleaned(self, texts: list[str]) -> None:
        found = rows(xlsx([HEADER, texts, LI]))
        cleaned = [clean(text) for text in texts]
        if any(cleaned):
            assert found[0].cells == {column: text for column, text in zip(HEADER, cleaned, strict=True) if text}
        assert found[-1].cells == LI_CELLS


class TestCsv:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
    @pytest.mark.parametrize("delimiter", [",", "\t", ";"])
    def test_is_read_in_every_encoding_offices_save(self, encoding: str, delimiter: str) -> None:
        (row,) = rows(csv_of([HEADER, LI], encoding, delimiter))
        assert (row.number, row.cells) == (2, LI_CELLS)

    def test_is_parted_where_its_header_is_whatever_the_cells_hold(self) -> None:
        (row,) = rows(csv_of([(*HEADER, "备注"), (*LI, "一;二;三;四\t五;六;七;八;九;十;" * 3)]))
        assert row.cells[Column.NAME] == "李大山"

    def test_knows_gb18030_when_only_the_last_byte_tells(self) -> None:
        many = csv_of([HEADER[:3], *[("a", "b", "c")] * 40_000])
        ascii_then_chinese = many.decode().replace("村,姓名,性别", "村,姓名,性别").encode("gb18030")
        read = read_sheet(ascii_then_chinese + "甲村,李,男".encode("gb18030"), known_titles())
        assert [row.cells[Column.VILLAGE] for row in read][-1] == "甲村"

    def test_keeps_line_breaks_and_commas_inside_quotes(self) -> None:
        (row,) = rows(csv_of([(*HEADER, "住址"), (*LI, '一组\n二号，东头, "坡上"')]))
        assert row.cells[Column.ADDRESS] == '一组 二号，东头, "坡上"'

    def test_numbers_rows_as_the_program_shows_them(self) -> None:
        text = csv_of([(*HEADER, "住址"), (*LI, "一组\n二号"), (), LI])
        assert [row.number for row in rows(text)] == [2, 4]

    def test_does_not_guess_a_village_that_a_merge_left_blank(self) -> None:
        found = rows(csv_of([HEADER, LI, ("", "王二", "男", WOMAN)]))
        assert Column.VILLAGE not in found[1].cells

    def test_takes_numbers_kept_as_text_by_a_formula(self) -> None:
        (row,) = rows(csv_of([HEADER, ("甲村", "李大山", "男", f'="{MAN}"')]))
        assert row.cells[Column.ID_NUMBER] == MAN

    def test_never_works_a_formula_out(self) -> None:
        (row,) = rows(csv_of([HEADER, ("甲村", "=1+1", "=cmd|' /C calc'!A0", MAN)]))
        assert row.cells[Column.NAME] == "=1+1"

    def test_takes_rows_shorter_and_longer_than_the_header(self) -> None:
        found = rows(csv_of([HEADER, ("甲村", "李"), (*LI, "多", "余")]))
        assert found[0].cells == {"村": "甲村", "姓名": "李"}
        assert found[1].cells == LI_CELLS
