"""What a visit asks beside its findings, as versioned data: one file each, named by kind and number (R072).

A report names the form it was written by. What is used is never edited, so that an old report stays readable.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from backend.consents.rules import Matter
from backend.visits.errors import AnswersNotOfForm, FormNotKnown

Answers = Mapping[str, tuple[str, ...]]
"""By the item's key: the chosen answers' keys, or the words."""


class FormKind(StrEnum):
    """The first visit asks who the elder is and how he or she lives; the later ones what has changed."""

    FIRST = "first"
    LATER = "later"


class FormPart(StrEnum):
    """What an item is about; the five domains and hygiene are found good or not on every visit."""

    PERSON = "person"
    FAMILY = "family"
    LIVING = "living"
    HELP = "help"
    HEALTH = "health"
    ECONOMY = "economy"
    FAMILY_DUTY = "family_duty"
    SAFETY = "safety"
    NEEDS = "needs"
    HYGIENE = "hygiene"
    DIGITAL = "digital"


class ItemKind(StrEnum):
    """One answer, several, or words."""

    ONE = "one"
    MANY = "many"
    WORDS = "words"


class AskedWhen(StrEnum):
    """Always, only where the part was not found good, or when the visitor wants to say more."""

    ALWAYS = "always"
    NOT_GOOD = "not_good"
    OFFERED = "offered"


class FormItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question; `answers` are the words of each answer by its key, none where words are asked for."""

    key: str
    part: FormPart
    ask: str
    kind: ItemKind
    when: AskedWhen = AskedWhen.ALWAYS
    answers: dict[str, str] = {}

    @property
    def matter(self) -> Matter:
        """What an elder's no hides of it."""
        if self.part is FormPart.HEALTH or self.key in _OF_HEALTH:
            return Matter.HEALTH
        return Matter.WORDS if self.kind is ItemKind.WORDS else _MATTERS[self.part]

    def allows(self, given: tuple[str, ...]) -> bool:
        """Whether this can be an answer to it."""
        if self.kind is ItemKind.WORDS:
            return len(given) == 1 and bool(given[0].strip())
        several = self.kind is ItemKind.MANY
        return 0 < len(given) == len(set(given)) and set(given) <= self.answers.keys() and (several or len(given) == 1)


_MATTERS: Mapping[FormPart, Matter] = {
    FormPart.PERSON: Matter.NEEDS,
    FormPart.FAMILY: Matter.DUTY,
    FormPart.LIVING: Matter.SAFETY,
    FormPart.HELP: Matter.ECONOMY,
    FormPart.ECONOMY: Matter.ECONOMY,
    FormPart.FAMILY_DUTY: Matter.DUTY,
    FormPart.SAFETY: Matter.SAFETY,
    FormPart.NEEDS: Matter.NEEDS,
    FormPart.HYGIENE: Matter.SAFETY,
    FormPart.DIGITAL: Matter.NEEDS,
}
_OF_HEALTH = frozenset({"self_care", "care"})
"""Items of other parts that say how the elder's health is."""


class VisitForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The questions of one kind of visit, in one version."""

    id: str
    kind: FormKind
    title: str
    items: tuple[FormItem, ...]

    @property
    def by_key(self) -> dict[str, FormItem]:
        """Each item by its key."""
        return {item.key: item for item in self.items}


CURRENT = {FormKind.FIRST: "first/1", FormKind.LATER: "later/1"}
"""The form a new report is written by."""
FORMS = tuple(sorted(path.stem.replace("-", "/") for path in Path(__file__).parent.glob("*.toml")))


@cache
def form(form_id: str) -> VisitForm:
    """`later/1`, as `later-1.toml` beside this file has it. Raises FormNotKnown."""
    if form_id not in FORMS:
        raise FormNotKnown(field="form")
    source = Path(__file__).with_name(f"{form_id.replace('/', '-')}.toml")
    return msgspec.toml.decode(source.read_bytes(), type=VisitForm)


def check_answers(form_id: str | None, answers: Answers) -> None:
    """Every answer is one the form has; none is asked for. A report without a form has none.

    Raises FormNotKnown, AnswersNotOfForm.
    """
    asked = form(form_id) if form_id is not None else None
    if not answers:
        return
    items = asked.by_key if asked else {}
    for key, given in answers.items():
        if key not in items or not items[key].allows(given):
            raise AnswersNotOfForm(field="answers")
