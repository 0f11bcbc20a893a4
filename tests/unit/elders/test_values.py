"""What the text of a cell means."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.elders.imports import values
from backend.elders.imports.values import BirthMonth, Hardship, Unclear
from backend.elders.rules import AbilityLevel, Gender
from backend.elders.tiers import DisabilityGrade, Mobility

READERS: list[Callable[[str], object]] = [
    values.name,
    values.gender,
    values.id_number,
    values.birthday,
    values.day,
    values.phone,
    values.yes_or_no,
    values.living_alone,
    values.hardship,
    values.ability,
    values.mobility,
    values.disability,
    values.place,
]
CASES: list[tuple[Callable[[str], object], str, object]] = [
    (values.name, "张 三", "张三"),
    (values.name, "阿依古丽·买买提", "阿依古丽·买买提"),
    (values.name, "John Smith", "John Smith"),
    (values.gender, "男", Gender.MALE),
    (values.gender, "2", Gender.FEMALE),
    (values.day, "1949-12-31", date(1949, 12, 31)),
    (values.day, "1949/1/2", date(1949, 1, 2)),
    (values.day, "1949.1.2", date(1949, 1, 2)),
    (values.day, "1949年12月31日", date(1949, 12, 31)),
    (values.day, "19491231", date(1949, 12, 31)),
    (values.day, "1949-12-31 00:00:00", date(1949, 12, 31)),
    (values.day, "18263", date(1949, 12, 31)),
    (values.birthday, "1949年12月", BirthMonth(1949, frozenset({12}))),
    (values.birthday, "1949.1", BirthMonth(1949, frozenset({1, 10}))),
    (values.birthday, "194912", BirthMonth(1949, frozenset({12}))),
    (values.birthday, "1949", BirthMonth(1949, frozenset(range(1, 13)))),
    (values.phone, "138 1234 5678", "13812345678"),
    (values.phone, "+8613812345678", "13812345678"),
    (values.phone, "0888-5123456", "08885123456"),
    (values.yes_or_no, "√", True),
    (values.yes_or_no, "无", False),
    (values.yes_or_no, "不清楚", None),
    (values.living_alone, "独居", True),
    (values.living_alone, "非独居", False),
    (values.living_alone, "夫妻同住（空巢）", False),
    (values.living_alone, "是", True),
    (values.hardship, "农村低保", Hardship.DIBAO),
    (values.hardship, "低保边缘户", Hardship.OTHER),
    (values.hardship, "特困供养", Hardship.EXTREME_POVERTY),
    (values.hardship, "非低保", Hardship.NONE),
    (values.hardship, "无", Hardship.NONE),
    (values.hardship, "不详", None),
    (values.ability, "中度", AbilityLevel.MODERATE),
    (values.ability, "未评估", AbilityLevel.UNKNOWN),
    (values.mobility, "行动不方便", Mobility.DIFFICULT),
    (values.mobility, "行走无困难，行动自如", Mobility.FREE),
    (values.mobility, "长期卧床", Mobility.BEDRIDDEN),
    (values.disability, "肢体二级", DisabilityGrade.TWO),
    (values.disability, "3级", DisabilityGrade.THREE),
    (values.disability, "1", DisabilityGrade.ONE),
    (values.disability, "无", DisabilityGrade.NONE),
    (values.place, "533221100201", "533221100201"),
    (values.place, "李家湾村", "李家湾村"),
]
REFUSED: list[tuple[Callable[[str], object], str, str]] = [
    (values.name, "张三13812345678", "不带数字"),
    (values.name, "——", "姓名"),
    (values.name, "李\ue863", "自造的字"),
    (values.gender, "难", "男"),
    (values.id_number, "4.40524E+17", "E+17"),
    (values.id_number, "4.40524188001010E+17", "E+17"),
    (values.id_number, "440524188001010000", "E+17"),
    (values.id_number, "11010519491231002", "17 位"),
    (values.id_number, "11010519491231003X", "有误"),
    (values.day, "1949-02-29", "没有这一天"),
    (values.day, "1949-13-01", "没有这一天"),
    (values.day, "49.12.31", "四位"),
    (values.day, "1949-12", "年、月、日"),
    (values.day, "农历1949年8月15日", "公历"),
    (values.birthday, "1949.13", "年、月、日"),
    (values.phone, "1.38123E+10", "文本"),
    (values.phone, "13812345678、13912345678", "一个号码"),
    (values.phone, "1381234567", "11 位"),
    (values.yes_or_no, "也许", "是"),
    (values.living_alone, "住村委会旁", "独居"),
    (values.hardship, "是", "特困"),
    (values.ability, "半自理", "旧的说法"),
    (values.ability, "半失能", "旧的说法"),
    (values.ability, "85分", "旧的说法"),
    (values.ability, "很好", "只能填能力完好"),
    (values.mobility, "甲", "行动自如"),
    (values.disability, "五级", "一级到四级"),
    (values.place, "5332211", "12 位"),
    (values.place, "5.33221E+11", "12 位"),
    (values.place, "村" * 41, "最多 40"),
]


class TestValues:
    @pytest.mark.parametrize(("read", "text", "meaning"), CASES)
    def test_are_taken_as_people_write_them(self, read: Callable[[str], object], text: str, meaning: object) -> None:
        assert read(text) == meaning

    @pytest.mark.parametrize(("read", "text", "says"), REFUSED)
    def test_are_refused_with_what_to_write(self, read: Callable[[str], object], text: str, says: str) -> None:
        with pytest.raises(Unclear) as unclear:
            read(text)
        assert says in unclear.value.sentence

    @pytest.mark.parametrize("read", READERS)
    @given(text=st.text(min_size=1, max_size=40) | st.from_regex(r"[0-9.eE+年月日级/ -]{1,24}", fullmatch=True))
    def test_refuse_nothing_but_by_name_and_never_repeat_it(self, read: Callable[[str], object], text: str) -> None:
        sentence = ""
        try:
            read(text)
        except Unclear as unclear:
            sentence = unclear.sentence
        assert len(text) < 12 or text not in sentence

    @given(st.dates(date(1905, 1, 1), date(2026, 1, 1)))
    def test_a_day_is_the_same_in_every_writing(self, day: date) -> None:
        for form in (f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f"{day.year}.{day.month}.{day.day}", f"{day:%Y年%m月%d日}"):
            assert values.day(form) == day

    @given(st.dates(date(1927, 5, 18), date(2026, 1, 1)))
    def test_a_day_number_of_excel_is_its_day(self, day: date) -> None:
        assert values.day(str((day - date(1899, 12, 30)) // timedelta(days=1))) == day

    def test_a_day_of_leaving_is_past_and_in_a_lifetime(self) -> None:
        today = date(2026, 3, 10)
        assert values.away_since("2026-03-10", today) == today
        for impossible in ("2026-03-11", "1949-12-31"):
            with pytest.raises(Unclear):
                values.away_since(impossible, today)
