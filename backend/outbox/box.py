"""Facts leave by here: put beside the change, claimed under a lease, handled at least once."""

import random
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

import msgspec
import structlog

from backend.db import execute, fetch, on_postgres
from backend.kit.kernel import Kernel
from backend.outbox.models import OutboxEntry

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=30)
TRIES = 8


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what happened; a subclass's name is its topic. Ids, times and enums only."""


AnyFact = TypeVar("AnyFact", bound=Fact)


class Entry(msgspec.Struct, frozen=True):
    """One claimed fact. Handlers key their own writes by `id`, so a second delivery changes nothing."""

    id: UUID
    topic: str
    payload: str
    tries: int
    created_at: datetime

    def fact(self, fact_type: type[AnyFact]) -> AnyFact:
        """The payload as the fact it was."""
        return msgspec.json.decode(self.payload, type=fact_type)


Handler = Callable[[Entry], Awaitable[None]]


async def put(kernel: Kernel, fact: Fact, *, due_at: datetime | None = None) -> UUID:
    """Store `fact` in the caller's transaction; handled from `due_at` on (now when absent)."""
    now = kernel.clock.now()
    entry = await OutboxEntry.create(
        topic=type(fact).__name__, payload=msgspec.json.encode(fact).decode(), created_at=now, due_at=due_at or now
    )
    return entry.id


async def put_each(kernel: Kernel, facts: Iterable[Fact], *, due_at: datetime | None = None) -> None:
    """`put` for many facts."""
    now = kernel.clock.now()
    await OutboxEntry.bulk_create(
        [
            OutboxEntry(
                topic=type(fact).__name__,
                payload=msgspec.json.encode(fact).decode(),
                created_at=now,
                due_at=due_at or now,
            )
            for fact in facts
        ]
    )


async def claim(now: datetime, *, limit: int = 100) -> list[Entry]:
    """Lease up to `limit` due entries, oldest first; no other dispatcher gets them until the lease ends."""
    skip = " FOR UPDATE SKIP LOCKED" if on_postgres() else ""
    claimed = await fetch(Entry, _CLAIM.format(skip=skip), now + LEASE, now, limit)
    # RETURNING comes in any order.
    return sorted(claimed, key=lambda entry: (entry.created_at, entry.id))


# MATERIALIZED: a plan that joins by nested loops would ask the list anew for each row, and lease more than the limit.
_CLAIM = """
WITH due AS MATERIALIZED (
  SELECT id FROM outbox_entries
  WHERE done_at IS NULL AND dead_at IS NULL AND due_at <= $2 AND (lease_until IS NULL OR lease_until < $2)
  ORDER BY due_at, id LIMIT $3{skip})
UPDATE outbox_entries SET lease_until = $1, tries = tries + 1
WHERE id IN (SELECT id FROM due)
RETURNING id, topic, payload, tries, created_at
"""


async def settle(entry_id: UUID, now: datetime) -> None:
    """Mark an entry handled."""
    await execute("UPDATE outbox_entries SET done_at = $2, lease_until = NULL WHERE id = $1", entry_id, now)


async def postpone(entry: Entry, now: datetime, error: str) -> None:
    """After a failure: try again later with jitter, or lay it among the dead letters after TRIES."""
    if entry.tries >= TRIES:
        log.error("outbox_entry_dead", topic=entry.topic, entry=str(entry.id), error=error)
        await execute(
            "UPDATE outbox_entries SET dead_at = $2, lease_until = NULL, last_error = $3 WHERE id = $1",
            entry.id,
            now,
            error,
        )
        return
    wait = timedelta(seconds=min(2**entry.tries, 900) * random.uniform(0.5, 1.5))
    await execute(
        "UPDATE outbox_entries SET due_at = $2, lease_until = NULL, last_error = $3 WHERE id = $1",
        entry.id,
        now + wait,
        error,
    )


async def revive(entry_id: UUID, now: datetime) -> None:
    """Send a dead letter round once more."""
    await execute(
        "UPDATE outbox_entries SET dead_at = NULL, tries = 0, due_at = $2 WHERE id = $1 AND dead_at IS NOT NULL",
        entry_id,
        now,
    )


async def drain(kernel: Kernel, handlers: Mapping[str, tuple[Handler, ...]], *, limit: int = 100) -> int:
    """Handle what is due now; returns how many were claimed. One failing entry does not hold up the others."""
    entries = await claim(kernel.clock.now(), limit=limit)
    for entry in entries:
        try:
            for handle in handlers.get(entry.topic, ()):
                await handle(entry)
        except Exception as error:
            log.warning("outbox_entry_failed", topic=entry.topic, entry=str(entry.id), error=type(error).__name__)
            await postpone(entry, kernel.clock.now(), type(error).__name__)
        else:
            await settle(entry.id, kernel.clock.now())
    return len(entries)
