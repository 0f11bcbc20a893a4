"""Writing the trail: `record` joins the caller's transaction, so a change without its event cannot be."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.audit.chain import GENESIS, Link, commit, link_hash
from backend.audit.models import AuditEvent, ChainHead, Reading
from backend.audit.tags import Tag
from backend.db import execute, transaction
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel

SubjectKind = Literal["agreement", "elder", "account", "division"]


class Actor(msgspec.Struct, frozen=True):
    """Who did it, as what. `account_id` is None for the platform itself."""

    account_id: UUID | None
    role: str


PLATFORM = Actor(None, "platform")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose chain an event belongs to."""

    kind: SubjectKind
    id: UUID


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link made but not yet stored: every column of its row."""

    id: UUID
    subject: Subject
    number: int
    at: datetime
    by: Actor
    tag: Tag
    payload: bytes
    salt: bytes
    commitment: bytes
    previous: bytes
    link: bytes


def next_link(
    kernel: Kernel,
    subject: Subject,
    tag: Tag,
    *,
    by: Actor,
    number: int,
    previous: bytes,
    payload: Mapping[str, object],
) -> NewLink:
    """The link that follows number `number` whose hash is `previous` (0 and GENESIS for a new chain)."""
    at, event_id, salt = kernel.clock.now(), uuid7(), secrets.token_bytes(16)
    plain = msgspec.json.encode(payload, order="sorted")
    commitment = commit(salt, plain)
    link = Link(subject.id, number + 1, at, by.account_id, by.role, tag, commitment)
    sealed = kernel.keys.encrypt(plain, f"audit_events|payload|{event_id}")
    digest = link_hash(previous, link)
    return NewLink(event_id, subject, number + 1, at, by, tag, sealed, salt, commitment, previous, digest)


async def record(kernel: Kernel, subject: Subject, tag: Tag, *, by: Actor, **payload: object) -> None:
    """Add one event to the subject's chain, in the caller's transaction. `payload`: ids, enums, numbers, short text."""
    async with transaction():
        head = await _locked_head(subject)
        made = next_link(kernel, subject, tag, by=by, number=head.number, previous=bytes(head.link), payload=payload)
        await AuditEvent.create(
            id=made.id,
            subject_kind=subject.kind,
            subject_id=subject.id,
            number=made.number,
            at=made.at,
            actor_id=by.account_id,
            role=by.role,
            tag=tag,
            payload=made.payload,
            salt=made.salt,
            commitment=made.commitment,
            previous=made.previous,
            link=made.link,
        )
        await ChainHead.filter(subject_id=subject.id).update(number=made.number, link=made.link)


async def _locked_head(subject: Subject) -> ChainHead:
    """Where the subject's chain ends, locked; begun by whoever comes first of several at once."""
    head = await ChainHead.filter(subject_id=subject.id).select_for_update().first()
    if head is None:
        await execute(_BEGIN, subject.id, subject.kind, GENESIS)
        head = await ChainHead.filter(subject_id=subject.id).select_for_update().get()
    return head


_BEGIN = (
    "INSERT INTO chain_heads (subject_id, subject_kind, number, link) VALUES ($1, $2, 0, $3)"
    " ON CONFLICT (subject_id) DO NOTHING"
)


async def record_reading(
    kernel: Kernel, *, by: Actor, purpose: str, elder_id: UUID, what: str, subject_id: UUID | None = None
) -> None:
    """Log that `by` looked at `what` of the elder's file."""
    if by.account_id is not None:
        await Reading.create(
            at=kernel.clock.now(),
            account_id=by.account_id,
            role=by.role,
            purpose=purpose,
            elder_id=elder_id,
            what=what,
            subject_id=subject_id,
        )
