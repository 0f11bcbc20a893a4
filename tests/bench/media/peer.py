"""The generator's end of one peer connection: ICE and DTLS as any client, then plain packets out and counts in.

It works against any server: it sends its checks and answers those of the other side, and is always the active side of
DTLS. Received RTP is told apart by the header, which SRTP leaves readable; only RTCP is decrypted.
"""

import asyncio
import contextlib
import re
import secrets
import socket
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from aioice import stun
from aiortc import RTCCertificate, RTCDtlsFingerprint, RTCDtlsParameters, RTCDtlsTransport, RTCIceTransport
from pylibsrtp import Error

_BUFFER = 4 * 1024 * 1024
_IMPATIENT, _CONSENT = 0.1, 2.0

Address = tuple[str, int]
Sockets = Callable[[int], socket.socket]


def here(kind: int) -> socket.socket:
    """A socket (`SOCK_DGRAM`, `SOCK_STREAM`) of this machine."""
    return socket.socket(socket.AF_INET, kind)


@cache
def _certificate() -> RTCCertificate:
    """One for everybody: making them is no part of what is measured."""
    return RTCCertificate.generateCertificate()


class Peer:
    """`hear(ssrc, sequence, timestamp, data)` gets each RTP packet still encrypted, `told` each compound RTCP plain."""

    role, state = "controlling", "completed"

    def __init__(self, address: str, sockets: Sockets = here) -> None:
        """Binds at once, so that its candidate can stand in an offer."""
        self._sockets = sockets
        self.hear: Callable[[int, int, int, bytes], None] = lambda *_: None
        self.told: Callable[[bytes], None] = lambda _: None
        self.user, self.password = secrets.token_hex(4), secrets.token_hex(12)
        self.description = ""
        self.remote: Address | None = None
        self.connected = False
        self.handshakes = 0
        self._bind(address)
        self._dtls = RTCDtlsTransport(cast(RTCIceTransport, self), [_certificate()])
        self._dtls._set_role("client")
        self._arrived: asyncio.Queue[bytes] = asyncio.Queue()
        self._checked = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None

    def _bind(self, address: str) -> None:
        self.socket = self._sockets(socket.SOCK_DGRAM)
        self.socket.setblocking(False)
        for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
            self.socket.setsockopt(socket.SOL_SOCKET, option, _BUFFER)
        self.socket.bind((address, 0))
        self.address: Address = self.socket.getsockname()
        asyncio.get_running_loop().add_reader(self.socket.fileno(), self._readable)

    # What stands in offers and answers

    def transport_lines(self) -> list[str]:
        """ICE, DTLS and the one candidate, for every m-section of ours."""
        print_ = next(p for p in _certificate().getFingerprints() if p.algorithm == "sha-256")
        host, port = self.address
        return [
            f"a=ice-ufrag:{self.user}",
            f"a=ice-pwd:{self.password}",
            f"a=fingerprint:{print_.algorithm} {print_.value}",
            "a=setup:active",
            f"a=candidate:1 1 udp 2130706431 {host} {port} typ host",
            "a=end-of-candidates",
        ]

    def answer(self, offer: str) -> str:
        """Takes every line of `offer`, as the receiving or the sending side it leaves to us."""
        self.description = offer
        head, *sections = re.split(r"\r\n(?=m=)", offer.strip() + "\r\n")
        lines = [line for line in head.split("\r\n") if line.startswith(("v=", "s=", "t=", "a=group", "a=msid-sem"))]
        lines.insert(1, "o=- 1 1 IN IP4 127.0.0.1")
        turned = {"a=sendonly": "a=recvonly", "a=recvonly": "a=sendonly", "a=sendrecv": "a=recvonly"}
        for section in sections:
            kept = [turned.get(line, line) for line in section.split("\r\n") if line and not _THEIRS.match(line)]
            lines += [*kept, *self.transport_lines()]
        return "\r\n".join([*lines, ""])

    # Connecting

    async def connect(self, description: str = "") -> None:
        """To whoever wrote `description` (or the offer answered last). Raises TimeoutError."""
        self.description = description or self.description
        if self.connected:
            return
        found = re.search(
            r"^a=candidate:\S+ 1 udp \d+ (\d+\.\d+\.\d+\.\d+) (\d+) typ host", self.description, re.M | re.I
        )
        assert found is not None, "no candidate of IPv4 over UDP"
        self.remote = (found[1], int(found[2]))
        await self.check()
        algorithm, value = self._line("fingerprint").split(" ")
        async with asyncio.timeout(20):
            await self._dtls.start(RTCDtlsParameters([RTCDtlsFingerprint(algorithm, value.strip())]))
        self.connected = self._dtls.state == "connected"
        self.handshakes += 1

    async def check(self) -> None:
        """Proves our address, and again until somebody answers. Raises TimeoutError."""
        self._checked.clear()
        self._send_check()
        async with asyncio.timeout(20):
            await self._checked.wait()

    async def move(self, address: str) -> None:
        """Goes on from another address of this machine, as a phone that changes from Wi-Fi to 4G."""
        self._drop_socket()
        self._bind(address)
        await self.check()

    def close(self) -> None:
        """Falls silent without a goodbye."""
        if self._timer is not None:
            self._timer.cancel()
        self._drop_socket()
        self._arrived.put_nowait(b"")
        if self._dtls._task is not None:
            self._dtls._task.cancel()

    def _drop_socket(self) -> None:
        if self.socket.fileno() >= 0:
            asyncio.get_running_loop().remove_reader(self.socket.fileno())
            self.socket.close()

    # Packets

    def send(self, packet: bytes) -> None:
        """One plain RTP packet, protected once."""
        if self.connected:
            self._transmit(self._dtls._tx_srtp.protect(packet))

    def send_rtcp(self, compound: bytes) -> None:
        if self.connected:
            self._transmit(self._dtls._tx_srtp.protect_rtcp(compound))

    def plain(self, data: bytes) -> bytes:
        """What stands in a packet that `hear` was given."""
        packet: bytes = self._dtls._rx_srtp.unprotect(data)
        return packet

    def _readable(self) -> None:
        for _ in range(64):
            try:
                data, sender = self.socket.recvfrom(2_048)
            except OSError:
                return
            first = data[0] if data else 0
            if first >= 128:
                if 192 <= data[1] <= 223:
                    self._hear_rtcp(data)
                else:
                    head = int.from_bytes(data[2:12], "big")
                    self.hear(head & 0xFFFFFFFF, head >> 64, head >> 32 & 0xFFFFFFFF, data)
            elif first >= 20:
                self._arrived.put_nowait(data)
            else:
                self._stun(data, sender)

    def _hear_rtcp(self, data: bytes) -> None:
        if self.connected:
            # What the network sent twice or too late is refused by SRTP.
            with contextlib.suppress(Error):
                self.told(self._dtls._rx_srtp.unprotect_rtcp(data))

    def _stun(self, data: bytes, sender: Address) -> None:
        try:
            message = stun.parse_message(data)
        except ValueError:
            return
        if message.message_class == stun.Class.RESPONSE:
            self._checked.set()
        elif message.message_class == stun.Class.REQUEST:
            answer = stun.Message(stun.Method.BINDING, stun.Class.RESPONSE, message.transaction_id)
            answer.attributes["XOR-MAPPED-ADDRESS"] = sender
            answer.add_message_integrity(self.password.encode())
            self._transmit(bytes(answer))

    def _send_check(self) -> None:
        request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
        user = f"{self._line('ice-ufrag')}:{self.user}"
        request.attributes |= {"USERNAME": user, "PRIORITY": 1_845_501_695, "ICE-CONTROLLING": 1}
        request.attributes["USE-CANDIDATE"] = None
        request.add_message_integrity(self._line("ice-pwd").encode())
        self._transmit(bytes(request))
        pause = _CONSENT if self._checked.is_set() else _IMPATIENT
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(pause, self._send_check)

    def _line(self, name: str) -> str:
        found = re.search(rf"^a={name}:(.*?)\r?$", self.description, re.MULTILINE)
        assert found is not None, f"no {name} was told"
        return found[1]

    def _transmit(self, data: bytes) -> None:
        if self.remote is not None and self.socket.fileno() >= 0:
            try:
                self.socket.sendto(data, self.remote)
            except OSError:
                return

    # What aiortc's DTLS takes for an ICE transport

    async def _recv(self) -> bytes:
        data = await self._arrived.get()
        if not data:
            raise ConnectionError
        return data

    async def _send(self, data: bytes) -> None:
        self._transmit(data)


_THEIRS: Any = re.compile(
    r"a=(candidate|end-of-candidates|ssrc|ssrc-group|msid|ice-ufrag|ice-pwd|ice-lite|ice-options|fingerprint|setup)\b"
)
