"""Reading screenings: the villages' own lists, and for those above them figures only."""

from datetime import date
from uuid import UUID

import msgspec

from backend.db import fetch, fetch_one
from backend.divisions.errors import DivisionNotFound
from backend.divisions.queries import sees_division
from backend.divisions.scope import Level, Scope
from backend.kit.kernel import Kernel
from backend.kit.pages import CursorNotReadable, Page, decode_row_cursor, encode_cursor
from backend.screenings.errors import CampaignNotFound
from backend.screenings.rules import Outcome


class CampaignRow(msgspec.Struct, frozen=True):
    """A screening, and the place whose villages take part."""

    id: UUID
    division_id: UUID
    division: str
    name: str
    season: str
    starts_on: date
    ends_on: date


# Those of the scope's own place, of places above it and under it.
_SEEN = """EXISTS (
  SELECT 1 FROM division_spans p WHERE p.starts_on <= {day} AND (p.ends_on IS NULL OR p.ends_on > {day})
  AND ((p.ancestor_id = c.division_id AND p.descendant_id = {own})
    OR (p.ancestor_id = {own} AND p.descendant_id = c.division_id)))"""
_CAMPAIGN = "SELECT c.id, c.division_id, d.name AS division, c.name, c.season, c.starts_on, c.ends_on"
_OF = "FROM screening_campaigns c JOIN divisions d ON d.id = c.division_id"


async def campaigns(scope: Scope, *, limit: int = 20) -> list[CampaignRow]:
    """The screenings that the scope's place takes part in or has opened, the latest first. Raises LevelTooLow."""
    scope.require(Level.COUNTS)
    seen = _SEEN.format(own="$1", day="$2")
    sql = f"{_CAMPAIGN} {_OF} WHERE {seen} ORDER BY c.starts_on DESC, c.id DESC LIMIT $3"
    return await fetch(CampaignRow, sql, scope.division, scope.today, limit) if scope.division else []


async def campaign(scope: Scope, campaign_id: UUID) -> CampaignRow:
    """One of them. Raises LevelTooLow, CampaignNotFound."""
    scope.require(Level.COUNTS)
    seen = _SEEN.format(own="$1", day="$2")
    sql = f"{_CAMPAIGN} {_OF} WHERE c.id = $3 AND {seen}"
    row = await fetch_one(CampaignRow, sql, scope.division, scope.today, campaign_id) if scope.division else None
    if row is None:
        raise CampaignNotFound
    return row


class Coverage(msgspec.Struct, frozen=True):
    """How far a place has come, with all under it: households, those of them done, and what was found.

    `focus` counts poor households with very old or disabled elders. `villages` have a list, `unlisted` have none yet.
    """

    division_id: UUID
    code: str
    division: str
    level: str
    parent_id: UUID | None
    villages: int
    unlisted: int
    households: int
    done: int
    nobody_home: int
    registered: int
    focus: int
    focus_done: int


async def coverage(scope: Scope, campaign_id: UUID, division_id: UUID) -> list[Coverage]:
    """A place in sight and all under it that take part, by code; figures are the sums of those right under each.

    Raises LevelTooLow, DivisionNotFound, CampaignNotFound.
    """
    await _check_place(scope, division_id)
    found = await campaign(scope, campaign_id)
    day = min(scope.today, found.ends_on)
    params: list[object] = [campaign_id, day, found.division_id, scope.today, division_id]
    within = f"d.id IN ({_UNDER}) AND {scope.division_clause(params, 'd.id')}"
    return await fetch(Coverage, _COVERAGE.format(within=within), *params)


_UNDER = """SELECT p.descendant_id FROM division_spans p
  WHERE p.ancestor_id = $5 AND p.starts_on <= $4 AND (p.ends_on IS NULL OR p.ends_on > $4)"""
_COVERAGE = """
WITH taking_part AS (
  SELECT p.descendant_id AS id FROM division_spans p
  WHERE p.ancestor_id = $3 AND p.starts_on <= $4 AND (p.ends_on IS NULL OR p.ends_on > $4)),
doors AS (
  SELECT h.village_id, COUNT(*) AS households, COUNT(CASE WHEN k.outcome <> 'nobody_home' THEN 1 END) AS done,
    COUNT(CASE WHEN k.outcome = 'nobody_home' THEN 1 END) AS nobody_home,
    COUNT(CASE WHEN k.outcome = 'registered' THEN 1 END) AS registered,
    COUNT(CASE WHEN h.focus THEN 1 END) AS focus,
    COUNT(CASE WHEN h.focus AND k.outcome <> 'nobody_home' THEN 1 END) AS focus_done
  FROM households h LEFT JOIN household_checks k ON k.household_id = h.id AND k.campaign_id = $1
  WHERE h.village_id IN (SELECT id FROM taking_part)
    AND h.listed_on <= $2 AND (h.removed_on IS NULL OR h.removed_on > $2)
  GROUP BY h.village_id),
villages AS (
  SELECT v.id, COALESCE(o.households, 0) AS households, COALESCE(o.done, 0) AS done,
    COALESCE(o.nobody_home, 0) AS nobody_home, COALESCE(o.registered, 0) AS registered,
    COALESCE(o.focus, 0) AS focus, COALESCE(o.focus_done, 0) AS focus_done
  FROM divisions v LEFT JOIN doors o ON o.village_id = v.id
  WHERE v.level = 'village' AND v.id IN (SELECT id FROM taking_part))
SELECT d.id AS division_id, d.code, d.name AS division, d.level, d.parent_id,
  COUNT(CASE WHEN w.households > 0 THEN 1 END) AS villages, COUNT(CASE WHEN w.households = 0 THEN 1 END) AS unlisted,
  CAST(COALESCE(SUM(w.households), 0) AS BIGINT) AS households, CAST(COALESCE(SUM(w.done), 0) AS BIGINT) AS done,
  CAST(COALESCE(SUM(w.nobody_home), 0) AS BIGINT) AS nobody_home,
  CAST(COALESCE(SUM(w.registered), 0) AS BIGINT) AS registered,
  CAST(COALESCE(SUM(w.focus), 0) AS BIGINT) AS focus, CAST(COALESCE(SUM(w.focus_done), 0) AS BIGINT) AS focus_done
FROM divisions d JOIN division_spans u ON u.ancestor_id = d.id
  AND u.starts_on <= $4 AND (u.ends_on IS NULL OR u.ends_on > $4)
JOIN villages w ON w.id = u.descendant_id
WHERE d.id IN (SELECT id FROM taking_part) AND {within}
GROUP BY d.id, d.code, d.name, d.level, d.parent_id ORDER BY d.code
"""


class Door(msgspec.Struct, frozen=True):
    """A household on a village's list, and what was found there this time; None: nobody has knocked yet."""

    id: UUID
    address: str
    head: str
    poor: bool
    very_old: bool
    disabled: bool
    focus: bool
    outcome: Outcome | None
    checked_on: date | None
    note: str | None


class _Door(msgspec.Struct, frozen=True):
    id: UUID
    address: str
    head: str
    poor: bool
    very_old: bool
    disabled: bool
    focus: bool
    outcome: str | None
    checked_on: date | None
    note: bytes | None
    check_id: UUID | None


async def checklist(
    kernel: Kernel,
    scope: Scope,
    campaign_id: UUID,
    village_id: UUID,
    *,
    unfinished: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Door]:
    """A page of a village's households, or of those still to be visited; focus households first.

    For those who see whole files alone. Raises LevelTooLow, DivisionNotFound, CampaignNotFound, CursorNotReadable.
    """
    scope.require(Level.FULL)
    await _check_place(scope, village_id)
    found = await campaign(scope, campaign_id)
    params: list[object] = [campaign_id, min(scope.today, found.ends_on), village_id]
    where = f"h.village_id = $3 AND {scope.division_clause(params, 'h.village_id')}"
    if unfinished:
        where += " AND (k.outcome IS NULL OR k.outcome = 'nobody_home')"
    if cursor:
        rank, last = decode_row_cursor(cursor)
        params.extend((_rank(rank), last))
        where += f" AND ({_FIRST}, h.id) > (${len(params) - 1}, ${len(params)})"
    params.append(limit + 1)
    rows = await fetch(_Door, _CHECKLIST.format(where=where, limit=len(params)), *params)
    more = rows[limit - 1] if len(rows) > limit else None
    mark = encode_cursor("0" if more.focus else "1", str(more.id)) if more else None
    return Page(tuple(_shown(kernel, row) for row in rows[:limit]), mark)


_FIRST = "CASE WHEN h.focus THEN 0 ELSE 1 END"
_CHECKLIST = f"""
SELECT h.id, h.address, h.head, h.poor, h.very_old, h.disabled, h.focus, k.outcome, k.checked_on, k.note,
  k.id AS check_id
FROM households h LEFT JOIN household_checks k ON k.household_id = h.id AND k.campaign_id = $1
WHERE h.listed_on <= $2 AND (h.removed_on IS NULL OR h.removed_on > $2) AND {{where}}
ORDER BY {_FIRST}, h.id LIMIT ${{limit}}
"""


async def _check_place(scope: Scope, division_id: UUID) -> None:
    if not await sees_division(scope, division_id):
        raise DivisionNotFound


def _rank(text: str) -> int:
    if text not in ("0", "1"):
        raise CursorNotReadable(field="cursor")
    return int(text)


def _shown(kernel: Kernel, row: _Door) -> Door:
    note = (
        kernel.keys.decrypt(bytes(row.note), note_place(row.check_id)).decode() if row.note and row.check_id else None
    )
    return Door(
        id=row.id,
        address=row.address,
        head=row.head,
        poor=row.poor,
        very_old=row.very_old,
        disabled=row.disabled,
        focus=row.focus,
        outcome=Outcome(row.outcome) if row.outcome else None,
        checked_on=row.checked_on,
        note=note,
    )


def note_place(check_id: UUID) -> str:
    """What binds an encrypted note to its row."""
    return f"household_checks|note|{check_id}"
