"""The adapter on aiortc's private parts: what it relies on, held here for the day the pin moves."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiortc import RTCCertificate

from media.engine.dtls import Certificate, DtlsServer, Fingerprint, HandshakeFailed
from media.engine.rtp import HEADER
from media.engine.srtp import srtp
from tests.media.test_srtp import sealed_by
from tests.media.visitors import RawPeer
from tests.waiting import until


class Client(RawPeer):
    """A DTLS client whose wire is a function call."""

    server: DtlsServer

    async def move(self, patience: float = 5) -> None:
        """There is no address to move from."""

    def _transmit(self, data: bytes) -> None:
        self.server.feed(data)

    def fingerprints(self) -> list[Fingerprint]:
        return [Fingerprint(p.algorithm, p.value) for p in self._certificate.getFingerprints()]


class Handshake:
    """Both ends, wired to each other; `gone` counts the goodbyes the server heard."""

    def __init__(self) -> None:
        self.certificate = Certificate()
        self.client = Client()
        self.gone = 0
        self.server = DtlsServer(self.certificate, self._to_client, self._count)
        self.client.server = self.server
        mine = self.certificate.fingerprint
        self.client.offer = f"a=fingerprint:{mine.algorithm} {mine.value}\r\n"
        self._calling = asyncio.create_task(self.client.connect())

    async def close(self) -> None:
        await self.server.close()
        self.client.close()
        self._calling.cancel()
        await asyncio.gather(self._calling, return_exceptions=True)

    def _to_client(self, data: bytes) -> None:
        self.client.datagram_received(data, None)

    def _count(self) -> None:
        self.gone += 1


@pytest.fixture
async def handshake() -> AsyncIterator[Handshake]:
    both = Handshake()
    yield both
    await both.close()


class TestHandshake:
    async def test_gives_two_sessions_that_fit_the_clients(self, handshake: Handshake) -> None:
        ours = srtp(*await handshake.server.handshake(handshake.client.fingerprints()))
        await until(lambda: handshake.client.connected)
        packet = HEADER.pack(0x80, 96, 1, 2, 3) + b"hello"
        assert ours.unprotect(handshake.client._dtls._tx_srtp.protect(packet)) == packet
        assert handshake.client._dtls._rx_srtp.unprotect(sealed_by(ours, packet)) == packet

    async def test_with_another_certificate_than_was_signalled_fails(self, handshake: Handshake) -> None:
        other = next(p for p in RTCCertificate.generateCertificate().getFingerprints() if p.algorithm == "sha-256")
        with pytest.raises(HandshakeFailed):
            await handshake.server.handshake([Fingerprint(other.algorithm, other.value)])

    async def test_with_one_right_and_one_wrong_fingerprint_fails(self, handshake: Handshake) -> None:
        wrong = Fingerprint("sha-512", "00:" * 63 + "00")
        with pytest.raises(HandshakeFailed):
            await handshake.server.handshake([handshake.client.fingerprints()[0], wrong])

    async def test_with_a_hash_nobody_knows_fails(self, handshake: Handshake) -> None:
        with pytest.raises(HandshakeFailed):
            await handshake.server.handshake([Fingerprint("md5", "00:11")])

    async def test_survives_rubbish_and_a_flood_before_it(self, handshake: Handshake) -> None:
        for number in range(1_000):
            handshake.server.feed(bytes([22, 254, 255, number % 256]) * 5)
        await handshake.server.handshake(handshake.client.fingerprints())
        await until(lambda: handshake.client.connected)


class TestGoodbye:
    async def test_of_the_client_is_heard(self, handshake: Handshake) -> None:
        await handshake.server.handshake(handshake.client.fingerprints())
        await until(lambda: handshake.client.connected)
        await handshake.client._dtls.stop()
        await until(lambda: handshake.gone == 1)

    async def test_of_our_own_is_not_mistaken_for_theirs(self, handshake: Handshake) -> None:
        await handshake.server.handshake(handshake.client.fingerprints())
        await handshake.server.close()
        assert handshake.gone == 0
