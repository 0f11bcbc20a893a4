"""Going through all agreements that something is due for: each in a transaction of its own, one failing alone."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import msgspec
import structlog

from backend.db import fetch

log = structlog.get_logger(__name__)

BATCH = 500


class _Due(msgspec.Struct, frozen=True):
    id: UUID


async def sweep(job: str, sql: str, do: Callable[[UUID], Awaitable[bool]], *params: object) -> int:
    """`do` for every id `sql` finds; of how many it said it did something.

    `sql` takes the id after which to look as $1, how many as $2 and `params` from $3 on, and orders by id.
    """
    done, after = 0, UUID(int=0)
    while found := await fetch(_Due, sql, after, BATCH, *params):
        after = found[-1].id
        for row in found:
            try:
                done += await do(row.id)
            except Exception as error:
                log.error("agreement_sweep_failed", job=job, subject=str(row.id), error=type(error).__name__)
    return done
