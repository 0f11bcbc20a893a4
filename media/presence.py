"""This node in the register that all nodes share in Redis: that it lives, how busy it is, and which rooms it has.

What stands there may be lost at any moment: a second later every node has written its own again.
"""

import asyncio
import time

import structlog
from redis import RedisError
from redis import asyncio as aioredis

from media.contract import (
    BEAT_LIVES,
    BEAT_SECONDS,
    NODES,
    PLACE_LIVES,
    NodeBeat,
    beat_key,
    encode_beat,
    place_key,
)
from media.hub import Hub
from media.settings import MediaSettings

LONGEST_BEAT = 2.0

log = structlog.get_logger(__name__)


class Presence:
    """Beats until `leave`. Redis being away troubles nobody who is in a room already."""

    def __init__(self, settings: MediaSettings, hub: Hub) -> None:
        self._settings, self._hub = settings, hub
        self._redis = aioredis.Redis.from_url(settings.redis_url or "", socket_timeout=LONGEST_BEAT)
        self._beating: asyncio.Task[None] | None = None
        self._used, self._at = time.process_time(), time.monotonic()

    def start(self) -> None:
        """In the running loop."""
        self._beating = asyncio.create_task(self._beat_on())

    async def drain(self) -> None:
        """Takes no more rooms, waits for those that are open as long as it may, and leaves the register."""
        self._hub.draining = True
        deadline = time.monotonic() + self._settings.drain_seconds
        while self._hub.names() and time.monotonic() < deadline:
            await self._pause()
        await self.leave()

    async def leave(self) -> None:
        """Nobody is sent here any more; safe to repeat."""
        beating, self._beating = self._beating, None
        if beating is None:
            return
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        try:
            await self._redis.delete(beat_key(self._settings.node))
        except RedisError:
            log.warning("media_register_out_of_reach")
        await self._redis.aclose()

    async def beat(self) -> None:
        """Writes once; gives up rooms that were placed elsewhere meanwhile. Raises RedisError."""
        node = self._settings.node
        beat = NodeBeat(node, self._settings.signalling, self._load(), self._hub.draining)
        rooms = self._hub.names()
        async with self._redis.pipeline(transaction=False) as pipe:
            pipe.set(beat_key(node), encode_beat(beat), ex=BEAT_LIVES)
            pipe.sadd(NODES, node)
            for room in rooms:
                pipe.set(place_key(room), node, nx=True)
                pipe.expire(place_key(room), PLACE_LIVES)
                pipe.get(place_key(room))
            answers = await pipe.execute()
        for room, holder in zip(rooms, answers[4::3], strict=True):
            if holder not in (None, node.encode()):
                log.warning("room_moved_away", room=room)
                self._hub.give_up(room)

    async def _beat_on(self) -> None:
        while True:
            try:
                await self.beat()
            except RedisError as error:
                log.warning("media_register_out_of_reach", error=type(error).__name__)
            await self._pause()

    async def _pause(self) -> None:
        done = asyncio.get_running_loop().create_future()
        timer = asyncio.get_running_loop().call_later(BEAT_SECONDS, done.set_result, None)
        try:
            await done
        finally:
            timer.cancel()

    def _load(self) -> int:
        """Tenths of a core since the last beat: a node is one process, and its core is what it runs out of."""
        used, at = time.process_time(), time.monotonic()
        share = (used - self._used) / max(at - self._at, 0.001)
        self._used, self._at = used, at
        return round(10 * share)
