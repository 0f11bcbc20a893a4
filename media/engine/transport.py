"""The network side of one peer connection: ICE, then DTLS, then SRTP."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from media.engine.congestion import Departures
from media.engine.dtls import Certificate, DtlsServer, Fingerprint, HandshakeFailed
from media.engine.ice import IceAgent, IcePort
from media.engine.rtp import Malformed, is_rtcp
from media.engine.socket import UdpPort
from media.engine.srtp import Srtp, srtp

ALIVE_FOR = 6.0
MOST_OCTETS, OVERHEAD = 500_000, 60


class State(StrEnum):
    """A transport only ever moves forward."""

    NEW = "new"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    CLOSED = "closed"


class Listener(Protocol):
    """Who gets what arrives, already decrypted."""

    def on_state(self, state: State) -> None: ...
    def on_rtp(self, packet: bytes) -> None:
        """May raise Malformed."""

    def on_rtcp(self, compound: bytes) -> None: ...


class Meter:
    """Octets a client may send each second: far more than a call takes, far less than would trouble the others.

    Each datagram counts with an overhead, so that a hail of small ones is bounded as well.
    """

    def __init__(self) -> None:
        self._second, self._octets = 0, 0

    def take(self, size: int, now: float) -> bool:
        """Whether one more of `size` octets is within the bounds."""
        second = int(now)
        if second != self._second:
            self._second, self._octets = second, 0
        self._octets += size + OVERHEAD
        return self._octets <= MOST_OCTETS


@dataclass
class Engine:
    """What all transports of a node share: the port, the certificate, the clock, and the goodbyes still being said."""

    udp: UdpPort
    now: Callable[[], float]
    certificate: Certificate = field(default_factory=Certificate)
    closing: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.port = IcePort(self.udp, self.now)

    def open(self) -> None:
        """Begins to listen in the running loop."""
        self.udp.listen(self.port.heard)

    async def close(self) -> None:
        await asyncio.gather(*self.closing, return_exceptions=True)
        self.udp.close()


class Transport:
    """From credentials in an offer to packets both ways."""

    def __init__(self, engine: Engine, listener: Listener) -> None:
        self._engine, self._listener = engine, listener
        self.ice = IceAgent(engine.port, self)
        self.state = State.NEW
        self.departures = Departures()
        self._meter = Meter()
        self._dtls = DtlsServer(engine.certificate, self.ice.send, self.close)
        self._srtp: Srtp | None = None
        self._handshake: asyncio.Task[None] | None = None

    def expect(self, fingerprints: list[Fingerprint]) -> None:
        """The client's answer came: whoever shakes hands must own this certificate."""
        if self.state is State.NEW:
            self._move(State.CONNECTING)
            self._handshake = asyncio.create_task(self._shake_hands(fingerprints))

    def alive(self, now: float) -> bool:
        """Connected, and heard from lately (clients repeat their checks every few seconds, RFC 7675)."""
        return self.state is State.CONNECTED and now - self.ice.heard_at < ALIVE_FOR

    def receive(self, data: bytes, now: float) -> None:
        """One datagram that is not STUN, from an address this client proved (RFC 7983)."""
        first = data[0]
        if not self._meter.take(len(data), now):
            self._drop("flood")
        elif 128 <= first <= 191 and len(data) > 8:
            self._open(data)
        elif 20 <= first <= 63:
            self._dtls.feed(data)
        else:
            self._drop("unknown")

    def send_rtp(self, packet: bytearray, number_at: int, now: float) -> None:
        """One plain RTP packet, given the next transport-wide number if it has a place for one; dropped while nobody is
        connected."""
        if self._srtp is not None and (address := self.ice.selected) is not None:
            udp = self._engine.udp
            if number_at:
                self.departures.stamp(packet, number_at, now)
            if size := self._srtp.protect(packet, udp.slot):
                udp.post(size, address)

    def send_rtcp(self, compound: bytes) -> None:
        """One plain RTCP compound; dropped while nobody is connected."""
        if self._srtp is not None and (address := self.ice.selected) is not None:
            udp = self._engine.udp
            if size := self._srtp.protect_rtcp(compound, udp.slot):
                udp.post(size, address)

    def close(self) -> None:
        """Forgets the client; what still arrives from there is dropped."""
        if self.state is State.CLOSED:
            return
        if self._handshake is not None:
            self._handshake.cancel()
        goodbye = asyncio.create_task(self._say_goodbye())
        self._engine.closing.add(goodbye)
        goodbye.add_done_callback(self._engine.closing.discard)
        self._srtp = None
        self._move(State.CLOSED)

    def _open(self, data: bytes) -> None:
        if self._srtp is None:
            self._drop("early")
        elif is_rtcp(data):
            if (compound := self._srtp.unprotect_rtcp(data)) is None:
                self._drop("unsealed")
            else:
                self._listener.on_rtcp(compound)
        elif (packet := self._srtp.unprotect(data)) is None:
            self._drop("unsealed")
        else:
            try:
                self._listener.on_rtp(packet)
            except Malformed:
                self._drop("malformed")

    def _drop(self, why: str) -> None:
        self._engine.port.dropped[why] += 1

    async def _shake_hands(self, fingerprints: list[Fingerprint]) -> None:
        try:
            incoming, outgoing = await self._dtls.handshake(fingerprints)
        except HandshakeFailed:
            self._handshake = None
            self.close()
            return
        self._srtp = srtp(incoming, outgoing)
        self._move(State.CONNECTED)

    async def _say_goodbye(self) -> None:
        await self._dtls.close()
        self.ice.close()

    def _move(self, state: State) -> None:
        self.state = state
        self._listener.on_state(state)
