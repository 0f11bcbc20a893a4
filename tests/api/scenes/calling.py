"""Around a family call: the elder's answer, who comes, who comes instead, what came of it."""

from tests.api.attempts import Attempt, scene
from tests.api.scenes.daily import agreed, opened, proposed, taken
from tests.api.world import NOTE, Household, World


async def closed(world: World, home: Household) -> str:
    """A call that was held."""
    call = await opened(world, home)
    await world.family.volunteer.post(f"/api/calls/{call}/close")
    return call


async def without_host(world: World, home: Household) -> str:
    """A call the committee was to host and cannot. The other volunteer of the village is busy, so that the family's
    own is the one to be asked."""
    call, at = await proposed(world, home)
    theirs = {"elder_id": world.neighbour.elder_id, "times": [at]}
    busy = (await world.neighbour.son.post("/api/calls", theirs))["id"]
    await world.neighbour.volunteer.post(f"/api/calls/{busy}/take", {"starts_at": at})
    await world.family.committee.post(f"/api/calls/{call}/take", {"starts_at": at})
    await world.family.committee.post(f"/api/calls/{call}/drop-out", {"reason": "ill"})
    return call


@scene("calls_record_answer")
async def record_answer(world: World) -> Attempt:
    home = await world.household()
    body = {"agrees": True, "heard": "in_person"}
    return Attempt(world.family.volunteer, ids={"call_id": await taken(world, home)}, body=body, home=home)


@scene("calls_say_coming")
async def say_coming(world: World) -> Attempt:
    home = await world.household()
    call, _ = await proposed(world, home)
    return Attempt(world.family.son, ids={"call_id": call}, body={"coming": False}, home=home)


@scene("calls_drop_out")
async def drop_out(world: World) -> Attempt:
    home = await world.household()
    body = {"reason": "road", "words": "桥断了，车过不来"}
    return Attempt(world.family.volunteer, ids={"call_id": await agreed(world, home)}, body=body, home=home)


@scene("calls_list_offers")
async def list_offers(world: World) -> Attempt:
    home = await world.household()
    await without_host(world, home)
    return Attempt(world.family.volunteer, home=home)


@scene("calls_step_in")
async def step_in(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, ids={"call_id": await without_host(world, home)}, home=home)


@scene("calls_decline_call")
async def decline_call(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, ids={"call_id": await without_host(world, home)}, home=home)


@scene("calls_wait_for_call")
async def wait_for_call(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, ids={"call_id": await agreed(world, home)}, home=home)


@scene("calls_note_outcome")
async def note_outcome(world: World) -> Attempt:
    home = await world.household()
    body = {"skill": "helped", "noticed": NOTE, "taught": "教老人自己接视频"}
    return Attempt(world.family.volunteer, ids={"call_id": await closed(world, home)}, body=body, home=home)


@scene("calls_declare_phone")
async def declare_phone(world: World) -> Attempt:
    home = await world.household()
    call = await opened(world, home)
    son = (await world.family.son.get("/api/sessions/current"))["account_id"]
    body = {"with_id": son, "minutes": 12}
    return Attempt(world.family.volunteer, ids={"call_id": call}, body=body, home=home)


@scene("calls_read_hours")
async def read_hours(world: World) -> Attempt:
    return Attempt(world.family.volunteer)


@scene("calls_read_forecast")
async def read_forecast(world: World) -> Attempt:
    return Attempt(world.family.committee, query={"days": "3"}, shows={world.village_id})
