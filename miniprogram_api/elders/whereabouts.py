"""Where supporters are: told by themselves, or by the committee on hearing."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.elders.eligibility import Whereabouts as Area
from backend.elders.errors import ElderNotOnRegister
from backend.families import whereabouts
from backend.families.errors import (
    AreaNotPossible,
    CityNotPossible,
    FamilyMemberNotFound,
    NoPlaceConfirmed,
    NotASupporter,
    NothingToConfirm,
    ProvinceNotKnown,
    SinceNotPossible,
)
from backend.families.queries import OwnPlaceRow, ToldRow, employer, member, own_whereabouts, whereabouts_history
from backend.families.rules import ABROAD, PROVINCES, Place, home_province
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done

routes = Routes("elders")
PLACES = [*PROVINCES.values(), ABROAD]
NOT_A_PLACE = (ProvinceNotKnown, CityNotPossible, AreaNotPossible, SinceNotPossible)

Province = Annotated[str, Meta(min_length=2, max_length=12)]
City = Annotated[str, Meta(min_length=2, max_length=20)]
Employer = Annotated[str, Meta(min_length=1, max_length=60)]


class PlaceIn(msgspec.Struct, forbid_unknown_fields=True):
    """Where one lives and works, to the city; `area`, how near home, may be null in another province."""

    province: Province
    city: City
    since: date
    area: Area | None = None
    for_work: bool | None = None
    employer: Employer | None = None


class PlaceOfIn(msgspec.Struct, forbid_unknown_fields=True):
    """Where a supporter is, as the committee heard; `able` to support: null leaves what was known."""

    province: Province
    city: City
    since: date
    area: Area | None = None
    for_work: bool | None = None
    employer: Employer | None = None
    able: bool | None = None


class OwnPlace(msgspec.Struct):
    """What one elder's file says of where I am; all null as long as nobody told anything.

    Without a province it is what the township's list says, not yet a place to be confirmed.
    """

    member_id: UUID
    elder_id: UUID
    elder: str
    home_province: str | None
    known_on: date | None
    province: str | None
    city: str | None
    area: Area | None
    since: date | None
    for_work: bool | None
    employer: str | None
    told_at: datetime | None


class OwnWhereabouts(msgspec.Struct):
    """Where I am, beside each elder, and the provinces there are to choose from."""

    items: list[OwnPlace]
    provinces: list[str]


class ToldFor(msgspec.Struct):
    """For how many elders it was written down."""

    elders: int


class WhereaboutsHistory(msgspec.Struct):
    """Everything told of one supporter, the last first, and what there is to choose from for the next."""

    items: list[ToldRow]
    home_province: str | None
    provinces: list[str]


@routes.get("/api/elders/whereabouts", access=SELF, refusals=(RoleCannot,))
async def read_own_whereabouts(ask: Ask) -> OwnWhereabouts:
    """What the village has on file of where I am."""
    ask.viewer.require(Role.SUPPORTER)
    rows = await own_whereabouts(ask.viewer.scope, ask.viewer.account_id)
    return OwnWhereabouts([_own(ask, row) for row in rows], PLACES)


@routes.post(
    "/api/elders/whereabouts",
    access=SELF,
    status=200,
    refusals=(RoleCannot, NoPlaceConfirmed, ElderNotOnRegister, *NOT_A_PLACE),
)
async def tell_own_whereabouts(ask: Ask, body: PlaceIn) -> ToldFor:
    """Say where I am now; the files of all my elders have it."""
    place = Place(**msgspec.structs.asdict(body))
    return ToldFor(await whereabouts.tell_own(ask.kernel, place=place, by=ask.viewer))


@routes.post("/api/elders/whereabouts/confirm", access=SELF, status=200, refusals=(RoleCannot, NothingToConfirm))
async def confirm_own_whereabouts(ask: Ask) -> ToldFor:
    """Say that what is on file is still true."""
    return ToldFor(await whereabouts.confirm_own(ask.kernel, by=ask.viewer))


@routes.post(
    "/api/elders/ties/{member_id}/whereabouts",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(FamilyMemberNotFound, NotASupporter, ElderNotOnRegister, *NOT_A_PLACE),
)
async def tell_whereabouts_for(ask: Ask, member_id: UUID, body: PlaceOfIn) -> Done:
    """Write down where a supporter is, as the committee heard."""
    told = msgspec.structs.asdict(body)
    able = told.pop("able")
    await whereabouts.tell_for(ask.kernel, member_id=member_id, place=Place(**told), able=able, by=ask.viewer)
    return Done()


@routes.get("/api/elders/ties/{member_id}/whereabouts", access=scoped(Role.COMMITTEE), refusals=(FamilyMemberNotFound,))
async def read_whereabouts_history(ask: Ask, member_id: UUID) -> WhereaboutsHistory:
    """Everything told of where a supporter was; the reading is logged."""
    viewer = ask.viewer
    rows = await whereabouts_history(viewer.scope, member_id)
    elder_id = (await member(viewer.scope, member_id)).elder_id
    await log_reading(ask, elder_id, "whereabouts", member_id)
    return WhereaboutsHistory(rows, await whereabouts.home_of(elder_id), PLACES)


def _own(ask: Ask, row: OwnPlaceRow) -> OwnPlace:
    return OwnPlace(
        member_id=row.member_id,
        elder_id=row.elder_id,
        elder=row.elder,
        home_province=home_province(row.home),
        known_on=row.known_on,
        province=row.province,
        city=row.city,
        area=Area(row.area) if row.area else None,
        since=row.since,
        for_work=row.for_work,
        employer=employer(ask.kernel, row.id, row.employer),
        told_at=row.told_at,
    )
