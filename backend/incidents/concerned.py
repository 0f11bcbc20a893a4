"""Whom a concern names, and their households: none of them is told of it, asked about it, or handles it."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.roles import OFFICES, Role
from backend.db import any_of, fetch
from backend.incidents.offices import LEVEL_OF
from backend.incidents.rules import LEVELS, IncidentLevel
from backend.incidents.sight import hides_from, names_household_of


class _Row(msgspec.Struct, frozen=True):
    id: UUID


class OfficeHolder(msgspec.Struct, frozen=True):
    """An account and the office it holds over the elder's village."""

    account_id: UUID
    role: Role

    @property
    def level(self) -> IncidentLevel:
        return LEVEL_OF[self.role]


async def is_hidden(incident_id: UUID, account_id: UUID) -> bool:
    """Whether the incident names the account."""
    return bool(await fetch(_Row, _HIDDEN, incident_id, account_id))


_HIDDEN = f"SELECT i.id FROM incidents i WHERE i.id = $1 AND {hides_from('$2')}"


async def is_concerned(incident_id: UUID, account_id: UUID) -> bool:
    """Whether it names the account or somebody of its household."""
    return bool(await fetch(_Row, _CONCERNED, incident_id, account_id))


_CONCERNED = f"""
SELECT i.id FROM incidents i WHERE i.id = $1 AND ({hides_from("$2")} OR {names_household_of(2)})
"""


async def not_hidden(incident_id: UUID, accounts: Iterable[UUID]) -> list[UUID]:
    """Those of the accounts that the incident does not name, in their order."""
    return [each for each in dict.fromkeys(accounts) if not await is_hidden(incident_id, each)]


async def offices_over(incident_id: UUID, today: date) -> list[OfficeHolder]:
    """Everybody who holds an office over the elder's village on this day."""
    return await fetch(OfficeHolder, _OFFICES.format(roles=any_of("m.role", 2)), incident_id, [*OFFICES], today)


_OFFICES = """
SELECT DISTINCT m.account_id, m.role FROM incidents i JOIN elders e ON e.id = i.elder_id
JOIN division_spans s ON s.descendant_id = e.village_id AND s.starts_on <= $3
  AND (s.ends_on IS NULL OR s.ends_on > $3)
JOIN memberships m ON m.division_id = s.ancestor_id AND m.starts_on <= $3 AND (m.ends_on IS NULL OR m.ends_on > $3)
WHERE i.id = $1 AND {roles} ORDER BY m.account_id, m.role
"""


async def who_may_handle(incident_id: UUID, today: date, *, levels: Iterable[IncidentLevel]) -> list[UUID]:
    """The office holders of these levels whom the incident does not concern."""
    wanted = frozenset(levels)
    among = dict.fromkeys(each.account_id for each in await offices_over(incident_id, today) if each.level in wanted)
    return [each for each in among if not await is_concerned(incident_id, each)]


async def who_sees(incident_id: UUID, today: date, first: IncidentLevel, last: IncidentLevel) -> list[UUID]:
    """Everybody whose office may lead it: from the first level up, and the county's duty holders once it is there."""
    near = [level for level in LEVELS[LEVELS.index(first) :] if level is not IncidentLevel.COUNTY]
    found = await who_may_handle(incident_id, today, levels=near)
    if last is IncidentLevel.COUNTY:
        rows = await fetch(_OnDuty, _COUNTY_DUTY, incident_id, today)
        found += [row.account_id for row in rows if not await is_concerned(incident_id, row.account_id)]
    return found


class _OnDuty(msgspec.Struct, frozen=True):
    account_id: UUID


_COUNTY_DUTY = """
SELECT DISTINCT h.account_id FROM incidents i JOIN elders e ON e.id = i.elder_id
JOIN division_spans s ON s.descendant_id = e.village_id AND s.starts_on <= $2 AND (s.ends_on IS NULL OR s.ends_on > $2)
JOIN divisions d ON d.id = s.ancestor_id AND d.level = 'county'
JOIN duty_holders h ON h.division_id = d.id AND h.ended_at IS NULL
WHERE i.id = $1
"""


async def concerned_levels(incident_id: UUID, today: date) -> list[IncidentLevel]:
    """The levels at which somebody holds office whom the incident concerns."""
    over = await offices_over(incident_id, today)
    return [each.level for each in over if await is_concerned(incident_id, each.account_id)]
