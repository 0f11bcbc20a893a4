"""What follows from reports: needs and proposed changes that wait for the committee."""

from typing import Any

from tests.api.attempts import Attempt, scene
from tests.api.world import Household, World
from tests.family import report_body

LACKS, NEW_PHONE = "灶房的电线都露出来了", "13911112222"


async def told_of(world: World) -> tuple[Household, dict[str, Any], dict[str, Any]]:
    """A household with a need and a proposed change that nobody has answered."""
    home = await world.household()
    told = report_body(home.elder_id) | {
        "form": "later/1",
        "answers": {"hazards": ["power"], "taught": ["教老人接视频"]},
        "need_items": [{"kind": "refit", "words": LACKS}],
        "proposals": [{"field": "phone", "value": NEW_PHONE, "words": "旧号停机了"}],
    }
    made = (await world.family.volunteer.post("/api/visits/reports", told))["id"]
    need, change = [await named(world, home, what, made) for what in ("needs", "proposals")]
    home.marks |= {need["id"], change["id"], LACKS, NEW_PHONE}
    return home, need, change


async def named(world: World, home: Household, what: str, report_id: str) -> dict[str, Any]:
    """The need, or the proposal, that came with this report."""
    found = await world.family.committee.get(f"/api/visits/{what}", elder_id=home.elder_id, limit=50)
    [row] = [each for each in found["items"] if each["report_id"] == report_id]
    return dict(row)


@scene("visits_list_visit_needs")
async def list_visit_needs(world: World) -> Attempt:
    home, _, _ = await told_of(world)
    return Attempt(world.family.son, query={"limit": "50"}, home=home)


@scene("visits_refer_visit_need")
async def refer_visit_need(world: World) -> Attempt:
    home, need, _ = await told_of(world)
    body = {"to": "department", "words": "请县里危房改造办公室来看"}
    return Attempt(world.family.committee, ids={"need_id": need["id"]}, body=body, home=home)


@scene("visits_end_visit_need")
async def end_visit_need(world: World) -> Attempt:
    home, need, _ = await told_of(world)
    body = {"outcome": "met", "words": "电工来换过线了"}
    return Attempt(world.family.committee, ids={"need_id": need["id"]}, body=body, home=home)


@scene("visits_list_proposals")
async def list_proposals(world: World) -> Attempt:
    home, _, _ = await told_of(world)
    return Attempt(world.family.committee, query={"limit": "50"}, home=home)


@scene("visits_decide_proposal")
async def decide_proposal(world: World) -> Attempt:
    home, _, change = await told_of(world)
    body = {"outcome": "declined", "words": "打过去还是旧号能接"}
    return Attempt(world.family.committee, ids={"proposal_id": change["id"]}, body=body, home=home)


@scene("visits_list_visit_forms")
async def list_visit_forms(world: World) -> Attempt:
    return Attempt(world.family.volunteer)
