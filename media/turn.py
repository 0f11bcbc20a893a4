"""Time-limited TURN credentials, as coturn's `use-auth-secret` checks them (draft-uberti-behave-turn-rest)."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypedDict


class IceServer(TypedDict):
    """One entry of a browser's `iceServers`."""

    urls: list[str]
    username: str
    credential: str


@dataclass(frozen=True)
class Turn:
    """`urls` such as turn:turn.example.cn:3478?transport=udp; the secret is shared with coturn."""

    urls: tuple[str, ...]
    secret: bytes
    valid_for: timedelta = timedelta(hours=6)

    def ice_servers(self, participant: str, now: datetime) -> list[IceServer]:
        """What a browser needs to be relayed; empty when no TURN is configured."""
        if not self.urls:
            return []
        username = f"{int((now + self.valid_for).timestamp())}:{participant}"
        digest = hmac.digest(self.secret, username.encode(), hashlib.sha1)
        return [{"urls": list(self.urls), "username": username, "credential": base64.b64encode(digest).decode()}]
