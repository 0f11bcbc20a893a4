"""A node in the register all nodes share, and the proof of admission that outlives one."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from redis import asyncio as aioredis

from media.admission import VALID_FOR, Admissions
from media.contract import NODES, Role, beat_key, decode_beat, place_key
from media.presence import Presence
from media.settings import MediaSettings
from tests.media.nodes import KEY, RunningNode, running_node, token
from tests.media.visitors import Visitor

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)


class TestAdmission:
    def test_proves_that_this_person_was_let_into_this_room(self) -> None:
        proof = Admissions(KEY).mint("room-1", "anna", NOW)
        assert len(proof) <= 64
        assert Admissions(KEY).holds(proof, "room-1", "anna", NOW + VALID_FOR - timedelta(seconds=1))

    @pytest.mark.parametrize(("room", "person"), [("room-2", "anna"), ("room-1", "bo"), ("room-1\0anna", "")])
    def test_proves_nothing_else(self, room: str, person: str) -> None:
        assert not Admissions(KEY).holds(Admissions(KEY).mint("room-1", "anna", NOW), room, person, NOW)

    def test_ends_with_the_longest_room_and_is_nobody_elses_to_sign(self) -> None:
        proof = Admissions(KEY).mint("room-1", "anna", NOW)
        assert not Admissions(KEY).holds(proof, "room-1", "anna", NOW + VALID_FOR)
        assert not Admissions(b"another key").holds(proof, "room-1", "anna", NOW)

    @pytest.mark.parametrize(
        "proof", [None, "", ".", "9999999999.", "9" * 40 + ".x", "１２３.x", "x.y", "9999999999.é"]
    )
    def test_of_nonsense_is_none(self, proof: str | None) -> None:
        assert not Admissions(KEY).holds(proof, "room-1", "anna", NOW)

    async def test_lets_a_guest_in_who_comes_before_the_host_and_no_other(self) -> None:
        async with running_node() as node:
            proof = Admissions(KEY).mint("room-1", "anna", datetime.now(UTC))
            async with await Visitor.knock(node, "anna", admission=proof) as anna:
                assert anna.is_in
            async with await Visitor.knock(node, "bo", admission=proof) as bo:
                assert not bo.is_in


@pytest.fixture
async def register(redis_url: str) -> AsyncIterator[aioredis.Redis]:
    async with aioredis.Redis.from_url(redis_url) as redis:
        await redis.flushdb()
        yield redis


def presence(node: RunningNode, redis_url: str, name: str = "node-1") -> Presence:
    settings = MediaSettings(grant_key=KEY, node=name, redis_url=redis_url, signalling="/media-1/signalling")
    return Presence(settings, node.node.hub)


class TestNode:
    async def test_says_where_it_is_and_which_rooms_it_has(self, register: aioredis.Redis, redis_url: str) -> None:
        async with running_node() as node, await Visitor.knock(node, "mei", role=Role.HOST):
            await presence(node, redis_url).beat()
            beat = decode_beat(await register.get(beat_key("node-1")) or b"")
            assert beat is not None
            assert (beat.signalling, beat.draining) == ("/media-1/signalling", False)
            assert await register.smembers(NODES) == {b"node-1"}
            assert await register.get(place_key("room-1")) == b"node-1"
            assert 0 < await register.ttl(beat_key("node-1")) <= 3

    async def test_gives_up_a_room_that_others_look_for_elsewhere(
        self, register: aioredis.Redis, redis_url: str
    ) -> None:
        async with running_node() as node, await Visitor.knock(node, "mei", role=Role.HOST) as host:
            await register.set(place_key("room-1"), "node-2")
            await presence(node, redis_url).beat()
            assert await host.is_sent_away() == "restarting"
            assert await register.get(place_key("room-1")) == b"node-2"

    async def test_that_drains_opens_no_room_and_keeps_those_it_has(
        self, register: aioredis.Redis, redis_url: str
    ) -> None:
        async with running_node() as node, await Visitor.knock(node, "mei", role=Role.HOST) as host:
            node.node.hub.draining = True
            late = await Visitor.come(node, token("bo", room="room-2", role=Role.HOST))
            await late.say(type="hello")
            assert await late.is_sent_away() == "restarting"
            async with await Visitor.knock(node, "anna"):
                assert host.closed is None
