"""A browser at the far end of a bad link, watching and hearing a light host who stands beside the node."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.media.clip import film, sounds
from tests.bench.media.ours import Page
from tests.bench.media.person import Person
from tests.chromium import Chromium
from tests.media.network.namespace import Link, Weather, bad_link
from tests.media.nodes import RunningNode, running_node, token
from tests.media.pages import HOST, Caller, room_script
from tests.media_files import GREEN, tone_file, video_file
from tests.waiting import until

BAD = Weather(delay=0.1, jitter=0.02, loss=0.05, reordered=0.01)
NARROW = 300

_STATS = """room.connections.stats().then(reports => {
    const seen = {}
    for (const report of reports) report.forEach(entry => {
        if (entry.type === 'inbound-rtp') seen[entry.kind] = entry
    })
    return { at: performance.now(), ...seen }
})"""


@dataclass(frozen=True)
class Hearing:
    """What the browser says of a stretch of time: seconds, sound packets it had to do without, bits of picture."""

    seconds: float
    packets: int
    missing: int
    picture_bits: float

    @property
    def lost(self) -> float:
        """The share of sound that neither arrived nor was recovered from the packet behind it (RFC 6716 2.1.7)."""
        return self.missing / max(1, self.packets)


@dataclass
class NarrowCall:
    """`far` is the browser's page."""

    link: Link
    node: RunningNode
    far: Caller
    host: Person

    async def hearing(self, seconds: float) -> Hearing:
        """Of the coming stretch."""
        before = await self._stats()
        clock = asyncio.get_running_loop().time
        begin = clock()
        await until(lambda: clock() - begin >= seconds, timeout=seconds + 60, every=0.1)
        after = await self._stats()

        def more(kind: str, name: str) -> int:
            return int(after.get(kind, {}).get(name, 0)) - int(before.get(kind, {}).get(name, 0))

        lost, recovered = more("audio", "packetsLost"), more("audio", "fecPacketsReceived")
        missing = max(0, lost - (recovered - more("audio", "fecPacketsDiscarded")))
        took = (after["at"] - before["at"]) / 1000
        received = more("audio", "packetsReceived") + max(0, lost)
        return Hearing(took, received, missing, more("video", "bytesReceived") * 8 / took)

    async def sees_more(self, frames: int = 24, within: float = 30) -> None:
        """Waits until so many more frames of the host are decoded."""
        before = await self.far.page.evaluate("decoded('host')")
        await self.far.page.wait_for(f"decoded('host').then(count => count >= {before} + {frames})", within=within)

    async def _stats(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.far.page.evaluate(_STATS)
        return found


@contextlib.asynccontextmanager
async def narrow_call(folder: Path) -> AsyncIterator[NarrowCall]:
    """Over a good link as yet; the browser sees the host."""
    for make in (film, sounds):
        await asyncio.to_thread(make)
    async with (
        bad_link() as link,
        running_node(at=link.near, script=room_script()) as node,
        Page(node.signalling, token("host", role=HOST), link.near) as host,
        await Chromium.start(
            f"--unsafely-treat-insecure-origin-as-secure={node.url}",
            camera=video_file(GREEN, folder),
            microphone=tone_file(GREEN, folder),
            inside=link,
        ) as browser,
    ):
        far = await Caller.open("anna", browser, node)
        await far.knock(size=[320, 180], rate=10)
        await until(lambda: "anna" in host.waiting)
        await host.say(type="admit", participant="anna")
        await host.sees(1)
        person = Person("host", *host.halves(), seed=1)
        person.talk()
        try:
            call = NarrowCall(link, node, far, person)
            await call.sees_more()
            yield call
        finally:
            person.hush()
