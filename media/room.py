"""One room: who is in, who waits, and who hears whom. Decisions are asked of `rules`; this file carries them out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, assert_never

import structlog

from media import messages, rules, sdp
from media.admission import Admissions
from media.attendance import Ledger
from media.contract import EventKind, RoomEvent, RoomGrant
from media.engine.codec import VIDEO_CODECS, Codec, common
from media.engine.transport import Engine
from media.errors import CloseReason, Refused
from media.participant import Channel, Participant
from media.publisher import Publisher, here
from media.rules import Limits, Standing
from media.subscriber import Subscriber
from media.turn import Turn

REPORT_EVERY = 5.0
LOOK_EVERY = 1.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class House:
    """What all rooms of a node share. `report` takes each event; `clock` is wall time, `engine.now` monotonic."""

    engine: Engine
    addresses: tuple[str, ...]
    turn: Turn
    limits: Limits
    clock: Callable[[], datetime]
    report: Callable[[RoomEvent], None]
    admissions: Admissions


class Room:
    """One session of a room, from the first knock until it is over."""

    def __init__(self, house: House, node: str, room: str, session: str) -> None:
        self._house = house
        self.name, self.session = room, session
        self._ledger = Ledger(node, room, session, house.clock())
        self._seats: dict[str, Participant] = {}
        self._admitted: set[str] = set()
        self._removed: set[str] = set()
        self._codec: Codec | None = None
        self._opened_at = self._ticked_at = self._reported_at = self._looked_at = house.engine.now()
        self._host_came = False
        self._host_gone_at: float | None = None
        self._cards: list[dict[str, Any]] = []
        self._report(EventKind.OPENED)

    def enter(self, grant: RoomGrant, channel: Channel, resume: str | None) -> Participant:
        """Someone with a good grant came. Raises Refused."""
        seat = self._seats.get(grant.participant)
        if seat is not None and seat.may_resume(resume):
            self._resume(seat, channel)
            return seat
        standing = rules.arrive(self._door(), grant.participant, grant.role, self._house.limits)
        before, seat = seat, Participant(grant, channel)
        self._seats[grant.participant] = seat
        if before is not None:
            before.close(CloseReason.DUPLICATE)
            seat.record = before.record
        self._ledger.came(seat.id, seat.role, self._house.clock())
        self._host_came = self._host_came or seat.is_host
        self._welcome(seat, standing)
        if standing is Standing.IN:
            self._let_in(seat)
        else:
            self._report(EventKind.KNOCKED)
        self._tell_hosts()
        return seat

    def recall(self, participant: str) -> None:
        """They were let in at the node that had this room before."""
        self._admitted.add(participant)

    def handle(self, seat: Participant, message: messages.ClientMessage) -> None:
        """One message of someone whose connection is current. Raises Refused."""
        match message:
            case messages.Answer():
                self._answered(seat, message)
            case messages.Restart():
                self._restart(seat, message.pc)
            case messages.State():
                self._set_state(seat, message)
            case messages.Admit():
                self._admit(seat, message.participant)
            case messages.Remove():
                self._remove(seat, message.participant)
            case messages.End():
                rules.must_be_host(seat.role)
                self.end(CloseReason.ENDED)
            case messages.Leave():
                self._vacate(seat, CloseReason.LEFT)
            case messages.Quality():
                seat.freezes, seat.frozen_ms = message.freezes, message.frozen_ms
            case messages.Ping():
                seat.send({"type": "pong"})
            case messages.Hello():
                raise Refused(CloseReason.PROTOCOL)
            case _:
                assert_never(message)

    def dropped(self, seat: Participant, channel: Channel) -> None:
        """A page connection broke. Those who wait outside have to knock again; those inside stay while their media do,
        and are awaited a while after that.
        """
        if seat.channel is not channel:
            return
        seat.channel = None
        seat.dropped_at = self._house.engine.now()
        if seat.standing is Standing.WAITING:
            self._vacate(seat, None)

    def tick(self) -> bool:
        """Ten times a second. False once the room is over."""
        now = self._house.engine.now()
        self._count_time(now)
        for seat in list(self._seats.values()):
            if now - seat.sign_of_life(now) > self._house.limits.guest_grace:
                self._vacate(seat, None)
            elif seat.publisher is not None and seat.subscriber is not None:
                seat.subscriber.tick(now)
                seat.publisher.tick(now, self._shares_of(seat.publisher))
        if now - self._looked_at >= LOOK_EVERY:
            self._looked_at = now
            for seat in self._inside():
                seat.look(now)
        self._tell_people(now)
        if self._ledger.closed_at is None and (reason := self._is_over(now)):
            self.end(reason)
        if self._ledger.closed_at is None and now - self._reported_at >= REPORT_EVERY:
            self._report(EventKind.PROGRESS)
        return self._ledger.closed_at is None

    def end(self, reason: CloseReason) -> None:
        """Everybody goes, and the session is reported closed."""
        if self._ledger.closed_at is not None:
            return
        self._count_time(self._house.engine.now())
        seats = list(self._seats.values())
        self._seats.clear()
        for seat in seats:
            self._note_quality(seat)
            seat.close(reason)
        self._ledger.close(self._house.clock())
        self._report(EventKind.MOVED if reason is CloseReason.RESTARTING else EventKind.CLOSED)

    def people(self) -> list[Participant]:
        """Everybody here, inside or waiting."""
        return list(self._seats.values())

    @property
    def over(self) -> bool:
        return self._ledger.closed_at is not None

    # Coming and going

    def _welcome(self, seat: Participant, standing: Standing) -> None:
        seat.send(
            {
                "type": "welcome",
                "me": {"id": seat.id, "name": seat.name, "role": seat.role.value},
                "state": standing.value,
                "resume": seat.resume,
                "admission": self._admission(seat) if standing is Standing.IN else None,
                "ice_servers": self._house.turn.ice_servers(seat.id, self._house.clock()),
            }
        )

    def _admission(self, seat: Participant) -> str:
        return self._house.admissions.mint(self._ledger.room, seat.id, self._house.clock())

    def _resume(self, seat: Participant, channel: Channel) -> None:
        if seat.channel is not None:
            seat.channel.close(CloseReason.DUPLICATE)
        seat.channel = channel
        self._welcome(seat, seat.standing)
        self._cards.clear()
        self._tell_hosts()
        for half in (seat.publisher, seat.subscriber):
            if half is not None and half.negotiation.lost():
                self._send_offer(seat, half)

    def _let_in(self, seat: Participant) -> None:
        engine, now = self._house.engine, self._house.engine.now()
        seat.standing = Standing.IN
        self._admitted.add(seat.id)
        self._ledger.admitted(seat.id)
        order = sorted(VIDEO_CODECS, key=lambda codec: codec is not self._codec)
        seat.publisher = Publisher(engine, self._media_changed, order)
        seat.subscriber = Subscriber(engine, self._media_changed)
        for other in self._inside():
            if other is seat or other.publisher is None or other.subscriber is None:
                continue
            seat.subscriber.show(other.id, other.publisher, favourite=other.is_host)
            if other.subscriber.show(seat.id, seat.publisher, favourite=seat.is_host):
                self._offer(other, other.subscriber)
        self._offer(seat, seat.publisher)
        self._offer(seat, seat.subscriber)
        self._tell_people(now)
        self._report(EventKind.ADMITTED)

    def _vacate(self, seat: Participant, reason: CloseReason | None) -> None:
        del self._seats[seat.id]
        self._note_quality(seat)
        seat.close(reason)
        for other in self._inside():
            if other.subscriber is not None and other.subscriber.hide(seat.id):
                self._offer(other, other.subscriber)
        self._ledger.left(seat.id, self._house.clock())
        self._tell_people(self._house.engine.now())
        self._tell_hosts()
        self._report(EventKind.LEFT)

    def _admit(self, by: Participant, participant: str) -> None:
        if rules.may_admit(self._door(), by.role, participant, self._house.limits):
            seat = self._seats[participant]
            seat.send({"type": "state", "state": Standing.IN.value, "admission": self._admission(seat)})
            self._let_in(seat)
            self._tell_hosts()

    def _remove(self, by: Participant, participant: str) -> None:
        rules.must_be_host(by.role)
        if participant == by.id:
            raise Refused(CloseReason.PROTOCOL)
        if seat := self._seats.get(participant):
            self._removed.add(participant)
            self._vacate(seat, CloseReason.REMOVED)

    # Offers and answers

    def _offer(self, seat: Participant, half: Publisher | Subscriber) -> None:
        if half.negotiation.wanted():
            self._send_offer(seat, half)

    def _send_offer(self, seat: Participant, half: Publisher | Subscriber) -> None:
        number = half.negotiation.number
        place = here(self._house.engine, half.transport, self._house.addresses)
        which = "publish" if half is seat.publisher else "subscribe"
        seat.send({"type": "offer", "pc": which, "number": number, "sdp": sdp.offer(place, half.lines(), number)})

    def _answered(self, seat: Participant, message: messages.Answer) -> None:
        half = self._half(seat, message.pc)
        try:
            answer = sdp.read_answer(message.sdp)
        except sdp.Malformed:
            raise Refused(CloseReason.MALFORMED) from None
        again = half.negotiation.answered(message.number)
        half.answered(answer)
        if again:
            self._send_offer(seat, half)
        if message.pc == "publish":
            seat.codecs = seat.codecs or answer.video_codecs()
            self._settle_codec()

    def _settle_codec(self) -> None:
        """One picture codec for all: those who send another are offered nothing else."""
        inside = self._inside()
        self._codec = common(self._codec, [seat.codecs for seat in inside])
        for seat in inside:
            if seat.publisher is not None and self._codec is not None and seat.publisher.narrow(self._codec):
                self._offer(seat, seat.publisher)
            if seat.subscriber is not None:
                seat.subscriber.blind = bool(seat.codecs) and self._codec not in seat.codecs

    def _restart(self, seat: Participant, which: messages.Which) -> None:
        half = self._half(seat, which)
        half.transport.ice.restart()
        self._offer(seat, half)

    def _half(self, seat: Participant, which: messages.Which) -> Publisher | Subscriber:
        half = seat.publisher if which == "publish" else seat.subscriber
        if half is None:
            raise Refused(CloseReason.PROTOCOL)
        return half

    # Telling

    def _set_state(self, seat: Participant, message: messages.State) -> None:
        seat.muted, seat.camera = message.muted, message.camera
        if seat.publisher is not None:
            seat.publisher.mute(message.muted)
        self._tell_people(self._house.engine.now())

    def _tell_people(self, now: float) -> None:
        """Each one inside learns of the others, when something about anybody changed."""
        inside = self._inside()
        cards = [seat.card(now) for seat in inside]
        if cards == self._cards:
            return
        before = {card["id"] for card in self._cards if card["connected"]}
        self._cards = cards
        for seat in inside:
            seat.send({"type": "people", "people": [card for card in cards if card["id"] != seat.id]})
        if any(card["connected"] and card["id"] not in before for card in cards):
            self._report(EventKind.CONNECTED)

    def _tell_hosts(self) -> None:
        now = self._house.engine.now()
        waiting = [seat.card(now) for seat in self._seats.values() if seat.standing is Standing.WAITING]
        for seat in self._inside():
            if seat.is_host:
                seat.send({"type": "knock", "waiting": waiting})

    def _note_quality(self, seat: Participant) -> None:
        if summary := seat.record.summary():
            log.info("call_quality", room=self.name, session=self.session, participant=seat.id, **summary)

    def _report(self, kind: EventKind) -> None:
        self._reported_at = self._house.engine.now()
        self._house.report(self._ledger.event(kind, self._house.clock()))

    # Time

    def _count_time(self, now: float) -> None:
        connected = {seat.id for seat in self._inside() if seat.connected(now)}
        flowing = {seat.id for seat in self._inside() if seat.flowing(now)}
        self._ledger.advance(now - self._ticked_at, connected, flowing)
        self._ticked_at = now

    def _is_over(self, now: float) -> CloseReason | None:
        host_here = any(seat.is_host and seat.here(now) for seat in self._seats.values())
        if host_here:
            self._host_gone_at = None
        elif self._host_gone_at is None:
            self._host_gone_at = now
        return rules.is_over(
            age=now - self._opened_at,
            host_came=self._host_came,
            host_gone_for=None if self._host_gone_at is None else now - self._host_gone_at,
            empty=not self._seats,
            limits=self._house.limits,
        )

    def _inside(self) -> list[Participant]:
        return [seat for seat in self._seats.values() if seat.standing is Standing.IN]

    def _door(self) -> rules.Doorway:
        waiting = {seat.id for seat in self._seats.values() if seat.standing is Standing.WAITING}
        return rules.Doorway(
            inside=frozenset(self._seats.keys() - waiting),
            waiting=frozenset(waiting),
            admitted=frozenset(self._admitted),
            removed=frozenset(self._removed),
            known=frozenset(self._ledger.lines),
            age=self._house.engine.now() - self._opened_at,
        )

    def _shares_of(self, publisher: Publisher) -> list[int]:
        shares = (seat.subscriber.share_for(publisher) for seat in self._inside() if seat.subscriber is not None)
        return [share for share in shares if share is not None]

    def _media_changed(self) -> None:
        self._tell_people(self._house.engine.now())
