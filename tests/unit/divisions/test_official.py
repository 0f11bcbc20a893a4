"""The official list as it comes, with the places that lie at no fixed depth."""

import pytest

from backend.divisions.errors import OfficialListBroken
from backend.divisions.models import DivisionLevel
from backend.divisions.official import URBAN_RURAL, read_official_list

LIJIANG = """统计用区划代码,城乡分类代码,名称
530000000000,,云南省
530700000000,,丽江市
530702000000,,古城区
530702100000,,大东乡
530702100200,220,大东村委会
530702100201,210,建新村委会
"""
# 济源 has no city above it, 东莞 no county below it.
JIYUAN = """419001000000 济源市
419001001000 沁园街道
419001001001 111 花园社区居委会
"""
DONGGUAN = """441900000000\t东莞市
441900003000\t东城街道
441900003001\t112\t岗贝社区居委会
441901000000\t别的县
"""


class TestReading:
    def test_keeps_the_three_levels_and_passes_over_what_lies_above(self) -> None:
        found = read_official_list(LIJIANG)
        assert [(each.code, each.level, each.parent_code, each.urban_rural) for each in found] == [
            ("530702000000", DivisionLevel.COUNTY, None, None),
            ("530702100000", DivisionLevel.TOWNSHIP, "530702000000", None),
            ("530702100200", DivisionLevel.VILLAGE, "530702100000", "220"),
            ("530702100201", DivisionLevel.VILLAGE, "530702100000", "210"),
        ]
        assert (found[2].name, found[2].line) == ("大东村委会", 6)

    def test_takes_a_county_without_a_city_above_it(self) -> None:
        assert [(each.code, each.level) for each in read_official_list(JIYUAN)] == [
            ("419001000000", DivisionLevel.COUNTY),
            ("419001001000", DivisionLevel.TOWNSHIP),
            ("419001001001", DivisionLevel.VILLAGE),
        ]

    def test_lets_a_city_without_counties_stand_for_one(self) -> None:
        found = {each.code: each for each in read_official_list(DONGGUAN)}
        assert found["441900000000"].level is DivisionLevel.COUNTY
        assert found["441900003000"].parent_code == "441900000000"
        assert found["441901000000"].level is DivisionLevel.COUNTY

    def test_takes_class_and_name_in_either_order_and_sorts_parents_first(self) -> None:
        swapped = "530702100200,大东村委会,220\n530702100000,大东乡\n530702000000,古城区\n"
        assert [each.code for each in read_official_list(swapped)] == ["530702000000", "530702100000", "530702100200"]

    def test_reads_windows_lines_a_mark_and_empty_ones(self) -> None:
        marked = "\ufeff" + LIJIANG.replace("\n", "\r\n\r\n")
        assert [each.code for each in read_official_list(marked)] == [each.code for each in read_official_list(LIJIANG)]

    @pytest.mark.parametrize("urban_rural", sorted(URBAN_RURAL))
    def test_takes_every_class(self, urban_rural: str) -> None:
        assert read_official_list(f"530702100200 {urban_rural} 村")[0].urban_rural == urban_rural

    @pytest.mark.parametrize(
        "line",
        [
            "53070210020,220,少一位",
            "5307021002000,220,多一位",
            "５３０７０２１００２００,220,全角",
            "530702100200,220",
            "530702100200,大东村委会",
            "530702100200,230,大东村委会",
            "530702100200,220,大东,村委会",
            "530702100000,220,大东乡",
            f"530702100200,220,{'长' * 41}",
            "530702000000,古城区",
        ],
    )
    def test_names_the_line_that_is_wrong(self, line: str) -> None:
        with pytest.raises(OfficialListBroken) as refused:
            read_official_list(f"530702000000,古城区\n{line}\n")
        assert refused.value.field == "line 2"
