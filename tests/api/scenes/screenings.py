"""Screenings: opening one, the village's list, and the doors."""

from typing import Any
from uuid import uuid4

from tests.api.attempts import Attempt, scene
from tests.api.scenes.tiers import today
from tests.api.world import World


def campaign_body(world: World) -> dict[str, Any]:
    return {
        "division_id": str(world.county.township),
        "name": f"摸底排查{uuid4().hex[:8]}",
        "starts_on": today(),
        "ends_on": today(30),
    }


async def opened(world: World) -> dict[str, str]:
    """A screening of the township, and the family's village in it."""
    screening = (await world.township.post("/api/screenings", campaign_body(world)))["id"]
    return {"screening_id": screening, "division_id": world.village_id}


async def listed(world: World) -> tuple[str, str]:
    """A household of the family's village, by id and head."""
    head = f"卫{uuid4().hex[:8]}"
    body = {"village_id": world.village_id, "households": [{"address": "下寨 9 号", "head": head, "poor": True}]}
    [made] = (await world.family.committee.post("/api/screenings/households", body))["ids"]
    return made, head


@scene("screenings_list_screenings")
async def list_screenings(world: World) -> Attempt:
    await opened(world)
    return Attempt(world.family.committee, shows={world.village_id})


@scene("screenings_open_screening")
async def open_screening(world: World) -> Attempt:
    return Attempt(world.township, body=campaign_body(world))


@scene("screenings_read_coverage")
async def read_coverage(world: World) -> Attempt:
    return Attempt(world.family.committee, ids=await opened(world), shows={world.village_id})


@scene("screenings_list_doors")
async def list_doors(world: World) -> Attempt:
    ids = await opened(world)
    _, head = await listed(world)
    return Attempt(world.family.committee, ids=ids, query={"limit": "50"}, shows={head})


@scene("screenings_tick_door")
async def tick_door(world: World) -> Attempt:
    household, _ = await listed(world)
    ids = {"screening_id": (await opened(world))["screening_id"], "household_id": household}
    return Attempt(world.family.committee, ids=ids, body={"outcome": "nobody_home", "note": "赶集去了，晚上再来"})


@scene("screenings_list_households")
async def list_households(world: World) -> Attempt:
    households = [{"address": "上寨 3 号", "head": f"卫{uuid4().hex[:8]}"}]
    return Attempt(world.family.committee, body={"village_id": world.village_id, "households": households})


@scene("screenings_remove_household")
async def remove_household(world: World) -> Attempt:
    household, _ = await listed(world)
    return Attempt(world.family.committee, ids={"household_id": household})
