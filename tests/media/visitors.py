"""A participant without a browser: real WebSocket, real UDP, STUN, DTLS and SRTP, packets made by hand.

What Chromium would hide (which packet, which sequence number, which address) is in the test's hand here.
"""

import asyncio
import contextlib
import json
import re
from collections.abc import Iterable
from typing import Any, Self, cast

from aioice import stun
from aiortc import RTCCertificate, RTCDtlsFingerprint, RTCDtlsParameters, RTCDtlsTransport, RTCIceTransport
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from media.engine import rtcp, rtp
from tests.media.nodes import RunningNode, token
from tests.waiting import until

Message = dict[str, Any]
VIDEO = "96 97 102 103"


class Visitor:
    """One page's worth of signalling; answers offers by itself. `closed` is the reason once the room hung up."""

    def __init__(self, socket: ClientConnection, answering: bool = True, video: str = VIDEO) -> None:
        self.socket, self._answering, self._video = socket, answering, video
        self.heard: list[Message] = []
        self.closed: str | None = None
        self.peers: dict[str, RawPeer] = {}
        self._keeps_media = False
        self._reader = asyncio.create_task(self._read())
        self._answers: set[asyncio.Task[None]] = set()

    @classmethod
    async def come(
        cls,
        node: RunningNode,
        cookie: str | None,
        *,
        origin: str | None = None,
        answering: bool = True,
        video: str = VIDEO,
    ) -> Self:
        """Connects without saying hello; with `answering=False`, offers are only heard; `video` are the payload types
        the page can do."""
        headers = {"Cookie": f"room={cookie}"} if cookie is not None else {}
        if origin is not None:
            headers["Origin"] = origin
        return cls(await connect(node.signalling, additional_headers=headers, compression=None), answering, video)

    @classmethod
    async def knock(
        cls,
        node: RunningNode,
        participant: str,
        *,
        resume: str | None = None,
        admission: str | None = None,
        video: str = VIDEO,
        **grant: Any,
    ) -> Self:
        """Connects with a good grant and says hello; answered by a welcome."""
        visitor = await cls.come(node, token(participant, **grant), video=video)
        await visitor.say(type="hello", resume=resume, admission=admission)
        await visitor.hears("welcome")
        return visitor

    async def say(self, **message: Any) -> None:
        await self.socket.send(json.dumps(message))

    def last(self, kind: str) -> Message:
        """The newest message of this type, or an empty one."""
        return next((message for message in reversed(self.heard) if message["type"] == kind), {})

    def sees_waiting(self) -> list[str]:
        """Who waits outside, by the newest word the host was given."""
        return [person["id"] for person in self.last("knock").get("waiting", [])]

    async def hears(self, kind: str, **fields: Any) -> Message:
        """Waits for a message of this type with these values."""

        def found() -> Message:
            fits = (m for m in self.heard if m["type"] == kind and all(m[k] == v for k, v in fields.items()))
            return next(fits, {})

        return await until(found, timeout=5)

    async def is_told_people(self, *names: str) -> None:
        """Waits until the room says that exactly these others are in."""
        await until(lambda: sorted(p["id"] for p in self.last("people").get("people", [])) == sorted(names))

    async def is_sent_away(self) -> str:
        """Waits for the room to hang up; the reason it gave."""
        await until(lambda: self.closed is not None)
        return self.closed or ""

    @property
    def is_in(self) -> bool:
        return any(message.get("state") == "in" for message in self.heard)

    async def connects(self) -> None:
        """Waits until both transports are up."""
        await until(lambda: len(self.peers) == 2 and all(peer.connected for peer in self.peers.values()))

    async def lose_signalling(self) -> None:
        """The WebSocket breaks; sound and picture go on."""
        self._keeps_media = True
        await self.socket.close()
        await self._reader

    async def hang_up(self) -> None:
        """Drops everything without a word, as a dead phone does."""
        self._fall_silent()
        await self.socket.close()
        await asyncio.gather(self._reader, *self._answers, return_exceptions=True)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.hang_up()

    async def _read(self) -> None:
        try:
            async for raw in self.socket:
                message = json.loads(raw)
                self.heard.append(message)
                if message["type"] == "offer" and self._answering:
                    task = asyncio.create_task(self._answer(message))
                    self._answers.add(task)
        except ConnectionClosed:
            pass
        if not self._keeps_media:
            self._fall_silent()
        self.closed = self.socket.close_reason or ""

    async def _answer(self, offer: Message) -> None:
        peer = self.peers.get(offer["pc"])
        if peer is None:
            peer = self.peers[offer["pc"]] = RawPeer(self._video)
        with contextlib.suppress(ConnectionClosed, TimeoutError):
            answer = peer.take(offer["sdp"])
            await self.say(type="answer", pc=offer["pc"], number=offer["number"], sdp=answer)
            await peer.connect()

    def _fall_silent(self) -> None:
        for peer in self.peers.values():
            peer.close()
        for task in self._answers:
            task.cancel()


class RawPeer(asyncio.DatagramProtocol):
    """The client end of one peer connection. Received RTP and RTCP are kept decrypted, in order of arrival."""

    role, state = "controlling", "completed"

    def __init__(self, video: str = VIDEO) -> None:
        self._takes = {"111", *video.split(" ")}
        self.rtp: list[bytes] = []
        self.rtcp: list[rtcp.Item] = []
        self.datagrams = 0
        self.connected = False
        self.offer = ""
        self._udp: asyncio.DatagramTransport | None = None
        self._certificate = RTCCertificate.generateCertificate()
        self._dtls = RTCDtlsTransport(cast(RTCIceTransport, self), [self._certificate])
        self._dtls._set_role("client")
        self._arrived: asyncio.Queue[bytes] = asyncio.Queue()
        self._checked = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None

    def take(self, offer: str) -> str:
        """Reads an offer; the answer to it."""
        self.offer = offer
        kinds = re.findall(r"^m=(\w+) 9 UDP/TLS/RTP/SAVPF ([\d ]+)\r$", offer, re.MULTILINE)
        print_ = next(p for p in self._certificate.getFingerprints() if p.algorithm == "sha-256")
        lines = ["v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-", "t=0 0", "a=setup:active"]
        lines.append(f"a=fingerprint:{print_.algorithm} {print_.value}")
        for kind, numbers in kinds:
            taken = [number for number in numbers.split(" ") if number in self._takes]
            lines.append(f"m={kind} {9 if taken else 0} UDP/TLS/RTP/SAVPF {' '.join(taken or ['0'])}")
        return "\r\n".join([*lines, ""])

    def line(self, name: str) -> str:
        """The first value of an attribute of the offer."""
        found = re.search(rf"^a={name}:(.*)\r$", self.offer, re.MULTILINE)
        assert found is not None, f"the offer has no {name}"
        return found.group(1)

    def streams(self, person: str) -> dict[str, list[int]]:
        """SSRCs offered for a person's "audio" and "video" (stream, then its RTX)."""
        found = re.findall(rf"^a=ssrc:(\d+) msid:{person} {person}-(\w+)\r$", self.offer, re.MULTILINE)
        return {kind: [int(ssrc) for ssrc, k in found if k == kind] for kind in ("audio", "video")}

    async def connect(self) -> None:
        """Proves the password and shakes hands; later offers only renew the proof."""
        if self._udp is None:
            await self.move()
        if self.connected or self._dtls.state != "new":
            return
        algorithm, value = self.line("fingerprint").split(" ")
        await self._dtls.start(RTCDtlsParameters([RTCDtlsFingerprint(algorithm, value)]))
        self.connected = self._dtls.state == "connected"

    async def move(self, patience: float = 5) -> None:
        """Begins to send from another address (a phone that changes from Wi-Fi to 4G). Raises TimeoutError."""
        old = self._udp
        port = int(self.line("candidate").split(" ")[5])
        self._checked.clear()
        self._udp, _ = await asyncio.get_running_loop().create_datagram_endpoint(
            lambda: self, remote_addr=("127.0.0.1", port)
        )
        self._check()
        if old is not None:
            old.close()
        await asyncio.wait_for(self._checked.wait(), patience)

    def send(self, packet: bytes) -> None:
        """One plain RTP packet, sealed and sent."""
        self._transmit(self.seal(packet))

    def seal(self, packet: bytes) -> bytes:
        """One plain RTP packet as it goes out."""
        sealed: bytes = self._dtls._tx_srtp.protect(packet)
        return sealed

    def send_rtcp(self, compound: bytes) -> None:
        self._transmit(self._dtls._tx_srtp.protect_rtcp(compound))

    def transmit_raw(self, data: bytes) -> None:
        """Any bytes at all, from our address."""
        self._transmit(data)

    def of(self, ssrc: int) -> list[bytes]:
        """Packets of one stream received so far."""
        return [packet for packet in self.rtp if rtp.read(packet).ssrc == ssrc]

    def close(self) -> None:
        """Falls silent."""
        if self._timer is not None:
            self._timer.cancel()
        if self._udp is not None:
            self._udp.close()
        self._arrived.put_nowait(b"")
        if self._dtls._task is not None:
            self._dtls._task.cancel()

    def datagram_received(self, data: bytes, addr: Any) -> None:
        self.datagrams += 1
        if data[0] < 4:
            self._checked.set()
        elif data[0] < 64:
            self._arrived.put_nowait(data)
        elif rtp.is_rtcp(data):
            self.rtcp += rtcp.items(self._dtls._rx_srtp.unprotect_rtcp(data))
        else:
            self.rtp.append(self._dtls._rx_srtp.unprotect(data))

    def _check(self) -> None:
        request = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
        request.attributes |= {"USERNAME": f"{self.line('ice-ufrag')}:me", "PRIORITY": 1, "ICE-CONTROLLING": 1}
        request.attributes["USE-CANDIDATE"] = None
        request.add_message_integrity(self.line("ice-pwd").encode())
        self._transmit(bytes(request))
        self._timer = asyncio.get_running_loop().call_later(0.5, self._check)

    def _transmit(self, data: bytes) -> None:
        if self._udp is not None and not self._udp.is_closing():
            self._udp.sendto(data)

    async def _recv(self) -> bytes:
        data = await self._arrived.get()
        if not data:
            raise ConnectionError
        return data

    async def _send(self, data: bytes) -> None:
        self._transmit(data)


def packets(
    ssrc: int, payload_type: int, first: int, count: int, *, timestamp: int = 0, step: int = 3000
) -> Iterable[bytes]:
    """A run of RTP packets whose payload says which one they are."""
    for number in range(count):
        sequence = (first + number) % rtp.SEQUENCES
        header = rtp.HEADER.pack(0x80, payload_type, sequence, (timestamp + number * step) % rtp.TIMES, ssrc)
        yield header + b"packet %d" % (first + number)
