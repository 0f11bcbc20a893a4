"""The HTTP face: `create_app(settings)` makes a Sanic app that opens its own Services when the server starts."""

from contextlib import AsyncExitStack
from typing import Any

import msgspec
from sanic import HTTPResponse, Request, Sanic

from backend.bootstrap import Services, open_services
from backend.settings import Settings
from miniprogram_api import errors, health, pages
from miniprogram_api.endpoints import OPERATIONS
from miniprogram_api.limits import PICTURE_BODY, Limiter
from miniprogram_api.observing import observed
from miniprogram_api.openapi import document
from miniprogram_api.routes import serve

App = Sanic[Any, Any]


def create_app(settings: Settings, *, services: Services | None = None, name: str = "cloud-reunion") -> App:
    """An app over `services`, or over Services of its own opened from `settings`."""
    app: App = Sanic(name, configure_logging=False)
    app.config.update(
        REQUEST_MAX_SIZE=PICTURE_BODY + 1024,
        KEEP_ALIVE_TIMEOUT=75,
        RESPONSE_TIMEOUT=30,
        GRACEFUL_SHUTDOWN_TIMEOUT=15,
        PROXIES_COUNT=settings.proxies or None,
        ACCESS_LOG=False,
        NOISY_EXCEPTIONS=False,
    )
    app.ctx.stack = AsyncExitStack()

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
        app.add_route(handle, operation.sanic_path, methods=[operation.method], name=route_name)
    described = msgspec.json.encode(document(OPERATIONS))

    async def openapi(request: Request) -> HTTPResponse:
        return HTTPResponse(described, content_type="application/json")

    app.add_route(openapi, "/openapi.json", methods=["GET"], name="openapi")
    pages.install(app, settings.h5_dir)
    return app
