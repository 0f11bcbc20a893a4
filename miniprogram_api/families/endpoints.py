"""How the children keep in touch, and the committee's monthly talks with them."""

from uuid import UUID

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.elders.errors import ElderNotFound, ElderNotOnRegister
from backend.families import contacts, rhythm, talks
from backend.families.errors import (
    ContactMeasured,
    ContactNotPossible,
    FamilyMemberNotFound,
    NoPlaceConfirmed,
    NotASupporter,
    OwnFamilyCase,
    RhythmTooSlow,
)
from miniprogram_api.families.schemas import (
    ContactDeclared,
    ContactLogs,
    DeclaredContactIn,
    FamilyTalks,
    RhythmIn,
    TalkIn,
)
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made

routes = Routes("families")


@routes.get("/api/families/contacts", access=SELF, refusals=(RoleCannot,))
async def list_own_contacts(ask: Ask) -> ContactLogs:
    """How I keep in touch with each of my elders."""
    ask.viewer.require(Role.SUPPORTER)
    return ContactLogs(await contacts.own_contacts(ask.viewer.scope, ask.viewer.account_id))


@routes.get("/api/families/{elder_id}/contacts", access=scoped(Role.COMMITTEE), refusals=(ElderNotFound,))
async def list_contacts(ask: Ask, elder_id: UUID) -> ContactLogs:
    """How an elder's supporters keep in touch; the reading is logged."""
    found = await contacts.contacts_of(ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "contacts")
    return ContactLogs(found)


@routes.post(
    "/api/families/{elder_id}/contacts",
    access=scoped(Role.SUPPORTER),
    status=200,
    refusals=(ElderNotFound, NoPlaceConfirmed, ElderNotOnRegister, ContactMeasured, ContactNotPossible),
)
async def declare_contact(ask: Ask, elder_id: UUID, body: DeclaredContactIn) -> ContactDeclared:
    """Say that I was in touch."""
    new = await contacts.declare_contact(
        ask.kernel, elder_id=elder_id, kind=body.kind, day=body.day, minutes=body.minutes, by=ask.viewer
    )
    return ContactDeclared(new)


@routes.put(
    "/api/families/{elder_id}/rhythm",
    access=scoped(Role.SUPPORTER),
    refusals=(ElderNotFound, NoPlaceConfirmed, ElderNotOnRegister, RhythmTooSlow),
)
async def choose_rhythm(ask: Ask, elder_id: UUID, body: RhythmIn) -> Done:
    """Say how often I mean to be in touch."""
    await rhythm.choose_rhythm(ask.kernel, elder_id=elder_id, days=body.days, by=ask.viewer)
    return Done()


@routes.post(
    "/api/families/{elder_id}/talks",
    access=scoped(Role.COMMITTEE),
    refusals=(
        ElderNotFound,
        ElderNotOnRegister,
        FamilyMemberNotFound,
        NotASupporter,
        OwnFamilyCase,
        ContactNotPossible,
    ),
)
async def record_talk(ask: Ask, elder_id: UUID, body: TalkIn) -> Made:
    """Write down a talk with one of the children, which does this month's task."""
    talk = talks.NewTalk(member_id=body.member_id, way=body.way, told=body.told, day=body.day)
    return Made(await talks.record_talk(ask.kernel, elder_id=elder_id, talk=talk, by=ask.viewer))


@routes.get("/api/families/{elder_id}/talks", access=scoped(Role.COMMITTEE), refusals=(ElderNotFound,))
async def list_talks(ask: Ask, elder_id: UUID) -> FamilyTalks:
    """The talks with an elder's family; the reading is logged."""
    found = await talks.talks(ask.kernel, ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "talks")
    return FamilyTalks(found)
