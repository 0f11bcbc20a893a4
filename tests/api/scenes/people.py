"""The register, the families on it, and the volunteers."""

from datetime import date, timedelta

from tests.api.attempts import Attempt, scene
from tests.api.scenes.homes import lived_in
from tests.api.world import World
from tests.factories.sheets import id_number


@scene("sessions_invite_official")
async def invite_official(world: World) -> Attempt:
    body = {"name": "马国庆", "role": "committee", "division_id": world.village_id}
    return Attempt(world.family.committee, body=body)


@scene("elders_list_elders")
async def list_elders(world: World) -> Attempt:
    return Attempt(world.family.son, query={"limit": "50"}, home=await lived_in(world))


@scene("elders_register_elder")
async def register_elder(world: World) -> Attempt:
    number = next(world.numbers)
    born_on = date(1936, 1, 1) + timedelta(days=number)
    told = {"born_on": born_on.isoformat(), "id_number": id_number(born_on, 4), "phone": f"134{number:08}"}
    return Attempt(world.family.committee, body=world.elder_body(**told))


@scene("elders_read_elder")
async def read_elder(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_name_family_member")
async def name_family_member(world: World) -> Attempt:
    home = await lived_in(world)
    body = {**world.member_bodies()["son"], "phone": f"137{next(world.numbers):08}"}
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=body, home=home)


@scene("elders_confirm_family_member")
async def confirm_family_member(world: World) -> Attempt:
    committee = world.family.committee
    elder_id = (await committee.post("/api/elders", world.elder_body()))["id"]
    made = await committee.post(f"/api/elders/{elder_id}/ties", world.member_bodies()["son"])
    return Attempt(committee, ids={"member_id": made["id"]}, shows={elder_id})


@scene("elders_claim_own_places")
async def claim_own_places(world: World) -> Attempt:
    return Attempt(world.family.son)


async def applied(world: World) -> str:
    """A newcomer who offers to help in the family's village; the volunteer's id."""
    newcomer = await world.newcomer(phone=True)
    notice = await newcomer.get("/api/volunteers/risk-notice")
    offer = {"village_id": world.village_id, "name": "周大勇", "risk_notice": notice["version"]}
    made: str = (await newcomer.post("/api/volunteers", offer))["id"]
    return made


@scene("volunteers_read_risk_notice")
async def read_risk_notice(world: World) -> Attempt:
    return Attempt(world.stranger)


@scene("volunteers_apply")
async def apply(world: World) -> Attempt:
    newcomer = await world.newcomer(phone=True)
    notice = await newcomer.get("/api/volunteers/risk-notice")
    return Attempt(newcomer, body={"village_id": world.village_id, "name": "周大勇", "risk_notice": notice["version"]})


@scene("volunteers_list_volunteers")
async def list_volunteers(world: World) -> Attempt:
    return Attempt(world.family.committee, shows={world.volunteer_id, world.village_id})


@scene("volunteers_approve_volunteer")
async def approve_volunteer(world: World) -> Attempt:
    return Attempt(world.family.committee, ids={"volunteer_id": await applied(world)})


@scene("volunteers_record_training")
async def record_training(world: World) -> Attempt:
    volunteer_id = await applied(world)
    await world.family.committee.post(f"/api/volunteers/{volunteer_id}/approve")
    return Attempt(world.family.committee, ids={"volunteer_id": volunteer_id})


@scene("volunteers_pair_volunteer")
async def pair_volunteer(world: World) -> Attempt:
    home = await world.household(paired=False)
    body = {"volunteer_id": world.volunteer_id, "elder_id": home.elder_id}
    return Attempt(world.family.committee, body=body, home=home)


@scene("volunteers_end_pairing")
async def end_pairing(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, ids={"pairing_id": home.pairing_id}, home=home)
