"""Sending prepared requests to a server process, and what they cost it in processor time."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 8


class Refused(AssertionError):
    """The server answered otherwise than the benchmark meant; the message holds the beginning of its answer."""


@dataclass(frozen=True)
class Call:
    """One request as bytes on the wire, and the status it is to be answered with."""

    wire: bytes
    status: int


@dataclass(frozen=True)
class Reply:
    """What came back, without headers."""

    status: int
    body: bytes


def http(method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    """A request of HTTP/1.1 over a connection that stays open."""
    length = {"Content-Length": str(len(body)), "Content-Type": "application/json"} if body else {}
    lines = "".join(f"{name}: {value}\r\n" for name, value in ({"Host": "127.0.0.1"} | headers | length).items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + body


async def send(port: int, calls: Sequence[Call], connections: int = CONNECTIONS) -> list[Reply]:
    """Send all calls, `connections` at a time, each connection one after another; replies in the calls' order.

    Raises Refused at the first reply with another status.
    """
    replies: list[Reply | None] = [None] * len(calls)
    waiting = iter(enumerate(calls))
    async with asyncio.TaskGroup() as group:
        for _ in range(min(connections, len(calls))):
            group.create_task(_one_connection(port, waiting, replies))
    return [reply for reply in replies if reply is not None]


async def _one_connection(port: int, waiting: Iterable[tuple[int, Call]], replies: list[Reply | None]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for number, call in waiting:
            writer.write(call.wire)
            replies[number] = reply = await _reply(reader)
            if reply.status != call.status:
                raise Refused(f"{call.wire[:120]!r} was answered {reply.status}: {reply.body[:400]!r}")
    finally:
        writer.close()


async def _reply(reader: asyncio.StreamReader) -> Reply:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    _, _, after = head.partition(b"content-length:")
    size = int(after.partition(b"\r\n")[0]) if after else 0
    return Reply(int(head[9:12]), await reader.readexactly(size))


def processor_seconds(pid: int) -> float:
    """User and system time that the threads of the process have used so far, to the nanosecond."""
    threads = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text("ascii").split()[0]) for thread in threads) / 1e9


async def processor_per_call(pid: int, port: int, calls: Sequence[Call]) -> float:
    """Seconds of the server's processor time that one of `calls` costs, on average."""
    before = processor_seconds(pid)
    await send(port, calls)
    return (processor_seconds(pid) - before) / len(calls)
