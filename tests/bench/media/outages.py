"""How long a call is away: its node killed, or the phone on another address. Light participants on this machine.

* `call.recovery_after_node_kill`: ten calls of two on one node, which is killed with -9 while another waits; seconds
  until every one of the twenty hears the other again. Pages ask for their place and try again as the call page does.
* `call.heard_after_address_change`: a phone behind a link of 200 ms RTT and 5 % loss sends from another address;
  seconds until the host hears it again.
"""

import asyncio
import tempfile
from pathlib import Path

from backend.db import migrate
from tests.bench.results import Result, middle
from tests.media.network.far import far_call
from tests.media.network.fleet import Fleet
from tests.media.network.lights import living
from tests.media.network.namespace import Weather
from tests.servers.redis import redis_server
from tests.waiting import until

NAMES = ("call.recovery_after_node_kill", "call.heard_after_address_change")
CALLS, MOVES = 10, 5
ENOUGH = 5


async def run() -> dict[str, Result]:
    """Both figures in seconds."""
    recovery, moves = await _recovery(), await _moves()
    return {
        "call.recovery_after_node_kill": Result(recovery, "s", (recovery,)),
        "call.heard_after_address_change": middle(moves, "s"),
    }


async def _recovery() -> float:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite://{Path(folder) / 'calls.sqlite3'}"
        await migrate(database)
        async with redis_server() as redis_url, Fleet.open(database, redis_url, pages=False) as fleet:
            calls = await fleet.calls(CALLS)
            async with fleet.node("first") as first, living(fleet, calls) as lights:
                await until(lambda: all(light.heard > ENOUGH for light in lights), timeout=120)
                async with fleet.node("second"):
                    begin = asyncio.get_running_loop().time()
                    first.kill()
                    await until(lambda: all(light.losses and light.heard > ENOUGH for light in lights), timeout=120)
                    return asyncio.get_running_loop().time() - begin


async def _moves() -> list[float]:
    took = []
    async with far_call() as call:
        call.link.weather = Weather(delay=0.1, jitter=0.02, loss=0.05, reordered=0.02)
        for number in range(MOVES):
            await call.each_hears_the_other()
            begin = asyncio.get_running_loop().time()
            for peer in call.guest.halves():
                await peer.move(call.link.far if number % 2 else call.link.other)
            call.at_host.heard.forget(timed=False)
            await until(lambda: call.at_host.heard.packets.total() > 0, timeout=60)
            took.append(asyncio.get_running_loop().time() - begin)
    return took
