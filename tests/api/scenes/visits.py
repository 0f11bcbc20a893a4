"""Who visits whom and when, and the written notice of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from backend.kit.clock import shanghai_day
from tests.api.attempts import Attempt, scene
from tests.api.scenes.tiers import today
from tests.api.world import Household, World
from tests.family import report_body


async def body_of(world: World, home: Household) -> dict[str, Any]:
    """The household's volunteer is to visit."""
    found = (await world.family.committee.get("/api/visits/visitors", elder_id=home.elder_id))["items"]
    visitor = next(row["account_id"] for row in found if row["role"] == "volunteer")
    return {
        "elder_id": home.elder_id,
        "visitor_id": visitor,
        "kind": "responsible",
        "visitor_kind": "volunteer",
    }


async def assigned(world: World) -> tuple[Household, str]:
    """A household with a responsible visitor; the assignment."""
    home = await world.household()
    made = (await world.family.committee.post("/api/visits/assignments", await body_of(world, home)))["id"]
    home.marks.add(made)
    return home, made


async def notice(world: World, recipient: str) -> tuple[Household, str]:
    """A household with a notice to the elder, or to the son, that nobody has answered."""
    home, assignment = await assigned(world)
    rows = (await world.family.committee.get("/api/visits/notices"))["items"]
    found = next(row["id"] for row in rows if (row["assignment_id"], row["recipient"]) == (assignment, recipient))
    return home, found


@scene("visits_list_assignments")
async def list_assignments(world: World) -> Attempt:
    home, _ = await assigned(world)
    return Attempt(world.family.committee, query={"elder_id": home.elder_id}, home=home)


@scene("visits_list_visitors")
async def list_visitors(world: World) -> Attempt:
    body = await body_of(world, await world.household())
    return Attempt(world.family.committee, query={"elder_id": body["elder_id"]}, shows={body["visitor_id"]})


@scene("visits_assign_visitor")
async def assign_visitor(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, body=await body_of(world, home), home=home)


@scene("visits_end_visitor")
async def end_visitor(world: World) -> Attempt:
    home, made = await assigned(world)
    return Attempt(world.family.committee, ids={"assignment_id": made}, home=home)


@scene("visits_print_visitor_slip")
async def print_visitor_slip(world: World) -> Attempt:
    home, made = await assigned(world)
    return Attempt(world.family.committee, ids={"assignment_id": made}, home=home)


@scene("visits_list_overdue")
async def list_overdue(world: World) -> Attempt:
    home, long_ago = await world.household(), datetime.now(UTC) - timedelta(days=30)
    await world.family.volunteer.post(
        "/api/visits/reports", {**report_body(home.elder_id), "visited_at": long_ago.isoformat()}
    )
    return Attempt(world.family.committee, query={"limit": "50"}, home=home)


@scene("visits_read_calendar")
async def read_calendar(world: World) -> Attempt:
    home, _ = await assigned(world)
    query = {"month": shanghai_day(datetime.now(UTC)).strftime("%Y-%m")}
    return Attempt(world.family.committee, query=query, home=home)


@scene("visits_order_weather_visits")
async def order_weather_visits(world: World) -> Attempt:
    return Attempt(world.township, body={"village_ids": [world.village_id], "until": today()})


@scene("visits_ask_event_visit")
async def ask_event_visit(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, body={"elder_id": home.elder_id, "kind": "hospital"}, home=home)


@scene("visits_list_visitor_notices")
async def list_visitor_notices(world: World) -> Attempt:
    home, _ = await notice(world, "elder")
    return Attempt(world.family.committee, home=home, shows={home.elder_id})


@scene("visits_hand_over_notice")
async def hand_over_notice(world: World) -> Attempt:
    home, found = await notice(world, "elder")
    body = {"on": today(), "witness": "杨树根"}
    return Attempt(world.family.committee, ids={"notice_id": found}, body=body, home=home)


@scene("visits_list_own_notices")
async def list_own_notices(world: World) -> Attempt:
    home, _ = await assigned(world)
    return Attempt(world.family.son, home=home, shows={home.elder_id})


@scene("visits_acknowledge_notice")
async def acknowledge_notice(world: World) -> Attempt:
    home, found = await notice(world, "supporter")
    return Attempt(world.family.son, ids={"notice_id": found}, home=home)
