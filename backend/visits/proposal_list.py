"""Reading proposed changes, those that contradict each other side by side. Each read takes a Scope."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.elders.rows import count_waiting, elder_of_row
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_row_cursor, encode_cursor
from backend.visits.errors import ProposalNotFound
from backend.visits.proposing import ProposalState, ProposedField


class ProposalRow(msgspec.Struct, frozen=True):
    """A proposed change and the village's answer; `reason` where it was declined. `rivals`: how many other open ones
    there are about the same of the same elder: two visitors may have seen two things."""

    id: UUID
    elder_id: UUID
    elder: str
    report_id: UUID
    field: ProposedField
    value: str
    words: str | None
    state: ProposalState
    visited_at: datetime
    proposed_by: str
    proposed_at: datetime
    reason: str | None
    decided_by: str | None
    decided_at: datetime | None
    rivals: int


async def proposals(
    kernel: Kernel, scope: Scope, *, elder_id: UUID | None = None, cursor: str | None = None, limit: int = 20
) -> Page[ProposalRow]:
    """A page of the open proposals in sight, one elder's together; of one elder those that are decided too.

    Raises LevelTooLow, CursorNotReadable.
    """
    scope.require(Level.FULL)
    params: list[object] = []
    where = scope.clause(params)
    if elder_id is not None:
        params.append(elder_id)
        where += f" AND p.elder_id = ${len(params)}"
    else:
        where += " AND p.decided_at IS NULL AND e.left_on IS NULL"
    if cursor:
        params.append(decode_row_cursor(cursor)[1])
        where += _AFTER.format(last=len(params))
    params.append(limit + 1)
    rows = [_opened(kernel, row) for row in await fetch(_Row, _ROWS.format(where=where, limit=len(params)), *params)]
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_cursor("proposal", str(more.id)) if more else None)


async def open_proposals(scope: Scope) -> int:
    """How many proposed changes in sight wait for the village. Raises LevelTooLow."""
    return await count_waiting(scope, "profile_proposals", "w.decided_at IS NULL AND e.left_on IS NULL")


async def elder_of_proposal(scope: Scope, proposal_id: UUID) -> UUID:
    """Whose file it would change, in sight. Raises ProposalNotFound."""
    elder_id = await elder_of_row(scope, "profile_proposals", proposal_id)
    if elder_id is None:
        raise ProposalNotFound
    return elder_id


def proposal_place(proposal_id: UUID, column: str) -> str:
    """Where its value, words and reason lie, as their encryption is bound to it."""
    return f"profile_proposals|{column}|{proposal_id}"


class _Row(msgspec.Struct, frozen=True):
    id: UUID
    elder_id: UUID
    elder: str
    report_id: UUID
    field: str
    value: bytes
    words: bytes | None
    state: str
    visited_at: datetime
    proposed_by: str
    proposed_at: datetime
    reason: bytes | None
    decided_by: str | None
    decided_at: datetime | None
    rivals: int


_ROWS = """
SELECT p.id, p.elder_id, e.name AS elder, p.report_id, p.field, p.value, p.words, p.state, r.visited_at,
  a.name AS proposed_by, p.proposed_at, p.reason, b.name AS decided_by, p.decided_at,
  CASE WHEN p.decided_at IS NULL THEN (
    SELECT count(*) FROM profile_proposals o
    WHERE o.elder_id = p.elder_id AND o.field = p.field AND o.decided_at IS NULL AND o.id <> p.id) ELSE 0 END AS rivals
FROM profile_proposals p JOIN elders e ON e.id = p.elder_id JOIN visit_reports r ON r.id = p.report_id
JOIN accounts a ON a.id = p.proposed_by LEFT JOIN accounts b ON b.id = p.decided_by
WHERE {where} ORDER BY p.elder_id, p.field, p.id LIMIT ${limit}
"""
_AFTER = """ AND (p.elder_id, p.field, p.id) > (
  SELECT l.elder_id, l.field, l.id FROM profile_proposals l WHERE l.id = ${last})"""


def _opened(kernel: Kernel, row: _Row) -> ProposalRow:
    def text(column: str, sealed: bytes | None) -> str | None:
        return kernel.keys.decrypt(bytes(sealed), proposal_place(row.id, column)).decode() if sealed else None

    told = msgspec.structs.asdict(row) | {
        "field": ProposedField(row.field),
        "state": ProposalState(row.state),
        "value": text("value", row.value) or "",
        "words": text("words", row.words),
        "reason": text("reason", row.reason),
    }
    return ProposalRow(**told)
