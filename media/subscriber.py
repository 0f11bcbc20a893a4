"""What one participant receives: one transport, and for each other person a pair of m-lines."""

from collections.abc import Callable
from dataclasses import dataclass

from media.engine import rtcp
from media.engine.budget import Budget, needed, share
from media.engine.codec import AUDIO_CODECS, VIDEO_CODECS, Kind
from media.engine.congestion import read_feedback
from media.engine.estimate import Downlink
from media.engine.forward import SILENT_AFTER, Tap
from media.engine.transport import Engine, State, Transport
from media.negotiation import Negotiation
from media.publisher import Publisher
from media.quality import Way
from media.sdp import Answer, Line

KINDS: tuple[Kind, Kind] = ("audio", "video")


@dataclass(eq=False)
class Slot:
    """One pair of m-lines: `person` is None once they are gone and the pair waits for another."""

    person: str | None
    taps: dict[Kind, Tap]
    publisher: Publisher | None = None
    offered: int = 0
    told: bool = False
    favourite: bool = False
    paused: bool = False

    def has_picture(self, now: float) -> bool:
        """Whether their camera is on."""
        source = self.taps["video"].source
        return source is not None and now - source.heard_at < SILENT_AFTER


class Subscriber:
    """Holds the taps; a person who comes back gets their old pair, so nothing needs to be negotiated anew."""

    def __init__(self, engine: Engine, changed: Callable[[], None]) -> None:
        self.transport = Transport(engine, self)
        self.negotiation = Negotiation()
        self.downlink = Downlink()
        self._budget = Budget()
        self._voices = self._pictures = 0
        self._taps: dict[int, Tap] = {}
        # They cannot decode the room's pictures.
        self.blind = False
        self.way, self.round_trip = Way(), 0.0
        self._looked_octets, self._looked_at = 0, 0.0
        self._engine, self._changed = engine, changed
        # One empty pair from the start: the transport is up before there is anybody to show.
        self._slots = [Slot(None, {})]

    def show(self, person: str, publisher: Publisher, *, favourite: bool = False) -> bool:
        """Shows this person from `publisher`; a favourite's picture is the last to go on a weak network.

        True when the client must be told by a new offer.
        """
        slot = next((slot for slot in self._slots if slot.person == person), None)
        if slot is not None:
            self._connect(slot, publisher)
            return False
        slot = next((slot for slot in self._slots if slot.person is None), None)
        if slot is None:
            slot = Slot(None, {})
            self._slots.append(slot)
        transport = self.transport
        slot.person, slot.offered, slot.told, slot.favourite, slot.paused = person, 0, False, favourite, False
        slot.taps = {kind: Tap(person, transport.send_rtp, transport.send_rtcp) for kind in KINDS}
        self._taps = {tap.ssrc: tap for each in self._slots for tap in each.taps.values()}
        self._connect(slot, publisher)
        return True

    def hide(self, person: str) -> bool:
        """Stops showing this person. True when the client must be told by a new offer."""
        for slot in self._slots:
            if slot.person == person:
                self._disconnect(slot)
                slot.person = None
                return True
        return False

    def lines(self) -> list[Line]:
        """All pairs in order; those without a person stay as inactive lines, as m-lines may never vanish."""
        lines = []
        for slot in self._slots:
            slot.offered = self.negotiation.number
            direction = "sendonly" if slot.person else "inactive"
            for kind, codecs in zip(KINDS, (AUDIO_CODECS, VIDEO_CODECS), strict=True):
                tap = slot.taps[kind] if slot.person else None
                lines.append(Line(kind, direction, codecs, slot.person or "", tap))
        return lines

    def answered(self, answer: Answer) -> None:
        """The client knows the streams of the last offer: they may flow."""
        self.transport.expect(answer.fingerprints)
        for slot in self._slots:
            slot.told = slot.told or 0 < slot.offered <= self.negotiation.number
        self._flow()

    def tick(self, now: float) -> None:
        """Ten times a second: pictures that the network cannot carry are paused, the favourite's last."""
        watched = [slot for slot in self._slots if slot.told and slot.person]
        wanted = sorted((slot for slot in watched if slot.has_picture(now)), key=lambda slot: not slot.favourite)
        limit, strained = self.downlink.limit, self.downlink.strained(now)
        count = 0 if self.blind else self._budget.pictures(limit, len(watched), len(wanted), strained, now)
        if count > self._pictures:
            self.downlink.lift(needed(len(watched), count))
        self._voices, self._pictures = len(watched), count
        carried = wanted[:count]
        for slot in watched:
            slot.paused = slot in wanted and slot not in carried
            if self.transport.state is State.CONNECTED:
                slot.taps["video"].pause(slot.paused, now)

    def look(self, now: float) -> Way:
        """How well things arrive there, as far as its reports tell."""
        octets, passed = self._octets(), now - self._looked_at
        self.way.rate = max(0, octets - self._looked_octets) * 8 / passed / 1_000 if 0 < passed < 10 else 0.0
        self._looked_octets, self._looked_at = octets, now
        return self.way

    def pictures(self) -> int:
        """How many pictures flow."""
        return self._pictures

    def paused(self) -> list[str]:
        """Whose picture is not shown because the network would not carry it."""
        return [slot.person for slot in self._slots if slot.person and slot.paused]

    def share_for(self, publisher: Publisher) -> int | None:
        """What this subscriber can take of that publisher, in bits per second; None where that is no limit."""
        limit = self.downlink.limit
        if limit is None or not self._pictures:
            return None
        shown = any(slot.publisher is publisher and not slot.paused for slot in self._slots)
        return share(limit, self._voices, self._pictures) if shown else None

    def close(self) -> None:
        for slot in self._slots:
            self._disconnect(slot)
        self.transport.close()

    def on_state(self, state: State) -> None:
        if state is State.CONNECTED:
            self._flow()
        self._changed()

    def on_rtp(self, packet: bytes) -> None:
        """Nothing is sent to us here."""

    def on_rtcp(self, compound: bytes) -> None:
        now = self._engine.now()
        for item in rtcp.items(compound):
            if item.kind == rtcp.TRANSPORT_FEEDBACK:
                self._heard_feedback(item, now)
            elif item.kind == rtcp.PAYLOAD_FEEDBACK:
                for ssrc in rtcp.read_keyframe_requests(item):
                    if (tap := self._taps.get(ssrc)) and tap.source is not None:
                        tap.source.ask_keyframe(now)
                if (estimate := rtcp.read_remb(item)) is not None:
                    self.downlink.heard_estimate(estimate, self._octets(), now)
            elif blocks := [block for block in rtcp.read_reports(item) if block.ssrc in self._taps]:
                self._heard_reports(blocks, now)

    def _heard_feedback(self, item: rtcp.Item, now: float) -> None:
        if feedback := read_feedback(item):
            lost, octets, transits = self.transport.departures.match(*feedback)
            if lost or transits:
                self.downlink.heard_arrivals(lost, octets, transits, now)
        elif wanted := rtcp.read_nack(item):
            ssrc, missed = wanted
            if tap := self._taps.get(ssrc):
                tap.resend(missed, now)

    def _heard_reports(self, blocks: list[rtcp.ReportBlock], now: float) -> None:
        loss = max(block.fraction_lost for block in blocks) / 256
        self.downlink.heard_loss(loss, self._octets(), now)
        taps = [(self._taps[block.ssrc], block) for block in blocks]
        self.way.loss = loss
        self.way.jitter = max((block.jitter * 1_000 / tap.clock_rate for tap, block in taps), default=0.0)
        trips = [trip for tap, block in taps if (trip := tap.round_trip(block, now)) is not None]
        self.round_trip = min(trips, default=self.round_trip)

    def _octets(self) -> int:
        return sum(tap.octets for tap in self._taps.values())

    def _connect(self, slot: Slot, publisher: Publisher) -> None:
        self._disconnect(slot)
        slot.publisher = publisher
        for kind, tap in slot.taps.items():
            publisher.tap(kind, tap)

    def _disconnect(self, slot: Slot) -> None:
        if slot.publisher is not None:
            for kind, tap in slot.taps.items():
                slot.publisher.untap(kind, tap)
            slot.publisher = None

    def _flow(self) -> None:
        if self.transport.state is not State.CONNECTED:
            return
        for slot in self._slots:
            if slot.told and slot.person:
                for kind, tap in slot.taps.items():
                    tap.pause(kind == "video" and slot.paused, self._engine.now())
