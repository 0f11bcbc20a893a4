"""kill -9 while people are told: nobody is told twice, and what lies in the inbox is never lost."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from tests import loopback
from tests.crash.home import Home, count, settled
from tests.crash.wholeness import assert_nothing_lost_or_doubled
from tests.family import report_body
from tests.waiting import until

REPORTED = "探访"


async def report(home: Home) -> None:
    """A visit is reported; the worker may die of it before the answer is out."""
    with suppress(httpx.TransportError):
        await home.family.volunteer.post("/api/visits/reports", report_body(home.family.elder_id))


class TestSending:
    """The son accepts WeChat's messages; a visit is reported; the worker dies over telling him."""

    async def test_killed_after_wechat_took_the_message_it_is_in_doubt_and_not_sent_again(self, home: Home) -> None:
        await home.start("after backend.wechat.client.WeChat.send_subscription")
        await home.accepts(home.family.son, "visit")
        await report(home)
        await home.comes_back()
        await assert_nothing_lost_or_doubled(home.product)
        assert len(await home.received(home.family.son)) == 1
        assert await home.inbox(home.family.son, REPORTED) == 1
        assert await count(home.product, "deliveries WHERE state = 'unknown'") == 1
        assert await count(home.product, "deliveries") == 1

    async def test_killed_before_wechat_was_called_it_is_in_doubt_and_lies_in_the_inbox(self, home: Home) -> None:
        await home.start("before backend.wechat.client.WeChat.send_subscription")
        await home.accepts(home.family.son, "visit")
        await report(home)
        await home.comes_back()
        await assert_nothing_lost_or_doubled(home.product)
        assert await home.received(home.family.son) == []
        assert await home.inbox(home.family.son, REPORTED) == 1
        assert await count(home.product, "deliveries WHERE state = 'unknown'") == 1

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("before backend.notifications.telling.deliver", id="claimed and not begun"),
            pytest.param("after backend.notifications.telling._inbox", id="before the inbox is committed"),
            pytest.param("after backend.notifications.telling._mark", id="after the first is marked sent"),
            pytest.param("after backend.notifications.telling._try", id="between the first person and the second"),
            pytest.param("before backend.outbox.box.settle", id="before the fact is settled"),
        ],
    )
    async def test_killed_there_both_children_are_told_once(self, home: Home, moment: str) -> None:
        await home.start(moment)
        for child in (home.family.son, home.family.daughter):
            await home.accepts(child, "visit")
        await report(home)
        await home.comes_back()
        await assert_nothing_lost_or_doubled(home.product)
        for child in (home.family.son, home.family.daughter):
            assert len(await home.received(child)) == 1
            assert await home.inbox(child, REPORTED) == 1
        assert await count(home.product, "deliveries WHERE state = 'sent'") == 2


class TestGrants:
    """WeChat pushes that the son accepted a message."""

    async def test_killed_between_effect_and_answer_the_repeated_push_counts_once(self, home: Home) -> None:
        await home.start("after miniprogram_api.callbacks.endpoints.take_push")
        son = home.family.son
        template = (await son.get("/api/subscriptions"))["items"][0]
        async with loopback.client(home.product.wechat_url, timeout=60) as wechat:
            address = {"url": f"{home.product.base_url}/api/callbacks/wechat"}
            assert (await wechat.put("/sandbox/callback", json=address)).json()["accepted"]
            event = {
                "FromUserName": son.openid,
                "Event": "subscribe_msg_popup_event",
                "List": {"TemplateId": template["template_id"], "SubscribeStatusString": "accept", "PopupScene": "0"},
                "CreateTime": int(datetime.now(UTC).timestamp()),
            }
            assert (await wechat.post("/sandbox/pushes", json={"event": event})).json()["status"] == 0
            await home.comes_back()
            assert (await wechat.post("/sandbox/pushes", json={"event": event})).json()["body"] == "success"
        assert (await son.get("/api/subscriptions"))["items"][0] == {**template, "left": 1}


class TestBetweenRequests:
    """Nobody is being served when it is killed."""

    async def test_idle_everything_is_as_it_was(self, home: Home) -> None:
        await home.start()
        await home.family.volunteer.post("/api/visits/reports", report_body(home.family.elder_id))
        await settled(home.product)
        before = await count(home.product, "audit_events"), await count(home.product, "notifications")
        home.product.kill()
        await home.comes_back()
        await assert_nothing_lost_or_doubled(home.product)
        assert before == (await count(home.product, "audit_events"), await count(home.product, "notifications"))
        assert len((await home.family.son.get("/api/visits/reports", elder_id=home.family.elder_id))["items"]) == 1

    async def test_what_waited_for_wechat_is_sent_after_the_restart(self, home: Home) -> None:
        await home.start()
        son = home.family.son
        now = datetime.now(UTC)
        for _ in range(3):
            await home.accepts(son, "visit")
        busy = {"path": "/cgi-bin/message/subscribe/send", "way": "errcode", "errcode": -1, "times": 100}
        failures = f"{home.product.wechat_url}/sandbox/failures"
        (await son.http.post(failures, json=busy)).raise_for_status()
        for minutes in range(3):
            visited = (now - timedelta(minutes=minutes)).isoformat()
            body = report_body(home.family.elder_id, visited_at=visited)
            await home.family.volunteer.post("/api/visits/reports", body)
        await until(lambda: _all_wait(home, 3), timeout=20)
        home.product.kill()
        (await son.http.delete(failures)).raise_for_status()
        await home.comes_back()
        await assert_nothing_lost_or_doubled(home.product)
        assert len(await home.received(son)) == 3
        assert await home.inbox(son, REPORTED) == 3


async def _all_wait(home: Home, letters: int) -> bool:
    # One just being sent would rightly become "unknown": whether WeChat had it, nobody could say.
    return await count(home.product, "deliveries WHERE state = 'waiting'") == letters
