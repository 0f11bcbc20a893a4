"""An elder's file over all features: what happened to the elder, in dated lines."""

from datetime import date
from enum import StrEnum
from uuid import UUID

import msgspec

from backend.db import any_of, fetch, on_postgres
from backend.divisions.scope import Level, Scope
from backend.elders.queries import elder, files_of
from backend.kit.pages import CursorNotReadable, Page, decode_cursor, encode_cursor


class Line(StrEnum):
    """What a line of the timeline tells. `what` is an EntryReason, LeaveReason, PriorityTier, AbilityLevel, VisitMode,
    for an agreement its number, and where two files were joined `kept` or `double`, whichever the other one is."""

    ENTERED = "entered"
    LEFT = "left"
    TIER = "tier"
    ASSESSMENT = "assessment"
    VISIT = "visit"
    AGREEMENT_DRAFTED = "agreement_drafted"
    AGREEMENT_FILED = "agreement_filed"
    JOINED = "joined"


class TimelineRow(msgspec.Struct, frozen=True):
    """One dated line; `id` is the visit report's, the agreement's and so on, `where` a village, `who` a visitor.

    `opens`: what `id` names may be opened by whoever reads; not so where it stays with a village's file merged away.
    """

    on: date
    line: Line
    id: UUID
    what: str | None
    where: str | None
    who: str | None
    opens: bool


async def timeline(scope: Scope, elder_id: UUID, *, cursor: str | None = None, limit: int = 20) -> Page[TimelineRow]:
    """What happened to one elder in sight, the newest first, as each of the files merged into this one tells it.

    Raises LevelTooLow, ElderNotFound, CursorNotReadable.
    """
    scope.require(Level.FULL)
    await elder(scope, elder_id)
    params: list[object] = [elder_id, await files_of(elder_id)]
    opens = scope.clause(params)
    after = "1 = 1"
    if cursor:
        place = len(params)
        params += _decoded(cursor)
        after = f'(t."on", t.id, t.line) < (${place + 1}, ${place + 2}, ${place + 3})'
    params.append(limit + 1)
    sql = _TIMELINE.format(lines=_LINES.format(**_said()), opens=opens, after=after, limit=len(params))
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
    opens: bool


def _said() -> dict[str, str]:
    """What the lines leave open: whose they are, and the days in China on which things happened at a moment."""
    moments = {"visited": "r.visited_at", "drafted": "a.drafted_at", "filed": "a.filed_at", "joined": "j.merged_at"}
    form = "({} AT TIME ZONE 'Asia/Shanghai')::date" if on_postgres() else "date({}, '+8 hours')"
    days = {name: form.format(column) for name, column in moments.items()}
    return days | {f"of_{table}": any_of(f"{table}.elder_id", 2) for table in "spmra"}


_TIMELINE = """
SELECT t."on", t.line, t.id, t.what, t."where", t.who, CASE WHEN {opens} THEN 1 = 1 ELSE 1 = 0 END AS opens
FROM ({lines}) t JOIN elders e ON e.id = t.elder_id
WHERE {after} ORDER BY t."on" DESC, t.id DESC, t.line DESC LIMIT ${limit}
"""
_LINES = """
SELECT s.elder_id, s.starts_on AS "on", 'entered' AS line, s.id AS id, s.entered AS what, d.name AS "where", NULL AS who
  FROM stays s JOIN divisions d ON d.id = s.village_id WHERE {of_s}
UNION ALL SELECT s.elder_id, s.ends_on, 'left', s.id, s."left", d.name, NULL
  FROM stays s JOIN divisions d ON d.id = s.village_id WHERE {of_s} AND s.ends_on IS NOT NULL
UNION ALL SELECT p.elder_id, p.starts_on, 'tier', p.id, p.tier, NULL, NULL FROM tier_spans p WHERE {of_p}
UNION ALL SELECT m.elder_id, m.assessed_on, 'assessment', m.id, m.level, NULL, o.name
  FROM assessments m JOIN accounts o ON o.id = m.recorded_by WHERE {of_m}
UNION ALL SELECT r.elder_id, {visited}, 'visit', r.id, r.mode, NULL, o.name
  FROM visit_reports r JOIN accounts o ON o.id = r.visitor_id WHERE {of_r}
UNION ALL SELECT a.elder_id, {drafted}, 'agreement_drafted', a.id, a.number, NULL, NULL FROM agreements a WHERE {of_a}
UNION ALL SELECT a.elder_id, {filed}, 'agreement_filed', a.id, a.number, NULL, NULL
  FROM agreements a WHERE {of_a} AND a.filed_at IS NOT NULL
UNION ALL SELECT j.kept_id, {joined}, 'joined', j.id, 'double', d.name, NULL
  FROM file_merges j JOIN elders o ON o.id = j.double_id JOIN divisions d ON d.id = o.village_id WHERE j.kept_id = $1
UNION ALL SELECT j.double_id, {joined}, 'joined', j.id, 'kept', d.name, NULL
  FROM file_merges j JOIN elders o ON o.id = j.kept_id JOIN divisions d ON d.id = o.village_id WHERE j.double_id = $1
"""
