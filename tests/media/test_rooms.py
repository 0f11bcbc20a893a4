"""Who comes in, who waits, who is replaced, and when a room ends: over real sockets."""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest

from media.contract import EventKind, Role
from media.rules import Limits
from tests.media.nodes import RunningNode, running_node, token
from tests.media.visitors import Message, Visitor, packets
from tests.waiting import until

HOST = Role.HOST
BRISK = Limits(host_grace=0.4, guest_grace=0.4)


@pytest.fixture
async def node() -> AsyncIterator[RunningNode]:
    async with running_node() as running:
        yield running


@pytest.fixture
async def brisk_node() -> AsyncIterator[RunningNode]:
    """Forgets those who are gone within the blink of an eye."""
    async with running_node(BRISK) as running:
        yield running


class TestAdmission:
    async def test_guest_waits_until_the_host_admits(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as host, await Visitor.knock(node, "anna") as anna:
            await until(lambda: host.sees_waiting() == ["anna"])
            assert not anna.is_in
            await host.say(type="admit", participant="anna")
            await anna.hears("state", state="in")
            await anna.is_told_people("mei")
            await host.is_told_people("anna")

    async def test_guests_before_the_host_wait_and_are_shown_in_order(self, node: RunningNode) -> None:
        async with (
            await Visitor.knock(node, "anna") as anna,
            await Visitor.knock(node, "bo"),
            await Visitor.knock(node, "mei", role=HOST) as host,
        ):
            knock = await host.hears("knock")
            assert [person["id"] for person in knock["waiting"]] == ["anna", "bo"]
            assert not anna.is_in

    async def test_one_who_waits_is_told_nothing_of_those_inside(self, node: RunningNode) -> None:
        async with (
            await Visitor.knock(node, "mei", role=HOST) as host,
            await Visitor.knock(node, "anna") as anna,
            await Visitor.knock(node, "bo") as bo,
        ):
            await host.say(type="admit", participant="anna")
            await anna.connects()
            await bo.say(type="ping")
            await bo.hears("pong")
            assert {message["type"] for message in bo.heard} == {"welcome", "pong"}
            assert bo.peers == {}

    async def test_guest_cannot_admit(self, node: RunningNode) -> None:
        async with (
            await Visitor.knock(node, "mei", role=HOST),
            await Visitor.knock(node, "anna") as anna,
            await Visitor.knock(node, "bo") as bo,
        ):
            await anna.say(type="admit", participant="bo")
            assert await anna.is_sent_away() == "protocol"
            assert not bo.is_in

    async def test_admitting_nobody_is_harmless(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as host:
            await host.say(type="admit", participant="ghost")
            await host.say(type="admit", participant="mei")
            await host.say(type="ping")
            await host.hears("pong")

    async def test_room_takes_six_and_keeps_the_seventh_waiting(self, node: RunningNode) -> None:
        host = await Visitor.knock(node, "mei", role=HOST)
        guests = [await Visitor.knock(node, f"guest-{number}") for number in range(6)]
        for number in range(6):
            await host.say(type="admit", participant=f"guest-{number}")
        await host.is_told_people(*(f"guest-{number}" for number in range(5)))
        await host.say(type="ping")
        await host.hears("pong")
        assert [guest.is_in for guest in guests] == [True] * 5 + [False]
        for visitor in (host, *guests):
            await visitor.hang_up()

    async def test_removed_guest_stays_out(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as host, await Visitor.knock(node, "anna") as anna:
            await host.say(type="admit", participant="anna")
            await host.is_told_people("anna")
            await host.say(type="remove", participant="anna")
            assert await anna.is_sent_away() == "removed"
            await host.is_told_people()
            again = await Visitor.come(node, token("anna"))
            await again.say(type="hello")
            assert await again.is_sent_away() == "removed"

    async def test_rooms_do_not_hear_of_each_other(self, node: RunningNode) -> None:
        async with (
            await Visitor.knock(node, "mei", role=HOST, room="room-1") as host,
            await Visitor.knock(node, "lan", role=HOST, room="room-2") as other,
            await Visitor.knock(node, "anna", room="room-2"),
        ):
            await until(lambda: other.sees_waiting() == ["anna"])
            assert host.sees_waiting() == []
            await host.say(type="admit", participant="anna")
            await host.say(type="ping")
            await host.hears("pong")
            await other.is_told_people()


class TestCodec:
    async def test_of_the_room_changes_when_a_newcomer_can_only_do_another(self, node: RunningNode) -> None:
        async with (
            await Visitor.knock(node, "mei", role=HOST) as host,
            await Visitor.knock(node, "anna", video="102 103") as anna,
        ):
            await host.connects()
            await host.say(type="admit", participant="anna")
            await anna.connects()
            again = await host.hears("offer", pc="publish", number=2)
            assert _pictures(again) == "102 103"
            assert "opus" in again["sdp"]

    async def test_that_nobody_shares_leaves_the_newcomer_with_sound_alone(self, node: RunningNode) -> None:
        async with (
            await Visitor.knock(node, "mei", role=HOST, video="96 97") as host,
            await Visitor.knock(node, "anna", video="102 103") as anna,
        ):
            await host.connects()
            await host.say(type="admit", participant="anna")
            await anna.connects()
            assert _pictures(await anna.hears("offer", pc="publish", number=2)) == "96 97"
            await until(lambda: node.has_connected("room-1"))
            seat = node.seat("room-1", "anna")
            assert seat.publisher is not None
            assert seat.subscriber is not None
            await until(lambda: seat.subscriber is not None and seat.subscriber.blind)
            for number in range(3):
                host.peers["publish"].send(next(iter(packets(5, 96, number, 1))))
            told = await anna.hears("network", state="sound_only")
            assert (told["paused"], told["because"]) == (["mei"], "codec")
            assert host.last("offer")["number"] < 4

    async def test_of_the_first_who_sends_is_offered_first_to_the_next(self, node: RunningNode) -> None:
        async with (
            await Visitor.knock(node, "mei", role=HOST, video="102 103") as host,
            await Visitor.knock(node, "anna") as anna,
        ):
            await host.connects()
            await host.say(type="admit", participant="anna")
            assert _pictures(await anna.hears("offer", pc="publish", number=1)) == "102 103 96 97"


class TestComingBack:
    async def test_second_connection_replaces_the_first(self, node: RunningNode) -> None:
        first = await Visitor.knock(node, "mei", role=HOST)
        async with await Visitor.knock(node, "mei", role=HOST) as second:
            assert await first.is_sent_away() == "duplicate"
            assert second.is_in

    async def test_admitted_guest_needs_no_second_admission(self, brisk_node: RunningNode) -> None:
        node = brisk_node
        async with await Visitor.knock(node, "mei", role=HOST) as host:
            anna = await Visitor.knock(node, "anna")
            await host.say(type="admit", participant="anna")
            await host.is_told_people("anna")
            await anna.hang_up()
            await host.is_told_people()
            async with await Visitor.knock(node, "anna") as back:
                assert back.is_in
                await host.is_told_people("anna")

    async def test_guest_who_was_never_admitted_knocks_again(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as host:
            anna = await Visitor.knock(node, "anna")
            await anna.hang_up()
            await until(lambda: host.sees_waiting() == [])
            async with await Visitor.knock(node, "anna") as back:
                assert not back.is_in

    async def test_lost_websocket_resumes_without_touching_media(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as host:
            await host.connects()
            secret = (await host.hears("welcome"))["resume"]
            await host.socket.close()
            async with await Visitor.knock(node, "mei", role=HOST, resume=secret) as back:
                assert (await back.hears("welcome"))["resume"] == secret
                await back.say(type="ping")
                await back.hears("pong")
                assert back.last("offer") == {}

    async def test_lost_websocket_ends_nothing_while_media_go_on(self, brisk_node: RunningNode) -> None:
        node = brisk_node
        async with await Visitor.knock(node, "mei", role=HOST) as host, await Visitor.knock(node, "anna") as anna:
            await host.say(type="admit", participant="anna")
            await host.connects()
            await anna.connects()
            secret = (await host.hears("welcome"))["resume"]
            await host.lose_signalling()
            voice = iter(packets(1, 111, 0, 10_000, step=960))

            def heard() -> list[bytes]:
                host.peers["publish"].send(next(voice))
                return anna.peers["subscribe"].of(anna.peers["subscribe"].streams("mei")["audio"][0])

            # Longer than both graces of this node.
            await until(lambda: len(heard()) > 60)
            assert anna.closed is None
            async with await Visitor.knock(node, "mei", role=HOST, resume=secret) as back:
                assert (await back.hears("welcome"))["resume"] == secret
                assert {event.session for event in node.events} == {node.events[0].session}

    async def test_wrong_secret_starts_afresh(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as first:
            secret = (await first.hears("welcome"))["resume"]
            async with await Visitor.knock(node, "mei", role=HOST, resume="guess") as second:
                assert await first.is_sent_away() == "duplicate"
                assert (await second.hears("welcome"))["resume"] != secret
                await second.hears("offer", pc="publish", number=1)

    async def test_another_person_cannot_use_the_secret(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as host:
            secret = (await host.hears("welcome"))["resume"]
            async with await Visitor.knock(node, "anna", resume=secret) as anna:
                assert not anna.is_in
                assert host.closed is None

    async def test_answer_lost_with_the_websocket_is_asked_for_again(self, node: RunningNode) -> None:
        host = await Visitor.come(node, token("mei", role=HOST), answering=False)
        await host.say(type="hello")
        offer = await host.hears("offer", pc="publish")
        secret = (await host.hears("welcome"))["resume"]
        await host.hang_up()
        async with await Visitor.knock(node, "mei", role=HOST, resume=secret) as back:
            again = await back.hears("offer", pc="publish")
            assert again["number"] == offer["number"] + 1
            await back.connects()


class TestEnding:
    async def test_host_ends_it_for_everybody(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as host, await Visitor.knock(node, "anna") as anna:
            await host.say(type="end")
            assert await host.is_sent_away() == "ended"
            assert await anna.is_sent_away() == "ended"
            await until(lambda: (event := node.latest("room-1")) is not None and event.kind is EventKind.CLOSED)

    async def test_guest_cannot_end_it(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as host, await Visitor.knock(node, "anna") as anna:
            await anna.say(type="end")
            assert await anna.is_sent_away() == "protocol"
            assert host.closed is None

    async def test_ends_some_time_after_the_host_left(self, brisk_node: RunningNode) -> None:
        node = brisk_node
        async with await Visitor.knock(node, "mei", role=HOST) as host, await Visitor.knock(node, "anna") as anna:
            await host.say(type="admit", participant="anna")
            await anna.hears("state", state="in")
            await host.say(type="leave")
            assert await host.is_sent_away() == "left"
            await anna.is_told_people()
            assert await anna.is_sent_away() == "ended"

    async def test_goes_on_when_the_host_is_back_in_time(self) -> None:
        async with running_node(Limits(host_grace=30, guest_grace=0.2)) as node:
            host = await Visitor.knock(node, "mei", role=HOST)
            async with await Visitor.knock(node, "anna") as anna:
                await host.say(type="admit", participant="anna")
                await anna.is_told_people("mei")
                await host.hang_up()
                await anna.is_told_people()
                async with await Visitor.knock(node, "mei", role=HOST):
                    await anna.is_told_people("mei")
                    assert len({event.session for event in node.events}) == 1

    async def test_abandoned_waiting_room_is_forgotten(self, brisk_node: RunningNode) -> None:
        node = brisk_node
        anna = await Visitor.knock(node, "anna")
        await anna.hang_up()
        await until(lambda: len(node.node.hub) == 0)

    async def test_opened_anew_asks_for_admission_again(self, node: RunningNode) -> None:
        async with await Visitor.knock(node, "mei", role=HOST) as host, await Visitor.knock(node, "anna") as anna:
            await host.say(type="admit", participant="anna")
            await anna.hears("state", state="in")
            await host.say(type="end")
            await anna.is_sent_away()
        async with await Visitor.knock(node, "mei", role=HOST), await Visitor.knock(node, "anna") as anna:
            assert not anna.is_in
            await until(lambda: len({event.session for event in node.events}) == 2)

    async def test_leaves_no_task_address_or_credential_behind(self, node: RunningNode) -> None:
        async def one_call(number: int) -> None:
            room = f"room-{number}"
            async with (
                await Visitor.knock(node, "mei", role=HOST, room=room) as host,
                await Visitor.knock(node, "anna", room=room) as anna,
            ):
                await host.say(type="admit", participant="anna")
                await anna.connects()
                await host.say(type="restart", pc="publish")
                await host.say(type="end")
                await host.is_sent_away()

        await one_call(0)
        await until(lambda: len(node.node.hub) == 0)
        tasks = len(asyncio.all_tasks())
        await asyncio.gather(*(one_call(number) for number in range(1, 9)))
        port = node.node.engine.port
        await until(lambda: len(node.node.hub) == 0 and not port._by_user and not port._by_address)
        await until(lambda: len(asyncio.all_tasks()) <= tasks)

    async def test_lasts_no_longer_than_its_lifetime(self) -> None:
        async with running_node(Limits(room_seconds=0.3)) as node:
            host = await Visitor.knock(node, "mei", role=HOST)
            assert await host.is_sent_away() == "lifetime"

    async def test_stopping_node_tells_everybody_to_come_back(self) -> None:
        async with running_node() as node:
            host = await Visitor.knock(node, "mei", role=HOST)
        assert await host.is_sent_away() == "restarting"
        last = node.latest("room-1")
        assert last is not None
        assert last.closed_at is not None


def _pictures(offer: Message) -> str:
    """The payload types an offer lists for a picture."""
    found = re.search(r"^m=video 9 UDP/TLS/RTP/SAVPF (.*)\r$", offer["sdp"], re.MULTILINE)
    return found.group(1) if found else ""
