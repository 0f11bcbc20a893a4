"""Reading needs: what waits for the committee, and what became of one elder's. Each read takes a Scope."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.consents.queries import hiding
from backend.consents.rules import Matter
from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.elders.rows import count_waiting, elder_of_row
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor
from backend.visits.aid import NeedKind, NeedState, ReferredTo
from backend.visits.errors import VisitNeedNotFound


class NeedRow(msgspec.Struct, frozen=True):
    """A need with its referral and result. `words`, `referral` and `result` are null for those who see cards only, and
    where the elder does not want the asker to read what visitors write."""

    id: UUID
    elder_id: UUID
    elder: str
    village: str
    report_id: UUID
    kind: NeedKind
    words: str | None
    state: NeedState
    opened_by: str
    opened_at: datetime
    referred_to: ReferredTo | None
    referral: str | None
    referred_at: datetime | None
    result: str | None
    ended_at: datetime | None


async def needs(
    kernel: Kernel, scope: Scope, *, elder_id: UUID | None = None, cursor: str | None = None, limit: int = 20
) -> Page[NeedRow]:
    """A page of the open needs in sight, the oldest first; of one elder those that are over too.

    Needs hidden from the asker by the elder's no are not among them. Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.CARD)
    params: list[object] = []
    where = scope.clause(params)
    tied = len(params)
    shown = f"{where} AND NOT {hiding(Matter.NEEDS, scope, 'n.elder_id', tied)}"
    if elder_id is not None:
        params.append(elder_id)
        shown += f" AND n.elder_id = ${len(params)}"
    else:
        shown += " AND n.ended_at IS NULL AND e.left_on IS NULL"
    if cursor:
        params.extend(decode_time_cursor(cursor))
        shown += f" AND (n.opened_at, n.id) > (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    sql = _NEEDS.format(hidden=hiding(Matter.WORDS, scope, "n.elder_id", tied), where=shown, limit=len(params))
    rows = [_opened(kernel, scope, row) for row in await fetch(_Row, sql, *params)]
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_time_cursor(more.opened_at, more.id) if more else None)


async def open_needs(scope: Scope) -> int:
    """How many needs in sight wait for help. Raises LevelTooLow."""
    return await count_waiting(scope, "visit_needs", "w.ended_at IS NULL AND e.left_on IS NULL")


async def elder_of_need(scope: Scope, need_id: UUID) -> UUID:
    """Whose need it is, in sight. Raises VisitNeedNotFound."""
    elder_id = await elder_of_row(scope, "visit_needs", need_id)
    if elder_id is None:
        raise VisitNeedNotFound
    return elder_id


def need_place(need_id: UUID, column: str) -> str:
    """Where a need's words, referral and result lie, as their encryption is bound to it."""
    return f"visit_needs|{column}|{need_id}"


class _Row(msgspec.Struct, frozen=True):
    id: UUID
    elder_id: UUID
    elder: str
    village: str
    report_id: UUID
    kind: str
    words: bytes | None
    state: str
    opened_by: str
    opened_at: datetime
    referred_to: str | None
    referral: bytes | None
    referred_at: datetime | None
    result: bytes | None
    ended_at: datetime | None
    hidden: bool


_NEEDS = """
SELECT n.id, n.elder_id, e.name AS elder, d.name AS village, n.report_id, n.kind, n.words, n.state,
  a.name AS opened_by, n.opened_at, n.referred_to, n.referral, n.referred_at, n.result, n.ended_at,
  {hidden} AS hidden
FROM visit_needs n JOIN elders e ON e.id = n.elder_id JOIN divisions d ON d.id = e.village_id
JOIN accounts a ON a.id = n.opened_by
WHERE {where} ORDER BY n.opened_at, n.id LIMIT ${limit}
"""


def _opened(kernel: Kernel, scope: Scope, row: _Row) -> NeedRow:
    told = msgspec.structs.asdict(row)
    hidden = told.pop("hidden") or scope.level < Level.FULL
    for column in ("words", "referral", "result"):
        sealed = told[column]
        shown = sealed is not None and not hidden
        told[column] = kernel.keys.decrypt(bytes(sealed), need_place(row.id, column)).decode() if shown else None
    told["referred_to"] = ReferredTo(row.referred_to) if row.referred_to else None
    return NeedRow(**told | {"kind": NeedKind(row.kind), "state": NeedState(row.state)})
