"""Which policy holds where, on which day: the nearest place that set one wins."""

from datetime import date
from uuid import UUID

import msgspec

from backend.db import fetch
from backend.policies.rules import Value, read


class _Stored(msgspec.Struct, frozen=True):
    value: str | None


async def policy(kind: type[Value], *, division_id: UUID, day: date) -> Value:
    """The value of `kind` in force in a division on `day`; its default where nobody up the tree has set one."""
    [row] = await fetch(_Stored, f"SELECT {in_force(kind.name, '$1', '$2')} AS value", division_id, day)
    return read(kind, row.value)


class ComingPolicy(msgspec.Struct, frozen=True):
    """A value set for a day to come, by which place."""

    name: str
    place: str
    starts_on: date


async def coming(division_id: UUID, day: date) -> list[ComingPolicy]:
    """What is set for after `day`, in the division or above it, the nearest day first."""
    return await fetch(ComingPolicy, _COMING, division_id, day)


_COMING = """
SELECT DISTINCT p.name, d.name AS place, p.starts_on FROM policies p JOIN divisions d ON d.id = p.division_id
JOIN division_spans s ON s.ancestor_id = d.id AND s.descendant_id = $1
  AND s.starts_on <= $2 AND (s.ends_on IS NULL OR s.ends_on > $2)
WHERE p.starts_on > $2 ORDER BY p.starts_on, p.name, place
"""


def in_force(name: str, division: str, day: str) -> str:
    """SQL of `policy`, to join in a larger read: `division` and `day` are SQL too. NULL means the default."""
    return f"""(
  SELECT p.value FROM policies p
  LEFT JOIN division_spans s ON s.ancestor_id = p.division_id AND s.descendant_id = {division}
    AND s.starts_on <= {day} AND (s.ends_on IS NULL OR s.ends_on > {day})
  LEFT JOIN divisions place ON place.id = p.division_id
  WHERE p.name = '{name}' AND p.starts_on <= {day} AND (p.division_id IS NULL OR s.id IS NOT NULL)
  ORDER BY CASE place.level WHEN 'village' THEN 0 WHEN 'township' THEN 1 WHEN 'county' THEN 2 ELSE 3 END,
    p.starts_on DESC, p.id DESC LIMIT 1)"""
