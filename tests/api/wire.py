"""HTTP by hand, for requests no honest client sends."""

import asyncio
from dataclasses import dataclass
from typing import Any

import msgspec


@dataclass(frozen=True)
class RawAnswer:
    """What came back; `status` 0 when the server just closed."""

    status: int
    head: str
    body: bytes

    @property
    def code(self) -> str:
        """The problem's code. Raises AssertionError when it is none."""
        assert "application/problem+json" in self.head.lower(), f"{self.status} {self.head[:200]} {self.body[:200]!r}"
        found: str = msgspec.json.decode(self.body)["code"]
        return found


async def raw(port: int, *pieces: bytes) -> RawAnswer:
    """Send bytes as they are and read until the answer is whole or the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for piece in pieces:
            writer.write(piece)
            try:
                await writer.drain()
            except ConnectionError:
                break
        return await asyncio.wait_for(_answer(reader), 20)
    finally:
        writer.close()


async def _answer(reader: asyncio.StreamReader) -> RawAnswer:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except (asyncio.IncompleteReadError, ConnectionError):
        return RawAnswer(0, "", b"")
    fields = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    body = await reader.readexactly(int(fields.get("content-length", "0")))
    return RawAnswer(int(head.split(" ")[1]), head, body)


def request(method: str, path: str, body: bytes = b"", **headers: Any) -> bytes:
    """A request's bytes; header names are written with `_` for `-`."""
    lines = [f"{method} {path} HTTP/1.1", "host: 127.0.0.1", f"content-length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body
