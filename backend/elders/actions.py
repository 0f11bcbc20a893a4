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
from backend.elders import classifying
from backend.elders.errors import ElderAlreadyRegistered, ElderNotFound
from backend.elders.facts import ElderRegistered
from backend.elders.models import Elder
from backend.elders.rules import AbilityLevel, EntryReason, Gender, PriorityTier, check_birthday, normal_id_number
from backend.elders.staying import enter
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box


@dataclass(frozen=True, slots=True)
class NewElder:
    """What the committee writes down of an elder at first; the tier follows from it."""

    name: str
    gender: Gender
    born_on: date
    address: str
    living_alone: bool
    id_number: str | None = None
    phone: str | None = None
    ability_level: AbilityLevel = AbilityLevel.UNKNOWN
    mobility: Mobility = Mobility.UNKNOWN
    disability: DisabilityGrade = DisabilityGrade.UNKNOWN
    dementia: bool | None = None
    seriously_ill: bool | None = None
    poor: bool | None = None
    minor_at_home: bool | None = None
    registered_here: bool | None = None
    accepts_services: bool | None = None


async def register(kernel: Kernel, *, village_id: UUID, elder: NewElder, by: Viewer) -> UUID:
    """Enter an elder, in the tier the facts lead to.

    Raises ElderNotFound (village out of sight), ElderAlreadyRegistered and the rules' refusals.
    """
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
        made = await Elder.create(
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
            tier=PriorityTier.UNCLASSIFIED,
            mobility=elder.mobility,
            disability=elder.disability,
            dementia=elder.dementia,
            seriously_ill=elder.seriously_ill,
            poor=elder.poor,
            minor_at_home=elder.minor_at_home,
            registered_here=elder.registered_here,
            accepts_services=elder.accepts_services,
            registered_at=kernel.clock.now(),
        )
        await enter(kernel, elder_id=elder_id, village_id=village_id, reason=EntryReason.FOUND, on=by.today)
        await classifying.begin(kernel, made, by.today, by.actor)
        await record(kernel, Subject("elder", elder_id), Tag.ELDER_REGISTERED, by=by.actor, village_id=str(village_id))
        await box.put(kernel, ElderRegistered(elder_id=elder_id))
    return elder_id


async def change_phone(kernel: Kernel, *, elder_id: UUID, phone: str, by: Viewer) -> None:
    """Put another telephone in the place of the elder's own. Raises RoleCannot, ElderNotFound, ElderNotOnRegister."""
    by.require(Role.COMMITTEE)
    async with transaction():
        held = await classifying.held(elder_id, by)
        sealed = kernel.keys.encrypt(phone.encode(), f"elders|phone|{elder_id}")
        await Elder.filter(id=held.id).update(phone=sealed)
        await record(kernel, Subject("elder", elder_id), Tag.ELDER_PHONE_CHANGED, by=by.actor)
