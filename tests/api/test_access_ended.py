"""What was ended ends at once, and what is not confirmed opens nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.accounts.models import Membership, Tie
from backend.accounts.roles import Role
from backend.db import open_database
from backend.kit.clock import shanghai_day
from tests.api.operations import BY_ID
from tests.api.scenes.daily import agreed
from tests.api.world import Household, World
from tests.family import report_body
from tests.people import Person

pytestmark = pytest.mark.timeout(300)


async def out(world: World, person: Person, home: Household) -> list[str]:
    """What of the elder this person still reaches, first screens and lists included."""
    reached = []
    reads = {name: operation for name, operation in BY_ID.items() if operation.method == "GET" and "/check" not in name}
    for name, operation in reads.items():
        if operation.access.reach != "scoped" or (operation.path_ids and operation.path_ids != ["elder_id"]):
            continue
        answer = await person.send("GET", operation.path.format(elder_id=home.elder_id), params={"month": "2026-11"})
        assert answer.status_code < 500, answer.text
        reached += [name] if home.elder_id in answer.text or home.name in answer.text else []
    return reached


async def test_an_ended_pairing_shuts_the_volunteer_out(world: World) -> None:
    home, volunteer = await world.household(), world.family.volunteer
    call = await agreed(world, home)
    assert "elders_read_elder" in await out(world, volunteer, home)

    await world.family.committee.post(f"/api/volunteers/pairings/{home.pairing_id}/end")

    assert await out(world, volunteer, home) == []
    for path, body in (
        ("/api/visits/reports", report_body(home.elder_id)),
        (f"/api/calls/{call}/open", {"elder_agrees": True}),
        (f"/api/calls/{call}/cancel", None),
    ):
        assert (await volunteer.send("POST", path, json=body)).status_code == 404


async def test_an_ended_tie_shuts_the_child_out(world: World) -> None:
    home, son = await world.household(), world.family.son
    call = await agreed(world, home)
    await world.family.volunteer.post(f"/api/calls/{call}/open", {"elder_agrees": True})
    assert "elders_read_elder" in await out(world, son, home)

    async with open_database(world.product.database_url):
        await Tie.filter(elder_id=home.elder_id).update(ends_on=shanghai_day(datetime.now(UTC)))

    for person in (son, world.family.caregiver, world.family.volunteer):
        assert await out(world, person, home) == []
    assert (await son.send("POST", f"/api/calls/{call}/ticket")).status_code == 404


@pytest.mark.parametrize("change", ["ended today", "begins tomorrow"])
async def test_an_office_is_held_from_its_first_day_to_its_last(world: World, change: str) -> None:
    home = await world.household()
    openid = f"official{next(world.numbers)}"
    official = await world.county.official(openid, Role.COMMITTEE, world.county.villages[0], "周正")
    assert "elders_read_elder" in await out(world, official, home)
    account_id = (await official.get("/api/sessions/current"))["account_id"]

    today = shanghai_day(datetime.now(UTC))
    dates = {"ends_on": today} if change == "ended today" else {"starts_on": today + timedelta(days=1)}
    async with open_database(world.product.database_url):
        await Membership.filter(account_id=account_id).update(**dates)

    assert await out(world, official, home) == []
    assert (await official.send("POST", "/api/elders", json=world.elder_body())).status_code == 403
    again = await world.county.person(openid)
    assert await out(world, again, home) == []


async def test_a_claimed_place_opens_nothing_before_it_is_confirmed(world: World) -> None:
    home, number = await world.household(), next(world.numbers)
    phone = f"135{number:08}"
    body = {**world.member_bodies()["son"], "phone": phone}
    made = await world.family.committee.post(f"/api/elders/{home.elder_id}/ties", body)
    child = await world.county.person(f"child{number}", phone)
    assert await out(world, child, home) == []

    await world.family.committee.post(f"/api/elders/ties/{made['id']}/confirm")
    assert "elders_read_elder" in await out(world, child, home)
