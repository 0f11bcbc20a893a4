"""Writing the trail: `record` joins the caller's transaction, so a change without its event cannot be."""

import secrets
from collections.abc import Iterable, Mapping
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

SubjectKind = Literal["agreement", "elder", "account", "division", "import", "incident"]


class Actor(msgspec.Struct, frozen=True):
    """Who did it, as what. `account_id` is None for the platform itself."""

    account_id: UUID | None
    role: str


PLATFORM = Actor(None, "platform")


class Subject(msgspec.Struct, frozen=True):
    """Whose chain an event belongs to."""

    kind: SubjectKind
    id: UUID


class NewLink(msgspec.Struct, frozen=True):
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


async def record(kernel: Kernel, subject: Subject, tag: Tag, *, by: Actor, **payload: object) -> int:
    """Add one event to the subject's chain, in the caller's transaction; returns its number.

    `payload`: ids, enums, numbers, short text.
    """
    async with transaction():
        head = await _locked_head(subject)
        made = next_link(kernel, subject, tag, by=by, number=head.number, previous=bytes(head.link), payload=payload)
        await _event(made).save(force_create=True)
        await ChainHead.filter(subject_id=subject.id).update(number=made.number, link=made.link)
    return made.number


async def record_each(
    kernel: Kernel, kind: SubjectKind, tag: Tag, told: Mapping[UUID, Mapping[str, object]], *, by: Actor
) -> None:
    """`record` for many subjects of one kind, each with its payload, in a few statements."""
    if not told:
        return
    async with transaction():
        heads = await ChainHead.filter(subject_id__in=list(told)).order_by("subject_id").select_for_update()
        ends = {head.subject_id: (head.number, bytes(head.link)) for head in heads}
        made = []
        for subject_id, payload in told.items():
            number, link = ends.get(subject_id, (0, GENESIS))
            subject = Subject(kind, subject_id)
            made.append(next_link(kernel, subject, tag, by=by, number=number, previous=link, payload=payload))
        await AuditEvent.bulk_create([_event(each) for each in made])
        await ChainHead.bulk_create(
            [
                ChainHead(subject_id=each.subject.id, subject_kind=kind, number=each.number, link=each.link)
                for each in made
            ],
            on_conflict=["subject_id"],
            update_fields=["number", "link"],
        )


def _event(made: NewLink) -> AuditEvent:
    return AuditEvent(
        id=made.id,
        subject_kind=made.subject.kind,
        subject_id=made.subject.id,
        number=made.number,
        at=made.at,
        actor_id=made.by.account_id,
        role=made.by.role,
        tag=made.tag,
        payload=made.payload,
        salt=made.salt,
        commitment=made.commitment,
        previous=made.previous,
        link=made.link,
    )


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


async def record_readings(
    kernel: Kernel, *, by: Actor, purpose: str, elder_ids: Iterable[UUID], what: str, subject_id: UUID
) -> None:
    """`record_reading` of many files looked at together as `subject_id`."""
    if by.account_id is not None:
        about = {"at": kernel.clock.now(), "account_id": by.account_id, "role": by.role, "purpose": purpose}
        await Reading.bulk_create(
            [Reading(elder_id=each, what=what, subject_id=subject_id, **about) for each in elder_ids]
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
