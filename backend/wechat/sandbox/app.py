"""The sandbox as a Sanic app of its own: WeChat's paths, and the doors beside them."""

import uuid
from typing import Any

import httpx
from sanic import Request, Sanic
from sanic.response import HTTPResponse

from backend.kit.authorities import authorities
from backend.kit.clock import Clock, SystemClock
from backend.settings import WeChatSettings
from backend.wechat.sandbox.api import api
from backend.wechat.sandbox.doors import doors
from backend.wechat.sandbox.failures import Failures
from backend.wechat.sandbox.platform import Platform, platform
from backend.wechat.sandbox.pushes import Pusher
from backend.wechat.sandbox.state import State


def create_sandbox(
    settings: WeChatSettings, *, callback_url: str | None = None, clock: Clock | None = None
) -> Sanic[Any, Any]:
    """A platform that knows one mini-program, `settings`, and pushes to `callback_url`. Raises SettingMissing."""
    clock = clock or SystemClock()
    app: Sanic[Any, Any] = Sanic(f"wechat-sandbox-{uuid.uuid4().hex}", configure_logging=False)
    # Access lines would show secrets, which WeChat's API wants in the query.
    app.config.ACCESS_LOG = False
    app.config.REQUEST_MAX_SIZE = 1_000_000
    # Sanic rewrites its own classes once per process; a second app that tries it fails to start.
    app.config.TOUCHUP = False
    app.config.MOTD = False
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.ctx.platform = Platform(
        settings=settings,
        clock=clock,
        state=State(settings, clock),
        failures=Failures(),
        pusher=Pusher(settings, clock, callback_url),
        http=httpx.AsyncClient(verify=authorities(), trust_env=False),
    )
    app.blueprint([api, doors])
    app.on_request(_before)
    app.on_response(_after)
    app.register_listener(_stop, "before_server_stop")
    return app


async def _before(request: Request) -> HTTPResponse | None:
    here = platform(request)
    here.state.calls[request.path] += 1
    return await here.failures.before(request)


async def _after(request: Request, response: HTTPResponse) -> HTTPResponse | None:
    platform(request).failures.after(request)
    return None


async def _stop(app: Sanic[Any, Any]) -> None:
    here: Platform = app.ctx.platform
    here.failures.release()
    await here.stop_pushing()
    await here.http.aclose()
