"""One log line and one measurement per request: the route's pattern, never the path with its ids or query."""

import time
from typing import Any

import structlog
from prometheus_client import Histogram
from sanic import Request, Sanic
from sanic.response import BaseHTTPResponse

log = structlog.get_logger(__name__)

SECONDS = Histogram("http_request_seconds", "Time to answer", ["method", "route", "status"])


def install(app: Sanic[Any, Any]) -> None:
    """Watch every request of the app."""

    async def begin(request: Request) -> None:
        request.ctx.began = time.perf_counter()

    async def end(request: Request, response: BaseHTTPResponse) -> None:
        route = request.route.path if request.route else "none"
        taken = time.perf_counter() - getattr(request.ctx, "began", time.perf_counter())
        SECONDS.labels(request.method, route, response.status).observe(taken)
        log.info(
            "request",
            method=request.method,
            route=route,
            status=response.status,
            ms=round(taken * 1000, 1),
            request_id=str(request.id),
        )
        response.headers["x-request-id"] = str(request.id)

    app.register_middleware(begin, "request")
    app.register_middleware(end, "response")
