"""`python -m tests.bench.bare port database-url file`: Sanic on asyncpg, doing what recorded requests did and no more.

The header `X-Call` says which recorded request this is. Its statements are executed with their values, one round trip
each, and the answer is made from the rows (a list) or is the recorded one (a write, whose body it reads as JSON
first, as whoever stores it must): no models, no validation, no authorization, no cryptography.
"""

import base64
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import asyncpg
import msgspec
from sanic import HTTPResponse, Request, Sanic

PAGE = 20
POOL = 5

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


def create_bare(url: str, file: Path) -> Sanic[Any, Any]:
    """The server over the recording in `file`: a list of (statements, answer)."""
    app: Sanic[Any, Any] = Sanic("bare", configure_logging=False)
    app.config.update(KEEP_ALIVE_TIMEOUT=75, ACCESS_LOG=False)
    recorded = [(statements, _decode(answer)) for statements, answer in pickle.loads(file.read_bytes())]

    async def open_pool(app: Sanic[Any, Any]) -> None:
        app.ctx.pool = await asyncpg.create_pool(url, min_size=1, max_size=POOL, reset=_nothing)

    async def close_pool(app: Sanic[Any, Any]) -> None:
        await app.ctx.pool.close()

    async def read(request: Request, path: str) -> HTTPResponse:
        statements, _ = recorded[int(request.headers["x-call"])]
        rows: Sequence[Any] = ()
        async with app.ctx.pool.acquire() as connection:
            for sql, values in statements:
                rows = await connection.fetch(sql, *values)
        return HTTPResponse(page_of(rows), content_type="application/json")

    async def write(request: Request, path: str) -> HTTPResponse:
        statements, answer = recorded[int(request.headers["x-call"])]
        _decode(request.body)
        async with app.ctx.pool.acquire() as connection:
            for sql, values in statements:
                await connection.fetch(sql, *values)
        return HTTPResponse(_encode(answer), 201, content_type="application/json")

    app.register_listener(open_pool, "before_server_start")
    app.register_listener(close_pool, "after_server_stop")
    app.add_route(read, "/<path:path>", methods=["GET"], name="read")
    app.add_route(write, "/<path:path>", methods=["POST"], name="write")
    return app


async def _nothing(connection: object) -> None:
    """What a pool does with a connection handed back: nothing here sets, listens or locks."""


def page_of(rows: Sequence[Any]) -> bytes:
    """A page of reports and the mark of where the next begins."""
    shown, cursor = [dict(row) for row in rows[:PAGE]], None
    if len(rows) > PAGE:
        mark = f"{shown[-1]['visited_at'].isoformat()}\x1f{shown[-1]['id']}"
        cursor = base64.urlsafe_b64encode(mark.encode()).decode().rstrip("=")
    return _encode({"items": shown, "next_cursor": cursor})


if __name__ == "__main__":
    port, url, file = sys.argv[1:]
    create_bare(url, Path(file)).run("127.0.0.1", int(port), single_process=True, motd=False, access_log=False)
