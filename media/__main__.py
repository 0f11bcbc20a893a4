"""Runs one standalone media node: `python -m media`."""

from media.app import create_app
from media.settings import MediaSettings


def main() -> None:
    """Serves until SIGTERM or SIGINT."""
    settings = MediaSettings.read()
    create_app(settings).run(host=settings.host, port=settings.port, single_process=True, access_log=False)


if __name__ == "__main__":
    main()
