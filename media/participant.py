"""One person's place in a room: who they are, whether they are in, and their connections."""

import secrets
from dataclasses import replace
from typing import Any, Protocol

from media import metrics
from media.contract import Role, RoomGrant
from media.engine.codec import Codec
from media.errors import CloseReason
from media.publisher import Publisher
from media.quality import Network, Quality, Record
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
        self.codecs: list[Codec] = []
        self.freezes = self.frozen_ms = 0
        self.record = Record()
        self._told: dict[str, Any] = {}

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

    def here(self, now: float) -> bool:
        """Their page is in reach, or media come from it all the same."""
        return self.channel is not None or self.connected(now)

    def sign_of_life(self, now: float) -> float:
        """When their page or their media were last heard of."""
        if self.channel is not None:
            return now
        heard = [half.transport.ice.heard_at for half in (self.publisher, self.subscriber) if half is not None]
        return max(self.dropped_at, *heard, 0.0)

    def look(self, now: float) -> None:
        """Takes the measure of their network, and tells their page when the word for it changed."""
        if self.publisher is None or self.subscriber is None or not self.connected(now):
            return
        down, paused = self.subscriber.look(now), self.subscriber.paused()
        self.publisher.round_trip = self.subscriber.round_trip
        trip = self.subscriber.round_trip * 1_000
        quality = Quality(replace(self.publisher.way), replace(down), trip, self.freezes, self.frozen_ms)
        self.record.look(quality, paused=len(paused), shown=self.subscriber.pictures())
        metrics.observe(quality)
        told = {
            "type": "network",
            "state": self.record.network.value,
            "paused": paused,
            "because": "codec" if self.subscriber.blind else "network",
        }
        if told != self._told and (self._told or paused or self.record.network is not Network.GOOD):
            self._told = told
            self.send(told)

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
            "network": self.record.network.value,
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
