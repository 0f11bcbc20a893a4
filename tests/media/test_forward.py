"""A source and its taps without a network: long streams, mutes, replaced sources."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.engine import rtcp, rtp
from media.engine.codec import H264, OPUS, VP8, Codec
from media.engine.forward import KEYFRAME_EVERY, NEWCOMER_KEYFRAME_EVERY, RESENDS_PER_SECOND, Source, Tap
from media.engine.hop import places, send_time
from media.engine.keyframe import begins_keyframe
from tests.media.visitors import packets


class Line:
    """One source, one tap, and everything either sent."""

    def __init__(self) -> None:
        self.out: list[bytes] = []
        self.clocks: list[bytes] = []
        self.asked: list[bytes] = []
        self.source = Source(VP8, 1, self.asked.append)
        self.tap = Tap("mei", lambda packet, *_: self.out.append(bytes(packet)), self.clocks.append)
        self.tap.attach(self.source, 0.0)
        self.tap.pause(False, 0.0)

    def feed(self, *run: bytes, now: float = 1.0) -> None:
        for packet in run:
            header = rtp.read(packet)
            source = self.source
            source.reception.add(header.sequence, header.timestamp, now)
            source.receive(packet, header, places(packet, header), now)

    @property
    def sequences(self) -> list[int]:
        return [rtp.read(packet).sequence for packet in self.out]


KEYFRAME = rtp.HEADER.pack(0x80, 96, 0, 0, 1) + b"\x10\x00keyframe"


class Watched(Line):
    """Somebody watches, and nothing was asked of the camera yet."""

    def __init__(self) -> None:
        super().__init__()
        self.feed(KEYFRAME, now=9.9)
        self.asked.clear()

    def asks_after(self, *ticks: float) -> int:
        """How often a key frame was asked for, after these moments with ordinary packets."""
        for now in ticks:
            self.feed(*packets(1, 96, int(now * 10), 1), now=now)
            self.source.tick(now)
        return sum(compound[1] == 206 for compound in self.asked)


class TestTap:
    def test_begins_silent_until_the_subscriber_knows_it(self) -> None:
        line = Line()
        line.tap.pause(True, 0.0)
        line.feed(*packets(1, 96, 0, 5))
        assert line.out == []

    def test_runs_without_a_gap_all_the_way_round_the_numbers(self) -> None:
        line = Line()
        line.feed(*packets(1, 96, 60_000, 80_000))
        assert len(line.out) == 80_000
        assert all((later - earlier) % rtp.SEQUENCES == 1 for earlier, later in pairwise(line.sequences))

    @given(st.lists(st.tuples(st.booleans(), st.integers(1, 50)), min_size=1, max_size=20))
    def test_runs_without_a_gap_through_any_mutes(self, stretches: list[tuple[bool, int]]) -> None:
        line, at, heard = Line(), 65_000, 0
        for muted, count in stretches:
            line.source.mute(muted, 1.0)
            line.feed(*packets(1, 96, at, count))
            at, heard = at + count, heard + (0 if muted else count)
        assert len(line.out) == heard
        assert all((later - earlier) % rtp.SEQUENCES == 1 for earlier, later in pairwise(line.sequences))

    @pytest.mark.parametrize("leap", [30_000, 10_000, 40_000, 60_000])
    def test_runs_without_a_gap_when_the_publisher_leaps(self, leap: int) -> None:
        line = Line()
        line.feed(*packets(1, 96, 20_000, 10), now=1.0)
        line.feed(*packets(1, 96, leap, 10, timestamp=99_999), now=3.0)
        assert len(line.out) == 20
        assert all((later - earlier) % rtp.SEQUENCES == 1 for earlier, later in pairwise(line.sequences))
        tenth, eleventh = rtp.read(line.out[9]), rtp.read(line.out[10])
        assert (eleventh.timestamp - tenth.timestamp) % rtp.TIMES == 2 * 90_000

    def test_drops_what_was_muted_even_when_it_comes_late(self) -> None:
        line = Line()
        run = list(packets(1, 96, 0, 30))
        line.feed(*run[:10])
        line.source.mute(True, 1.0)
        line.feed(*run[10:15], *run[18:20])
        line.source.mute(False, 1.0)
        line.feed(*run[20:], *run[15:18])
        texts = [packet[12:] for packet in line.out]
        assert texts == [b"packet %d" % number for number in (*range(10), *range(20, 30))]

    def test_does_not_resend_what_was_muted(self) -> None:
        line = Line()
        run = list(packets(1, 96, 0, 30))
        line.feed(*run[:10])
        line.source.mute(True, 1.0)
        line.feed(*run[10:20])
        line.source.mute(False, 1.0)
        line.feed(*run[20:])
        sent = len(line.out)
        line.tap.resend([(line.sequences[0] + number) % rtp.SEQUENCES for number in range(-50, 10)], 1.0)
        assert len(line.out) == sent

    def test_keeps_the_clock_running_when_the_source_is_replaced(self) -> None:
        line = Line()
        line.feed(*packets(1, 96, 0, 3, timestamp=100), now=10.0)
        line.source = Source(VP8, 2, line.asked.append)
        line.tap.attach(line.source, 12.0)
        line.feed(*packets(2, 96, 999, 3, timestamp=5_000_000), now=12.0)
        third, fourth = rtp.read(line.out[2]), rtp.read(line.out[3])
        assert fourth.sequence == (third.sequence + 1) % rtp.SEQUENCES
        assert (fourth.timestamp - third.timestamp) % rtp.TIMES == 2 * 90_000

    def test_writes_its_own_time_of_sending(self) -> None:
        line = Line()
        (plain,) = packets(1, 96, 0, 1)
        stamped = bytes([plain[0] | 0x10]) + plain[1:12] + b"\xbe\xde\x00\x01" + b"\x22\x00\x00\x00" + plain[12:]
        line.feed(stamped, now=3.5)
        assert line.out[0][17:20] == send_time(3.5) == (int(3.5 * 2**18)).to_bytes(3, "big")

    def test_answers_only_so_many_wishes_a_second(self) -> None:
        line = Line()
        line.feed(*packets(1, 96, 0, 10))
        sent, wanted = len(line.out), line.sequences[:10]
        for _ in range(100):
            line.tap.resend(wanted, 1.0)
        assert len(line.out) - sent == RESENDS_PER_SECOND
        line.tap.resend(wanted, 2.0)
        assert len(line.out) - sent == RESENDS_PER_SECOND + 10

    def test_knows_the_round_trip_from_the_clock_that_was_echoed(self) -> None:
        line = Line()
        line.feed(*packets(1, 96, 0, 3), now=9.9)
        line.source.heard_clock(rtcp.SenderInfo(1, 0x1234_5678_9ABC_DEF0, 1, 1, 1), 10.0)
        block = rtcp.ReportBlock(line.tap.ssrc, 0, 0, 3, 0, 0x5678_9ABC, 32_768)
        assert line.tap.round_trip(block, 10.75) == pytest.approx(0.25)
        assert line.tap.round_trip(block._replace(last_report=0x1111_1111), 10.75) is None

    def test_passes_no_clock_before_the_first_packet(self) -> None:
        line = Line()
        line.source.heard_clock(rtcp.SenderInfo(1, 1, 1, 1, 1), 1.0)
        assert line.clocks == []


class TestKeyframe:
    def test_is_asked_for_until_it_comes(self) -> None:
        line = Watched()
        line.source.ask_keyframe(10.0)
        assert line.asks_after(10.1, 10.2, 10.4) == 1
        assert line.asks_after(10.0 + KEYFRAME_EVERY, 10.7) == 2
        line.feed(KEYFRAME, now=10.8)
        assert line.asks_after(11.1, 12.0, 13.0) == 2

    def test_is_asked_for_once_however_many_wish(self) -> None:
        line = Watched()
        for number in range(300):
            line.source.ask_keyframe(10.0 + number / 1_000)
        assert line.asks_after() == 1

    def test_is_asked_sooner_for_one_who_has_no_picture_yet(self) -> None:
        line = Watched()
        line.source.ask_keyframe(10.0)
        line.tap.pause(True, 10.1)
        line.tap.pause(False, 10.1)
        assert line.asks_after(10.2, 10.3) == 1
        assert line.asks_after(10.0 + NEWCOMER_KEYFRAME_EVERY) == 2

    def test_is_not_asked_of_a_camera_that_is_off_until_it_is_on_again(self) -> None:
        line = Watched()
        line.source.ask_keyframe(20.0)
        line.source.tick(25.0)
        assert line.asked == []
        assert line.asks_after(30.0) == 1

    @pytest.mark.parametrize(
        ("codec", "payload", "is_key"),
        [
            (VP8, b"\x10\x00", True),
            (VP8, b"\x10\x01", False),
            (VP8, b"\x00\x00", False),
            (VP8, b"\x11\x00", False),
            (VP8, b"\x90\x80\x01\x00", True),
            (VP8, b"\x90\x80\x81\x02\x00", True),
            (VP8, b"\x90\xf0\x81\x02\x03\x04\x01", False),
            (VP8, b"\x90\xf0\x81\x02\x03\x04\x00", True),
            (VP8, b"\x90", False),
            (H264, b"\x67abc", True),
            (H264, b"\x65abc", True),
            (H264, b"\x61abc", False),
            (H264, b"\x78\x00\x05\x67", True),
            (H264, b"\x7c\x85ab", True),
            (H264, b"\x7c\x05ab", False),
            (H264, b"\x67", False),
            (OPUS, b"\x10\x00\x00\x00", False),
        ],
    )
    def test_is_known_by_its_first_bytes(self, codec: Codec, payload: bytes, is_key: bool) -> None:
        assert begins_keyframe(codec, b"header" + payload, 6) is is_key

    @given(st.sampled_from([VP8, H264, OPUS]), st.binary(max_size=20), st.integers(0, 25))
    def test_is_looked_for_in_any_bytes_without_complaint(self, codec: Codec, packet: bytes, payload: int) -> None:
        assert begins_keyframe(codec, packet, payload) in (True, False)

    def test_is_never_asked_of_a_voice(self) -> None:
        asked: list[bytes] = []
        Source(OPUS, 1, asked.append).ask_keyframe(1.0)
        assert asked == []
