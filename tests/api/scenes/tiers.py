"""What is found out of an elder, and the tier it leads to."""

from datetime import UTC, datetime, timedelta
from typing import Any

from backend.elders.ability import HIGHEST
from backend.kit.clock import shanghai_day
from tests.api.attempts import Attempt, scene
from tests.api.scenes.homes import lived_in
from tests.api.world import World

FACTS: dict[str, Any] = {
    "living_alone": True,
    "mobility": "difficult",
    "disability": "none",
    "dementia": False,
    "seriously_ill": None,
    "poor": False,
    "minor_at_home": True,
    "registered_here": True,
    "accepts_services": None,
}
SITUATION = {
    "lives_in_countryside": True,
    "supporters": [{"whereabouts": "elsewhere", "since": "2020-02-01", "for_work": True, "able": True}],
}
REASON = "老人刚动过手术，先按重点人群探访"


def today(days: int = 0) -> str:
    """Today in China, or some days later."""
    return (shanghai_day(datetime.now(UTC)) + timedelta(days=days)).isoformat()


def an_override() -> dict[str, Any]:
    """High for a month."""
    return {"tier": "high", "reason": REASON, "ends_on": today(30)}


@scene("elders_list_living_alone_against_advice")
async def list_living_alone_against_advice(world: World) -> Attempt:
    home = await world.household()
    await world.family.committee.put(f"/api/elders/{home.elder_id}/facts", FACTS)
    return Attempt(world.family.committee, shows={home.elder_id, home.name})


@scene("elders_assess_ability")
async def assess_ability(world: World) -> Attempt:
    home = await lived_in(world)
    conditions = {"coma": False, "dementia": False, "mental_disorder": False, "risk_events": 1}
    body = {"assessed_on": today(), "scores": {item.value: most for item, most in HIGHEST.items()}}
    ids = {"elder_id": home.elder_id}
    return Attempt(world.family.committee, ids=ids, body={**body, "conditions": conditions}, home=home)


@scene("statistics_list_unattended")
async def list_unattended(world: World) -> Attempt:
    """Of one who can do nothing alone, and has no agreement."""
    home = await world.household()
    conditions = {"coma": False, "dementia": False, "mental_disorder": False, "risk_events": 0}
    body = {"assessed_on": today(), "scores": {item.value: 0 for item in HIGHEST}, "conditions": conditions}
    await world.family.committee.post(f"/api/elders/{home.elder_id}/assessments", body)
    return Attempt(world.family.committee, query={"limit": "50"}, shows={home.elder_id, home.name})


@scene("elders_read_facts")
async def read_facts(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_read_findings")
async def read_findings(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_change_known_facts")
async def change_known_facts(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=FACTS, home=home)


@scene("elders_read_tier_history")
async def read_tier_history(world: World) -> Attempt:
    home = await world.household()
    await world.family.committee.post(f"/api/elders/{home.elder_id}/tier/override", an_override())
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, home=home, shows={REASON})


@scene("elders_override_tier")
async def override_tier(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.township, ids={"elder_id": home.elder_id}, body=an_override(), home=home)


@scene("elders_lift_tier_override")
async def lift_tier_override(world: World) -> Attempt:
    home = await world.household()
    await world.family.committee.post(f"/api/elders/{home.elder_id}/tier/override", an_override())
    return Attempt(world.township, ids={"elder_id": home.elder_id}, home=home)


@scene("elders_judge_elder_eligibility")
async def judge_elder_eligibility(world: World) -> Attempt:
    home = await lived_in(world)
    return Attempt(world.family.committee, ids={"elder_id": home.elder_id}, body=SITUATION, home=home)


@scene("elders_read_eligibility")
async def read_eligibility(world: World) -> Attempt:
    home = await lived_in(world)
    await world.family.committee.post(f"/api/elders/{home.elder_id}/eligibility", SITUATION)
    return Attempt(world.family.son, ids={"elder_id": home.elder_id}, home=home)
