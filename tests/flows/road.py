"""The road between a phone and the server: cut, opened for so many bytes, or losing what it carries."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator

_CHUNK = 16 * 1024


class Road:
    """A TCP way to a server on this machine. What is lost on it takes its connection along, as phones see it."""

    def __init__(self, port: int, *, seed: int = 1) -> None:
        self._port = port
        self._random = random.Random(seed)
        self._connections: set[asyncio.StreamWriter] = set()
        self._left: float = float("inf")
        self._used_up = asyncio.Event()
        self.loss = 0.0
        self.lost = 0
        self.sent = 0

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[tuple[str, "Road"]]:
        """The URL at its near end, and the road."""
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", self
        finally:
            server.close()
            self.cut()

    def cut(self) -> None:
        """Nothing gets through any more."""
        self._left = 0
        for writer in set(self._connections):
            writer.transport.abort()

    def mend(self) -> None:
        """Everything gets through."""
        self._left = float("inf")

    async def burst(self, size: int) -> None:
        """Let `size` bytes go up, then cut; returns when they have."""
        self._used_up.clear()
        self._left = size
        await self._used_up.wait()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections.add(writer)
        try:
            if self._left <= 0:
                return
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._port)
            self._connections.add(far_writer)
            ways = [
                asyncio.create_task(self._pump(reader, far_writer, up=True)),
                asyncio.create_task(self._pump(far_reader, writer, up=False)),
            ]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            far_writer.transport.abort()
            await asyncio.wait(ways)
            self._connections.discard(far_writer)
        finally:
            self._connections.discard(writer)
            writer.transport.abort()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, up: bool) -> None:
        with contextlib.suppress(OSError):
            while chunk := await reader.read(_CHUNK):
                if self._random.random() < self.loss:
                    self.lost += 1
                    return
                if up:
                    self._spend(len(chunk))
                writer.write(chunk)
                await writer.drain()

    def _spend(self, size: int) -> None:
        self.sent += size
        self._left -= size
        if self._left <= 0:
            self._used_up.set()
            self.cut()
