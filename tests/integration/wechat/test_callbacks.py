"""Pushes over real HTTP: WeChat's own get through once, everybody else's not at all."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from redis import asyncio as aioredis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from backend.kit.clock import SetClock
from backend.settings import SettingMissing, Settings, WeChatSettings
from backend.wechat import WeChat
from backend.wechat.callbacks import MAX_AGE, MAX_BODY, Callbacks
from backend.wechat.crypto import PushCrypto, sign
from backend.wechat.events import AuthorizationRevoked, SubscriptionsAnswered, SubscriptionsSent, TemplateAnswer
from tests.integration.wechat.doors import Doors
from tests.integration.wechat.receiver import Receiver, receiving
from tests.servers.processes import free_port
from tests.waiting import until

REVOKED = {
    "ToUserName": "gh_1",
    "FromUserName": "platform",
    "MsgType": "event",
    "Event": "user_authorization_revoke",
    "OpenID": "o1",
    "RevokeInfo": "8",
}


class Sender:
    """Whoever writes to our push address; `settings` are the secrets they know."""

    def __init__(self, settings: WeChatSettings, clock: SetClock, http: httpx.AsyncClient, url: str) -> None:
        self.settings, self.clock, self.http, self.url = settings, clock, http, url

    def clear(self, **fields: object) -> bytes:
        at = int(self.clock.now().timestamp())
        return json.dumps({"CreateTime": at, **REVOKED, **fields}).encode()

    def signed(self, nonce: str = "n1", age: timedelta = timedelta()) -> dict[str, str]:
        timestamp = str(int((self.clock.now() - age).timestamp()))
        return {
            "signature": sign(self.settings.push_token, timestamp, nonce),
            "timestamp": timestamp,
            "nonce": nonce,
            "openid": "o1",
        }

    def sealed(self, clear: bytes, query: dict[str, str]) -> tuple[dict[str, str], bytes]:
        envelope = PushCrypto(self.settings).encrypt(clear.decode(), query["timestamp"], query["nonce"])
        body = json.dumps({"ToUserName": "gh_1", "Encrypt": envelope.encrypt}).encode()
        return {**query, "encrypt_type": "aes", "msg_signature": envelope.msg_signature}, body

    async def post(self, query: dict[str, str], body: bytes) -> int:
        return (await self.http.post(self.url, params=query, content=body)).status_code


@pytest.fixture
def sender(settings: WeChatSettings, clock: SetClock, http: httpx.AsyncClient, receiver: Receiver) -> Sender:
    return Sender(settings, clock, http, receiver.url)


class TestFromTheSandbox:
    @pytest.mark.parametrize("form", ["json", "xml"])
    async def test_a_push_arrives_encrypted_in_either_format(self, doors: Doors, receiver: Receiver, form: str) -> None:
        receipt = await doors.push(
            form, FromUserName="platform", Event="user_authorization_revoke", OpenID="o1", RevokeInfo="8"
        )

        assert receipt == {"status": 200, "body": "success", "attempts": 1}
        assert [push.event for push in receiver.effects.values()] == [AuthorizationRevoked("o1", frozenset({"8"}))]

    async def test_accepting_a_template_is_pushed(self, doors: Doors, receiver: Receiver, template: str) -> None:
        await doors.answer("o1", template, push=True)

        [push] = receiver.effects.values()
        assert push.event == SubscriptionsAnswered("o1", (TemplateAnswer(template, True),))

    async def test_a_sent_message_is_reported(
        self, doors: Doors, receiver: Receiver, wechat: WeChat, template: str
    ) -> None:
        await doors.answer("o1", template)
        await wechat.send_subscription("o1", template, "", {"thing1": "一切都好"})
        await until(lambda: receiver.effects)

        [push] = receiver.effects.values()
        [message] = await doors.messages("o1")
        assert isinstance(push.event, SubscriptionsSent)
        assert push.event.deliveries[0].message_id == message["message_id"]

    async def test_a_push_that_died_before_it_was_stored_is_repeated_and_takes_effect_once(
        self, doors: Doors, receiver: Receiver, template: str
    ) -> None:
        receiver.stumbles = 2

        answer = await doors.answer("o1", template, push=True)

        assert answer["receipt"]["attempts"] == 3
        assert len(receiver.effects) == 1

    async def test_it_gives_up_after_three_attempts(self, doors: Doors, receiver: Receiver, template: str) -> None:
        receiver.stumbles = 9

        answer = await doors.answer("o1", template, push=True)

        assert answer["receipt"]["attempts"] == 3
        assert not receiver.effects

    async def test_an_address_that_does_not_echo_is_not_saved(self, doors: Doors) -> None:
        assert not await doors.save_callback(f"{doors.base_url}/sandbox/calls")


class TestRepeats:
    async def test_the_same_push_three_times_at_once_takes_effect_once(
        self, sender: Sender, receiver: Receiver
    ) -> None:
        query, body = sender.sealed(sender.clear(), sender.signed())

        assert await asyncio.gather(*[sender.post(query, body) for _ in range(3)]) == [200, 200, 200]
        assert len(receiver.effects) == 1

    async def test_later_repeats_are_answered_without_work(
        self, sender: Sender, receiver: Receiver, settings: WeChatSettings, redis: aioredis.Redis, clock: SetClock
    ) -> None:
        clear = sender.clear()
        await sender.post(*sender.sealed(clear, sender.signed("n1")))
        again = sender.sealed(clear, sender.signed("n2"))

        assert await Callbacks(settings, redis, clock).receive(*again) is None

    async def test_before_it_is_done_a_repeat_is_handed_out_again(
        self, sender: Sender, settings: WeChatSettings, redis: aioredis.Redis, clock: SetClock
    ) -> None:
        callbacks, sealed = Callbacks(settings, redis, clock), sender.sealed(sender.clear(), sender.signed())

        first, second = await callbacks.receive(*sealed), await callbacks.receive(*sealed)

        assert first is not None
        assert first == second

    async def test_without_redis_pushes_still_get_through(
        self, sender: Sender, settings: WeChatSettings, clock: SetClock
    ) -> None:
        away = aioredis.Redis(host="127.0.0.1", port=free_port(), retry=Retry(NoBackoff(), 0))
        callbacks = Callbacks(settings, away, clock)

        push = await callbacks.receive(*sender.sealed(sender.clear(), sender.signed()))

        assert push is not None
        await callbacks.done(push)


class TestHostile:
    """Safe mode. Each is answered 403 and has no effect."""

    async def refused(self, sender: Sender, receiver: Receiver, query: dict[str, str], body: bytes) -> str:
        assert await sender.post(query, body) == 403
        assert not receiver.effects
        return receiver.refused[-1]

    async def test_a_clear_body_with_a_valid_signature(self, sender: Sender, receiver: Receiver) -> None:
        assert await self.refused(sender, receiver, sender.signed(), sender.clear()) == "mode"

    async def test_a_clear_body_that_says_it_is_encrypted(self, sender: Sender, receiver: Receiver) -> None:
        query = {**sender.signed(), "encrypt_type": "aes", "msg_signature": sender.signed()["signature"]}

        assert await self.refused(sender, receiver, query, sender.clear()) == "mode"

    async def test_a_valid_signature_with_a_forged_msg_signature(self, sender: Sender, receiver: Receiver) -> None:
        query, body = sender.sealed(sender.clear(), sender.signed())

        for forged in ("0" * 40, "", "签", query["signature"]):
            query["msg_signature"] = forged
            assert await self.refused(sender, receiver, query, body) == "msg_signature"

    async def test_another_ciphertext_under_a_captured_signature(self, sender: Sender, receiver: Receiver) -> None:
        query, _ = sender.sealed(sender.clear(), sender.signed())
        _, body = sender.sealed(sender.clear(OpenID="victim"), sender.signed())

        assert await self.refused(sender, receiver, query, body) == "msg_signature"

    async def test_clear_fields_beside_the_ciphertext_do_not_count(self, sender: Sender, receiver: Receiver) -> None:
        query, body = sender.sealed(sender.clear(), sender.signed())
        mixed = {**json.loads(body), "OpenID": "victim", "Event": "user_authorization_cancellation", "MsgType": "event"}

        assert await sender.post(query, json.dumps(mixed).encode()) == 200
        [push] = receiver.effects.values()
        assert push.event == AuthorizationRevoked("o1", frozenset({"8"}))

    @pytest.mark.parametrize("age", [MAX_AGE + timedelta(seconds=1), -MAX_AGE - timedelta(seconds=1)])
    async def test_a_push_from_another_hour(self, sender: Sender, receiver: Receiver, age: timedelta) -> None:
        query, body = sender.sealed(sender.clear(), sender.signed(age=age))

        assert await self.refused(sender, receiver, query, body) == "timestamp"

    @pytest.mark.parametrize("timestamp", ["", "soon", "-1", "１７", "1" * 400, "1e9"])
    async def test_a_timestamp_that_is_none(self, sender: Sender, receiver: Receiver, timestamp: str) -> None:
        query, body = sender.sealed(sender.clear(), sender.signed())

        assert await self.refused(sender, receiver, {**query, "timestamp": timestamp}, body) == "timestamp"

    async def test_a_seen_nonce_with_other_content(self, sender: Sender, receiver: Receiver) -> None:
        await sender.post(*sender.sealed(sender.clear(), sender.signed()))

        assert await sender.post(*sender.sealed(sender.clear(OpenID="victim"), sender.signed())) == 403
        assert receiver.refused == ["nonce"]
        assert len(receiver.effects) == 1

    async def test_a_push_for_another_mini_program(self, sender: Sender, receiver: Receiver) -> None:
        stranger = Sender(replace(sender.settings, appid="wx-other"), sender.clock, sender.http, sender.url)
        query, body = stranger.sealed(stranger.clear(), stranger.signed())

        assert await self.refused(sender, receiver, query, body) == "appid"

    async def test_a_body_too_large(self, sender: Sender, receiver: Receiver) -> None:
        assert await self.refused(sender, receiver, sender.signed(), b" " * (MAX_BODY + 1)) == "size"

    @pytest.mark.parametrize("body", [b"", b"{", b"<xml>", b"\xff", b"[]", b'{"Encrypt": 7}', b'{"Encrypt": null}'])
    async def test_a_malformed_body(self, sender: Sender, receiver: Receiver, body: bytes) -> None:
        assert await self.refused(sender, receiver, sender.signed(), body) in ("body", "mode")

    @pytest.mark.parametrize("clear", [b"{", b"<xml>", b"{}", b'{"MsgType": "event"}'])
    async def test_a_malformed_body_inside_a_good_envelope(
        self, sender: Sender, receiver: Receiver, clear: bytes
    ) -> None:
        assert await self.refused(sender, receiver, *sender.sealed(clear, sender.signed())) == "body"

    async def test_nothing_at_all(self, sender: Sender, receiver: Receiver) -> None:
        assert await self.refused(sender, receiver, {}, b"") == "timestamp"

    async def test_an_echo_with_a_forged_signature(self, sender: Sender, receiver: Receiver) -> None:
        query = {**sender.signed(), "signature": "0" * 40, "echostr": "<script>"}

        assert (await sender.http.get(sender.url, params=query)).status_code == 403
        assert receiver.refused == ["signature"]


class TestPlainMode:
    @pytest.fixture
    def miniprogram(self) -> WeChatSettings:
        return replace(Settings.read({}).wechat, push_mode="plain", push_aes_key="")

    async def test_a_clear_push_arrives(self, doors: Doors, receiver: Receiver, template: str) -> None:
        await doors.answer("o1", template, push=True)

        assert len(receiver.effects) == 1

    async def test_a_forged_signature_is_refused(self, sender: Sender, receiver: Receiver) -> None:
        query = {**sender.signed(), "signature": "0" * 40}

        assert await sender.post(query, sender.clear()) == 403
        assert receiver.refused == ["signature"]

    async def test_an_encrypted_push_is_of_the_other_mode(self, sender: Sender, receiver: Receiver) -> None:
        assert await sender.post(sender.signed(), b'{"Encrypt": "abc"}') == 403
        assert receiver.refused == ["mode"]

    async def test_a_replayed_signature_cannot_carry_another_body(self, sender: Sender, receiver: Receiver) -> None:
        assert await sender.post(sender.signed(), sender.clear()) == 200
        assert await sender.post(sender.signed(), sender.clear(OpenID="victim")) == 403
        assert receiver.refused == ["nonce"]


async def test_it_does_not_start_without_a_push_token(
    settings: WeChatSettings, redis: aioredis.Redis, clock: SetClock
) -> None:
    with pytest.raises(SettingMissing):
        Callbacks(replace(settings, push_token=""), redis, clock)


async def test_the_receiver_runs_beside_other_sanic_apps(
    settings: WeChatSettings, redis: aioredis.Redis, clock: SetClock, doors: Doors
) -> None:
    callbacks = Callbacks(settings, redis, clock)

    async with receiving(callbacks) as one, receiving(callbacks) as two:
        assert await doors.save_callback(one.url)
        assert await doors.save_callback(two.url)
