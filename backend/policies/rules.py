"""The policies there are, each with its bounds and its defaults, pure."""

from datetime import date
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

    Those not yet classified are visited like those of high priority: nobody knows yet that they may wait.
    """

    name: ClassVar[str] = "visit_rhythm"

    high: Days = 7
    medium: Days = 14
    routine: Days = 30
    unclassified: Days = 7


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
