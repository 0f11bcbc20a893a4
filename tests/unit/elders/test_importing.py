"""A county's spreadsheet as candidates, or as every problem a clerk has to mend."""

import re
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.elders.imports.columns import SUPPORTERS, Column, SupporterColumn, _titles, known_titles, supporter_column
from backend.elders.imports.entries import NOTES, ElderEntry, SupporterEntry
from backend.elders.imports.rows import Candidate, Problem, RegisterFile
from backend.elders.imports.values import Hardship
from backend.elders.rules import AbilityLevel, Gender
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.spreadsheets.cells import fold_title
from backend.spreadsheets.errors import SheetEmpty
from tests.factories.sheets import HEADER, MAN, WOMAN, Cell, csv_of, id_number, xlsx

TODAY = date(2026, 3, 10)
LI_NUMBER = id_number(date(1949, 12, 31), 13)
LI = ("李家湾村", "李大山", "男", LI_NUMBER)


def found(source: bytes) -> list[Candidate | Problem]:
    return list(RegisterFile(source, TODAY))


def entries(source: bytes) -> list[ElderEntry]:
    return [each.entry for each in found(source) if isinstance(each, Candidate)]


def said(table: Iterable[Sequence[Cell]]) -> list[str]:
    """What a clerk reads of the table's problems."""
    return [str(each) for each in found(xlsx(list(table))) if isinstance(each, Problem)]


def said_of(titles: str, *cells: Cell) -> list[str]:
    """What a clerk reads of Li's row with these columns added."""
    return said([(*HEADER, *titles.split()), (*LI, *cells)])


class TestTitles:
    def test_each_means_one_column(self) -> None:
        claims: dict[str, set[str]] = {}
        for column, title in _titles():
            claims.setdefault(fold_title(title), set()).add(column)
        assert {title: columns for title, columns in claims.items() if len(columns) > 1 or not title} == {}

    @pytest.mark.parametrize(
        ("title", "column"),
        [
            ("老人姓名", Column.NAME),
            ("身份证号码", Column.ID_NUMBER),
            ("证件号码（18位）", Column.ID_NUMBER),
            ("行政村", Column.VILLAGE),
            ("出生年月", Column.BORN_ON),
            ("家庭住址", Column.ADDRESS),
            ("子女姓名", supporter_column(1, SupporterColumn.NAME)),
            ("子女2务工地址", supporter_column(2, SupporterColumn.WHEREABOUTS)),
            ("赡养人（三）联系电话", supporter_column(3, SupporterColumn.PHONE)),
        ],
    )
    def test_are_known_by_what_people_call_them(self, title: str, column: str) -> None:
        assert known_titles()[fold_title(title)] == column


class TestCandidates:
    def test_hold_every_fact_of_a_full_row(self) -> None:
        facts = {
            "乡镇": "白沙镇", "村": "533221100201", "姓名": "李 大山", "性别": "男", "出生日期": "1949年12月31日",
            "身份证号": LI_NUMBER, "联系电话": 13812345678, "住址": "二组 5 号", "是否本地户籍": "是",
            "是否独居": "独居",
            "家中有无未成年人": "有", "困难类型": "低保", "能力等级": "轻度失能", "行动能力": "行动不便", 
            "残疾等级": "肢体二级",
            "是否失智": "否", "是否重病": "否", "是否愿意接受服务": "愿意", "健康状况": "高血压", "备注": "=备注",
            "紧急联系人": "李二", "紧急联系电话": "0888-5123456",
            "赡养人1姓名": "李强", "赡养人1关系": "子", "赡养人1电话": "13912345678", "赡养人1务工地": "广东省\n深圳市",
            "赡养人1外出日期": date(2024, 2, 20), "赡养人1是否务工经商": "是", "赡养人1有无赡养能力": "有",
            "赡养人3姓名": "李红",
        }  # fmt: skip
        (entry,) = entries(xlsx([list(facts), list(facts.values())]))
        assert entry == ElderEntry(
            township="白沙镇",
            village="533221100201",
            name="李大山",
            gender=Gender.MALE,
            born_on=date(1949, 12, 31),
            id_number=LI_NUMBER,
            phone="13812345678",
            address="二组 5 号",
            registered_here=True,
            living_alone=True,
            minor_at_home=True,
            hardship=Hardship.DIBAO,
            ability=AbilityLevel.MILD,
            mobility=Mobility.DIFFICULT,
            disability=DisabilityGrade.TWO,
            dementia=False,
            seriously_ill=False,
            accepts_services=True,
            contact_name="李二",
            contact_phone="08885123456",
            supporters=(
                SupporterEntry(
                    name="李强",
                    relation="子",
                    phone="13912345678",
                    whereabouts="广东省 深圳市",
                    away_since=date(2024, 2, 20),
                    for_work=True,
                    able=True,
                ),
                SupporterEntry(name="李红"),
            ),
            notes={Column.HEALTH: "高血压", Column.REMARK: "=备注"},
        )

    def test_need_no_more_than_village_name_and_number(self) -> None:
        (entry,) = entries(csv_of([("村", "姓名", "身份证号"), ("甲村", "李大山", LI_NUMBER)]))
        assert entry == ElderEntry(
            village="甲村", name="李大山", gender=Gender.MALE, born_on=date(1949, 12, 31), id_number=LI_NUMBER
        )

    def test_or_village_name_birthday_and_gender(self) -> None:
        (entry,) = entries(csv_of([("村", "姓名", "性别", "生日"), ("甲村", "李大山", "男", "1949/12/31")]))
        assert (entry.born_on, entry.gender, entry.id_number) == (date(1949, 12, 31), Gender.MALE, None)

    def test_leave_unsaid_what_a_blank_leaves_open(self) -> None:
        (entry,) = entries(xlsx([HEADER, LI]))
        assert entry.living_alone is None
        assert entry.hardship is None
        assert entry.ability is AbilityLevel.UNKNOWN
        assert entry.disability is DisabilityGrade.UNKNOWN

    def test_take_fifteen_digit_numbers_wide_ones_and_numbers_of_retired_areas(self) -> None:
        table = [
            HEADER,
            ("甲村", "王二", "女", 110105491231002),
            ("甲村", "赵四", "男", " " + id_number(date(1950, 1, 1), 11, "533224")),
        ]
        assert [entry.id_number for entry in entries(xlsx(table))] == [WOMAN, id_number(date(1950, 1, 1), 11, "533224")]

    @pytest.mark.parametrize("written", ["1949.12", "1949年12月", 1949.12, "1949", "194912"])
    def test_take_a_birthday_without_its_day_when_the_number_has_it(self, written: Cell) -> None:
        (entry,) = entries(xlsx([(*HEADER, "出生年月"), (*LI, written)]))
        assert entry.born_on == date(1949, 12, 31)

    def test_take_october_that_a_number_turned_into_january(self) -> None:
        number = id_number(date(1949, 10, 5), 13)
        assert len(entries(xlsx([(*HEADER, "出生年月"), ("甲村", "李大山", "男", number, 1949.10)]))) == 1

    def test_take_a_supporter_from_each_row_beside_one_merged_name(self) -> None:
        table = [
            (*HEADER, "赡养人姓名", "赡养人电话"),
            (*LI, "李强", "13812345678"),
            (None, None, None, None, "李红", None),
            (None, None, None, None, "李兵", "13912345678"),
            ("甲村", "王二", "女", WOMAN, "王三", None),
        ]
        li, wang = entries(xlsx(table, merged=[(1, at, 3, at) for at in range(4)]))
        assert [(each.name, each.phone) for each in li.supporters] == [
            ("李强", "13812345678"), ("李红", None), ("李兵", "13912345678"),
        ]  # fmt: skip
        assert [each.name for each in wang.supporters] == ["王三"]

    def test_pass_over_sums_and_signatures(self) -> None:
        table = [
            ("序号", *HEADER),
            (1, *LI),
            ("合计", 1),
            (None, "填表人：王五", "13812345678"),
            (None, None, "制表日期"),
        ]
        assert len(found(xlsx(table))) == 1

    def test_are_the_same_when_read_again_with_progress(self) -> None:
        file = RegisterFile(csv_of([HEADER, LI, ("甲村", "王二", "女", WOMAN)]), date(2010, 1, 1))
        first = list(file)
        assert (file.rows_read, file.rows_at_most) == (2, 2)
        assert list(file) == first

    @pytest.mark.parametrize("write", [xlsx, lambda table: csv_of(table, "gb18030")])
    def test_never_stand_in_memory_together(self, write: Callable[[list[Sequence[Cell]]], bytes]) -> None:
        def peak(rows: int) -> int:
            days = [date(1930, 1, 1) + timedelta(days=at) for at in range(rows)]
            file = write([(*HEADER, "备注"), *(("甲村", "李", None, id_number(day, 1), f"{day}" * 9) for day in days)])
            tracemalloc.start()
            assert sum(isinstance(each, Candidate) for each in RegisterFile(file, TODAY)) == rows
            used = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return used

        assert peak(4_000) < peak(400) + 3_600 * 600

    def test_come_one_by_one_not_all_at_once(self) -> None:
        file = RegisterFile(csv_of([HEADER, *[LI] * 100]), TODAY)
        next(iter(file))
        assert file.rows_read <= 2


class TestProblems:
    def test_name_the_row_the_column_as_written_and_what_to_do(self) -> None:
        assert said([("标题",), ("村", "老人姓名", "证件号码"), ("甲村", "李大山", "123")]) == [
            "第 3 行 证件号码：应当是 18 位（老证 15 位），现在是 3 位"
        ]

    def test_are_all_told_not_the_first_alone(self) -> None:
        lines = said_of("联系电话 是否独居 残疾等级", "1", "也许", "九级")
        assert [line.split("：")[0] for line in lines] == ["第 2 行 联系电话", "第 2 行 是否独居", "第 2 行 残疾等级"]

    def test_keep_their_row_back_and_no_other(self) -> None:
        second = ("甲村", "王二", "女", WOMAN, "")
        results = found(xlsx([(*HEADER, "联系电话"), (*LI, "1"), second]))
        assert [type(each) for each in results] == [Problem, Candidate]

    @pytest.mark.parametrize("number", [440524188001010014, "4.40524E+17", "440524194901010000", "4.40524E17"])
    def test_tell_numbers_that_excel_spoilt_and_how_to_mend_the_file(self, number: Cell) -> None:
        (line,) = said([HEADER, ("甲村", "李大山", "女", number)])
        assert line.startswith("第 2 行 身份证号：号码被表格软件改坏了")
        assert "“文本”格式" in line

    def test_doubt_numbers_ending_in_000_only_beside_spoilt_ones(self) -> None:
        chance = next(
            number
            for day in range(4000)
            if (number := id_number(date(1940, 1, 1) + timedelta(days=day), 100)).endswith("000")
        )
        assert said([HEADER, ("甲村", "李大山", "女", chance)]) == []
        lines = said([HEADER, ("甲村", "李大山", "女", chance), ("甲村", "王二", "女", 4.4e17)])
        assert [line.split("：")[1][:4] for line in lines] == ["号码被表", "末三位是"]
        assert [line[:5] for line in lines] == ["第 3 行", "第 2 行"]

    def test_name_both_rows_of_one_number(self) -> None:
        table = [HEADER, LI, ("乙村", "王二", "女", id_number(date(1950, 1, 1), 2)), LI]
        assert said(table) == ["第 4 行 身份证号：和第 2 行的身份证号相同，同一位老人只留一行"]

    def test_do_not_join_rows_of_a_merged_name_that_say_more_than_supporters(self) -> None:
        table = [(*HEADER, "备注"), (*LI, "甲"), (None, None, None, None, "乙")]
        (problem,) = [
            each for each in found(xlsx(table, merged=[(1, at, 2, at) for at in range(4)])) if isinstance(each, Problem)
        ]
        assert str(problem).startswith("第 3 行 身份证号：和第 2 行的身份证号相同")

    def test_see_through_two_ways_of_writing_one_number(self) -> None:
        table = [
            HEADER,
            ("甲村", "王二", "女", "110105491231002"),
            ("甲村", "王二", "女", "１１０１０５ 19491231 002x"),
        ]
        assert len(said(table)) == 1

    def test_tell_a_birthday_or_gender_the_number_denies(self) -> None:
        assert said_of("出生日期", "1949-12-30") == ["第 2 行 出生日期：和身份证号里的出生日期不一致，请对照证件核对"]
        assert said([HEADER, ("甲村", "李大山", "女", LI_NUMBER)]) == [
            "第 2 行 性别：和身份证号第 17 位表示的性别不一致，请对照证件核对"
        ]
        assert said_of("出生年月", "1949.11") == ["第 2 行 出生年月：和身份证号里的出生日期不一致，请对照证件核对"]

    @pytest.mark.parametrize("born_on", [date(1966, 3, 11), date(1900, 3, 10)])
    def test_tell_an_age_no_elder_has(self, born_on: date) -> None:
        assert "60 周岁" in said([HEADER, ("甲村", "李大山", "男", id_number(born_on, 1))])[0]
        assert said([HEADER, ("甲村", "李大山", "男", id_number(date(1966, 3, 10), 1))]) == []

    @pytest.mark.parametrize(
        ("row", "told"),
        [
            (("", "李大山", "男", LI_NUMBER), ["第 2 行 村：没有填写"]),
            (("甲村", "", "男", LI_NUMBER), ["第 2 行 姓名：没有填写"]),
            (("甲村", "李大山", "男", ""), ["第 2 行 出生日期：没有填写，也没有身份证号"]),
            (
                ("甲村", "李大山"),
                ["第 2 行 出生日期：没有填写，也没有身份证号", "第 2 行 性别：没有填写，也没有身份证号"],
            ),
        ],
    )
    def test_tell_what_is_not_filled_in(self, row: Sequence[Cell], told: list[str]) -> None:
        assert said([HEADER, row]) == told

    def test_ask_for_the_day_when_no_number_gives_it(self) -> None:
        (line,) = said([("村", "姓名", "性别", "出生年月"), ("甲村", "李大山", "男", "1949.12")])
        assert line.startswith("第 2 行 出生年月：没有身份证号时，出生日期要写到日")

    @pytest.mark.parametrize(
        ("titles", "missing"),
        [
            (("姓名", "性别", "身份证号"), ["村"]),
            (("村", "性别", "身份证号"), ["姓名"]),
            (("村", "姓名", "住址"), ["身份证号"]),
            (("住址", "性别", "联系电话"), ["村", "姓名", "身份证号"]),
        ],
    )
    def test_of_a_missing_column_are_told_once_for_the_file(self, titles: Sequence[str], missing: list[str]) -> None:
        problems = found(xlsx([("标题",), titles, ("甲", "乙", "丙"), ("甲", "乙", "丙")]))
        assert [(each.row, each.column) for each in problems if isinstance(each, Problem)] == [
            (2, each) for each in missing
        ]

    def test_tell_a_supporter_without_a_name(self) -> None:
        assert said_of("赡养人2姓名 赡养人2电话", "", "13812345678") == ["第 2 行 赡养人2姓名：没有填写"]

    def test_tell_a_formula_without_a_result(self) -> None:
        (line,) = said_of("住址", "#REF!")
        assert line.startswith("第 2 行 住址：这一格是公式")

    @pytest.mark.parametrize("column", [*NOTES, Column.ADDRESS, Column.CONTACT_NAME])
    def test_tell_texts_too_long_for_the_register(self, column: str) -> None:
        assert "太长，最多" in said_of(column, "长" * 501)[0]

    def test_of_an_empty_table_are_a_refusal(self) -> None:
        with pytest.raises(SheetEmpty):
            found(xlsx([HEADER]))

    @given(
        st.lists(
            st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30) | st.sampled_from([*LI, WOMAN, MAN]),
            min_size=10,
            max_size=10,
        )
    )
    def test_or_a_candidate_come_of_any_row_and_repeat_no_cell(self, texts: list[str]) -> None:
        titles = [*HEADER, "出生日期", "联系电话", "是否独居", "赡养人1姓名", "赡养人1外出日期", "备注"]
        results = found(csv_of([titles, texts, (*LI,)]))
        assert results
        for problem in results:
            if isinstance(problem, Problem):
                assert re.match(r"第 [23] 行 \S+：.", str(problem))
                assert not any(len(text) > 10 and text in problem.sentence for text in texts)


def test_all_supporters_of_a_row_are_told_apart() -> None:
    titles = [supporter_column(number, SupporterColumn.NAME) for number in range(1, SUPPORTERS + 1)]
    (entry,) = entries(xlsx([(*HEADER, *titles), (*LI, *"甲乙丙丁")]))
    assert [each.name for each in entry.supporters] == list("甲乙丙丁")
