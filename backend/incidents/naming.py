"""Whom a concern about an elder can name."""

from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.queries import accounts_of_division, accounts_tied, names
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.divisions.scope import Scope
from backend.elders.models import Elder
from backend.elders.queries import elder
from backend.families.queries import confirmed_accounts
from backend.families.rules import Duty
from backend.incidents.rules import NamedPart


class NameableRow(msgspec.Struct, frozen=True):
    """Somebody with a part beside the elder."""

    account_id: UUID
    name: str
    part: NamedPart


async def nameable(scope: Scope, by: Viewer, elder_id: UUID) -> list[NameableRow]:
    """Everybody with a part beside one elder in sight, but the asker. Raises LevelTooLow, ElderNotFound."""
    await elder(scope, elder_id)
    found = [(each, part) for part in NamedPart for each in await accounts_of(part, elder_id, by.today)]
    called = await names(each for each, _ in found)
    return [NameableRow(each, called[each], part) for each, part in found if each != by.account_id]


async def accounts_of(part: NamedPart, elder_id: UUID, today: date) -> list[UUID]:
    """The accounts that have this part beside the elder today."""
    match part:
        case NamedPart.VISITOR:
            return await accounts_tied(elder_id, (Role.VOLUNTEER,), today)
        case NamedPart.CAREGIVER:
            return await confirmed_accounts(elder_id, Duty.CAREGIVER)
        case NamedPart.CHILD:
            return await confirmed_accounts(elder_id, Duty.SUPPORTER)
        case NamedPart.COMMITTEE:
            home = await Elder.get(id=elder_id)
            return await accounts_of_division(home.village_id, (Role.COMMITTEE,), today)
