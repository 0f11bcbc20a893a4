"""The agreement's one lifecycle, pure.

    DRAFT -> SIGNED -> CONSENTED -> HANDED_IN -> FILED
                                        |-> RETURNED -> (rewritten) DRAFT
    anything before FILED -> WITHDRAWN | DECLINED;  FILED -> ENDED

The elder's *wish* opens the way to a draft; the elder's *consent* closes the text. Any change of the text voids all
acts. Filing is a report, not an approval: the agreement is in force from the later of its last act and its term's
start, and counts once filed.
"""

import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from backend.agreements.errors import (
    AlreadyActed,
    StepNotPossible,
    TermNotPossible,
    TextChanged,
    WitnessNotFit,
)
from backend.kit.clock import shanghai_day


class AgreementState(StrEnum):
    DRAFT = "draft"
    SIGNED = "signed"
    CONSENTED = "consented"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    FILED = "filed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class Step(StrEnum):
    """What can be done to an agreement."""

    REWRITE = "rewrite"
    SIGN = "sign"
    ACCEPT = "accept"
    CONSENT = "consent"
    HAND_IN = "hand_in"
    RETURN = "return"
    FILE = "file"
    WITHDRAW = "withdraw"
    DECLINE = "decline"


class ActKind(StrEnum):
    """Acts upon the text, each by one person."""

    SIGN = "sign"
    ACCEPT = "accept"
    CONSENT = "consent"


class Means(StrEnum):
    """How the elder's consent was given."""

    HANDWRITING = "handwriting"
    FINGERPRINT = "fingerprint"


OPEN = frozenset(
    {
        AgreementState.DRAFT,
        AgreementState.SIGNED,
        AgreementState.CONSENTED,
        AgreementState.HANDED_IN,
        AgreementState.RETURNED,
    }
)

_MAY = {
    Step.REWRITE: frozenset({AgreementState.DRAFT, AgreementState.SIGNED, AgreementState.RETURNED}),
    Step.SIGN: frozenset({AgreementState.DRAFT, AgreementState.SIGNED}),
    Step.ACCEPT: frozenset({AgreementState.DRAFT}),
    Step.CONSENT: frozenset({AgreementState.SIGNED}),
    Step.HAND_IN: frozenset({AgreementState.CONSENTED}),
    Step.RETURN: frozenset({AgreementState.HANDED_IN}),
    Step.FILE: frozenset({AgreementState.HANDED_IN}),
    Step.WITHDRAW: OPEN,
    Step.DECLINE: OPEN,
}


def require(step: Step, state: AgreementState) -> None:
    """Raises StepNotPossible when `state` does not allow `step`."""
    if state not in _MAY[step]:
        raise StepNotPossible


def require_same_text(seen: str, current: str) -> None:
    """`seen` is the text's SHA-256 the person acted on. Raises TextChanged."""
    if not secrets.compare_digest(seen, current):
        raise TextChanged


def state_after_act(done: Iterable[tuple[ActKind, UUID | None]], act: ActKind, actor: UUID | None) -> AgreementState:
    """The state once `act` by `actor` joins the acts `done` on this text. Raises AlreadyActed.

    At least one supporter signs and the caregiver accepts; then the elder is asked.
    """
    before = set(done)
    if (act, actor) in before:
        raise AlreadyActed
    kinds = {kind for kind, _ in before} | {act}
    if ActKind.CONSENT in kinds:
        return AgreementState.CONSENTED
    return AgreementState.SIGNED if {ActKind.SIGN, ActKind.ACCEPT} <= kinds else AgreementState.DRAFT


def check_term(starts_on: date, ends_on: date) -> None:
    """Ending after it starts, at the latest on that date three years on (民法典 art. 202). Raises TermNotPossible."""
    too_long = (ends_on.year - 3, ends_on.month, ends_on.day) > (starts_on.year, starts_on.month, starts_on.day)
    if ends_on <= starts_on or too_long:
        raise TermNotPossible(field="ends_on")


def check_witness(*, name: str, adult: bool, party_names: Iterable[str], operator_name: str) -> None:
    """An adult who is no party and does not operate the phone. Raises WitnessNotFit."""
    given = _bare_name(name)
    if not adult or not given or given in {_bare_name(other) for other in (operator_name, *party_names)}:
        raise WitnessNotFit(field="witness")


def _bare_name(name: str) -> str:
    """The letters of a name, whatever was typed between them."""
    letters = unicodedata.normalize("NFKC", name)
    return "".join(letter for letter in letters if unicodedata.category(letter)[0] not in "CZ")


@dataclass(frozen=True, slots=True)
class Acting:
    """What one person is to one agreement: by membership, and whether the acts of this text hold one of theirs."""

    supporter: bool
    caregiver: bool
    visitor: bool
    committee: bool
    has_acted: bool


def waits_for(state: AgreementState, acting: Acting) -> Step | None:
    """The one step this person should take next, if any."""
    match state:
        case AgreementState.DRAFT if acting.supporter and not acting.has_acted:
            return Step.SIGN
        case AgreementState.DRAFT if acting.caregiver and not acting.has_acted:
            return Step.ACCEPT
        case AgreementState.SIGNED if acting.visitor:
            return Step.CONSENT
        case AgreementState.CONSENTED if acting.supporter or acting.caregiver or acting.visitor:
            return Step.HAND_IN
        case AgreementState.HANDED_IN if acting.committee:
            return Step.FILE
        case AgreementState.RETURNED if acting.supporter:
            return Step.REWRITE
        case _:
            return None


def in_force_from(starts_on: date, last_act_at: datetime) -> date:
    """The later of the term's start and the last act's day in China."""
    return max(starts_on, shanghai_day(last_act_at))


@dataclass(frozen=True, slots=True)
class Standing:
    """How an agreement stands on a day."""

    counts: bool
    in_force: bool


def standing(
    state: AgreementState, starts_on: date, ends_on: date, last_act_at: datetime | None, day: date
) -> Standing:
    """Whether it counts for the rate and binds on `day`; the paper says "to `ends_on`", so that day is the last."""
    complete = last_act_at is not None and state in {
        AgreementState.CONSENTED,
        AgreementState.HANDED_IN,
        AgreementState.FILED,
    }
    in_force = complete and last_act_at is not None and in_force_from(starts_on, last_act_at) <= day <= ends_on
    return Standing(counts=in_force and state is AgreementState.FILED, in_force=in_force)


_CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def new_check_code() -> str:
    """Twelve letters and digits nobody confuses, in groups of four: about 59 bits."""
    letters = "".join(secrets.choice(_CODE_LETTERS) for _ in range(12))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def normal_check_code(given: str) -> str:
    """A code as a person may have typed it, in the printed form."""
    typed = unicodedata.normalize("NFKC", given).upper()
    letters = "".join(letter for letter in typed if letter in _CODE_LETTERS)
    return "-".join((letters[:4], letters[4:8], letters[8:]))
