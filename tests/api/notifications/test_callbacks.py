"""WeChat's pushes over HTTP, signed and encrypted as WeChat does it."""

import asyncio
from uuid import uuid4

import httpx
import pytest

from backend.notifications import grants
from backend.notifications.models import ReceivedPush
from backend.notifications.rules import Template
from backend.settings import Settings
from backend.wechat.crypto import sign
from backend.wechat.sandbox.pushes import Pusher, Receipt, answered
from tests.factories.calls import Family, build_family, give_openid
from tests.factories.village import World

PATH = "/api/callbacks/wechat"
WECHAT = Settings.read({}).wechat


@pytest.fixture
async def family(world: World) -> Family:
    """A family of this test alone."""
    return await build_family(world)


def pusher(http: httpx.AsyncClient, world: World) -> Pusher:
    """WeChat's pushing side, by the clock of the world."""
    return Pusher(WECHAT, world.clock, f"{http.base_url}{PATH}")


def signed(world: World) -> dict[str, str]:
    """A query that WeChat's token signs; anybody who saw one can send it again."""
    timestamp, nonce = str(int(world.clock.now().timestamp())), uuid4().hex
    return {"signature": sign(WECHAT.push_token, timestamp, nonce), "timestamp": timestamp, "nonce": nonce}


async def popup(http: httpx.AsyncClient, world: World, openid: str, form: str = "json") -> Receipt:
    event = answered(openid, "subscribe_msg_popup_event", {WECHAT.templates["call"]: "accept"})
    return await pusher(http, world).push(http, event, "xml" if form == "xml" else "json")


async def left(family: Family) -> int:
    return (await grants.left(family.son.viewer.account_id))[Template.CALL]


class TestEcho:
    async def test_the_console_takes_our_address(self, http: httpx.AsyncClient, world: World) -> None:
        assert await pusher(http, world).configure(http, f"{http.base_url}{PATH}")

    async def test_only_echoes_what_wechat_signed(self, http: httpx.AsyncClient, world: World) -> None:
        now = int(world.clock.now().timestamp())
        for query in ({}, {"signature": "0" * 40, "timestamp": str(now), "nonce": "1", "echostr": "<script>"}):
            answer = await http.get(PATH, params=query)
            assert (answer.status_code, answer.json()["code"]) == (403, "not_from_wechat")
            assert "script" not in answer.text


class TestPush:
    @pytest.mark.parametrize("form", ["json", "xml"])
    async def test_an_accept_becomes_a_grant(
        self, http: httpx.AsyncClient, world: World, family: Family, form: str
    ) -> None:
        openid = await give_openid(world, family.son)
        receipt = await popup(http, world, openid, form)
        assert (receipt.status, receipt.body, receipt.attempts) == (200, "success", 1)
        assert await left(family) == 1

    async def test_three_times_the_same_at_once_and_later_is_one(
        self, http: httpx.AsyncClient, world: World, family: Family
    ) -> None:
        openid = await give_openid(world, family.son)
        receipts = await asyncio.gather(*[popup(http, world, openid) for _ in range(3)])
        receipts.append(await popup(http, world, openid))
        assert {(receipt.status, receipt.body) for receipt in receipts} == {(200, "success")}
        assert await left(family) == 1

    async def test_a_clear_body_is_refused_however_well_its_query_is_signed(
        self, http: httpx.AsyncClient, world: World, family: Family
    ) -> None:
        openid, before = await give_openid(world, family.son), await ReceivedPush.all().count()
        query = signed(world)
        event = {"MsgType": "event", "CreateTime": 1, **answered(openid, "subscribe_msg_popup_event", {"t": "accept"})}
        answer = await http.post(PATH, params=query, json=event)
        assert (answer.status_code, await left(family)) == (403, 0)
        assert await ReceivedPush.all().count() == before

    @pytest.mark.parametrize(
        "body", [b"", b"{", b"<xml>", b"\xff\xfe", b'{"Encrypt": 1}', b'{"Encrypt": "' + b"A" * 64 + b'"}']
    )
    async def test_anything_else_is_refused_as_one(self, http: httpx.AsyncClient, world: World, body: bytes) -> None:
        answer = await http.post(PATH, params=signed(world), content=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_from_wechat")

    async def test_a_body_too_large_is_refused(self, http: httpx.AsyncClient, world: World) -> None:
        answer = await http.post(PATH, params=signed(world), content=b"x" * 70_000)
        assert answer.status_code == 413
