"""The demo's people and places. All invented: no such county, no such person; codes lie outside those in use."""

from dataclasses import dataclass
from datetime import date
from random import Random

from backend.elders.rules import AbilityLevel, Gender
from backend.elders.tiers import DisabilityGrade, Mobility

COUNTY = ("539901000000", "云岭县")
TOWNSHIP = ("539901101000", "青石镇")
VILLAGES = (("539901101201", "松树坪村"), ("539901101202", "桃花湾村"), ("539901101203", "石桥村"))

CAST = {
    "supporter": "儿子 王建国（在深圳打工）",
    "supporter2": "女儿 王秀英（在东莞打工）",
    "caregiver": "受托人 李春花（邻居）",
    "volunteer": "志愿者 张晓敏",
    "committee": "松树坪村村委会 赵志强",
    "township": "青石镇民政办 周敏",
    "county": "云岭县民政局 孙立",
}
"""Who gets a sign-in link."""

OFFICIALS = {
    "committee": "赵志强",
    "committee2": "马会芳",
    "committee3": "何永福",
    "township": "周敏",
    "county": "孙立",
}
VOLUNTEERS = ("张晓敏", "刘洋", "陈静", "吴丽娟", "杨帆", "罗小军")

_SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_WOMEN = ("桂兰", "秀英", "玉珍", "淑芬", "凤英", "素芳", "春梅", "金花", "翠莲", "菊香", "桂芳", "月娥")
_MEN = ("德福", "长顺", "国清", "正明", "永贵", "树林", "金宝", "世昌", "文才", "光荣", "兴旺", "有田")
_YOUNG = ("建军", "海燕", "志强", "丽华", "小平", "伟", "敏", "国庆", "红梅", "勇")
_CITIES = ("深圳", "东莞", "广州", "昆明", "杭州", "上海", "佛山", "成都", "宁波", "苏州")
_LANES = ("上寨", "下寨", "老屋场", "河边组", "坡头组", "大树脚", "新房子")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One elder of the township, as invented."""

    village: int
    name: str
    gender: Gender
    born_on: date
    address: str
    living_alone: bool
    ability: AbilityLevel
    mobility: Mobility
    disability: DisabilityGrade
    dementia: bool | None
    child: str
    city: str
    helper: str


def neighbours(today: date) -> list[Neighbour]:
    """Sixty elders over all ages and tiers; the same ones every time, the first two the story's own."""
    dice = Random(83)
    story = [
        Neighbour(
            0, "李桂兰", Gender.FEMALE, date(today.year - 83, 3, 12), "松树坪村上寨 8 号", True,
            AbilityLevel.MILD, Mobility.FREE, DisabilityGrade.NONE, False, "王建国", "深圳", "李春花",
        ),
        Neighbour(
            0, "王德福", Gender.MALE, date(today.year - 76, 8, 2), "松树坪村上寨 11 号", True,
            AbilityLevel.UNKNOWN, Mobility.DIFFICULT, DisabilityGrade.NONE, False, "王建国", "深圳", "李春花",
        ),
    ]  # fmt: skip
    return story + [_invented(dice, index, today) for index in range(58)]


def _invented(dice: Random, index: int, today: date) -> Neighbour:
    gender = dice.choice((Gender.FEMALE, Gender.FEMALE, Gender.MALE))
    surname, age = dice.choice(_SURNAMES), dice.choices((63, 68, 72, 77, 82, 87, 92), (3, 5, 6, 5, 4, 2, 1))[0]
    village = index % 3
    alone = dice.random() < 0.45
    ability = dice.choices(
        (AbilityLevel.INTACT, AbilityLevel.MILD, AbilityLevel.MODERATE, AbilityLevel.SEVERE, AbilityLevel.UNKNOWN),
        (10, 6, 3, 1, 2),
    )[0]
    return Neighbour(
        village=village,
        name=surname + dice.choice(_WOMEN if gender is Gender.FEMALE else _MEN),
        gender=gender,
        born_on=date(today.year - age, dice.randint(1, 12), dice.randint(1, 28)),
        address=f"{VILLAGES[village][1]}{dice.choice(_LANES)} {dice.randint(1, 60)} 号",
        living_alone=alone,
        ability=ability,
        mobility=Mobility.UNKNOWN if ability is AbilityLevel.UNKNOWN else Mobility.FREE,
        disability=DisabilityGrade.NONE,
        dementia=False,
        child=(surname if gender is Gender.MALE else dice.choice(_SURNAMES)) + dice.choice(_YOUNG),
        city=dice.choice(_CITIES),
        helper=dice.choice(_SURNAMES) + dice.choice(_WOMEN),
    )


NOTES = (
    "奶奶今天精神不错，在院子里晒太阳，腿还有点疼，已经帮她把药分好了。",
    "一起把灶房的电线理了理，换了一个灯泡。她说想孙子了，盼着过年。",
    "血压有点高，提醒按时吃药。冰箱里有菜，邻居前天送了豆腐。",
    "今天话不多，问了才说夜里咳嗽。约了村医明天来看看。",
    "帮着把被子晒了，院子扫了。老人说儿子上周打过电话，心里高兴。",
)
WISH = "孩子在外头挣钱不容易，有人来看看我，我心里踏实。我愿意。"
RETURN_REASON = "受托人的住址没有写清楚，请补上是哪个村民小组，再交一次。"
