"""Writing an elder's file: each entry dated and signed, none overwritten."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.consents.errors import HealthNotConsented
from backend.consents.queries import health_shown
from backend.db import transaction
from backend.elders.classifying import change_facts, held
from backend.elders.findings import known_facts
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.profiles.errors import ContactsChanged
from backend.profiles.facts import CapacityRecorded
from backend.profiles.models import CapacityFinding, EmergencyContact, HouseholdFinding, ProfilePart
from backend.profiles.queries import contacts
from backend.profiles.rules import (
    SENSITIVE,
    CapacitySource,
    DecisionCapacity,
    NewContact,
    Part,
    check_capacity,
    check_contacts,
    check_household,
    check_observed,
    written,
)


async def record_part(kernel: Kernel, *, elder_id: UUID, part: Part, text: str, observed_on: date, by: Viewer) -> UUID:
    """Write down what was seen or told of one part of the elder's life (R013, R014); what stood there stays below it.

    Raises RoleCannot, ElderNotFound, ElderNotOnRegister, HealthNotConsented, ObservedDayNotPossible, PartSaysNothing.
    """
    by.require(Role.COMMITTEE, Role.VOLUNTEER)
    said, made = written(text), uuid7()
    async with transaction():
        elder = await held(elder_id, by)
        check_observed(observed_on, born_on=elder.born_on, today=by.today)
        if part in SENSITIVE and not await health_shown(elder_id):
            raise HealthNotConsented
        await ProfilePart.create(
            id=made,
            elder_id=elder_id,
            part=part,
            text=kernel.keys.encrypt(said.encode(), f"profile_parts|text|{made}"),
            observed_on=observed_on,
            recorded_by=by.account_id,
            recorded_at=kernel.clock.now(),
        )
        await _note(kernel, elder_id, Tag.PROFILE_PART_RECORDED, by, entry=made, part=part, observed_on=observed_on)
    return made


async def replace_contacts(
    kernel: Kernel, *, elder_id: UUID, wanted: Sequence[NewContact], seen: Sequence[UUID], by: Viewer
) -> None:
    """Put `wanted`, in this order, in the place of the contacts `seen`. The same list again changes nothing.

    Raises RoleCannot, ElderNotFound, ElderNotOnRegister, ContactTwice, PartSaysNothing, ContactsChanged.
    """
    by.require(Role.COMMITTEE, Role.VOLUNTEER)
    check_contacts(wanted)
    async with transaction():
        await held(elder_id, by)
        standing = await contacts(kernel, by.scope, elder_id)
        if [NewContact(each.name, each.relation, each.phone) for each in standing] == list(wanted):
            return
        if [each.id for each in standing] != list(seen):
            raise ContactsChanged(field="seen")
        now = kernel.clock.now()
        await EmergencyContact.filter(elder_id=elder_id, ended_at=None).update(ended_at=now)
        for position, contact in enumerate(wanted, start=1):
            made = uuid7()
            await EmergencyContact.create(
                id=made,
                elder_id=elder_id,
                position=position,
                name=contact.name,
                relation=contact.relation,
                phone=kernel.keys.encrypt(contact.phone.encode(), f"emergency_contacts|phone|{made}"),
                recorded_by=by.account_id,
                recorded_at=now,
            )
        await _note(kernel, elder_id, Tag.CONTACTS_REPLACED, by, contacts=len(wanted))


async def record_capacity(
    kernel: Kernel,
    *,
    elder_id: UUID,
    capacity: DecisionCapacity,
    source: CapacitySource | None,
    found_by: str | None,
    found_on: date,
    by: Viewer,
) -> UUID:
    """Write down whether the elder can decide, and where that is known from.

    Raises RoleCannot, ElderNotFound, ElderNotOnRegister, ObservedDayNotPossible, CapacityNeedsSource.
    """
    by.require(Role.COMMITTEE)
    check_capacity(capacity, source, found_by)
    async with transaction():
        elder = await held(elder_id, by)
        check_observed(found_on, born_on=elder.born_on, today=by.today)
        made = await CapacityFinding.create(
            elder_id=elder_id,
            capacity=capacity,
            source=source,
            found_by=found_by.strip() if found_by else None,
            found_on=found_on,
            recorded_by=by.account_id,
            recorded_at=kernel.clock.now(),
        )
        await _note(kernel, elder_id, Tag.CAPACITY_RECORDED, by, finding=made.id, found_on=found_on)
        await box.put(kernel, CapacityRecorded(elder_id=elder_id, finding_id=made.id))
    return made.id


async def record_household(
    kernel: Kernel, *, elder_id: UUID, people: int, spouse: bool | None, minors: int, observed_on: date, by: Viewer
) -> UUID:
    """Write down who lives in the home. What it says of living alone and of minors (R025) goes to the elder's facts,
    and the tier and flags follow, unless a later day is on file.

    Raises RoleCannot, ElderNotFound, ElderNotOnRegister, ObservedDayNotPossible, HouseholdNotPossible.
    """
    by.require(Role.COMMITTEE)
    check_household(people, spouse, minors)
    async with transaction():
        elder = await held(elder_id, by)
        check_observed(observed_on, born_on=elder.born_on, today=by.today)
        outdated = await HouseholdFinding.exists(elder_id=elder_id, observed_on__gt=observed_on)
        made = await HouseholdFinding.create(
            elder_id=elder_id,
            people=people,
            spouse=spouse,
            minors=minors,
            observed_on=observed_on,
            recorded_by=by.account_id,
            recorded_at=kernel.clock.now(),
        )
        await _note(kernel, elder_id, Tag.HOUSEHOLD_RECORDED, by, household=made.id, observed_on=observed_on)
        if not outdated:
            known = await known_facts(by.scope, elder_id)
            facts = msgspec.structs.replace(known, living_alone=people == 1, minor_at_home=minors > 0)
            await change_facts(kernel, elder_id=elder_id, facts=facts, by=by)
    return made.id


async def _note(kernel: Kernel, elder_id: UUID, tag: Tag, by: Viewer, **payload: object) -> None:
    await record(kernel, Subject("elder", elder_id), tag, by=by.actor, **payload)
