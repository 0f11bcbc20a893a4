"""Services offered, chosen and asked for, pure (R030, R118-R120)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.services.errors import CardDayNotPossible, NothingWritten, ServiceTermNotPossible, ServiceTwice


class Expressed(StrEnum):
    """How the elder said it."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    GESTURE = "gesture"
    THROUGH_FAMILY = "through_family"


class RequestState(StrEnum):
    """Whether somebody has answered."""

    OPEN = "open"
    ANSWERED = "answered"


class Choice(msgspec.Struct, frozen=True):
    """What the elder said to one service."""

    service_id: UUID
    accepts: bool


class Change(msgspec.Struct, frozen=True):
    """A service answered otherwise than on the card before; `before` is None where it was not asked about."""

    service_id: UUID
    before: bool | None
    after: bool | None


def check_term(starts_on: date, ends_on: date | None, today: date) -> None:
    """Raises ServiceTermNotPossible."""
    if starts_on < today or (ends_on is not None and ends_on < starts_on):
        raise ServiceTermNotPossible(field="ends_on")


def check_card(filled_on: date, choices: Sequence[Choice], today: date) -> None:
    """Raises CardDayNotPossible, ServiceTwice."""
    if not today - timedelta(days=366) <= filled_on <= today:
        raise CardDayNotPossible(field="filled_on")
    if len({choice.service_id for choice in choices}) < len(choices):
        raise ServiceTwice(field="choices")


def changes(before: Mapping[UUID, bool], after: Mapping[UUID, bool]) -> list[Change]:
    """What a card says otherwise than the one before it."""
    asked = [*after, *(service_id for service_id in before if service_id not in after)]
    return [Change(each, before.get(each), after.get(each)) for each in asked if before.get(each) != after.get(each)]


def written(words: str) -> str:
    """What was written, without blanks around it. Raises NothingWritten."""
    if not words.strip():
        raise NothingWritten(field="words")
    return words.strip()
