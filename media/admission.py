"""Proof of having been let into a room, for whichever node the room moves to: the node that knew may be dead."""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta

VALID_FOR = timedelta(hours=4)


class Admissions:
    """All nodes share the key, so one knows what another signed."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def mint(self, room: str, participant: str, now: datetime) -> str:
        """For this person in this room alone, as long as a room may last; at most 64 characters."""
        until = str(int((now + VALID_FOR).timestamp()))
        return f"{until}.{self._mac(room, participant, until)}"

    def holds(self, proof: str | None, room: str, participant: str, now: datetime) -> bool:
        """Whether one of us let this person into this room, and not too long ago."""
        until, _, mac = (proof or "").partition(".")
        if not until.isascii() or not until.isdecimal() or len(until) > 12 or int(until) <= now.timestamp():
            return False
        return hmac.compare_digest(mac.encode(), self._mac(room, participant, until).encode())

    def _mac(self, room: str, participant: str, until: str) -> str:
        said = "\0".join(("room-admission", room, participant, until)).encode()
        return base64.urlsafe_b64encode(hmac.digest(self._key, said, hashlib.sha256)).decode().rstrip("=")
