"""Reading volunteers."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.scope import Level, Scope


class VolunteerRow(msgspec.Struct, frozen=True):
    """A volunteer as the committee sees one."""

    id: UUID
    account_id: UUID
    name: str
    village_id: UUID
    village: str
    state: str
    applied_at: datetime
    elders: int


async def volunteers(scope: Scope) -> list[VolunteerRow]:
    """The volunteers of the divisions in sight, applications first; `elders` counts present pairings."""
    scope.require(Level.CARD)
    params: list[object] = []
    return await fetch(VolunteerRow, _VOLUNTEERS.format(within=scope.division_clause(params, "v.village_id")), *params)


_VOLUNTEERS = """
SELECT v.id, v.account_id, a.name, v.village_id, d.name AS village, v.state, v.applied_at,
  (SELECT COUNT(*) FROM pairings p WHERE p.volunteer_id = v.id AND p.ended_at IS NULL) AS elders
FROM volunteers v JOIN accounts a ON a.id = v.account_id JOIN divisions d ON d.id = v.village_id
WHERE v.state <> 'ended' AND {within}
ORDER BY CASE v.state WHEN 'applied' THEN 0 WHEN 'approved' THEN 1 ELSE 2 END, v.applied_at, v.id LIMIT 500
"""


class PairingRow(msgspec.Struct, frozen=True):
    """Who visits an elder."""

    id: UUID
    volunteer_id: UUID
    account_id: UUID
    name: str
    elder_id: UUID
    started_at: datetime


async def pairings(scope: Scope, elder_id: UUID) -> list[PairingRow]:
    """The present pairings of an elder in sight."""
    scope.require(Level.CARD)
    params: list[object] = [elder_id]
    return await fetch(PairingRow, _PAIRINGS.format(within=scope.clause(params)), *params)


_PAIRINGS = """
SELECT p.id, p.volunteer_id, v.account_id, a.name, p.elder_id, p.started_at
FROM pairings p JOIN volunteers v ON v.id = p.volunteer_id JOIN accounts a ON a.id = v.account_id
JOIN elders e ON e.id = p.elder_id
WHERE p.elder_id = $1 AND p.ended_at IS NULL AND {within} ORDER BY p.started_at
"""
