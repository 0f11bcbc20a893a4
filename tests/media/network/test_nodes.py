"""Calls outlive the node they are on: killed, or sent home for a deploy."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.calls.models import Call, RoomReport
from backend.calls.rules import CallState
from backend.families.models import Contact
from tests.chromium import Chromium, Page
from tests.media.network.fleet import FamilyCall, Fleet
from tests.media.network.lights import Light, living
from tests.media_files import RED, tone_file, video_file
from tests.waiting import until

pytestmark = pytest.mark.timeout(180)
ENOUGH = 25


@pytest.fixture
async def fleet(sqlite_url: str, redis_url: str) -> AsyncIterator[Fleet]:
    async with Fleet.open(sqlite_url, redis_url) as found:
        yield found


async def all_hear(lights: list[Light]) -> None:
    """Waits until everybody gets sound where they are now."""
    await until(lambda: all(light.heard > ENOUGH for light in lights), timeout=40)


async def in_chromium(browser: Chromium, fleet: Fleet, call: FamilyCall) -> Page:
    """The host's page, at the door."""
    page = await browser.page()
    cookie = {"url": fleet.url, "name": "room", "value": call.cookie(call.host), "httpOnly": True}
    await page.send("Network.setCookie", **cookie)
    await page.goto(fleet.url + "/")
    await page.evaluate("enter({finding: true, size: [320, 180]})")
    return page


class TestKilledNode:
    async def test_loses_none_of_ten_calls(self, fleet: Fleet, tmp_path: Path) -> None:
        calls = await fleet.calls(10)
        guest = json.dumps(str(calls[0].guest))
        async with (
            fleet.node("first") as first,
            await Chromium.start(camera=video_file(RED, tmp_path), microphone=tone_file(RED, tmp_path)) as browser,
        ):
            host = await in_chromium(browser, fleet, calls[0])
            async with living(fleet, calls, guests_only=1) as lights:
                await host.wait_for(f"seen.waiting.some(one => one.id === {guest})")
                await host.evaluate(f"room.admit({guest})")
                await all_hear(lights)
                await host.wait_for(f"decoded({guest}).then(count => count > 5)")
                async with fleet.node("second"):
                    first.kill()
                    await until(lambda: all(light.heard == 0 for light in lights), timeout=20)
                    await all_hear(lights)
                    await host.wait_for("seen.states.includes('reconnecting') && room.state === 'in'", within=30)
                    await host.wait_for(f"decoded({guest}).then(count => count > 5)", within=30)
                    assert await host.evaluate("seen.waiting") == []
                    await until(lambda: _talked(fleet, calls), timeout=20)
        assert await Call.filter(state=CallState.OPEN).count() == 10
        assert {report.opening for report in await RoomReport.filter(call_id=calls[0].id)} != set()
        assert await Contact.all().count() == 10


class TestDeployedNode:
    async def test_keeps_its_rooms_takes_no_new_one_and_hands_over_at_the_end(self, fleet: Fleet) -> None:
        old, new = await fleet.calls(2)
        async with fleet.node("first", MEDIA_DRAIN_SECONDS="600") as first, living(fleet, [old]) as lights:
            await all_hear(lights)
            first.terminate()
            async with fleet.node("second"):
                await until(lambda: _drains(fleet), timeout=10)
                assert await fleet.where(old.id) != await fleet.where(new.id)
                async with living(fleet, [new]) as others:
                    await all_hear(others)
                assert {light.came for light in lights} == {1}

    async def test_without_patience_sends_its_people_to_another_at_once(self, fleet: Fleet) -> None:
        (call,) = await fleet.calls(1)
        async with fleet.node("first") as first, living(fleet, [call]) as lights:
            await all_hear(lights)
            async with fleet.node("second"):
                first.terminate()
                await until(lambda: all(light.came == 2 for light in lights), timeout=20)
                await all_hear(lights)
                await until(lambda: _talked(fleet, [call]), timeout=20)
        assert (await Call.get(id=call.id)).state is CallState.OPEN


async def _talked(fleet: Fleet, calls: list[FamilyCall]) -> bool:
    """Whether each call's log has time of two openings."""
    reports = await RoomReport.filter(talk_seconds__gt=0)
    openings = {call.id: {one.opening for one in reports if one.call_id == call.id} for call in calls}
    return all(len(found) == 2 for found in openings.values())


async def _drains(fleet: Fleet) -> bool:
    raw = await fleet.redis.get("media:node:first")
    return raw is not None and bool(json.loads(raw)["draining"])
