"""What the merger of a village into another would take along, told before it is done: figures only."""

from datetime import date, timedelta
from uuid import UUID

import msgspec

from backend.db import fetch_one
from backend.divisions.errors import DivisionNotFound
from backend.divisions.queries import sees_division
from backend.divisions.scope import Level, Scope
from backend.volunteers.rules import VolunteerState


class TakenAlong(msgspec.Struct, frozen=True):
    """What goes over: elders on the register, files of those who left, volunteers, open tasks, doors of the screening
    list. `accounts` of the village's office stay behind and see nothing from the day on. `earliest` is the first day
    for which the merger can be dated."""

    elders: int
    left_files: int
    volunteers: int
    tasks: int
    households: int
    accounts: int
    earliest: date


async def taken_along(scope: Scope, *, village_id: UUID, into_id: UUID) -> TakenAlong:
    """As it stands now. Volunteers who are the other village's already are not counted.

    Raises LevelTooLow, DivisionNotFound.
    """
    scope.require(Level.COUNTS)
    for field, division_id in (("division_id", village_id), ("into_id", into_id)):
        if not await sees_division(scope, division_id):
            raise DivisionNotFound(field=field)
    given = (village_id, into_id, scope.today, VolunteerState.ENDED)
    row = await fetch_one(_Counted, _COUNTED, *given)
    assert row is not None
    told = msgspec.structs.asdict(row)
    placed, into, changed = (told.pop(name) for name in ("placed_on", "into_on", "changed_on"))
    days = (placed + timedelta(days=1), into, changed or into)
    return TakenAlong(**told, earliest=max(days))


class _Counted(msgspec.Struct, frozen=True):
    elders: int
    left_files: int
    volunteers: int
    tasks: int
    households: int
    accounts: int
    placed_on: date
    into_on: date
    changed_on: date | None


_COUNTED = """
SELECT
  (SELECT COUNT(*) FROM elders e WHERE e.village_id = $1 AND e.left_on IS NULL) AS elders,
  (SELECT COUNT(*) FROM elders e WHERE e.village_id = $1 AND e.left_on IS NOT NULL) AS left_files,
  (SELECT COUNT(*) FROM volunteers v WHERE v.village_id = $1 AND v.state <> $4
    AND v.account_id NOT IN (SELECT o.account_id FROM volunteers o WHERE o.village_id = $2)) AS volunteers,
  (SELECT COUNT(*) FROM tasks t WHERE t.division_id = $1 AND t.settled_at IS NULL) AS tasks,
  (SELECT COUNT(*) FROM households h WHERE h.village_id = $1 AND h.removed_on IS NULL) AS households,
  (SELECT COUNT(*) FROM memberships m WHERE m.division_id = $1 AND (m.ends_on IS NULL OR m.ends_on > $3)) AS accounts,
  (SELECT MAX(p.starts_on) FROM division_spans p WHERE p.descendant_id = $1) AS placed_on,
  (SELECT d.starts_on FROM divisions d WHERE d.id = $2) AS into_on,
  (SELECT MAX(c.day) FROM (
    SELECT s.starts_on AS day FROM stays s WHERE s.village_id = $1
    UNION ALL SELECT s.ends_on FROM stays s WHERE s.village_id = $1) c) AS changed_on
"""
