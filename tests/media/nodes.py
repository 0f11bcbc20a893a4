"""A media node on real sockets in the test's own loop, with a page to join from and a box for its events."""

import contextlib
import itertools
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sanic import HTTPResponse, Request, Sanic
from sanic.response import html, raw

from media.app import Node, attach
from media.contract import Role, RoomEvent, RoomGrant, mint_grant, verify_event
from media.rules import Limits
from media.settings import MediaSettings
from media.turn import Turn

KEY = b"a grant key that only tests know"
HERE = Path(__file__).parent
CLIENT = HERE.parent.parent / "miniprogram"
_names = itertools.count()


@dataclass
class RunningNode:
    """`events` holds every event received, each with a right signature; `refuse_events` makes the receiver fail."""

    port: int
    node: Node
    events: list[RoomEvent] = field(default_factory=list)
    refuse_events: bool = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def signalling(self) -> str:
        return f"ws://127.0.0.1:{self.port}/media/signalling"

    def latest(self, room: str) -> RoomEvent | None:
        """The newest event of a room, all its sessions."""
        return next((event for event in reversed(self.events) if event.room == room), None)


def token(
    participant: str,
    *,
    room: str = "room-1",
    role: Role = Role.GUEST,
    name: str = "",
    expires_in: timedelta = timedelta(hours=1),
    key: bytes = KEY,
) -> str:
    """A grant as the backend would mint it."""
    expires_at = datetime.now(UTC) + expires_in
    return mint_grant(RoomGrant(room, participant, role, name or participant, expires_at, "grant-1"), key)


@contextlib.asynccontextmanager
async def running_node(
    limits: Limits | None = None, *, turn: Turn | None = None, origins: tuple[str, ...] = (), script: bytes = b""
) -> AsyncIterator[RunningNode]:
    """A node embedded in an app of the test's own, as the product's one-process run does it."""
    app: Sanic[Any, Any] = Sanic(f"media-test-{next(_names)}", configure_logging=False)
    # Sanic rewrites its own methods once a process, which a second app in it does not survive.
    app.config.TOUCHUP = False
    box: list[RunningNode] = []

    async def post(body: bytes, signature: str) -> None:
        if box[0].refuse_events:
            raise ConnectionError
        box[0].events.append(verify_event(body, signature, KEY, datetime.now(UTC)))

    settings = MediaSettings(
        grant_key=KEY, node="node-1", origins=origins, limits=limits or Limits(), turn=turn or Turn((), b"")
    )
    attach(app, settings, post_event=post)

    async def page(_: Request) -> HTTPResponse:
        return html((HERE / "page.html").read_text())

    async def room_js(_: Request) -> HTTPResponse:
        return raw(script, content_type="text/javascript")

    app.add_route(page, "/", name="page")
    app.add_route(room_js, "/room.js", name="script")
    listener = socket.create_server(("127.0.0.1", 0))
    server = await app.create_server(sock=listener, return_asyncio_server=True, debug=False)
    assert server is not None
    await server.startup()
    await server.before_start()
    await server.start_serving()
    box.append(RunningNode(listener.getsockname()[1], app.ctx.media_node))
    try:
        yield box[0]
    finally:
        await server.before_stop()
        await server.close()
        for connection in list(server.connections):
            connection.abort()
