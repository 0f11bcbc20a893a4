"""Bad days to order: the next N calls of one path fail in a chosen way."""

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

from sanic import Request
from sanic.response import HTTPResponse, empty, json

from backend.wechat.sandbox.answers import no


class Way(StrEnum):
    """How a call fails. HOLD only delays it until released, and only sending and stable_token know it."""

    ERRCODE = "errcode"
    HTTP = "http"
    GARBAGE = "garbage"
    TIMEOUT = "timeout"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    HOLD = "hold"


@dataclass
class Failure:
    """`times` calls of `path` fail by `way`: with `errcode`, or with HTTP `status` and a body that says all is well."""

    path: str
    way: Way
    times: int = 1
    errcode: int = -1
    status: int = 502


@dataclass
class Failures:
    """What was ordered, and the calls kept waiting by HOLD and TIMEOUT."""

    ordered: list[Failure] = field(default_factory=list)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, path: str) -> Failure | None:
        """The failure due for this call of `path`, counted down."""
        for failure in self.ordered:
            if failure.path == path and failure.times > 0:
                failure.times -= 1
                return failure
        return None

    def release(self) -> None:
        """Forget what was ordered and let the waiting calls go on."""
        self.ordered.clear()
        self.released.set()
        self.released = asyncio.Event()

    async def before(self, request: Request) -> HTTPResponse | None:
        """Middleware: fail the call before anything is done."""
        failure = self.take(request.path)
        request.ctx.way = failure and failure.way
        if failure is None:
            return None
        match failure.way:
            case Way.ERRCODE:
                return no(failure.errcode)
            case Way.HTTP:
                return json({"errcode": 0, "errmsg": "ok"}, failure.status)
            case Way.GARBAGE:
                return HTTPResponse("<html>Bad Gateway</html>", content_type="text/html")
            case Way.TIMEOUT:
                await self.released.wait()
                return empty(504)
            case Way.DROP_BEFORE:
                return _cut(request)
        return None

    async def hold(self, request: Request) -> None:
        """Wait in the middle of the work when this call was ordered to."""
        if request.ctx.way is Way.HOLD:
            await self.released.wait()

    def after(self, request: Request) -> None:
        """Middleware: the work is done, the answer is lost."""
        if getattr(request.ctx, "way", None) is Way.DROP_AFTER:
            _cut(request)


def _cut(request: Request) -> HTTPResponse:
    """Cut the connection without a word; the answer that is still to be returned goes nowhere."""
    cast(asyncio.Transport, request.transport).abort()
    return empty()
