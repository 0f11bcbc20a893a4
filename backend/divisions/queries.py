"""Reading the tree."""

from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.scope import Scope


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
