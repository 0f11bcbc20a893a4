"""The county's changes of its own places."""

from datetime import date
from itertools import count

from backend.db import open_database
from backend.divisions.actions import place
from backend.divisions.models import Division, DivisionLevel
from tests.api.attempts import Attempt, scene
from tests.api.scenes.tiers import today
from tests.api.world import World

SINCE = date(2020, 1, 1)
_numbers = count(1)


async def hamlet(world: World) -> str:
    """A village of the family's township in which nobody lives."""
    async with open_database(world.product.database_url):
        assert world.county.township is not None
        township = await Division.get(id=world.county.township)
        code = f"5399019{next(_numbers):05}"
        made = await place(code=code, name="空坪村", level=DivisionLevel.VILLAGE, parent=township, starts_on=SINCE)
    return str(made.id)


async def another_township(world: World) -> str:
    """Of the same county."""
    async with open_database(world.product.database_url):
        assert world.county.county is not None
        county = await Division.get(id=world.county.county)
        code = f"5399018{next(_numbers):05}"
        made = await place(code=code, name="空山乡", level=DivisionLevel.TOWNSHIP, parent=county, starts_on=SINCE)
    return str(made.id)


@scene("divisions_list_divisions")
async def list_divisions(world: World) -> Attempt:
    return Attempt(world.family.committee, shows={world.village_id})


@scene("divisions_read_tree")
async def read_tree(world: World) -> Attempt:
    return Attempt(world.township, query={"as_of": today()}, shows={world.village_id})


@scene("divisions_preview_merger")
async def preview_merger(world: World) -> Attempt:
    ids, query = {"division_id": await hamlet(world)}, {"into_id": world.village_id}
    return Attempt(world.bureau, ids=ids, query=query)


@scene("divisions_merge_village")
async def merge_village(world: World) -> Attempt:
    body = {"into_id": world.village_id, "on": today()}
    return Attempt(world.bureau, ids={"division_id": await hamlet(world)}, body=body)


@scene("divisions_retire_division")
async def retire_division(world: World) -> Attempt:
    return Attempt(world.bureau, ids={"division_id": await hamlet(world)}, body={"on": today()})


@scene("divisions_move_division")
async def move_division(world: World) -> Attempt:
    body = {"parent_id": await another_township(world), "on": today()}
    return Attempt(world.bureau, ids={"division_id": await hamlet(world)}, body=body)
