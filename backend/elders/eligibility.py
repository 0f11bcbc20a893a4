"""Who is a left-behind older adult, pure (R001-R003).

Every criterion is answered by itself and says why. A missing fact answers UNKNOWN: it never admits, and turns nobody
away either, unless a criterion that is known already does.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from backend.elders.rules import age_on
from backend.elders.unknowns import denied, either
from backend.policies.rules import AwayFrom, EligibilityPolicy


class Whereabouts(StrEnum):
    """The smallest area that a supporter's dwelling shares with the elder's registered home.

    Where a level does not exist (济源 has no city level, 东莞 no county level) the next wider one stands for it.
    """

    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    ELSEWHERE = "elsewhere"


class Supporter(msgspec.Struct, frozen=True, kw_only=True):
    """What counts of one supporter (R003); None where nobody knows yet.

    `whereabouts` is where the supporter lives on the day asked about, `since` since when, visits home left aside.
    `returned_on` is the day of coming home again: `for_good`, or for a time, which ends the absence only once it is as
    long as an absence must be.
    """

    whereabouts: Whereabouts | None
    since: date | None
    for_work: bool | None
    able: bool | None
    returned_on: date | None = None
    for_good: bool | None = None


class EligibilityFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an elder; None where nobody knows yet. No supporters is (), not asked is None."""

    born_on: date | None
    registered_here: bool | None
    lives_in_countryside: bool | None
    supporters: tuple[Supporter, ...] | None


class Criterion(StrEnum):
    """The parts of the definition (R001)."""

    AGE = "age"
    REGISTERED = "registered"
    COUNTRYSIDE = "countryside"
    SUPPORTER_AWAY = "supporter_away"
    NO_ABLE_SUPPORTER_BESIDE = "no_able_supporter_beside"


class Answer(StrEnum):
    """How a criterion stands."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """Admitted when all criteria are met, rejected when one is not, open as long as neither is certain."""

    ADMITTED = "admitted"
    REJECTED = "rejected"
    OPEN = "open"


class EligibilityReason(StrEnum):
    """Why a criterion is answered so. Of several supporters, the one that comes first here speaks for all."""

    OLD_ENOUGH = "old_enough"
    TOO_YOUNG = "too_young"
    BIRTHDAY_UNKNOWN = "birthday_unknown"
    REGISTERED_HERE = "registered_here"
    REGISTERED_ELSEWHERE = "registered_elsewhere"
    REGISTRATION_UNKNOWN = "registration_unknown"
    LIVES_IN_COUNTRYSIDE = "lives_in_countryside"
    LIVES_ELSEWHERE = "lives_elsewhere"
    DWELLING_UNKNOWN = "dwelling_unknown"
    AWAY_LONG_ENOUGH = "away_long_enough"
    AWAY_TOO_SHORT = "away_too_short"
    AWAY_NOT_FOR_WORK = "away_not_for_work"
    RETURNED = "returned"
    NOT_AWAY = "not_away"
    ABSENCE_UNKNOWN = "absence_unknown"
    NOBODY_BESIDE = "nobody_beside"
    BESIDE_BUT_UNABLE = "beside_but_unable"
    ABLE_BESIDE = "able_beside"
    BESIDE_UNKNOWN = "beside_unknown"
    HAS_NO_SUPPORTER = "has_no_supporter"
    SUPPORTERS_NOT_ASKED = "supporters_not_asked"


class CriterionAnswer(msgspec.Struct, frozen=True):
    """One criterion's answer, and why."""

    criterion: Criterion
    answer: Answer
    reason: EligibilityReason


class Eligibility(msgspec.Struct, frozen=True):
    """The verdict of a day, every criterion's answer, and the policy that was asked: kept together (R002)."""

    verdict: Verdict
    answers: tuple[CriterionAnswer, ...]
    policy: EligibilityPolicy
    day: date


def judge(facts: EligibilityFacts, policy: EligibilityPolicy, day: date) -> Eligibility:
    """Whether this is a left-behind older adult on `day` (R001), with one answer to each criterion, in their order."""
    old_enough = None if facts.born_on is None else age_on(day, facts.born_on) >= policy.minimum_age
    answers = (
        _own(Criterion.AGE, old_enough),
        _own(Criterion.REGISTERED, facts.registered_here),
        _own(Criterion.COUNTRYSIDE, facts.lives_in_countryside),
        _supporter_away(facts.supporters, policy, day),
        _nobody_beside(facts.supporters, policy, day),
    )
    given = {each.answer for each in answers}
    if Answer.NOT_MET in given:
        return Eligibility(Verdict.REJECTED, answers, policy, day)
    verdict = Verdict.OPEN if Answer.UNKNOWN in given else Verdict.ADMITTED
    return Eligibility(verdict, answers, policy, day)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _own(criterion: Criterion, met: bool | None) -> CriterionAnswer:
    """The answer to a criterion about the elder alone."""
    return CriterionAnswer(criterion, _ANSWERS[met], _OWN_REASONS[criterion][met])


_ANSWERS = {True: Answer.MET, False: Answer.NOT_MET, None: Answer.UNKNOWN}
_OWN_REASONS: Mapping[Criterion, Mapping[bool | None, EligibilityReason]] = {
    Criterion.AGE: {
        True: EligibilityReason.OLD_ENOUGH,
        False: EligibilityReason.TOO_YOUNG,
        None: EligibilityReason.BIRTHDAY_UNKNOWN,
    },
    Criterion.REGISTERED: {
        True: EligibilityReason.REGISTERED_HERE,
        False: EligibilityReason.REGISTERED_ELSEWHERE,
        None: EligibilityReason.REGISTRATION_UNKNOWN,
    },
    Criterion.COUNTRYSIDE: {
        True: EligibilityReason.LIVES_IN_COUNTRYSIDE,
        False: EligibilityReason.LIVES_ELSEWHERE,
        None: EligibilityReason.DWELLING_UNKNOWN,
    },
}


def _supporter_away(supporters: tuple[Supporter, ...] | None, policy: EligibilityPolicy, day: date) -> CriterionAnswer:
    """At least one is away; where the policy says so, everyone."""
    criterion = Criterion.SUPPORTER_AWAY
    if supporters is None:
        return CriterionAnswer(criterion, Answer.UNKNOWN, EligibilityReason.SUPPORTERS_NOT_ASKED)
    if not supporters:
        return CriterionAnswer(criterion, Answer.NOT_MET, EligibilityReason.HAS_NO_SUPPORTER)
    found = [_absence(supporter, policy, day) for supporter in supporters]
    answer = _first(_WORST_FIRST if policy.everyone_away else _BEST_FIRST, found)
    return CriterionAnswer(criterion, answer, _speaking(answer, found))


def _nobody_beside(supporters: tuple[Supporter, ...] | None, policy: EligibilityPolicy, day: date) -> CriterionAnswer:
    """None is within the area, or none of those there is able.

    "Beside the elder" is read as "not away": a child elsewhere in the same county is within reach, as those plans
    hold which ask for all the children to have left it.
    """
    criterion = Criterion.NO_ABLE_SUPPORTER_BESIDE
    if supporters is None:
        return CriterionAnswer(criterion, Answer.UNKNOWN, EligibilityReason.SUPPORTERS_NOT_ASKED)
    if not supporters:
        return CriterionAnswer(criterion, Answer.MET, EligibilityReason.HAS_NO_SUPPORTER)
    found = [_help_beside(supporter, policy, day) for supporter in supporters]
    answer = _first(_WORST_FIRST, found)
    return CriterionAnswer(criterion, answer, _speaking(answer, found))


_Found = tuple[Answer, EligibilityReason]
_BEST_FIRST = (Answer.MET, Answer.UNKNOWN, Answer.NOT_MET)
_WORST_FIRST = (Answer.NOT_MET, Answer.UNKNOWN, Answer.MET)


def _absence(supporter: Supporter, policy: EligibilityPolicy, day: date) -> _Found:
    """Whether this one is away as R001 words it: out of the area, long enough, for work, and not back."""
    checks = (
        (_outside(supporter, policy), EligibilityReason.NOT_AWAY),
        (denied(_back(supporter, policy, day)), EligibilityReason.RETURNED),
        (supporter.for_work, EligibilityReason.AWAY_NOT_FOR_WORK),
        (_long_enough(supporter.since, policy, day), EligibilityReason.AWAY_TOO_SHORT),
    )
    for holds, otherwise in checks:
        if holds is False:
            return Answer.NOT_MET, otherwise
    if any(holds is None for holds, _ in checks):
        return Answer.UNKNOWN, EligibilityReason.ABSENCE_UNKNOWN
    return Answer.MET, EligibilityReason.AWAY_LONG_ENOUGH


def _help_beside(supporter: Supporter, policy: EligibilityPolicy, day: date) -> _Found:
    """Whether this one leaves the elder without an able supporter beside."""
    beside = either(denied(_outside(supporter, policy)), _back(supporter, policy, day))
    if beside is False:
        return Answer.MET, EligibilityReason.NOBODY_BESIDE
    if supporter.able is False:
        return Answer.MET, EligibilityReason.BESIDE_BUT_UNABLE
    if beside is None or supporter.able is None:
        return Answer.UNKNOWN, EligibilityReason.BESIDE_UNKNOWN
    return Answer.NOT_MET, EligibilityReason.ABLE_BESIDE


def _outside(supporter: Supporter, policy: EligibilityPolicy) -> bool | None:
    if supporter.whereabouts is None:
        return None
    places = tuple(Whereabouts)
    return places.index(supporter.whereabouts) > places.index(_LAST_WITHIN[policy.away_from])


_LAST_WITHIN = {
    AwayFrom.COUNTY: Whereabouts.COUNTY,
    AwayFrom.CITY: Whereabouts.CITY,
    AwayFrom.PROVINCE: Whereabouts.PROVINCE,
}


def _back(supporter: Supporter, policy: EligibilityPolicy, day: date) -> bool | None:
    """Whether the supporter is home again so that the absence is over (a short stay ends nothing)."""
    returned = supporter.returned_on
    if returned is None or returned > day:
        return False
    return either(supporter.for_good, _long_enough(returned, policy, day))


def _long_enough(since: date | None, policy: EligibilityPolicy, day: date) -> bool | None:
    if since is None:
        return None
    return since <= day and months_later(since, policy.months_away) <= day


def _first(order: Iterable[Answer], found: list[_Found]) -> Answer:
    given = {answer for answer, _ in found}
    return next(answer for answer in order if answer in given)


def _speaking(answer: Answer, found: list[_Found]) -> EligibilityReason:
    reasons = {reason for given, reason in found if given is answer}
    return next(reason for reason in EligibilityReason if reason in reasons)
