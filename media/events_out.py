"""Room events on their way to whoever runs the rooms: signed, repeated until acknowledged.

An event holds its session's whole story, so a newer one replaces an older one not yet delivered: however long the
other side is away, one body for each session waits here.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime

import httpx
import structlog

from media.contract import EVENT_HEADER, RoomEvent, encode_event, goes_on, sign_event

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 15.0
LAST_WORD_SECONDS = 5
MAX_SESSIONS = 5_000

log = structlog.get_logger(__name__)

PostEvent = Callable[[bytes, str], Awaitable[None]]


class EventRejected(Exception):
    """The other side read this event and will never take it; repeating it is no use."""


class RoomUnwanted(Exception):
    """The other side took this event and says that the room is to end now."""


def http_post(client: httpx.AsyncClient, url: str) -> PostEvent:
    """Posts a body with its signature header.

    The result raises httpx.HTTPError to be called again later, EventRejected (400, 410, 422) to be spared this body,
    RoomUnwanted when the answer is `{"goes_on": false}`.
    """

    async def post(body: bytes, signature: str) -> None:
        answer = await client.post(
            url, content=body, headers={EVENT_HEADER: signature, "Content-Type": "application/json"}
        )
        if answer.status_code in (400, 410, 422):
            raise EventRejected
        answer.raise_for_status()
        if not goes_on(answer.content):
            raise RoomUnwanted

    return post


class EventsOut:
    """The outgoing tray. `put` never waits; `run` delivers until cancelled; `end` hears of a room that is unwanted."""

    def __init__(
        self, post: PostEvent, key: bytes, clock: Callable[[], datetime], end: Callable[[RoomEvent], None]
    ) -> None:
        self._post, self._key, self._clock, self._end = post, key, clock, end
        self._waiting: dict[str, RoomEvent] = {}
        self._work = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()

    def put(self, event: RoomEvent) -> None:
        """Takes the place of any older event of the same session."""
        self._waiting[event.session] = event
        while len(self._waiting) > MAX_SESSIONS:
            dropped = self._waiting.pop(next(iter(self._waiting)))
            log.error("room_event_dropped", room=dropped.room, number=dropped.number)
        self._empty.clear()
        self._work.set()

    def __len__(self) -> int:
        return len(self._waiting)

    async def run(self) -> None:
        """Delivers in order of session, one at a time; pauses longer and longer while nobody answers."""
        pause = FIRST_PAUSE
        while True:
            await self._work.wait()
            self._work.clear()
            if await self._deliver_all():
                pause = FIRST_PAUSE
                continue
            await self._rest(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
            self._work.set()

    async def last_words(self) -> None:
        """Waits a few seconds for what is left to be taken."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORD_SECONDS):
                await self._empty.wait()
        if self._waiting:
            log.error("room_events_lost", count=len(self._waiting))

    async def _deliver_all(self) -> bool:
        for session, event in list(self._waiting.items()):
            try:
                await self._deliver(event)
            except Exception as error:
                # Whatever it was, the talk time in this event must not be lost to it.
                log.warning("room_event_not_taken", room=event.room, number=event.number, error=type(error).__name__)
                return False
            if self._waiting.get(session) is event:
                del self._waiting[session]
        if not self._waiting:
            self._empty.set()
        return True

    async def _deliver(self, event: RoomEvent) -> None:
        body = encode_event(event)
        try:
            await self._post(body, sign_event(body, self._key, self._clock()))
        except EventRejected:
            log.error("room_event_rejected", room=event.room, number=event.number)
        except RoomUnwanted:
            self._end(event)

    async def _rest(self, seconds: float) -> None:
        """A pause that nothing shortens: new events must not turn an outage into a hail of requests."""
        done = asyncio.get_running_loop().create_future()
        timer = asyncio.get_running_loop().call_later(seconds, done.set_result, None)
        try:
            await done
        finally:
            timer.cancel()
