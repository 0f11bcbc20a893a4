"""Requests for correction on the wire."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.corrections.rules import CorrectionState, FilePart
from miniprogram_api.schemas import Words


class CorrectionIn(msgspec.Struct, forbid_unknown_fields=True):
    """What is wrong in which part, and how it should be."""

    part: FilePart
    words: Words


class CorrectionAnswerIn(msgspec.Struct, forbid_unknown_fields=True):
    """Corrected, or refused; and what was done, or why nothing."""

    outcome: Literal["corrected", "refused"]
    words: Words


class CorrectionOut(msgspec.Struct):
    """One request with its answer; `due_on` is the last day to answer."""

    id: UUID
    elder_id: UUID
    elder: str
    part: FilePart
    words: str
    asker: str
    asked_at: datetime
    due_on: date
    state: CorrectionState
    answer: str | None
    answerer: str | None
    answered_at: datetime | None


class Corrections(msgspec.Struct):
    """A page of them."""

    items: list[CorrectionOut]
    next_cursor: str | None
