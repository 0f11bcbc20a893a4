"""A call across a bad link, between light participants."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from media.contract import Role
from tests.bench.media.clip import sounds
from tests.bench.media.ours import Page
from tests.bench.media.person import Person
from tests.media.network.namespace import Link, bad_link
from tests.media.nodes import RunningNode, running_node, token
from tests.waiting import until


@dataclass
class FarCall:
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
async def far_call() -> AsyncIterator[FarCall]:
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
            person.talk(pictures=False)
        try:
            yield FarCall(link, node, host, guest, *people)
        finally:
            for person in people:
                person.hush()
