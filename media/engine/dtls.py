"""The one adapter on aiortc's DTLS: it hands us two SRTP sessions and never sees a media packet.

`RTCDtlsTransport` wants an ICE transport with `_recv`, `_send`, `role` and `state`; `_Link` is one fed by us. Its
private parts used here (`_set_role`, `_rx_srtp`, `_tx_srtp`, `_recv`, `_send`) are held by `tests/media/test_dtls.py`
and the exact version pin.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from aiortc import RTCCertificate, RTCDtlsFingerprint, RTCDtlsParameters, RTCDtlsTransport, RTCIceTransport
from pylibsrtp import Session

HANDSHAKE_SECONDS = 15
_BACKLOG = 64


class HandshakeFailed(Exception):
    """The client did not prove the fingerprint it signalled, or not in time."""


@dataclass(frozen=True)
class Fingerprint:
    """One `a=fingerprint` line: hash name (`sha-256`) and upper-case hex pairs."""

    algorithm: str
    value: str


class Certificate:
    """This node's self-signed certificate; clients know it by the fingerprint in our offers."""

    def __init__(self) -> None:
        self.aiortc = RTCCertificate.generateCertificate()
        self.fingerprint = next(
            Fingerprint(print_.algorithm, print_.value)
            for print_ in self.aiortc.getFingerprints()
            if print_.algorithm == "sha-256"
        )


class DtlsServer:
    """One handshake as the passive side. `gone` is called when the client closes the connection."""

    def __init__(self, certificate: Certificate, send: Callable[[bytes], None], gone: Callable[[], None]) -> None:
        self._link = _Link(send)
        self._transport = RTCDtlsTransport(cast(RTCIceTransport, self._link), [certificate.aiortc])
        self._transport._set_role("server")
        self._gone = gone

    def feed(self, data: bytes) -> None:
        """One DTLS datagram; a client that floods us only loses its own."""
        self._link.feed(data)

    async def handshake(self, fingerprints: list[Fingerprint]) -> tuple[Session, Session]:
        """(incoming, outgoing) SRTP sessions. Raises HandshakeFailed."""
        wanted = RTCDtlsParameters([RTCDtlsFingerprint(p.algorithm, p.value) for p in fingerprints])
        try:
            async with asyncio.timeout(HANDSHAKE_SECONDS):
                await self._transport.start(wanted)
        except TimeoutError:
            raise HandshakeFailed from None
        if self._transport.state != "connected":
            raise HandshakeFailed
        self._transport.add_listener("statechange", self._changed)
        return self._transport._rx_srtp, self._transport._tx_srtp

    async def close(self) -> None:
        """Says goodbye and stops reading."""
        self._transport.remove_all_listeners()
        await self._transport.stop()

    def _changed(self) -> None:
        if self._transport.state == "closed":
            self._gone()


class _Link:
    """The duck that aiortc takes for an ICE transport."""

    role = "controlled"
    state = "completed"

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._sending = send
        self._arrived: asyncio.Queue[bytes] = asyncio.Queue(_BACKLOG)

    def feed(self, data: bytes) -> None:
        if not self._arrived.full():
            self._arrived.put_nowait(data)

    async def _recv(self) -> bytes:
        return await self._arrived.get()

    async def _send(self, data: bytes) -> None:
        self._sending(data)
