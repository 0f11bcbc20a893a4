"""Whether the process lives, and whether it can work."""

from typing import Any

import msgspec
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sanic import HTTPResponse, Request, Sanic

from backend.bootstrap import Services, ready


async def healthz(request: Request) -> HTTPResponse:
    """The event loop turns."""
    return HTTPResponse(b'{"status":"ok"}', content_type="application/json")


async def readyz(request: Request) -> HTTPResponse:
    """The database answers `SELECT 1` and Redis a ping; 503 with what does not."""
    services: Services = request.app.ctx.services
    troubles = await ready(services)
    body = msgspec.json.encode({"status": "ok" if not troubles else "not_ready", "troubles": troubles})
    return HTTPResponse(body, 503 if troubles else 200, content_type="application/json")


async def metrics(request: Request) -> HTTPResponse:
    """Prometheus's page; the front does not pass it on."""
    return HTTPResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)


def install(app: Sanic[Any, Any]) -> None:
    """Add the three routes."""
    for handler, path in ((healthz, "/healthz"), (readyz, "/readyz"), (metrics, "/metrics")):
        app.add_route(handler, path, methods=["GET"], name=handler.__name__)
