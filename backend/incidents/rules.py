"""From concern to review, pure: which step leads from where to where, how long each level has to answer, who is next.

The plan asks for one mechanism with clear duties and fast answers (R090), names what is reported at once (R092, R095,
R096) and to whom (R093), and gives no minutes: those are dated policy of the county (`EscalationTable`, R091).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.incidents.errors import (
    IncidentStepIncomplete,
    IncidentStepNotPossible,
    IncidentTimeNotPossible,
    PoliceNotTold,
    ReviewByAnother,
)
from backend.kit.clock import SHANGHAI
from backend.policies.rules import Answering, EscalationTable


class ConcernKind(StrEnum):
    """What a concern is about: R092's five, R095's illness and disaster, and what fits none of them."""

    HARM = "harm"
    CRITICAL_ILLNESS = "critical_illness"
    MENTAL_ILLNESS = "mental_illness"
    WANDERING = "wandering"
    DISASTER = "disaster"
    ILLNESS = "illness"
    HARDSHIP = "hardship"
    OTHER = "other"


class IncidentLevel(StrEnum):
    """Who answers, from near to far (R093)."""

    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"


LEVELS = tuple(IncidentLevel)


class NamedPart(StrEnum):
    """Whom a concern names without saying who: everybody who has this part beside the elder."""

    VISITOR = "visitor"
    CAREGIVER = "caregiver"
    CHILD = "child"
    COMMITTEE = "committee"


class Watch(StrEnum):
    """The two halves of a day a duty holder answers for."""

    DAY = "day"
    NIGHT = "night"


class IncidentState(StrEnum):
    """How far an incident is."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    HANDLING = "handling"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"
    REVIEWED = "reviewed"


class IncidentStep(StrEnum):
    """A line of an incident's history. ASK, ALARM and RING are the clock's own, the others somebody's."""

    RAISE = "raise"
    ASK = "ask"
    ALARM = "alarm"
    RING = "ring"
    ACKNOWLEDGE = "acknowledge"
    HANDLE = "handle"
    HAND_OVER = "hand_over"
    PASS_UP = "pass_up"
    CLOSE = "close"
    REVIEW = "review"


CLIMBING = (IncidentStep.ASK, IncidentStep.ALARM)
"""What the clock still has to do for an incident nobody has answered."""


class Service(StrEnum):
    """To whom an incident is handed over (R096): the police, an ambulance, another department."""

    POLICE = "police"
    AMBULANCE = "ambulance"
    OTHER = "other"


class IncidentOutcome(StrEnum):
    """How it ended: seen to, or there was nothing."""

    SETTLED = "settled"
    UNFOUNDED = "unfounded"


@dataclass(frozen=True, slots=True)
class Move:
    """From which states a step may be taken, and where it leads."""

    before: frozenset[IncidentState]
    after: IncidentState


_AT_WORK = frozenset({IncidentState.ACKNOWLEDGED, IncidentState.HANDLING, IncidentState.HANDED_OVER})
MOVES: Mapping[IncidentStep, Move] = {
    IncidentStep.ACKNOWLEDGE: Move(frozenset({IncidentState.RAISED}), IncidentState.ACKNOWLEDGED),
    IncidentStep.HANDLE: Move(_AT_WORK, IncidentState.HANDLING),
    IncidentStep.HAND_OVER: Move(_AT_WORK, IncidentState.HANDED_OVER),
    IncidentStep.PASS_UP: Move(_AT_WORK, IncidentState.RAISED),
    IncidentStep.CLOSE: Move(_AT_WORK, IncidentState.CLOSED),
    IncidentStep.REVIEW: Move(frozenset({IncidentState.CLOSED}), IncidentState.REVIEWED),
}
OPEN = frozenset(IncidentState) - {IncidentState.CLOSED, IncidentState.REVIEWED}

NEEDS: Mapping[IncidentStep, frozenset[str]] = {
    IncidentStep.ACKNOWLEDGE: frozenset(),
    IncidentStep.HANDLE: frozenset({"words"}),
    IncidentStep.HAND_OVER: frozenset({"service", "at", "taken_by", "words"}),
    IncidentStep.PASS_UP: frozenset({"words"}),
    IncidentStep.CLOSE: frozenset({"outcome", "words"}),
    IncidentStep.REVIEW: frozenset({"happened", "done", "change"}),
}
"""What each step tells. Of a hand-over the words are what came of it."""


class StepTaken(msgspec.Struct, frozen=True, kw_only=True):
    """A step as somebody writes it down. `at`, `taken_by`: when it was handed over, and who took it there."""

    step: IncidentStep
    words: str | None = None
    service: Service | None = None
    at: datetime | None = None
    taken_by: str | None = None
    outcome: IncidentOutcome | None = None
    happened: str | None = None
    done: str | None = None
    change: str | None = None


_TOLD = tuple(name for name in StepTaken.__struct_fields__ if name != "step")


def move(step: IncidentStep, state: IncidentState) -> IncidentState:
    """The state after `step`. Raises IncidentStepNotPossible."""
    found = MOVES.get(step)
    if found is None or state not in found.before:
        raise IncidentStepNotPossible
    return found.after


def possible(state: IncidentState, level: IncidentLevel) -> list[IncidentStep]:
    """What an office can do now; from the last level nothing is passed up."""
    return [
        step
        for step, found in MOVES.items()
        if state in found.before and (step is not IncidentStep.PASS_UP or next_level(level))
    ]


def check(taken: StepTaken, *, kind: ConcernKind, raised_at: datetime, now: datetime, police_told: bool) -> None:
    """Whether what is told makes a whole step.

    Raises IncidentStepIncomplete, IncidentTimeNotPossible, PoliceNotTold.
    """
    needed = NEEDS.get(taken.step, frozenset())
    for name in _TOLD:
        told = getattr(taken, name)
        if (name in needed) is (told is None or told == "" or (isinstance(told, str) and not told.strip())):
            raise IncidentStepIncomplete(field=name)
    if taken.at is not None and not raised_at - timedelta(days=1) <= taken.at <= now:
        raise IncidentTimeNotPossible(field="at")
    true_harm = kind is ConcernKind.HARM and taken.outcome is IncidentOutcome.SETTLED
    if taken.step is IncidentStep.CLOSE and true_harm and not police_told:
        raise PoliceNotTold


def check_reviewer(by: UUID, *, handlers: Collection[UUID], others: Iterable[UUID]) -> None:
    """Another than who handled it, wherever there is one. Raises ReviewByAnother."""
    if by in handlers and any(each not in handlers for each in others):
        raise ReviewByAnother


def next_level(level: IncidentLevel) -> IncidentLevel | None:
    """The level above, None above the county."""
    place = LEVELS.index(level) + 1
    return LEVELS[place] if place < len(LEVELS) else None


def first_level(named: Iterable[IncidentLevel]) -> IncidentLevel:
    """Whom a concern goes to first: the village, or one above the highest office that it names.

    Above the county there is nobody: there it is hidden from whom it names, and the others answer.
    """
    highest = max((LEVELS.index(level) for level in named), default=-1)
    return LEVELS[min(highest + 1, len(LEVELS) - 1)]


def watch_of(at: datetime, table: EscalationTable) -> Watch:
    """Whether the county's table calls this moment day or night, by the clock in China."""
    hour = at.astimezone(SHANGHAI).hour
    return Watch.DAY if table.day_from <= hour < table.night_from else Watch.NIGHT


def answer_by(table: EscalationTable, kind: ConcernKind, level: IncidentLevel, asked_at: datetime) -> datetime:
    """Until when a level has to answer that is asked at this moment; what counts is day or night as it is asked."""
    answering: Answering = getattr(table, kind)
    night = "" if watch_of(asked_at, table) is Watch.DAY else "_night"
    return asked_at + timedelta(minutes=getattr(answering, f"{level}{night}"))


def read_by(table: EscalationTable, told_at: datetime) -> datetime:
    """Until when whoever is told should have read it, before somebody rings."""
    return told_at + timedelta(minutes=table.read_minutes)
