"""The last report of each elder in sight, for first screens. Whoever sees one is logged in the same breath."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.audit.trail import Actor, record_reading
from backend.db import fetch, transaction
from backend.divisions.scope import Level, Scope
from backend.kit.kernel import Kernel
from backend.visits.queries import findings


class LatestRow(msgspec.Struct, frozen=True):
    """One elder's last report, null where the elder does not want it shown to the asker."""

    id: UUID
    elder_id: UUID
    visited_at: datetime
    mode: str
    visitor: str
    health: str | None
    economy: str | None
    family_duty: str | None
    safety: str | None
    needs: str | None


async def latest(scope: Scope, *, kernel: Kernel, by: Actor, limit: int = 50) -> list[LatestRow]:
    """At most one report per elder, the newest visit first; `by` is logged for each. Raises LevelTooLow."""
    scope.require(Level.CARD)
    params: list[object] = []
    where = scope.clause(params)
    domains = findings(scope, len(params))
    params.append(limit)
    async with transaction():
        rows = await fetch(LatestRow, _LATEST.format(domains=domains, where=where, limit=len(params)), *params)
        for row in rows:
            await record_reading(
                kernel, by=by, purpose=scope.purpose, elder_id=row.elder_id, what="latest_report", subject_id=row.id
            )
    return rows


_LATEST = """
SELECT r.id, r.elder_id, r.visited_at, r.mode, a.name AS visitor, {domains}
FROM elders e
JOIN visit_reports r ON r.id = (
  SELECT n.id FROM visit_reports n WHERE n.elder_id = e.id ORDER BY n.visited_at DESC, n.id DESC LIMIT 1)
JOIN accounts a ON a.id = r.visitor_id
WHERE e.left_on IS NULL AND {where} ORDER BY r.visited_at DESC LIMIT ${limit}
"""
