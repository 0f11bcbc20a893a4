"""Rooms of light participants in Debian's Janus: VideoRoom over WebSocket, other plugins and transports disabled."""

import asyncio
import contextlib
import itertools
import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.bench.media.peer import Peer
from tests.bench.media.person import Person
from tests.bench.media.place import Place, machine_address, own_process
from tests.bench.media.words import offer
from tests.servers.processes import free_port, scratch_folder
from tests.waiting import until

_LIBRARIES = Path("/usr/lib/x86_64-linux-gnu/janus")
_CAP = 2_000_000

_CORE = """
general: {{
  configs_folder = "{folder}"
  plugins_folder = "{libraries}/plugins"
  transports_folder = "{libraries}/transports"
  events_folder = "{libraries}/events"
  loggers_folder = "{libraries}/loggers"
  debug_level = 2
  session_timeout = 0
}}
media: {{ ipv6 = false }}
nat: {{ ice_lite = true, ice_enforce_list = "{interface}" }}
plugins: {{ disable = "{plugins}" }}
transports: {{ disable = "{transports}" }}
events: {{ broadcast = false }}
"""
_SOCKET = 'general: {{ json = "compact", ws = true, ws_port = {port}, ws_ip = "127.0.0.1", wss = false }}'


class NotInstalled(RuntimeError):
    """Debian's package `janus` is missing; `make bench` installs it."""


class Janus(Place):
    """Janus, with what our node does too: NACK and RTX, PLI, REMB, ICE-lite, abs-send-time."""

    name = "Janus"

    @contextlib.asynccontextmanager
    async def room(self, number: int, people: int) -> AsyncIterator[list[Person]]:
        async with contextlib.AsyncExitStack() as stack:
            lines = [await stack.enter_async_context(_line(self.process.port)) for _ in range(people)]
            about = {
                "request": "create",
                "room": number + 1,
                "publishers": people,
                "bitrate": _CAP,
                "videocodec": "vp8",
            }
            await lines[0].ask(await lines[0].handle(), about)
            people_in = [self._person(stack, number, seat) for seat in range(people)]
            own = await asyncio.gather(*map(_publish, lines, [number + 1] * people, people_in))
            await asyncio.gather(
                *(
                    _subscribe(line, number + 1, person, [feed for feed in own if feed != mine])
                    for line, person, mine in zip(lines, people_in, own, strict=True)
                )
            )
            yield people_in
            await lines[0].ask(await lines[0].handle(), {"request": "destroy", "room": number + 1})

    @staticmethod
    def _person(stack: contextlib.AsyncExitStack, number: int, seat: int) -> Person:
        publish, subscribe = Peer(machine_address()), Peer(machine_address())
        stack.callback(publish.close)
        stack.callback(subscribe.close)
        return Person(f"p{seat}", publish, subscribe, 100 * number + seat)


@contextlib.asynccontextmanager
async def janus() -> AsyncIterator[Janus]:
    """One Janus on the server's processor. Raises NotInstalled."""
    program = shutil.which("janus")
    if program is None:
        raise NotInstalled("janus is not installed")
    port = free_port()
    with scratch_folder("janus") as folder:
        _configure(folder, port)
        async with own_process([program, "-F", str(folder)], port, log=folder / "log") as process:
            yield Janus(process)


def _configure(folder: Path, port: int) -> None:
    others = {
        kind: ",".join(sorted(file.name for file in (_LIBRARIES / kind).glob("*.so") if wanted not in file.name))
        for kind, wanted in (("plugins", "videoroom"), ("transports", "websockets"))
    }
    core = _CORE.format(folder=folder, libraries=_LIBRARIES, interface=machine_address(), **others)
    (folder / "janus.jcfg").write_text(core, "utf-8")
    (folder / "janus.transport.websockets.jcfg").write_text(_SOCKET.format(port=port), "utf-8")


async def _publish(line: "Line", room: int, person: Person) -> int:
    """Sends to the room from now on; the number it knows this feed by."""
    handle = await line.handle()
    about = {"request": "joinandconfigure", "ptype": "publisher", "room": room, "display": person.name}
    answer = await line.ask(handle, about, {"type": "offer", "sdp": offer(person), "trickle": False})
    await person.publish.connect(answer["jsep"]["sdp"])
    feed: int = answer["plugindata"]["data"]["id"]
    return feed


async def _subscribe(line: "Line", room: int, person: Person, feeds: list[int]) -> None:
    """Receives these feeds, all on one connection."""
    handle = await line.handle()
    about = {"request": "join", "ptype": "subscriber", "room": room, "streams": [{"feed": feed} for feed in feeds]}
    offer = (await line.ask(handle, about))["jsep"]["sdp"]
    answer = {"type": "answer", "sdp": person.subscribe.answer(offer), "trickle": False}
    await line.ask(handle, {"request": "start", "room": room}, answer)
    await person.subscribe.connect()


class Line:
    """One session over one WebSocket."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._session = socket, 0
        self._numbers = itertools.count(1)
        self._answers: dict[str, dict[str, Any]] = {}
        self.reader = asyncio.create_task(self._read())

    async def open(self) -> None:
        self._session = (await self._call({"janus": "create"}))["data"]["id"]

    async def handle(self) -> int:
        """A new connection to the VideoRoom."""
        made: int = (await self._call({"janus": "attach", "plugin": "janus.plugin.videoroom"}))["data"]["id"]
        return made

    async def ask(self, handle: int, body: dict[str, Any], jsep: dict[str, Any] | None = None) -> dict[str, Any]:
        """What the VideoRoom says to this. Raises AssertionError with its refusal."""
        words = {"janus": "message", "handle_id": handle, "body": body} | ({"jsep": jsep} if jsep else {})
        answer = await self._call(words)
        refusal = answer.get("error") or answer.get("plugindata", {}).get("data", {}).get("error")
        assert not refusal, f"Janus refused {body['request']}: {refusal}"
        return answer

    async def close(self) -> None:
        await self._call({"janus": "destroy"})
        self.reader.cancel()

    async def _call(self, words: dict[str, Any]) -> dict[str, Any]:
        number = f"t{next(self._numbers)}"
        session = {"session_id": self._session} if self._session else {}
        await self._socket.send(json.dumps({"transaction": number, **session, **words}))
        await until(lambda: number in self._answers)
        return self._answers.pop(number)

    async def _read(self) -> None:
        async for raw in self._socket:
            words = json.loads(raw)
            if "transaction" in words and words["janus"] != "ack":
                self._answers[words["transaction"]] = words


@contextlib.asynccontextmanager
async def _line(port: int) -> AsyncIterator[Line]:
    url = f"ws://127.0.0.1:{port}"
    async with connect(url, subprotocols=[Subprotocol("janus-protocol")], compression=None) as socket:
        line = Line(socket)
        await line.open()
        try:
            yield line
        finally:
            await line.close()
