"""The county's services, what elders choose and ask for."""

from typing import Any

from tests.api.attempts import Attempt, scene
from tests.api.scenes.file import today
from tests.api.world import Household, World

WORDS = "想请人来修一修漏雨的瓦"


def a_service(world: World) -> dict[str, Any]:
    told = {"division_id": str(world.county.county)}
    return {**told, "name": "助餐", "how": "向村委会登记", "provider": "石门乡养老服务站", "starts_on": today()}


async def published(world: World) -> str:
    made: str = (await world.bureau.post("/api/services", a_service(world)))["id"]
    return made


async def card(world: World) -> dict[str, Any]:
    choices = [{"service_id": await published(world), "accepts": True}]
    return {"choices": choices, "filled_on": today(), "filled_by": "卫建国", "expressed": "spoken"}


async def asked(world: World) -> tuple[Household, str]:
    home = await world.household()
    made = await world.family.volunteer.post(f"/api/elders/{home.elder_id}/requests", {"words": WORDS})
    home.marks |= {WORDS, made["id"]}
    return home, made["id"]


@scene("services_list_services")
async def list_services(world: World) -> Attempt:
    return Attempt(world.family.son, shows={await published(world)})


@scene("services_publish_service")
async def publish_service(world: World) -> Attempt:
    return Attempt(world.bureau, body=a_service(world))


@scene("services_end_service")
async def end_service(world: World) -> Attempt:
    return Attempt(world.bureau, ids={"service_id": await published(world)})


@scene("services_fill_selection_card")
async def fill_selection_card(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, body=await card(world), home=home)


@scene("services_read_selection_cards")
async def read_selection_cards(world: World) -> Attempt:
    home = await world.household()
    await world.family.volunteer.post(f"/api/elders/{home.elder_id}/service-cards", await card(world))
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, home=home)


@scene("services_raise_request")
async def raise_request(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, body={"words": WORDS}, home=home)


@scene("services_list_requests")
async def list_requests(world: World) -> Attempt:
    home, _ = await asked(world)
    return Attempt(world.family.committee, query={"state": "open", "limit": "50"}, home=home)


@scene("services_answer_request")
async def answer_request(world: World) -> Attempt:
    home, made = await asked(world)
    return Attempt(world.family.committee, ids={"request_id": made}, body={"answer": "周五请瓦工去"}, home=home)
