"""Reading spot checks: what is to be asked, what came of it. Until the answer is written, nobody is shown what the
report says: who asks shall not lead the elder to it."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.scope import Level, Scope
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.kit.pages import Page, decode_row_cursor, encode_cursor
from backend.visits.drawing import Compared, SpotResult, Told
from backend.visits.rules import VisitMode
from backend.visits.spotchecks import opinion_place


class DrawRow(msgspec.Struct, frozen=True):
    """One draw: its seed with what it was made of (hex), and how far the checks are."""

    id: UUID
    division_id: UUID
    place: str
    month: date
    seed: str
    random: str
    anchor: str
    seeded_at: datetime
    drawn_at: datetime | None
    reports: int | None
    reports_hash: str | None
    drawn: int
    checked: int


class _Draw(msgspec.Struct, frozen=True):
    id: UUID
    division_id: UUID
    place: str
    month: date
    seed: str
    random: bytes
    anchor: bytes
    seeded_at: datetime
    drawn_at: datetime | None
    reports: int | None
    reports_hash: str | None
    drawn: int
    checked: int


async def draws(scope: Scope) -> list[DrawRow]:
    """The draws of places in sight, the latest month first, two years of a place's. Raises LevelTooLow."""
    scope.require(Level.COUNTS)
    params: list[object] = []
    rows = await fetch(_Draw, _DRAWS.format(within=scope.division_clause(params, "w.division_id")), *params)
    return [
        DrawRow(**{**msgspec.structs.asdict(row), "random": bytes(row.random).hex(), "anchor": bytes(row.anchor).hex()})
        for row in rows
    ]


_DRAWS = """
SELECT w.id, w.division_id, d.name AS place, w.month, w.seed, w.random, w.anchor, w.seeded_at, w.drawn_at, w.reports,
  w.reports_hash, COUNT(c.id) AS drawn, COUNT(c.result) AS checked
FROM spot_draws w JOIN divisions d ON d.id = w.division_id LEFT JOIN spot_checks c ON c.draw_id = w.id
WHERE {within}
GROUP BY w.id, w.division_id, d.name, w.month, w.seed, w.random, w.anchor, w.seeded_at, w.drawn_at, w.reports,
  w.reports_hash
ORDER BY w.month DESC, w.id DESC LIMIT 24
"""


class CheckRow(msgspec.Struct, frozen=True):
    """One drawn report. `reported_on` and what was compared stay null until the answer is written; `gone` is one who
    is off the register since."""

    id: UUID
    elder_id: UUID
    name: str
    village: str
    address: str
    visitor: str
    mode: VisitMode
    month: date
    gone: bool
    reported_on: date | None
    result: SpotResult | None
    came: Told | None
    came_on: date | None
    minutes: int | None
    there: Compared | None
    day: Compared | None
    length: Compared | None
    opinion: str | None
    checked_by: str | None


class _Check(msgspec.Struct, frozen=True):
    id: UUID
    elder_id: UUID
    name: str
    village: str
    address: str
    visitor: str
    mode: VisitMode
    month: date
    gone: bool
    visited_at: datetime
    result: SpotResult | None
    came: Told | None
    came_on: date | None
    minutes: int | None
    there: Compared | None
    day: Compared | None
    length: Compared | None
    opinion: bytes | None
    checked_by: str | None


async def checks(
    kernel: Kernel, scope: Scope, *, draw_id: UUID | None = None, cursor: str | None = None, limit: int = 20
) -> Page[CheckRow]:
    """A page of the drawn reports of elders in sight. Raises LevelTooLow, CursorNotReadable."""
    scope.require(Level.CARD)
    params: list[object] = []
    where = scope.clause(params)
    if draw_id is not None:
        params.append(draw_id)
        where += f" AND c.draw_id = ${len(params)}"
    if cursor:
        params.append(decode_row_cursor(cursor)[1])
        where += f" AND c.id > ${len(params)}"
    params.append(limit + 1)
    rows = await fetch(_Check, _CHECKS.format(where=where, limit=len(params)), *params)
    more = rows[limit - 1] if len(rows) > limit else None
    shown = tuple(_shown(kernel, row) for row in rows[:limit])
    return Page(shown, encode_cursor("", str(more.id)) if more else None)


def _shown(kernel: Kernel, row: _Check) -> CheckRow:
    told = msgspec.structs.asdict(row)
    visited_at, sealed = told.pop("visited_at"), told.pop("opinion")
    words = kernel.keys.decrypt(bytes(sealed), opinion_place(row.id)).decode() if sealed else None
    return CheckRow(**told, reported_on=shanghai_day(visited_at) if row.result else None, opinion=words)


_CHECKS = """
SELECT c.id, c.elder_id, e.name, d.name AS village, e.address, v.name AS visitor, r.mode, w.month,
  e.left_on IS NOT NULL AS gone, r.visited_at, c.result, c.came, c.came_on, c.minutes, c.there, c.day, c.length,
  c.opinion, a.name AS checked_by
FROM spot_checks c JOIN spot_draws w ON w.id = c.draw_id JOIN visit_reports r ON r.id = c.report_id
JOIN elders e ON e.id = c.elder_id JOIN divisions d ON d.id = c.village_id JOIN accounts v ON v.id = r.visitor_id
LEFT JOIN accounts a ON a.id = c.checked_by
WHERE {where} ORDER BY c.id LIMIT ${limit}
"""


class VillageChecks(msgspec.Struct, frozen=True):
    """What a village's checks of a month come to, in figures. `differs`: at least one of there, day, length does."""

    village_id: UUID
    village: str
    drawn: int
    met: int
    unreachable: int
    differs: int


async def checks_by_village(scope: Scope, month: date) -> list[VillageChecks]:
    """For each village in sight with drawn reports of the month. Raises LevelTooLow."""
    scope.require(Level.COUNTS)
    params: list[object] = [month.replace(day=1)]
    within = scope.division_clause(params, "c.village_id")
    return await fetch(VillageChecks, _BY_VILLAGE.format(within=within), *params)


_BY_VILLAGE = """
SELECT c.village_id, d.name AS village, COUNT(*) AS drawn, SUM(CASE WHEN c.result = 'met' THEN 1 ELSE 0 END) AS met,
  SUM(CASE WHEN c.result = 'unreachable' THEN 1 ELSE 0 END) AS unreachable,
  SUM(CASE WHEN 'differs' IN (c.there, c.day, c.length) THEN 1 ELSE 0 END) AS differs
FROM spot_checks c JOIN spot_draws w ON w.id = c.draw_id JOIN divisions d ON d.id = c.village_id
WHERE w.month = $1 AND {within} GROUP BY c.village_id, d.name, d.code ORDER BY d.code
"""
