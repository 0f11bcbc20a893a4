"""How children keep in touch, and cases about those who do not."""

from datetime import UTC, datetime, timedelta
from typing import Any

from backend.kit.clock import shanghai_day
from tests.api.attempts import Attempt, scene
from tests.api.scenes.tiers import today
from tests.api.world import Household, World

SAID, TOLD = "三个月没往家里打过电话", "厂里说过年放十天假"


def a_talk(home: Household) -> dict[str, Any]:
    return {"member_id": home.places["son"], "way": "phone", "told": TOLD, "day": today()}


async def in_touch(world: World) -> Household:
    """A household whose son called, as he says."""
    home = await world.household()
    await world.family.son.post(f"/api/families/{home.elder_id}/contacts", {"kind": "phone", "day": today()})
    return home


async def accused(world: World, *steps: dict[str, Any]) -> tuple[Household, str]:
    """A household with a case about the son, led on by `steps`."""
    home, committee = await world.household(), world.family.committee
    body = {"member_id": home.places["son"], "ground": "no_contact", "words": SAID}
    case_id: str = (await committee.post("/api/families/cases", body))["id"]
    for step in steps:
        await committee.post(f"/api/families/cases/{case_id}/steps", {"on": today(), **step})
    home.marks |= {case_id, SAID}
    return home, case_id


def warning() -> dict[str, Any]:
    return {"step": "warn", "words": "请每周打个电话", "means": "phone"}


def listing() -> dict[str, Any]:
    until = shanghai_day(datetime.now(UTC)) + timedelta(days=90)
    return {"step": "list", "words": "核实属实", "until": until.isoformat()}


HEARING = {"step": "hear", "words": "工地上忙"}


@scene("families_list_own_contacts")
async def list_own_contacts(world: World) -> Attempt:
    await in_touch(world)
    return Attempt(world.family.son)


@scene("families_list_contacts")
async def list_contacts(world: World) -> Attempt:
    home = await in_touch(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


@scene("families_declare_contact")
async def declare_contact(world: World) -> Attempt:
    home = await world.household()
    body = {"kind": "video", "day": today(), "minutes": 12}
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, body=body, home=home)


@scene("families_choose_rhythm")
async def choose_rhythm(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, body={"days": 3}, home=home)


@scene("families_record_talk")
async def record_talk(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=a_talk(home), home=home)


@scene("families_list_talks")
async def list_talks(world: World) -> Attempt:
    home = await world.household()
    await world.family.committee.post(f"/api/families/{home.elder_id}/talks", a_talk(home))
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home, shows={TOLD})


@scene("families_open_duty_case")
async def open_duty_case(world: World) -> Attempt:
    home = await world.household()
    body = {"member_id": home.places["son"], "ground": "no_money", "words": "一年没给过生活费"}
    return Attempt(world.family.committee, body=body, home=home)


@scene("families_list_duty_cases")
async def list_duty_cases(world: World) -> Attempt:
    home, case_id = await accused(world)
    return Attempt(world.family.committee, query={"limit": "50"}, home=home, shows={case_id})


@scene("families_count_duty_cases")
async def count_duty_cases(world: World) -> Attempt:
    await accused(world)
    return Attempt(world.family.committee, shows={world.village_id})


@scene("families_read_duty_case")
async def read_duty_case(world: World) -> Attempt:
    home, case_id = await accused(world)
    return Attempt(world.family.committee, ids={"case_id": case_id}, home=home, shows={SAID})


@scene("families_take_duty_step")
async def take_duty_step(world: World) -> Attempt:
    home, case_id = await accused(world)
    body = {"on": today(), **warning()}
    return Attempt(world.family.committee, ids={"case_id": case_id}, body=body, home=home)


@scene("families_list_own_duty_cases")
async def list_own_duty_cases(world: World) -> Attempt:
    await accused(world, warning())
    return Attempt(world.family.son)


@scene("families_appeal_duty_case")
async def appeal_duty_case(world: World) -> Attempt:
    home, case_id = await accused(world, warning(), HEARING, listing())
    body = {"words": "每周都打电话，有通话记录"}
    return Attempt(world.family.son, ids={"case_id": case_id}, body=body, home=home)
