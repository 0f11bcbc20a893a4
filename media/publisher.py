"""What one participant sends us: one transport, one sound, one picture."""

from collections.abc import Callable, Sequence

from media.engine import hop, rtcp, rtp
from media.engine.codec import AUDIO_CODECS, BY_PAYLOAD_TYPE, BY_RESEND_TYPE, VIDEO_CODECS, Codec, Kind
from media.engine.congestion import Arrivals
from media.engine.estimate import Uplink
from media.engine.forward import Source, Tap
from media.engine.transport import Engine, State, Transport
from media.negotiation import Negotiation
from media.quality import Way
from media.sdp import Answer, Here, Line, publish_lines

FLOWING_FOR = 1.5
REPORT_EVERY = 0.5
_OUR_SSRC = 1


class Publisher:
    """Sorts arriving packets into sources by payload type and keeps the client informed of how they arrive."""

    def __init__(self, engine: Engine, changed: Callable[[], None], video: Sequence[Codec] = VIDEO_CODECS) -> None:
        self.transport = Transport(engine, self)
        self.negotiation = Negotiation()
        self.video = video
        self.muted = False
        self._sending: Codec | None = None
        self._engine, self._changed = engine, changed
        self._sources: dict[Kind, Source] = {}
        self._taps: dict[Kind, list[Tap]] = {"audio": [], "video": []}
        self._uplink = Uplink(engine.now())
        self._arrivals = Arrivals()
        self._reported_at = self._looked_at = 0.0
        self._octets = 0
        # Seconds to the participant and back, as measured on their other connection.
        self.way, self.round_trip = Way(), 0.0

    def lines(self) -> list[Line]:
        return publish_lines(self.video)

    def answered(self, answer: Answer) -> None:
        self.transport.expect(answer.fingerprints)
        self._sending = next(iter(answer.video_codecs()), None)

    def narrow(self, codec: Codec) -> bool:
        """Nothing but this codec. True when the client must be told by a new offer."""
        if self._sending in (None, codec) or list(self.video) == [codec]:
            return False
        self.video = [codec]
        return True

    def tap(self, kind: Kind, tap: Tap) -> None:
        """From now on, `tap` gets this participant's sound or picture, whenever there is one."""
        self._taps[kind].append(tap)
        tap.attach(self._sources.get(kind), self._engine.now())

    def untap(self, kind: Kind, tap: Tap) -> None:
        self._taps[kind].remove(tap)
        tap.attach(None, self._engine.now())

    def mute(self, muted: bool) -> None:
        """Silence is kept here, not only promised by the page."""
        self.muted = muted
        if source := self._sources.get("audio"):
            source.mute(muted, self._engine.now())

    def flowing(self, now: float) -> bool:
        """Sound or picture arrived lately."""
        return any(now - source.heard_at < FLOWING_FOR for source in self._sources.values())

    def tick(self, now: float, shares: list[int]) -> None:
        """Ten times a second; `shares` are the rates that those who watch can take of us, in bits per second."""
        if self.transport.state is not State.CONNECTED:
            return
        for source in self._sources.values():
            source.tick(now, self.round_trip)
        if feedback := self._arrivals.feedback(_OUR_SSRC, next((each.ssrc for each in self._sources.values()), 0)):
            self.transport.send_rtcp(feedback)
        if now - self._reported_at >= REPORT_EVERY and self._sources:
            self._reported_at = now
            self.transport.send_rtcp(self._report(now, shares))

    def close(self) -> None:
        for taps in self._taps.values():
            for tap in taps:
                tap.attach(None, self._engine.now())
        self.transport.close()

    def on_state(self, state: State) -> None:
        self._changed()

    def on_rtp(self, packet: bytes) -> None:
        now = self._engine.now()
        header = rtp.read(packet)
        places = hop.places(packet, header)
        self._measure(packet, header, places, now)
        if codec := BY_PAYLOAD_TYPE.get(header.payload_type):
            self._fresh(codec, packet, header, places, now)
        elif codec := BY_RESEND_TYPE.get(header.payload_type):
            self._recovered(codec, packet, header, now)
        else:
            raise rtp.Malformed

    def on_rtcp(self, compound: bytes) -> None:
        now = self._engine.now()
        for item in rtcp.items(compound):
            if info := rtcp.read_sender_info(item):
                for source in self._sources.values():
                    if source.ssrc == info.ssrc:
                        source.heard_clock(info, now)

    def _measure(self, packet: bytes, header: rtp.Header, places: hop.Places, now: float) -> None:
        """The way up, by every packet: repeats and mere padding tell of it as well."""
        time_at, number_at = places
        if number_at:
            # The sender steers by our feedback; estimating here as well would only cost.
            self._arrivals.add(packet[number_at] << 8 | packet[number_at + 1], now)
        elif time_at:
            sent = int.from_bytes(packet[time_at : time_at + 3], "big")
            self._uplink.add(sent, len(packet) - header.payload, now)

    def _fresh(self, codec: Codec, packet: bytes, header: rtp.Header, places: hop.Places, now: float) -> None:
        source = self._sources.get(codec.kind)
        if source is None or source.ssrc != header.ssrc or source.codec is not codec:
            source = self._open(codec, header.ssrc, now)
        source.reception.add(header.sequence, header.timestamp, now)
        source.receive(packet, header, places, now)

    def _recovered(self, codec: Codec, packet: bytes, header: rtp.Header, now: float) -> None:
        source = self._sources.get(codec.kind)
        if source is None or source.codec is not codec:
            return
        try:
            original = rtp.unwrap_resent(packet, header, codec.payload_type, source.ssrc)
        except rtp.Malformed:
            # Mere padding: the browser probes for more bandwidth.
            return
        again = rtp.read(original)
        if source.reception.add_resent(again.sequence):
            source.receive(original, again, hop.places(original, again), now)

    def _open(self, codec: Codec, ssrc: int, now: float) -> Source:
        source = self._sources[codec.kind] = Source(codec, ssrc, self.transport.send_rtcp)
        source.muted = self.muted and codec in AUDIO_CODECS
        for tap in self._taps[codec.kind]:
            tap.attach(source, now)
        return source

    def _report(self, now: float, shares: list[int]) -> bytes:
        blocks = [source.reception.report(now) for source in self._sources.values()]
        self._look(blocks, now)
        streams = [source.ssrc for source in self._sources.values()]
        return (
            rtcp.receiver_report(_OUR_SSRC, blocks)
            + rtcp.description(_OUR_SSRC, "media")
            + rtcp.remb(_OUR_SSRC, self._uplink.allowed(shares), streams)
        )

    def _look(self, blocks: list[rtcp.ReportBlock], now: float) -> None:
        clocks = [source.codec.clock_rate for source in self._sources.values()]
        octets, passed = sum(source.octets for source in self._sources.values()), now - self._looked_at
        self.way = Way(
            loss=max(block.fraction_lost for block in blocks) / 256,
            jitter=max(block.jitter * 1_000 / clock for block, clock in zip(blocks, clocks, strict=True)),
            rate=max(0, octets - self._octets) * 8 / passed / 1_000 if passed < 10 * REPORT_EVERY else 0.0,
        )
        self._octets, self._looked_at = octets, now


def here(engine: Engine, transport: Transport, addresses: Sequence[str]) -> Here:
    """How a client reaches this transport."""
    ice = transport.ice
    return Here(ice.user, ice.password, engine.certificate.fingerprint, addresses, engine.udp.number)
