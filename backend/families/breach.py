"""When a supporter does not do the duty: warning, hearing, decision, listing with its end, correction and appeal; pure.

The law lets the villagers' committee urge and warn (老年人权益保障法 art. 14, 18, 24; R046), the plans name a list and
no procedure (R047). This is ours: no listing without warning and hearing, none for longer than a year, always an
appeal, never public (个人信息保护法 art. 25). One table says which step leads from where to where, and who takes it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

import msgspec

from backend.families.errors import (
    DutyDayNotPossible,
    DutyStepIncomplete,
    DutyStepNotPossible,
    ListedTooLong,
    NotToldTwice,
)
from backend.kit.clock import shanghai_day


class Ground(StrEnum):
    """What the supporter is said not to do, or to do."""

    NO_CONTACT = "no_contact"
    NO_MONEY = "no_money"
    NO_CARE = "no_care"
    PROPERTY = "property"
    ABUSE = "abuse"
    ABANDONMENT = "abandonment"


class CaseState(StrEnum):
    """Where a case stands. `UPHELD`: listed, and the appeal was turned down."""

    OPENED = "opened"
    WARNED = "warned"
    HEARD = "heard"
    LISTED = "listed"
    APPEALED = "appealed"
    UPHELD = "upheld"
    NO_BREACH = "no_breach"
    PASSED_ON = "passed_on"
    CLOSED = "closed"
    EXPIRED = "expired"
    CORRECTED = "corrected"
    LIFTED = "lifted"


class CaseStep(StrEnum):
    """What can happen in a case."""

    OPEN = "open"
    WARN = "warn"
    INVITE = "invite"
    HEAR = "hear"
    NOT_COME = "not_come"
    FIND_NO_BREACH = "find_no_breach"
    LIST = "list"
    PASS_ON = "pass_on"
    APPEAL = "appeal"
    UPHOLD = "uphold"
    LIFT = "lift"
    CORRECT = "correct"
    CLOSE = "close"
    POLICE = "police"
    EXPIRE = "expire"
    LAPSE = "lapse"


class ToldBy(StrEnum):
    """How the supporter was told."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    LETTER = "letter"
    MESSAGE = "message"


class Who(StrEnum):
    """Whose a step is; but for the platform, the words of the roles."""

    COMMITTEE = "committee"
    TOWNSHIP = "township"
    SUPPORTER = "supporter"
    PLATFORM = "platform"


class Move(msgspec.Struct, frozen=True):
    """From any of `before` to `after` (None: the state stays), by whom."""

    before: frozenset[CaseState]
    after: CaseState | None
    by: Who


UNDER_WAY = frozenset({CaseState.OPENED, CaseState.WARNED, CaseState.HEARD})
ON_THE_LIST = frozenset({CaseState.LISTED, CaseState.APPEALED, CaseState.UPHELD})
OPEN = UNDER_WAY | ON_THE_LIST

MOVES: Mapping[CaseStep, Move] = {
    CaseStep.WARN: Move(frozenset({CaseState.OPENED}), CaseState.WARNED, Who.COMMITTEE),
    CaseStep.INVITE: Move(frozenset({CaseState.WARNED}), None, Who.COMMITTEE),
    CaseStep.HEAR: Move(frozenset({CaseState.WARNED}), CaseState.HEARD, Who.COMMITTEE),
    CaseStep.NOT_COME: Move(frozenset({CaseState.WARNED}), CaseState.HEARD, Who.COMMITTEE),
    CaseStep.FIND_NO_BREACH: Move(frozenset({CaseState.HEARD}), CaseState.NO_BREACH, Who.COMMITTEE),
    CaseStep.LIST: Move(frozenset({CaseState.HEARD}), CaseState.LISTED, Who.COMMITTEE),
    CaseStep.PASS_ON: Move(frozenset({CaseState.HEARD}), CaseState.PASSED_ON, Who.COMMITTEE),
    CaseStep.APPEAL: Move(frozenset({CaseState.LISTED}), CaseState.APPEALED, Who.SUPPORTER),
    CaseStep.UPHOLD: Move(frozenset({CaseState.APPEALED}), CaseState.UPHELD, Who.TOWNSHIP),
    CaseStep.LIFT: Move(frozenset({CaseState.APPEALED}), CaseState.LIFTED, Who.TOWNSHIP),
    CaseStep.CORRECT: Move(ON_THE_LIST, CaseState.CORRECTED, Who.COMMITTEE),
    CaseStep.CLOSE: Move(UNDER_WAY, CaseState.CLOSED, Who.COMMITTEE),
    CaseStep.POLICE: Move(OPEN, None, Who.COMMITTEE),
    CaseStep.EXPIRE: Move(ON_THE_LIST, CaseState.EXPIRED, Who.PLATFORM),
    CaseStep.LAPSE: Move(OPEN, CaseState.CLOSED, Who.PLATFORM),
}
"""The life of a case after it was opened. LAPSE: the elder is no longer on the register."""

NEEDS: Mapping[CaseStep, frozenset[str]] = {
    CaseStep.WARN: frozenset({"words", "means"}),
    CaseStep.INVITE: frozenset({"means", "hearing_on"}),
    CaseStep.NOT_COME: frozenset(),
    CaseStep.EXPIRE: frozenset(),
    CaseStep.LAPSE: frozenset(),
    CaseStep.LIST: frozenset({"words", "until"}),
    CaseStep.POLICE: frozenset({"words", "station", "at"}),
}
"""What is told with a step; words alone with all others."""
_TOLD = ("means", "hearing_on", "until", "station", "at")


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A step as somebody writes it down. `until`: the last day on the list. `at`, `station`: of the police, whose
    receipt are the words (R051)."""

    step: CaseStep
    on: date
    words: str | None = None
    means: ToldBy | None = None
    hearing_on: date | None = None
    until: date | None = None
    station: str | None = None
    at: datetime | None = None


class Invited(msgspec.Struct, frozen=True):
    """One telling of a hearing, and the day it was for."""

    hearing_on: date


def move(step: CaseStep, state: CaseState) -> CaseState:
    """The state after `step`. Raises DutyStepNotPossible."""
    found = MOVES.get(step)
    if found is None or state not in found.before:
        raise DutyStepNotPossible
    return found.after or state


def possible(state: CaseState, who: Who) -> list[CaseStep]:
    """What they can do now."""
    return [step for step, found in MOVES.items() if state in found.before and found.by is who]


def check(taken: Taken, *, last_on: date, invited: Iterable[Invited], today: date) -> None:
    """Whether what is told makes a whole step, after the last one on `last_on`.

    Raises DutyStepIncomplete, DutyDayNotPossible, ListedTooLong, NotToldTwice.
    """
    needed = NEEDS.get(taken.step, frozenset({"words"}))
    for name in ("words", *_TOLD):
        given = getattr(taken, name) is not None
        if given is not (name in needed) and not (given and name == "words"):
            raise DutyStepIncomplete(field=name)
    if not last_on <= taken.on <= today:
        raise DutyDayNotPossible(field="on")
    if taken.at is not None and shanghai_day(taken.at) != taken.on:
        raise DutyDayNotPossible(field="at")
    if taken.hearing_on is not None and taken.hearing_on < taken.on:
        raise DutyDayNotPossible(field="hearing_on")
    if taken.until is not None and not taken.on < taken.until <= a_year_after(taken.on):
        raise ListedTooLong(field="until")
    if taken.step is CaseStep.NOT_COME:
        days = [each.hearing_on for each in invited]
        if len(days) < 2 or max(days) > taken.on:
            raise NotToldTwice


def a_year_after(day: date) -> date:
    """The same day of the next year; a leap day's is the last of February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 2, 28)
