"""WeChat's server API, the calls this product makes. One exchange per call, one repeat when the token was stale."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from weakref import WeakValueDictionary

import httpx
import msgspec

from backend.settings import WeChatSettings
from backend.wechat import fields
from backend.wechat.errors import TOKEN_REFUSED, OutcomeUnknown, PhoneNotMainland, WeChatError
from backend.wechat.token import Tokens
from backend.wechat.transport import Request, decode, exchange, hide_queries

LINK_DAYS = 30
SCENE = re.compile(r"[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}")
_MOBILE = re.compile(r"1\d{10}")
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG")
_VERSIONS = {"formal": "release", "trial": "trial", "developer": "develop"}


@dataclass(frozen=True)
class LoginSession:
    """Who tapped. `session_key` never leaves the server; `unionid` only where the account is bound to a platform."""

    openid: str
    session_key: str = field(repr=False)
    unionid: str | None = None


class _PhoneInfo(msgspec.Struct, rename="camel"):
    pure_phone_number: str
    country_code: str | int


class _PhoneAnswer(msgspec.Struct):
    phone_info: _PhoneInfo


class _SendAnswer(msgspec.Struct):
    errcode: int


class _LinkAnswer(msgspec.Struct):
    url_link: str


class WeChat:
    """The calls. Each raises a WeChatError; only OutcomeUnknown leaves open whether WeChat did the thing."""

    def __init__(self, settings: WeChatSettings, http: httpx.AsyncClient, tokens: Tokens) -> None:
        """`settings.base_url` is https://api.weixin.qq.com or the sandbox, without a trailing slash."""
        hide_queries()
        self._settings = settings
        self._http = http
        self._tokens = tokens
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def code_to_session(self, js_code: str) -> LoginSession:
        """The session behind a wx.login code (code2Session). Works while the token service is down.

        Raises CodeNotAccepted for a code that is spent, older than five minutes or not ours.
        """
        query = {
            "appid": self._settings.appid,
            "secret": self._settings.secret,
            "js_code": js_code,
            "grant_type": "authorization_code",
        }
        request = Request("code_to_session", "GET", "/sns/jscode2session", query)
        return decode(request.call, await exchange(self._http, self._settings.base_url, request), LoginSession)

    async def get_phone_number(self, code: str, openid: str) -> str:
        """The 11 digits of the mainland mobile that `openid` agreed to share (getPhoneNumber).

        Raises CodeNotAccepted (a login code is not a phone code), PhoneNotMainland.
        """
        request = Request(
            "get_phone_number", "POST", "/wxa/business/getuserphonenumber", {}, {"code": code, "openid": openid}
        )
        phone = decode(request.call, await self._call(request), _PhoneAnswer).phone_info
        if str(phone.country_code) != "86" or not _MOBILE.fullmatch(phone.pure_phone_number):
            raise PhoneNotMainland(request.call)
        return phone.pure_phone_number

    async def send_subscription(self, openid: str, template_id: str, page: str, data: Mapping[str, str]) -> None:
        """Send one subscription message and spend one grant (subscribeMessage.send).

        `page` may carry a query, which must name nothing secret; `data` maps field keys (`thing1`) to text, cut to
        WeChat's limits. Never repeated after a possible success: OutcomeUnknown is the caller's to record.
        Raises NoGrantLeft, FieldNotAccepted, WeChatBusy, OutcomeUnknown, ...
        """
        call = "send_subscription"
        body = {
            "touser": openid,
            "template_id": template_id,
            "page": page,
            "data": {key: {"value": value} for key, value in fields.fit(call, data).items()},
            "miniprogram_state": self._settings.miniprogram_state,
            "lang": "zh_CN",
        }
        # WeChat refuses two sends to one person at once (43108); other processes' clashes come back as WeChatBusy.
        async with self._turns.setdefault(openid, asyncio.Lock()):
            content = await self._call(Request(call, "POST", "/cgi-bin/message/subscribe/send", {}, body))
        decode(call, content, _SendAnswer)

    async def unlimited_qr_code(self, scene: str, page: str) -> bytes:
        """A mini-program code as JPEG or PNG (getUnlimitedQRCode).

        `scene`: 1-32 characters of WeChat's list (ValueError otherwise); `page`: no leading slash, no query.
        """
        if not SCENE.fullmatch(scene):
            raise ValueError("scene")
        body = {
            "scene": scene,
            "page": page,
            "check_path": self._settings.miniprogram_state == "formal",
            "env_version": _VERSIONS[self._settings.miniprogram_state],
        }
        content = await self._call(Request("unlimited_qr_code", "POST", "/wxa/getwxacodeunlimit", {}, body))
        if not content.startswith(_IMAGES):
            raise OutcomeUnknown("unlimited_qr_code")
        return content

    async def url_link(self, path: str, query: str) -> str:
        """An https address that opens the mini-program at `path` for 30 days (generateUrlLink).

        `query` is at most 1024 characters, already percent-encoded.
        """
        body = {
            "path": path,
            "query": query,
            "expire_type": 1,
            "expire_interval": LINK_DAYS,
            "env_version": _VERSIONS[self._settings.miniprogram_state],
        }
        request = Request("url_link", "POST", "/wxa/generate_urllink", {}, body)
        return decode(request.call, await self._call(request), _LinkAnswer).url_link

    async def _call(self, request: Request) -> bytes:
        """With the access token; a refused token is replaced and the call made once more, then never again."""
        token = await self._tokens.current()
        try:
            return await self._with(token, request)
        except WeChatError as error:
            if error.errcode not in TOKEN_REFUSED:
                raise
        return await self._with(await self._tokens.replace(token), request)

    async def _with(self, token: str, request: Request) -> bytes:
        query = {**request.query, "access_token": token}
        return await exchange(self._http, self._settings.base_url, replace(request, query=query))
