"""Contact logs, talks and duty-breach cases on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.families.breach import CaseState, CaseStep, Ground, ToldBy
from backend.families.case_files import DutyCaseCounts, DutyCaseRow, OwnDutyCase
from backend.families.contacts import KeepingTouch
from backend.families.rules import ContactKind, TalkWay
from backend.families.talks import TalkRow
from miniprogram_api.schemas import Cursor, Moment, Words

Station = Annotated[str, Meta(min_length=2, max_length=40)]


class ContactLogs(msgspec.Struct):
    """How supporters keep in touch, one log for each supporter and elder."""

    items: list[KeepingTouch]


class DeclaredContactIn(msgspec.Struct, forbid_unknown_fields=True):
    """Having been in touch on a day; `minutes` where one remembers."""

    kind: ContactKind
    day: date
    minutes: Annotated[int, Meta(ge=1, le=600)] | None = None


class ContactDeclared(msgspec.Struct):
    """Whether it is new: the same of one day counts once."""

    new: bool


class RhythmIn(msgspec.Struct, forbid_unknown_fields=True):
    """Every how many days; null: as usual in the village."""

    days: Annotated[int, Meta(ge=1, le=62)] | None


class TalkIn(msgspec.Struct, forbid_unknown_fields=True):
    """A talk with one of the children, and what was told."""

    member_id: UUID
    way: TalkWay
    told: Words
    day: date


class FamilyTalks(msgspec.Struct):
    """The talks with one elder's family, the latest first."""

    items: list[TalkRow]


class DutyCasesQuery(msgspec.Struct, frozen=True):
    """Which page of the open cases; of one elder those that are over too."""

    elder_id: UUID | None = None
    cursor: Cursor | None = None
    limit: Annotated[int, Meta(ge=1, le=50)] = 20


class DutyCases(msgspec.Struct):
    """A page of them, the oldest first."""

    items: list[DutyCaseRow]
    next_cursor: str | None


class DutyCaseIn(msgspec.Struct, forbid_unknown_fields=True):
    """What a supporter is said not to do."""

    member_id: UUID
    ground: Ground
    words: Words


class DutyStepIn(msgspec.Struct, forbid_unknown_fields=True):
    """One step, with what belongs to it; `at`, `station` and a receipt's words are of the police."""

    step: CaseStep
    on: date
    words: Words | None = None
    means: ToldBy | None = None
    hearing_on: date | None = None
    until: date | None = None
    station: Station | None = None
    at: Moment | None = None


class DutyCaseStands(msgspec.Struct):
    """Where the case stands now."""

    state: CaseState


class AppealIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why one does not agree."""

    words: Words


class OwnDutyCases(msgspec.Struct):
    """The cases about whoever asks."""

    items: list[OwnDutyCase]


class DutyPlaces(msgspec.Struct):
    """Open cases by village."""

    items: list[DutyCaseCounts]
