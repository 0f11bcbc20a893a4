"""Rooms that open and close, many in turn, leave the node as it was: no task, socket, file or memory more."""

import asyncio
import gc
import os
import sys
import time

import pytest

from media.contract import Role
from media.engine.codec import OPUS
from tests.media.nodes import RunningNode, running_node
from tests.media.visitors import Visitor, packets
from tests.waiting import until

WARM = 5


async def one_call(node: RunningNode, number: int) -> None:
    """Two people meet, one is heard, and the host ends it; now and then somebody simply vanishes."""
    room = f"room-{number}"
    async with (
        await Visitor.knock(node, "mei", role=Role.HOST, room=room) as host,
        await Visitor.knock(node, "anna", room=room) as anna,
    ):
        await host.say(type="admit", participant="anna")
        await host.connects()
        await anna.connects()
        await until(lambda: node.has_connected(room))
        for packet in packets(1, OPUS.payload_type, 0, 5, step=960):
            host.peers["publish"].send(packet)
        await until(lambda: len(anna.peers["subscribe"].rtp) == 5)
        if number % 3 == 0:
            await anna.hang_up()
        await host.say(type="end")
        await host.is_sent_away()


def ours() -> int:
    """How many objects of the rooms and their engine there are."""
    modules = ("media.room", "media.participant", "media.publisher", "media.subscriber", "media.engine")
    return sum(str(getattr(type(thing), "__module__", "")).startswith(modules) for thing in gc.get_objects())


async def settled(node: RunningNode) -> tuple[int, int, int, int]:
    """(tasks, open files and sockets, objects of ours, blocks of memory) once all goodbyes are said."""
    engine = node.node.engine
    await until(lambda: len(node.node.hub) == 0 and not engine.closing and not node.node._conversations)
    assert (engine.port._by_user, engine.port._by_address) == ({}, {})
    node.events.clear()
    gc.collect()
    return len(asyncio.all_tasks()), len(os.listdir("/proc/self/fd")), ours(), sys.getallocatedblocks()


@pytest.mark.soak
@pytest.mark.timeout(0)
async def test_rooms_leave_nothing_behind(soak: bool) -> None:
    turns, began, done = (10**9, time.monotonic(), 0) if soak else (40, time.monotonic(), 0)
    async with running_node() as node:
        for number in range(WARM):
            await one_call(node, number)
        *before, blocks = await settled(node)
        while done < turns and time.monotonic() - began < 3_600:
            await one_call(node, WARM + done)
            done += 1
        *after, blocks_after = await settled(node)
    assert after == before
    # Timers of the last handshakes, cancelled but not yet due, hold some.
    assert blocks_after - blocks < 40_000
