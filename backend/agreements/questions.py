"""Whom the committee may ask, and who answers; pure."""

from enum import StrEnum

from backend.agreements.errors import NotAParty
from backend.agreements.rules import Hand


class Asked(StrEnum):
    """Whom the committee puts a question to about what was handed in."""

    SUPPORTERS = "supporters"
    CAREGIVER = "caregiver"
    VISITOR = "visitor"


REPLIES = {Asked.SUPPORTERS: Hand.SUPPORTER, Asked.CAREGIVER: Hand.CAREGIVER, Asked.VISITOR: Hand.VISITOR}


def check_reply(asked: Asked, hand: Hand) -> None:
    """Who was asked answers. Raises NotAParty."""
    if REPLIES[asked] is not hand:
        raise NotAParty
