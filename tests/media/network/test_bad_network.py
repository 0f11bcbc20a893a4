"""Behind a bad link: the phone changes its address, the network is away for twenty seconds, the line is narrow."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from media.contract import Role
from tests.bench.media.clip import sounds
from tests.bench.media.ours import Page
from tests.bench.media.person import Person
from tests.media.network.namespace import Link, Weather, bad_link
from tests.media.nodes import RunningNode, running_node, token
from tests.waiting import until

pytestmark = pytest.mark.timeout(120)
SILENCE = 20.0


@dataclass
class Call:
    """The host is here beside the node, the guest on the far side of the link; both talk."""

    link: Link
    node: RunningNode
    host: Page
    guest: Page
    at_host: Person
    at_guest: Person

    async def each_hears_the_other(self, packets: int = 20) -> None:
        """Waits for that much more sound on both sides."""
        for person in (self.at_host, self.at_guest):
            person.heard.forget(timed=False)
        people = (self.at_host, self.at_guest)
        await until(lambda: all(person.heard.packets.total() > packets for person in people), timeout=20)

    def openings(self) -> set[str]:
        """How often the room was opened, by its events."""
        return {event.session for event in self.node.events}


@contextlib.asynccontextmanager
async def far_call(*, pictures: bool = False) -> AsyncIterator[Call]:
    await asyncio.to_thread(sounds)
    async with (
        bad_link() as link,
        running_node(at=link.near) as node,
        Page(node.signalling, token("host", role=Role.HOST), link.near) as host,
        Page(node.signalling, token("anna"), link.far, link.there) as guest,
    ):
        await until(lambda: "anna" in host.waiting)
        await host.say(type="admit", participant="anna")
        for page in (host, guest):
            await page.sees(1)
        people = Person("host", *host.halves(), seed=1), Person("anna", *guest.halves(), seed=2)
        for person in people:
            person.talk(pictures=pictures)
        try:
            yield Call(link, node, host, guest, *people)
        finally:
            for person in people:
                person.hush()


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
