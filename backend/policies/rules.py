"""The policies there are, each with its bounds and its defaults, pure."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, TypeVar

import msgspec
from msgspec import Meta

from backend.policies.errors import PolicyInPast, PolicyNotPossible


class PolicyValue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of a policy's value. Every field has a default, which holds where no place has set another."""

    name: ClassVar[str]


Value = TypeVar("Value", bound=PolicyValue)

Days = Annotated[int, Meta(ge=1, le=31)]


class VisitRhythm(PolicyValue, frozen=True):
    """Days from one visit to the next, by priority tier: never more than a month (R055), key people sooner (R056).

    Who is at high risk is visited at least every `high_risk` days, whatever the tier. A guarantee cadre comes every
    `cadre` days, counted apart from the responsible visitor (R064, R065).
    Those not yet classified are visited like those of the second group: often enough for what nobody knows yet, and
    not so often that a village which has yet to assess everybody could visit nobody in time.
    """

    name: ClassVar[str] = "visit_rhythm"

    high: Days = 7
    medium: Days = 14
    routine: Days = 30
    unclassified: Days = 14
    high_risk: Days = 7
    cadre: Days = 7


class AwayFrom(StrEnum):
    """The area a supporter must have left to count as away (R002)."""

    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"


class EligibilityPolicy(PolicyValue, frozen=True):
    """Who is a left-behind older adult here (R001, R002); the defaults are the main plan's own numbers.

    `everyone_away` is for places whose text says that all the children have left, not only some.
    """

    name: ClassVar[str] = "eligibility"

    away_from: AwayFrom = AwayFrom.COUNTY
    months_away: Annotated[int, Meta(ge=6, le=24)] = 6
    minimum_age: Annotated[int, Meta(ge=60, le=80)] = 60
    everyone_away: bool = False


Points = Annotated[int, Meta(ge=0, le=10)]


class RiskStandard(PolicyValue, frozen=True):
    """What each mark on an elder's file weighs, and from how many points on the risk is medium or high (R034).

    The plan asks for a standard and gives none: these defaults are ours, to be published with the figures they lead to.
    High risk is answered within `answer_hours`.
    """

    name: ClassVar[str] = "risk_standard"

    must_not_live_alone: Points = 4
    a_child_should_stay: Points = 3
    lives_alone: Points = 2
    very_old: Points = 2
    ability_lost: Points = 2
    disabled: Points = 1
    poor: Points = 1
    raises_a_minor: Points = 1
    medium_from: Annotated[int, Meta(ge=1, le=5)] = 3
    high_from: Annotated[int, Meta(ge=6, le=30)] = 6
    answer_hours: Annotated[int, Meta(ge=1, le=168)] = 24


class WhereaboutsRhythm(PolicyValue, frozen=True):
    """After how many days without word a supporter is asked to confirm the whereabouts (R016: in time, truthfully)."""

    name: ClassVar[str] = "whereabouts"

    confirm_days: Annotated[int, Meta(ge=14, le=366)] = 90


class ContactRhythm(PolicyValue, frozen=True):
    """Every how many days a child away is in touch with the elder (R044: the plans ask for a system and name no days).

    A supporter may choose another number, up to `longest_days`.
    """

    name: ClassVar[str] = "contact_rhythm"

    usual_days: Days = 7
    longest_days: Annotated[int, Meta(ge=1, le=62)] = 30


class TaskDays(PolicyValue, frozen=True):
    """Days a village has to act on what it finds (R032, R033); for high risk the risk standard says how many hours."""

    name: ClassVar[str] = "task_days"

    must_not_live_alone: Days = 7
    a_child_should_stay: Days = 14


class OccasionPolicy(PolicyValue, frozen=True):
    """How long before a festival or birthday (R069, R070) its visit counts, and how soon one after an event must be.

    `by_phone`: a phone or video visit counts as well; a gathering never does.
    """

    name: ClassVar[str] = "occasions"

    festival_days: Days = 7
    birthday_days: Days = 3
    event_hours: Annotated[int, Meta(ge=1, le=168)] = 24
    weather_by_phone: bool = True
    event_by_phone: bool = False


class FamilyReading(PolicyValue, frozen=True):
    """After how many days a family that has opened no report is rung up, and how many the village has for it (R045)."""

    name: ClassVar[str] = "family_reading"

    unread_days: Annotated[int, Meta(ge=3, le=62)] = 14
    answer_days: Days = 7


Minutes = Annotated[int, Meta(ge=1, le=1440)]
Hour = Annotated[int, Meta(ge=0, le=24)]


class Answering(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Minutes each level has to answer a concern of one kind, by day and by night."""

    village: Minutes
    township: Minutes
    county: Minutes
    village_night: Minutes
    township_night: Minutes
    county_night: Minutes


_AT_ONCE = Answering(5, 10, 10, 10, 10, 15)
_SOON = Answering(30, 30, 60, 60, 60, 120)


class EscalationTable(PolicyValue, frozen=True):
    """A county's emergency plan (R091): how long each level has before the next is asked, by kind of concern.

    The plans ask for fast answers and give no minutes: these are ours, to be set by each county. One field for each
    kind. Who was told and has not read it after `read_minutes` is rung.
    """

    name: ClassVar[str] = "escalation"

    harm: Answering = _AT_ONCE
    critical_illness: Answering = _AT_ONCE
    mental_illness: Answering = _AT_ONCE
    wandering: Answering = _AT_ONCE
    disaster: Answering = _AT_ONCE
    illness: Answering = _SOON
    hardship: Answering = _SOON
    other: Answering = _SOON
    day_from: Hour = 7
    night_from: Hour = 21
    read_minutes: Minutes = 15


class VisitCounting(PolicyValue, frozen=True):
    """Who is owed a visit in a month, and which visits are one (R055, R057-R059). What holds on a month's first day
    holds for the month: nobody changes the rule in its course.

    Not owed is who came later than the day `came_by`, or left before the day `left_from`; and who was in hospital for
    more than `hospital_days` of the month, or away (also at a child's home) for more than `away_days`. They are listed
    with the reason, and counted when visited anyway, but for those who left. A home visit always counts. With
    `key_people_in_person` a month of phone and video alone does not count for key people; without, it is only flagged.
    """

    name: ClassVar[str] = "visit_counting"

    came_by: Annotated[int, Meta(ge=0, le=31)] = 0
    left_from: Annotated[int, Meta(ge=1, le=32)] = 32
    hospital_days: Annotated[int, Meta(ge=0, le=31)] = 15
    away_days: Annotated[int, Meta(ge=0, le=31)] = 15
    phone: bool = True
    video: bool = True
    group: bool = True
    key_people_in_person: bool = False


class SpotCheckShare(PolicyValue, frozen=True):
    """How many of a month's reports the township checks with the elder (R079): of each village `percent` of them,
    rounded up, and `at_least` so many where there are."""

    name: ClassVar[str] = "spot_check_share"

    percent: Annotated[int, Meta(ge=1, le=100)] = 5
    at_least: Annotated[int, Meta(ge=0, le=20)] = 1


class VisitQuality(PolicyValue, frozen=True):
    """From when on the entries of a visitor raise a question, never a verdict (R082).

    `entries` received within `entry_minutes`; the same words, `shortest_words` characters or more, with `same_words`
    elders or more; two home visits in different villages within `travel_minutes`; a home visit shorter than
    `least_minutes`.
    """

    name: ClassVar[str] = "visit_quality"

    entries: Annotated[int, Meta(ge=3, le=100)] = 6
    entry_minutes: Annotated[int, Meta(ge=1, le=120)] = 10
    same_words: Annotated[int, Meta(ge=2, le=50)] = 3
    shortest_words: Annotated[int, Meta(ge=1, le=200)] = 8
    travel_minutes: Annotated[int, Meta(ge=1, le=240)] = 20
    least_minutes: Annotated[int, Meta(ge=1, le=120)] = 10


class CallBooking(PolicyValue, frozen=True):
    """How family calls are booked (R083, R086): what the plans ask for without naming numbers, so these are ours.

    A call takes `minutes` of everybody's time, the way there included. Of those who could step in for a host each has
    `offer_minutes` alone. A call that nobody hosts `committee_hours` before its time is the committee's task. A family
    that had no call for `nudge_days` is reminded.
    """

    name: ClassVar[str] = "call_booking"

    minutes: Annotated[int, Meta(ge=15, le=180)] = 45
    offer_minutes: Annotated[int, Meta(ge=5, le=720)] = 30
    committee_hours: Annotated[int, Meta(ge=1, le=72)] = 6
    nudge_days: Annotated[int, Meta(ge=7, le=366)] = 30


class CallCapacity(PolicyValue, frozen=True):
    """What the media servers carry at one time, for the forecast of an evening.

    A call of three costs `call_ms` of one core in each second: six streams of 112 packets a second, at some 54 µs each;
    from 46 to 103 were measured on busy machines, so a county that counts on it measures its own. `cores` serve calls,
    and may be used to `percent`, so that an evening's peak is carried too.
    """

    name: ClassVar[str] = "call_capacity"

    call_ms: Annotated[int, Meta(ge=1, le=1000)] = 36
    cores: Annotated[int, Meta(ge=1, le=512)] = 2
    percent: Annotated[int, Meta(ge=10, le=100)] = 60

    @property
    def at_once(self) -> int:
        """So many calls at one time."""
        return max(1, self.cores * 10 * self.percent // self.call_ms)


class FestivalCalls(PolicyValue, frozen=True):
    """How many times a usual evening's calls a festival brings, of which Spring Festival's Eve brings most, and over
    how many hours of the evening calls can be spread (R070)."""

    name: ClassVar[str] = "festival_calls"

    eve_times: Annotated[int, Meta(ge=1, le=100)] = 20
    festival_times: Annotated[int, Meta(ge=1, le=100)] = 5
    evening_hours: Annotated[int, Meta(ge=1, le=12)] = 4


def read(kind: type[Value], stored: str | None) -> Value:
    """The value as its row keeps it, or the default when there is no row."""
    return kind() if stored is None else msgspec.json.decode(stored, type=kind)


def check(value: PolicyValue) -> None:
    """Raises PolicyNotPossible when a part lies outside its bounds."""
    try:
        msgspec.convert(msgspec.to_builtins(value), type(value))
    except msgspec.ValidationError:
        raise PolicyNotPossible(field="value") from None


def check_start(starts_on: date, today: date) -> None:
    """Raises PolicyInPast."""
    if starts_on < today:
        raise PolicyInPast(field="starts_on")
