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
from media.engine.transport import State
from media.events_out import RoomUnwanted
from media.participant import Participant
from media.rules import Limits
from media.settings import MediaSettings
from media.turn import Turn

KEY = b"a grant key that only tests know"
HERE = Path(__file__).parent
CLIENT = HERE.parent.parent / "miniprogram"
_names = itertools.count()


@dataclass
class Inbox:
    """Whoever runs the rooms: takes events whose signature is right, or nothing while it `is_down`; no room is to go on
    while `unwanted`."""

    events: list[RoomEvent] = field(default_factory=list)
    is_down: bool = False
    unwanted: bool = False

    async def post(self, body: bytes, signature: str) -> None:
        if self.is_down:
            raise ConnectionError
        self.events.append(verify_event(body, signature, KEY, datetime.now(UTC)))
        if self.unwanted:
            raise RoomUnwanted


@dataclass
class RunningNode:
    """A node that serves at `url` and reports to `inbox`."""

    url: str
    node: Node
    inbox: Inbox

    @property
    def events(self) -> list[RoomEvent]:
        return self.inbox.events

    @property
    def signalling(self) -> str:
        return self.url.replace("http", "ws", 1) + "/media/signalling"

    def has_connected(self, room: str) -> bool:
        """Whether the node, too, has finished every handshake of those inside (it may be the last to know)."""
        seats = self.node.hub._rooms[room]._inside()
        halves = [half for seat in seats for half in (seat.publisher, seat.subscriber) if half is not None]
        return all(half.transport.state is State.CONNECTED for half in halves)

    def seat(self, room: str, participant: str) -> Participant:
        """What the node knows of one who is here."""
        return next(seat for seat in self.node.hub._rooms[room].people() if seat.id == participant)

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
    limits: Limits | None = None,
    *,
    turn: Turn | None = None,
    origins: tuple[str, ...] = (),
    script: bytes = b"",
    at: str = "127.0.0.1",
) -> AsyncIterator[RunningNode]:
    """A node embedded in an app of the test's own, as the product's one-process run does it."""
    app: Sanic[Any, Any] = Sanic(f"media-test-{next(_names)}", configure_logging=False)
    settings = MediaSettings(
        grant_key=KEY,
        node="node-1",
        addresses=() if at == "127.0.0.1" else (at,),
        origins=origins,
        limits=limits or Limits(),
        turn=turn or Turn((), b""),
    )
    inbox = Inbox()
    attach(app, settings, post_event=inbox.post)

    async def page(_: Request) -> HTTPResponse:
        return html((HERE / "page.html").read_text())

    async def room_js(_: Request) -> HTTPResponse:
        return raw(script, content_type="text/javascript")

    app.add_route(page, "/", name="page")
    app.add_route(room_js, "/room.js", name="script")
    async with serving(app, at) as url:
        yield RunningNode(url, app.ctx.media_node, inbox)


@contextlib.asynccontextmanager
async def serving(app: Sanic[Any, Any], at: str = "127.0.0.1") -> AsyncIterator[str]:
    """The app on a free port of this address of ours, in this very loop; its URL."""
    # Sanic rewrites its own methods once a process, which a second app in it does not survive.
    app.config.TOUCHUP = False
    listener = socket.create_server((at, 0))
    server = await app.create_server(sock=listener, return_asyncio_server=True, debug=False)
    assert server is not None
    await server.startup()
    await server.before_start()
    await server.start_serving()
    try:
        yield f"http://{at}:{listener.getsockname()[1]}"
    finally:
        await server.before_stop()
        await server.close()
        for connection in list(server.connections):
            connection.abort()
