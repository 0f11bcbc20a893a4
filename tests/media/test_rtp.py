"""RTP and RTCP bytes: read, patched, resent; and any bytes at all."""

import struct

import pytest
from aiortc.rtp import (
    RtcpPacket,
    RtcpPsfbPacket,
    RtcpRrPacket,
    RtcpRtpfbPacket,
    RtcpSrPacket,
    RtpPacket,
    unpack_remb_fci,
)
from hypothesis import example, given
from hypothesis import strategies as st

from media.engine import hop, rtcp, rtp
from media.engine.ring import Ring

seq16, u32 = st.integers(0, 2**16 - 1), st.integers(0, 2**32 - 1)


def packet(sequence: int = 7, payload: bytes = b"hello", extensions: list[tuple[int, bytes]] | None = None) -> bytes:
    """A packet as aiortc would write it, with one-byte header extensions."""
    built = RtpPacket(payload_type=96, marker=1, sequence_number=sequence, timestamp=9, ssrc=5, payload=payload)
    plain: bytes = built.serialize()
    if extensions is None:
        return plain
    body = b"".join(bytes([number << 4 | len(value) - 1]) + value for number, value in extensions)
    body += b"\0" * (-len(body) % 4)
    return bytes([plain[0] | 0x10]) + plain[1:12] + struct.pack("!HH", 0xBEDE, len(body) // 4) + body + plain[12:]


class TestRead:
    def test_says_what_is_there(self) -> None:
        header = rtp.read(packet(extensions=[(2, b"abc")]))
        assert header == rtp.Header(96, True, 7, 9, 5, 12 + 4 + 4)

    @given(st.binary(max_size=200))
    def test_any_bytes_are_read_within_bounds_or_malformed(self, data: bytes) -> None:
        try:
            header = rtp.read(data)
        except rtp.Malformed:
            return
        assert 12 <= header.payload <= len(data)
        time_at, number_at = hop.places(data, header)
        assert time_at == 0 or 16 < time_at <= header.payload - 3
        assert number_at == 0 or 16 < number_at <= header.payload - 2

    @pytest.mark.parametrize("cut", range(24))
    def test_packet_cut_anywhere_before_its_payload_is_malformed(self, cut: int) -> None:
        whole = packet(extensions=[(2, b"abc"), (1, b"x")])
        assert rtp.read(whole).payload == 24
        with pytest.raises(rtp.Malformed):
            rtp.read(whole[:cut])


class TestPlaces:
    def test_are_found_behind_others_and_padding(self) -> None:
        data = packet(extensions=[(1, b"x"), (3, b"yz"), (2, b"abc"), (5, b"no")])
        time_at, number_at = hop.places(data, rtp.read(data))
        assert (data[time_at : time_at + 3], data[number_at : number_at + 2]) == (b"abc", b"no")

    @pytest.mark.parametrize("extensions", [None, [(1, b"x")], [(2, b"ab"), (5, b"abc")]])
    def test_are_none_where_there_are_none_of_the_right_length(
        self, extensions: list[tuple[int, bytes]] | None
    ) -> None:
        data = packet(extensions=extensions)
        assert hop.places(data, rtp.read(data)) == (0, 0)


class TestResend:
    @given(seq16, st.binary(min_size=1, max_size=100), seq16)
    def test_what_is_wrapped_is_unwrapped(self, sequence: int, payload: bytes, resent: int) -> None:
        original = packet(sequence, payload, [(2, b"abc")])
        wrapped = bytes(rtp.wrap_resent(original, rtp.read(original).payload, 97, resent, 6))
        header = rtp.read(wrapped)
        assert (header.payload_type, header.sequence, header.ssrc, header.marker) == (97, resent, 6, True)
        assert rtp.unwrap_resent(wrapped, header, 96, 5) == original

    def test_padding_only_is_malformed(self) -> None:
        padded = bytearray(packet(payload=b"\0\0\0\4"))
        padded[0] |= 0x20
        with pytest.raises(rtp.Malformed):
            rtp.unwrap_resent(bytes(padded), rtp.read(bytes(padded)), 96, 5)


class TestNewer:
    @given(seq16, st.integers(1, 2**15 - 1))
    def test_holds_across_the_wrap(self, start: int, ahead: int) -> None:
        later = (start + ahead) % rtp.SEQUENCES
        assert rtp.newer(later, start)
        assert not rtp.newer(start, later)


class TestRing:
    def test_keeps_the_newest(self) -> None:
        ring = Ring(8)
        for number in range(65_530, 65_546):
            ring.put(number % rtp.SEQUENCES, b"%d" % number)
        assert ring.get(9) == b"65545"
        assert ring.get(2) == b"65538"
        assert ring.get(65_535) is None

    def test_of_a_sequence_that_never_came_is_empty(self) -> None:
        assert Ring(8).get(0) is None


class TestRtcp:
    """aiortc reads what we write, and we read what it writes."""

    @given(u32, st.sets(seq16, min_size=1, max_size=40))
    def test_nack(self, media: int, missed: set[int]) -> None:
        (parsed,) = RtcpPacket.parse(rtcp.nack(1, media, sorted(missed)))
        assert isinstance(parsed, RtcpRtpfbPacket)
        assert set(parsed.lost) == missed
        (item,) = rtcp.items(bytes(parsed))
        read = rtcp.read_nack(item)
        assert read is not None
        assert (read[0], set(read[1])) == (media, missed)

    @given(u32)
    def test_pli(self, media: int) -> None:
        (parsed,) = RtcpPacket.parse(rtcp.pli(1, media))
        assert isinstance(parsed, RtcpPsfbPacket)
        assert (parsed.fmt, parsed.media_ssrc) == (1, media)
        assert rtcp.read_keyframe_requests(next(rtcp.items(bytes(parsed)))) == [media]

    def test_full_intra_request(self) -> None:
        fir = RtcpPsfbPacket(fmt=4, ssrc=1, media_ssrc=0, fci=struct.pack("!IBBBB", 77, 3, 0, 0, 0))
        assert rtcp.read_keyframe_requests(next(rtcp.items(bytes(fir)))) == [77]

    @given(st.integers(1, 2**40))
    @example(2**18 - 1)
    @example(2**18)
    def test_remb(self, rate: int) -> None:
        compound = rtcp.remb(1, rate, [5, 6])
        (parsed,) = RtcpPacket.parse(compound)
        assert isinstance(parsed, RtcpPsfbPacket)
        told, streams = unpack_remb_fci(parsed.fci)
        assert streams == [5, 6]
        assert told == rtcp.read_remb(next(rtcp.items(compound)))
        assert told is not None
        assert rate * 0.999 <= told <= rate

    @given(st.tuples(u32, st.integers(0, 255), st.integers(0, 2**23 - 1), u32, u32, u32, u32))
    def test_receiver_report(self, fields: tuple[int, int, int, int, int, int, int]) -> None:
        block = rtcp.ReportBlock(*fields)
        (parsed,) = RtcpPacket.parse(rtcp.receiver_report(1, [block]))
        assert isinstance(parsed, RtcpRrPacket)
        report = parsed.reports[0]
        assert (report.ssrc, report.fraction_lost, report.packets_lost) == fields[:3]
        assert rtcp.read_reports(next(rtcp.items(bytes(parsed)))) == [block]

    @given(st.tuples(u32, st.integers(0, 2**64 - 1), u32, u32, u32))
    def test_sender_report(self, fields: tuple[int, int, int, int, int]) -> None:
        info = rtcp.SenderInfo(*fields)
        parsed, _ = RtcpPacket.parse(rtcp.sender_report(info) + rtcp.description(fields[0], "mei"))
        assert isinstance(parsed, RtcpSrPacket)
        assert (parsed.sender_info.ntp_timestamp, parsed.sender_info.packet_count) == (fields[1], fields[3])
        assert rtcp.read_sender_info(next(rtcp.items(bytes(parsed)))) == info

    @given(st.binary(max_size=300))
    def test_any_bytes_are_read_without_complaint(self, data: bytes) -> None:
        for item in rtcp.items(data):
            rtcp.read_sender_info(item)
            rtcp.read_reports(item)
            rtcp.read_nack(item)
            rtcp.read_keyframe_requests(item)
            rtcp.read_remb(item)

    @given(st.sampled_from([(200, 5), (201, 3), (205, 1), (206, 1), (206, 4), (206, 15)]), st.binary(max_size=64))
    def test_any_body_under_a_right_header_is_read_without_complaint(self, kind: tuple[int, int], body: bytes) -> None:
        body += b"\0" * (-len(body) % 4)
        data = struct.pack("!BBH", 0x80 | kind[1], kind[0], len(body) // 4) + body
        (item,) = rtcp.items(data)
        rtcp.read_sender_info(item)
        rtcp.read_reports(item)
        nack = rtcp.read_nack(item)
        assert nack is None or len(nack[1]) <= rtcp.MAX_RESENDS
        rtcp.read_keyframe_requests(item)
        rtcp.read_remb(item)
