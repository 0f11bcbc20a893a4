"""Who may act, and in what words we tell them so."""

from enum import StrEnum

from backend.divisions.scope import Level


class Role(StrEnum):
    """A membership's role. `description` is what the person is told the role may do."""

    SUPPORTER = "supporter"
    CAREGIVER = "caregiver"
    VOLUNTEER = "volunteer"
    COMMITTEE = "committee"
    TOWNSHIP = "township"
    COUNTY = "county"

    @property
    def description(self) -> str:
        return _DESCRIPTIONS[self]

    @property
    def level(self) -> Level:
        """How much of a file the role sees without asking for more."""
        return Level.COUNTS if self is Role.COUNTY else Level.CARD if self is Role.TOWNSHIP else Level.FULL

    @property
    def purpose(self) -> str:
        """Why it looks, as the reading log puts it."""
        return _PURPOSES[self]


OFFICES = frozenset({Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY})
"""Roles held for a division; the others are held for named elders."""

_DESCRIPTIONS = {
    Role.SUPPORTER: "看自家老人的近况和探访记录，签委托照顾协议，约亲情连线",
    Role.CAREGIVER: "看自己受托照顾的老人，接受协议，有情况及时上报",
    Role.VOLUNTEER: "探访结对的老人，填探访记录，主持亲情连线，见证老人的意愿",
    Role.COMMITTEE: "管本村老人的档案，给协议报备编号，安排探访，审核志愿者",
    Role.TOWNSHIP: "看本乡镇各村的名册和进度，督促到期未办的事",
    Role.COUNTY: "看全县的汇总数字",
}
_PURPOSES = {
    Role.SUPPORTER: "family",
    Role.CAREGIVER: "care",
    Role.VOLUNTEER: "visit",
    Role.COMMITTEE: "administration",
    Role.TOWNSHIP: "supervision",
    Role.COUNTY: "statistics",
}
