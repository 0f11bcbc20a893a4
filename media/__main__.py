"""Runs one standalone media node: `python -m media`."""

import sys

from media.app import create_app
from media.settings import MediaSettings, SettingMissing


def main() -> None:
    """Serves until SIGTERM or SIGINT; exits 1 with one line where a setting is missing."""
    try:
        settings = MediaSettings.read()
    except SettingMissing as missing:
        sys.exit(f"media: {missing} is missing or cannot be read")
    create_app(settings).run(host=settings.host, port=settings.port, single_process=True, access_log=False)


if __name__ == "__main__":
    main()
