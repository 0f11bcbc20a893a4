"""Writing an agreement's text: a template's words, filled with what the family chose. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.agreements.errors import PartyTwice, TermsNotComplete
from backend.agreements.rules import AgreementKind, PartyRole
from backend.agreements.templates import ClauseWords, Template
from backend.documents.canonical import AgreementText, Clause, Party


class Promise(msgspec.Struct, frozen=True):
    """What one child takes on: how often to ring and to come, and in a support agreement the share."""

    member_id: UUID
    call_every: int = 7
    visits_yearly: int = 1
    monthly: int = 0
    task: str = ""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What the family chooses. Days, times a week or a year, and yuan, whole; nothing to pay is 0."""

    kind: AgreementKind = AgreementKind.CARE
    supporters: tuple[Promise, ...]
    caregivers: tuple[UUID, ...] = ()
    legal_agent: UUID | None = None
    duties: tuple[str, ...] = ()
    look_in_weekly: int = 2
    fee_monthly: int = 0
    advance_limit: int = 0
    keys_held: bool = False
    special: str = ""
    starts_on: date
    ends_on: date

    @property
    def members(self) -> tuple[tuple[PartyRole, UUID], ...]:
        """Everybody named but the elder, in the order of the text."""
        agent = ((PartyRole.LEGAL_AGENT, self.legal_agent),) if self.legal_agent else ()
        return (
            *((PartyRole.SUPPORTER, promise.member_id) for promise in self.supporters),
            *((PartyRole.CAREGIVER, member_id) for member_id in self.caregivers),
            *agent,
        )


class Person(msgspec.Struct, frozen=True):
    """One named person as the text prints one."""

    name: str
    relation: str = ""
    place: str = ""


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """What the register knows that the text needs; `contacts` in the order they are rung."""

    elder: Person
    village: str
    contacts: tuple[str, ...]
    members: dict[UUID, Person]
    drafted_on: date


def check(draft: Draft, template: Template) -> None:
    """As many in each role as the template needs, nobody twice, duties that it knows.

    Raises PartyTwice, TermsNotComplete.
    """
    named = [member_id for role, member_id in draft.members if role is not PartyRole.LEGAL_AGENT]
    if len(set(named)) < len(named):
        raise PartyTwice(field="caregivers")
    counted = {role: sum(role is other for other, _ in draft.members) for role in PartyRole}
    for role, field in ((PartyRole.SUPPORTER, "supporters"), (PartyRole.CAREGIVER, "caregivers")):
        place = template.place(role)
        if not place.least <= counted[role] <= place.most:
            raise TermsNotComplete(field=field)
    if bool(template.duties) is not bool(draft.duties) or set(draft.duties) - set(template.duties):
        raise TermsNotComplete(field="duties")


def write(template: Template, draft: Draft, home: Home) -> AgreementText:
    """The text for what was chosen."""
    filled = {
        "village": home.village,
        "contacts": "、".join(home.contacts) or "先找委托人，再找村民委员会",
        "look_in_weekly": str(draft.look_in_weekly),
        "fee_monthly": str(draft.fee_monthly),
        "advance_limit": str(draft.advance_limit),
        "special": draft.special,
    }
    holds = {
        "free": draft.fee_monthly == 0,
        "advance": draft.advance_limit > 0,
        "keys": draft.keys_held,
        "special": bool(draft.special.strip()),
    }
    lists = {
        "@duties": [f"{template.duties[duty].format(**filled)}；" for duty in dict.fromkeys(draft.duties)],
        "@promises": [_promise(home.members[each.member_id].name, each) for each in draft.supporters],
    }
    return AgreementText(
        template=template.id,
        title=template.title,
        drafted_on=home.drafted_on,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        parties=tuple(_parties(template, draft, home)),
        clauses=tuple(
            Clause(words.heading, tuple(_paragraphs(words.paragraphs, filled, lists)))
            for words in template.clauses
            if _printed(words, holds)
        ),
    )


def _printed(words: ClauseWords, holds: dict[str, bool]) -> bool:
    return not words.when or holds[words.when.lstrip("!")] is not words.when.startswith("!")


def _paragraphs(paragraphs: Sequence[str], filled: dict[str, str], lists: dict[str, list[str]]) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.startswith("@"):
            yield from lists[paragraph]
        else:
            yield paragraph.format(**filled)


def _parties(template: Template, draft: Draft, home: Home) -> Iterator[Party]:
    yield Party(template.place(PartyRole.ELDER).words, home.elder.name, (("住址", home.elder.place),))
    for role, member_id in draft.members:
        person = home.members[member_id]
        where = "现在工作的地方" if role is PartyRole.SUPPORTER else "住址"
        details = (("与老人的关系", person.relation), (where, person.place))
        yield Party(template.place(role).words, person.name, tuple(pair for pair in details if pair[1]))


def _promise(name: str, promise: Promise) -> str:
    parts = [
        f"每月给生活费{promise.monthly}元" if promise.monthly else "",
        f"至少每{promise.call_every}天打一次电话或者视频",
        f"每年回家看望不少于{promise.visits_yearly}次",
        promise.task.strip(),
    ]
    return f"{name}：{'，'.join(part for part in parts if part)}；"
