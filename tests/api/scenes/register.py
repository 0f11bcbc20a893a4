"""Coming onto the register, going off it, and the counts."""

from datetime import UTC, date, datetime
from uuid import UUID

from backend.db import open_database
from backend.elders.models import Stay
from backend.kit.clock import shanghai_day
from tests.api.attempts import Attempt, scene
from tests.api.world import Household, World


def today() -> str:
    return shanghai_day(datetime.now(UTC)).isoformat()


@scene("register_read_ledger")
async def read_ledger(world: World) -> Attempt:
    query = {"as_of": today(), "since": today(), "division_id": world.village_id, "down_to": "village"}
    return Attempt(world.family.committee, query=query, shows={world.village_id})


@scene("register_download_ledger")
async def download_ledger(world: World) -> Attempt:
    [mine] = (await world.family.committee.get("/api/divisions"))["items"]
    query = {"as_of": today(), "division_id": world.village_id}
    return Attempt(world.family.committee, query=query, shows={mine["code"]})


async def departed(world: World) -> Household:
    """An elder who left the register today."""
    home = await world.household()
    gone = {"reason": "moved_away", "on": today()}
    await world.family.committee.post(f"/api/elders/{home.elder_id}/leave", gone)
    return home


@scene("register_list_leavers")
async def list_leavers(world: World) -> Attempt:
    home = await departed(world)
    query = {"limit": "50", "village_id": world.village_id, "reason": "moved_away"}
    return Attempt(world.family.committee, query=query, home=home)


@scene("register_tell_where_to")
async def tell_where_to(world: World) -> Attempt:
    home = await departed(world)
    return Attempt(
        world.family.committee, ids={"elder_id": home.elder_id}, body={"where_to": "跟儿子去了深圳"}, home=home
    )


@scene("register_list_unconfirmed")
async def list_unconfirmed(world: World) -> Attempt:
    home = await world.household()
    async with open_database(world.product.database_url):
        await Stay.filter(elder_id=UUID(home.elder_id)).update(starts_on=date(2024, 5, 6))
    return Attempt(world.family.committee, query={"limit": "50"}, home=home)


@scene("register_confirm_file")
async def confirm_file(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


@scene("register_leave")
async def leave(world: World) -> Attempt:
    home = await world.household()
    body = {"reason": "child_returned", "on": today()}
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=body, home=home)


@scene("register_come_back")
async def come_back(world: World) -> Attempt:
    home = await departed(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body={"on": today()}, home=home)


@scene("register_move")
async def move(world: World) -> Attempt:
    home = await world.household()
    body = {"village_id": str(world.county.villages[1]), "on": today()}
    return Attempt(world.township, ids={"elder_id": home.elder_id}, body=body, home=home)
