"""What a file says of an elder, pure: its parts, contacts, capacity and household."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec

from backend.profiles.errors import (
    CapacityNeedsSource,
    ContactTwice,
    HouseholdNotPossible,
    ObservedDayNotPossible,
    PartSaysNothing,
)


class Part(StrEnum):
    """The seven parts of a profile (R013), then the base facts that are none of them (R014).

    R014's family structure is told under FAMILY, its health under HEALTH, as counties' own forms have it.
    """

    FAMILY = "family"
    HEALTH = "health"
    MIND = "mind"
    SAFETY = "safety"
    HYGIENE = "hygiene"
    DWELLING = "dwelling"
    NEEDS = "needs"
    INCOME = "income"
    CARE = "care"
    DIFFICULTIES = "difficulties"
    GUARDIAN = "guardian"
    REMARK = "remark"


SENSITIVE = frozenset({Part.HEALTH, Part.MIND})
"""Medical health (个人信息保护法 art. 28): opened only when asked for, and then logged as such (R021)."""


class DecisionCapacity(StrEnum):
    """Whether the elder can decide for himself or herself."""

    CAPABLE = "capable"
    LIMITED = "limited"
    NONE = "none"
    UNKNOWN = "unknown"


class CapacitySource(StrEnum):
    """Where it is known from. Only a court finds a capacity for civil acts limited or none (民法典 art. 24)."""

    COURT = "court"
    MEDICAL = "medical"
    VILLAGE = "village"
    FAMILY = "family"


class NewContact(msgspec.Struct, frozen=True):
    """Whom to ring in an emergency; the first of the list is rung first."""

    name: str
    relation: str
    phone: str


def check_observed(on: date, *, born_on: date, today: date) -> None:
    """Raises ObservedDayNotPossible."""
    if not born_on <= on <= today:
        raise ObservedDayNotPossible(field="observed_on")


def written(text: str) -> str:
    """What was written, without blanks around it. Raises PartSaysNothing."""
    if not text.strip():
        raise PartSaysNothing(field="text")
    return text.strip()


def check_contacts(contacts: Sequence[NewContact]) -> None:
    """Raises ContactTwice, PartSaysNothing."""
    if len({contact.phone for contact in contacts}) < len(contacts):
        raise ContactTwice(field="contacts")
    for contact in contacts:
        written(contact.name)
        written(contact.relation)


def check_capacity(capacity: DecisionCapacity, source: CapacitySource | None, found_by: str | None) -> None:
    """Unknown has no source; everything else says who found it. Raises CapacityNeedsSource."""
    told = source is not None and bool(found_by and found_by.strip())
    untold = source is None and found_by is None
    if not (untold if capacity is DecisionCapacity.UNKNOWN else told):
        raise CapacityNeedsSource(field="source")


def check_household(people: int, spouse: bool | None, minors: int) -> None:
    """`people` counts the elder too. Raises HouseholdNotPossible."""
    if people < 1 + bool(spouse) + minors:
        raise HouseholdNotPossible(field="people")
