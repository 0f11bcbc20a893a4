"""Duties, contacts, and where supporters are, pure."""

import re
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from backend.elders.eligibility import Whereabouts as Area
from backend.families.errors import (
    AreaNotPossible,
    CityNotPossible,
    ContactMeasured,
    ContactNotPossible,
    ProvinceNotKnown,
    RhythmTooSlow,
    SinceNotPossible,
)
from backend.policies.rules import ContactRhythm, WhereaboutsRhythm


class Duty(StrEnum):
    """What the person is to the elder in law."""

    SUPPORTER = "supporter"
    CAREGIVER = "caregiver"


class ContactKind(StrEnum):
    """How they were in touch: a family call is measured by the room, the others the child declares."""

    FAMILY_CALL = "family_call"
    PHONE = "phone"
    VIDEO = "video"
    VISIT = "visit"
    MESSAGE = "message"


DECLARED = frozenset(ContactKind) - {ContactKind.FAMILY_CALL}
LATEST_WORD = timedelta(days=60)
"""What is longer ago nobody remembers to the day: neither a contact nor a talk is written down so late."""


class TalkWay(StrEnum):
    """How the committee reached the child (R045: telephone, message, network)."""

    PHONE = "phone"
    MESSAGE = "message"
    VIDEO = "video"
    IN_PERSON = "in_person"


ABROAD = "境外"
# GB/T 2260: the first two digits of a division's code. They say where a place lies, never who may see it.
PROVINCES = {
    **{"11": "北京市", "12": "天津市", "13": "河北省", "14": "山西省", "15": "内蒙古自治区"},
    **{"21": "辽宁省", "22": "吉林省", "23": "黑龙江省"},
    **{"31": "上海市", "32": "江苏省", "33": "浙江省", "34": "安徽省", "35": "福建省", "36": "江西省", "37": "山东省"},
    **{"41": "河南省", "42": "湖北省", "43": "湖南省", "44": "广东省", "45": "广西壮族自治区", "46": "海南省"},
    **{"50": "重庆市", "51": "四川省", "52": "贵州省", "53": "云南省", "54": "西藏自治区"},
    **{"61": "陕西省", "62": "甘肃省", "63": "青海省", "64": "宁夏回族自治区", "65": "新疆维吾尔自治区"},
    **{"71": "台湾省", "81": "香港特别行政区", "82": "澳门特别行政区"},
}
_SHORT = {re.sub(r"(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$", "", name): name for name in PROVINCES.values()}
_IN_PROVINCE = re.compile(f"({'|'.join(PROVINCES.values())}|{'|'.join(_SHORT)})[ \\-—/·,，、]*(.*)")
_OF_THEMSELVES = frozenset({"北京市", "天津市", "上海市", "重庆市", "香港特别行政区", "澳门特别行政区"})
_TO_CITY = re.compile(r".{2,}?(?:市|自治州|州|地区|盟)")
_CITY = re.compile(r"[\u4e00-\u9fff·]{2,20}")
_STREET = re.compile(r"[路街巷弄号栋楼室]$")
_EARLIEST = date(1950, 1, 1)


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody lives and works, to the city. `area` may be left out where the province alone tells it."""

    province: str
    city: str
    area: Area | None
    since: date
    for_work: bool | None
    employer: str | None


class ToldPlace(msgspec.Struct, frozen=True, kw_only=True):
    """As much of a place as somebody else's list tells, as `Whereabouts` keeps it."""

    province: str | None = None
    city: str | None = None
    area: Area | None = None
    since: date | None = None


def home_province(code: str) -> str | None:
    """The province a 12-digit division code lies in; None for a code of nowhere."""
    return PROVINCES.get(code[:2])


def checked(place: Place, *, home: str | None, today: date) -> Place:
    """`place` with its area, by the province of the elder's home.

    Raises ProvinceNotKnown, CityNotPossible, AreaNotPossible, SinceNotPossible.
    """
    if place.province not in {*PROVINCES.values(), ABROAD}:
        raise ProvinceNotKnown(field="province")
    if not _CITY.fullmatch(place.city) or _STREET.search(place.city):
        raise CityNotPossible(field="city")
    if not _EARLIEST <= place.since <= today:
        raise SinceNotPossible(field="since")
    away = home is not None and place.province != home
    area = Area.ELSEWHERE if away and place.area is None else place.area
    if area is None or (home is not None and away is not (area is Area.ELSEWHERE)):
        raise AreaNotPossible(field="area")
    return msgspec.structs.replace(place, area=area, employer=(place.employer or "").strip() or None)


def told_place(words: str | None, since: date | None, *, home: str | None) -> ToldPlace:
    """A place in a clerk's words: 广东省深圳市, 广东深圳, 上海浦东.

    How near home it is within the home province, the words do not say.
    """
    found = _IN_PROVINCE.fullmatch(words or "")
    if found is None or since is None:
        return ToldPlace(city=words, since=since)
    province = _SHORT.get(found[1], found[1])
    rest = _TO_CITY.match(found[2])
    city = province if province in _OF_THEMSELVES else rest[0] if rest else found[2]
    if not _CITY.fullmatch(city) or _STREET.search(city) or (city != province and _IN_PROVINCE.fullmatch(city)):
        return ToldPlace(city=words, since=since)
    area = Area.ELSEWHERE if home is not None and province != home else None
    return ToldPlace(province=province, city=city, area=area, since=since)


def is_due(known_on: date, asked_on: date | None, today: date, policy: WhereaboutsRhythm) -> bool:
    """Whether to ask on `today`: too long after the last word, and too long after the last time we asked."""
    last = max(known_on, asked_on) if asked_on else known_on
    return today - last >= timedelta(days=policy.confirm_days)


def check_remembered(on: date, today: date) -> None:
    """Raises ContactNotPossible for a day to come, or one too long ago."""
    if not today - LATEST_WORD <= on <= today:
        raise ContactNotPossible(field="day")


def check_declared(kind: ContactKind, day: date, today: date) -> None:
    """Raises ContactMeasured, ContactNotPossible."""
    if kind not in DECLARED:
        raise ContactMeasured(field="kind")
    check_remembered(day, today)


def rhythm_days(chosen: int | None, policy: ContactRhythm) -> int:
    """Every how many days a child is in touch: as chosen, as far as the policy allows, or the usual."""
    return min(chosen or policy.usual_days, policy.longest_days)


def check_rhythm(days: int | None, policy: ContactRhythm) -> None:
    """Raises RhythmTooSlow."""
    if days is not None and not 1 <= days <= policy.longest_days:
        raise RhythmTooSlow(field="days")


def contact_is_due(last: date, rhythm: int, today: date) -> bool:
    """Whether `rhythm` days are over since `last`, the day of the last contact or of the last reminder (R044)."""
    return today - last >= timedelta(days=rhythm)
