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
