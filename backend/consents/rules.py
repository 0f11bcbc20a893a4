"""Words and decisions of consents, pure."""

from collections.abc import Mapping, Sequence, Set
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


class Onlooker(StrEnum):
    """As what somebody looks at an elder's file: for an office, or tied to the elder as family or as who cares."""

    OFFICE = "office"
    FAMILY = "family"
    NEAR = "near"


class Matter(StrEnum):
    """What of a file is shown or not. What is in no list below is always shown.

    HEALTH: how the elder's health was found on a visit. ECONOMY, DUTY, SAFETY, NEEDS: how the rest was. WORDS: what the
    visitor wrote. PICTURES: of visits. LIFE: what is written of the elder's life, and what was asked for. REASONS: why
    the tier is so. WHEREABOUTS: where the family is, who lives in the home. ALARM: that health, home or daily care
    needs help. COPY: the whole file to take along.
    """

    HEALTH = "health"
    ECONOMY = "economy"
    DUTY = "duty"
    SAFETY = "safety"
    NEEDS = "needs"
    WORDS = "words"
    PICTURES = "pictures"
    LIFE = "life"
    REASONS = "reasons"
    WHEREABOUTS = "whereabouts"
    ALARM = "alarm"
    COPY = "copy"


_TIED = frozenset({Onlooker.FAMILY, Onlooker.NEAR})
_KIN = frozenset({Onlooker.FAMILY})
_HIDES: Mapping[Purpose, tuple[Set[Onlooker], Set[Matter]]] = {
    Purpose.HEALTH: (_TIED, {Matter.HEALTH, Matter.WORDS, Matter.REASONS}),
    Purpose.PHOTOS: (_TIED, {Matter.PICTURES}),
    Purpose.SHARING: (_KIN, frozenset(Matter) - {Matter.ALARM}),
    Purpose.TELL_HEALTH: (_KIN, {Matter.HEALTH, Matter.WORDS, Matter.REASONS}),
    Purpose.TELL_ECONOMY: (_KIN, {Matter.ECONOMY, Matter.WORDS}),
    Purpose.TELL_DUTY: (_KIN, {Matter.DUTY, Matter.WORDS}),
    Purpose.TELL_SAFETY: (_KIN, {Matter.SAFETY, Matter.WORDS}),
    Purpose.TELL_NEEDS: (_KIN, {Matter.NEEDS, Matter.WORDS}),
    Purpose.TELL_NOTE: (_KIN, {Matter.WORDS}),
    Purpose.TELL_PHOTOS: (_KIN, {Matter.PICTURES}),
}


def hidden_by(matter: Matter, onlooker: Onlooker) -> frozenset[Purpose]:
    """The purposes to which an elder's no hides `matter` from `onlooker`, at once and until another yes (PIPL art. 15).

    An office visits, files and answers on legal duty, which no consent carries and no withdrawal ends (art. 13(3)).
    Everybody else sees what is sensitive by consent (art. 29). The family keeps by law what its own duty needs: that
    the elder is visited, when and by whom, the card, the agreement it is a party to (老年人权益保障法 art. 14, 18, 24,
    民法典 art. 924), and what endangers life or health, which needs no consent (art. 13(4), 老年人权益保障法 art. 15).
    """
    return frozenset(
        purpose for purpose, (onlookers, matters) in _HIDES.items() if onlooker in onlookers and matter in matters
    )


def may_see(matter: Matter, onlooker: Onlooker, refused: Set[Purpose]) -> bool:
    """Whether `onlooker` may see `matter` of an elder who said no to `refused`."""
    return not hidden_by(matter, onlooker) & refused
