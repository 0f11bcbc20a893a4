"""Behind a bad link: the phone changes its address, or the network is away for twenty seconds."""

import asyncio

import pytest

from tests.media.network.far import far_call
from tests.media.network.namespace import Weather
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
