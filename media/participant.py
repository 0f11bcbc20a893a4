"""One person's place in a room: who they are, whether they are in, and their connections."""

import secrets
from typing import Any, Protocol

from media.contract import Role, RoomGrant
from media.errors import CloseReason
from media.publisher import Publisher
from media.rules import Standing
from media.subscriber import Subscriber


class Channel(Protocol):
    """The signalling towards one page. Neither method waits; both are safe on a dead connection."""

    def send(self, message: dict[str, Any]) -> None: ...
    def close(self, reason: CloseReason) -> None: ...


class Participant:
    """`channel` is None while the page is out of reach; publisher and subscriber exist only for those who are in."""

    def __init__(self, grant: RoomGrant, channel: Channel) -> None:
        self.id, self.name, self.role = grant.participant, grant.name, grant.role
        self.channel: Channel | None = channel
        self.dropped_at = 0.0
        self.standing = Standing.WAITING
        self.resume = secrets.token_urlsafe(24)
        self.muted, self.camera = False, True
        self.publisher: Publisher | None = None
        self.subscriber: Subscriber | None = None

    @property
    def is_host(self) -> bool:
        return self.role is Role.HOST

    def may_resume(self, secret: str | None) -> bool:
        """Whether a new page connection knows the welcome of the one it replaces."""
        return self.subscriber is not None and secret is not None and secrets.compare_digest(
            secret.encode(), self.resume.encode()
        )  # fmt: skip

    def send(self, message: dict[str, Any]) -> None:
        if self.channel is not None:
            self.channel.send(message)

    def connected(self, now: float) -> bool:
        """Media go through, in either direction."""
        return any(half is not None and half.transport.alive(now) for half in (self.publisher, self.subscriber))

    def flowing(self, now: float) -> bool:
        """Sound or picture comes from them."""
        return self.publisher is not None and self.publisher.flowing(now)

    def card(self, now: float) -> dict[str, Any]:
        """What the others' pages are told of this person; `Person` in `types.ts`."""
        return {
            "id": self.id,
            "name": self.name,
            "role": self.role.value,
            "connected": self.connected(now),
            "muted": self.muted,
            "camera": self.camera,
        }

    def close(self, reason: CloseReason | None) -> None:
        """Ends the page connection (if `reason`) and all media."""
        if self.channel is not None and reason is not None:
            self.channel.close(reason)
        self.channel = None
        for half in (self.publisher, self.subscriber):
            if half is not None:
                half.close()
        self.publisher = self.subscriber = None
