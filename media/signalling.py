"""The WebSocket: who is asking, one message after another into the room, and a named reason at the end of it.

The connection is always accepted and then closed with the reason, because a browser's page learns nothing of an HTTP
refusal of the handshake.
"""

import asyncio
import contextlib
import json
import time
from datetime import datetime
from typing import Any

import structlog
from sanic import Request, Websocket
from sanic.exceptions import WebsocketClosed

from media import messages
from media.contract import GrantRefused, RoomGrant, read_grant
from media.errors import CLOSE_CODES, CloseReason, Refused
from media.hub import Hub
from media.rules import Limits
from media.settings import MediaSettings

COOKIE = "room"
MAX_QUEUE = 256

log = structlog.get_logger(__name__)


class PageChannel:
    """The way to one page. What is sent waits in order; a page that takes nothing for too long is closed."""

    def __init__(self, socket: Websocket) -> None:
        self._socket = socket
        self._queue: asyncio.Queue[dict[str, Any] | CloseReason] = asyncio.Queue(MAX_QUEUE)
        self.closing = False

    def send(self, message: dict[str, Any]) -> None:
        if self._queue.full():
            self.close(CloseReason.TOO_FAST)
        elif not self.closing:
            self._queue.put_nowait(message)

    def close(self, reason: CloseReason) -> None:
        if self.closing:
            return
        self.closing = True
        if self._queue.full():
            self._queue.get_nowait()
        self._queue.put_nowait(reason)

    async def write(self) -> None:
        """Sends until the closing reason has gone out or the page is gone."""
        while True:
            item = await self._queue.get()
            if isinstance(item, CloseReason):
                await self._socket.close(CLOSE_CODES[item], item.value)
                return
            try:
                await self._socket.send(json.dumps(item, ensure_ascii=False, separators=(",", ":")))
            except WebsocketClosed:
                return


class Pace:
    """Messages a page may send: a steady rate with a burst."""

    def __init__(self, limits: Limits) -> None:
        self._rate, self._burst = limits.messages_per_second, limits.message_burst
        self._left, self._at = float(limits.message_burst), time.monotonic()

    def spend(self) -> None:
        """Raises Refused(TOO_FAST)."""
        now = time.monotonic()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate) - 1
        self._at = now
        if self._left < 0:
            raise Refused(CloseReason.TOO_FAST)


async def serve(request: Request, socket: Websocket, hub: Hub, settings: MediaSettings) -> None:
    """One page from handshake to goodbye; returns when the connection is over."""
    channel = PageChannel(socket)
    writer = asyncio.create_task(channel.write())
    reader = asyncio.create_task(_listen(request, socket, channel, hub, settings))
    try:
        await asyncio.wait({writer, reader}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (reader, writer):
            task.cancel()
        await asyncio.gather(reader, writer, return_exceptions=True)
        await _discard_unread(socket)


def authenticate(request: Request, settings: MediaSettings, now: datetime) -> RoomGrant:
    """The grant in the `room` cookie of a page of ours. Raises Refused."""
    origin = request.headers.get("origin")
    if origin is not None and not _is_ours(origin, request.host, settings.origins):
        raise Refused(CloseReason.ORIGIN)
    token = request.cookies.get(COOKIE)
    if not token:
        raise Refused(CloseReason.MISSING)
    try:
        return read_grant(token, settings.grant_key, now)
    except GrantRefused as refused:
        raise Refused(CloseReason(refused.reason)) from None


async def _listen(request: Request, socket: Websocket, channel: PageChannel, hub: Hub, settings: MediaSettings) -> None:
    """Returns once the page is gone; a page that was refused is still listened to, but not heard."""
    try:
        await _converse(request, socket, channel, hub, settings)
    except Refused as refused:
        channel.close(refused.reason)
    except WebsocketClosed:
        return
    except Exception:
        log.exception("signalling_failed")
        channel.close(CloseReason.PROTOCOL)
    with contextlib.suppress(WebsocketClosed):
        while await socket.recv() is not None:
            pass


async def _converse(
    request: Request, socket: Websocket, channel: PageChannel, hub: Hub, settings: MediaSettings
) -> None:
    limits, pace = settings.limits, Pace(settings.limits)
    grant = authenticate(request, settings, hub.clock())
    hello = await _next(socket, pace, limits, limits.hello_seconds)
    if not isinstance(hello, messages.Hello):
        raise Refused(CloseReason.PROTOCOL)
    room, seat = hub.enter(grant, channel, hello.resume, hello.admission)
    try:
        while seat.channel is channel:
            message = await _next(socket, pace, limits)
            if seat.channel is channel:
                room.handle(seat, message)
    finally:
        room.dropped(seat, channel)


async def _next(socket: Websocket, pace: Pace, limits: Limits, within: float | None = None) -> messages.ClientMessage:
    raw = await socket.recv(within)
    if raw is None:
        raise Refused(CloseReason.PROTOCOL)
    pace.spend()
    if len(raw) > limits.message_bytes:
        raise Refused(CloseReason.MALFORMED)
    return messages.read(raw)


async def _discard_unread(socket: Websocket) -> None:
    """Sanic 25.12 keeps a task for ever for each message that nobody fetched before the connection ended."""
    assembler = socket.assembler
    assembler.get_in_progress = False
    while assembler.write_mutex.locked():
        await assembler.get(0)
        await asyncio.sleep(0)


def _is_ours(origin: str, host: str, allowed: tuple[str, ...]) -> bool:
    """With no list of origins, only pages of the very host that is spoken to."""
    return origin in (allowed or (f"https://{host}", f"http://{host}"))
