"""Our end of WeChat's pushes on a real port, as small as it can be: no database, a list of what took effect."""

import socket
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sanic import Request, Sanic, text
from sanic.response import HTTPResponse

from backend.wechat.callbacks import ANSWER, Callbacks
from backend.wechat.errors import NotFromWeChat
from backend.wechat.events import Push


class Receiver:
    """`effects` holds each push once; `stumbles` is how many pushes die before they are stored."""

    def __init__(self, callbacks: Callbacks, url: str) -> None:
        self.callbacks = callbacks
        self.url = url
        self.effects: dict[str, Push] = {}
        self.refused: list[str] = []
        self.stumbles = 0

    async def take(self, request: Request) -> HTTPResponse:
        query = {name: request.args.get(name, "") for name in request.args}
        try:
            if request.method == "GET":
                return text(self.callbacks.echo(query))
            push = await self.callbacks.receive(query, request.body)
        except NotFromWeChat as refusal:
            self.refused.append(refusal.reason)
            return text("", status=403)
        if push is not None:
            if self.stumbles:
                self.stumbles -= 1
                return text("", status=500)
            self.effects.setdefault(push.key, push)
            await self.callbacks.done(push)
        return text(ANSWER)


@asynccontextmanager
async def receiving(callbacks: Callbacks) -> AsyncIterator[Receiver]:
    """A receiver on a free loopback port."""
    app: Sanic[Any, Any] = Sanic(f"receiver-{uuid.uuid4().hex}", configure_logging=False)
    app.config.TOUCHUP = False
    app.config.MOTD = False
    sock = socket.create_server(("127.0.0.1", 0))
    sock.setblocking(False)
    receiver = Receiver(callbacks, f"http://127.0.0.1:{sock.getsockname()[1]}/push")
    app.add_route(receiver.take, "/push", methods=["GET", "POST"])
    server = await app.create_server(sock=sock, access_log=False)
    assert server is not None
    await server.startup()
    try:
        yield receiver
    finally:
        server.close()
        for connection in list(server.connections):
            connection.abort()
        Sanic.unregister_app(app)
