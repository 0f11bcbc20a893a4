"""Rooms by id: opened by the first who knocks, forgotten when they are over."""

import asyncio
import secrets
from collections import Counter
from datetime import datetime

import structlog

from media.contract import RoomGrant
from media.errors import CloseReason, Refused
from media.participant import Channel, Participant
from media.room import House, Room

TICK = 0.1
MAX_ROOMS = 500

log = structlog.get_logger(__name__)


class Hub:
    """All rooms of one node, and the clock that moves them."""

    def __init__(self, house: House, node: str) -> None:
        self._house, self._node = house, node
        self._rooms: dict[str, Room] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._closing = False
        self.draining = False

    def __len__(self) -> int:
        return len(self._rooms)

    def standings(self) -> Counter[str]:
        """How many wait outside, and how many are in."""
        return Counter(seat.standing.value for room in self._rooms.values() for seat in room.people())

    def networks(self) -> Counter[str]:
        """How those inside fare."""
        inside = (seat for room in self._rooms.values() for seat in room.people() if seat.publisher is not None)
        return Counter(seat.record.network.value for seat in inside)

    def clock(self) -> datetime:
        """Wall time, by which grants run out."""
        return self._house.clock()

    def start(self) -> None:
        """Begins to tick in the running loop."""
        self._timer = asyncio.get_running_loop().call_later(TICK, self._tick)

    def enter(
        self, grant: RoomGrant, channel: Channel, resume: str | None, admission: str | None = None
    ) -> tuple[Room, Participant]:
        """Someone with a good grant came. Raises Refused."""
        if self._closing:
            raise Refused(CloseReason.RESTARTING)
        room = self._rooms.get(grant.room)
        if room is None or room.over:
            if self.draining:
                raise Refused(CloseReason.RESTARTING)
            if len(self._rooms) >= MAX_ROOMS:
                raise Refused(CloseReason.FULL)
            room = self._rooms[grant.room] = Room(self._house, self._node, grant.room, secrets.token_hex(8))
        if self._house.admissions.holds(admission, grant.room, grant.participant, self.clock()):
            room.recall(grant.participant)
        return room, room.enter(grant, channel, resume)

    def end(self, name: str, session: str) -> None:
        """Whoever runs the rooms says that this opening of one is over; a later opening of it goes on."""
        room = self._rooms.get(name)
        if room is not None and room.session == session:
            room.end(CloseReason.ENDED)

    def names(self) -> list[str]:
        """The rooms that are open."""
        return [name for name, room in self._rooms.items() if not room.over]

    def give_up(self, name: str) -> None:
        """The room goes on at another node: whoever is still here is to look for it there."""
        if (room := self._rooms.get(name)) is not None:
            room.end(CloseReason.RESTARTING)

    def stop(self) -> None:
        """No more ticks and no more rooms; everybody is told to come back later."""
        self._closing = True
        if self._timer is not None:
            self._timer.cancel()
        for room in self._rooms.values():
            room.end(CloseReason.RESTARTING)
        self._rooms.clear()

    def _tick(self) -> None:
        with self._house.engine.udp.gathering():
            for name, room in list(self._rooms.items()):
                if not self._goes_on(name, room) and self._rooms.get(name) is room:
                    del self._rooms[name]
        self.start()

    def _goes_on(self, name: str, room: Room) -> bool:
        try:
            return room.tick()
        except Exception:
            log.exception("room_tick_failed", room=name)
            return True
