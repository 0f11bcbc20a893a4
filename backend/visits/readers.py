"""Which of the elder's supporters have opened a report, and when: for the village, which tells it to the elder."""

from datetime import datetime
from itertools import groupby
from uuid import UUID

import msgspec

from backend.audit.trail import Actor
from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.elders.queries import elder
from backend.kit.kernel import Kernel
from backend.tasks.actions import settle_task
from backend.tasks.rules import TaskKind
from backend.visits.queries import Found, Mode


class FamilyReader(msgspec.Struct, frozen=True):
    """One supporter; `joined`: has an account to read with. Null times: not opened so far."""

    name: str
    relation: str
    joined: bool
    first_read_at: datetime | None
    last_read_at: datetime | None


class ReportReaders(msgspec.Struct, frozen=True):
    """One report, how it found the family's duty done (R046), and the elder's supporters in the order of the file."""

    report_id: UUID
    visited_at: datetime
    mode: Mode
    visitor: str
    family_duty: Found
    family: list[FamilyReader]


async def readers(scope: Scope, elder_id: UUID, *, limit: int = 6) -> list[ReportReaders]:
    """Who of the family has opened the elder's last reports, the newest visit first; no office is among them.

    Raises LevelTooLow, ElderNotFound.
    """
    scope.require(Level.FULL)
    await elder(scope, elder_id)
    rows = await fetch(_Line, _READERS, elder_id, limit)
    return [
        ReportReaders(
            report_id, first.visited_at, first.mode, first.visitor, first.family_duty, [*map(_reader, (first, *rest))]
        )
        for report_id, (first, *rest) in groupby(rows, key=lambda row: row.report_id)
    ]


async def settle_by_reading(kernel: Kernel, elder_id: UUID, *, by: Actor) -> None:
    """A supporter has opened a report: nobody need ring the family up for it any more."""
    await settle_task(kernel, kind=TaskKind.FAMILY_UNREAD, subject_id=elder_id, by=by)


class _Line(msgspec.Struct, frozen=True):
    report_id: UUID
    visited_at: datetime
    mode: str
    visitor: str
    family_duty: str
    name: str
    relation: str
    joined: bool
    first_read_at: datetime | None
    last_read_at: datetime | None


def _reader(row: _Line) -> FamilyReader:
    return FamilyReader(row.name, row.relation, row.joined, row.first_read_at, row.last_read_at)


_READERS = """
SELECT r.id AS report_id, r.visited_at, r.mode, a.name AS visitor, r.family_duty, f.name, f.relation,
  f.confirmed_at IS NOT NULL AND f.account_id IS NOT NULL AS joined,
  MIN(g.at) AS first_read_at, MAX(g.at) AS last_read_at
FROM (SELECT n.id, n.visited_at, n.mode, n.visitor_id, n.elder_id, n.family_duty
      FROM visit_reports n WHERE n.elder_id = $1
      ORDER BY n.visited_at DESC, n.id DESC LIMIT $2) r
JOIN accounts a ON a.id = r.visitor_id
JOIN family_members f ON f.elder_id = r.elder_id AND f.duty = 'supporter' AND f.ended_at IS NULL
LEFT JOIN readings g ON g.subject_id = r.id AND g.what = 'visit_report' AND g.purpose = 'family'
  AND f.confirmed_at IS NOT NULL AND g.account_id = f.account_id
GROUP BY r.id, r.visited_at, r.mode, a.name, r.family_duty, f.id, f.name, f.relation, f.confirmed_at, f.account_id,
  f.named_at
ORDER BY r.visited_at DESC, r.id DESC, f.named_at, f.id
"""
