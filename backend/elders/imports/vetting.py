"""What each row of a file would do to the register, judged by what stands there now; the dry run and the storing ask
the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol
from uuid import UUID

import msgspec

from backend.audit.trail import Actor
from backend.consents.queries import health_hidden
from backend.elders.classifying import HEALTH_UNTOLD
from backend.elders.imports.columns import Column, SupporterColumn, supporter_column
from backend.elders.imports.entries import ElderEntry, SupporterEntry, news
from backend.elders.imports.rows import Candidate, Problem
from backend.elders.imports.values import Hardship, Unclear
from backend.elders.imports.villages import Villages
from backend.elders.models import Elder
from backend.elders.rules import AbilityLevel, Gender
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.kit.kernel import Kernel

ELSEWHERE = "这个身份证号已经在别处登记过，不能再登记一次，请与县民政局核对"
HAS_LEFT = "这位老人已从名册移出：又回来的请先办理重新登记，已去世的请从表里删去"
NAMESAKES = "村里登记有几位同名、同一天出生的老人，请填身份证号，才知道是哪一位"
LIVING_ALONE = "没有填写：新登记的老人要写明是否独居"
TOLD_TWICE = "和另一位赡养人的电话相同"
MOST_RELATION, MOST_CITY = 12, 40
SENSITIVE_NOTES = frozenset({Column.HEALTH, Column.MIND})
MAY_BE_HEALTH = SENSITIVE_NOTES | {Column.REMARK}
"""Not for those whose elder said no to health: what a remark is about, nobody knows."""


class Supporters(Protocol):
    """The supporters on elders' files, which another part of the product keeps."""

    async def of(self, elder_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[SupporterEntry]]:
        """Those named on each file today."""

    async def name(self, wanted: Mapping[UUID, Sequence[SupporterEntry]], *, by: Actor, today: date) -> None:
        """Name them, in the caller's transaction; each has a phone that is not named on that file yet."""

    async def tell(self, wanted: Mapping[UUID, Sequence[SupporterEntry]], *, by: Actor, today: date) -> None:
        """Write down the `news` of them, in the caller's transaction; each has a phone named on that file."""


class Noted(msgspec.Struct, frozen=True):
    """What a file says in free text, by column, and whom to ring first: name and phone."""

    texts: Mapping[str, str] = {}
    contact: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        return bool(self.texts or self.contact)


class Notes(Protocol):
    """The free text on elders' files, which another part of the product keeps."""

    async def of(self, elder_ids: Sequence[UUID]) -> Mapping[UUID, Noted]:
        """What each file says today."""

    async def write(self, wanted: Mapping[UUID, Noted], *, by: Actor, today: date) -> None:
        """Write it down, in the caller's transaction; each is new to its file."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one row does: a new elder when `known` is None, else `changes` by column, in clear; whom it names, of whom
    it has `news`, and what it says in free text that the file does not."""

    entry: ElderEntry
    village_id: UUID
    known: Elder | None
    changes: dict[str, Any]
    named: tuple[SupporterEntry, ...]
    news: tuple[SupporterEntry, ...]
    noted: Noted

    @property
    def is_change(self) -> bool:
        return self.known is not None and bool(self.changes or self.named or self.news or self.noted)


Person = tuple[UUID, str, date, Gender]


@dataclass
class Judge:
    """Judges one file's rows in their order, batch by batch. `locks` inside the transaction that will store them."""

    kernel: Kernel
    villages: Villages
    supporters: Supporters
    notes: Notes
    locks: bool = False
    _seen: dict[Person, tuple[int, bool]] = field(default_factory=dict)
    _taken: dict[UUID, int] = field(default_factory=dict)

    async def judge(self, candidates: Iterable[Candidate]) -> tuple[list[Plan], list[Problem]]:
        """A plan for each row that can be taken, and the problems of the others."""
        problems: list[Problem] = []
        rows = [(each, place) for each in candidates if (place := self._place(each, problems))]
        by_number, by_person = await self._by_number(rows), await self._by_person(rows)
        met: list[tuple[Candidate, UUID, Elder | None]] = []
        for candidate, village_id in rows:
            try:
                known = self._known(candidate.entry, village_id, by_number, by_person)
                self._take(known, candidate.row)
            except Unclear as unclear:
                problems.append(Problem(candidate.row, Column.ID_NUMBER, unclear.sentence))
                continue
            if known is None and candidate.entry.living_alone is None:
                problems.append(Problem(candidate.row, Column.LIVING_ALONE, LIVING_ALONE))
            else:
                met.append((candidate, village_id, known))
        return await self._plans(met), problems

    async def _plans(self, met: Sequence[tuple[Candidate, UUID, Elder | None]]) -> list[Plan]:
        files = [known.id for _, _, known in met if known]
        named, noted = await self.supporters.of(files), await self.notes.of(files)
        hidden = await health_hidden(files)
        plans = []
        for candidate, village_id, known in met:
            entry, health = candidate.entry, known is None or known.id not in hidden
            changed = changes(self.kernel, entry, village_id, known, health=health) if known else {}
            there = {each.phone: each for each in named.get(known.id, ())} if known else {}
            unnamed = tuple(each for each in entry.supporters if each.phone and each.phone not in there)
            told = tuple(each for each in entry.supporters if each.phone in there and news(each, there[each.phone]))
            unnoted = _unnoted(entry, noted.get(known.id) if known else None, health=health)
            plans.append(Plan(entry, village_id, known, changed, unnamed, told, unnoted))
        return plans

    def _place(self, candidate: Candidate, problems: list[Problem]) -> UUID | None:
        """The village, when the row can be taken by itself and beside the rows before it."""
        entry, before = candidate.entry, len(problems)
        try:
            village_id = self.villages.find(entry.village, entry.township).id
        except Unclear as unclear:
            problems.append(Problem(candidate.row, Column.VILLAGE, unclear.sentence))
            return None
        person = (village_id, entry.name, entry.born_on, entry.gender)
        first, numbered = self._seen.setdefault(person, (candidate.row, entry.id_number is not None))
        if first != candidate.row and not (numbered and entry.id_number):
            sentence = f"和第 {first} 行是同村、同名、同一天出生：是同一位就只留一行，是两位就都填身份证号"
            problems.append(Problem(candidate.row, Column.NAME, sentence))
        problems.extend(_supporter_problems(candidate))
        return village_id if len(problems) == before else None

    async def _by_number(self, rows: Sequence[tuple[Candidate, UUID]]) -> dict[bytes, list[Elder]]:
        hashes = [self._hash(number) for each, _ in rows if (number := each.entry.id_number)]
        found: dict[bytes, list[Elder]] = {}
        for elder in await self._elders(id_number_hash__in=hashes) if hashes else ():
            found.setdefault(bytes(elder.id_number_hash or b""), []).append(elder)
        return found

    async def _by_person(self, rows: Sequence[tuple[Candidate, UUID]]) -> dict[Person, list[Elder]]:
        villages, names = {village_id for _, village_id in rows}, {each.entry.name for each, _ in rows}
        found: dict[Person, list[Elder]] = {}
        for elder in await self._elders(village_id__in=list(villages), name__in=list(names)) if rows else ():
            found.setdefault((elder.village_id, elder.name, elder.born_on, elder.gender), []).append(elder)
        return found

    async def _elders(self, **which: Any) -> list[Elder]:
        wanted = Elder.filter(**which).order_by("id")
        return await (wanted.select_for_update() if self.locks else wanted)

    def _hash(self, number: str) -> bytes:
        return self.kernel.keys.keyed_hash(number, "id_number")

    def _known(
        self,
        entry: ElderEntry,
        village_id: UUID,
        by_number: Mapping[bytes, list[Elder]],
        by_person: Mapping[Person, list[Elder]],
    ) -> Elder | None:
        """The file the row speaks of; None when there is none yet. Raises Unclear when it may not be touched."""
        found = by_number.get(self._hash(entry.id_number), []) if entry.id_number else []
        if found and not all(elder.village_id in self.villages.ids for elder in found):
            raise Unclear(ELSEWHERE)
        if not found:
            namesakes = by_person.get((village_id, entry.name, entry.born_on, entry.gender), [])
            found = [elder for elder in namesakes if not (entry.id_number and elder.id_number_hash)]
        here = [elder for elder in found if elder.left_on is None]
        if found and not here:
            raise Unclear(HAS_LEFT)
        if len(here) > 1:
            raise Unclear(NAMESAKES)
        return here[0] if here else None

    def _take(self, known: Elder | None, row: int) -> None:
        """Two rows never speak of one file. Raises Unclear."""
        if known and (first := self._taken.setdefault(known.id, row)) != row:
            raise Unclear(f"和第 {first} 行说的是同一位登记过的老人，只留一行")


def told(entry: ElderEntry) -> dict[str, Any]:
    """The register's columns of which the entry says something."""
    facts: dict[str, Any] = {
        "name": entry.name,
        "gender": entry.gender,
        "born_on": entry.born_on,
        "address": entry.address,
        "living_alone": entry.living_alone,
        "ability_level": None if entry.ability is AbilityLevel.UNKNOWN else entry.ability,
        "mobility": None if entry.mobility is Mobility.UNKNOWN else entry.mobility,
        "disability": None if entry.disability is DisabilityGrade.UNKNOWN else entry.disability,
        "dementia": entry.dementia,
        "seriously_ill": entry.seriously_ill,
        "poor": None if entry.hardship is None else entry.hardship is not Hardship.NONE,
        "minor_at_home": entry.minor_at_home,
        "registered_here": entry.registered_here,
        "accepts_services": entry.accepts_services,
    }
    return {column: fact for column, fact in facts.items() if fact is not None}


def changes(kernel: Kernel, entry: ElderEntry, village_id: UUID, known: Elder, *, health: bool) -> dict[str, Any]:
    """What the entry says otherwise than the file, by column, in clear; what it does not say stays.

    Without `health`, the elder having said no to it, nothing of that is taken down.
    """
    allowed = {column: fact for column, fact in told(entry).items() if health or column not in HEALTH_UNTOLD}
    differing = {column: fact for column, fact in allowed.items() if getattr(known, column) != fact}
    if known.village_id != village_id:
        differing["village_id"] = village_id
    if entry.id_number and known.id_number_hash is None:
        differing["id_number"] = entry.id_number
    if entry.phone and entry.phone != opened(kernel, known, "phone"):
        differing["phone"] = entry.phone
    return differing


def opened(kernel: Kernel, elder: Elder, column: str) -> str | None:
    """An encrypted column in clear."""
    sealed = getattr(elder, column)
    return kernel.keys.decrypt(bytes(sealed), f"elders|{column}|{elder.id}").decode() if sealed else None


def _unnoted(entry: ElderEntry, there: Noted | None, *, health: bool) -> Noted:
    """What the file does not say yet. Whom to ring stays as it is there: the village answers for the list."""
    before = there or Noted()
    untold = frozenset[str]() if health else MAY_BE_HEALTH
    texts = {each: text for each, text in entry.notes.items() if each not in untold and before.texts.get(each) != text}
    if before.contact is None and entry.contact_name and entry.contact_phone:
        return Noted(texts, (entry.contact_name, entry.contact_phone))
    return Noted(texts)


def _supporter_problems(candidate: Candidate) -> Iterator[Problem]:
    phones: set[str] = set()
    for number, each in enumerate(candidate.entry.supporters, 1):
        if each.phone in phones:
            yield Problem(candidate.row, supporter_column(number, SupporterColumn.PHONE), TOLD_TWICE)
        if each.phone:
            phones.add(each.phone)
        for part, text, most in (
            (SupporterColumn.RELATION, each.relation, MOST_RELATION),
            (SupporterColumn.WHEREABOUTS, each.whereabouts, MOST_CITY),
        ):
            if text and len(text) > most:
                yield Problem(candidate.row, supporter_column(number, part), f"太长，最多 {most} 个字")
