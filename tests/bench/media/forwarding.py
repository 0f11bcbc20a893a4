"""What it costs to pass a call on: our media node, Debian's Janus and aiortc's MediaRelay under the very same rooms.

How it is measured, so that anybody can do it again (`make bench ONLY=media.`):

* The server has the machine's first processor to itself, the generator (this process) the second; servers run in turn
  within each round, so that whatever else the machine does hits all alike. A figure is the median over the rounds of
  ours / theirs. On a busy machine single costs wander by a third, the ratios much less.
* A person is two peer connections made by hand (`peer.py`): ICE, DTLS and SRTP as any client's. What they send is
  encoded beforehand (`clip.py`): VP8 640x360 at 24 frames/s, 500 kbit/s, a key frame as soon as a PLI asks for one;
  Opus 20 ms, 25 kbit/s. Each packet is protected once; what is received is counted, and not decrypted.
* Feedback is a browser's: sender reports 1/s, and from each receiving connection 20 RTCP packets/s with receiver report
  and REMB, every twentieth with a NACK that the server answers (`person.py`).
* Cost is processor time from the kernel's schedstat of every thread of the server over the window, user and system,
  divided by the RTP packets that reached subscribers in it; what it takes to receive is thereby included.
* Latency: every frame's RTP time wanders by up to 200 ticks, so that each forwarded frame is matched with its original
  (servers add one constant per stream); it is the time from sending a frame's first packet to having received it, the
  generator's own part included, the same for all.
* Memory is resident bytes at the end of a window less those before anybody came, divided by participants.
* Where a server delivers less than 98 % of the packets the run says so and fails: a cheap server that drops is none.
* Janus (`janus.py`) runs VideoRoom over WebSocket, all other plugins and transports disabled, ICE-lite as we do; the
  same header extensions, RTX and REMB are negotiated. MediaRelay (`relay_server.py`) is a room as aiortc documents it;
  cost is then per forwarded stream-second, as it makes its own packets.
* The generator has to keep up, or the rooms are quieter than they should be: how much of the clip it really sent stands
  beside each figure.

`MEDIA_BENCH_SECONDS` (8) is the window, `MEDIA_BENCH_ROUNDS` (3) how often; smaller ones are for a quick look.
"""

import asyncio
import contextlib
import gc
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from tests.bench.media.clip import FPS, SPOKEN_MS, film, sounds
from tests.bench.media.janus import janus
from tests.bench.media.mediarelay import mediarelay
from tests.bench.media.ours import ours
from tests.bench.media.person import Person
from tests.bench.media.place import OUR_PROCESSORS, Place
from tests.bench.results import Result, middle
from tests.waiting import until

NAMES = (
    "media.forward.cpu_vs_janus",
    "media.forward.cpu_vs_mediarelay",
    "media.latency_p95_vs_janus",
    "media.rss_vs_janus",
)
ROOMS, PEOPLE = 10, 3
WARM_UP = 2.0
MOST_LOST = 0.02
LONGEST_WAY = 5.0


class Lossy(AssertionError):
    """A server did not deliver what it was given, so that its cost says nothing."""


@dataclass(frozen=True)
class Window:
    """One server's share of a round: seconds of processor a packet, of a frame's way (p95), bytes a participant;
    `whole` is the share of the clip that was really sent."""

    per_packet: float
    per_stream_second: float
    latency: float
    resident: float
    whole: float


async def run() -> dict[str, Result]:
    """All four figures."""
    seconds = float(os.environ.get("MEDIA_BENCH_SECONDS", "8"))
    rounds = int(os.environ.get("MEDIA_BENCH_ROUNDS", "3"))
    film()
    sounds()
    with _our_processors():
        async with ours() as mine, janus() as theirs:
            many = await _compare((mine, theirs), ROOMS, rounds, seconds)
        async with ours() as mine, mediarelay() as relay:
            lone = await _compare((mine, relay), 1, rounds, seconds)
    return {
        "media.forward.cpu_vs_janus": _ratio(many, "per_packet", "Janus", 1e6, "µs a packet"),
        "media.forward.cpu_vs_mediarelay": _ratio(lone, "per_stream_second", "MediaRelay", 1e3, "ms a stream-second"),
        "media.latency_p95_vs_janus": _ratio(many, "latency", "Janus", 1e3, "ms"),
        "media.rss_vs_janus": _ratio(many, "resident", "Janus", 1e-6, "MB a participant"),
    }


def _ratio(windows: Mapping[str, Sequence[Window]], what: str, versus: str, scale: float, unit: str) -> Result:
    mine, theirs = ([getattr(each, what) for each in windows[name]] for name in ("ours", versus))
    whole = min(each.whole for name in ("ours", versus) for each in windows[name])
    spoken = f"{versus}; {median(mine) * scale:.3g} against {median(theirs) * scale:.3g} {unit}; {whole:.0%} sent"
    return middle([one / other for one, other in zip(mine, theirs, strict=True)], "ratio", spoken)


async def _compare(places: Sequence[Place], rooms: int, rounds: int, seconds: float) -> dict[str, list[Window]]:
    """The windows of each server by its name; the order turns round with every round."""
    windows: dict[str, list[Window]] = {place.name: [] for place in places}
    for number in range(rounds):
        for place in places if number % 2 else places[::-1]:
            windows[place.name].append(await _window(place, rooms, seconds))
    return windows


async def _window(place: Place, rooms: int, seconds: float) -> Window:
    async with _crowd(place, rooms) as people:
        await _pass(WARM_UP)
        for person in people:
            person.heard.forget(timed=True)
            person.audio.forget()
            person.video.forget()
        before, gc_was = place.process.seconds(), gc.isenabled()
        gc.disable()
        try:
            took = await _pass(seconds)
        finally:
            cost = place.process.seconds() - before
            if gc_was:
                gc.enable()
        resident = place.process.resident()
        delivered = sum(person.heard.packets.total() for person in people)
        streams = rooms * PEOPLE * (PEOPLE - 1)
        return Window(
            per_packet=cost / _whole(place, people, delivered),
            per_stream_second=cost / (streams * took),
            latency=_p95([way for person in people for way in ways(person, people)]) if rooms > 1 else 0.0,
            resident=(resident - place.base) / (rooms * PEOPLE),
            whole=sum(person.audio.frames + person.video.frames for person in people)
            / (rooms * PEOPLE * took * (FPS + 1000 / SPOKEN_MS)),
        )


@contextlib.asynccontextmanager
async def _crowd(place: Place, rooms: int) -> AsyncIterator[list[Person]]:
    """So many rooms full of people, all talking."""
    async with contextlib.AsyncExitStack() as stack:
        entered = (stack.enter_async_context(place.room(number, PEOPLE)) for number in range(rooms))
        people = [person for room in await asyncio.gather(*entered) for person in room]
        for person in people:
            person.talk()
        try:
            yield people
        finally:
            for person in people:
                person.hush()


def _whole(place: Place, people: Sequence[Person], delivered: int) -> int:
    """`delivered`, where it is what was sent. Raises Lossy. MediaRelay makes packets of its own and may make fewer."""
    due = sum(person.audio.packets + person.video.packets for person in people) * (PEOPLE - 1)
    if place.name != "MediaRelay" and delivered < due * (1 - MOST_LOST):
        raise Lossy(f"{place.name} delivered {delivered} of {due} packets")
    return delivered


def ways(person: Person, people: Sequence[Person]) -> list[float]:
    """Seconds that each frame which reached `person` in the window was under way."""
    originals = [stream.sent for other in people if other is not person for stream in (other.audio, other.video)]
    found: list[float] = []
    for arrivals in person.heard.arrivals.values():
        shifts = ((sent, _shift(arrivals, sent)) for sent in originals)
        if match := next(((sent, shift) for sent, shift in shifts if shift is not None), None):
            sent, shift = match
            pairs = ((at, sent.get((stamp - shift) & 0xFFFFFFFF)) for stamp, at in arrivals.items())
            found += [at - begun for at, begun in pairs if begun is not None]
    return found


def _shift(arrivals: Mapping[int, float], sent: Mapping[int, float]) -> int | None:
    """What the server added to every RTP time of this original; None when it is another's."""
    stamps = list(arrivals)
    if len(stamps) < FPS:
        return None
    sample = stamps[1 :: max(1, len(stamps) // 20)]
    for stamp in (stamp for stamp, at in sent.items() if 0 <= arrivals[stamps[0]] - at < LONGEST_WAY):
        shift = (stamps[0] - stamp) & 0xFFFFFFFF
        if sum((each - shift) & 0xFFFFFFFF in sent for each in sample) > 0.9 * len(sample):
            return shift
    return None


def _p95(values: list[float]) -> float:
    if len(values) < 100:
        raise Lossy(f"only {len(values)} frames could be matched with their originals")
    return sorted(values)[int(len(values) * 0.95)]


async def _pass(seconds: float) -> float:
    """Lets the people talk for so long; how long it really was."""
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await until(lambda: loop.time() - begin >= seconds, timeout=seconds + 30, every=0.05)
    return loop.time() - begin


@contextlib.contextmanager
def _our_processors() -> Any:
    """We stay off the server's processor."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, OUR_PROCESSORS)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
