"""The client's calls over real HTTP, on good days and bad ones."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from redis import asyncio as aioredis

from backend.kit.clock import SetClock
from backend.settings import WeChatSettings
from backend.wechat import LoginSession, WeChat
from backend.wechat.errors import (
    CodeNotAccepted,
    FieldNotAccepted,
    NoGrantLeft,
    OutcomeUnknown,
    PhoneNotMainland,
    TokenNotAccepted,
    WeChatBusy,
    WeChatDeclined,
    WeChatError,
    WeChatNeedsOperator,
    WeChatQuotaUsedUp,
    WeChatUnreachable,
)
from backend.wechat.sandbox import SandboxServer
from backend.wechat.token import Tokens
from tests.integration.wechat.doors import Doors
from tests.servers.processes import free_port
from tests.waiting import until

LOGIN = "/sns/jscode2session"
TOKEN = "/cgi-bin/stable_token"
PHONE = "/wxa/business/getuserphonenumber"
SEND = "/cgi-bin/message/subscribe/send"
QR = "/wxa/getwxacodeunlimit"
LINK = "/wxa/generate_urllink"
DATA = {"thing1": "王秀英今天一切都好", "time2": "2026年11月22日 20:00"}


class TestSignIn:
    async def test_a_code_becomes_a_session(self, wechat: WeChat, doors: Doors) -> None:
        session = await wechat.code_to_session(await doors.login_code("o1", unionid="u1"))

        assert (session.openid, session.unionid) == ("o1", "u1")
        assert session.session_key not in repr(session)

    async def test_without_a_platform_there_is_no_unionid(self, wechat: WeChat, doors: Doors) -> None:
        assert (await wechat.code_to_session(await doors.login_code("o1"))).unionid is None

    async def test_a_code_works_once_even_when_used_twice_at_once(self, wechat: WeChat, doors: Doors) -> None:
        code = await doors.login_code("o1")

        results = await asyncio.gather(*[wechat.code_to_session(code) for _ in range(5)], return_exceptions=True)

        assert sum(isinstance(result, LoginSession) for result in results) == 1
        assert sum(isinstance(result, CodeNotAccepted) for result in results) == 4

    async def test_a_code_dies_after_five_minutes(self, wechat: WeChat, doors: Doors, clock: SetClock) -> None:
        code = await doors.login_code("o1")
        clock.advance(timedelta(minutes=5))

        with pytest.raises(CodeNotAccepted):
            await wechat.code_to_session(code)

    @pytest.mark.parametrize("code", ["", "not-a-code", "签", "a&appid=wx1", "x" * 5000])
    async def test_a_made_up_code_is_refused(self, wechat: WeChat, code: str) -> None:
        with pytest.raises(CodeNotAccepted):
            await wechat.code_to_session(code)

    async def test_it_works_while_the_token_service_is_down(self, wechat: WeChat, doors: Doors) -> None:
        await doors.fail(TOKEN, "http", times=9)

        assert (await wechat.code_to_session(await doors.login_code("o1"))).openid == "o1"
        assert await doors.calls(TOKEN) == 0

    async def test_a_wrong_secret_is_for_the_operator(
        self, settings: WeChatSettings, http: httpx.AsyncClient, tokens: Tokens, doors: Doors
    ) -> None:
        stranger = WeChat(replace(settings, secret="wrong"), http, tokens)

        with pytest.raises(WeChatNeedsOperator):
            await stranger.code_to_session(await doors.login_code("o1"))


class TestPhone:
    async def test_a_phone_code_becomes_eleven_digits(self, wechat: WeChat, doors: Doors) -> None:
        assert await wechat.get_phone_number(await doors.phone_code("o1", "13800138000"), "o1") == "13800138000"

    async def test_a_login_code_is_not_a_phone_code(self, wechat: WeChat, doors: Doors) -> None:
        with pytest.raises(CodeNotAccepted):
            await wechat.get_phone_number(await doors.login_code("o1"), "o1")

    async def test_another_persons_code_is_refused_and_stays_good_for_its_owner(
        self, wechat: WeChat, doors: Doors
    ) -> None:
        code = await doors.phone_code("o1", "13800138000")

        with pytest.raises(CodeNotAccepted):
            await wechat.get_phone_number(code, "o2")
        assert await wechat.get_phone_number(code, "o1") == "13800138000"

    async def test_it_works_once_and_for_five_minutes(self, wechat: WeChat, doors: Doors, clock: SetClock) -> None:
        spent, old = await doors.phone_code("o1", "13800138000"), await doors.phone_code("o1", "13800138000")
        await wechat.get_phone_number(spent, "o1")
        clock.advance(timedelta(minutes=5))

        for code in (spent, old):
            with pytest.raises(CodeNotAccepted):
                await wechat.get_phone_number(code, "o1")

    @pytest.mark.parametrize(("phone", "country"), [("91234567", "852"), ("0571888888", "86"), ("", "86")])
    async def test_only_mainland_mobiles_are_taken(
        self, wechat: WeChat, doors: Doors, phone: str, country: str
    ) -> None:
        with pytest.raises(PhoneNotMainland):
            await wechat.get_phone_number(await doors.phone_code("o1", phone, country), "o1")


class TestSend:
    async def test_a_message_arrives_and_spends_the_grant(
        self, wechat: WeChat, doors: Doors, openid: str, template: str
    ) -> None:
        await doors.answer(openid, template)

        await wechat.send_subscription(openid, template, "pages/visit/read?id=7", DATA)

        [message] = await doors.messages(openid)
        assert (message["template_id"], message["page"], message["data"]) == (template, "pages/visit/read?id=7", DATA)
        assert await doors.grants(openid) == {template: 0}

    async def test_text_too_long_is_cut_before_it_is_sent(
        self, wechat: WeChat, doors: Doors, openid: str, template: str
    ) -> None:
        await doors.answer(openid, template)

        await wechat.send_subscription(openid, template, "", {"thing1": "长" * 50})

        assert [message["data"] for message in await doors.messages(openid)] == [{"thing1": "长" * 19 + "…"}]

    async def test_a_second_message_needs_a_second_grant(
        self, wechat: WeChat, doors: Doors, openid: str, template: str
    ) -> None:
        await doors.answer(openid, template)
        await wechat.send_subscription(openid, template, "", DATA)

        with pytest.raises(NoGrantLeft):
            await wechat.send_subscription(openid, template, "", DATA)

    async def test_a_rejection_in_the_settings_ends_all_grants(
        self, wechat: WeChat, doors: Doors, openid: str, template: str
    ) -> None:
        await doors.answer(openid, template)
        await doors.answer(openid, template)
        await doors.reject_in_settings(openid, template)

        with pytest.raises(NoGrantLeft):
            await wechat.send_subscription(openid, template, "", DATA)

    async def test_nobody_and_no_template_are_permanent(self, wechat: WeChat, doors: Doors, template: str) -> None:
        await doors.answer("o1", template)

        with pytest.raises(WeChatDeclined) as nobody:
            await wechat.send_subscription("o-nobody", template, "", DATA)
        with pytest.raises(WeChatDeclined) as nothing:
            await wechat.send_subscription("o1", "no-such-template", "", DATA)
        assert (nobody.value.errcode, nothing.value.errcode) == (40003, 40037)

    async def test_an_unfit_field_never_leaves_us(self, wechat: WeChat, doors: Doors, template: str) -> None:
        with pytest.raises(FieldNotAccepted):
            await wechat.send_subscription("o1", template, "", {"time1": "明天"})
        assert await doors.calls(SEND) == 0

    async def test_one_process_sends_to_a_person_one_at_a_time(
        self, wechat: WeChat, doors: Doors, openid: str, template: str
    ) -> None:
        for _ in range(5):
            await doors.answer(openid, template)
        await doors.fail(SEND, "hold")
        sends = [asyncio.create_task(wechat.send_subscription(openid, template, "", DATA)) for _ in range(5)]
        await until(lambda: _called(doors, SEND))
        # Others are served meanwhile; only this person's turn is awaited.
        for other in ("o1", "o2", "o3"):
            await doors.answer(other, template)
            await wechat.send_subscription(other, template, "", DATA)
        await doors.release()

        await asyncio.gather(*sends)

        assert len(await doors.messages(openid)) == 5

    async def test_two_processes_at_once_are_told_to_come_back(
        self,
        settings: WeChatSettings,
        http: httpx.AsyncClient,
        tokens: Tokens,
        doors: Doors,
        openid: str,
        template: str,
    ) -> None:
        await doors.answer(openid, template)
        await doors.answer(openid, template)
        await doors.fail(SEND, "hold")
        one, two = WeChat(settings, http, tokens), WeChat(settings, http, tokens)
        first = asyncio.create_task(one.send_subscription(openid, template, "", DATA))
        await until(lambda: _called(doors, SEND))

        with pytest.raises(WeChatBusy) as busy:
            await two.send_subscription(openid, template, "", DATA)

        await doors.release()
        await first
        assert busy.value.errcode == 43108
        assert len(await doors.messages(openid)) == 1


async def _called(doors: Doors, path: str) -> bool:
    return await doors.calls(path) > 0


class TestUnknownOutcome:
    async def test_success_with_the_answer_lost_is_unknown_and_not_repeated(
        self, wechat: WeChat, doors: Doors, openid: str, template: str
    ) -> None:
        await doors.answer(openid, template)
        await doors.fail(SEND, "drop_after")

        with pytest.raises(OutcomeUnknown):
            await wechat.send_subscription(openid, template, "", DATA)

        assert len(await doors.messages(openid)) == 1
        assert await doors.calls(SEND) == 1

    @pytest.mark.parametrize("way", ["drop_before", "http", "garbage"])
    async def test_what_cannot_be_told_apart_from_it_is_unknown_too(
        self, wechat: WeChat, doors: Doors, openid: str, template: str, way: str
    ) -> None:
        await doors.answer(openid, template)
        await doors.fail(SEND, way)

        with pytest.raises(OutcomeUnknown):
            await wechat.send_subscription(openid, template, "", DATA)
        assert await doors.calls(SEND) == 1

    async def test_silence_is_unknown(
        self, settings: WeChatSettings, tokens: Tokens, doors: Doors, openid: str, template: str
    ) -> None:
        await doors.answer(openid, template)
        await doors.fail(SEND, "timeout")

        async with httpx.AsyncClient(trust_env=False, timeout=0.2) as impatient:
            with pytest.raises(OutcomeUnknown):
                await WeChat(settings, impatient, tokens).send_subscription(openid, template, "", DATA)

    async def test_no_connection_is_certainly_not_sent(
        self, settings: WeChatSettings, http: httpx.AsyncClient, tokens: Tokens
    ) -> None:
        nowhere = WeChat(replace(settings, base_url=f"http://127.0.0.1:{free_port()}"), http, tokens)

        with pytest.raises(WeChatUnreachable) as refused:
            await nowhere.send_subscription("o1", settings.templates["visit"], "", DATA)
        assert refused.value.certainly_not_done

    @pytest.mark.parametrize("way", ["drop_before", "drop_after", "http", "garbage"])
    async def test_a_token_that_cannot_be_had_means_certainly_not_sent(
        self, wechat: WeChat, doors: Doors, openid: str, template: str, way: str
    ) -> None:
        await doors.answer(openid, template)
        await doors.fail(TOKEN, way)

        with pytest.raises(WeChatBusy) as busy:
            await wechat.send_subscription(openid, template, "", DATA)
        assert busy.value.certainly_not_done
        assert await doors.calls(SEND) == 0


class TestErrcodes:
    @pytest.mark.parametrize(
        ("errcode", "kind"),
        [
            (-1, WeChatBusy),
            (45011, WeChatBusy),
            (45009, WeChatQuotaUsedUp),
            (43107, WeChatDeclined),
            (48001, WeChatNeedsOperator),
        ],
    )
    async def test_an_errcode_is_raised_as_its_class_with_the_rid(
        self, wechat: WeChat, doors: Doors, errcode: int, kind: type[WeChatError]
    ) -> None:
        await doors.fail(LINK, "errcode", errcode=errcode)

        with pytest.raises(kind) as refused:
            await wechat.url_link("pages/home/home", "")
        assert refused.value.errcode == errcode
        assert refused.value.rid
        assert await doors.calls(LINK) == 1


class TestStaleToken:
    async def test_a_refused_token_is_replaced_and_the_call_made_once_more(
        self, wechat: WeChat, doors: Doors, openid: str, template: str
    ) -> None:
        await doors.answer(openid, template)
        await wechat.url_link("pages/home/home", "")
        await doors.spoil_token()

        await wechat.send_subscription(openid, template, "", DATA)

        assert len(await doors.messages(openid)) == 1
        assert await doors.calls(SEND) == 2

    @pytest.mark.parametrize("errcode", [40001, 40014, 42001])
    async def test_a_token_refused_for_ever_costs_two_calls_and_gives_one_clear_error(
        self, wechat: WeChat, doors: Doors, errcode: int
    ) -> None:
        await doors.fail(LINK, "errcode", times=99, errcode=errcode)

        with pytest.raises(TokenNotAccepted):
            await wechat.url_link("pages/home/home", "")
        assert await doors.calls(LINK) == 2


class TestPictureAndLink:
    async def test_a_code_is_an_image(self, wechat: WeChat) -> None:
        assert (await wechat.unlimited_qr_code("a=7", "pages/check/check")).startswith(b"\x89PNG")

    async def test_an_error_with_http_200_is_not_a_picture(self, wechat: WeChat) -> None:
        with pytest.raises(WeChatDeclined) as refused:
            await wechat.unlimited_qr_code("a=7", "/pages/check/check")
        assert refused.value.errcode == 41030

    async def test_a_page_of_a_gateway_is_not_a_picture(self, wechat: WeChat, doors: Doors) -> None:
        await doors.fail(QR, "garbage")

        with pytest.raises(OutcomeUnknown):
            await wechat.unlimited_qr_code("a=7", "pages/check/check")

    @pytest.mark.parametrize("scene", ["", "x" * 33, "老人", "a%20b"])
    async def test_a_scene_wechat_cannot_carry_is_a_mistake_of_ours(self, wechat: WeChat, scene: str) -> None:
        with pytest.raises(ValueError, match="scene"):
            await wechat.unlimited_qr_code(scene, "pages/check/check")

    async def test_a_link_opens_a_page_with_its_query(self, wechat: WeChat) -> None:
        assert (await wechat.url_link("pages/call/call", "call=7")).startswith("https://wxaurl.cn/")

    async def test_a_query_too_long_is_declined(self, wechat: WeChat) -> None:
        with pytest.raises(WeChatDeclined):
            await wechat.url_link("pages/call/call", "a" * 1025)


Call = Callable[[WeChat], Coroutine[Any, Any, object]]


@pytest.mark.parametrize(
    "call",
    [
        lambda wechat: wechat.get_phone_number("c", "o1"),
        lambda wechat: wechat.unlimited_qr_code("a", "p"),
        lambda wechat: wechat.url_link("p", ""),
    ],
)
async def test_with_a_wrong_secret_every_call_is_for_the_operator(
    settings: WeChatSettings, http: httpx.AsyncClient, redis: aioredis.Redis, call: Call
) -> None:
    wrong = replace(settings, secret="wrong")

    with pytest.raises(WeChatNeedsOperator):
        await call(WeChat(wrong, http, Tokens(wrong, http, redis)))


async def test_two_sandboxes_and_the_client_share_one_event_loop(settings: WeChatSettings, doors: Doors) -> None:
    async with SandboxServer(settings) as other:
        elsewhere = Doors(other, doors.http)
        await doors.login_code("o1")

        assert (await doors.calls("/sandbox/login-codes"), await elsewhere.calls("/sandbox/login-codes")) == (1, 0)
