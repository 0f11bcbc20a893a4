"""The register and the family on it."""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.elders.actions import NewElder, register
from backend.elders.errors import (
    BirthdayNotPossible,
    ElderAlreadyRegistered,
    ElderNotFound,
    IdNumberNotPossible,
    VillageIsGone,
)
from backend.elders.queries import ElderRow, elder, elders, override_stands
from backend.elders.rules import AbilityLevel, Gender, PriorityTier, age_on
from backend.families.actions import NewMember, claim_places, confirm_member, name_member
from backend.families.errors import AlreadyNamed, FamilyMemberNotFound, NotClaimedYet, OwnPlace
from backend.families.queries import members
from miniprogram_api.elders.schemas import Claimed, Elder, ElderFile, ElderIn, Elders, Member, MemberIn
from miniprogram_api.reading import log_list, log_reading
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made, PageQuery

routes = Routes("elders")
WHO_SEES_PEOPLE = (Role.SUPPORTER, Role.CAREGIVER, Role.VOLUNTEER, Role.COMMITTEE, Role.TOWNSHIP)


def card(row: ElderRow, ask: Ask) -> Elder:
    """The row as a card."""
    return Elder(
        id=row.id,
        name=row.name,
        gender=Gender(row.gender),
        age=age_on(ask.viewer.today, row.born_on),
        village_id=row.village_id,
        village=row.village,
        address=row.address,
        living_alone=row.living_alone,
        ability_level=AbilityLevel(row.ability_level),
        tier=PriorityTier(row.tier),
    )


@routes.get("/api/elders", access=scoped(*WHO_SEES_PEOPLE))
async def list_elders(ask: Ask, query: PageQuery) -> Elders:
    """The elders in sight, by name; the reading is logged."""
    page = await elders(ask.viewer.scope, cursor=query.cursor, limit=query.limit)
    await log_list(ask, [row.id for row in page.rows])
    return Elders([card(row, ask) for row in page.rows], page.next_cursor)


@routes.post(
    "/api/elders",
    access=scoped(Role.COMMITTEE),
    refusals=(ElderNotFound, BirthdayNotPossible, IdNumberNotPossible, ElderAlreadyRegistered, VillageIsGone),
)
async def register_elder(ask: Ask, body: ElderIn) -> Made:
    """Enter an elder in the register."""
    fields = msgspec.structs.asdict(body)
    village_id = fields.pop("village_id")
    return Made(await register(ask.kernel, village_id=village_id, elder=NewElder(**fields), by=ask.viewer))


@routes.get("/api/elders/{elder_id}", access=scoped(*WHO_SEES_PEOPLE), refusals=(ElderNotFound,))
async def read_elder(ask: Ask, elder_id: UUID) -> ElderFile:
    """One elder's file; the reading is logged."""
    viewer = ask.viewer
    row = await elder(viewer.scope, elder_id)
    family = [Member(**{**msgspec.structs.asdict(member)}) for member in await members(viewer.scope, elder_id)]
    await log_reading(ask, elder_id, "file")
    return ElderFile(card(row, ask), family, await override_stands(viewer.scope, elder_id))


@routes.post("/api/elders/{elder_id}/ties", access=scoped(Role.COMMITTEE), refusals=(ElderNotFound, AlreadyNamed))
async def name_family_member(ask: Ask, elder_id: UUID, body: MemberIn) -> Made:
    """Name a supporter or caregiver on the elder's file."""
    member = NewMember(**msgspec.structs.asdict(body))
    return Made(await name_member(ask.kernel, elder_id=elder_id, member=member, by=ask.viewer))


@routes.post("/api/elders/ties/claim", access=SELF, status=200)
async def claim_own_places(ask: Ask) -> Claimed:
    """Claim the places named for one's verified phone."""
    return Claimed(await claim_places(ask.kernel, by=ask.viewer))


@routes.post(
    "/api/elders/ties/{member_id}/confirm",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(FamilyMemberNotFound, NotClaimedYet, OwnPlace),
)
async def confirm_family_member(ask: Ask, member_id: UUID) -> Done:
    """Confirm that the person who claimed the place is the one meant."""
    await confirm_member(ask.kernel, member_id=member_id, by=ask.viewer)
    return Done()
