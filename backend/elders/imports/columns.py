"""The columns of a county's register of left-behind elders, and the other titles people give them."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from backend.spreadsheets.cells import fold_title

SUPPORTERS = 4


class Column(StrEnum):
    """A fact of the elder; the value is our own title for it (R001, R012-R015, R021, R025-R030)."""

    TOWNSHIP = "乡镇"
    VILLAGE = "村"
    NAME = "姓名"
    GENDER = "性别"
    BORN_ON = "出生日期"
    ID_NUMBER = "身份证号"
    PHONE = "联系电话"
    ADDRESS = "住址"
    REGISTERED_HERE = "是否本地户籍"
    LIVING_ALONE = "是否独居"
    MINOR_AT_HOME = "家中有无未成年人"
    HARDSHIP = "困难类型"
    ABILITY = "能力等级"
    MOBILITY = "行动能力"
    DISABILITY = "残疾等级"
    DEMENTIA = "是否失智"
    SERIOUSLY_ILL = "是否重病"
    ACCEPTS_SERVICES = "是否愿意接受服务"
    INCOME = "经济来源"
    FAMILY = "家庭状况"
    HEALTH = "健康状况"
    MIND = "精神状态"
    SAFETY = "安全情况"
    HYGIENE = "卫生状况"
    DWELLING = "居住环境"
    CARE = "照料情况"
    DIFFICULTIES = "存在困难"
    NEEDS = "服务需求"
    GUARDIAN = "监护人"
    CONTACT_NAME = "紧急联系人姓名"
    CONTACT_PHONE = "紧急联系人电话"
    REMARK = "备注"


class SupporterColumn(StrEnum):
    """A fact of one supporter (R003, R015); titles say whose: 赡养人1姓名, 赡养人2姓名 and so on."""

    NAME = "姓名"
    RELATION = "关系"
    PHONE = "电话"
    WHEREABOUTS = "务工地"
    AWAY_SINCE = "外出日期"
    FOR_WORK = "是否务工经商"
    ABLE = "有无赡养能力"


_ALSO: dict[Column, str] = {
    Column.TOWNSHIP: "乡 镇 街道 乡镇街道 乡镇名称 所属乡镇 所在乡镇 乡(镇)名称",
    Column.VILLAGE: "村委会 村居 村社区 行政村 村名 村名称 村民委员会 村居委会 村(居)名称 所属村 所在村 "
    "村代码 村编码 区划代码 行政区划代码",
    Column.NAME: "老人姓名 老年人姓名 留守老人姓名 留守老年人姓名 名字",
    Column.GENDER: "老人性别",
    Column.BORN_ON: "出生年月 出生年月日 生日 出生时间",
    Column.ID_NUMBER: "身份证 身份证号码 公民身份号码 公民身份证号码 居民身份证号码 证件号 证件号码 "
    "老人身份证号 老人身份证号码",
    Column.PHONE: "电话 手机 手机号 手机号码 联系方式 电话号码 老人电话 老人联系电话 本人电话 本人联系电话",
    Column.ADDRESS: "地址 家庭住址 家庭地址 详细地址 现住址 居住地址 居住地 现居住地址 常住地址",
    Column.REGISTERED_HERE: "本地户籍 是否户籍老人 是否户籍老年人 是否本县户籍",
    Column.LIVING_ALONE: "独居 居住情况 居住状况 居住方式",
    Column.MINOR_AT_HOME: "家中有未成年人 是否抚养孙辈 是否隔代抚养 隔代抚养 是否照看孙辈 有无未成年人",
    Column.HARDSHIP: "困难情况 困难类别 家庭困难类型 经济困难类型 低保特困 救助类型 家庭类型",
    Column.ABILITY: "失能等级 能力评估等级 老年人能力等级 失能情况 失能程度 能力评估结果",
    Column.MOBILITY: "行动情况 行动状况 活动能力",
    Column.DISABILITY: "残疾情况 残疾级别 残疾等级情况 伤残等级",
    Column.DEMENTIA: "失智 失智情况 是否痴呆 认知障碍",
    Column.SERIOUSLY_ILL: "重病 是否患重病 重病情况",
    Column.ACCEPTS_SERVICES: "接受服务意愿 服务意愿 接受关爱服务的意愿 是否接受服务 是否愿意接受关爱服务",
    Column.INCOME: "收入来源 主要经济来源 生活来源",
    Column.FAMILY: "家庭情况 家庭结构 家庭成员情况",
    Column.HEALTH: "健康情况 身体状况 身体情况 健康",
    Column.MIND: "精神状况 心理状况 心理状态",
    Column.SAFETY: "安全状况 安全隐患",
    Column.HYGIENE: "卫生情况 环境卫生",
    Column.DWELLING: "居住条件 住房情况 住房状况",
    Column.CARE: "照料状况 照护情况 照料人情况",
    Column.DIFFICULTIES: "困难和问题 主要困难 存在的困难 生活困难",
    Column.NEEDS: "需求 服务需要 养老服务需求 主要需求",
    Column.GUARDIAN: "监护人情况 监护人姓名",
    Column.CONTACT_NAME: "紧急联系人 应急联系人 应急联系人姓名",
    Column.CONTACT_PHONE: "紧急联系电话 紧急联系人联系电话 紧急联系人手机 应急联系人电话 应急联系电话",
    Column.REMARK: "说明 备注说明",
}
_SUPPORTER_ALSO: dict[SupporterColumn, str] = {
    SupporterColumn.RELATION: "与老人关系 与老年人关系 与本人关系 和老人关系",
    SupporterColumn.PHONE: "联系电话 手机 手机号 手机号码 联系方式 电话号码",
    SupporterColumn.WHEREABOUTS: "务工地点 务工地址 外出地点 外出务工地 外出务工地点 去向 "
    "工作地 工作地址 所在地 现住地 现居住地",
    SupporterColumn.AWAY_SINCE: "外出时间 外出务工时间 离家时间 离家日期",
    SupporterColumn.FOR_WORK: "是否务工 是否外出务工 是否外出务工经商",
    SupporterColumn.ABLE: "赡养能力 是否有赡养能力",
}
_SUPPORTER_CALLED = "赡养人 扶养人 子女 儿女 赡养扶养人 赡养义务人 法定赡养人"


def supporter_column(number: int, part: SupporterColumn) -> str:
    """The column of one fact of supporter `number`, from 1 to SUPPORTERS."""
    return f"赡养人{number}{part}"


@cache
def known_titles() -> dict[str, str]:
    """Folded title to column, for every way of saying it."""
    return {fold_title(title): column for column, title in _titles()}


def _titles() -> Iterator[tuple[str, str]]:
    for column in Column:
        for title in [str(column), *_ALSO.get(column, "").split()]:
            yield column, title
    for number in range(1, SUPPORTERS + 1):
        counts = [str(number), "一二三四"[number - 1], *([""] if number == 1 else [])]
        for part in SupporterColumn:
            for title in [str(part), *_SUPPORTER_ALSO.get(part, "").split()]:
                for called in _SUPPORTER_CALLED.split():
                    for count in counts:
                        yield supporter_column(number, part), f"{called}{count}{title}"
        for called in _SUPPORTER_CALLED.split():
            for count in counts:
                yield supporter_column(number, SupporterColumn.NAME), f"{called}{count}"
