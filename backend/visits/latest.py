"""The last report of each elder in sight, for first screens."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.scope import Level, Scope


class LatestRow(msgspec.Struct, frozen=True):
    """One elder's last report."""

    id: UUID
    elder_id: UUID
    visited_at: datetime
    mode: str
    visitor: str
    health: str
    economy: str
    family_duty: str
    safety: str
    needs: str


async def latest(scope: Scope, *, limit: int = 50) -> list[LatestRow]:
    """At most one report per elder, the newest visit first."""
    scope.require(Level.CARD)
    params: list[object] = []
    where = scope.clause(params)
    params.append(limit)
    return await fetch(LatestRow, _LATEST.format(where=where, limit=len(params)), *params)


_LATEST = """
SELECT r.id, r.elder_id, r.visited_at, r.mode, a.name AS visitor, r.health, r.economy, r.family_duty, r.safety, r.needs
FROM elders e
JOIN visit_reports r ON r.id = (
  SELECT n.id FROM visit_reports n WHERE n.elder_id = e.id ORDER BY n.visited_at DESC, n.id DESC LIMIT 1)
JOIN accounts a ON a.id = r.visitor_id
WHERE e.left_on IS NULL AND {where} ORDER BY r.visited_at DESC LIMIT ${limit}
"""
