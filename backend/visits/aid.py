"""What an elder was found to need, to whom it is passed on and what came of it (R074), pure."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from backend.visits.errors import NeedStepNotPossible


class NeedKind(StrEnum):
    """What help is wanted."""

    DAILY_CARE = "daily_care"
    MEALS = "meals"
    MEDICAL = "medical"
    REHAB = "rehab"
    COMFORT = "comfort"
    REFIT = "refit"
    MONEY = "money"
    DIGITAL = "digital"
    OTHER = "other"


class NeedState(StrEnum):
    """Open until somebody is asked for help; then until it is known what came of it."""

    OPEN = "open"
    REFERRED = "referred"
    MET = "met"
    NOT_MET = "not_met"


class NeedStep(StrEnum):
    """What the committee can do about a need."""

    REFER = "refer"
    MEET = "meet"
    GIVE_UP = "give_up"


class ReferredTo(StrEnum):
    """Who is to help: the village itself, the township, a department of the county, one of the listed services."""

    VILLAGE = "village"
    TOWNSHIP = "township"
    DEPARTMENT = "department"
    SERVICE = "service"


class NewNeed(msgspec.Struct, frozen=True):
    """A need as the visitor writes it down."""

    kind: NeedKind
    words: str | None = None


OPEN_NEEDS = frozenset({NeedState.OPEN, NeedState.REFERRED})
_AFTER: Mapping[tuple[NeedState, NeedStep], NeedState] = {
    (NeedState.OPEN, NeedStep.REFER): NeedState.REFERRED,
    (NeedState.OPEN, NeedStep.MEET): NeedState.MET,
    (NeedState.OPEN, NeedStep.GIVE_UP): NeedState.NOT_MET,
    (NeedState.REFERRED, NeedStep.REFER): NeedState.REFERRED,
    (NeedState.REFERRED, NeedStep.MEET): NeedState.MET,
    (NeedState.REFERRED, NeedStep.GIVE_UP): NeedState.NOT_MET,
}


def after(state: NeedState, step: NeedStep) -> NeedState:
    """Where a need stands after the step. Raises NeedStepNotPossible."""
    try:
        return _AFTER[state, step]
    except KeyError:
        raise NeedStepNotPossible from None
