"""Behind a bad link: the phone changes its address, the network is away for twenty seconds, the line is narrow."""

import asyncio
from pathlib import Path

import pytest

from tests.media.network.far import far_call
from tests.media.network.namespace import Weather
from tests.media.network.narrow import BAD, NARROW, NarrowCall, narrow_call
from tests.waiting import until

pytestmark = pytest.mark.timeout(120)
SILENCE = 20.0


class TestPhone:
    async def test_that_changes_its_address_is_heard_again_without_a_new_handshake(self) -> None:
        async with far_call() as call:
            call.link.weather = Weather(delay=0.1, jitter=0.02, loss=0.05, reordered=0.02)
            await call.each_hears_the_other()
            for peer in call.guest.halves():
                await peer.move(call.link.other)
            await call.each_hears_the_other()
            assert {peer.address[0] for peer in call.guest.halves()} == {call.link.other}
            assert call.guest.closed is None
            assert len(call.openings()) == 1


class TestNetwork:
    async def test_that_was_silent_for_twenty_seconds_carries_the_same_call_on(self) -> None:
        async with far_call() as call:
            await call.each_hears_the_other()
            welcome = call.guest.welcome
            call.link.weather = Weather(silent=True)
            quiet_since = asyncio.get_running_loop().time()
            await until(lambda: asyncio.get_running_loop().time() - quiet_since >= SILENCE, timeout=30, every=0.2)
            call.at_guest.heard.forget(timed=False)
            call.at_host.heard.forget(timed=False)
            call.link.weather = Weather()
            await call.each_hears_the_other()
            assert call.guest.welcome == welcome
            assert len(call.openings()) == 1


class TestNarrowLine:
    async def test_keeps_the_sound_gives_up_the_picture_and_brings_it_back(self, tmp_path: Path) -> None:
        async with narrow_call(tmp_path) as call:
            call.link.weather = BAD
            call.link.narrow(NARROW)
            await until(lambda: _fits(call), timeout=40)
            heard = await call.hearing(15)
            assert heard.packets > 400
            assert heard.lost <= 0.02
            assert heard.picture_bits < NARROW * 1000
            call.link.widen()
            call.link.weather = Weather()
            await call.sees_more(48, within=60)


async def _fits(call: NarrowCall) -> bool:
    """Whether the picture was reduced to what the line takes."""
    return (await call.hearing(2)).picture_bits < NARROW * 1000 - 50_000
