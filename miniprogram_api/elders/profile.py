"""What an elder's file says: the profile's parts, emergency contacts, capacity, household."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.accounts.roles import Role
from backend.consents.errors import HealthNotConsented
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.profiles import actions, queries
from backend.profiles.errors import (
    CapacityNeedsSource,
    ContactsChanged,
    ContactTwice,
    HouseholdNotPossible,
    ObservedDayNotPossible,
    PartSaysNothing,
)
from backend.profiles.queries import CapacityRow, ContactRow, HouseholdRow, PartRow
from backend.profiles.rules import SENSITIVE, CapacitySource, DecisionCapacity, NewContact, Part
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made, Name, Phone, Words

routes = Routes("elders")
WHO_READS = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE)
WHO_VISITS = (Role.VOLUNTEER, Role.COMMITTEE)
GONE = (ElderNotFound, ElderNotOnRegister)


class PartIn(msgspec.Struct, forbid_unknown_fields=True):
    """What was seen or told of one part, on which day."""

    part: Part
    text: Words
    observed_on: date


class Profile(msgspec.Struct):
    """What holds of each part; `text` is null where health or mind was not asked for."""

    items: list[PartRow]


class PartQuery(msgspec.Struct, frozen=True):
    """`part`: every entry of this one, the one that holds first; else what holds of each. `health` opens health and
    mind as well, and is logged so."""

    part: Part | None = None
    health: bool = False


class ContactIn(msgspec.Struct, forbid_unknown_fields=True):
    """Whom to ring."""

    name: Name
    relation: Annotated[str, Meta(min_length=1, max_length=12)]
    phone: Phone


class ContactsIn(msgspec.Struct, forbid_unknown_fields=True):
    """The whole list, the first to be rung first, and the ids of the list it takes the place of."""

    contacts: Annotated[list[ContactIn], Meta(max_length=6)]
    seen: Annotated[list[UUID], Meta(max_length=6)]


class Contacts(msgspec.Struct):
    """Emergency contacts in their order."""

    items: list[ContactRow]


class CapacityIn(msgspec.Struct, forbid_unknown_fields=True):
    """Whether the elder can decide, who found so and from what; both null where it is unknown."""

    capacity: DecisionCapacity
    source: CapacitySource | None
    found_by: Name | None
    found_on: date


class Capacities(msgspec.Struct):
    """All findings, the one that holds first."""

    items: list[CapacityRow]


class HouseholdFindingIn(msgspec.Struct, forbid_unknown_fields=True):
    """Who lives in the home; `people` counts the elder too, `minors` are under 16."""

    people: Annotated[int, Meta(ge=1, le=30)]
    spouse: bool | None
    minors: Annotated[int, Meta(ge=0, le=20)]
    observed_on: date


class Households(msgspec.Struct):
    """All entries, the one that holds first."""

    items: list[HouseholdRow]


@routes.post(
    "/api/elders/{elder_id}/profile",
    access=scoped(*WHO_VISITS),
    refusals=(*GONE, HealthNotConsented, ObservedDayNotPossible, PartSaysNothing),
)
async def record_profile_part(ask: Ask, elder_id: UUID, body: PartIn) -> Made:
    """Write down one part of the profile; what stood there stays in its history."""
    made = await actions.record_part(
        ask.kernel, elder_id=elder_id, part=body.part, text=body.text, observed_on=body.observed_on, by=ask.viewer
    )
    return Made(made)


@routes.get("/api/elders/{elder_id}/profile", access=scoped(*WHO_READS), refusals=(ElderNotFound,))
async def read_profile(ask: Ask, elder_id: UUID, query: PartQuery) -> Profile:
    """The profile, or the history of one part; the reading is logged, of health as such."""
    scope = ask.viewer.scope
    if query.part is None:
        rows = await queries.profile(ask.kernel, scope, elder_id, health=query.health)
    else:
        rows = await queries.part_history(ask.kernel, scope, elder_id, query.part)
    health = query.health if query.part is None else query.part in SENSITIVE
    await log_reading(ask, elder_id, "profile_health" if health else "profile")
    return Profile(rows)


@routes.put(
    "/api/elders/{elder_id}/contacts",
    access=scoped(*WHO_VISITS),
    refusals=(*GONE, ContactTwice, ContactsChanged, PartSaysNothing),
)
async def replace_emergency_contacts(ask: Ask, elder_id: UUID, body: ContactsIn) -> Done:
    """Put a list in its order in the place of the emergency contacts."""
    wanted = [NewContact(each.name, each.relation, each.phone) for each in body.contacts]
    await actions.replace_contacts(ask.kernel, elder_id=elder_id, wanted=wanted, seen=body.seen, by=ask.viewer)
    return Done()


@routes.get("/api/elders/{elder_id}/contacts", access=scoped(*WHO_READS), refusals=(ElderNotFound,))
async def read_emergency_contacts(ask: Ask, elder_id: UUID) -> Contacts:
    """The emergency contacts in their order; the reading is logged."""
    rows = await queries.contacts(ask.kernel, ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "contacts")
    return Contacts(rows)


@routes.post(
    "/api/elders/{elder_id}/capacity",
    access=scoped(Role.COMMITTEE),
    refusals=(*GONE, ObservedDayNotPossible, CapacityNeedsSource),
)
async def record_decision_capacity(ask: Ask, elder_id: UUID, body: CapacityIn) -> Made:
    """Write down whether the elder can decide, and where that is known from."""
    told = msgspec.structs.asdict(body)
    return Made(await actions.record_capacity(ask.kernel, elder_id=elder_id, by=ask.viewer, **told))


@routes.get("/api/elders/{elder_id}/capacity", access=scoped(*WHO_READS), refusals=(ElderNotFound,))
async def read_decision_capacity(ask: Ask, elder_id: UUID) -> Capacities:
    """All findings about the elder's capacity to decide; the reading is logged."""
    rows = await queries.capacity_history(ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "capacity")
    return Capacities(rows)


@routes.post(
    "/api/elders/{elder_id}/household",
    access=scoped(Role.COMMITTEE),
    refusals=(*GONE, ObservedDayNotPossible, HouseholdNotPossible),
)
async def record_household(ask: Ask, elder_id: UUID, body: HouseholdFindingIn) -> Made:
    """Write down who lives in the home; living alone and minors follow on the elder's facts."""
    told = msgspec.structs.asdict(body)
    return Made(await actions.record_household(ask.kernel, elder_id=elder_id, by=ask.viewer, **told))


@routes.get("/api/elders/{elder_id}/household", access=scoped(*WHO_READS), refusals=(ElderNotFound,))
async def read_household(ask: Ask, elder_id: UUID) -> Households:
    """Who lives and lived in the home; the reading is logged."""
    rows = await queries.household_history(ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "household")
    return Households(rows)
