"""The media node's contract in the words of calls."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from fakeredis import FakeAsyncRedis

from backend.calls import rooms
from backend.calls.errors import EventNotOurs, EventNotReadable, TicketNotValid
from backend.calls.rooms import find_place, least_busy
from backend.calls.rules import Seat
from backend.kit.ids import uuid7
from media.contract import (
    NODES,
    NodeBeat,
    RoomGrant,
    beat_key,
    encode_beat,
    encode_event,
    mint_grant,
    read_grant,
    sign_event,
)
from media.contract import Role as MediaRole
from tests.factories.calls import KEY, a_room_event, a_seat

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
CALL, CHILD = uuid7(), uuid7()


def mint(name: str = "张伟", key: bytes = KEY) -> str:
    return rooms.mint(
        call_id=CALL, account_id=CHILD, seat=Seat.GUEST, name=name, expires_at=NOW + timedelta(hours=4), key=key
    )


class TestGrant:
    def test_opens_the_calls_room_for_the_account(self) -> None:
        grant = read_grant(mint(), KEY, NOW)

        assert (grant.room, grant.participant, grant.role, grant.name) == (
            str(CALL),
            str(CHILD),
            MediaRole.GUEST,
            "张伟",
        )
        assert grant.expires_at == NOW + timedelta(hours=4)
        assert rooms.read_holder(mint(), KEY, NOW) == (CALL, CHILD)

    @pytest.mark.parametrize(("name", "shown"), [("", "家人"), ("\n\x07", "家人"), ("名" * 40, "名" * 32)])
    def test_always_has_a_name_to_show(self, name: str, shown: str) -> None:
        assert read_grant(mint(name), KEY, NOW).name == shown

    @pytest.mark.parametrize("token", ["", "v1.a.b", "x" * 5000, mint(key=b"o" * 32), "房间"])
    def test_a_forged_cookie_is_refused(self, token: str) -> None:
        with pytest.raises(TicketNotValid):
            rooms.read_holder(token, KEY, NOW)

    def test_an_old_cookie_is_refused(self) -> None:
        with pytest.raises(TicketNotValid):
            rooms.read_holder(mint(), KEY, NOW + timedelta(hours=4))

    def test_a_grant_for_a_room_that_is_no_call_is_refused(self) -> None:
        grant = RoomGrant("lobby", "anna", MediaRole.GUEST, "安娜", NOW + timedelta(hours=1), "g")
        with pytest.raises(TicketNotValid):
            rooms.read_holder(mint_grant(grant, KEY), KEY, NOW)


class TestEvent:
    def test_is_told_in_whole_seconds_and_without_those_left_at_the_door(self) -> None:
        waiting = a_seat(uuid7(), MediaRole.GUEST, admitted=False)
        child = a_seat(CHILD, MediaRole.GUEST, talk_ms=61_999)
        event = a_room_event(CALL, waiting, child, talk_ms=60_999, at=NOW)

        told = rooms.read_event(encode_event(event), sign_event(encode_event(event), KEY, NOW), KEY, NOW)

        assert (told.call_id, told.number, told.talk_seconds) == (CALL, 1, 60)
        assert [(person.account_id, person.seat, person.seconds) for person in told.people] == [(CHILD, Seat.GUEST, 61)]

    def test_of_another_key_is_not_ours(self) -> None:
        body = encode_event(a_room_event(CALL, at=NOW))
        with pytest.raises(EventNotOurs):
            rooms.read_event(body, sign_event(body, b"o" * 32, NOW), KEY, NOW)

    def test_with_a_changed_body_is_not_ours(self) -> None:
        body = encode_event(a_room_event(CALL, talk_ms=1_000, at=NOW))
        with pytest.raises(EventNotOurs):
            rooms.read_event(body.replace(b":1000", b":9000"), sign_event(body, KEY, NOW), KEY, NOW)

    def test_signed_six_minutes_ago_is_not_taken(self) -> None:
        body = encode_event(a_room_event(CALL, at=NOW))
        with pytest.raises(EventNotOurs):
            rooms.read_event(body, sign_event(body, KEY, NOW - timedelta(minutes=6)), KEY, NOW)

    @pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"room":1}', b"\xff"])
    def test_that_is_no_event_cannot_be_read_even_when_signed(self, body: bytes) -> None:
        with pytest.raises(EventNotReadable):
            rooms.read_event(body, sign_event(body, KEY, NOW), KEY, NOW)

    @pytest.mark.parametrize("signature", ["", "v1=00", "t=1,v1=zz", "t=1", "签"])
    def test_without_a_signature_cannot_be_read(self, signature: str) -> None:
        with pytest.raises(EventNotReadable):
            rooms.read_event(encode_event(a_room_event(CALL, at=NOW)), signature, KEY, NOW)

    def test_of_a_room_that_is_no_call_or_with_numbers_too_large_cannot_be_read(self) -> None:
        for event in (
            a_room_event("lobby", at=NOW),
            a_room_event(CALL, a_seat("anna", MediaRole.GUEST), at=NOW),
            a_room_event(CALL, number=2**40, at=NOW),
            a_room_event(CALL, talk_ms=2**40, at=NOW),
        ):
            body = encode_event(event)
            with pytest.raises(EventNotReadable):
                rooms.read_event(body, sign_event(body, KEY, NOW), KEY, NOW)

    def test_ids_come_back_as_ids(self) -> None:
        body = encode_event(a_room_event(CALL, a_seat(CHILD, MediaRole.HOST), at=NOW))
        told = rooms.read_event(body, sign_event(body, KEY, NOW), KEY, NOW)
        assert isinstance(told.call_id, UUID)
        assert told.host_came


class TestPlace:
    def test_is_at_the_least_busy_node_that_is_not_draining(self) -> None:
        beats = [NodeBeat("one", "/1", 7), NodeBeat("two", "/2", 3), NodeBeat("three", "/3", 0, draining=True)]
        assert least_busy(beats, "room") == beats[1]
        assert least_busy(beats[2:], "room") == beats[2]
        assert least_busy([], "room") is None

    def test_of_rooms_opened_at_once_is_not_the_same_for_all(self) -> None:
        beats = [NodeBeat(name, f"/{name}", 0) for name in ("one", "two", "three")]
        places = [least_busy(beats, f"room-{number}") for number in range(60)]
        assert all(places.count(beat) > 8 for beat in beats)
        assert places == [least_busy(reversed(beats), f"room-{number}") for number in range(60)]

    async def test_stays_while_its_node_lives_and_is_the_same_for_two_who_come_at_once(self) -> None:
        redis = FakeAsyncRedis()
        assert await find_place(redis, CALL) is None
        await _beat(redis, NodeBeat("one", "/1", 0))
        assert await find_place(redis, CALL) == "/1"
        await _beat(redis, NodeBeat("two", "/2", 0), NodeBeat("three", "/3", 0))
        await _beat(redis, NodeBeat("one", "/1", 9, draining=True))
        assert await find_place(redis, CALL) == "/1"
        await redis.delete(beat_key("one"))
        both = await asyncio.gather(find_place(redis, CALL), find_place(redis, CALL))
        assert both[0] == both[1]
        assert both[0] in ("/2", "/3")
        assert await redis.smembers(NODES) == {b"two", b"three"}

    @pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b'{"node":"one"}', b"\xff", b'{"node":"one","signalling":""}'])
    async def test_is_never_at_a_node_that_speaks_nonsense(self, raw: bytes) -> None:
        redis = FakeAsyncRedis()
        await redis.sadd(NODES, "one")
        await redis.set(beat_key("one"), raw)
        assert await find_place(redis, CALL) is None


async def _beat(redis: FakeAsyncRedis, *beats: NodeBeat) -> None:
    for beat in beats:
        await redis.sadd(NODES, beat.node)
        await redis.set(beat_key(beat.node), encode_beat(beat))
