"""kill -9 around a family call: its room opens again, its minutes are counted once."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest
from websockets.asyncio.client import connect

from media.contract import EVENT_HEADER, Attendance, EventKind, Role, RoomEvent, encode_event, sign_event
from media.engine.codec import OPUS
from media.room import REPORT_EVERY
from tests.crash.home import Home, count, cut_off, look
from tests.crash.wholeness import assert_nothing_lost_or_doubled
from tests.media.visitors import Visitor, packets
from tests.people import Person
from tests.waiting import until


async def open_call(home: Home) -> str:
    """Proposed by the son, taken and opened by the volunteer; the call's id."""
    son, volunteer = home.family.son, home.family.volunteer
    at = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    call: str = (await son.post("/api/calls", {"elder_id": home.family.elder_id, "times": [at]}))["id"]
    await volunteer.post(f"/api/calls/{call}/take", {"starts_at": at})
    await volunteer.post(f"/api/calls/{call}/open", {"elder_agrees": True})
    return call


async def account(person: Person) -> str:
    """The person's account id."""
    found: str = (await person.get("/api/sessions/current"))["account_id"]
    return found


async def talked(home: Home, call: str) -> int:
    """The seconds in the call's log."""
    found: int = (await home.family.son.get(f"/api/calls/{call}"))["call"]["talk_seconds"]
    return found


class Room:
    """What a media node knows of one opening, and tells the product."""

    def __init__(self, home: Home, call: str, host: str, guest: str, session: str) -> None:
        self.home, self.call, self.session = home, call, session
        self.people = ((host, Role.HOST), (guest, Role.GUEST))
        self.since = datetime.now(UTC)

    async def tells(self, number: int, seconds: int) -> httpx.Response:
        """Event `number`: so far they talked for `seconds`."""
        at, spoken = datetime.now(UTC), seconds * 1000
        lines = tuple(Attendance(who, role, True, self.since, None, spoken, spoken) for who, role in self.people)
        event = RoomEvent(
            version=1,
            node="node-1",
            room=self.call,
            session=self.session,
            number=number,
            kind=EventKind.PROGRESS,
            at=at,
            opened_at=self.since,
            closed_at=None,
            talk_ms=spoken,
            participants=lines,
        )
        body, key = encode_event(event), self.home.product.settings().keys.grant
        headers = {EVENT_HEADER: sign_event(body, key, at), "content-type": "application/json"}
        return await self.home.family.son.http.post("/api/calls/events", content=body, headers=headers)


class TestRoomEvents:
    """The media node tells how the room stands, again and again until it is answered."""

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("before backend.calls.attendance._log_contacts", id="between the report and its contact"),
            pytest.param("after miniprogram_api.calls.endpoints.attendance.receive", id="before it is acknowledged"),
        ],
    )
    async def test_killed_there_the_event_told_again_counts_once(self, home: Home, moment: str) -> None:
        await home.start(moment)
        call = await open_call(home)
        host, guest = await account(home.family.volunteer), await account(home.family.son)
        room = Room(home, call, host, guest, "first")
        await cut_off(room.tells(7, 30))
        await home.comes_back()
        for number, seconds in ((7, 30), (7, 30), (6, 25)):
            assert (await room.tells(number, seconds)).status_code == 200
        assert await talked(home, call) == 30
        again = Room(home, call, host, guest, "second")
        for _ in range(2):
            assert (await again.tells(1, 12)).status_code == 200
        assert await talked(home, call) == 42
        assert await count(home.product, f"contacts WHERE source_id = '{call}'") == 1
        await assert_nothing_lost_or_doubled(home.product)


class TestTickets:
    """The son's page hands in its ticket for the room's cookie."""

    async def test_killed_before_the_answer_the_ticket_is_spent_and_a_fresh_one_opens(self, home: Home) -> None:
        await home.start("after miniprogram_api.calls.endpoints.actions.exchange_ticket")
        call, son = await open_call(home), home.family.son
        spent = (await son.post(f"/api/calls/{call}/ticket"))["ticket"]
        await cut_off(son.send("POST", "/api/calls/room", json={"ticket": spent}))
        await home.comes_back()
        refused = await son.send("POST", "/api/calls/room", json={"ticket": spent})
        assert (refused.status_code, refused.json()["code"]) == (403, "ticket_not_valid")
        fresh = (await son.post(f"/api/calls/{call}/ticket"))["ticket"]
        assert (await son.send("POST", "/api/calls/room", json={"ticket": fresh})).status_code == 200
        await assert_nothing_lost_or_doubled(home.product)


class TestOpening:
    """The volunteer opens the room at the elder's home."""

    async def test_killed_after_the_commit_the_repeat_opens_it_once_and_the_family_is_told_once(
        self, home: Home
    ) -> None:
        await home.start("after miniprogram_api.calls.endpoints.actions.open_room")
        son, volunteer = home.family.son, home.family.volunteer
        at = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
        call = (await son.post("/api/calls", {"elder_id": home.family.elder_id, "times": [at]}))["id"]
        await volunteer.post(f"/api/calls/{call}/take", {"starts_at": at})
        key = uuid4()
        await cut_off(volunteer.send("POST", f"/api/calls/{call}/open", key=key, json={"elder_agrees": True}))
        await home.comes_back()
        await volunteer.post(f"/api/calls/{call}/open", {"elder_agrees": True}, key=key)
        await assert_nothing_lost_or_doubled(home.product)
        assert await count(home.product, "outbox_entries WHERE topic = 'CallOpened'") == 1


class TestLiveRoom:
    """Host and son are talking when the server is killed."""

    async def test_the_room_opens_again_and_no_minute_is_lost_or_counted_twice(self, home: Home) -> None:
        assert REPORT_EVERY <= 5, "a killed node would cost more talk time than that"
        await home.start()
        call = await open_call(home)
        first = await self.meet(home, call)
        before = await until(lambda: self.minutes(home, call, 1), timeout=60, every=0.2)
        home.product.kill()
        await self.part(first)
        await home.comes_back()
        kept = await talked(home, call)
        assert kept >= before
        await home.family.volunteer.post(f"/api/calls/{call}/open", {"elder_agrees": True})
        second = await self.meet(home, call)
        await until(lambda: self.minutes(home, call, kept + 1), timeout=60, every=0.2)
        await self.part(second)
        await home.family.volunteer.post(f"/api/calls/{call}/close")
        openings = await look(home.product, f"SELECT talk_seconds FROM room_reports WHERE call_id = '{call}'")
        assert sum(seconds for (seconds,) in openings) == await talked(home, call)
        assert kept in [seconds for (seconds,) in openings]
        assert len(openings) == 2
        await assert_nothing_lost_or_doubled(home.product)

    async def minutes(self, home: Home, call: str, least: int) -> int:
        """The seconds in the log, once there are so many; every voice goes on meanwhile."""
        for visitor in self.voices:
            for packet in packets(0x2222, OPUS.payload_type, self.spoken, 10, step=960):
                visitor.peers["publish"].send(packet)
        self.spoken += 10
        found = await talked(home, call)
        return found if found >= least else 0

    voices: tuple[Visitor, ...] = ()
    spoken = 0

    async def meet(self, home: Home, call: str) -> tuple[Visitor, ...]:
        """Both enter, the host admits the son, and both are connected."""
        host = await self.enter(home, call, home.family.volunteer)
        guest = await self.enter(home, call, home.family.son)
        await host.say(type="admit", participant=await account(home.family.son))
        await host.connects()
        await guest.connects()
        self.voices, self.spoken = (host, guest), 0
        return self.voices

    async def enter(self, home: Home, call: str, person: Person) -> Visitor:
        """By ticket and cookie, as the page does it."""
        ticket = (await person.post(f"/api/calls/{call}/ticket"))["ticket"]
        cookie = (await person.send("POST", "/api/calls/room", json={"ticket": ticket})).cookies["room"]
        address = f"ws://127.0.0.1:{home.product.port}/media/signalling"
        socket = await connect(address, additional_headers={"Cookie": f"room={cookie}"}, compression=None)
        visitor = Visitor(socket)
        await visitor.say(type="hello", resume=None)
        await visitor.hears("welcome")
        return visitor

    async def part(self, visitors: tuple[Visitor, ...]) -> None:
        """Their phones are put down."""
        for visitor in visitors:
            await visitor.hang_up()
