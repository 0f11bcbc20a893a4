"""Who may act, and in what words we tell them so."""

from enum import StrEnum

from backend.divisions.scope import Level


class Role(StrEnum):
    """A membership's role."""

    SUPPORTER = "supporter"
    CAREGIVER = "caregiver"
    VOLUNTEER = "volunteer"
    COMMITTEE = "committee"
    TOWNSHIP = "township"
    COUNTY = "county"

    level: Level
    """How much of a file the role sees without asking for more."""
    purpose: str
    """Why it looks, as the reading log puts it."""
    description: str
    """What the person is told the role may do."""


# Set once and not asked of a table each time: every request asks.
for _role, _level, _purpose, _description in (
    (Role.SUPPORTER, Level.FULL, "family", "看自家老人的近况和探访记录，签委托照顾协议，约亲情连线"),
    (Role.CAREGIVER, Level.FULL, "care", "看自己受托照顾的老人，接受协议，有情况及时上报"),
    (Role.VOLUNTEER, Level.FULL, "visit", "探访结对的老人，填探访记录，主持亲情连线，见证老人的意愿"),
    (Role.COMMITTEE, Level.FULL, "administration", "管本村老人的档案，给协议报备编号，安排探访，审核志愿者"),
    (Role.TOWNSHIP, Level.CARD, "supervision", "看本乡镇各村的名册和进度，督促到期未办的事"),
    (Role.COUNTY, Level.COUNTS, "statistics", "看全县的汇总数字"),
):
    _role.level, _role.purpose, _role.description = _level, _purpose, _description

OFFICES = frozenset({Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY})
"""Roles held for a division; the others are held for named elders."""
