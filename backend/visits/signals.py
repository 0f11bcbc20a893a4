"""What in a village's reports of a month asks for a question, pure: never a verdict (R082)."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple
from uuid import NAMESPACE_OID, UUID, uuid5

import msgspec

from backend.policies.rules import VisitQuality
from backend.visits.rules import VisitMode


class Signal(StrEnum):
    """What was noticed: many entries in minutes, the same words with several elders, two homes in different villages
    too soon after each other, a home visit of a few minutes."""

    BULK = "bulk"
    SAME_WORDS = "same_words"
    TRAVEL = "travel"
    SHORT = "short"


class Seen(msgspec.Struct, frozen=True):
    """Of one report what the signals look at; `words` is a keyed hash, of nobody's words in particular."""

    id: UUID
    elder_id: UUID
    village_id: UUID
    visitor_id: UUID
    mode: VisitMode
    visited_at: datetime
    received_at: datetime
    minutes: int | None
    words: bytes | None


class Question(NamedTuple):
    """What to ask about which reports of one visitor, the first in time first."""

    kind: Signal
    visitor_id: UUID
    report_ids: tuple[UUID, ...]

    @property
    def occasion(self) -> UUID:
        """The same for the same kind and the same first report: what has been asked is not asked again as it grows."""
        return uuid5(NAMESPACE_OID, f"{self.kind}|{self.report_ids[0]}")


def normal_words(note: str, shortest: int) -> str | None:
    """The note as it is compared: without spaces, punctuation and forms of letters; None when there is little to it."""
    words = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", note)).casefold()
    return words if len(words) >= shortest else None


def questions(reports: Iterable[Seen], policy: VisitQuality) -> tuple[Question, ...]:
    """All there is to ask, visitor by visitor."""
    visitors: dict[UUID, list[Seen]] = defaultdict(list)
    for each in reports:
        visitors[each.visitor_id].append(each)
    return tuple(asked for seen in visitors.values() for asked in _of_one(seen, policy))


def _of_one(seen: Sequence[Seen], policy: VisitQuality) -> Iterator[Question]:
    yield from _bulk(seen, policy)
    yield from _same_words(seen, policy)
    yield from _travel(seen, policy)
    yield from _short(seen, policy)


def _bulk(seen: Sequence[Seen], policy: VisitQuality) -> Iterator[Question]:
    """Runs of entries, each within the minutes of the run's first."""
    span, run = timedelta(minutes=policy.entry_minutes), list[Seen]()
    for each in [*sorted(seen, key=_entry), None]:
        if each is not None and (not run or each.received_at - run[0].received_at <= span):
            run.append(each)
            continue
        if len(run) >= policy.entries:
            yield _about(Signal.BULK, run)
        run = [] if each is None else [each]


def _same_words(seen: Sequence[Seen], policy: VisitQuality) -> Iterator[Question]:
    by_words: dict[bytes, list[Seen]] = defaultdict(list)
    for each in seen:
        if each.words is not None:
            by_words[each.words].append(each)
    for alike in by_words.values():
        if len({each.elder_id for each in alike}) >= policy.same_words:
            yield _about(Signal.SAME_WORDS, sorted(alike, key=_entry))


def _travel(seen: Sequence[Seen], policy: VisitQuality) -> Iterator[Question]:
    homes = sorted((each for each in seen if each.mode == VisitMode.HOME), key=lambda each: (each.visited_at, each.id))
    for one, other in pairwise(homes):
        near = other.visited_at - one.visited_at < timedelta(minutes=policy.travel_minutes)
        if near and one.village_id != other.village_id:
            yield _about(Signal.TRAVEL, [one, other])


def _short(seen: Sequence[Seen], policy: VisitQuality) -> Iterator[Question]:
    """One question about all of them."""
    homes = (each for each in seen if each.mode == VisitMode.HOME)
    short = [each for each in homes if each.minutes is not None and each.minutes < policy.least_minutes]
    if short:
        yield _about(Signal.SHORT, sorted(short, key=_entry))


def _entry(each: Seen) -> tuple[datetime, UUID]:
    return each.received_at, each.id


def _about(kind: Signal, reports: Sequence[Seen]) -> Question:
    return Question(kind, reports[0].visitor_id, tuple(each.id for each in reports))
