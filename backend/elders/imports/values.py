"""What the text of a cell means: one function for each kind of fact. Each raises Unclear with a sentence for the clerk.

No sentence repeats the text: it goes onto screens and into lists that are passed on.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from backend.elders.errors import IdNumberNotPossible
from backend.elders.rules import AbilityLevel, Gender, normal_id_number
from backend.elders.tiers import DisabilityGrade, Mobility

MANGLED = (
    "号码被表格软件改坏了（只留下前 15 位，后面变成了 0 或 E+17），改单元格格式也找不回来："
    "请先把这一列设成“文本”格式，再照证件重新填写或从原来的资料重新粘贴"
)
_SCIENTIFIC = re.compile(r"-?\d(\.\d+)?E\+?\d+", re.IGNORECASE)


class Unclear(Exception):
    """The text cannot be taken for the fact; `sentence` says what to write."""

    def __init__(self, sentence: str) -> None:
        super().__init__("unclear")
        self.sentence = sentence


class Hardship(StrEnum):
    """Why a family counts as poor (R012, R031)."""

    EXTREME_POVERTY = "extreme_poverty"
    DIBAO = "dibao"
    OTHER = "other"
    NONE = "none"


class BirthMonth(msgspec.Struct, frozen=True):
    """A birthday written without its day: the year, and the months it may mean (1949.1 in a number may be October)."""

    year: int
    months: frozenset[int]

    def may_be(self, day: date) -> bool:
        """Whether `day` lies within."""
        return day.year == self.year and day.month in self.months


HARDSHIPS = {
    Hardship.EXTREME_POVERTY: "特困",
    Hardship.DIBAO: "低保",
    Hardship.OTHER: "其他困难",
    Hardship.NONE: "无",
}
_ABILITIES = {
    AbilityLevel.INTACT: "能力完好 完好 能力完好老年人",
    AbilityLevel.MILD: "轻度失能 轻度 能力轻度受损",
    AbilityLevel.MODERATE: "中度失能 中度",
    AbilityLevel.SEVERE: "重度失能 重度",
    AbilityLevel.COMPLETE: "完全失能",
    AbilityLevel.UNKNOWN: "未评估 待评估 未知 不清楚 不详",
}
_OTHER_SCALES = re.compile(r"自理|介助|介护|半失能|失能|分")
_MOBILITIES = {
    Mobility.BEDRIDDEN: r"卧床",
    Mobility.DIFFICULT: r"不便|不方便|(?<!无)困难|拐|轮椅|搀扶",
    Mobility.UNKNOWN: r"不清楚|未知|不详",
    Mobility.FREE: r"自如|正常|良好|方便|自由|健康",
}
_GRADES = [DisabilityGrade.ONE, DisabilityGrade.TWO, DisabilityGrade.THREE, DisabilityGrade.FOUR]
_YES = frozenset(["是", "有", "√", "✓", "☑", "对", "y", "yes", "true", "1", "愿意", "同意", "接受"])
_NO = frozenset(["否", "无", "没有", "不是", "×", "✗", "x", "n", "no", "false", "0", "不愿意", "不同意", "不接受"])
_UNKNOWN = frozenset(["不清楚", "未知", "不详", "-", "—", "/", "\\"])


def name(text: str) -> str:
    """A person's name: blanks between Chinese characters fall away (张  三), the dot of longer names stays."""
    joined = re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", text)
    if any("\ue000" <= sign <= "\uf8ff" or sign >= "\U000f0000" for sign in joined):
        raise Unclear("里面有自造的字，别的电脑显示不出来：请换成标准汉字")
    if len(joined) > 40 or not any(sign.isalpha() for sign in joined) or any(sign.isdigit() for sign in joined):
        raise Unclear("应当只写一个人的姓名，不带数字，不超过 40 个字")
    return joined


def gender(text: str) -> Gender:
    """男 or 女, also 1 and 2 of GB/T 2261.1."""
    for meaning, words in ((Gender.MALE, "男 男性 m 1"), (Gender.FEMALE, "女 女性 f 2")):
        if text.lower() in words.split():
            return meaning
    raise Unclear("只能填“男”或“女”")


def id_number(text: str) -> str:
    """The 18-character number. Numbers that a spreadsheet program rounded are told apart from mistyped ones."""
    if _SCIENTIFIC.fullmatch(text):
        raise Unclear(MANGLED)
    try:
        return normal_id_number(text)
    except IdNumberNotPossible as refused:
        digits = "".join(text.split())
        if re.fullmatch(r"\d{15}0{3}", digits):
            raise Unclear(MANGLED) from None
        if not re.fullmatch(r"\d{17}[\dXx]|\d{15}", digits):
            raise Unclear(f"应当是 18 位（老证 15 位），现在是 {len(digits)} 位") from None
        raise Unclear(refused.user_message) from None


def birthday(text: str) -> date | BirthMonth:
    """A day in any of the usual writings or as Excel's day number, or only its year and month."""
    if month := re.fullmatch(r"(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2})|年?)", text):
        year, given = int(month[1]), month[2] or month[3]
        months = range(1, 13) if given is None else ([1, 10] if text.endswith(".1") else [int(given)])
        if 1850 <= year <= 2100 and all(1 <= each <= 12 for each in months):
            return BirthMonth(year, frozenset(months))
    return day(text)


def day(text: str) -> date:
    """A full date: 1949-12-31, 1949/12/31, 1949.12.31, 1949年12月31日, 19491231 or Excel's day number."""
    if re.search(r"农历|阴历|[正腊冬]月|初[一二三四五六七八九十]", text):
        raise Unclear("请填公历（阳历）日期，例如 1949-12-31")
    plain = re.sub(r"[ T]\d{1,2}:\d{2}(:\d{2})?$", "", text)
    if parts := re.fullmatch(r"(\d{4})(?:[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?|(\d{2})(\d{2}))", plain):
        year, month, of_month = int(parts[1]), int(parts[2] or parts[4]), int(parts[3] or parts[5])
        if year < 1850 or not 1 <= month <= 12 or not 1 <= of_month <= monthrange(year, month)[1]:
            raise Unclear("没有这一天，请核对年、月、日")
        return date(year, month, of_month)
    if re.fullmatch(r"\d{5}", plain) and int(plain) < 73_050:
        return date(1899, 12, 30) + timedelta(days=int(plain))
    raise Unclear("请写全年、月、日，年份四位，例如 1949-12-31")


def away_since(text: str, today: date) -> date:
    """The day somebody left for work: not to come, and in a lifetime."""
    left = day(text)
    if not date(1950, 1, 1) <= left <= today:
        raise Unclear("应当在今天以前，请核对年份")
    return left


def phone(text: str) -> str:
    """One mobile or fixed-line number, digits only."""
    if _SCIENTIFIC.fullmatch(text):
        raise Unclear("号码被表格软件改成了科学计数，请把这一列设成“文本”格式后重新填写")
    digits = re.sub(r"[\s\-－—()（）]", "", text).removeprefix("+86")
    if re.fullmatch(r"1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}", digits, re.ASCII):
        return digits
    if len(re.findall(r"1[3-9]\d{9}", text)) > 1:
        raise Unclear("一格只写一个号码")
    raise Unclear("应当是 11 位手机号，或带区号的座机号")


def yes_or_no(text: str) -> bool | None:
    """是 or 否 and their like; 不清楚 is None."""
    word = text.lower()
    if word in _YES or word in _NO:
        return word in _YES
    if word in _UNKNOWN:
        return None
    raise Unclear("只能填“是”或“否”，不清楚就空着")


def living_alone(text: str) -> bool | None:
    """是, 否, or with whom: 独居, 夫妻同住, 与孙辈同住, 空巢."""
    if re.search(r"(?<![非不])独(居|自)", text):
        return True
    if re.search(r"[非不]独居|同住|夫妻|配偶|老伴|子女|孙|空巢|亲属", text):
        return False
    try:
        return yes_or_no(text)
    except Unclear:
        raise Unclear("请填“独居”，或和谁同住（如“夫妻同住”“与孙辈同住”），不清楚就空着") from None


def hardship(text: str) -> Hardship | None:
    """The kind of hardship; none is 无, not asked is blank."""
    if text.lower() in _UNKNOWN:
        return None
    if re.search(r"特困|五保", text):
        return Hardship.EXTREME_POVERTY
    if re.search(r"低保(?!边缘)", text) and not re.search(r"[非无]低保", text):
        return Hardship.DIBAO
    if re.search(r"低保边缘|脱贫|监测|建档立卡|贫困|困难|低收入", text) and not text.startswith(("无", "不")):
        return Hardship.OTHER
    if text.lower() in _NO or text in {"一般", "一般户", "普通", "正常", "非低保", "无低保", "无困难", "不困难"}:
        return Hardship.NONE
    raise Unclear("请填“特困”“低保”“其他困难”或“无”")


def ability(text: str) -> AbilityLevel:
    """A level of GB/T 42195-2022. Words of older scales are not taken for it."""
    for level, words in _ABILITIES.items():
        if text in words.split():
            return level
    if _OTHER_SCALES.search(text):
        raise Unclear(
            "“自理、半自理、失能”是旧的说法，和 GB/T 42195-2022 的五个等级对不上：没有按新标准评估过就填“未评估”"
        )
    raise Unclear("只能填能力完好、轻度失能、中度失能、重度失能、完全失能或未评估")


def mobility(text: str) -> Mobility:
    """Bedridden, moving with difficulty, or free."""
    for meaning, pattern in _MOBILITIES.items():
        if re.search(pattern, text):
            return meaning
    raise Unclear("请填“行动自如”“行动不便”或“长期卧床”")


def disability(text: str) -> DisabilityGrade:
    """The grade on the disability certificate."""
    if grade := re.search(r"(?:^|\D)([1-4一二三四])级", text) or re.fullmatch(r"([1-4一二三四])", text):
        return _GRADES["一二三四".find(grade[1]) if grade[1] in "一二三四" else int(grade[1]) - 1]
    if text in _NO or re.fullmatch(r"无残疾|没有残疾|未办证|健全", text):
        return DisabilityGrade.NONE
    if text in _UNKNOWN or "不清楚" in text:
        return DisabilityGrade.UNKNOWN
    raise Unclear("请照残疾人证填一级到四级，没有就填“无”")


def place(text: str) -> str:
    """A village or township by name or 12-digit code."""
    if _SCIENTIFIC.fullmatch(text) or (text.isdigit() and len(text) != 12):
        raise Unclear("请填名称，或 12 位区划代码")
    return short(text, 40)


def short(text: str, most: int) -> str:
    """Free text of at most `most` characters."""
    if len(text) > most:
        raise Unclear(f"太长，最多 {most} 个字")
    return text
