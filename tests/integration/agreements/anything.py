"""All that anybody may try upon an agreement, in the words of the walk, and what the table says of it."""

from collections.abc import Awaitable, Callable

from backend.agreements.questions import Asked
from backend.agreements.rules import (
    MOVES,
    ActKind,
    AgreementState,
    Answer,
    Hand,
    Means,
    PartyRole,
    Reason,
    Step,
)
from tests.factories.agreements import Household
from tests.factories.village import Person

OLD = "0" * 64
Do = Callable[[Household, Person], Awaitable[object]]


class Done:
    """One thing a person may try: how, and the table's steps that it is, one after the other (none: it only begins an
    agreement or looks at one); `hand` where it is not the person's own."""

    def __init__(self, do: Do, *steps: Step, hand: Hand | None = None) -> None:
        self.do, self.steps, self.hand = do, steps, hand


SIGNERS = (PartyRole.SUPPORTER, PartyRole.CAREGIVER)
TRIES: dict[str, Done] = {
    "yes": Done(lambda home, by: home.wish(by=by), Step.ASK_AGAIN),
    "no": Done(lambda home, by: home.wish(False, by=by), Step.REFUSE),
    "draft": Done(lambda home, by: home.draft(by)),
    "rewrite": Done(lambda home, by: home.rewrite(f"改到 {home.world.clock.now()}", by), Step.REWRITE),
    "same text again": Done(lambda home, by: home.rewrite("", by), Step.REWRITE),
    "view": Done(lambda home, by: home.view(by)),
    "sign": Done(lambda home, by: home.sign(by), Step.SIGN),
    "sign old text": Done(lambda home, by: home.sign(by, OLD), Step.SIGN),
    "accept": Done(lambda home, by: home.accept(by), Step.ACCEPT),
    "accept old text": Done(lambda home, by: home.accept(by, OLD), Step.ACCEPT),
    "paper": Done(lambda home, by: home.paper(by), Step.PAPER),
    "ink of the signers": Done(lambda home, by: home.ink(*SIGNERS, by=by), Step.INK),
    "ink of the caregiver": Done(lambda home, by: home.ink(PartyRole.CAREGIVER, by=by), Step.INK),
    "ink of the elder": Done(lambda home, by: home.ink(PartyRole.ELDER, by=by), Step.INK, Step.CONSENT),
    "ink on old text": Done(lambda home, by: home.ink(*SIGNERS, by=by, text_hash=OLD), Step.INK),
    "consent": Done(lambda home, by: home.consent(by), Step.CONSENT),
    "consent by word": Done(
        lambda home, by: home.consent(by, means=Means.SPOKEN, words="我同意", signature_id=None), Step.CONSENT
    ),
    "consent to old text": Done(lambda home, by: home.consent(by, text_hash=OLD)),
    "refuse": Done(lambda home, by: home.says(Answer.NO, by), Step.REFUSE),
    "not today": Done(lambda home, by: home.says(Answer.NOT_TODAY, by), Step.POSTPONE),
    "extend": Done(lambda home, by: home.extend(by), Step.EXTEND),
    "hand in": Done(lambda home, by: home.hand_in(by), Step.HAND_IN),
    "give back": Done(lambda home, by: home.give_back(by), Step.RETURN),
    "ask": Done(lambda home, by: home.ask(by=by), Step.ASK),
    "ask the caregiver": Done(lambda home, by: home.ask(Asked.CAREGIVER, by), Step.ASK),
    "reply": Done(lambda home, by: home.reply(by), Step.REPLY),
    "file": Done(lambda home, by: home.file(by), Step.FILE),
    "lose the phone": Done(lambda home, by: home.lose_phone(by), Step.DOUBT, hand=Hand.PLATFORM),
    "bind the son's phone": Done(lambda home, by: home.bind_phone("son", by)),
    "bind the caregiver's phone": Done(lambda home, by: home.bind_phone("caregiver", by)),
    "withdraw": Done(lambda home, by: home.withdraw(by), Step.WITHDRAW),
    "decline": Done(lambda home, by: home.decline(by), Step.DECLINE),
    "suspend": Done(lambda home, by: home.suspend(by), Step.SUSPEND),
    "resume": Done(lambda home, by: home.resume(by), Step.RESUME),
    "end": Done(lambda home, by: home.end(by=by), Step.END),
    "caregiver ends": Done(lambda home, by: home.end(Reason.CAREGIVER, by), Step.END),
}
MAY_STAY = {"yes", "no", "lose the phone"}
"""What may be done beside the table: a wish where there is nothing to stop, a loss where nothing was done since."""
PEOPLE = ("son", "daughter", "caregiver", "volunteer", "secretary", "accountant")
HANDS = {
    "son": {Hand.SUPPORTER},
    "daughter": {Hand.SUPPORTER},
    "caregiver": {Hand.CAREGIVER},
    "volunteer": {Hand.VISITOR},
    "secretary": {Hand.COMMITTEE, Hand.VISITOR},
    "accountant": {Hand.COMMITTEE, Hand.VISITOR},
}
FAMILY, OFFICE = {"son", "daughter"}, {"secretary", "accountant"}
VISITORS = {"volunteer", *OFFICE}
RIGHTFUL = {
    ActKind.VIEW: FAMILY | {"caregiver"},
    ActKind.SIGN: FAMILY,
    ActKind.ACCEPT: {"caregiver"},
    ActKind.DECLINE: {"son", "caregiver"},
    ActKind.CONSENT: VISITORS,
    ActKind.POSTPONE: VISITORS,
    ActKind.REFUSE: VISITORS,
    ActKind.WITNESS: VISITORS,
    ActKind.PAPER: VISITORS,
    ActKind.HAND_IN: set(PEOPLE),
    ActKind.RETURN: OFFICE,
    ActKind.CONFIRM: OFFICE,
}
"""Who may have done, or caught, an act of each kind."""

ON_PHONES = (
    ("yes", "volunteer"),
    ("draft", "son"),
    ("sign", "son"),
    ("accept", "caregiver"),
    ("consent", "volunteer"),
    ("hand in", "son"),
    ("file", "secretary"),
)
ON_PAPER = (
    ("yes", "volunteer"),
    ("draft", "son"),
    ("paper", "volunteer"),
    ("ink of the signers", "secretary"),
    ("ink of the elder", "accountant"),
    ("hand in", "volunteer"),
    ("ask", "secretary"),
    ("reply", "son"),
    ("file", "secretary"),
)


BEGINNING = (("yes", "volunteer"), ("draft", "son"), ("draft", "secretary"), ("no", "volunteer"))
ONWARD: dict[AgreementState | None, tuple[tuple[str, str], ...]] = {
    AgreementState.DRAFT: (
        ("sign", "son"),
        ("sign", "daughter"),
        ("accept", "caregiver"),
        ("paper", "volunteer"),
        ("ink of the signers", "secretary"),
        ("ink of the caregiver", "accountant"),
        ("bind the son's phone", "secretary"),
        ("bind the caregiver's phone", "accountant"),
    ),
    AgreementState.SIGNED: (
        ("consent", "volunteer"),
        ("consent by word", "secretary"),
        ("paper", "volunteer"),
        ("ink of the elder", "secretary"),
        ("lose the phone", "son"),
    ),
    AgreementState.CONSENTED: (("hand in", "son"), ("hand in", "volunteer"), ("lose the phone", "volunteer")),
    AgreementState.HANDED_IN: (
        ("file", "secretary"),
        ("file", "accountant"),
        ("ask", "secretary"),
        ("ask the caregiver", "accountant"),
        ("reply", "son"),
        ("reply", "caregiver"),
        ("give back", "secretary"),
        ("lose the phone", "caregiver"),
    ),
    AgreementState.RETURNED: (("rewrite", "son"), ("rewrite", "secretary")),
    AgreementState.ELDER_DECLINED: (("yes", "volunteer"),),
    AgreementState.FILED: (("suspend", "son"), ("lose the phone", "son"), ("paper", "secretary"), ("end", "son")),
    AgreementState.SUSPENDED: (("resume", "son"), ("caregiver ends", "caregiver")),
}
"""What leads on, by whom; elsewhere something begins."""


def in_the_table(what: str, who: str) -> tuple[tuple[Step, ...], set[Hand]]:
    """The steps it is, and by whose hand."""
    tried = TRIES[what]
    return tried.steps, {tried.hand} if tried.hand else HANDS[who]


def follow(before: AgreementState, steps: tuple[Step, ...], hands: set[Hand]) -> set[AgreementState]:
    """Where the table lets `steps` by any of `hands` lead, one after the other."""
    found = {before}
    for step in steps:
        found = {
            after
            for state in found
            for move in MOVES
            if move.step is step and state in move.before and hands & move.hands
            for after in ({move.after} if move.after else ({state} if step in STAYS else TOLD_BY_ACTS))
        }
    return found


TOLD_BY_ACTS = {AgreementState.DRAFT, AgreementState.SIGNED}
STAYS = {Step.POSTPONE, Step.EXTEND, Step.PAPER, Step.ASK, Step.REPLY}
