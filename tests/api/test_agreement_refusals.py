"""Bad input about an agreement: each a clear refusal in Chinese with its code, and nothing changed.

What is no picture stands in test_uploads.py, who acts as another in test_acting_as_another.py.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from backend.accounts.roles import Role
from backend.kit.clock import shanghai_day
from tests.api.ledger import changed
from tests.api.scenes.agreements import consent_body, draft_body, drafted, handed_in, signed, text_hash, wish_body
from tests.api.world import Household, World
from tests.people import Person

Wrong = tuple[Person, str, dict[str, Any] | None]
"""Who sends what where, to be refused."""


async def _wrong_state(world: World, home: Household) -> Wrong:
    return world.family.committee, f"/api/agreements/{await drafted(world, home)}/file", None


async def _wrong_role(world: World, home: Household) -> Wrong:
    volunteer, agreement = world.family.volunteer, await drafted(world, home)
    body = {"text_hash": await text_hash(world, agreement), "signature_id": await volunteer.upload()}
    return volunteer, f"/api/agreements/{agreement}/sign", body


async def _stale_text(world: World, home: Household) -> Wrong:
    son, agreement = world.family.son, await drafted(world, home)
    seen = await text_hash(world, agreement)
    changed_text = {**draft_body(home), "special": "每周去赶一次集"}
    rewritten = await son.send("PUT", f"/api/agreements/{agreement}/text", json=changed_text)
    assert rewritten.status_code == 200, rewritten.text
    return son, f"/api/agreements/{agreement}/sign", {"text_hash": seen, "signature_id": await son.upload()}


async def _submitted_twice(world: World, home: Household) -> Wrong:
    """The first signature went through; the second is another tap, with a key of its own."""
    son, agreement = world.family.son, await drafted(world, home)
    path, hashed = f"/api/agreements/{agreement}/sign", await text_hash(world, agreement)
    await son.post(path, {"text_hash": hashed, "signature_id": await son.upload()})
    return son, path, {"text_hash": hashed, "signature_id": await son.upload()}


async def _handed_in_twice(world: World, home: Household) -> Wrong:
    return world.family.volunteer, f"/api/agreements/{await handed_in(world, home)}/hand-in", None


async def _term(world: World, home: Household, days: int) -> Wrong:
    await world.family.volunteer.post("/api/agreements/wishes", wish_body(home))
    today = datetime.now(UTC).date()
    return world.family.son, "/api/agreements", {**draft_body(home), "ends_on": str(today + timedelta(days=days))}


async def _ten_years(world: World, home: Household) -> Wrong:
    return await _term(world, home, 3652)


async def _ends_before_it_starts(world: World, home: Household) -> Wrong:
    return await _term(world, home, -1)


async def _cares_for_oneself(world: World, home: Household) -> Wrong:
    """The son stands on the elder's file as caregiver as well, and names himself."""
    committee = world.family.committee
    named = {**world.member_bodies()["caregiver"], "name": "卫建国", "phone": world.phones["son"]}
    place = (await committee.post(f"/api/elders/{home.elder_id}/ties", named))["id"]
    await committee.post(f"/api/elders/ties/{place}/confirm")
    await world.family.volunteer.post("/api/agreements/wishes", wish_body(home))
    return world.family.son, "/api/agreements", {**draft_body(home), "caregivers": [place]}


async def _party_as_witness(world: World, home: Household) -> Wrong:
    agreement = await drafted(world, home)
    await signed(world, agreement)
    body = {**await consent_body(world, agreement), "witness": "卫春花"}
    return world.family.volunteer, f"/api/agreements/{agreement}/answer", body


async def _witness_nobody_can_print(world: World, home: Household) -> Wrong:
    volunteer, path, body = await _party_as_witness(world, home)
    return volunteer, path, {**(body or {}), "witness": "杨\U000323af"}


async def _clerk_of_the_family(world: World, home: Household) -> Wrong:
    """One of the committee is a child of this elder, though the text does not name him."""
    number = next(world.numbers)
    clerk = await world.county.official(f"clerk{number}", Role.COMMITTEE, world.county.villages[0], "卫会计")
    phone = f"137{number:08}"
    await clerk.verify_phone(phone)
    named = {**world.member_bodies()["son"], "name": "卫会计", "phone": phone}
    place = (await world.family.committee.post(f"/api/elders/{home.elder_id}/ties", named))["id"]
    await world.family.committee.post(f"/api/elders/ties/{place}/confirm")
    return clerk, f"/api/agreements/{await handed_in(world, home)}/file", None


async def _dead_elder(world: World, home: Household) -> Wrong:
    await world.family.volunteer.post("/api/agreements/wishes", wish_body(home))
    died = {"reason": "died", "on": shanghai_day(datetime.now(UTC)).isoformat()}
    await world.family.committee.post(f"/api/elders/{home.elder_id}/leave", died)
    return world.family.committee, "/api/agreements", draft_body(home)


WRONG: dict[str, tuple[Callable[[World, Household], Awaitable[Wrong]], int, str]] = {
    "wrong state": (_wrong_state, 409, "step_not_possible"),
    "wrong role": (_wrong_role, 403, "role_cannot"),
    "stale text": (_stale_text, 409, "text_changed"),
    "submitted twice": (_submitted_twice, 409, "already_acted"),
    "handed in twice": (_handed_in_twice, 409, "step_not_possible"),
    "ten years": (_ten_years, 422, "term_not_possible"),
    "ends before it starts": (_ends_before_it_starts, 422, "term_not_possible"),
    "cares for oneself": (_cares_for_oneself, 422, "party_twice"),
    "a party as witness": (_party_as_witness, 422, "witness_not_fit"),
    "a witness nobody can print": (_witness_nobody_can_print, 422, "character_cannot_be_printed"),
    "a clerk of the family": (_clerk_of_the_family, 403, "names_oneself"),
    "a dead elder": (_dead_elder, 409, "agreement_elder_gone"),
}


@pytest.mark.parametrize("what", WRONG)
async def test_what_is_wrong_about_an_agreement_is_refused_and_changes_nothing(sqlite_world: World, what: str) -> None:
    prepare, status, code = WRONG[what]
    by, path, body = await prepare(sqlite_world, await sqlite_world.household())
    before = await sqlite_world.ledger.settled()
    answer = await by.send("POST", path, json=body)
    told = answer.json()
    assert (answer.status_code, told["code"]) == (status, code), told
    assert any("一" <= letter <= "鿿" for letter in told["message"])
    assert changed(before, await sqlite_world.ledger.digests()) == []
