"""The agreement's one lifecycle, pure: what may be done, by whose hand, to what end.

    DRAFT -> SIGNED -> CONSENTED -> HANDED_IN -> FILED <-> SUSPENDED
                                        |-> RETURNED -> (rewritten) DRAFT
    anything before FILED -> WITHDRAWN | DECLINED | ELDER_DECLINED -> (asked again) DRAFT | SIGNED
    FILED, SUSPENDED -> ENDED | SUPERSEDED

The elder's *wish* opens the way to a draft; the elder's *consent* closes the text. Any change of the text voids all
acts. Filing is a report, not an approval: the agreement is in force from the later of its last act and its term's
start, and counts once filed. What the calendar alone decides (waiting to start, renewal due, over) is a `Phase`.
"""

import secrets
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from backend.agreements.errors import (
    AgreementDayNotPossible,
    AlreadyActed,
    InvitationOver,
    NotAParty,
    ReasonNotPossible,
    StepNotPossible,
    TermNotPossible,
    TextChanged,
    WitnessNotFit,
)
from backend.agreements.names import bare_name
from backend.kit.clock import shanghai_day


class AgreementKind(StrEnum):
    """What is agreed: a child entrusts the care to somebody (R038), or children share the support (R042)."""

    CARE = "care"
    SUPPORT = "support"


class AgreementState(StrEnum):
    DRAFT = "draft"
    SIGNED = "signed"
    CONSENTED = "consented"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    FILED = "filed"
    SUSPENDED = "suspended"
    ELDER_DECLINED = "elder_declined"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    SUPERSEDED = "superseded"


class PartyRole(StrEnum):
    """What somebody is to an agreement. A witness is bound to the act witnessed, not to the text."""

    ELDER = "elder"
    SUPPORTER = "supporter"
    CAREGIVER = "caregiver"
    LEGAL_AGENT = "legal_agent"
    COMMITTEE = "committee"
    TOWNSHIP = "township"
    WITNESS = "witness"


class Hand(StrEnum):
    """Who takes a step. A visitor is whoever sits beside the elder: a volunteer or one of the committee."""

    SUPPORTER = "supporter"
    CAREGIVER = "caregiver"
    VISITOR = "visitor"
    COMMITTEE = "committee"
    PLATFORM = "platform"


class Step(StrEnum):
    """What can be done to an agreement."""

    REWRITE = "rewrite"
    SIGN = "sign"
    ACCEPT = "accept"
    CONSENT = "consent"
    POSTPONE = "postpone"
    REFUSE = "refuse"
    ASK_AGAIN = "ask_again"
    EXTEND = "extend"
    HAND_IN = "hand_in"
    RETURN = "return"
    FILE = "file"
    WITHDRAW = "withdraw"
    DECLINE = "decline"
    SUSPEND = "suspend"
    RESUME = "resume"
    END = "end"
    SUPERSEDE = "supersede"
    DOUBT = "doubt"
    ASK = "ask"
    REPLY = "reply"
    PAPER = "paper"
    INK = "ink"


class ActKind(StrEnum):
    """Acts upon the text, each by one person. CONSENT, POSTPONE and REFUSE are the elder's own answers."""

    VIEW = "view"
    SIGN = "sign"
    ACCEPT = "accept"
    CONSENT = "consent"
    POSTPONE = "postpone"
    REFUSE = "refuse"
    WITNESS = "witness"
    HAND_IN = "hand_in"
    RETURN = "return"
    CONFIRM = "confirm"
    DECLINE = "decline"
    PAPER = "paper"


class Means(StrEnum):
    """How an act was done."""

    HANDWRITING = "handwriting"
    FINGERPRINT = "fingerprint"
    SPOKEN = "spoken"
    PAPER = "paper"
    TAP = "tap"


class Answer(StrEnum):
    """What the elder says to the final text."""

    YES = "yes"
    NO = "no"
    NOT_TODAY = "not_today"

    @property
    def kind(self) -> ActKind:
        """The act it is."""
        return {Answer.YES: ActKind.CONSENT, Answer.NO: ActKind.REFUSE, Answer.NOT_TODAY: ActKind.POSTPONE}[self]


class ReadBy(StrEnum):
    """Who read the text to the elder."""

    PHONE = "phone"
    VISITOR = "visitor"


class Reason(StrEnum):
    """Why an agreement is suspended or has ended (民法典 art. 933-934; R038)."""

    TERM = "term"
    SUPPORTER = "supporter"
    CAREGIVER = "caregiver"
    ELDER = "elder"
    DIED = "died"
    CAPACITY = "capacity"
    CHILD_HOME = "child_home"
    CHILD_HOME_A_WHILE = "child_home_a_while"
    CAREGIVER_ILL = "caregiver_ill"
    HOSPITAL = "hospital"
    MOVED = "moved"
    LEFT_REGISTER = "left_register"
    NEWER_AGREEMENT = "newer_agreement"
    CAREGIVER_GONE = "caregiver_gone"


_S = AgreementState
OPEN = frozenset({_S.DRAFT, _S.SIGNED, _S.CONSENTED, _S.HANDED_IN, _S.RETURNED})
UNFILED = OPEN | {_S.ELDER_DECLINED}
STANDING = frozenset({_S.FILED, _S.SUSPENDED})
"""Filed, and not over."""
OVER = frozenset({_S.DECLINED, _S.WITHDRAWN, _S.ENDED, _S.SUPERSEDED})

SUSPENDING = frozenset(
    {Reason.CHILD_HOME_A_WHILE, Reason.CAREGIVER_ILL, Reason.HOSPITAL, Reason.MOVED, Reason.CAPACITY}
)

_LIFE = frozenset({Reason.CHILD_HOME, Reason.CAREGIVER_ILL, Reason.MOVED, Reason.CAPACITY})
ENDING = {
    Hand.SUPPORTER: frozenset({Reason.SUPPORTER, Reason.CHILD_HOME, Reason.CAREGIVER_ILL, Reason.MOVED}),
    Hand.CAREGIVER: frozenset({Reason.CAREGIVER, Reason.CAREGIVER_ILL}),
    Hand.COMMITTEE: _LIFE,
    Hand.PLATFORM: frozenset({Reason.TERM, Reason.DIED, Reason.LEFT_REGISTER}),
    Hand.VISITOR: frozenset({Reason.ELDER}),
}
"""Either side may end at any time (民法典 art. 933); the committee records what life has brought."""


@dataclass(frozen=True, slots=True)
class Move:
    """`step` by any of `hands` brings any of the states `before` to `after`; None: it stays, or the acts tell."""

    step: Step
    before: frozenset[AgreementState]
    hands: frozenset[Hand]
    after: AgreementState | None = None


def _moves() -> tuple[Move, ...]:
    h = Hand

    def move(step: Step, before: Set[AgreementState], hands: Set[Hand], after: AgreementState | None = None) -> Move:
        return Move(step, frozenset(before), frozenset(hands), after)

    return (
        move(Step.REWRITE, {_S.DRAFT, _S.SIGNED, _S.RETURNED}, {h.SUPPORTER, h.COMMITTEE}, _S.DRAFT),
        move(Step.SIGN, {_S.DRAFT, _S.SIGNED}, {h.SUPPORTER}),
        move(Step.ACCEPT, {_S.DRAFT}, {h.CAREGIVER}),
        move(Step.EXTEND, {_S.DRAFT, _S.SIGNED}, {h.SUPPORTER, h.COMMITTEE}),
        move(Step.CONSENT, {_S.SIGNED}, {h.VISITOR}, _S.CONSENTED),
        move(Step.POSTPONE, {_S.SIGNED}, {h.VISITOR}),
        move(Step.REFUSE, OPEN, {h.VISITOR}, _S.ELDER_DECLINED),
        move(Step.REFUSE, STANDING, {h.VISITOR}, _S.ENDED),
        move(Step.ASK_AGAIN, {_S.ELDER_DECLINED}, {h.VISITOR}),
        move(Step.HAND_IN, {_S.CONSENTED}, {h.SUPPORTER, h.CAREGIVER, h.VISITOR}, _S.HANDED_IN),
        move(Step.RETURN, {_S.HANDED_IN}, {h.COMMITTEE}, _S.RETURNED),
        move(Step.FILE, {_S.HANDED_IN}, {h.COMMITTEE}, _S.FILED),
        move(Step.DECLINE, UNFILED, {h.SUPPORTER, h.CAREGIVER}, _S.DECLINED),
        move(Step.WITHDRAW, UNFILED, {h.SUPPORTER, h.COMMITTEE}, _S.WITHDRAWN),
        move(Step.SUSPEND, {_S.FILED}, {h.SUPPORTER, h.CAREGIVER, h.COMMITTEE, h.PLATFORM}, _S.SUSPENDED),
        move(Step.RESUME, {_S.SUSPENDED}, {h.SUPPORTER, h.COMMITTEE, h.PLATFORM}, _S.FILED),
        move(Step.END, STANDING, {h.SUPPORTER, h.CAREGIVER, h.COMMITTEE, h.PLATFORM}, _S.ENDED),
        move(Step.END, UNFILED, {h.PLATFORM}, _S.ENDED),
        move(Step.SUPERSEDE, STANDING, {h.PLATFORM}, _S.SUPERSEDED),
        move(Step.DOUBT, {_S.SIGNED, _S.CONSENTED, _S.HANDED_IN}, {h.PLATFORM}),
        move(Step.ASK, {_S.HANDED_IN}, {h.COMMITTEE}),
        move(Step.REPLY, {_S.HANDED_IN}, {h.SUPPORTER, h.CAREGIVER, h.VISITOR}),
        move(Step.PAPER, OPEN | STANDING, {h.VISITOR, h.COMMITTEE}),
        move(Step.INK, {_S.DRAFT, _S.SIGNED}, {h.COMMITTEE}),
    )


MOVES = _moves()
"""The table: the only place that says what may follow what."""


def next_state(step: Step, state: AgreementState, hand: Hand) -> AgreementState | None:
    """Where `step` by `hand` leads from `state`; None where it stays or the acts tell.

    Raises StepNotPossible, and NotAParty where the step is another's.
    """
    fitting = [move for move in MOVES if move.step is step and state in move.before]
    if not fitting:
        raise StepNotPossible
    for move in fitting:
        if hand in move.hands:
            return move.after
    raise NotAParty


def require(step: Step, state: AgreementState) -> None:
    """Raises StepNotPossible when `state` does not allow `step` by anybody."""
    if not any(move.step is step and state in move.before for move in MOVES):
        raise StepNotPossible


def require_same_text(seen: str, current: str) -> None:
    """`seen` is the text's SHA-256 the person acted on. Raises TextChanged."""
    if not secrets.compare_digest(seen, current):
        raise TextChanged


def require_invited(respond_by: date, today: date) -> None:
    """Who was asked answers by that day, or after it was put off. Raises InvitationOver."""
    if today > respond_by:
        raise InvitationOver


INVITED_FOR = timedelta(days=30)
RENEW_WITHIN = timedelta(days=45)
ASK_AGAIN_AFTER = timedelta(days=30)
SUSPENDED_AT_MOST = timedelta(days=180)


def day_to_ask_again(chosen: date | None, today: date) -> date:
    """In a month unless another day within half a year was named. Raises AgreementDayNotPossible."""
    on = chosen or today + ASK_AGAIN_AFTER
    if not today < on <= today + 6 * ASK_AGAIN_AFTER:
        raise AgreementDayNotPossible(field="ask_again_on")
    return on


def check_suspension(reason: Reason, until: date, today: date) -> None:
    """For a while that begins today: at most half a year. Raises ReasonNotPossible, AgreementDayNotPossible."""
    if reason not in SUSPENDING:
        raise ReasonNotPossible(field="reason")
    if not today < until <= today + SUSPENDED_AT_MOST:
        raise AgreementDayNotPossible(field="until")


def check_ending(reason: Reason, hand: Hand) -> None:
    """Whose reason it is to give. Raises ReasonNotPossible."""
    if reason not in ENDING[hand]:
        raise ReasonNotPossible(field="reason")


def state_of_signing(asked: Set[UUID], signed: Set[UUID]) -> AgreementState:
    """SIGNED once every party asked has signed, else DRAFT; `signed` may hold others who joined."""
    return AgreementState.SIGNED if asked <= signed else AgreementState.DRAFT


def require_first(done: Iterable[tuple[ActKind, UUID | None]], act: ActKind, actor: UUID | None) -> None:
    """Raises AlreadyActed when `actor` has done `act` upon this text."""
    if (act, actor) in set(done):
        raise AlreadyActed


def check_term(starts_on: date, ends_on: date) -> None:
    """Ending after it starts, at the latest on that date three years on (民法典 art. 202). Raises TermNotPossible."""
    too_long = (ends_on.year - 3, ends_on.month, ends_on.day) > (starts_on.year, starts_on.month, starts_on.day)
    if ends_on <= starts_on or too_long:
        raise TermNotPossible(field="ends_on")


def check_witness(*, name: str, adult: bool, party_names: Iterable[str], operator_name: str) -> None:
    """An adult who is no party and does not operate the phone. Raises WitnessNotFit."""
    given = bare_name(name)
    if not adult or not given or given in {bare_name(other) for other in (operator_name, *party_names)}:
        raise WitnessNotFit(field="witness")


@dataclass(frozen=True, slots=True)
class Acting:
    """What one person is to one agreement: a party's role with its signature due or given, or an office."""

    signs: bool
    accepts: bool
    supporter: bool
    caregiver: bool
    visitor: bool
    committee: bool


def waits_for(state: AgreementState, acting: Acting) -> Step | None:
    """The one step this person should take next, if any."""
    match state:
        case AgreementState.DRAFT if acting.signs:
            return Step.SIGN
        case AgreementState.DRAFT if acting.accepts:
            return Step.ACCEPT
        case AgreementState.SIGNED if acting.visitor:
            return Step.CONSENT
        case AgreementState.CONSENTED if acting.supporter or acting.caregiver or acting.visitor:
            return Step.HAND_IN
        case AgreementState.HANDED_IN if acting.committee:
            return Step.FILE
        case AgreementState.RETURNED if acting.supporter:
            return Step.REWRITE
        case AgreementState.ELDER_DECLINED if acting.visitor:
            return Step.ASK_AGAIN
        case _:
            return None


class Phase(StrEnum):
    """Where the calendar has brought a filed agreement."""

    WAITING = "waiting"
    IN_FORCE = "in_force"
    RENEWAL_DUE = "renewal_due"
    OVER = "over"


def phase(state: AgreementState, starts_on: date, ends_on: date, day: date) -> Phase | None:
    """Of an agreement filed and not suspended, on `day`; None of any other. The paper says "to `ends_on`"."""
    if state is not AgreementState.FILED:
        return None
    if day < starts_on:
        return Phase.WAITING
    if day > ends_on:
        return Phase.OVER
    return Phase.RENEWAL_DUE if ends_on - day <= RENEW_WITHIN else Phase.IN_FORCE


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
    complete = last_act_at is not None and state in {_S.CONSENTED, _S.HANDED_IN, _S.FILED}
    in_force = complete and last_act_at is not None and in_force_from(starts_on, last_act_at) <= day <= ends_on
    return Standing(counts=in_force and state is AgreementState.FILED, in_force=in_force)
