"""Run it: everything in one process (the default), or `WORKERS` API processes in production."""

from functools import partial

from sanic import Sanic
from sanic.worker.loader import AppLoader

from backend.logs import configure_logs
from backend.settings import Settings
from miniprogram_api.app import create_app


def main() -> None:
    """Serve until SIGTERM; requests under way are finished."""
    settings = Settings.read()
    configure_logs(quiet=settings.demo)
    if settings.embedded:
        # The media node's libraries, for which API processes have no use.
        from miniprogram_api.embedded import create_embedded_app

        app = create_embedded_app(settings)
        app.run(settings.host, settings.port, single_process=True, motd=False, access_log=False)
        return
    loader = AppLoader(factory=partial(create_app, settings))
    app = loader.load()
    app.prepare(settings.host, settings.port, workers=settings.workers, motd=False, access_log=False)
    Sanic.serve(primary=app, app_loader=loader)


if __name__ == "__main__":
    main()
