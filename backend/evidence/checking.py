"""Finding the first thing wrong with an agreement's evidence, pure: by arithmetic and certificates, never by a key.

An act is told three times: by the chain's link, by the act's own row, and by the pictures it names. Whoever changes one
must change all, every link after it, and the heads signed over them, for which he lacks the key (电子签名法 art. 5, 8).
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec

from backend.audit import chain
from backend.audit.tags import Tag
from backend.documents.keys import is_signed
from backend.evidence.record import ActKept, Link, Record


class Fault(StrEnum):
    """What can be wrong."""

    LINK_MISSING = "link_missing"
    LINK_BROKEN = "link_broken"
    PAYLOAD_CHANGED = "payload_changed"
    ACT_CHANGED = "act_changed"
    ACT_MISSING = "act_missing"
    ACT_ADDED = "act_added"
    PICTURE_CHANGED = "picture_changed"
    RECORDED_OTHERWISE = "recorded_otherwise"
    NEVER_SIGNED = "never_signed"
    SIGNATURE_FALSE = "signature_false"
    TAIL_CUT = "tail_cut"
    RECOMPUTED = "recomputed"


FAULT_WORDS = {
    Fault.LINK_MISSING: "这一步被拿掉了，或者次序被动过",
    Fault.LINK_BROKEN: "这一步的记录被改过，或者次序被动过",
    Fault.PAYLOAD_CHANGED: "这一步的内容被改过",
    Fault.ACT_CHANGED: "办理记录和当时留存的内容不一致",
    Fault.ACT_MISSING: "办理记录被删掉了",
    Fault.ACT_ADDED: "办理记录是后来添加的，当时没有留存",
    Fault.PICTURE_CHANGED: "签名或照片被换过，或者不见了",
    Fault.RECORDED_OTHERWISE: "协议的编号、正文或封存文件和当时留存的不一致",
    Fault.NEVER_SIGNED: "已经报备，却没有任何存证签名",
    Fault.SIGNATURE_FALSE: "存证签名不对：不是由给出的证书签的",
    Fault.TAIL_CUT: "后面的步骤被删掉了",
    Fault.RECOMPUTED: "到这一步为止的记录被整个重算过，和存证签名对不上",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, and the first step that shows it: its number in the chain, and when and what it was, if it is there."""

    fault: Fault
    number: int
    at: datetime | None = None
    tag: str | None = None


def first_fault(record: Record, pictures: Set[str], certificates: Sequence[bytes]) -> Finding | None:
    """The fault at the earliest step; None when everything fits. An erased payload is no fault.

    `pictures` are the SHA-256 of the picture files that are there, `certificates` PEM, one each, trusted by the asker.
    """
    looked = (
        _links(record),
        _heads(record, certificates),
        _payloads(record),
        _acts(record),
        _states(record),
        _agreement(record),
        _pictures(record, pictures),
    )
    found = [each for fault in looked for each in fault]
    if not found:
        return None
    fault, number = min(found, key=lambda each: each[1])
    shown = next((link for link in record.links if link.number == number), None)
    return Finding(fault, number, shown.at if shown else None, shown.tag if shown else None)


Found = Iterator[tuple[Fault, int]]


def _links(record: Record) -> Found:
    triples = [(_hashed(record.agreement, link), link.previous, link.link) for link in record.links]
    broken = chain.first_break(triples)
    if broken is not None:
        skipped = record.links[broken].number != broken + 1
        yield (Fault.LINK_MISSING if skipped else Fault.LINK_BROKEN), broken + 1


def _payloads(record: Record) -> Found:
    for link in record.links:
        kept = link.payload is not None and link.salt is not None
        if not link.erased and not (kept and chain.commit(link.salt or b"", _plain(link)) == link.commitment):
            yield Fault.PAYLOAD_CHANGED, link.number


def _plain(link: Link) -> bytes:
    return (link.payload or "").encode()


def _hashed(agreement: UUID, link: Link) -> chain.Link:
    return chain.Link(agreement, link.number, link.at, link.actor, link.role, link.tag, link.commitment)


def told(link: Link) -> dict[str, Any]:
    """What the link's payload tells; nothing when it is erased or unreadable."""
    try:
        found = msgspec.json.decode(_plain(link)) if link.payload else {}
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}


# What is blanked when an agreement's time is over.
_ERASED_WITH_TIME = ("strokes", "words", "device", "capacity", "witness")


def _acts(record: Record) -> Found:
    """Every act of the chain has its row, every row its link, and both tell the same."""
    by_link = {act.link: act for act in record.acts if act.link is not None}
    numbers = {link.number for link in record.links}
    for number, count in Counter(act.link for act in record.acts if act.link is not None).items():
        if number not in numbers or count > 1:
            yield Fault.ACT_ADDED, number
    unlinked = Counter(act.tag for act in record.acts if act.link is None)
    for link in record.links:
        act, said = by_link.get(link.number), told(link).get("act")
        if said is None and act is None:
            # Before acts were evidence, a row stood beside a link that told nothing of it.
            unlinked[link.tag] -= 1
        elif link.erased:
            continue
        elif act is None:
            yield Fault.ACT_MISSING, link.number
        elif said is None or not _same(act, said, erased=record.erased):
            yield Fault.ACT_CHANGED, link.number
    if any(count > 0 for count in unlinked.values()):
        yield Fault.ACT_ADDED, len(record.links) + 1


def _same(act: ActKept, said: dict[str, Any], *, erased: bool) -> bool:
    row = dict(act.told)
    if erased:
        row |= {name: said.get(name) for name in _ERASED_WITH_TIME if row.get(name) is None}
    spoken = act.words is None or hashlib.sha256(act.words.encode()).hexdigest() == said.get("words")
    return spoken and row == said


def _states(record: Record) -> Found:
    """An act is void or in doubt when the chain says so, and only then."""
    void, doubtful = _marked(record)
    for act in record.acts:
        if act.link is not None and (act.void, act.doubtful) != (act.told["id"] in void, act.told["id"] in doubtful):
            yield Fault.ACT_CHANGED, act.link


def _marked(record: Record) -> tuple[set[str], set[str]]:
    """Ids of the acts that the chain made void, and of those it put in doubt."""
    done: dict[str, dict[str, Any]] = {}
    void: set[str] = set()
    doubtful: set[str] = set()
    for link in record.links:
        said = told(link)
        if act := said.get("act"):
            done[act["id"]] = act
            if link.tag == Tag.AGREEMENT_VOID_EVIDENCE:
                void.add(act["id"])
        elif link.tag == Tag.AGREEMENT_REWRITTEN:
            void |= set(done)
        elif link.tag == Tag.AGREEMENT_REFUSED:
            void |= _consents(done)
        elif link.tag == Tag.AGREEMENT_DOUBTED:
            void |= set(said.get("void", ()))
            doubtful |= set(said.get("doubtful", ()))
    return void, doubtful


def _consents(done: dict[str, dict[str, Any]]) -> set[str]:
    """The elder's consents among these acts, what a witness attests of them, and that they were handed in."""
    said = {id_ for id_, act in done.items() if act["kind"] in ("consent", "hand_in")}
    return said | {id_ for id_, act in done.items() if act["attests"] in said}


def _agreement(record: Record) -> Found:
    """The number, the text and the sealed file are those the chain tells of."""
    tags = {
        Tag.AGREEMENT_DRAFTED: "text",
        Tag.AGREEMENT_REWRITTEN: "text",
        Tag.AGREEMENT_FILED: "number",
        Tag.AGREEMENT_SEALED: "pdf_sha256",
    }
    present = {"text": record.text_hash, "number": record.number, "pdf_sha256": record.pdf_sha256}
    last = {tags[Tag(link.tag)]: link for link in record.links if link.tag in tags}
    for name, value in present.items():
        link = last.get(name)
        if (link is None and value is not None) or (link and not link.erased and told(link).get(name) != value):
            yield Fault.RECORDED_OTHERWISE, link.number if link else len(record.links) + 1


def _pictures(record: Record, there: Set[str]) -> Found:
    if record.erased:
        return
    for link in record.links:
        act = told(link).get("act") or {}
        if any(act.get(name) and act[name] not in there for name in ("signature", "photo")):
            yield Fault.PICTURE_CHANGED, link.number


def _heads(record: Record, certificates: Sequence[bytes]) -> Found:
    for head in sorted(record.heads, key=lambda head: head.number):
        words = chain.head_words(record.agreement, head.number, head.link)
        if not signed(words, head.signature, certificates):
            yield Fault.SIGNATURE_FALSE, head.number
        elif head.number > len(record.links):
            yield Fault.TAIL_CUT, len(record.links) + 1
        elif record.links[head.number - 1].link != head.link:
            yield Fault.RECOMPUTED, head.number
    filed = [link.number for link in record.links if link.tag == Tag.AGREEMENT_FILED]
    if (filed or record.number) and not record.heads:
        yield Fault.NEVER_SIGNED, filed[0] if filed else len(record.links) + 1


def signed(words: bytes, signature: bytes, certificates: Sequence[bytes]) -> bool:
    """Whether the key of one of the certificates made it."""
    return any(is_signed(words, signature, each) for each in certificates)
