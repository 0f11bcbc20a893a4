"""Who answers for a place: at every level a person with a telephone, by day and by night."""

from collections.abc import Iterable
from uuid import UUID

import msgspec

from backend.accounts.queries import accounts_of_division, names
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import fetch, fetch_one, transaction
from backend.divisions.errors import DivisionNotFound
from backend.divisions.scope import Scope
from backend.elders.queries import elder
from backend.incidents.errors import NotOnDuty
from backend.incidents.models import DutyHolder
from backend.incidents.offices import OFFICE_OF
from backend.incidents.rules import IncidentLevel, Watch
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel


async def name_duty_holder(
    kernel: Kernel, *, division_id: UUID, account_id: UUID, phone: str, watches: Iterable[Watch], by: Viewer
) -> None:
    """Let an official of the place answer for it from now on, in place of who did.

    Raises RoleCannot, DivisionNotFound, NotOnDuty.
    """
    by.require(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY)
    async with transaction():
        params: list[object] = [division_id]
        within = by.scope.division_clause(params, "d.id")
        place = await fetch_one(_Place, _PLACE.format(within=within), *params)
        if place is None:
            raise DivisionNotFound(field="division_id")
        if account_id not in await accounts_of_division(division_id, (OFFICE_OF[place.level],), by.today):
            raise NotOnDuty(field="account_id")
        now = kernel.clock.now()
        for watch in sorted(set(watches)):
            made = uuid7()
            # Whoever names at the same moment waits here, and ends this one.
            held = DutyHolder.filter(division_id=division_id, watch=watch, ended_at=None)
            await held.select_for_update().first()
            await held.update(ended_at=now)
            await DutyHolder.create(
                id=made,
                division_id=division_id,
                watch=watch,
                account_id=account_id,
                phone=kernel.keys.encrypt(phone.encode(), f"duty_holders|phone|{made}"),
                named_by=by.account_id,
                named_at=now,
            )
            told = {"holder": str(account_id), "watch": watch}
            await record(kernel, Subject("division", division_id), Tag.DUTY_HOLDER_NAMED, by=by.actor, **told)


class _Place(msgspec.Struct, frozen=True):
    id: UUID
    level: IncidentLevel
    name: str


_PLACE = "SELECT d.id, d.level, d.name FROM divisions d WHERE d.id = $1 AND d.ends_on IS NULL AND {within}"


class OnDuty(msgspec.Struct, frozen=True):
    """Who answers for a place in one half of the day."""

    watch: Watch
    account_id: UUID
    name: str
    phone: str


class Official(msgspec.Struct, frozen=True):
    """Somebody who could."""

    account_id: UUID
    name: str


class DutyPlace(msgspec.Struct, frozen=True):
    """A place, who is on duty there, and who else could be."""

    division_id: UUID
    level: IncidentLevel
    division: str
    on_duty: list[OnDuty]
    officials: list[Official]


async def roster(kernel: Kernel, scope: Scope) -> list[DutyPlace]:
    """The asker's own place and those right below it, by code; nothing for those tied to elders."""
    params: list[object] = [scope.division]
    within = scope.division_clause(params, "d.id")
    places = await fetch(_Place, _PLACES.format(within=within), *params) if scope.division else []
    return [await _place_on_duty(kernel, place, scope) for place in places]


_PLACES = """
SELECT d.id, d.level, d.name FROM divisions d
WHERE (d.id = $1 OR d.parent_id = $1) AND d.ends_on IS NULL AND {within}
ORDER BY CASE d.level WHEN 'county' THEN 0 WHEN 'township' THEN 1 ELSE 2 END, d.code
"""


async def _place_on_duty(kernel: Kernel, place: _Place, scope: Scope) -> DutyPlace:
    holders = await DutyHolder.filter(division_id=place.id, ended_at=None).order_by("watch")
    those = await accounts_of_division(place.id, (OFFICE_OF[place.level],), scope.today)
    called = await names([*those, *(each.account_id for each in holders)])

    def phone(holder: DutyHolder) -> str:
        return kernel.keys.decrypt(bytes(holder.phone), f"duty_holders|phone|{holder.id}").decode()

    on_duty = [OnDuty(each.watch, each.account_id, called[each.account_id], phone(each)) for each in holders]
    officials = sorted((Official(each, called[each]) for each in those), key=lambda each: each.name)
    return DutyPlace(place.id, place.level, place.name, on_duty, officials)


class DutyNumber(msgspec.Struct, frozen=True):
    """Whom to ring near an elder."""

    level: IncidentLevel
    watch: Watch
    name: str
    phone: str


async def numbers_near(kernel: Kernel, scope: Scope, elder_id: UUID) -> list[DutyNumber]:
    """Who is on duty in the village and the township of an elder in sight. Raises LevelTooLow, ElderNotFound."""
    home = await elder(scope, elder_id)
    rows = await fetch(_Number, _NUMBERS, home.village_id, scope.today)

    def phone(row: _Number) -> str:
        return kernel.keys.decrypt(bytes(row.phone), f"duty_holders|phone|{row.id}").decode()

    return [DutyNumber(row.level, row.watch, row.name, phone(row)) for row in rows]


class _Number(msgspec.Struct, frozen=True):
    id: UUID
    level: IncidentLevel
    watch: Watch
    name: str
    phone: bytes


_NUMBERS = """
SELECT h.id, d.level, h.watch, a.name, h.phone FROM division_spans s JOIN divisions d ON d.id = s.ancestor_id
JOIN duty_holders h ON h.division_id = d.id AND h.ended_at IS NULL JOIN accounts a ON a.id = h.account_id
WHERE s.descendant_id = $1 AND s.starts_on <= $2 AND (s.ends_on IS NULL OR s.ends_on > $2)
  AND d.level IN ('village', 'township') ORDER BY d.level DESC, h.watch
"""
