"""Words and decisions of consents, pure."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from backend.consents.errors import ElderSpeaksInPerson, PurposeIsDuty, PurposeNotAsked, TextNotNewest, WitnessMissing
from backend.consents.purposes import DUTIES, Purpose, newest


class Whose(StrEnum):
    """Whom a consent is about: an elder, or the holder of an account."""

    ELDER = "elder"
    ACCOUNT = "account"


class Expressed(StrEnum):
    """How it was said: by oneself in the client, or by an elder to who wrote it down."""

    CLIENT = "client"
    SPOKEN = "spoken"
    HANDWRITING = "handwriting"
    FINGERPRINT = "fingerprint"


class ConsentState(StrEnum):
    """What holds of one purpose."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class Said(Protocol):
    """One thing said of a purpose, with what came after it having the greater number."""

    @property
    def given(self) -> bool: ...
    @property
    def number(self) -> int: ...
    @property
    def said_at(self) -> datetime: ...


def state_of(history: Sequence[Said]) -> ConsentState:
    """What holds after everything said of one purpose: the last word."""
    if not history:
        return ConsentState.NOT_ASKED
    last = max(history, key=lambda said: said.number)
    return ConsentState.GIVEN if last.given else ConsentState.WITHDRAWN


def check_asked(purpose: Purpose, asked: Sequence[Purpose]) -> None:
    """`purpose` is one that such a person is asked. Raises PurposeNotAsked."""
    if purpose not in asked:
        raise PurposeNotAsked(field="purpose")


def check_newest(purpose: Purpose, version: str) -> None:
    """Only the words in force can be agreed to. Raises TextNotNewest."""
    if version != newest(purpose).version:
        raise TextNotNewest(field="version")


def check_may_withdraw(purpose: Purpose) -> None:
    """What stands on legal duty is no consent, and so nothing to take back (art. 13, 15). Raises PurposeIsDuty."""
    if purpose in DUTIES:
        raise PurposeIsDuty(field="purpose")


def check_told(expressed: Expressed, witness: str | None) -> str | None:
    """What an elder said aloud or by thumb needs somebody else who heard or saw it; the witness's name.

    What an elder wrote by hand speaks for itself. Raises ElderSpeaksInPerson, WitnessMissing.
    """
    if expressed is Expressed.CLIENT:
        raise ElderSpeaksInPerson(field="expressed")
    name = (witness or "").strip() or None
    if name is None and expressed is not Expressed.HANDWRITING:
        raise WitnessMissing(field="witness")
    return name


def shows_health(state: ConsentState) -> bool:
    """Whether details of health may be shown and more of them taken down.

    The tier and the ability level it needs stand on the legal duty to visit by tier (art. 13(3)), and hold whatever
    is said here. The details beside them (what the assessment found, illness, disability, dementia, mobility) go away
    at once when the elder withdraws (art. 15); until the elder was asked they stand on the same duty (R021).
    """
    return state is not ConsentState.WITHDRAWN
