"""WeChat's server API at WeChat's paths: the calls this product makes, with their checks and errcodes."""

import base64
import io
import secrets
from collections.abc import Callable, Coroutine, Mapping
from functools import wraps
from typing import Any, cast

import msgspec
import segno
from sanic import Blueprint, Request
from sanic.response import HTTPResponse, json, raw

from backend.wechat import fields
from backend.wechat.client import LINK_DAYS, SCENE
from backend.wechat.sandbox import pushes
from backend.wechat.sandbox.answers import no, yes
from backend.wechat.sandbox.platform import Platform, platform
from backend.wechat.sandbox.state import Message

Body = Mapping[str, Any]
Handler = Callable[[Request], Coroutine[Any, Any, HTTPResponse]]

api = Blueprint("wechat")


def with_token(handle: Callable[[Platform, Request, Body], Coroutine[Any, Any, HTTPResponse]]) -> Handler:
    """Check the access token first, then that the body is a JSON object."""

    @wraps(handle)
    async def checked(request: Request) -> HTTPResponse:
        here = platform(request)
        if errcode := here.state.tokens.refusal(request.args.get("access_token")):
            return no(errcode)
        body = _body(request)
        return no(47001) if body is None else await handle(here, request, body)

    return checked


def _body(request: Request) -> Body | None:
    try:
        body = msgspec.json.decode(request.body)
    except (msgspec.DecodeError, RecursionError):
        return None
    return cast(Body, body) if isinstance(body, dict) else None


@api.get("/sns/jscode2session")
async def jscode2session(request: Request) -> HTTPResponse:
    """code2Session: no access token; errcode is absent on success."""
    here, ask = platform(request), request.args
    if ask.get("appid") != here.settings.appid:
        return no(40013)
    if ask.get("secret") != here.settings.secret:
        return no(40125)
    if ask.get("grant_type") != "authorization_code":
        return no(40002)
    code = here.state.redeem(here.state.login_codes, ask.get("js_code") or "")
    if isinstance(code, int):
        return no(code)
    session = {"openid": code.openid, "session_key": base64.b64encode(secrets.token_bytes(16)).decode()}
    if code.unionid:
        session["unionid"] = code.unionid
    return json(session, content_type="text/plain")


@api.post("/cgi-bin/stable_token")
async def stable_token(request: Request) -> HTTPResponse:
    """getStableAccessToken."""
    here, ask = platform(request), _body(request)
    if ask is None:
        return no(47001)
    if ask.get("grant_type") != "client_credential":
        return no(40002)
    if ask.get("appid") != here.settings.appid:
        return no(40013)
    if ask.get("secret") != here.settings.secret:
        return no(40125)
    await here.failures.hold(request)
    given = here.state.tokens.ask(force=ask.get("force_refresh") is True)
    return json({"access_token": given[0], "expires_in": given[1]}) if given else no(45009)


@api.post("/wxa/business/getuserphonenumber")
@with_token
async def getuserphonenumber(here: Platform, request: Request, ask: Body) -> HTTPResponse:
    """getPhoneNumber: every kind of unusable code is 40029 here."""
    named = here.state.phone_codes.get(str(ask.get("code")))
    if named is None or ask.get("openid") not in (None, named.openid):
        return no(40029)
    code = here.state.redeem(here.state.phone_codes, str(ask.get("code")))
    if isinstance(code, int):
        return no(40029)
    watermark = {"timestamp": int(code.issued.timestamp()), "appid": here.settings.appid}
    full = code.phone if code.country == "86" else f"+{code.country}{code.phone}"
    info = {"phoneNumber": full, "purePhoneNumber": code.phone, "countryCode": code.country, "watermark": watermark}
    return yes({"phone_info": info})


@api.post("/cgi-bin/message/subscribe/send")
@with_token
async def subscribe_send(here: Platform, request: Request, ask: Body) -> HTTPResponse:
    """subscribeMessage.send: one grant, one message; one send to a person at a time."""
    openid, template_id = str(ask.get("touser")), str(ask.get("template_id"))
    if openid not in here.state.openids:
        return no(40003)
    if template_id not in here.settings.templates.values():
        return no(40037)
    data = ask.get("data")
    if not isinstance(data, dict) or not data:
        return no(47003)
    if bad := _unfit(data):
        return no(47003, f" data.{bad}.value invalid")
    if openid in here.state.sending:
        return no(43108)
    here.state.sending.add(openid)
    try:
        await here.failures.hold(request)
        if here.state.grants[openid, template_id] < 1:
            return no(43101)
        message = _message(here, ask, {key: str(item["value"]) for key, item in data.items()})
        here.state.deliver(message)
    finally:
        here.state.sending.discard(openid)
    here.push_later(pushes.sent(openid, template_id, message.message_id))
    return yes()


def _unfit(data: Mapping[str, Any]) -> str | None:
    """The first key whose value breaks its kind's rule."""
    for key, item in data.items():
        kind = fields.kind_of(key)
        value = item.get("value") if isinstance(item, dict) else None
        if kind is None or value is None or not fields.fits(kind, str(value)):
            return key
    return None


def _message(here: Platform, ask: Body, data: dict[str, str]) -> Message:
    return Message(
        message_id=str(10**18 + secrets.randbelow(9 * 10**18)),
        openid=str(ask["touser"]),
        template_id=str(ask["template_id"]),
        page=str(ask.get("page", "")),
        data=data,
        miniprogram_state=str(ask.get("miniprogram_state", "formal")),
        at=here.clock.now(),
    )


@api.post("/wxa/getwxacodeunlimit")
@with_token
async def getwxacodeunlimit(here: Platform, request: Request, ask: Body) -> HTTPResponse:
    """getUnlimitedQRCode: an image, or error JSON with the same HTTP 200. Ours draws an ordinary QR code."""
    scene, page, width = ask.get("scene"), ask.get("page", ""), ask.get("width", 430)
    if not isinstance(scene, str) or not SCENE.fullmatch(scene):
        return no(40169)
    if not isinstance(page, str) or page.startswith("/") or "?" in page:
        return no(41030)
    if not isinstance(width, int) or not 280 <= width <= 1280:
        return no(40097)
    if ask.get("env_version", "release") not in ("release", "trial", "develop"):
        return no(40097)
    image = io.BytesIO()
    segno.make(f"{page}?scene={scene}").save(image, kind="png", scale=10)
    return raw(image.getvalue(), content_type="image/png")


@api.post("/wxa/generate_urllink")
@with_token
async def generate_urllink(here: Platform, request: Request, ask: Body) -> HTTPResponse:
    """generateUrlLink: at most 30 days, query at most 1024 characters."""
    path, query = str(ask.get("path", "")), str(ask.get("query", ""))
    if "?" in path:
        return no(40165)
    if len(query) > 1024:
        return no(40212)
    days = ask.get("expire_interval")
    if ask.get("expire_type", 0) != 1 or not isinstance(days, int) or not 1 <= days <= LINK_DAYS:
        return no(85401)
    link = f"https://wxaurl.cn/{secrets.token_urlsafe(8)}"
    here.state.links[link] = {"path": path, "query": query}
    return yes({"url_link": link})
