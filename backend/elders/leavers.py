"""Those who left a village's register, and those who came back to it: nothing of it is ever deleted (R018).

What an elder's time is over for (see retention) stands without name. A village that was merged into another is no
leaving; who went to another village did leave this one's register, and stands on the other's.
"""

from datetime import date
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.elders.rules import EntryReason, LeaveReason
from backend.elders.staying import where_to_place
from backend.kit.kernel import Kernel
from backend.kit.pages import CursorNotReadable, Page, decode_row_cursor, encode_cursor


class LeaverRow(msgspec.Struct, frozen=True):
    """One leaving. `where_to` in the village's words; `next_village` the other register an elder went to the same day;
    `kept_id` the file a double was merged into; `back_on` when the elder came back after it."""

    elder_id: UUID
    name: str
    village_id: UUID
    village: str
    left_on: date
    reason: LeaveReason
    where_to: str | None
    next_village: str | None
    kept_id: UUID | None
    recorded_by: str | None
    back_on: date | None
    latest: bool


async def leavers(
    kernel: Kernel,
    scope: Scope,
    *,
    village_id: UUID | None = None,
    reason: LeaveReason | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page[LeaverRow]:
    """A page of the leavings of elders in sight, the latest first. Raises LevelTooLow, CursorNotReadable."""
    scope.require(Level.CARD)
    params: list[object] = [LeaveReason.VILLAGE_MERGED]
    where = f's.ends_on IS NOT NULL AND s."left" <> $1 AND {scope.clause(params)}'
    for column, wanted in (("s.village_id", village_id), ('s."left"', reason)):
        if wanted is not None:
            params.append(wanted)
            where += f" AND {column} = ${len(params)}"
    if cursor:
        params.extend(_decoded(cursor))
        where += f" AND (s.ends_on, s.id) < (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    rows = await fetch(_Left, _LEFT.format(where=where, limit=len(params)), *params)
    more = rows[limit - 1] if len(rows) > limit else None
    shown = tuple(_shown(kernel, row) for row in rows[:limit])
    return Page(shown, encode_cursor(more.ends_on.isoformat(), str(more.id)) if more else None)


def _decoded(cursor: str) -> tuple[date, UUID]:
    text, row_id = decode_row_cursor(cursor)
    try:
        return date.fromisoformat(text), row_id
    except ValueError:
        raise CursorNotReadable(field="cursor") from None


class _Left(msgspec.Struct, frozen=True):
    id: UUID
    elder_id: UUID
    name: str
    village_id: UUID
    village: str
    ends_on: date
    reason: str
    where_to: bytes | None
    recorded_by: str | None
    kept_id: UUID | None
    next_on: date | None
    next_entered: str | None
    next_village: str | None


def _shown(kernel: Kernel, row: _Left) -> LeaverRow:
    words = kernel.keys.decrypt(bytes(row.where_to), where_to_place(row.id)).decode() if row.where_to else None
    return LeaverRow(
        elder_id=row.elder_id,
        name=row.name,
        village_id=row.village_id,
        village=row.village,
        left_on=row.ends_on,
        reason=LeaveReason(row.reason),
        where_to=words,
        next_village=row.next_village if row.next_entered == EntryReason.MOVED_IN else None,
        kept_id=row.kept_id,
        recorded_by=row.recorded_by,
        back_on=row.next_on if row.next_entered == EntryReason.CAME_BACK else None,
        latest=row.next_on is None,
    )


# A stay and the one after it: two may begin on one day, and are then in the order in which they were written.
_LEFT = """
SELECT s.id, s.elder_id, e.name, s.village_id, d.name AS village, s.ends_on, s."left" AS reason, s.where_to,
  a.name AS recorded_by, m.kept_id, n.starts_on AS next_on, n.entered AS next_entered, o.name AS next_village
FROM stays s JOIN elders e ON e.id = s.elder_id JOIN divisions d ON d.id = s.village_id
LEFT JOIN accounts a ON a.id = s.ended_by
LEFT JOIN file_merges m ON m.double_id = s.elder_id AND s."left" = 'double'
LEFT JOIN stays n ON n.id = (
  SELECT l.id FROM stays l WHERE l.elder_id = s.elder_id AND (l.starts_on, l.id) > (s.starts_on, s.id)
  ORDER BY l.starts_on, l.id LIMIT 1)
LEFT JOIN divisions o ON o.id = n.village_id
WHERE {where} ORDER BY s.ends_on DESC, s.id DESC LIMIT ${limit}
"""
