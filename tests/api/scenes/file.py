"""What an elder's file says, and where the family is."""

import asyncio
import re
import subprocess
from datetime import UTC, datetime
from typing import Any

from backend.kit.clock import shanghai_day
from tests.api.attempts import Attempt, scene
from tests.api.scenes.homes import lived_in
from tests.api.world import Household, World

AWAY: dict[str, Any] = {"province": "广东省", "city": "深圳市", "since": "2024-02-20", "employer": "宏达电子厂"}


def today() -> str:
    return shanghai_day(datetime.now(UTC)).isoformat()


def a_part(text: str = "家里的灶台靠着柴堆") -> dict[str, Any]:
    return {"part": "safety", "text": text, "observed_on": today()}


async def written(world: World) -> Household:
    """A household whose file says something in every place."""
    home = await world.household()
    committee, path = world.family.committee, f"/api/elders/{home.elder_id}"
    await committee.post(f"{path}/profile", a_part())
    await committee.put(f"{path}/contacts", a_list())
    await committee.post(f"{path}/capacity", capacity())
    await committee.post(f"{path}/household", household())
    await committee.post(f"/api/elders/ties/{home.places['son']}/whereabouts", AWAY)
    home.marks |= {"灶台靠着柴堆", "卫大强", "13812340000", "卫生院", "宏达电子厂"}
    return home


def a_list() -> dict[str, Any]:
    return {"contacts": [{"name": "卫大强", "relation": "侄子", "phone": "13812340000"}], "seen": []}


def capacity() -> dict[str, Any]:
    return {"capacity": "limited", "source": "medical", "found_by": "石门乡卫生院", "found_on": today()}


def household() -> dict[str, Any]:
    return {"people": 3, "spouse": True, "minors": 1, "observed_on": today()}


@scene("elders_record_profile_part")
async def record_profile_part(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, body=a_part(), home=home)


@scene("elders_read_profile")
async def read_profile(world: World) -> Attempt:
    home = await written(world)
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, query={"health": "true"}, home=home)


@scene("elders_replace_emergency_contacts")
async def replace_emergency_contacts(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=a_list(), home=home)


@scene("elders_read_emergency_contacts")
async def read_emergency_contacts(world: World) -> Attempt:
    home = await written(world)
    return Attempt(world.family.volunteer, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_record_decision_capacity")
async def record_decision_capacity(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=capacity(), home=home)


@scene("elders_read_decision_capacity")
async def read_decision_capacity(world: World) -> Attempt:
    home = await written(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_record_household")
async def record_household(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=household(), home=home)


@scene("elders_read_household")
async def read_household(world: World) -> Attempt:
    home = await written(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_read_whole_file")
async def read_whole_file(world: World) -> Attempt:
    home = await written(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_read_timeline")
async def read_timeline(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_read_own_whereabouts")
async def read_own_whereabouts(world: World) -> Attempt:
    await written(world)
    return Attempt(world.family.son)


@scene("elders_tell_own_whereabouts")
async def tell_own_whereabouts(world: World) -> Attempt:
    _, child = await world.only_child()
    return Attempt(child, body={**AWAY, "area": "elsewhere"})


@scene("elders_confirm_own_whereabouts")
async def confirm_own_whereabouts(world: World) -> Attempt:
    home, child = await world.only_child()
    await world.family.committee.post(f"/api/elders/ties/{home.places['child']}/whereabouts", AWAY)
    return Attempt(child)


@scene("elders_tell_whereabouts_for")
async def tell_whereabouts_for(world: World) -> Attempt:
    home = await world.household()
    ids = {"member_id": home.places["son"]}
    return Attempt(world.family.committee, ids=ids, body={**AWAY, "able": True}, home=home)


@scene("elders_read_whereabouts_history")
async def read_whereabouts_history(world: World) -> Attempt:
    home = await written(world)
    shows = {"深圳市"}
    return Attempt(world.family.committee, ids={"member_id": home.places["son"]}, shows=shows)


@scene("elders_print_village_card")
async def print_village_card(world: World) -> Attempt:
    home = await world.household()
    # Printed once already: what an outsider asks for changes nothing, and what the rightful ask for neither.
    await world.family.committee.send("GET", f"/api/elders/{home.elder_id}/card")
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_check_village_card")
async def check_village_card(world: World) -> Attempt:
    home = await world.household()
    pdf = (await world.family.committee.send("GET", f"/api/elders/{home.elder_id}/card")).content
    text = await asyncio.to_thread(subprocess.check_output, ["pdftotext", "-", "-"], input=pdf)
    [number] = set(re.findall(r"K\d{12}", text.decode()))
    [code] = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", text.decode())
    return Attempt(world.stranger, query={"number": number, "code": code})
