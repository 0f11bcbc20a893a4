"""Packets from one client to another, over real UDP and real SRTP, counted one by one."""

import asyncio
import random
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest

from media.contract import Role
from media.engine import rtcp, rtp
from media.engine.codec import OPUS, VP8
from media.engine.congestion import Arrivals, read_feedback
from tests.media.nodes import RunningNode, running_node
from tests.media.visitors import RawPeer, Visitor, packets
from tests.waiting import until

CAMERA, MICROPHONE = 0x1111, 0x2222
VIDEO, AUDIO, RESENT = VP8.payload_type, OPUS.payload_type, VP8.resend_type


@pytest.fixture
async def node() -> AsyncIterator[RunningNode]:
    async with running_node() as running:
        yield running


class Pair:
    """A host who sends and a guest who watches, both connected."""

    def __init__(self, host: Visitor, guest: Visitor) -> None:
        self.host, self.guest = host, guest

    @property
    def sending(self) -> RawPeer:
        return self.host.peers["publish"]

    @property
    def watching(self) -> RawPeer:
        return self.guest.peers["subscribe"]

    def stream(self, kind: str = "video") -> int:
        """The SSRC under which the guest was promised the host."""
        return self.watching.streams("mei")[kind][0]

    async def receives(self, count: int, kind: str = "video") -> list[bytes]:
        """Waits until the guest has so many packets of the host's stream."""
        await until(lambda: len(self.watching.of(self.stream(kind))) >= count)
        return self.watching.of(self.stream(kind))


@pytest.fixture
async def pair(node: RunningNode) -> AsyncIterator[Pair]:
    async with await Visitor.knock(node, "mei", role=Role.HOST) as host, await Visitor.knock(node, "anna") as guest:
        await host.say(type="admit", participant="anna")
        await host.connects()
        await guest.connects()
        await until(lambda: node.has_connected("room-1"))
        yield Pair(host, guest)


def numbered(packet: bytes, number: int) -> bytes:
    """The same packet with a transport-wide number in a header extension."""
    extension = b"\xbe\xde\0\1\x51" + (number % rtp.SEQUENCES).to_bytes(2, "big") + b"\0"
    return bytes([packet[0] | 0x10]) + packet[1:12] + extension + packet[12:]


def payloads(received: list[bytes]) -> list[bytes]:
    return [packet[rtp.read(packet).payload :] for packet in received]


def sequences(received: list[bytes]) -> list[int]:
    return [rtp.read(packet).sequence for packet in received]


class TestStream:
    async def test_arrives_complete_in_order_and_under_its_promised_number(self, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 65_500, 100):
            pair.sending.send(packet)
        received = await pair.receives(100)
        assert payloads(received) == [b"packet %d" % number for number in range(65_500, 65_600)]
        first = sequences(received)[0]
        assert sequences(received) == [(first + number) % rtp.SEQUENCES for number in range(100)]
        assert {rtp.read(packet).payload_type for packet in received} == {VIDEO}

    async def test_keeps_the_pace_of_its_clock(self, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 0, 10, timestamp=2**32 - 9_000):
            pair.sending.send(packet)
        times = [rtp.read(packet).timestamp for packet in await pair.receives(10)]
        assert {(later - earlier) % rtp.TIMES for earlier, later in pairwise(times)} == {3_000}

    async def test_of_sound_goes_beside_that_of_pictures(self, pair: Pair) -> None:
        for picture, sound in zip(packets(CAMERA, VIDEO, 0, 20), packets(MICROPHONE, AUDIO, 500, 20), strict=True):
            pair.sending.send(picture)
            pair.sending.send(sound)
        assert len(await pair.receives(20, "audio")) == len(await pair.receives(20, "video")) == 20

    async def test_does_not_come_back_to_its_sender(self, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 0, 10):
            pair.sending.send(packet)
        await pair.receives(10)
        assert pair.host.peers["subscribe"].rtp == []

    async def test_survives_disorder_and_doubles_none(self, pair: Pair) -> None:
        sent = list(packets(CAMERA, VIDEO, 100, 50))
        head, tail = sent[0], sent[1:]
        random.Random(7).shuffle(tail)
        for packet in (head, *tail):
            pair.sending.send(packet)
        received = await pair.receives(50)
        by_sequence = sorted(received, key=lambda p: (rtp.read(p).sequence - sequences(received)[0]) % rtp.SEQUENCES)
        assert payloads(by_sequence) == [b"packet %d" % number for number in range(100, 150)]

    async def test_is_not_confused_by_rubbish_from_the_sender(self, pair: Pair) -> None:
        good = list(packets(CAMERA, VIDEO, 0, 3))
        pair.sending.send(good[0])
        await pair.receives(1)
        noise = random.Random(3)
        for size in (1, 2, 8, 12, 13, 40, 1_400, 2_000):
            for first in (0, 1, 20, 63, 64, 127, 128, 144, 191, 255):
                pair.sending.transmit_raw(bytes([first]) + noise.randbytes(size - 1))
        pair.sending.send(good[1])
        # Sealed properly, but nonsense inside: an extension longer than the packet, padding longer than the payload.
        pair.sending.send(rtp.HEADER.pack(0x90, VIDEO, 2, 0, CAMERA) + b"\xbe\xde\x00\x01" + b"\x2f\x01\x02\x03" + b"x")
        pair.sending.send(rtp.HEADER.pack(0x80, 77, 9, 0, 0x7777) + b"a payload type never offered")
        pair.sending.send_rtcp(rtcp.receiver_report(1, []) + b"\x80\xff\x00\x00" + b"\x81\xc8\x00\x01ABCD")
        pair.sending.send(good[2])
        await pair.receives(3)
        assert {rtp.read(packet).ssrc for packet in pair.watching.rtp} == {pair.stream()}


class TestLoss:
    async def test_on_the_way_down_is_made_good_from_the_ring(self, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 10, 30):
            pair.sending.send(packet)
        received = await pair.receives(30)
        wanted = sequences(received)[5:8]
        pair.watching.send_rtcp(rtcp.nack(1, pair.stream(), wanted))
        resent_stream = pair.watching.streams("mei")["video"][1]
        again = await until(lambda: pair.watching.of(resent_stream)[2:] and pair.watching.of(resent_stream))
        assert {rtp.read(packet).payload_type for packet in again} == {RESENT}
        originals = [rtp.unwrap_resent(packet, rtp.read(packet), VIDEO, pair.stream()) for packet in again]
        assert originals == received[5:8]

    async def test_of_what_never_was_is_not_answered(self, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 10, 5):
            pair.sending.send(packet)
        received = await pair.receives(5)
        before = (sequences(received)[0] - 3) % rtp.SEQUENCES
        pair.watching.send_rtcp(rtcp.nack(1, pair.stream(), [before, (before + 1_000) % rtp.SEQUENCES]))
        pair.watching.send_rtcp(rtcp.nack(1, pair.stream(), sequences(received)[:1]))
        resent_stream = pair.watching.streams("mei")["video"][1]
        await until(lambda: pair.watching.of(resent_stream))
        assert len(pair.watching.of(resent_stream)) == 1

    async def test_on_the_way_up_is_asked_for_and_filled(self, pair: Pair) -> None:
        sent = list(packets(CAMERA, VIDEO, 65_530, 12))
        for packet in sent[:4] + sent[6:]:
            pair.sending.send(packet)
        nack = await until(lambda: [i for i in pair.sending.rtcp if i.kind == rtcp.TRANSPORT_FEEDBACK])
        assert rtcp.read_nack(nack[0]) == (CAMERA, [65_534, 65_535])
        for number, packet in enumerate(sent[4:6]):
            assert RESENT is not None
            pair.sending.send(bytes(rtp.wrap_resent(packet, 12, RESENT, number, 0x3333)))
        received = await pair.receives(12)
        assert sorted(payloads(received)) == sorted(payloads(sent))

    async def test_is_reported_to_the_sender(self, pair: Pair) -> None:
        sent = list(packets(CAMERA, VIDEO, 0, 100))
        for packet in sent[:50] + sent[75:]:
            pair.sending.send(packet)

        def reported() -> list[rtcp.ReportBlock]:
            blocks = [block for item in pair.sending.rtcp for block in rtcp.read_reports(item)]
            return [block for block in blocks if block.highest == 99]

        block = (await until(reported))[0]
        assert (block.ssrc, block.lost) == (CAMERA, 25)


class TestFeedback:
    async def test_newcomer_gets_a_key_frame_asked_for(self, node: RunningNode, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 0, 5):
            pair.sending.send(packet)
        await pair.receives(5)
        asked = _plis(pair.sending)
        async with await Visitor.knock(node, "bo") as bo:
            await pair.host.say(type="admit", participant="bo")
            await bo.connects()
            await until(lambda: _plis(pair.sending) > asked)

    async def test_storm_of_key_frame_wishes_becomes_a_few(self, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 0, 5):
            pair.sending.send(packet)
        await pair.receives(5)
        for _ in range(200):
            pair.watching.send_rtcp(rtcp.pli(1, pair.stream()))
        await until(lambda: len([i for i in pair.sending.rtcp if i.kind == rtcp.RECEIVER_REPORT]) >= 2)
        assert 1 <= _plis(pair.sending) <= 5

    async def test_sender_is_told_a_rate(self, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 0, 5):
            pair.sending.send(packet)
        rates = await until(lambda: [r for i in pair.sending.rtcp if (r := rtcp.read_remb(i)) is not None])
        assert rates[0] > 300_000

    async def test_clock_of_the_sender_reaches_the_subscriber_in_the_streams_own_time(self, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 0, 5, timestamp=1_000_000):
            pair.sending.send(packet)
        received = await pair.receives(5)
        pair.sending.send_rtcp(rtcp.sender_report(rtcp.SenderInfo(CAMERA, 0xABCDEF << 32, 1_000_000, 5, 50)))
        (info,) = await until(lambda: [s for i in pair.watching.rtcp if (s := rtcp.read_sender_info(i)) is not None])
        assert info.ssrc == pair.stream()
        assert info.ntp == 0xABCDEF << 32
        assert info.timestamp == rtp.read(received[0]).timestamp


class TestCongestion:
    async def test_numbers_run_through_all_streams_and_repeats_of_one_subscriber(self, pair: Pair) -> None:
        for picture, sound in zip(packets(CAMERA, VIDEO, 0, 5), packets(MICROPHONE, AUDIO, 0, 5), strict=True):
            pair.sending.send(numbered(picture, 7))
            pair.sending.send(numbered(sound, 7))
        await pair.receives(5, "audio")
        pair.watching.send_rtcp(rtcp.nack(1, pair.stream(), sequences(await pair.receives(5))[:2]))
        await until(lambda: len(pair.watching.rtp) == 12)
        numbers = [int.from_bytes(packet[17:19], "big") for packet in pair.watching.rtp]
        assert numbers == list(range(numbers[0], numbers[0] + 12))

    async def test_feedback_tells_the_sender_what_came_repeats_and_probes_included(self, pair: Pair) -> None:
        assert RESENT is not None
        sent = [numbered(packet, 65_530 + number) for number, packet in enumerate(packets(CAMERA, VIDEO, 0, 8))]
        probe = numbered(rtp.HEADER.pack(0xA0, RESENT, 3, 0, 0x3333) + b"\0\0\0\4", 65_538)
        for packet in (*sent[:3], *sent[5:], probe):
            pair.sending.send(packet)

        def told() -> list[bool]:
            feedback = [read for item in pair.sending.rtcp if (read := read_feedback(item))]
            return [at is not None for base, arrivals in feedback for at in arrivals]

        assert await until(lambda: told() if len(told()) == 9 else []) == [True] * 3 + [False] * 2 + [True] * 4

    async def test_picture_goes_before_the_voice_and_comes_back_by_itself(self, pair: Pair) -> None:
        streams = [iter(packets(CAMERA, VIDEO, 0, 60_000)), iter(packets(MICROPHONE, AUDIO, 0, 60_000, step=960))]
        arrivals, read = Arrivals(), 0

        def moment(lost: bool) -> tuple[int, int]:
            """More packets of each; feedback says that all or only a third of them came. Pictures, sounds so far."""
            nonlocal read
            for stream in streams * 3:
                pair.sending.send(numbered(next(stream), 0))
            fresh, read = pair.watching.rtp[read:], len(pair.watching.rtp)
            for packet in fresh[:: 3 if lost else 1]:
                arrivals.add(int.from_bytes(packet[17:19], "big"), asyncio.get_running_loop().time())
            pair.watching.send_rtcp(arrivals.feedback(1, pair.stream()) or rtcp.pli(1, 0))
            return len(pair.watching.of(pair.stream("video"))), len(pair.watching.of(pair.stream("audio")))

        seen = [(0, 0)]

        def stands_still() -> bool:
            seen.append(moment(lost=True))
            return len(seen) > 12 and seen[-1][0] == seen[-8][0] and seen[-1][0] > 0

        await until(stands_still, every=0.05)
        assert seen[-1][1] > seen[-8][1] + 5
        assert (await pair.guest.hears("network", state="sound_only"))["paused"] == ["mei"]
        paused_at = seen[-1][0]
        await until(lambda: moment(lost=False)[0] > paused_at + 5, every=0.05)
        await until(lambda: pair.guest.last("network")["paused"] == [])


class TestMute:
    async def test_is_kept_by_the_node_whatever_the_page_sends(self, pair: Pair) -> None:
        sent = list(packets(MICROPHONE, AUDIO, 0, 30, step=960))
        for packet in sent[:10]:
            pair.sending.send(packet)
        await pair.receives(10, "audio")
        await pair.host.say(type="state", muted=True, camera=True)
        await until(lambda: pair.guest.last("people")["people"][0]["muted"])
        for packet in sent[10:20]:
            pair.sending.send(packet)
        await pair.host.say(type="state", muted=False, camera=True)
        await until(lambda: not pair.guest.last("people")["people"][0]["muted"])
        for packet in sent[20:]:
            pair.sending.send(packet)
        received = await pair.receives(20, "audio")
        heard = [b"packet %d" % number for number in (*range(10), *range(20, 30))]
        assert payloads(received) == heard
        first = sequences(received)[0]
        assert sequences(received) == [(first + number) % rtp.SEQUENCES for number in range(20)]

    async def test_from_before_the_first_word_holds_as_well(self, pair: Pair) -> None:
        await pair.host.say(type="state", muted=True, camera=True)
        await until(lambda: pair.guest.last("people")["people"][0]["muted"])
        sent = list(packets(MICROPHONE, AUDIO, 0, 20, step=960))
        for packet in sent[:10]:
            pair.sending.send(packet)
        await pair.host.say(type="state", muted=False, camera=True)
        await until(lambda: not pair.guest.last("people")["people"][0]["muted"])
        for packet in sent[10:]:
            pair.sending.send(packet)
        assert payloads(await pair.receives(10, "audio")) == [b"packet %d" % number for number in range(10, 20)]


class TestMoving:
    async def test_sender_to_another_address_loses_nothing_but_the_way(self, pair: Pair) -> None:
        sent = list(packets(CAMERA, VIDEO, 0, 20))
        for packet in sent[:10]:
            pair.sending.send(packet)
        await pair.receives(10)
        await pair.sending.move()
        for packet in sent[10:]:
            pair.sending.send(packet)
        assert payloads(await pair.receives(20)) == payloads(sent)

    async def test_subscriber_to_another_address_is_followed(self, pair: Pair) -> None:
        sent = list(packets(CAMERA, VIDEO, 0, 20))
        for packet in sent[:10]:
            pair.sending.send(packet)
        await pair.receives(10)
        await pair.watching.move()
        for packet in sent[10:]:
            pair.sending.send(packet)
        assert payloads(await pair.receives(20)) == payloads(sent)


class TestReturning:
    async def test_sender_continues_the_same_stream_for_those_who_watch(self, node: RunningNode, pair: Pair) -> None:
        for packet in packets(CAMERA, VIDEO, 0, 10):
            pair.sending.send(packet)
        before = await pair.receives(10)
        offers = len([message for message in pair.guest.heard if message["type"] == "offer"])
        async with await Visitor.knock(node, "mei", role=Role.HOST) as back:
            await back.connects()
            for packet in packets(0x9999, VIDEO, 40_000, 10, timestamp=77):
                back.peers["publish"].send(packet)
            received = await pair.receives(20)
        assert len([message for message in pair.guest.heard if message["type"] == "offer"]) == offers
        assert sequences(received)[10] == (sequences(before)[-1] + 1) % rtp.SEQUENCES
        passed = (rtp.read(received[10]).timestamp - rtp.read(received[9]).timestamp) % rtp.TIMES
        assert 0 < passed < 10 * 90_000


def _plis(peer: RawPeer) -> int:
    return sum(CAMERA in rtcp.read_keyframe_requests(item) for item in peer.rtcp)
