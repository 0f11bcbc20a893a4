"""How long a child looks at an empty screen: from the tap on "join" to the first remote frame a browser shows.

Two Chromium processes and a node on this machine; the camera is open already, as it is in the lobby, and the guest was
admitted before, so that no person's thumb is in the figure.
"""

import math
import tempfile
from pathlib import Path

from tests.bench.results import Result
from tests.media.nodes import running_node
from tests.media.pages import HOST, Caller, browsers, room_script
from tests.media_files import GREEN, RED

NAMES = ("call.first_frame_p95",)
JOINS = 15


async def run() -> dict[str, Result]:
    """`call.first_frame_p95` in seconds, with every single join."""
    with tempfile.TemporaryDirectory() as folder:
        async with running_node(script=room_script()) as node, browsers(Path(folder), RED, GREEN) as (red, green):
            host = await Caller.open("host", red, node, role=HOST)
            guest = await Caller.open("anna", green, node)
            await host.knock()
            await guest.knock()
            await host.admit("anna")
            await host.meets(anna=GREEN)
            joins = [await _join(guest) for _ in range(JOINS)]
    worst = sorted(joins)[math.ceil(0.95 * len(joins)) - 1]
    return {"call.first_frame_p95": Result(worst, "s", tuple(joins))}


async def _join(guest: Caller) -> float:
    await guest.page.reload()
    await guest.knock()
    milliseconds: float = await guest.page.wait_for("seen.frames.host && seen.frames.host - seen.joinedAt")
    return milliseconds / 1000
