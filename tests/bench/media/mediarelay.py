"""One room of light participants on aiortc's MediaRelay, which decodes and encodes what it passes on."""

import contextlib
import os
import sys
from collections.abc import AsyncIterator

import httpx

from tests.bench.media.peer import Peer
from tests.bench.media.person import Person
from tests.bench.media.place import Place, machine_address, own_process
from tests.bench.media.words import offer
from tests.servers.processes import free_port


class Relay(Place):
    """`tests.bench.media.relay_server`."""

    name = "MediaRelay"

    @contextlib.asynccontextmanager
    async def room(self, number: int, people: int) -> AsyncIterator[list[Person]]:
        url = f"http://127.0.0.1:{self.process.port}"
        async with contextlib.AsyncExitStack() as stack:
            http = await stack.enter_async_context(httpx.AsyncClient(base_url=url, trust_env=False, timeout=20))
            persons = []
            for seat in range(people):
                peers = Peer(machine_address()), Peer(machine_address())
                for peer in peers:
                    stack.callback(peer.close)
                person = Person(f"p{seat}", *peers, 100 * number + seat)
                await self._agree(http, f"/publish/{number}/p{seat}", person.publish, offer(person))
                persons.append(person)
            for person in persons:
                words = offer(person, receives=people - 1)
                await self._agree(http, f"/subscribe/{number}/{person.name}", person.subscribe, words)
            yield persons
            await http.post("/end")

    async def _agree(self, http: httpx.AsyncClient, path: str, peer: Peer, words: str) -> None:
        answer = (await http.post(path, content=words)).raise_for_status().text
        await peer.connect(answer)


@contextlib.asynccontextmanager
async def mediarelay() -> AsyncIterator[Relay]:
    """One such server, all its threads on the server's processor."""
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.media.relay_server", str(port)]
    async with own_process(command, port, {**os.environ}) as process:
        yield Relay(process)
