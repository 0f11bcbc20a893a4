"""Checking the trail: what no longer fits together, and from which link on. Needs the certificate, never the key."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from backend.audit.chain import GENESIS, Link, commit, first_break, head_words
from backend.audit.models import Anchor, AuditEvent, ChainHead, SignedHead
from backend.documents.keys import is_signed
from backend.kit.kernel import Kernel
from backend.kit.secrets import CannotDecrypt


class Fault(StrEnum):
    """What can be wrong with a chain."""

    LINK_BROKEN = "link_broken"
    PAYLOAD_CHANGED = "payload_changed"
    HEAD_DIFFERS = "head_differs"
    SIGNATURE_FALSE = "signature_false"
    TAIL_CUT = "tail_cut"
    RECOMPUTED = "recomputed"
    ANCHOR_BROKEN = "anchor_broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, and the number of the first link (or anchor, counted from one) that shows it."""

    fault: Fault
    number: int


async def check_chain(kernel: Kernel, certificate_pem: bytes, subject_id: UUID) -> Finding | None:
    """The first thing wrong with a subject's chain; None when it is whole. An erased payload is nothing wrong."""
    events = await AuditEvent.filter(subject_id=subject_id).order_by("number")
    links = [(_link(event), bytes(event.previous), bytes(event.link)) for event in events]
    broken = first_break(links)
    if broken is not None:
        return Finding(Fault.LINK_BROKEN, events[broken].number)
    for event in events:
        if not _keeps_its_word(kernel, event):
            return Finding(Fault.PAYLOAD_CHANGED, event.number)
    head = await ChainHead.get_or_none(subject_id=subject_id)
    reached = (head.number, bytes(head.link)) if head else (0, GENESIS)
    if reached != (len(events), links[-1][2] if links else GENESIS):
        return Finding(Fault.HEAD_DIFFERS, len(events))
    for signed in await SignedHead.filter(subject_id=subject_id).order_by("number", "id"):
        words = head_words(subject_id, signed.number, bytes(signed.link))
        if not is_signed(words, bytes(signed.signature), certificate_pem):
            return Finding(Fault.SIGNATURE_FALSE, signed.number)
        if signed.number > len(events):
            return Finding(Fault.TAIL_CUT, len(events))
        if links[signed.number - 1][2] != bytes(signed.link):
            return Finding(Fault.RECOMPUTED, signed.number)
    return None


async def check_anchors(certificate_pem: bytes) -> Finding | None:
    """The first anchor that is not signed or does not follow the one before; None when all do."""
    by_previous = {bytes(anchor.previous): anchor for anchor in await Anchor.all()}
    count, before = await Anchor.all().count(), GENESIS
    for number in range(1, count + 1):
        anchor = by_previous.get(before)
        if anchor is None:
            return Finding(Fault.ANCHOR_BROKEN, number)
        if not is_signed(bytes(anchor.root), bytes(anchor.signature), certificate_pem):
            return Finding(Fault.SIGNATURE_FALSE, number)
        before = bytes(anchor.root)
    return None


def _link(event: AuditEvent) -> Link:
    return Link(
        event.subject_id, event.number, event.at, event.actor_id, event.role, event.tag, bytes(event.commitment)
    )


def _keeps_its_word(kernel: Kernel, event: AuditEvent) -> bool:
    if event.payload is None or event.salt is None:
        return True
    try:
        plain = kernel.keys.decrypt(bytes(event.payload), f"audit_events|payload|{event.id}")
    except CannotDecrypt:
        return False
    return commit(bytes(event.salt), plain) == bytes(event.commitment)
