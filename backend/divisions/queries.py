"""Reading the tree."""

from datetime import date
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.errors import DayNotInTree
from backend.divisions.scope import Scope

EARLIEST = date(2020, 1, 1)


class DivisionRow(msgspec.Struct, frozen=True):
    """One place in sight."""

    id: UUID
    code: str
    name: str
    level: str
    parent_id: UUID | None


async def divisions(scope: Scope) -> list[DivisionRow]:
    """The divisions in force under the scope's own, itself included, by code."""
    params: list[object] = []
    within = scope.division_clause(params, "d.id")
    return await fetch(
        DivisionRow,
        f"SELECT d.id, d.code, d.name, d.level, d.parent_id FROM divisions d WHERE {within} ORDER BY d.code",
        *params,
    )


async def sees_division(scope: Scope, division_id: UUID) -> bool:
    """Whether `division_id` lies within the scope today."""
    params: list[object] = [division_id]
    within = scope.division_clause(params, "d.id")
    return bool(await fetch(DivisionRow, _ONE.format(within=within), *params))


_ONE = "SELECT d.id, d.code, d.name, d.level, d.parent_id FROM divisions d WHERE d.id = $1 AND {within}"


class PlaceRow(msgspec.Struct, frozen=True):
    """One place as the tree stood on a day, or as it was when it went: `ends_on` and who answers for it since.

    `parent_id` is the place right above it then, in sight or not.
    """

    id: UUID
    code: str
    name: str
    level: str
    parent_id: UUID | None
    starts_on: date
    ends_on: date | None
    successor_id: UUID | None
    successor_code: str | None
    successor: str | None


async def tree(scope: Scope, as_of: date) -> list[PlaceRow]:
    """The scope's own place and all under it as of the day, retired ones since then included, by code.

    Raises DayNotInTree.
    """
    if not EARLIEST <= as_of <= scope.today:
        raise DayNotInTree(field="as_of")
    if scope.division is None:
        return []
    return await fetch(PlaceRow, _TREE, scope.division, as_of)


# Spans that hold on the day, or held when the place itself went.
_STOOD = "p.starts_on <= $2 AND (p.ends_on IS NULL OR p.ends_on > $2 OR p.ends_on = d.ends_on)"
_TREE = f"""
SELECT d.id, d.code, d.name, d.level, d.starts_on, d.ends_on, d.successor_id, s.code AS successor_code,
  s.name AS successor, (
  SELECT u.id FROM division_spans p JOIN divisions u ON u.id = p.ancestor_id
  WHERE p.descendant_id = d.id AND u.id <> d.id AND {_STOOD}
  ORDER BY CASE u.level WHEN 'township' THEN 0 ELSE 1 END, p.starts_on DESC LIMIT 1) AS parent_id
FROM divisions d LEFT JOIN divisions s ON s.id = d.successor_id
WHERE EXISTS (SELECT 1 FROM division_spans p WHERE p.ancestor_id = $1 AND p.descendant_id = d.id AND {_STOOD})
ORDER BY d.code, d.starts_on
"""
