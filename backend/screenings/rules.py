"""When villages are screened household by household, and what counts as done, pure (R010-R012)."""

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from backend.screenings.errors import CampaignNotPossible


class Season(StrEnum):
    """The plan's two screenings a year (R011), or one of a place's own."""

    SPRING = "spring"
    AUTUMN = "autumn"
    OTHER = "other"


class Outcome(StrEnum):
    """What the committee found at a door."""

    NO_LEFT_BEHIND = "no_left_behind"
    ON_FILE = "on_file"
    REGISTERED = "registered"
    NOBODY_HOME = "nobody_home"


DONE = frozenset(Outcome) - {Outcome.NOBODY_HOME}
"""Outcomes after which nobody need come again."""

MONTH_OF = {3: Season.SPRING, 9: Season.AUTUMN}
LONGEST = timedelta(days=184)


class Due(msgspec.Struct, frozen=True):
    """The campaign the timetable opens."""

    season: Season
    name: str
    starts_on: date
    ends_on: date


def seasonal(day: date) -> Due | None:
    """The screening of `day`'s month: March and September, the whole of it; None in the others."""
    season = MONTH_OF.get(day.month)
    if season is None:
        return None
    first = day.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return Due(season, f"{day.year} 年{'春季' if season is Season.SPRING else '秋季'}摸底排查", first, last)


def check_campaign(starts_on: date, ends_on: date, today: date) -> None:
    """Not over before it begins, not over yet, and of half a year at most. Raises CampaignNotPossible."""
    if not starts_on <= ends_on or ends_on < today or ends_on - starts_on > LONGEST:
        raise CampaignNotPossible(field="ends_on")


def is_focus(*, poor: bool, very_old: bool, disabled: bool) -> bool:
    """Poor households with very old or disabled elders are visited first (R012)."""
    return poor and (very_old or disabled)


def percent(done: int, households: int) -> int:
    """Full percents, rounded down: 100 means every door. Of a village without a list nothing is done."""
    return 100 * done // households if households else 0
