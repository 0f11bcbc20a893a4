"""The one-process run: API, worker, media node and WeChat's sandbox in one event loop."""

import asyncio

from backend import worker
from backend.demo.links import print_links
from backend.demo.seed import seed
from backend.settings import Settings
from media import app as media
from media.settings import MediaSettings
from miniprogram_api.app import App, create_app


def create_embedded_app(settings: Settings) -> App:
    """Everything `make demo` runs."""
    app = create_app(settings)
    media.attach(
        app,
        MediaSettings(grant_key=settings.keys.grant, events_url=f"http://127.0.0.1:{settings.port}/api/calls/events"),
    )

    async def begin(app: App) -> None:
        if settings.demo:
            await seed(app.ctx.services)
        app.ctx.stop = asyncio.Event()
        app.ctx.worker = asyncio.create_task(worker.run(app.ctx.services, app.ctx.stop))

    async def announce(app: App) -> None:
        if settings.demo:
            print_links(app.ctx.services)

    async def end(app: App) -> None:
        app.ctx.stop.set()
        await app.ctx.worker

    app.register_listener(begin, "before_server_start")
    app.register_listener(announce, "after_server_start")
    app.register_listener(end, "before_server_stop")
    return app
