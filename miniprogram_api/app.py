"""The HTTP face: `create_app(settings)` makes a Sanic app that opens its own Services when the server starts."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from functools import cache
from typing import Any

import msgspec
from sanic import HTTPResponse, Request, Sanic

from backend.bootstrap import Services, open_services
from backend.settings import Settings
from miniprogram_api import errors, health, pages
from miniprogram_api.endpoints import OPERATIONS
from miniprogram_api.limits import HEAD, PICTURE_BODY, SHEET_BODY, Limiter
from miniprogram_api.observing import observed
from miniprogram_api.openapi import document
from miniprogram_api.routes import serve

App = Sanic[Any, Any]


class BoundRequest(Request):
    """One route takes large bodies; of the others nothing that is too large for them is read into memory."""

    async def receive_body(self) -> None:
        limit = self.app.ctx.body_limits.get(self.route.name if self.route else "", PICTURE_BODY)
        if self.stream is not None:
            self.stream.request_max_size = limit + HEAD
        receive: Callable[[], Awaitable[None]] = super().receive_body
        await receive()


def create_app(settings: Settings, *, services: Services | None = None, name: str = "cloud-reunion") -> App:
    """An app over `services`, or over Services of its own opened from `settings`."""
    app: App = Sanic(name, request_class=BoundRequest, configure_logging=False)
    app.config.update(
        REQUEST_MAX_SIZE=SHEET_BODY + HEAD,
        KEEP_ALIVE_TIMEOUT=75,
        RESPONSE_TIMEOUT=30,
        GRACEFUL_SHUTDOWN_TIMEOUT=15,
        PROXIES_COUNT=settings.proxies or None,
        ACCESS_LOG=False,
        NOISY_EXCEPTIONS=False,
    )
    app.ctx.stack = AsyncExitStack()
    app.ctx.body_limits = {}

    async def open_up(app: App) -> None:
        app.ctx.services = services or await app.ctx.stack.enter_async_context(open_services(settings))
        app.ctx.limiter = Limiter(settings.redis_url, settings.limits)

    async def close(app: App) -> None:
        await app.ctx.stack.aclose()

    app.register_listener(open_up, "before_server_start")
    app.register_listener(close, "after_server_stop")
    errors.install(app)
    health.install(app)
    for operation in OPERATIONS:
        handle = observed(operation.method, operation.path, serve(operation))
        route_name = f"{operation.tag}_{operation.name}"
        # Unless told the format, Sanic reads and parses the source of every handler for it.
        app.add_route(handle, operation.sanic_path, methods=[operation.method], name=route_name, error_format="json")
        app.ctx.body_limits[f"{name}.{route_name}"] = operation.body_limit

    async def openapi(request: Request) -> HTTPResponse:
        return HTTPResponse(_described(), content_type="application/json")

    app.add_route(openapi, "/openapi.json", methods=["GET"], name="openapi")
    pages.install(app, settings.h5_dir)
    return app


@cache
def _described() -> bytes:
    return msgspec.json.encode(document(OPERATIONS))
