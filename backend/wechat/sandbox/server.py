"""The sandbox behind a port of its own, in whatever event loop is already running."""

import socket
from types import TracebackType
from typing import Any

from sanic import Sanic
from sanic.server.async_server import AsyncioServer

from backend.kit.clock import Clock
from backend.settings import WeChatSettings
from backend.wechat.sandbox.app import create_sandbox


class SandboxServer:
    """`async with SandboxServer(settings) as base_url:` speaks WeChat on loopback; port 0 takes a free one.

    Runs beside other Sanic apps of the process.
    """

    def __init__(
        self,
        settings: WeChatSettings,
        *,
        port: int = 0,
        callback_url: str | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._app: Sanic[Any, Any] = create_sandbox(settings, callback_url=callback_url, clock=clock)
        self._port = port
        self._server: AsyncioServer | None = None

    async def __aenter__(self) -> str:
        """The base URL, for WeChatSettings.base_url."""
        sock = socket.create_server(("127.0.0.1", self._port), backlog=128)
        sock.setblocking(False)
        server = await self._app.create_server(sock=sock, access_log=False)
        assert server is not None
        self._server = server
        await server.startup()
        await server.before_start()
        await server.after_start()
        return f"http://127.0.0.1:{sock.getsockname()[1]}"

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        server = self._server
        if server is None:
            return
        await server.before_stop()
        closed = server.close()
        for connection in list(server.connections):
            connection.abort()
        if closed is not None:
            await closed
        await server.after_stop()
        Sanic.unregister_app(self._app)
