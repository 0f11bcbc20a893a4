"""Screenings: villages tick door by door, townships and the county see how far they have come."""

from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.divisions.errors import DivisionNotFound
from backend.kit.pages import CursorNotReadable
from backend.screenings import actions, queries
from backend.screenings.actions import NewHousehold
from backend.screenings.errors import CampaignNotFound, CampaignNotOpen, CampaignNotPossible, HouseholdNotFound
from backend.screenings.queries import CampaignRow
from backend.screenings.rules import Season, percent
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made
from miniprogram_api.screenings.schemas import (
    CampaignIn,
    CampaignOut,
    Campaigns,
    CoverageOut,
    CoverageRow,
    Doors,
    DoorsQuery,
    HouseholdsIn,
    HouseholdsMade,
    TickIn,
)

routes = Routes("screenings")
OFFICES = scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY)


@routes.get("/api/screenings", access=OFFICES)
async def list_screenings(ask: Ask) -> Campaigns:
    """The screenings one's place takes part in or has opened."""
    return Campaigns([_out(row, ask) for row in await queries.campaigns(ask.viewer.scope)])


@routes.post(
    "/api/screenings", access=scoped(Role.TOWNSHIP, Role.COUNTY), refusals=(DivisionNotFound, CampaignNotPossible)
)
async def open_screening(ask: Ask, body: CampaignIn) -> Made:
    """Open a screening of all villages of a place."""
    made = await actions.open_campaign(
        ask.kernel,
        division_id=body.division_id,
        name=body.name,
        starts_on=body.starts_on,
        ends_on=body.ends_on,
        by=ask.viewer,
    )
    return Made(made)


@routes.get(
    "/api/screenings/{screening_id}/places/{division_id}",
    access=OFFICES,
    refusals=(DivisionNotFound, CampaignNotFound),
)
async def read_coverage(ask: Ask, screening_id: UUID, division_id: UUID) -> CoverageOut:
    """How far a place has come, village by village and summed level by level."""
    rows = await queries.coverage(ask.viewer.scope, screening_id, division_id)
    found = await queries.campaign(ask.viewer.scope, screening_id)
    items = [CoverageRow(**msgspec.structs.asdict(row), percent=percent(row.done, row.households)) for row in rows]
    return CoverageOut(_out(found, ask), items)


@routes.get(
    "/api/screenings/{screening_id}/places/{division_id}/doors",
    access=scoped(Role.COMMITTEE),
    refusals=(DivisionNotFound, CampaignNotFound, CursorNotReadable),
)
async def list_doors(ask: Ask, screening_id: UUID, division_id: UUID, query: DoorsQuery) -> Doors:
    """The village's households and what was found at each."""
    page = await queries.checklist(
        ask.kernel,
        ask.viewer.scope,
        screening_id,
        division_id,
        unfinished=query.unfinished,
        cursor=query.cursor,
        limit=query.limit,
    )
    return Doors(list(page.rows), page.next_cursor)


@routes.post(
    "/api/screenings/{screening_id}/doors/{household_id}",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(CampaignNotFound, CampaignNotOpen, HouseholdNotFound),
)
async def tick_door(ask: Ask, screening_id: UUID, household_id: UUID, body: TickIn) -> Done:
    """Write down what was found at a door."""
    await actions.tick(
        ask.kernel,
        campaign_id=screening_id,
        household_id=household_id,
        outcome=body.outcome,
        note=body.note,
        by=ask.viewer,
    )
    return Done()


@routes.post("/api/screenings/households", access=scoped(Role.COMMITTEE), refusals=(DivisionNotFound,))
async def list_households(ask: Ask, body: HouseholdsIn) -> HouseholdsMade:
    """Put households on the village's list."""
    wanted = [NewHousehold(**msgspec.structs.asdict(each)) for each in body.households]
    return HouseholdsMade(
        await actions.list_households(ask.kernel, village_id=body.village_id, households=wanted, by=ask.viewer)
    )


@routes.delete(
    "/api/screenings/households/{household_id}",
    access=scoped(Role.COMMITTEE),
    status=200,
    refusals=(HouseholdNotFound,),
)
async def remove_household(ask: Ask, household_id: UUID) -> Done:
    """Take a household off the list."""
    await actions.remove_household(ask.kernel, household_id=household_id, by=ask.viewer)
    return Done()


def _out(row: CampaignRow, ask: Ask) -> CampaignOut:
    running = row.starts_on <= ask.viewer.today <= row.ends_on
    assert ask.viewer.division_id is not None, "an office has a place"
    season, place = Season(row.season), ask.viewer.division_id
    return CampaignOut(row.id, row.name, season, row.division, row.starts_on, row.ends_on, running, place)
