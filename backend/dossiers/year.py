"""What a child far away has had with an elder this year: visits as the elder lets them be seen, family calls, and the
child's own contacts. Never what sisters and brothers did: nobody is to be compared."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.accounts.viewer import Viewer
from backend.audit.trail import record_reading
from backend.db import fetch, id_list, transaction
from backend.divisions.scope import Level
from backend.elders.queries import elder
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_time_cursor, encode_time_cursor
from backend.visits.queries import Found, findings, photos

YEAR = timedelta(days=366)


class YearLine(StrEnum):
    """What a line tells. `what` is a VisitMode or a ContactKind; of a call only the minutes are told."""

    VISIT = "visit"
    CALL = "call"
    CONTACT = "contact"


class YearRow(msgspec.Struct, frozen=True):
    """One line; `who` visited or sat with the elder in the call. What the elder does not want shown is null."""

    at: datetime
    line: YearLine
    id: UUID
    what: str | None
    who: str | None
    seconds: int
    health: Found | None
    economy: Found | None
    family_duty: Found | None
    safety: Found | None
    needs: Found | None
    photo_ids: list[UUID]


async def year(
    kernel: Kernel, elder_id: UUID, *, by: Viewer, cursor: str | None = None, limit: int = 20
) -> Page[YearRow]:
    """A page of the last twelve months with one elder in sight, the latest first; `by` is logged.

    Raises LevelTooLow, ElderNotFound, CursorNotReadable.
    """
    scope = by.scope
    scope.require(Level.FULL)
    await elder(scope, elder_id)
    params: list[object] = [elder_id, by.account_id, kernel.clock.now() - YEAR]
    within = scope.clause(params)
    seen = {"findings": findings(scope, len(params)), "photos": photos(scope, len(params))}
    after = "1 = 1"
    if cursor:
        params.extend(decode_time_cursor(cursor))
        after = f"(t.at, t.id) < (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    sql = _YEAR.format(**seen, none=id_list("'[]'"), within=within, after=after, limit=len(params))
    async with transaction():
        rows = await fetch(YearRow, sql, *params)
        await record_reading(
            kernel, by=by.actor, purpose=scope.purpose, elder_id=elder_id, what="visit_year", subject_id=elder_id
        )
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_time_cursor(more.at, more.id) if more else None)


_YEAR = """
SELECT t.at, t.line, t.id, t.what, t.who, t.seconds, t.health, t.economy, t.family_duty, t.safety, t.needs, t.photo_ids
FROM (
  SELECT r.visited_at AS at, 'visit' AS line, r.id, r.mode AS what, a.name AS who, 0 AS seconds, {findings},
    {photos} AS photo_ids
  FROM visit_reports r JOIN elders e ON e.id = r.elder_id JOIN accounts a ON a.id = r.visitor_id
  WHERE r.elder_id = $1 AND {within}
  UNION ALL SELECT c.closed_at, 'call', c.id, NULL, h.name, c.talk_seconds, NULL, NULL, NULL, NULL, NULL, {none}
  FROM calls c LEFT JOIN accounts h ON h.id = c.host_id
  WHERE c.elder_id = $1 AND c.state = 'closed' AND c.talk_seconds > 0
  UNION ALL SELECT n.at, 'contact', n.id, n.kind, NULL, n.seconds, NULL, NULL, NULL, NULL, NULL, {none}
  FROM contacts n WHERE n.elder_id = $1 AND n.account_id = $2 AND n.kind <> 'family_call') t
WHERE t.at >= $3 AND {after} ORDER BY t.at DESC, t.id DESC LIMIT ${limit}
"""
