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
                    await host.wait_for("seen.states.includes('reconnecting') && room.state === 'in'", within=30)
                    await until(lambda: all(light.losses for light in lights), timeout=20)
                    await all_hear(lights)
                    await host.wait_for(f"decoded({guest}).then(count => count > 5)", within=30)
                    assert await host.evaluate("seen.waiting") == []
                    await until(lambda: _talked(fleet, calls), timeout=30)
                    assert await Call.filter(state=CallState.OPEN).count() == 10
                    assert await Contact.all().count() == 10


class TestDeployedNode:
    async def test_keeps_its_rooms_and_takes_no_new_one(self, fleet: Fleet) -> None:
        old, new = await fleet.calls(2)
        async with fleet.node("first", MEDIA_DRAIN_SECONDS="600") as first, living(fleet, [old]) as lights:
            await all_hear(lights)
            losses = [light.losses.copy() for light in lights]
            first.terminate()
            async with fleet.node("second"):
                await until(lambda: _drains(fleet), timeout=10)
                assert await fleet.where(old.id) != await fleet.where(new.id)
                async with living(fleet, [new]) as others:
                    await all_hear(others)
                assert [light.losses for light in lights] == losses

    async def test_without_patience_sends_its_people_to_another_at_once(self, fleet: Fleet) -> None:
        (call,) = await fleet.calls(1)
        async with fleet.node("first") as first, fleet.node("second") as second, living(fleet, [call]) as lights:
            await all_hear(lights)
            home = await fleet.where(call.id)
            (first if str(first.port) in home else second).terminate()
            await until(lambda: all(light.losses[-1:] == ["restarting"] for light in lights), timeout=20)
            await all_hear(lights)
            assert await fleet.where(call.id) != home
            await until(lambda: _talked(fleet, [call]), timeout=20)
            assert (await Call.get(id=call.id)).state is CallState.OPEN


async def _talked(fleet: Fleet, calls: list[FamilyCall]) -> bool:
    """Whether each call's log knows of two openings, and of time in which they talked."""
    reports = await RoomReport.all()
    openings = {call.id: {one.opening for one in reports if one.call_id == call.id} for call in calls}
    talked = await Call.filter(talk_seconds__gt=0).count()
    return talked == len(calls) and all(len(found) == 2 for found in openings.values())


async def _drains(fleet: Fleet) -> bool:
    raw = await fleet.redis.get("media:node:first")
    return raw is not None and bool(json.loads(raw)["draining"])
