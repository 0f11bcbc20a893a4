"""Events survive a backend that is away, slow or cross, and never pile up."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from sanic import HTTPResponse, Request, Sanic
from sanic.response import empty, json

from media.contract import EVENT_HEADER, EventKind, Role, RoomEvent, verify_event
from media.events_out import EventRejected, EventsOut, http_post
from tests.media.nodes import KEY, running_node, serving
from tests.media.visitors import Visitor
from tests.waiting import until

AT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def event(number: int = 1, session: str = "s1") -> RoomEvent:
    return RoomEvent("node-1", "room-1", session, number, EventKind.PROGRESS, AT, AT, None, 0, ())


@dataclass
class Backend:
    """Takes events, or does what `mood` says: an exception to raise before taking them."""

    mood: Exception | None = None
    calls: int = 0
    taken: list[RoomEvent] = field(default_factory=list)
    unwanted: list[RoomEvent] = field(default_factory=list)

    async def post(self, body: bytes, signature: str) -> None:
        self.calls += 1
        if self.mood is not None:
            raise self.mood
        self.taken.append(verify_event(body, signature, KEY, AT))


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
async def tray(backend: Backend) -> AsyncIterator[EventsOut]:
    out = EventsOut(backend.post, KEY, lambda: AT, backend.unwanted.append)
    delivery = asyncio.create_task(out.run())
    yield out
    assert not delivery.done()
    delivery.cancel()
    await asyncio.gather(delivery, return_exceptions=True)


class TestDelivery:
    async def test_takes_an_event_to_the_backend(self, tray: EventsOut, backend: Backend) -> None:
        tray.put(event())
        await until(lambda: backend.taken == [event()])
        assert len(tray) == 0

    @pytest.mark.parametrize("mood", [ConnectionError(), httpx.ReadTimeout("slow"), RuntimeError("odd")])
    async def test_is_repeated_until_taken(self, tray: EventsOut, backend: Backend, mood: Exception) -> None:
        backend.mood = mood
        tray.put(event())
        await until(lambda: backend.calls >= 2)
        assert len(tray) == 1
        backend.mood = None
        await until(lambda: backend.taken == [event()])

    async def test_after_an_outage_brings_only_the_newest_of_each_session(
        self, tray: EventsOut, backend: Backend
    ) -> None:
        backend.mood = ConnectionError()
        for number in range(1, 200):
            tray.put(event(number, "s1"))
            tray.put(event(number, "s2"))
        await until(lambda: backend.calls >= 1)
        assert len(tray) == 2
        backend.mood = None
        await until(lambda: len(tray) == 0)
        assert backend.taken == [event(199, "s1"), event(199, "s2")]

    async def test_of_a_rejected_event_is_given_up_and_the_next_is_tried(
        self, tray: EventsOut, backend: Backend
    ) -> None:
        backend.mood = EventRejected()
        tray.put(event(1, "s1"))
        await until(lambda: len(tray) == 0)
        assert backend.calls == 1
        backend.mood = None
        tray.put(event(2, "s1"))
        await until(lambda: backend.taken == [event(2, "s1")])

    async def test_of_a_newer_event_is_not_lost_while_an_older_one_is_under_way(self) -> None:
        release, taken = asyncio.Event(), []

        async def slow(body: bytes, signature: str) -> None:
            taken.append(verify_event(body, signature, KEY, AT).number)
            await release.wait()

        out = EventsOut(slow, KEY, lambda: AT, lambda _: None)
        delivery = asyncio.create_task(out.run())
        out.put(event(1))
        await until(lambda: taken == [1])
        out.put(event(2))
        release.set()
        await until(lambda: taken == [1, 2])
        delivery.cancel()

    async def test_does_not_hammer_a_backend_that_is_down(self, tray: EventsOut, backend: Backend) -> None:
        backend.mood = ConnectionError()
        tray.put(event())
        await until(lambda: backend.calls == 1)
        for number in range(2, 500):
            tray.put(event(number))
        await until(lambda: backend.calls >= 3)
        assert backend.calls <= 4


class TestOverHttp:
    async def test_posts_signed_bytes_and_reads_the_answer(self) -> None:
        answers, seen, unwanted = [503, 500, 204, 422], [], list[RoomEvent]()

        async def events(request: Request) -> HTTPResponse:
            seen.append(verify_event(request.body, request.headers[EVENT_HEADER], KEY, AT))
            return empty(status=answers.pop(0))

        app: Sanic[Any, Any] = Sanic("events-test", configure_logging=False)
        app.add_route(events, "/events", methods=["POST"])
        async with serving(app) as url, httpx.AsyncClient(trust_env=False) as client:
            out = EventsOut(http_post(client, url + "/events"), KEY, lambda: AT, unwanted.append)
            delivery = asyncio.create_task(out.run())
            out.put(event(1))
            await until(lambda: seen == [event(1)] * 3 and len(out) == 0)
            out.put(event(2))
            await until(lambda: answers == [] and len(out) == 0)
            delivery.cancel()
            assert unwanted == []

    @pytest.mark.parametrize(("answer", "ends"), [({"goes_on": True}, False), ({"goes_on": False}, True)])
    async def test_hears_in_the_answer_whether_the_room_goes_on(self, answer: dict[str, bool], ends: bool) -> None:
        unwanted: list[RoomEvent] = []

        async def events(_: Request) -> HTTPResponse:
            return json(answer)

        app: Sanic[Any, Any] = Sanic(f"events-answer-{ends}", configure_logging=False)
        app.add_route(events, "/events", methods=["POST"])
        async with serving(app) as url, httpx.AsyncClient(trust_env=False) as client:
            out = EventsOut(http_post(client, url + "/events"), KEY, lambda: AT, unwanted.append)
            delivery = asyncio.create_task(out.run())
            out.put(event())
            await until(lambda: len(out) == 0)
            delivery.cancel()
        assert unwanted == ([event()] if ends else [])

    async def test_sends_everybody_away_from_a_room_that_is_unwanted(self) -> None:
        async with running_node() as node:
            async with await Visitor.knock(node, "mei", role=Role.HOST) as host:
                node.inbox.unwanted = True
                async with await Visitor.knock(node, "anna") as guest:
                    await host.is_sent_away()
                    await guest.is_sent_away()
            await until(lambda: node.events[-1].kind is EventKind.CLOSED)

    async def test_room_outlives_a_dead_backend_and_reports_when_it_is_back(self) -> None:
        async with running_node() as node:
            node.inbox.is_down = True
            async with await Visitor.knock(node, "mei", role=Role.HOST) as host, await Visitor.knock(node, "anna"):
                await host.say(type="admit", participant="anna")
                await host.is_told_people("anna")
                await host.say(type="end")
                await host.is_sent_away()
            assert node.events == []
            node.inbox.is_down = False
            await until(lambda: node.events)
            assert [(one.kind, len(one.participants)) for one in node.events] == [(EventKind.CLOSED, 2)]


async def test_last_words_wait_for_the_backend_but_not_for_ever(backend: Backend) -> None:
    out = EventsOut(backend.post, KEY, lambda: AT, backend.unwanted.append)
    delivery = asyncio.create_task(out.run())
    out.put(event())
    await out.last_words()
    assert backend.taken == [event()]
    delivery.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await delivery
