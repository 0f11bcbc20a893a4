"""Logs are JSON lines with a machine word each; values that could be secret or personal never enter them."""

import logging
import sys
import time

import msgspec
import structlog
from structlog.typing import EventDict


def _stamp(logger: object, method: str, event: EventDict) -> EventDict:
    """Seconds since 1970, UTC: dearer forms cost more than the rest of the line."""
    event["at"] = time.time()
    return event


def _json(event: object, **_: object) -> bytes:
    return msgspec.json.encode(event, enc_hook=str)


def configure_logs(*, quiet: bool = False) -> None:
    """JSON on stderr from INFO up; with `quiet` only what needs a person's eye."""
    level = logging.WARNING if quiet else logging.INFO
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            _stamp,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(serializer=_json),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.BytesLoggerFactory(sys.stderr.buffer),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
