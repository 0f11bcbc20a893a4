"""Every environment variable of the media node, typed, read once; nothing else here touches os.environ."""

import base64
import os
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field

import ifaddr

from media.rules import Limits
from media.turn import Turn


class SettingMissing(Exception):
    """A variable that must be given was not, or cannot be read; the message names it, never its value."""


@dataclass(frozen=True)
class MediaSettings:
    """`addresses` are the IPv4 addresses clients are told; `origins` the pages that may signal (empty: same host).

    With `redis_url` this is one node of several, and `signalling` the path or URL by which pages reach this one;
    `drain_seconds` is how long its rooms may go on after SIGTERM.
    """

    grant_key: bytes
    node: str = "node"
    host: str = "127.0.0.1"
    port: int = 8_443
    udp_port: int = 0
    addresses: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    events_url: str | None = None
    redis_url: str | None = None
    signalling: str = "/media/signalling"
    drain_seconds: int = 0
    turn: Turn = field(default_factory=lambda: Turn((), b""))
    limits: Limits = field(default_factory=Limits)

    @staticmethod
    def read(environ: Mapping[str, str] | None = None) -> "MediaSettings":
        """Settings from `environ` (the process's own by default). Raises SettingMissing."""
        env = os.environ if environ is None else environ
        return MediaSettings(
            grant_key=_key(env),
            node=_node(env),
            host=env.get("MEDIA_HOST", "127.0.0.1"),
            port=_number(env, "MEDIA_PORT", 8_443),
            udp_port=_number(env, "MEDIA_UDP_PORT", 0),
            addresses=_words(env.get("MEDIA_ADDRESSES", "")),
            origins=_words(env.get("MEDIA_ORIGINS", "")),
            events_url=env.get("MEDIA_EVENTS_URL") or None,
            redis_url=env.get("MEDIA_REDIS_URL") or None,
            signalling=env.get("MEDIA_SIGNALLING") or "/media/signalling",
            drain_seconds=_number(env, "MEDIA_DRAIN_SECONDS", 0),
            turn=Turn(_words(env.get("TURN_URLS", "")), env.get("TURN_SECRET", "").encode()),
        )


def machine_addresses() -> tuple[str, ...]:
    """Every IPv4 address of this machine, loopback last."""
    found = {str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if isinstance(ip.ip, str)}
    return tuple(sorted(found | {"127.0.0.1"}, key=lambda address: (address.startswith("127."), address)))


def _key(env: Mapping[str, str]) -> bytes:
    try:
        key = base64.b64decode(env.get("GRANT_KEY", ""), validate=True)
    except ValueError:
        raise SettingMissing("GRANT_KEY") from None
    if len(key) < 32:
        raise SettingMissing("GRANT_KEY")
    return key


def _node(env: Mapping[str, str]) -> str:
    name = env.get("MEDIA_NODE") or re.sub(r"[^A-Za-z0-9_-]", "-", socket.gethostname())[:64] or "node"
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", name):
        raise SettingMissing("MEDIA_NODE")
    return name


def _number(env: Mapping[str, str], name: str, default: int) -> int:
    value = env.get(name, str(default))
    if not value.isdecimal() or int(value) > 65_535:
        raise SettingMissing(name)
    return int(value)


def _words(value: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in value.split(",") if word.strip())
