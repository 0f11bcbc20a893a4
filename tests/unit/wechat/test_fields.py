"""Field rules of subscription messages, with the examples of the vendor's table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.wechat.errors import FieldNotAccepted
from backend.wechat.fields import FieldKind, fit, fits


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.TIME, "15:01"),
        (FieldKind.TIME, "2019年10月1日 15:01"),
        (FieldKind.TIME, "2019年10月1日 15:01~2019年10月2日 15:01"),
        (FieldKind.DATE, "2019年10月1日"),
        (FieldKind.DATE, "2019年10月1日 15:01"),
        (FieldKind.AMOUNT, "￥100.00"),
        (FieldKind.PHONE_NUMBER, "+86-0766-66888866"),
        (FieldKind.CAR_NUMBER, "粤A8Z888挂"),
        (FieldKind.NAME, "王秀英"),
        (FieldKind.NAME, "买买提·艾力"),
        (FieldKind.PHRASE, "等待签名"),
        (FieldKind.CHARACTER_STRING, "CR-2026-0007"),
        (FieldKind.NUMBER, "339208499"),
    ],
)
def test_documented_examples_fit(kind: FieldKind, value: str) -> None:
    assert fits(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.THING, ""),
        (FieldKind.THING, "一" * 21),
        (FieldKind.TIME, "25:01"),
        (FieldKind.TIME, "明天"),
        (FieldKind.DATE, "10月1日"),
        (FieldKind.PHRASE, "六个汉字太长"),
        (FieldKind.PHRASE, "abc"),
        (FieldKind.NUMBER, "十二"),
        (FieldKind.PHONE_NUMBER, "1" * 18),
        (FieldKind.NAME, "一" * 11),
    ],
)
def test_what_breaks_a_rule_does_not_fit(kind: FieldKind, value: str) -> None:
    assert not fits(kind, value)


def test_text_is_cut_by_characters_and_shows_that_it_was() -> None:
    assert fit("call", {"thing1": "一" * 30})["thing1"] == "一" * 19 + "…"
    assert fit("call", {"thing1": "一" * 20})["thing1"] == "一" * 20


def test_line_breaks_become_spaces() -> None:
    assert fit("call", {"thing1": "今天\n都好"})["thing1"] == "今天 都好"


def test_a_long_name_is_cut_at_ten_chinese_or_twenty_latin_letters() -> None:
    assert fit("call", {"name1": "阿" * 12, "name2": "a" * 25}) == {"name1": "阿" * 10, "name2": "a" * 20}


@pytest.mark.parametrize(
    "data",
    [
        {"thing1": " \n "},
        {"phone_number1": "1" * 20},
        {"time1": "2019年10月1日 下午"},
        {"mood1": "好"},
        {"thing": "好"},
    ],
)
def test_what_cannot_be_cut_to_fit_is_refused_before_the_call(data: dict[str, str]) -> None:
    with pytest.raises(FieldNotAccepted):
        fit("call", data)


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_any_visible_text_fits_a_thing_once_cut(text: str) -> None:
    assert fits(FieldKind.THING, fit("call", {"thing1": text})["thing1"])
