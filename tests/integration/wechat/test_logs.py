"""No secret and no personal value in any log line at any level, whatever goes wrong."""

import logging
from dataclasses import replace
from typing import Any

import httpx
import pytest
from redis import asyncio as aioredis
from structlog.testing import capture_logs

from backend.kit.clock import SetClock
from backend.settings import WeChatSettings
from backend.wechat import WeChat
from backend.wechat.errors import WeChatError
from backend.wechat.token import Tokens
from tests.integration.wechat.doors import Doors
from tests.integration.wechat.receiver import Receiver

SEND = "/cgi-bin/message/subscribe/send"
LINK = "/wxa/generate_urllink"


async def test_secrets_stay_out_of_the_logs(
    settings: WeChatSettings,
    tokens: Tokens,
    wechat: WeChat,
    doors: Doors,
    receiver: Receiver,
    redis: aioredis.Redis,
    template: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    code = await doors.login_code("o1")
    phone_code = await doors.phone_code("o1", "13800138000")
    caplog.clear()

    with capture_logs() as events:
        session = await wechat.code_to_session(code)
        await wechat.get_phone_number(phone_code, "o1")
        token = await tokens.current()
        for way in ("drop_after", "http", "garbage", "errcode"):
            await doors.fail(LINK, way)
            with pytest.raises(WeChatError) as failed:
                await wechat.url_link("pages/call/call", "call=7")
            logging.getLogger("anybody").exception("failed", exc_info=failed.value)
        await doors.answer("o1", template, push=True)
        await doors.push(FromUserName="o1", Event="user_authorization_revoke", OpenID="o1")
        await wechat.send_subscription("o1", template, "", {"thing1": "王秀英一切都好"})

    lines = caplog.text + _text(events)
    secrets = [
        settings.secret,
        settings.push_token,
        settings.push_aes_key,
        session.session_key,
        token,
        code,
        phone_code,
        "13800138000",
        "王秀英",
    ]
    assert "HTTP Request" in lines
    assert [secret for secret in secrets if secret in lines] == []


async def test_errors_and_settings_show_no_secret_when_printed(
    settings: WeChatSettings, http: httpx.AsyncClient, redis: aioredis.Redis, clock: SetClock
) -> None:
    wrong = replace(settings, secret="wrong-secret")

    with pytest.raises(WeChatError) as failed:
        await WeChat(wrong, http, Tokens(wrong, http, redis, clock)).url_link("p", "")

    shown = f"{failed.value!r} {failed.value} {wrong!r}"
    assert [word for word in ("wrong-secret", wrong.push_token, wrong.push_aes_key) if word in shown] == []


def _text(events: list[Any]) -> str:
    return "\n".join(repr(event) for event in events)
