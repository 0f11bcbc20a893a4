"""One log line and one measurement per request: the route's pattern, never the path with its ids or query.

Wrapped around each handler and not hung on as Sanic middleware: that costs as much as all it does.
"""

import random
import time
from collections.abc import Callable, Coroutine
from functools import cache, wraps
from typing import Any

from prometheus_client import Histogram
from sanic import HTTPResponse, Request

from backend.kit.errors import Refusal
from backend.logs import Line, line_writer
from miniprogram_api.errors import problem

SECONDS = Histogram("http_request_seconds", "Time to answer", ["method", "route", "status"])


class _Request(Line):
    method: str
    route: str
    status: int
    ms: float
    request_id: str


Handler = Callable[..., Coroutine[Any, Any, HTTPResponse]]


@cache
def _measure(method: str, route: str, status: int) -> Callable[[float], None]:
    return SECONDS.labels(method, route, status).observe


def observed(method: str, route: str, handle: Handler) -> Handler:
    """`handle`, its refusals told as problems, each answer counted, logged and given a request id."""

    @wraps(handle)
    async def watched(request: Request, **ids: Any) -> HTTPResponse:
        began = time.perf_counter()
        try:
            response = await handle(request, **ids)
        except Refusal as refusal:
            response = problem(refusal)
        at, taken = time.time(), time.perf_counter() - began
        request_id = f"{random.getrandbits(64):016x}"
        response.headers["x-request-id"] = request_id
        _measure(method, route, response.status)(taken)
        ms = round(taken * 1000, 1)
        line_writer()(_Request("request", "info", at, method, route, response.status, ms, request_id))
        return response

    return watched
