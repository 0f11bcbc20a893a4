"""The media port under fire: broken, forged and hostile datagrams, while two people in another room talk on."""

import gc
import random
import sys
from collections.abc import AsyncIterator

import pytest
from aioice import stun
from structlog.testing import capture_logs

from media.contract import Role
from media.engine import rtcp, rtp
from media.engine.codec import OPUS, VP8
from media.engine.socket import UdpPort
from tests.media.nodes import RunningNode, running_node
from tests.media.visitors import RawPeer, Visitor, packets
from tests.waiting import until

BATCH = 400
CAMERA = 0x4444


@pytest.fixture
async def node() -> AsyncIterator[RunningNode]:
    async with running_node() as running:
        yield running


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Bits flipped, a piece cut out, doubled or lengthened."""
    changed = bytearray(data)
    for _ in range(chance.randint(0, 4)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    match chance.randrange(5):
        case 0:
            del changed[chance.randrange(len(changed)) :]
        case 1:
            changed += chance.randbytes(chance.randrange(200))
        case 2:
            at = chance.randrange(len(changed))
            changed[at:at] = changed[at : at + 8]
    return bytes(changed)


class Attacker:
    """A guest in good standing who sends everything but a call."""

    def __init__(self, peer: RawPeer, other: RawPeer, seed: int) -> None:
        self._peer, self._chance = peer, random.Random(seed)
        user, password = peer.line("ice-ufrag"), peer.line("ice-pwd")
        check = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
        check.attributes |= {"USERNAME": f"{user}:me", "PRIORITY": 1, "ICE-CONTROLLING": 1, "USE-CANDIDATE": None}
        check.add_message_integrity(password.encode())
        stolen = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
        stolen.attributes |= {"USERNAME": f"{other.line('ice-ufrag')}:me", "PRIORITY": 1, "USE-CANDIDATE": None}
        stolen.add_message_integrity(password.encode())
        hello = b"\x16\xfe\xff\0\0\0\0\0\0\0\1\0\x40" + self._chance.randbytes(64)
        alert = b"\x15\xfe\xfd\0\1\0\0\0\0\0\1\0\x10" + self._chance.randbytes(16)
        self._raw = [bytes(check), bytes(stolen), hello, alert, b"\x80\x60" + self._chance.randbytes(80), b"\x40", b""]
        extended = (
            rtp.HEADER.pack(0x90, VP8.payload_type, 7, 0, CAMERA) + b"\xbe\xde\0\2\x22\1\2\3\x51\0\1\0" + b"\x90" * 40
        )
        resent = rtp.HEADER.pack(0x80, VP8.resend_type, 9, 0, CAMERA + 1) + b"\0\5" + b"\x10" * 40
        self._media = [extended, resent, *packets(CAMERA, VP8.payload_type, 5, 3), *packets(9, OPUS.payload_type, 1, 2)]
        info = rtcp.SenderInfo(CAMERA, 1 << 40, 5, 5, 5)
        block = rtcp.ReportBlock(peer_ssrc := CAMERA, 20, 5, 70_000, 9, 1, 1)
        feedback = rtcp.packet(205, 15, bytes.fromhex("00000001000000020001000700000100200704040404040400000000"))
        self._control = [
            rtcp.sender_report(info) + rtcp.description(CAMERA, "anna"),
            rtcp.receiver_report(1, [block]) + rtcp.pli(1, peer_ssrc),
            rtcp.nack(1, CAMERA, [1, 2, 30]) + rtcp.remb(1, 90_000, [CAMERA]),
            feedback,
        ]

    def fire(self, count: int) -> None:
        """So many datagrams: some in the clear, some properly sealed around a broken inside."""
        chance, peer = self._chance, self._peer
        for _ in range(count):
            kind = chance.randrange(3)
            if kind == 0:
                peer.transmit_raw(mutated(chance.choice(self._raw) or b"\0", chance))
                continue
            data = mutated(chance.choice(self._media if kind == 1 else self._control), chance)
            # What the sealing itself would refuse to seal goes out as it is.
            try:
                (peer.send if kind == 1 else peer.send_rtcp)(data)
            except Exception:
                peer.transmit_raw(data)


async def sit_down(node: RunningNode, room: str) -> tuple[Visitor, Visitor]:
    host = await Visitor.knock(node, "mei", role=Role.HOST, room=room)
    guest = await Visitor.knock(node, "anna", room=room)
    await host.say(type="admit", participant="anna")
    await host.connects()
    await guest.connects()
    await until(lambda: node.has_connected(room))
    return host, guest


async def talk(host: Visitor, guest: Visitor, first: int) -> None:
    """Ten packets of the host's voice arrive complete."""
    ssrc = guest.peers["subscribe"].streams("mei")["audio"][0]
    before = len(guest.peers["subscribe"].of(ssrc))
    for packet in packets(1, OPUS.payload_type, first, 10, step=960):
        host.peers["publish"].send(packet)
    await until(lambda: len(guest.peers["subscribe"].of(ssrc)) == before + 10)


async def taken(udp: UdpPort, count: int) -> None:
    """Waits until so many datagrams were read from the port, ever; a few may be lost on the way."""
    await until(lambda: udp.arrived >= count, every=0.001)


@pytest.mark.soak
@pytest.mark.timeout(0)
class TestFuzz:
    async def test_broken_datagrams_harm_nobody(self, node: RunningNode, soak: bool) -> None:
        quiet, loud = await sit_down(node, "quiet"), await sit_down(node, "loud")
        attacks = [
            Attacker(loud[1].peers["publish"], loud[0].peers["publish"], 1),
            Attacker(loud[1].peers["subscribe"], quiet[0].peers["publish"], 2),
        ]
        udp, held = node.node.engine.udp, 0
        with capture_logs() as logs:
            for number in range((10_000_000 if soak else 100_000) // BATCH):
                before = udp.arrived
                attacks[number % 2].fire(BATCH)
                await taken(udp, before + BATCH * 9 // 10)
                for one in (*loud, *quiet):
                    for peer in one.peers.values():
                        peer.rtcp.clear()
                if number % 50 == 0:
                    await talk(*quiet, first=number // 5)
                if number == 20:
                    gc.collect()
                    held = sys.getallocatedblocks()
        await talk(*quiet, first=60_000)
        gc.collect()
        grown = sys.getallocatedblocks() - held
        assert [entry for entry in logs if entry["log_level"] in ("error", "critical")] == []
        assert udp.failed == 0
        assert {"unproven", "unknown", "unsealed", "malformed"} <= set(node.node.engine.port.dropped)
        assert grown < 30_000
        assert len(node.node.engine.port._by_user) < 20
        for visitor in (*quiet, *loud):
            await visitor.hang_up()


class TestDoor:
    async def test_one_who_waits_neither_hears_nor_is_heard_whatever_is_sent(self, node: RunningNode) -> None:
        host, _ = await sit_down(node, "room-1")
        async with await Visitor.knock(node, "bo") as bo:
            intruder = RawPeer()
            intruder.take(host.peers["publish"].offer.replace(host.peers["publish"].line("ice-pwd"), "a" * 24))
            with pytest.raises(TimeoutError):
                await intruder.move(patience=0.3)
            for packet in packets(CAMERA, VP8.payload_type, 0, 30):
                intruder.transmit_raw(packet)
            for number, packet in enumerate(packets(1, OPUS.payload_type, 0, 30, step=960)):
                host.peers["publish"].send(packet)
                intruder.transmit_raw(bytes([20 + number]) + packet)
            await bo.say(type="ping")
            await bo.hears("pong")
            await until(lambda: node.node.engine.port.dropped["stranger"] >= 60)
            assert (intruder.datagrams, bo.peers) == (0, {})
            assert {rtp.read(packet).ssrc for packet in host.peers["subscribe"].rtp} == set()
            intruder.close()
        await host.hang_up()

    async def test_replayed_packet_is_refused(self, node: RunningNode) -> None:
        host, guest = await sit_down(node, "room-1")
        await talk(host, guest, 0)
        sealed = host.peers["publish"].seal(next(iter(packets(1, OPUS.payload_type, 10, 1))))
        for _ in range(5):
            host.peers["publish"].transmit_raw(sealed)
        await until(lambda: node.node.engine.port.dropped["unsealed"] == 4)
        for visitor in (host, guest):
            await visitor.hang_up()

    async def test_flood_of_one_is_cut_and_the_others_talk_on(self, node: RunningNode) -> None:
        quiet, loud = await sit_down(node, "quiet"), await sit_down(node, "loud")
        shout = loud[1].peers["publish"]
        for number, packet in enumerate(packets(CAMERA, VP8.payload_type, 0, 3_000)):
            shout.send(packet + bytes(900))
            if number % 100 == 99:
                await talk(*quiet, first=number // 10)
        assert node.node.engine.port.dropped["flood"] > 500
        for visitor in (*quiet, *loud):
            await visitor.hang_up()
