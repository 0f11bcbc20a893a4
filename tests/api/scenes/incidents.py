"""Concerns, the incidents they open, and who is on duty."""

from datetime import UTC, datetime
from typing import Any

from tests.api.attempts import Attempt, scene
from tests.api.scenes.tiers import today
from tests.api.world import Household, World
from tests.people import Person

HEARD = "摔在院子里起不来"


def a_concern(home: Household, **told: Any) -> dict[str, Any]:
    return {"elder_id": home.elder_id, "kind": "illness", "noticed_at": datetime.now(UTC).isoformat(), **told}


async def account_of(person: Person) -> str:
    found: str = (await person.get("/api/sessions/current"))["account_id"]
    return found


async def duty_body(world: World) -> dict[str, Any]:
    """The county's official answers for the county: of a concern nobody below is named for, it is asked at once."""
    places = (await world.bureau.get("/api/incidents/duty"))["items"]
    county = next(place for place in places if place["level"] == "county")
    account = await account_of(world.bureau)
    about = {"division_id": county["division_id"], "account_id": account}
    return {**about, "phone": "13600000000", "watches": ["day", "night"]}


async def raised(world: World, *, by: Person | None = None, photo: bool = False) -> tuple[Household, str]:
    """A household with an incident that has climbed to the county."""
    home, volunteer = await world.household(), world.family.volunteer
    await world.bureau.put("/api/incidents/duty", await duty_body(world))
    photo_id = await volunteer.upload() if photo else None
    body = a_concern(home, words=HEARD, photo_id=photo_id)
    incident_id: str = (await (by or volunteer).post("/api/incidents", body))["id"]
    home.marks |= {incident_id, HEARD}
    return home, incident_id


@scene("incidents_raise_concern")
async def raise_concern(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.caregiver, body=a_concern(home, words=HEARD), home=home)


@scene("incidents_list_incidents")
async def list_incidents(world: World) -> Attempt:
    home, incident_id = await raised(world)
    return Attempt(world.family.son, query={"elder_id": home.elder_id}, home=home, shows={incident_id})


@scene("incidents_count_incidents")
async def count_incidents(world: World) -> Attempt:
    await raised(world)
    return Attempt(world.township, shows={world.village_id})


@scene("incidents_list_nameable")
async def list_nameable(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, home=home)


@scene("incidents_read_incident")
async def read_incident(world: World) -> Attempt:
    home, incident_id = await raised(world)
    return Attempt(world.family.committee, ids={"incident_id": incident_id}, home=home, shows={HEARD})


@scene("incidents_read_incident_photo")
async def read_incident_photo(world: World) -> Attempt:
    home, incident_id = await raised(world, photo=True)
    return Attempt(world.family.committee, ids={"incident_id": incident_id}, home=home)


@scene("incidents_take_incident_step")
async def take_incident_step(world: World) -> Attempt:
    home, incident_id = await raised(world)
    earlier = (
        {"step": "acknowledge"},
        {"step": "handle", "words": "送到了卫生院"},
        {"step": "close", "outcome": "settled", "words": "人已经缓过来了"},
    )
    for step in earlier:
        await world.family.committee.post(f"/api/incidents/{incident_id}/steps", step)
    review = {"step": "review", "happened": "在院子里滑倒", "done": "送医并通知家人", "change": "院子里铺防滑垫"}
    return Attempt(world.township, ids={"incident_id": incident_id}, body=review, home=home, earlier=earlier)


@scene("incidents_see_incident")
async def see_incident(world: World) -> Attempt:
    home, incident_id = await raised(world)
    return Attempt(world.family.son, ids={"incident_id": incident_id}, home=home)


@scene("incidents_list_duty_holders")
async def list_duty_holders(world: World) -> Attempt:
    # Not of the village: what other scenes raise is to climb to the county at once.
    await world.bureau.put("/api/incidents/duty", await duty_body(world))
    return Attempt(world.bureau, shows={"13600000000"})


@scene("incidents_name_duty_holder")
async def name_duty_holder(world: World) -> Attempt:
    return Attempt(world.bureau, body=await duty_body(world))


@scene("incidents_read_emergency_plan")
async def read_emergency_plan(world: World) -> Attempt:
    return Attempt(world.family.committee, shows={world.village_id})


@scene("incidents_set_emergency_plan")
async def set_emergency_plan(world: World) -> Attempt:
    plan = await world.bureau.get("/api/incidents/plan")
    return Attempt(world.bureau, body={**plan, "starts_on": today()})
