"""What is odd about an agreement beside what the register says, pure. Hints for the desk: nothing here refuses.

What the register does not know is said to be unknown, never taken to be well.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from backend.agreements.names import bare_name
from backend.profiles.rules import DecisionCapacity

MANY_IN_CARE = 3
"""With so many other elders already, one more is worth a question (R039)."""


class Severity(StrEnum):
    """`STOPS`: the filing would be refused. `LOOK`: ask before filing. `HINT`: good to know."""

    STOPS = "stops"
    LOOK = "look"
    HINT = "hint"


class OddKind(StrEnum):
    """What was found."""

    ELDER_GONE = "elder_gone"
    AGENT_NEEDED = "agent_needed"
    CAPACITY_CHANGED = "capacity_changed"
    CAPACITY_UNKNOWN = "capacity_unknown"
    TIER_CHANGED = "tier_changed"
    CAREGIVER_LOADED = "caregiver_loaded"
    CAREGIVER_FAR = "caregiver_far"
    CAREGIVER_PLACE_UNKNOWN = "caregiver_place_unknown"
    CAREGIVER_ABILITY_UNSAID = "caregiver_ability_unsaid"
    CHILD_NOT_TOLD = "child_not_told"
    WITNESS_MAY_BE_KIN = "witness_may_be_kin"
    QUESTION_OPEN = "question_open"


class Carer(msgspec.Struct, frozen=True, kw_only=True):
    """One caregiver named. `near`: lives in the elder's village, None where nothing on file says.

    `load`: how many other elders name the same person in an agreement that stands. `statement`: what they said of
    being able to care when they accepted.
    """

    name: str
    near: bool | None
    load: int
    statement: str | None


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What the register says today, and what was so when the elder consented."""

    gone: bool
    capacity: DecisionCapacity
    capacity_then: DecisionCapacity | None
    has_agent: bool
    tier_since: date | None
    consented_on: date | None
    witness: str | None
    party_names: tuple[str, ...]
    carers: tuple[Carer, ...]
    not_told: tuple[str, ...]
    open_questions: int = 0


class Oddity(msgspec.Struct, frozen=True):
    """One thing to look at: about whom, and how many, where that says more."""

    kind: OddKind
    severity: Severity
    about: str | None = None
    count: int | None = None


def compare(beside: Beside) -> list[Oddity]:
    """The gravest first."""
    found = [*_elder(beside), *(each for carer in beside.carers for each in _carer(carer)), *_others(beside)]
    return sorted(found, key=lambda finding: list(Severity).index(finding.severity))


def _elder(beside: Beside) -> Iterator[Oddity]:
    if beside.gone:
        yield Oddity(OddKind.ELDER_GONE, Severity.STOPS)
    if beside.capacity in (DecisionCapacity.LIMITED, DecisionCapacity.NONE) and not beside.has_agent:
        yield Oddity(OddKind.AGENT_NEEDED, Severity.STOPS)
    if beside.capacity_then is not None and beside.capacity is not beside.capacity_then:
        yield Oddity(OddKind.CAPACITY_CHANGED, Severity.LOOK)
    if beside.capacity is DecisionCapacity.UNKNOWN:
        yield Oddity(OddKind.CAPACITY_UNKNOWN, Severity.HINT)
    if beside.tier_since and beside.consented_on and beside.tier_since > beside.consented_on:
        yield Oddity(OddKind.TIER_CHANGED, Severity.LOOK)


def _carer(carer: Carer) -> Iterator[Oddity]:
    if carer.load >= MANY_IN_CARE:
        yield Oddity(OddKind.CAREGIVER_LOADED, Severity.LOOK, carer.name, carer.load)
    if carer.near is None:
        yield Oddity(OddKind.CAREGIVER_PLACE_UNKNOWN, Severity.HINT, carer.name)
    elif not carer.near:
        yield Oddity(OddKind.CAREGIVER_FAR, Severity.LOOK, carer.name)
    if not carer.statement:
        yield Oddity(OddKind.CAREGIVER_ABILITY_UNSAID, Severity.HINT, carer.name)


def _others(beside: Beside) -> Iterator[Oddity]:
    for name in beside.not_told:
        yield Oddity(OddKind.CHILD_NOT_TOLD, Severity.LOOK, name)
    if beside.witness and may_be_kin(beside.witness, beside.party_names):
        yield Oddity(OddKind.WITNESS_MAY_BE_KIN, Severity.HINT, beside.witness)
    if beside.open_questions:
        yield Oddity(OddKind.QUESTION_OPEN, Severity.LOOK, count=beside.open_questions)


def may_be_kin(witness: str, names: Sequence[str]) -> bool:
    """The surname of somebody the text names: in a village of one clan it says little, so it is only a hint."""
    first = bare_name(witness)[:1]
    return bool(first) and first in {bare_name(name)[:1] for name in names}
