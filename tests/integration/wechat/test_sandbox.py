"""The sandbox against the vendor's documentation: shapes, codes and limits, asked with a bare HTTP client."""

import asyncio
import sys
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import httpx
import pytest

from backend.kit.clock import SetClock
from backend.settings import WeChatSettings
from backend.wechat.sandbox import SandboxServer
from tests.integration.wechat.doors import Doors
from tests.servers.processes import answers, free_port
from tests.waiting import until

DATA = {"thing1": {"value": "一切都好"}}


class Platform:
    """WeChat's paths, asked as any client would."""

    def __init__(self, settings: WeChatSettings, http: httpx.AsyncClient) -> None:
        self.settings = settings
        self.http = http

    async def session(self, **query: str) -> httpx.Response:
        asked = {
            "appid": self.settings.appid,
            "secret": self.settings.secret,
            "js_code": "",
            "grant_type": "authorization_code",
        }
        return await self.http.get(f"{self.settings.base_url}/sns/jscode2session", params={**asked, **query})

    async def token(self, **body: object) -> dict[str, Any]:
        asked = {"grant_type": "client_credential", "appid": self.settings.appid, "secret": self.settings.secret}
        answer = await self.http.post(f"{self.settings.base_url}/cgi-bin/stable_token", json={**asked, **body})
        return dict(answer.json())

    async def call(self, path: str, body: Mapping[str, object], token: str | None = None) -> httpx.Response:
        token = (await self.token())["access_token"] if token is None else token
        return await self.http.post(f"{self.settings.base_url}{path}", params={"access_token": token}, json=body)

    async def errcode(self, path: str, body: Mapping[str, object]) -> int:
        answer = await self.call(path, body)
        assert answer.status_code == 200
        return int(answer.json()["errcode"])


@pytest.fixture
def platform(settings: WeChatSettings, http: httpx.AsyncClient) -> Platform:
    return Platform(settings, http)


class TestCode2Session:
    async def test_success_has_no_errcode(self, platform: Platform, doors: Doors) -> None:
        answer = await platform.session(js_code=await doors.login_code("o1", "u1"))

        assert set(answer.json()) == {"openid", "session_key", "unionid"}

    @pytest.mark.parametrize(
        ("query", "errcode"),
        [({"appid": "wx1"}, 40013), ({"secret": "x"}, 40125), ({"grant_type": "x"}, 40002), ({"js_code": "x"}, 40029)],
    )
    async def test_errors_come_with_http_200_and_a_rid(
        self, platform: Platform, query: dict[str, str], errcode: int
    ) -> None:
        answer = await platform.session(**query)

        assert answer.status_code == 200
        assert answer.json()["errcode"] == errcode
        assert " rid: " in answer.json()["errmsg"]


class TestStableToken:
    async def test_the_same_token_comes_with_the_seconds_it_has_left(self, platform: Platform, clock: SetClock) -> None:
        first = await platform.token()
        clock.advance(timedelta(seconds=7200 - 345))
        second = await platform.token()

        assert set(first) == {"access_token", "expires_in"}
        assert (first["expires_in"], second["expires_in"]) == (7200, 345)
        assert first["access_token"] == second["access_token"]
        assert len(first["access_token"]) <= 512

    async def test_it_renews_five_minutes_early_and_both_work_meanwhile(
        self, platform: Platform, clock: SetClock
    ) -> None:
        old = (await platform.token())["access_token"]
        clock.advance(timedelta(seconds=7200 - 299))
        new = await platform.token()

        assert (new["access_token"] == old, new["expires_in"]) == (False, 7200)
        assert (await self._link(platform, old)) == (await self._link(platform, new["access_token"])) == 0

        clock.advance(timedelta(seconds=299))
        assert await self._link(platform, old) == 42001

    async def test_force_ends_the_old_token_but_not_twice_in_thirty_seconds(
        self, platform: Platform, clock: SetClock
    ) -> None:
        old = (await platform.token())["access_token"]
        new = (await platform.token(force_refresh=True))["access_token"]

        assert await self._link(platform, old) == 40001
        assert (await platform.token(force_refresh=True))["access_token"] == new
        clock.advance(timedelta(seconds=30))
        assert (await platform.token(force_refresh=True))["access_token"] != new

    async def test_force_works_twenty_times_a_day(self, platform: Platform, clock: SetClock) -> None:
        for _ in range(20):
            assert "access_token" in await platform.token(force_refresh=True)
            clock.advance(timedelta(seconds=30))

        assert (await platform.token(force_refresh=True))["errcode"] == 45009
        assert "access_token" in await platform.token()

    @pytest.mark.parametrize(
        ("body", "errcode"), [({"appid": "wx1"}, 40013), ({"secret": "x"}, 40125), ({"grant_type": "x"}, 40002)]
    )
    async def test_its_errors(self, platform: Platform, body: dict[str, str], errcode: int) -> None:
        assert (await platform.token(**body))["errcode"] == errcode

    async def _link(self, platform: Platform, token: str) -> int:
        answer = await platform.call(
            "/wxa/generate_urllink", {"path": "p", "expire_type": 1, "expire_interval": 1}, token
        )
        return int(answer.json()["errcode"])


class TestTokenChecks:
    @pytest.mark.parametrize(
        "path",
        [
            "/wxa/business/getuserphonenumber",
            "/cgi-bin/message/subscribe/send",
            "/wxa/getwxacodeunlimit",
            "/wxa/generate_urllink",
        ],
    )
    async def test_each_call_checks_the_token_and_then_the_body(self, platform: Platform, path: str) -> None:
        assert (await platform.call(path, {}, "")).json()["errcode"] == 41001
        assert (await platform.call(path, {}, "made-up")).json()["errcode"] == 40001

        token = (await platform.token())["access_token"]
        for content in (b"", b"{", b"[]", b"\xff"):
            url = f"{platform.settings.base_url}{path}?access_token={token}"
            assert (await platform.http.post(url, content=content)).json()["errcode"] == 47001


class TestPhone:
    async def test_the_documented_shape(self, platform: Platform, doors: Doors, settings: WeChatSettings) -> None:
        code = await doors.phone_code("o1", "91234567", "852")
        answer = (await platform.call("/wxa/business/getuserphonenumber", {"code": code})).json()

        assert (answer["errcode"], answer["errmsg"]) == (0, "ok")
        watermark = answer["phone_info"].pop("watermark")
        assert watermark["appid"] == settings.appid
        assert isinstance(watermark["timestamp"], int)
        assert answer["phone_info"] == {
            "phoneNumber": "+85291234567",
            "purePhoneNumber": "91234567",
            "countryCode": "852",
        }


class TestSend:
    path = "/cgi-bin/message/subscribe/send"

    async def test_success_and_then_no_grant(self, platform: Platform, doors: Doors, template: str) -> None:
        await doors.answer("o1", template)
        message = {"touser": "o1", "template_id": template, "data": DATA}

        assert [await platform.errcode(self.path, message) for _ in range(2)] == [0, 43101]

    @pytest.mark.parametrize(
        ("change", "errcode"),
        [
            ({"touser": ""}, 40003),
            ({"template_id": "x"}, 40037),
            ({"data": {}}, 47003),
            ({"data": "x"}, 47003),
            ({"data": {"thing1": "x"}}, 47003),
            ({"data": {"thing1": {"value": ""}}}, 47003),
            ({"data": {"thing1": {"value": "字" * 21}}}, 47003),
            ({"data": {"thing1": {"value": "两\n行"}}}, 47003),
            ({"data": {"time1": {"value": "下午"}}}, 47003),
        ],
    )
    async def test_its_errors_spend_nothing(
        self, platform: Platform, doors: Doors, template: str, change: dict[str, object], errcode: int
    ) -> None:
        await doors.answer("o1", template)
        message = {"touser": "o1", "template_id": template, "data": DATA, **change}

        assert await platform.errcode(self.path, message) == errcode
        assert await doors.grants("o1") == {template: 1}

    async def test_the_message_of_a_field_error_names_the_field(
        self, platform: Platform, doors: Doors, template: str
    ) -> None:
        await doors.answer("o1", template)
        answer = await platform.call(
            self.path, {"touser": "o1", "template_id": template, "data": {"thing1": {"value": ""}}}
        )

        assert "data.thing1.value" in answer.json()["errmsg"]


class TestPictureAndLink:
    @pytest.mark.parametrize(
        ("body", "errcode"),
        [
            ({"scene": ""}, 40169),
            ({"scene": "x" * 33}, 40169),
            ({"scene": "村"}, 40169),
            ({"scene": "a", "page": "/p"}, 41030),
            ({"scene": "a", "page": "p?q=1"}, 41030),
            ({"scene": "a", "width": 279}, 40097),
            ({"scene": "a", "env_version": "beta"}, 40097),
        ],
    )
    async def test_a_picture_refused_is_json_with_http_200(
        self, platform: Platform, body: dict[str, object], errcode: int
    ) -> None:
        assert await platform.errcode("/wxa/getwxacodeunlimit", body) == errcode

    @pytest.mark.parametrize(
        ("body", "errcode"),
        [
            ({"path": "p?q=1"}, 40165),
            ({"query": "a" * 1025}, 40212),
            ({"expire_interval": 31}, 85401),
            ({"expire_type": 0}, 85401),
        ],
    )
    async def test_links_and_their_limits(self, platform: Platform, body: dict[str, object], errcode: int) -> None:
        good = {"path": "p", "query": "a=1", "expire_type": 1, "expire_interval": 30}

        assert (await platform.call("/wxa/generate_urllink", good)).json().keys() == {"errcode", "errmsg", "url_link"}
        assert await platform.errcode("/wxa/generate_urllink", {**good, **body}) == errcode


class TestDoors:
    @pytest.mark.parametrize("content", [b"", b"{}", b'{"openid": 7}', b"\xff"])
    async def test_a_door_says_what_it_misses(self, doors: Doors, content: bytes) -> None:
        answer = await doors.http.post(f"{doors.base_url}/sandbox/login-codes", content=content)

        assert answer.status_code == 400

    async def test_what_was_ordered_to_fail_fails_that_often(self, platform: Platform, doors: Doors) -> None:
        await doors.fail("/cgi-bin/stable_token", "errcode", times=2, errcode=-1)

        assert [(await platform.token()).get("errcode") for _ in range(3)] == [-1, -1, None]

    async def test_it_closes_while_a_call_hangs(self, settings: WeChatSettings, http: httpx.AsyncClient) -> None:
        async with SandboxServer(settings) as url:
            await Doors(url, http).fail("/sns/jscode2session", "timeout")
            async with httpx.AsyncClient(trust_env=False, timeout=0.2) as impatient:
                with pytest.raises(httpx.ReadTimeout):
                    await impatient.get(f"{url}/sns/jscode2session")

        with pytest.raises(httpx.ConnectError):
            await http.get(f"{url}/sandbox/calls")


async def test_it_runs_alone_until_it_is_told_to_stop(http: httpx.AsyncClient) -> None:
    port = free_port()
    command = [sys.executable, "-m", "backend.wechat.sandbox", "--port", str(port)]
    process = await asyncio.create_subprocess_exec(*command, env={})
    try:
        await until(lambda: answers(port))
        code = await Doors(f"http://127.0.0.1:{port}", http).login_code("o1")
        process.terminate()
        assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
    assert code
