"""The places whose figures are told, as the tree stood on a day."""

from typing import Generic
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.divisions.errors import DivisionNotFound
from backend.divisions.queries import sees_division
from backend.divisions.scope import Scope
from backend.statistics.rules import AnySum, Place


class Counted(msgspec.Struct, Generic[AnySum], frozen=True):
    """One place and its counts, those under it included."""

    place: Place
    counts: AnySum


async def under(scope: Scope, division_id: UUID | None) -> Scope:
    """The part of `scope` under a place, as the tree stood on its day. Raises DivisionNotFound."""
    if division_id is None:
        return scope
    if not await sees_division(scope, division_id):
        raise DivisionNotFound(field="division_id")
    return msgspec.structs.replace(scope, division=division_id)


async def places_of(scope: Scope) -> list[Place]:
    """The places in sight on the scope's day, by code."""
    params: list[object] = [scope.today]
    within = scope.division_clause(params, "d.id")
    places = await fetch(Place, _PLACES.format(within=within), *params)
    shown = {place.id for place in places}
    return [place if place.parent_id in shown else msgspec.structs.replace(place, parent_id=None) for place in places]


_PLACES = """
SELECT d.id, d.code, d.name, d.level, (
  SELECT s.ancestor_id FROM division_spans s JOIN divisions p ON p.id = s.ancestor_id
  WHERE s.descendant_id = d.id AND s.ancestor_id <> d.id AND s.starts_on <= $1 AND (s.ends_on IS NULL OR s.ends_on > $1)
  ORDER BY CASE p.level WHEN 'village' THEN 0 WHEN 'township' THEN 1 ELSE 2 END LIMIT 1) AS parent_id
FROM divisions d WHERE {within} ORDER BY d.code, d.id
"""
