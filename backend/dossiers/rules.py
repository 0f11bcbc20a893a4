"""The words and numbers of a village card, pure (R005)."""

import secrets
from datetime import date

from backend.agreements.rules import AgreementState

_UNDER_WAY = frozenset(AgreementState) - {
    AgreementState.FILED,
    AgreementState.DECLINED,
    AgreementState.WITHDRAWN,
    AgreementState.ENDED,
}


CARD_NUMBER = 13
"""Characters of a card's number."""


def new_card_number() -> str:
    """K and twelve digits; they say nothing about place or person."""
    return f"K{secrets.randbelow(10**12):012}"


def normal_card_number(given: str) -> str:
    """A card's number as a person may have typed it."""
    return "".join(given.upper().split())


def masked_number(number: str) -> str:
    """An identity number of which only the first three and the last four characters can be read."""
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def agreement_words(state: AgreementState | None, number: str | None, ends_on: date | None, counts: bool) -> str:
    """How the care-entrustment agreement stands, as the card says it."""
    if state is AgreementState.FILED and ends_on is not None:
        until = f"到 {ends_on.year} 年 {ends_on.month} 月 {ends_on.day} 日"
        return f"已报备，编号 {number}，{until}" if counts else f"已报备，编号 {number}，不在期限内"
    return "正在办理" if state in _UNDER_WAY else "还没有签"
