"""HTTP/1.1 to our own servers on loopback, under httpx at a third of what its usual transport takes."""

import asyncio
from contextlib import suppress
from typing import TypeAlias

import httptools
import httpx

Place: TypeAlias = tuple[str, int]


def client(base_url: str = "", *, timeout: float = 5) -> httpx.AsyncClient:
    """An httpx client for servers on loopback; an answer is waited for `timeout` seconds."""
    return httpx.AsyncClient(transport=Loopback(), base_url=base_url, timeout=timeout, trust_env=False)


class Loopback(httpx.AsyncBaseTransport):
    """One connection for each request under way, kept for the next; an answer is read whole.

    Raises httpx's own ConnectError, ReadTimeout and RemoteProtocolError.
    """

    def __init__(self) -> None:
        self._idle: dict[Place, list[_Line]] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        sent = _head(request) + _body(request, await request.aread())
        line = await self._line((request.url.host, request.url.port or 80))
        try:
            async with asyncio.timeout(request.extensions["timeout"]["read"]):
                answer = await line.ask(sent, request.method == "HEAD")
        except TimeoutError:
            raise httpx.ReadTimeout("no answer in time", request=request) from None
        except ConnectionError as broken:
            raise httpx.RemoteProtocolError(str(broken), request=request) from broken
        finally:
            line.rest(self._idle)
        return answer

    async def aclose(self) -> None:
        for lines in self._idle.values():
            for line in lines:
                line.close()
        self._idle.clear()

    async def _line(self, place: Place) -> "_Line":
        """A connection kept that the server has not closed meanwhile, or a new one."""
        kept = self._idle.get(place, [])
        while kept:
            if (line := kept.pop()).open:
                return line
        try:
            _, made = await asyncio.get_running_loop().create_connection(lambda: _Line(place), *place)
        except OSError as refused:
            raise httpx.ConnectError(str(refused)) from refused
        return made


class _Line(asyncio.Protocol):
    """A connection, and the answer that is coming in on it; the names of its events are httptools'."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.open = False

    async def ask(self, sent: bytes, head_only: bool) -> httpx.Response:
        """Send and wait for the whole answer. Raises ConnectionError when it does not come whole."""
        self._answer: asyncio.Future[httpx.Response] = asyncio.get_running_loop().create_future()
        self._parser, self._goes_on = httptools.HttpResponseParser(self), False
        self._head_only, self._headers, self._parts = head_only, list[tuple[bytes, bytes]](), list[bytes]()
        self._transport.write(sent)
        return await self._answer

    def rest(self, idle: dict[Place, list["_Line"]]) -> None:
        """Lie among `idle`, when one more request may follow."""
        if self._goes_on and self.open:
            idle.setdefault(self._place, []).append(self)
        else:
            self.close()

    def close(self) -> None:
        self.open = False
        self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport, self.open = transport, True

    def data_received(self, data: bytes) -> None:
        if self._answer.done():
            self.close()
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as garbled:
            self._fail(f"no HTTP: {garbled}")

    def connection_lost(self, error: Exception | None) -> None:
        self.open = False
        self._fail("the server closed before its answer was whole")

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers.append((name, value))

    def on_headers_complete(self) -> None:
        if self._head_only:
            self.on_message_complete()

    def on_body(self, body: bytes) -> None:
        self._parts.append(body)

    def on_message_complete(self) -> None:
        status = self._parser.get_status_code()
        if status >= 200 and not self._answer.done():
            self._goes_on = self._parser.should_keep_alive() and not self._head_only
            self._answer.set_result(httpx.Response(status, headers=self._headers, content=b"".join(self._parts)))

    def _fail(self, reason: str) -> None:
        with suppress(AttributeError):
            if not self._answer.done():
                self._answer.set_exception(ConnectionError(reason))


def _head(request: httpx.Request) -> bytes:
    lines = [b"%b %b HTTP/1.1" % (request.method.encode(), request.url.raw_path)]
    lines += [b"%b: %b" % header for header in request.headers.raw]
    return b"\r\n".join([*lines, b"", b""])


def _body(request: httpx.Request, content: bytes) -> bytes:
    if "transfer-encoding" in request.headers and content:
        return b"%x\r\n%b\r\n0\r\n\r\n" % (len(content), content)
    return content
