"""The arithmetic of a chain, pure: commitments, links, and finding where one was tampered with."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

GENESIS = bytes(32)

# Before every field stands its length in four bytes; none of them reaches 256.
_LENGTHS = tuple(length.to_bytes(4) for length in range(256))


class Link(msgspec.Struct, frozen=True):
    """What one link's hash covers, beside the link before it."""

    subject_id: UUID
    number: int
    at: datetime
    actor_id: UUID | None
    role: str
    tag: str
    commitment: bytes


def commit(salt: bytes, payload: bytes) -> bytes:
    """A hash that stands for `payload` and says nothing about it once the salt is erased."""
    return hashlib.sha256(salt + payload).digest()


def link_hash(previous: bytes, link: Link) -> bytes:
    """SHA-256 over the previous link and every field, each length-prefixed."""
    parts = (
        link.subject_id.bytes,
        b"%d" % link.number,
        b"%.6f" % link.at.timestamp(),
        link.actor_id.bytes if link.actor_id else b"",
        link.role.encode(),
        link.tag.encode(),
        link.commitment,
    )
    return hashlib.sha256(previous + b"".join([_LENGTHS[len(part)] + part for part in parts])).digest()


def head_words(subject_id: UUID, number: int, link: bytes) -> bytes:
    """The bytes that are signed for a head."""
    return b"cloud-reunion chain head 1\n" + subject_id.bytes + number.to_bytes(8, "big") + link


def first_break(links: Sequence[tuple[Link, bytes, bytes]]) -> int | None:
    """Index of the first `(link, previous, hash)` that does not follow from the one before; None when whole."""
    before = GENESIS
    for index, (link, previous, stored) in enumerate(links):
        if link.number != index + 1 or previous != before or link_hash(before, link) != stored:
            return index
        before = stored
    return None
