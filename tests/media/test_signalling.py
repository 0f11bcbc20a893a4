"""Hostile and clumsy pages: each gets a named reason, none gets in, none disturbs the others."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media import messages
from media.contract import Role
from media.errors import CLOSE_CODES, CloseReason, Refused
from media.rules import Limits
from tests.media.nodes import RunningNode, running_node, token
from tests.media.visitors import Visitor


@pytest.fixture(scope="module")
async def node() -> AsyncIterator[RunningNode]:
    """One node takes all the abuse of this file, and must answer to the last."""
    async with running_node(Limits(hello_seconds=0.3)) as running:
        yield running


@pytest.fixture(autouse=True)
async def bystander(node: RunningNode) -> AsyncIterator[None]:
    """Somebody who is in the room throughout and must not notice anything."""
    async with await Visitor.knock(node, "mei", role=Role.HOST) as host:
        yield
        assert host.closed is None
        await host.say(type="ping")
        await host.hears("pong")


class TestCookie:
    @pytest.mark.parametrize(
        ("cookie", "reason"),
        [
            (None, "missing"),
            ("", "missing"),
            ("nonsense", "malformed"),
            ("v1.e30.AAAA", "forged"),
            ("v1..", "forged"),
            ("v9." + "A" * 3_000, "malformed"),
            (token("anna", key=b"another key"), "forged"),
            (token("anna", expires_in=timedelta(seconds=-1)), "expired"),
        ],
    )
    async def test_that_is_no_good_is_refused_by_name(self, node: RunningNode, cookie: str | None, reason: str) -> None:
        visitor = await Visitor.come(node, cookie)
        assert await visitor.is_sent_away() == reason
        assert visitor.socket.close_code == CLOSE_CODES[CloseReason(reason)]

    async def test_on_a_strange_page_is_refused(self, node: RunningNode) -> None:
        visitor = await Visitor.come(node, token("anna"), origin="https://evil.example")
        assert await visitor.is_sent_away() == "origin"

    @pytest.mark.parametrize("origin", ["null", "http://", "http://127.0.0.1", "http://[", "file://"])
    async def test_on_no_proper_page_is_refused(self, node: RunningNode, origin: str) -> None:
        visitor = await Visitor.come(node, token("anna"), origin=origin)
        assert await visitor.is_sent_away() == "origin"

    async def test_on_our_page_is_welcome(self, node: RunningNode) -> None:
        async with await Visitor.come(node, token("anna"), origin=node.url) as visitor:
            await visitor.say(type="hello")
            await visitor.hears("welcome")

    async def test_only_from_listed_pages_when_there_is_a_list(self) -> None:
        async with running_node(origins=("https://call.example.cn",)) as node:
            stranger = await Visitor.come(node, token("anna"), origin=node.url)
            assert await stranger.is_sent_away() == "origin"
            async with await Visitor.come(node, token("anna"), origin="https://call.example.cn") as visitor:
                await visitor.say(type="hello")
                await visitor.hears("welcome")


class TestWords:
    @pytest.mark.parametrize(
        "raw",
        [
            "",
            "{",
            "null",
            "[]",
            '"hello"',
            "{}",
            '{"type":"HELLO"}',
            '{"type":"open_sesame"}',
            '{"type":"hello","resume":7}',
            '{"type":"hello","extra":1}',
            '{"type":"hello","resume":"' + "x" * 65 + '"}',
            "[" * 50_000,
            b"\xff\xfe\x00",
            b"\x00" * 1_000,
            "x" * 70_000,
        ],
    )
    async def test_that_make_no_sense_end_the_conversation(self, node: RunningNode, raw: str | bytes) -> None:
        visitor = await Visitor.come(node, token("anna"))
        await visitor.socket.send(raw)
        assert await visitor.is_sent_away() == "malformed"

    async def test_longer_than_the_server_reads_at_all_end_the_connection(self, node: RunningNode) -> None:
        visitor = await Visitor.come(node, token("anna"))
        await visitor.socket.send("x" * 3_000_000)
        await visitor.is_sent_away()
        assert visitor.socket.close_code in (1006, 1009)

    @pytest.mark.parametrize(
        "message",
        [
            {"type": "ping"},
            {"type": "leave"},
            {"type": "admit", "participant": "mei"},
            {"type": "answer", "pc": "publish", "number": 1, "sdp": "v=0"},
        ],
    )
    async def test_before_hello_break_the_protocol(self, node: RunningNode, message: dict[str, object]) -> None:
        visitor = await Visitor.come(node, token("anna"))
        await visitor.say(**message)
        assert await visitor.is_sent_away() == "protocol"

    async def test_never_spoken_break_the_protocol(self, node: RunningNode) -> None:
        visitor = await Visitor.come(node, token("anna"))
        assert await visitor.is_sent_away() == "protocol"

    @pytest.mark.parametrize(
        "message",
        [
            {"type": "hello"},
            {"type": "admit", "participant": "anna"},
            {"type": "remove", "participant": "mei"},
            {"type": "end"},
            {"type": "restart", "pc": "publish"},
        ],
    )
    async def test_that_are_not_a_waiting_guests_to_say_break_the_protocol(
        self, node: RunningNode, message: dict[str, object]
    ) -> None:
        visitor = await Visitor.knock(node, "anna")
        await visitor.say(**message)
        assert await visitor.is_sent_away() == "protocol"

    @pytest.mark.parametrize(
        ("number", "sdp", "reason"),
        [
            (1, "", "malformed"),
            (1, "v=0\r\na=setup:active\r\n", "malformed"),
            (1, "v=0\r\na=setup:passive\r\na=fingerprint:sha-256 AA:BB:CC:DD:EE:FF:00\r\n", "malformed"),
            (1, "v=0\r\na=setup:active\r\na=fingerprint:sha-256 ZZ:ZZ:ZZ:ZZ:ZZ:ZZ:ZZ\r\n", "malformed"),
            (1, "v=0\r\na=setup:active\r\na=fingerprint:sha-256 AA:BB:CC:DD:EE:FF:00\r\nm=x", "malformed"),
            (2, "v=0\r\na=setup:active\r\na=fingerprint:sha-256 AA:BB:CC:DD:EE:FF:00\r\n", "protocol"),
            (0, "v=0", "malformed"),
        ],
    )
    async def test_that_answer_nothing_we_offered_end_the_conversation(
        self, node: RunningNode, number: int, sdp: str, reason: str
    ) -> None:
        host = await Visitor.come(node, token("lan", role=Role.HOST, room="room-9"), answering=False)
        await host.say(type="hello")
        await host.hears("offer", pc="publish", number=1)
        await host.say(type="answer", pc="publish", number=number, sdp=sdp)
        assert await host.is_sent_away() == reason

    async def test_answering_twice_breaks_the_protocol(self, node: RunningNode) -> None:
        host = await Visitor.come(node, token("lan", role=Role.HOST, room="room-9"), answering=False)
        await host.say(type="hello")
        await host.hears("offer", pc="publish", number=1)
        for _ in range(2):
            sdp = "v=0\r\na=setup:active\r\na=fingerprint:sha-256 AA:BB:CC:DD:EE:FF:00\r\n"
            await host.say(type="answer", pc="publish", number=1, sdp=sdp)
        assert await host.is_sent_away() == "protocol"

    async def test_in_a_flood_are_cut_off(self, node: RunningNode) -> None:
        visitor = await Visitor.knock(node, "anna")
        for _ in range(200):
            await visitor.say(type="ping")
        assert await visitor.is_sent_away() == "too_fast"

    @given(st.text(max_size=200) | st.binary(max_size=200))
    def test_of_any_kind_are_read_or_refused_by_name(self, raw: str | bytes) -> None:
        with pytest.raises(Refused):
            messages.read(raw)

    @settings(max_examples=50)
    @given(st.dictionaries(st.text(max_size=8), st.none() | st.booleans() | st.integers() | st.text(max_size=9)))
    def test_of_any_fields_are_read_or_refused_by_name(self, fields: dict[str, object]) -> None:
        for kind in ("hello", "answer", "restart", "state", "admit", "remove"):
            assert _refusal(json.dumps(fields | {"type": kind})) in (None, CloseReason.MALFORMED)


def _refusal(raw: str) -> CloseReason | None:
    try:
        messages.read(raw)
    except Refused as refused:
        return refused.reason
    return None


class TestDoor:
    async def test_plain_get_of_the_signalling_is_a_client_error(self, node: RunningNode) -> None:
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.get(node.url + "/media/signalling")
        assert 400 <= answer.status_code < 500

    async def test_health_is_told_without_names(self, node: RunningNode) -> None:
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.get(node.url + "/media/healthz")
        assert answer.status_code == 200
        assert answer.json()["rooms"] >= 1
        assert "mei" not in answer.text

    async def test_two_hundred_pages_that_come_and_go_leave_nothing_behind(self, node: RunningNode) -> None:
        async def come_and_go(number: int) -> None:
            visitor = await Visitor.come(node, token(f"p{number}", room="room-8"))
            await visitor.say(type="hello")
            await visitor.hang_up()

        for batch in range(0, 200, 20):
            await asyncio.gather(*(come_and_go(batch + number) for number in range(20)))
        async with await Visitor.knock(node, "lan", role=Role.HOST, room="room-7") as host:
            assert host.is_in
