"""An elder's file over all features: what happened to the elder, in dated lines."""

from datetime import date
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.db import fetch, on_postgres
from backend.divisions.scope import Level, Scope
from backend.elders.queries import elder
from backend.kit.pages import CursorNotReadable, Page, decode_cursor, encode_cursor


class Line(StrEnum):
    """What a line of the timeline tells. `what` is an EntryReason, LeaveReason, PriorityTier, AbilityLevel, VisitMode,
    or for an agreement its number."""

    ENTERED = "entered"
    LEFT = "left"
    TIER = "tier"
    ASSESSMENT = "assessment"
    VISIT = "visit"
    AGREEMENT_DRAFTED = "agreement_drafted"
    AGREEMENT_FILED = "agreement_filed"


class TimelineRow(msgspec.Struct, frozen=True):
    """One dated line; `id` is the visit report's, the agreement's and so on, `where` a village, `who` a visitor."""

    on: date
    line: Line
    id: UUID
    what: str | None
    where: str | None
    who: str | None


async def timeline(scope: Scope, elder_id: UUID, *, cursor: str | None = None, limit: int = 20) -> Page[TimelineRow]:
    """What happened to one elder in sight, the newest first. Raises LevelTooLow, ElderNotFound, CursorNotReadable."""
    scope.require(Level.FULL)
    await elder(scope, elder_id)
    params: list[object] = [elder_id]
    after = "1 = 1"
    if cursor:
        params += _decoded(cursor)
        after = '(t."on", t.id, t.line) < ($2, $3, $4)'
    params.append(limit + 1)
    sql = _TIMELINE.format(lines=_LINES.format(**_days()), after=after, limit=len(params))
    rows = [msgspec.convert(msgspec.structs.asdict(row), TimelineRow) for row in await fetch(_Row, sql, *params)]
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), encode_cursor(more.on.isoformat(), str(more.id), more.line) if more else None)


def _decoded(cursor: str) -> tuple[date, UUID, str]:
    on, row_id, line = decode_cursor(cursor, 3)
    try:
        return date.fromisoformat(on), UUID(row_id), line
    except ValueError:
        raise CursorNotReadable(field="cursor") from None


class _Row(msgspec.Struct, frozen=True):
    on: date
    line: str
    id: UUID
    what: str | None
    where: str | None
    who: str | None


def _days() -> dict[str, str]:
    """The days in China on which things happened at a moment, as the engine says it."""
    moments = {"visited": "r.visited_at", "drafted": "a.drafted_at", "filed": "a.filed_at"}
    form = "({} AT TIME ZONE 'Asia/Shanghai')::date" if on_postgres() else "date({}, '+8 hours')"
    return {name: form.format(column) for name, column in moments.items()}


_TIMELINE = """
SELECT t."on", t.line, t.id, t.what, t."where", t.who FROM ({lines}) t
WHERE {after} ORDER BY t."on" DESC, t.id DESC, t.line DESC LIMIT ${limit}
"""
_LINES = """
SELECT s.starts_on AS "on", 'entered' AS line, s.id AS id, s.entered AS what, d.name AS "where", NULL AS who
  FROM stays s JOIN divisions d ON d.id = s.village_id WHERE s.elder_id = $1
UNION ALL SELECT s.ends_on, 'left', s.id, s."left", d.name, NULL
  FROM stays s JOIN divisions d ON d.id = s.village_id WHERE s.elder_id = $1 AND s.ends_on IS NOT NULL
UNION ALL SELECT p.starts_on, 'tier', p.id, p.tier, NULL, NULL FROM tier_spans p WHERE p.elder_id = $1
UNION ALL SELECT m.assessed_on, 'assessment', m.id, m.level, NULL, o.name
  FROM assessments m JOIN accounts o ON o.id = m.recorded_by WHERE m.elder_id = $1
UNION ALL SELECT {visited}, 'visit', r.id, r.mode, NULL, o.name
  FROM visit_reports r JOIN accounts o ON o.id = r.visitor_id WHERE r.elder_id = $1
UNION ALL SELECT {drafted}, 'agreement_drafted', a.id, a.number, NULL, NULL FROM agreements a WHERE a.elder_id = $1
UNION ALL SELECT {filed}, 'agreement_filed', a.id, a.number, NULL, NULL
  FROM agreements a WHERE a.elder_id = $1 AND a.filed_at IS NOT NULL
"""
