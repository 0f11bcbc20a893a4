"""`python -m tests.bench.recorder port file`: our server on one connection of each kind, noting every statement.

Requests are sent one after another; at SIGTERM the file gets, for each, its statements with their values, in order.
"""

import asyncio
import pickle
import sys
from pathlib import Path
from typing import Any

from sanic import Request
from sanic.response import BaseHTTPResponse

from backend.db import _held, connection, one_connection
from backend.settings import Settings
from miniprogram_api.app import App, create_app

Statement = tuple[str, tuple[Any, ...]]


def create_recorder(file: Path) -> App:
    """The application with a notebook beside its connections."""
    app = create_app(Settings.read(), name="recorder")
    noted: list[Statement] = []
    requests: list[list[Statement]] = []

    async def attach(app: App) -> None:
        pool: Any = connection()
        async with pool.acquire_connection() as driver, one_connection():
            for each in (driver, _held.get()):
                each.add_query_logger(lambda query: noted.append((query.query, tuple(query.args or ()))))

    async def turn_page(request: Request, response: BaseHTTPResponse) -> None:
        # The driver notes a statement one turn of the loop after it ran; so does this, and stays behind it.
        asyncio.get_running_loop().call_soon(close_page)

    def close_page() -> None:
        requests.append(noted.copy())
        noted.clear()

    async def write(app: App) -> None:
        await asyncio.to_thread(file.write_bytes, pickle.dumps(requests))

    app.register_listener(attach, "after_server_start")
    app.register_middleware(turn_page, "response")
    app.register_listener(write, "before_server_stop")
    return app


if __name__ == "__main__":
    port, file = sys.argv[1:]
    create_recorder(Path(file)).run("127.0.0.1", int(port), single_process=True, motd=False, access_log=False)
