"""What comes back over tests/loopback.py, whatever a server does; and one connection serves request after request."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest

from tests import loopback

ANSWERS = {
    "/whole": b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok",
    "/pieces": b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n",
    "/last": b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok",
    "/half": b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc",
    "/odd": b"220 mail\r\n\r\n",
}


@dataclass
class Server:
    http: httpx.AsyncClient
    connections: int = 0


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.connections += 1
        while head := await reader.readline():
            while await reader.readline() != b"\r\n":
                continue
            path = head.split()[1].decode()
            writer.write(ANSWERS.get(path, b""))
            if path in ("/last", "/half", "/odd"):
                break
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with loopback.client(f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}", timeout=0.5) as http:
        found = Server(http)
        yield found
    listening.close()


async def test_answers_come_whole_over_one_connection(server: Server) -> None:
    for path in ("/whole", "/pieces", "/whole"):
        assert (await server.http.get(path)).text == "ok"
    assert server.connections == 1


async def test_a_connection_the_server_ends_is_not_used_again(server: Server) -> None:
    for _ in range(3):
        assert (await server.http.get("/last")).text == "ok"
    assert server.connections == 3


@pytest.mark.parametrize(
    ("path", "error"),
    [("/half", httpx.RemoteProtocolError), ("/odd", httpx.RemoteProtocolError), ("/silence", httpx.ReadTimeout)],
)
async def test_no_whole_answer_is_told_as_httpx_tells_it(
    server: Server, path: str, error: type[httpx.TransportError]
) -> None:
    with pytest.raises(error):
        await server.http.get(path)
    assert (await server.http.get("/whole")).text == "ok"


async def test_nobody_there_is_told() -> None:
    async with loopback.client("http://127.0.0.1:1") as http:
        with pytest.raises(httpx.ConnectError):
            await http.get("/")
