"""What waits for the committee, and what families decide."""

from typing import Any

from tests.api.attempts import Attempt, scene
from tests.api.scenes.tiers import FACTS, today
from tests.api.world import Household, World

NOTE = "儿子商量好了留在家里"


async def frail(world: World) -> Household:
    """A household whose elder is ill, frail and alone."""
    home = await world.household()
    await world.family.committee.put(f"/api/elders/{home.elder_id}/facts", FACTS | {"seriously_ill": True})
    return home


async def high_risk(world: World, home: Household) -> str:
    """The task to answer."""
    found: dict[str, Any] = await world.family.committee.get("/api/tasks", limit=50)
    mine = [each for each in found["items"] if each["elder_id"] == home.elder_id and each["kind"] == "high_risk"]
    task_id: str = mine[0]["id"]
    return task_id


def decision(home: Household) -> dict[str, Any]:
    return {"member_id": home.places["son"], "decided_on": today(), "note": NOTE}


@scene("tasks_list_tasks")
async def list_tasks(world: World) -> Attempt:
    home = await frail(world)
    return Attempt(world.family.committee, query={"limit": "50"}, shows={home.elder_id, home.name})


@scene("tasks_count_tasks")
async def count_tasks(world: World) -> Attempt:
    await frail(world)
    return Attempt(world.family.committee, shows={world.village_id})


@scene("tasks_answer_task")
async def answer_task(world: World) -> Attempt:
    home = await frail(world)
    ids = {"task_id": await high_risk(world, home)}
    return Attempt(world.family.committee, ids=ids, body={"note": "送去卫生院了"}, home=home)


@scene("elders_list_key_help")
async def list_key_help(world: World) -> Attempt:
    home = await frail(world)
    return Attempt(world.family.committee, query={"limit": "50"}, shows={home.elder_id, home.name})


@scene("elders_count_key_help")
async def count_key_help(world: World) -> Attempt:
    await frail(world)
    return Attempt(world.family.committee, shows={world.village_id})


@scene("elders_record_decision")
async def record_decision(world: World) -> Attempt:
    home = await frail(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=decision(home), home=home)


@scene("elders_list_decisions")
async def list_decisions(world: World) -> Attempt:
    home = await frail(world)
    await world.family.committee.post(f"/api/elders/{home.elder_id}/decisions", decision(home))
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home, shows={NOTE})
