"""Same key, same answer: a repeated write answers as it did and changes nothing.

The answer is stored in the business transaction, so only committed outcomes replay; a refusal is judged afresh.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import msgspec

from backend.db import IntegrityError, transaction
from backend.kit.errors import Conflict
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox.models import IdempotentAnswer

KEPT = timedelta(days=180)
_ATTEMPTS = 3


class KeyUsedForAnother(Conflict):
    """The Idempotency-Key came before with another body or path."""

    user_message = "这次提交和之前的内容不一样，请重新打开页面再提交"


class BusyElsewhere(Conflict):
    """Somebody changes the same thing at the same moment, again and again."""

    user_message = "别人正在办同一件事，请稍等一下再试"


class KeyedWrite(msgspec.Struct, frozen=True):
    """One write as its client named it. `body_hash` covers path and body under the lookup key."""

    account_id: UUID
    route: str
    key: UUID
    body_hash: bytes


class Answer(msgspec.Struct, frozen=True):
    """Status and JSON bytes."""

    status: int
    body: bytes


def keyed_write(kernel: Kernel, *, account_id: UUID, route: str, key: UUID, path: str, body: bytes) -> KeyedWrite:
    """The write with its body hashed."""
    return KeyedWrite(account_id, route, key, kernel.keys.keyed_hash(path.encode() + b"\x00" + body, "idempotency"))


def seal_answer(kernel: Kernel, answer_id: UUID, answer: Answer) -> bytes:
    """The answer as its row keeps it."""
    return kernel.keys.encrypt(answer.body, f"idempotent_answers|answer|{answer_id}")


def replayed(
    kernel: Kernel, write: KeyedWrite, *, answer_id: UUID, body_hash: bytes, status: int, sealed: bytes
) -> Answer:
    """The answer given before. Raises KeyUsedForAnother."""
    if bytes(body_hash) != write.body_hash:
        raise KeyUsedForAnother
    return Answer(status, kernel.keys.decrypt(bytes(sealed), f"idempotent_answers|answer|{answer_id}"))


async def once(kernel: Kernel, write: KeyedWrite, do: Callable[[], Awaitable[Answer]]) -> Answer:
    """Run `do` in one transaction with the key, or answer as before.

    A concurrent twin waits for the first at the unique index, then answers the same. Two different writes that trip
    over one another's uniqueness are tried again, so the second is judged on what the first left.
    Raises KeyUsedForAnother, BusyElsewhere, and what `do` refuses.
    """
    for _ in range(_ATTEMPTS):
        try:
            return await _attempt(kernel, write, do)
        except IntegrityError:
            continue
    raise BusyElsewhere


async def _attempt(kernel: Kernel, write: KeyedWrite, do: Callable[[], Awaitable[Answer]]) -> Answer:
    async with transaction():
        found = await IdempotentAnswer.get_or_none(account_id=write.account_id, route=write.route, key=write.key)
        if found and found.status is not None and found.answer is not None:
            return replayed(
                kernel, write, answer_id=found.id, body_hash=found.body_hash, status=found.status, sealed=found.answer
            )
        answer_id = uuid7()
        await IdempotentAnswer.create(
            id=answer_id,
            account_id=write.account_id,
            route=write.route,
            key=write.key,
            body_hash=write.body_hash,
            created_at=kernel.clock.now(),
        )
        answer = await do()
        await IdempotentAnswer.filter(id=answer_id).update(
            status=answer.status, answer=seal_answer(kernel, answer_id, answer)
        )
        return answer
