"""What is looked at daily: agreements under way, visits, calls, first screens, figures."""

from datetime import UTC, datetime

from backend.kit.clock import shanghai_day
from tests.api.attempts import Attempt, scene
from tests.api.scenes.agreements import handed_in
from tests.api.scenes.homes import lived_in
from tests.api.world import NOTE, Household, World, times_ahead
from tests.family import report_body


@scene("agreements_list_agreements")
async def list_agreements(world: World) -> Attempt:
    return Attempt(world.family.son, home=await lived_in(world))


@scene("visits_list_due")
async def list_due(world: World) -> Attempt:
    return Attempt(world.family.volunteer, home=await lived_in(world))


@scene("visits_submit_report")
async def submit_report(world: World) -> Attempt:
    home = await world.household()
    photo = await world.family.volunteer.upload()
    needs = {"need_items": [{"kind": "refit", "words": "堂屋的门关不上"}]}
    body = report_body(home.elder_id, note=NOTE, photo_ids=[photo]) | needs
    return Attempt(world.family.volunteer, body=body, home=home)


@scene("visits_list_reports")
async def list_reports(world: World) -> Attempt:
    return Attempt(world.family.son, home=await lived_in(world))


@scene("visits_read_report")
async def read_report(world: World) -> Attempt:
    home = await world.household()
    made = await world.family.volunteer.post("/api/visits/reports", report_body(home.elder_id, note=NOTE))
    return Attempt(world.family.son, ids={"report_id": made["id"]}, home=home, shows={NOTE})


async def proposed(world: World, home: Household) -> tuple[str, str]:
    """A call the son proposes; its id, and the first of its times."""
    times = times_ahead()
    call = (await world.family.son.post("/api/calls", {"elder_id": home.elder_id, "times": times}))["id"]
    home.marks.add(call)
    return call, times[0]


async def taken(world: World, home: Household) -> str:
    """A call the volunteer took, the elder still to be asked."""
    call, first = await proposed(world, home)
    await world.family.volunteer.post(f"/api/calls/{call}/take", {"starts_at": first})
    return call


async def agreed(world: World, home: Household) -> str:
    """The same, and the elder said yes."""
    call = await taken(world, home)
    await world.family.volunteer.post(f"/api/calls/{call}/elder-answer", {"agrees": True, "heard": "phone"})
    return call


async def opened(world: World, home: Household) -> str:
    """A call whose room is open."""
    call = await agreed(world, home)
    await world.family.volunteer.post(f"/api/calls/{call}/open", {"elder_agrees": True})
    return call


@scene("calls_propose_call")
async def propose_call(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, body={"elder_id": home.elder_id, "times": times_ahead()}, home=home)


@scene("calls_list_calls")
async def list_calls(world: World) -> Attempt:
    return Attempt(world.family.son, home=await lived_in(world))


@scene("calls_read_call")
async def read_call(world: World) -> Attempt:
    home = await world.household()
    call, _ = await proposed(world, home)
    return Attempt(world.family.son, ids={"call_id": call}, home=home)


@scene("calls_take_call")
async def take_call(world: World) -> Attempt:
    home = await world.household()
    call, first = await proposed(world, home)
    return Attempt(world.family.volunteer, ids={"call_id": call}, body={"starts_at": first}, home=home)


@scene("calls_open_call")
async def open_call(world: World) -> Attempt:
    home = await world.household()
    body = {"elder_agrees": True, "present": [{"who": "grandchild", "minor": True, "guardian_agrees": True}]}
    return Attempt(world.family.volunteer, ids={"call_id": await agreed(world, home)}, body=body, home=home)


@scene("calls_mint_ticket")
async def mint_ticket(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, ids={"call_id": await opened(world, home)}, home=home)


@scene("calls_close_call")
async def close_call(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.volunteer, ids={"call_id": await opened(world, home)}, home=home)


@scene("calls_cancel_call")
async def cancel_call(world: World) -> Attempt:
    home = await world.household()
    call, _ = await proposed(world, home)
    return Attempt(world.family.son, ids={"call_id": call}, home=home)


@scene("calls_enter_room")
async def enter_room(world: World) -> Attempt:
    call = await opened(world, await world.household())
    ticket = await world.family.son.post(f"/api/calls/{call}/ticket")
    return Attempt(world.stranger, body={"ticket": ticket["ticket"]})


@scene("calls_read_room")
async def read_room(world: World) -> Attempt:
    entrance = await enter_room(world)
    answer = await world.stranger.http.post("/api/calls/room", json=entrance.body)
    return Attempt(world.stranger, headers={"cookie": f"room={answer.cookies['room']}"})


@scene("dashboards_read_family_home")
async def read_family_home(world: World) -> Attempt:
    return Attempt(world.family.son, home=await lived_in(world))


@scene("dashboards_read_today")
async def read_today(world: World) -> Attempt:
    return Attempt(world.family.volunteer, home=await lived_in(world))


@scene("dashboards_read_committee_tasks")
async def read_committee_tasks(world: World) -> Attempt:
    home = await world.household()
    await handed_in(world, home)
    return Attempt(world.family.committee, home=home)


@scene("statistics_read_figures")
async def read_figures(world: World) -> Attempt:
    query = {"month": shanghai_day(datetime.now(UTC)).strftime("%Y-%m"), "division_id": world.village_id}
    return Attempt(world.family.committee, query=query, shows={world.village_id})


@scene("statistics_read_agreement_rates")
async def read_agreement_rates(world: World) -> Attempt:
    query = {"as_of": shanghai_day(datetime.now(UTC)).isoformat(), "division_id": world.village_id}
    return Attempt(world.family.committee, query=query, shows={world.village_id})


@scene("statistics_read_care_rates")
async def read_care_rates(world: World) -> Attempt:
    return Attempt(world.family.committee, query={"division_id": world.village_id}, shows={world.village_id})
