"""A place in a clerk's words."""

from datetime import date

import pytest

from backend.elders.eligibility import Whereabouts as Area
from backend.families.rules import PROVINCES, ToldPlace, told_place

SINCE = date(2024, 2, 20)


class TestToldPlace:
    @pytest.mark.parametrize(
        ("words", "province", "city"),
        [
            ("广东省深圳市", "广东省", "深圳市"),
            ("广东深圳", "广东省", "深圳"),
            ("广东 深圳市南山区", "广东省", "深圳市"),
            ("广东-广州市", "广东省", "广州市"),
            ("内蒙古呼伦贝尔市", "内蒙古自治区", "呼伦贝尔市"),
            ("广西壮族自治区南宁市", "广西壮族自治区", "南宁市"),
            ("四川凉山彝族自治州", "四川省", "凉山彝族自治州"),
            ("上海浦东", "上海市", "上海市"),
            ("北京市", "北京市", "北京市"),
        ],
    )
    def test_is_read_to_the_city(self, words: str, province: str, city: str) -> None:
        found = told_place(words, SINCE, home="云南省")
        assert found == ToldPlace(province=province, city=city, area=Area.ELSEWHERE, since=SINCE)

    @pytest.mark.parametrize(
        "words", ["深圳", "广东", "广东省", "广东、浙江", "广东深圳、东莞", "外省", "广东省科技路", "吉林市", "=1+1"]
    )
    def test_that_is_none_stays_as_it_was_written(self, words: str) -> None:
        assert told_place(words, SINCE, home="云南省") == ToldPlace(city=words, since=SINCE)

    def test_in_the_home_province_says_not_how_near(self) -> None:
        assert told_place("云南省昆明市", SINCE, home="云南省").area is None
        assert told_place("云南省昆明市", SINCE, home=None).area is None

    def test_without_a_day_is_not_told_in_full(self) -> None:
        assert told_place("广东省深圳市", None, home="云南省") == ToldPlace(city="广东省深圳市")
        assert told_place(None, SINCE, home="云南省") == ToldPlace(since=SINCE)

    def test_knows_every_province_by_its_short_name(self) -> None:
        shorts = (
            "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 "
            "湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门"
        )
        found = [told_place(f"{each}万象市", SINCE, home=None).province for each in shorts.split()]
        assert found == list(PROVINCES.values())
