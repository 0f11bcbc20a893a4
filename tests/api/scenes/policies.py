"""What a place has settled for itself."""

from tests.api.attempts import Attempt, scene
from tests.api.scenes.tiers import today
from tests.api.world import World


@scene("policies_read_policies")
async def read_policies(world: World) -> Attempt:
    return Attempt(world.family.committee, shows={world.village_id})


@scene("policies_set_place_policies")
async def set_place_policies(world: World) -> Attempt:
    held = await world.bureau.get("/api/policies")
    share = {"spot_check_share": held["values"]["spot_check_share"]}
    return Attempt(world.bureau, body={"division_id": held["division_id"], "starts_on": today(), "values": share})
