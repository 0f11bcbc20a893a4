"""One stream in, many out: a `Source` hands each encoded packet to its `Tap`s, which give it a place in their own.

A tap keeps its stream gap-free and its clock running over mutes, pauses and a source that was replaced, so a
subscriber's decoder never notices (RFC 3550 5.1; RFC 7667 3.7).
"""

import secrets
from collections.abc import Callable

from media.engine import hop, rtcp, rtp
from media.engine.codec import Codec
from media.engine.keyframe import begins_keyframe
from media.engine.reception import Reception
from media.engine.ring import Ring

KEYFRAME_EVERY = 0.5
# Chromium ignores a wish less than 0.3 s after the one before.
NEWCOMER_KEYFRAME_EVERY = 0.31
SILENT_AFTER = 1.0
RESENDS_PER_SECOND = 300
MEMORY = 2_048

# (plain packet, offset of its transport-wide number or 0, time of sending)
Send = Callable[[bytearray, int, float], None]


class Source:
    """One publisher's sound or picture as it arrives. `send_rtcp` goes back to the publisher."""

    def __init__(self, codec: Codec, ssrc: int, send_rtcp: Callable[[bytes], None]) -> None:
        self.codec, self.ssrc = codec, ssrc
        self.reception = Reception(ssrc, codec.clock_rate)
        self.ring = Ring()
        self.taps: list[Tap] = []
        self.muted = False
        self.heard_at = 0.0
        self.octets = 0
        self._send_rtcp = send_rtcp
        self._asked_at = -KEYFRAME_EVERY
        # How long to wait between two PLIs while somebody wishes for a key frame; None when nobody does.
        self._wish: float | None = None

    def receive(self, packet: bytes, header: rtp.Header, places: hop.Places, now: float) -> None:
        """A plain packet of this stream, fresh or recovered; `places` is what `hop.places` says of it."""
        self.heard_at = now
        self.octets += len(packet)
        self.ring.put(header.sequence, packet)
        if self._wish is not None and begins_keyframe(self.codec, packet, header.payload):
            self._wish = None
        if self.muted:
            return
        time_at, number_at = places
        stamped = bytearray(packet)
        if time_at:
            stamped[time_at : time_at + 3] = hop.send_time(now)
        for tap in self.taps:
            tap.forward(stamped, header, number_at, now)

    def heard_clock(self, info: rtcp.SenderInfo, now: float) -> None:
        """The publisher's sender report, passed on so that subscribers keep lips and voice together."""
        self.reception.heard_clock(info, now)
        for tap in self.taps:
            tap.pass_clock(info, now)

    def mute(self, muted: bool, now: float) -> None:
        """Muted packets go nowhere, whatever the publisher's page claims to send."""
        if self.muted and not muted:
            self.ask_keyframe(now)
        if muted != self.muted:
            self.muted = muted
            for tap in self.taps:
                tap.rebase()

    def ask_keyframe(self, now: float, *, newcomer: bool = False) -> None:
        """PLIs until a key frame begins; few of them, as a storm ruins the picture for everybody.

        Somebody who has no picture at all yet waits less for a second one.
        """
        if self.codec.kind == "video":
            every = NEWCOMER_KEYFRAME_EVERY if newcomer else KEYFRAME_EVERY
            self._wish = min(every, self._wish or every)
            self._ask(now)

    def tick(self, now: float, round_trip: float = 0.0) -> None:
        """Ten times a second: NACKs and PLIs that are due; the publisher is `round_trip` seconds away and back."""
        self._ask(now)
        if self.codec.resend_type is not None and (missed := self.reception.to_ask(now, round_trip)):
            self._send_rtcp(rtcp.nack(1, self.ssrc, missed))

    def _ask(self, now: float) -> None:
        flowing = now - self.heard_at < SILENT_AFTER
        if self._wish is not None and flowing and now - self._asked_at >= self._wish:
            self._asked_at = now
            self._send_rtcp(rtcp.pli(1, self.ssrc))


class Tap:
    """A source as one subscriber receives it, under numbers that stay the same whoever the source is.

    Begins paused: packets that come before the subscriber knows the stream would open another one there.
    """

    def __init__(self, cname: str, send: Send, send_rtcp: Callable[[bytes], None]) -> None:
        self.cname = cname
        self.ssrc, self.resend_ssrc = (secrets.randbelow(2**32 - 2) + 1 for _ in range(2))
        self.source: Source | None = None
        self.paused = True
        self._send, self._send_rtcp = send, send_rtcp
        self._packets = self.octets = 0
        self.clock_passed = (0, 0.0)
        self._sequence = secrets.randbelow(2**15)
        self._resend_sequence = secrets.randbelow(2**15)
        self._timestamp, self._sent_at = secrets.randbelow(2**31), 0.0
        self._shift = self._time_shift = self._epoch = 0
        self._fresh = self._new_clock = True
        self._resend_second, self._resends = 0, 0

    def attach(self, source: Source | None, now: float) -> None:
        """Takes its packets from `source` from now on; None from nobody."""
        if self.source is not None:
            self.source.taps.remove(self)
        self.source = source
        self._fresh = self._new_clock = True
        if source is not None:
            source.taps.append(self)
            if not self.paused:
                source.ask_keyframe(now, newcomer=True)

    @property
    def clock_rate(self) -> int:
        """Ticks a second of the stream it carries."""
        return self.source.codec.clock_rate if self.source is not None else 90_000

    def rebase(self) -> None:
        """The next packet follows the last one sent without a gap."""
        self._fresh = True

    def pause(self, paused: bool, now: float) -> None:
        """Stops this stream for this subscriber alone."""
        if self.paused and not paused and self.source is not None:
            self.source.ask_keyframe(now, newcomer=True)
        self._fresh = self._fresh or paused != self.paused
        self.paused = paused

    def forward(self, packet: bytearray, header: rtp.Header, number_at: int, now: float) -> None:
        """Sends a copy under this stream's own numbers; `number_at` is where the transport-wide one is written."""
        if self.paused:
            return
        original = header.sequence
        if self._fresh:
            self._start(header, now)
        sequence = (original + self._shift) % rtp.SEQUENCES
        ahead = (sequence - self._sequence) % rtp.SEQUENCES
        if MEMORY < ahead < rtp.SEQUENCES - 2 * MEMORY:
            # The publisher leapt: a gap this wide would break the subscriber's count of SRTP rollovers.
            self._new_clock = True
            self._start(header, now)
            sequence, ahead = (self._sequence + 1) % rtp.SEQUENCES, 1
        elif 0 < (self._epoch - original) % rtp.SEQUENCES < rtp.SEQUENCES // 2:
            return
        timestamp = (header.timestamp + self._time_shift) % rtp.TIMES
        copy = packet[:]
        rtp.PLACE.pack_into(copy, 2, sequence, timestamp, self.ssrc)
        if 0 < ahead <= MEMORY:
            self._sequence, self._timestamp, self._sent_at = sequence, timestamp, now
            if (original - self._epoch) % rtp.SEQUENCES > 2 * MEMORY:
                self._epoch = (original - MEMORY) % rtp.SEQUENCES
        self._packets += 1
        self.octets += len(copy) - header.payload
        self._send(copy, number_at, now)

    def resend(self, sequences: list[int], now: float) -> None:
        """Answers a NACK from the source's ring, within a budget."""
        source = self.source
        if source is None or source.codec.resend_type is None or self._fresh or self.paused:
            return
        for sequence in sequences:
            original = (sequence - self._shift) % rtp.SEQUENCES
            packet = source.ring.get(original)
            if packet is None or rtp.newer(self._epoch, original) or not self._may_resend(now):
                continue
            header = rtp.read(packet)
            time_at, number_at = hop.places(packet, header)
            copy = bytearray(packet)
            rtp.patch(copy, sequence, (header.timestamp + self._time_shift) % rtp.TIMES, self.ssrc)
            if time_at:
                copy[time_at : time_at + 3] = hop.send_time(now)
            self._resend_sequence = (self._resend_sequence + 1) % rtp.SEQUENCES
            again = self._resend_sequence, self.resend_ssrc
            self._send(rtp.wrap_resent(copy, header.payload, source.codec.resend_type, *again), number_at, now)

    def round_trip(self, block: rtcp.ReportBlock, now: float) -> float | None:
        """Seconds to the subscriber and back (RFC 3550 6.4.1); None where the block echoes another report."""
        echo, passed_at = self.clock_passed
        if not echo or block.last_report != echo:
            return None
        return max(0.0, now - passed_at - block.delay / 65_536)

    def pass_clock(self, info: rtcp.SenderInfo, now: float) -> None:
        """The publisher's clock in this stream's own time."""
        if self._fresh or self.paused:
            return
        timestamp = (info.timestamp + self._time_shift) % rtp.TIMES
        counts = (self._packets % 2**32, self.octets % 2**32)
        self.clock_passed = (info.ntp >> 16 & 0xFFFFFFFF, now)
        report = rtcp.sender_report(rtcp.SenderInfo(self.ssrc, info.ntp, timestamp, *counts))
        self._send_rtcp(report + rtcp.description(self.ssrc, self.cname))

    def _start(self, header: rtp.Header, now: float) -> None:
        self._shift = (self._sequence + 1 - header.sequence) % rtp.SEQUENCES
        if self._new_clock and self.source is not None:
            passed = int((now - self._sent_at) * self.source.codec.clock_rate) if self._sent_at else 0
            self._time_shift = (self._timestamp + max(passed, 1) - header.timestamp) % rtp.TIMES
        self._epoch = header.sequence
        self._fresh = self._new_clock = False

    def _may_resend(self, now: float) -> bool:
        if int(now) != self._resend_second:
            self._resend_second, self._resends = int(now), 0
        self._resends += 1
        return self._resends <= RESENDS_PER_SECOND
