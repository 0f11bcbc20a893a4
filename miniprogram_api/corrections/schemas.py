"""Requests for correction on the wire."""

from typing import Literal

import msgspec

from backend.corrections.queries import CorrectionRow
from backend.corrections.rules import FilePart
from miniprogram_api.schemas import Words


class CorrectionIn(msgspec.Struct, forbid_unknown_fields=True):
    """What is wrong in which part, and how it should be."""

    part: FilePart
    words: Words


class CorrectionAnswerIn(msgspec.Struct, forbid_unknown_fields=True):
    """Corrected, or refused; and what was done, or why nothing."""

    outcome: Literal["corrected", "refused"]
    words: Words


class Corrections(msgspec.Struct):
    """A page of them."""

    items: list[CorrectionRow]
    next_cursor: str | None
