"""Rooms of light participants on our media node, over its real signalling."""

import asyncio
import base64
import contextlib
import json
import os
import socket
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from media.contract import Role, RoomGrant, mint_grant
from tests.bench.media.peer import Peer, Sockets, here
from tests.bench.media.person import Person
from tests.bench.media.place import Place, Process, machine_address, own_process
from tests.servers.processes import free_port
from tests.waiting import until

KEY = b"a grant key that only the bench knows"


class Ours(Place):
    """`python -m media`."""

    name = "ours"

    def __init__(self, process: Process, url: str) -> None:
        super().__init__(process)
        self._url = url

    @contextlib.asynccontextmanager
    async def room(self, number: int, people: int) -> AsyncIterator[list[Person]]:
        async with contextlib.AsyncExitStack() as stack:
            pages = []
            for seat in range(people):
                page = Page(self._url, grant(f"room-{number}", f"p{seat}", host=seat == 0, key=KEY), machine_address())
                pages.append(await stack.enter_async_context(page))
                await page.is_welcome()
            for seat in range(1, people):
                await pages[0].say(type="admit", participant=f"p{seat}")
            for page in pages:
                await page.sees(people - 1)
            yield [Person(f"p{seat}", *page.halves(), 100 * number + seat) for seat, page in enumerate(pages)]


@contextlib.asynccontextmanager
async def ours() -> AsyncIterator[Ours]:
    """One node on the server's processor."""
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "GRANT_KEY": base64.b64encode(KEY).decode(),
        "MEDIA_NODE": "bench",
        "MEDIA_PORT": str(port),
        "MEDIA_ADDRESSES": machine_address(),
    }
    async with own_process([sys.executable, "-m", "media"], port, environment) as process:
        yield Ours(process, f"ws://127.0.0.1:{port}/media/signalling")


def grant(room: str, participant: str, *, host: bool, key: bytes) -> str:
    """The right to one seat for an hour."""
    expires_at = datetime.now(UTC) + timedelta(hours=1)
    role = Role.HOST if host else Role.GUEST
    return mint_grant(RoomGrant(room, participant, role, participant, expires_at, "bench"), key)


class Page:
    """The signalling of one participant, without a browser. Answers every offer by itself."""

    def __init__(self, url: str, cookie: str, address: str, sockets: Sockets = here) -> None:
        """`address` is the page's own, in the network that `sockets` come from."""
        self._url, self._cookie, self._address, self._sockets = url, cookie, address, sockets
        self.socket: ClientConnection | None = None
        self.welcome: dict[str, Any] = {}
        self.people: list[dict[str, Any]] = []
        self.waiting: list[str] = []
        self.closed: str | None = None
        self.peers: dict[str, Peer] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def open(self, url: str | None = None) -> None:
        """Connects and says hello, with what an earlier welcome gave us. Raises OSError, WebSocketException."""
        self._url, self.closed = url or self._url, None
        headers = {"Cookie": f"room={self._cookie}"}
        wire, host = self._sockets(socket.SOCK_STREAM), urlsplit(self._url)
        wire.setblocking(False)
        await asyncio.get_running_loop().sock_connect(wire, (host.hostname, host.port))
        self.socket = await connect(
            self._url, sock=wire, additional_headers=headers, compression=None, ping_interval=None
        )
        self._begin(self._listen(self.socket))
        known = {key: self.welcome[key] for key in ("resume", "admission") if self.welcome.get(key)}
        await self.say(type="hello", **known)

    async def close(self) -> None:
        for peer in self.peers.values():
            peer.close()
        self.peers.clear()
        if self.socket is not None:
            await self.socket.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def say(self, **message: Any) -> None:
        assert self.socket is not None
        await self.socket.send(json.dumps(message))

    async def is_welcome(self) -> None:
        """Waits until the room knows us."""
        await until(lambda: self.welcome)

    async def sees(self, others: int) -> None:
        """Waits until so many others are in and both our connections are up."""
        await until(lambda: len(self.people) == others and self.is_connected, timeout=30)

    @property
    def is_connected(self) -> bool:
        return len(self.peers) == 2 and all(peer.connected for peer in self.peers.values())

    def halves(self) -> tuple[Peer, Peer]:
        """The connection we send on and the one we receive on."""
        return self.peers["publish"], self.peers["subscribe"]

    async def _listen(self, socket: ClientConnection) -> None:
        with contextlib.suppress(WebSocketException):
            async for raw in socket:
                self._take(json.loads(raw))
        self.closed = socket.close_reason or ""

    def _take(self, message: dict[str, Any]) -> None:
        match message["type"]:
            case "welcome":
                if self.welcome and message["resume"] != self.welcome["resume"]:
                    # The room does not know our connections any more.
                    for peer in self.peers.values():
                        peer.close()
                    self.peers.clear()
                self.welcome = {**message, "admission": message.get("admission") or self.welcome.get("admission")}
            case "state":
                self.welcome |= {"state": message["state"], "admission": message.get("admission")}
            case "people":
                self.people = message["people"]
            case "knock":
                self.waiting = [person["id"] for person in message["waiting"]]
            case "offer":
                self._begin(self._answer(message))

    async def _answer(self, offer: dict[str, Any]) -> None:
        which = offer["pc"]
        peer = self.peers.get(which) or self.peers.setdefault(which, Peer(self._address, self._sockets))
        answer = peer.answer(offer["sdp"])
        with contextlib.suppress(WebSocketException, TimeoutError):
            await self.say(type="answer", pc=which, number=offer["number"], sdp=answer)
            if peer.handshakes == 0:
                peer.handshakes = 1
                await peer.connect()
            elif peer.connected:
                await peer.check()

    def _begin(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
