"""Several real media nodes, the register they share, and a backend that takes their events into a real call log."""

import base64
import contextlib
import itertools
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from redis import asyncio as aioredis
from sanic import HTTPResponse, Request, Sanic
from sanic.response import html, json, raw, text

from backend.calls import attendance, rooms
from backend.calls.rules import Seat
from backend.db import open_database
from backend.kit.clock import SetClock
from media.contract import EVENT_HEADER
from tests.bench.media.place import machine_address, started
from tests.factories.calls import KEY, build_family
from tests.factories.village import World, build_world
from tests.media.nodes import HERE, serving
from tests.media.pages import room_script
from tests.servers.processes import answers, free_port
from tests.waiting import until

_numbers = itertools.count()


@dataclass(frozen=True)
class FamilyCall:
    """An open call: its host and its one guest, by account."""

    id: UUID
    host: UUID
    guest: UUID

    def cookie(self, account: UUID) -> str:
        """The grant that the page of this person holds."""
        seat = Seat.HOST if account == self.host else Seat.GUEST
        life = datetime.now(UTC) + timedelta(hours=1)
        return rooms.mint(call_id=self.id, account_id=account, seat=seat, name=str(seat), expires_at=life, key=KEY)


@dataclass
class Fleet:
    """`url` serves the page and what it asks; nodes come and go."""

    world: World
    redis: aioredis.Redis
    redis_url: str
    url: str = ""
    events: list[bytes] = field(default_factory=list)

    @classmethod
    @contextlib.asynccontextmanager
    async def open(cls, database_url: str, redis_url: str, *, pages: bool = True) -> AsyncIterator[Self]:
        """Without a node yet."""
        async with open_database(database_url), aioredis.Redis.from_url(redis_url) as redis:
            await redis.flushdb()
            fleet = cls(await build_world(clock=SetClock(datetime.now(UTC))), redis, redis_url)
            async with serving(fleet._backend(room_script() if pages else b"")) as url:
                fleet.url = url
                yield fleet

    @contextlib.asynccontextmanager
    async def node(self, name: str, **extra: str) -> AsyncIterator["LiveNode"]:
        """One more node process, once it is in the register."""
        port = free_port()
        environment = {
            "PATH": os.environ["PATH"],
            "GRANT_KEY": base64.b64encode(KEY).decode(),
            "MEDIA_NODE": name,
            "MEDIA_PORT": str(port),
            "MEDIA_ADDRESSES": machine_address(),
            "MEDIA_ORIGINS": self.url,
            "MEDIA_EVENTS_URL": self.url + "/events",
            "MEDIA_REDIS_URL": self.redis_url,
            "MEDIA_SIGNALLING": f"ws://127.0.0.1:{port}/media/signalling",
            **extra,
        }
        with started([sys.executable, "-m", "media"], environment) as pid:
            await until(lambda: answers(port), timeout=60)
            await until(lambda: self.redis.exists(f"media:node:{name}"))
            yield LiveNode(name, pid, port)

    async def calls(self, count: int) -> list[FamilyCall]:
        """So many open calls, each of another family."""
        made = []
        for _ in range(count):
            family = await build_family(self.world)
            call_id = await family.opened(self.world.clock.now() + timedelta(hours=1))
            made.append(FamilyCall(call_id, family.volunteer.viewer.account_id, family.son.viewer.account_id))
        return made

    async def where(self, call_id: UUID) -> str:
        """What the API would answer."""
        return await rooms.find_place(self.redis, call_id) or ""

    def _backend(self, script: bytes) -> Sanic[Any, Any]:
        app: Sanic[Any, Any] = Sanic(f"fleet-{next(_numbers)}", configure_logging=False)

        async def take_event(request: Request) -> HTTPResponse:
            signature = request.headers.get(EVENT_HEADER, "")
            goes_on = await attendance.receive(self.world.kernel, body=request.body, signature=signature, key=KEY)
            self.events.append(request.body)
            return json({"goes_on": goes_on})

        async def where(request: Request) -> HTTPResponse:
            call_id, _ = rooms.read_holder(request.cookies.get("room") or "", KEY, datetime.now(UTC))
            return text(await self.where(call_id))

        async def page(_: Request) -> HTTPResponse:
            return html((Path(HERE) / "page.html").read_text())

        async def room_js(_: Request) -> HTTPResponse:
            return raw(script, content_type="text/javascript")

        app.add_route(take_event, "/events", methods=["POST"], name="events")
        for path, handler in (("/", page), ("/room.js", room_js), ("/where", where)):
            app.add_route(handler, path, name=handler.__name__)
        return app


@dataclass(frozen=True)
class LiveNode:
    """A node process."""

    name: str
    pid: int
    port: int

    def kill(self) -> None:
        """At once, without a goodbye."""
        os.kill(self.pid, signal.SIGKILL)

    def terminate(self) -> None:
        """As a deploy does."""
        os.kill(self.pid, signal.SIGTERM)
