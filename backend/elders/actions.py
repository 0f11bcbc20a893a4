"""Writing the register."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.divisions.queries import sees_division
from backend.elders.errors import ElderAlreadyRegistered, ElderNotFound
from backend.elders.facts import ElderRegistered
from backend.elders.models import Elder
from backend.elders.rules import AbilityLevel, EntryReason, Gender, PriorityTier, check_birthday, normal_id_number
from backend.elders.staying import enter
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box


@dataclass(frozen=True, slots=True)
class NewElder:
    """What the committee writes down of an elder at first."""

    name: str
    gender: Gender
    born_on: date
    address: str
    living_alone: bool
    id_number: str | None = None
    phone: str | None = None
    ability_level: AbilityLevel = AbilityLevel.UNKNOWN
    tier: PriorityTier = PriorityTier.UNCLASSIFIED


async def register(kernel: Kernel, *, village_id: UUID, elder: NewElder, by: Viewer) -> UUID:
    """Enter an elder. Raises ElderNotFound (village out of sight), ElderAlreadyRegistered and the rules' refusals."""
    by.require(Role.COMMITTEE)
    check_birthday(elder.born_on, by.today)
    number = normal_id_number(elder.id_number) if elder.id_number else None
    if not await sees_division(by.scope, village_id):
        raise ElderNotFound(field="village_id")
    elder_id, seal = uuid7(), kernel.keys.encrypt
    number_hash = kernel.keys.keyed_hash(number, "id_number") if number else None
    async with transaction():
        if number_hash and await Elder.exists(id_number_hash=number_hash, left_on=None):
            raise ElderAlreadyRegistered(field="id_number")
        await Elder.create(
            id=elder_id,
            village_id=village_id,
            name=elder.name,
            gender=elder.gender,
            born_on=elder.born_on,
            id_number=seal(number.encode(), f"elders|id_number|{elder_id}") if number else None,
            id_number_hash=number_hash,
            phone=seal(elder.phone.encode(), f"elders|phone|{elder_id}") if elder.phone else None,
            address=elder.address,
            living_alone=elder.living_alone,
            ability_level=elder.ability_level,
            tier=elder.tier,
            registered_at=kernel.clock.now(),
        )
        await enter(kernel, elder_id=elder_id, village_id=village_id, reason=EntryReason.FOUND, on=by.today)
        await record(kernel, Subject("elder", elder_id), Tag.ELDER_REGISTERED, by=by.actor, village_id=str(village_id))
        await box.put(kernel, ElderRegistered(elder_id=elder_id))
    return elder_id
