"""What WeChat's own app, console and bad days do, as HTTP under /sandbox for demo and tests.

POST   /sandbox/login-codes     {openid, unionid?} -> {code}                    a tap on the mini-program
POST   /sandbox/phone-codes     {openid, phone, country?} -> {code}             a tap on "share my number"
POST   /sandbox/subscriptions   {openid, answers: {template_id: accept|reject}, push?} -> {grants, receipt?}
DELETE /sandbox/subscriptions   {openid, template_id, push?} -> {grants, receipt?}   rejected in WeChat's settings
GET    /sandbox/subscriptions   ?openid= -> {grants: {template_id: count}}
GET    /sandbox/messages        ?openid= -> {messages: [...]}                   what the person received
GET    /sandbox/links           -> {links: {url_link: {path, query}}}
PUT    /sandbox/callback        {url} -> {accepted}                             the console's "save", with its echo
POST   /sandbox/pushes          {event: {...}, format?: json|xml} -> {status, body, attempts}
POST   /sandbox/failures        {path, way, times?, errcode?, status?}          see failures.Way
DELETE /sandbox/failures        forget them, and let held calls go on
DELETE /sandbox/token           the access token stops working though stable_token still hands it out
GET    /sandbox/calls           -> {calls: {path: count}}
"""

from dataclasses import asdict
from typing import Literal, TypeVar

import msgspec
from sanic import Blueprint, Request
from sanic.exceptions import BadRequest
from sanic.response import HTTPResponse, empty, raw

from backend.wechat.sandbox import pushes
from backend.wechat.sandbox.failures import Failure
from backend.wechat.sandbox.platform import Platform, platform
from backend.wechat.sandbox.state import Code

Body = TypeVar("Body")

doors = Blueprint("doors", url_prefix="/sandbox")


class LoginCodeWanted(msgspec.Struct):
    openid: str
    unionid: str | None = None


class PhoneCodeWanted(msgspec.Struct):
    openid: str
    phone: str
    country: str = "86"


class Answers(msgspec.Struct):
    openid: str
    answers: dict[str, Literal["accept", "reject"]]
    push: bool = False


class Rejection(msgspec.Struct):
    openid: str
    template_id: str
    push: bool = False


class Address(msgspec.Struct):
    url: str


class PushWanted(msgspec.Struct):
    event: dict[str, object]
    format: pushes.Format = "json"


def _read(request: Request, kind: type[Body]) -> Body:
    try:
        return msgspec.json.decode(request.body, type=kind)
    except msgspec.DecodeError as error:
        raise BadRequest(str(error)) from None


def _json(value: object) -> HTTPResponse:
    return raw(msgspec.json.encode(value), content_type="application/json")


@doors.post("/login-codes")
async def issue_login_code(request: Request) -> HTTPResponse:
    here, wanted = platform(request), _read(request, LoginCodeWanted)
    code = Code(wanted.openid, here.clock.now(), unionid=wanted.unionid)
    return _json({"code": here.state.issue(here.state.login_codes, code)})


@doors.post("/phone-codes")
async def issue_phone_code(request: Request) -> HTTPResponse:
    here, wanted = platform(request), _read(request, PhoneCodeWanted)
    code = Code(wanted.openid, here.clock.now(), phone=wanted.phone, country=wanted.country)
    return _json({"code": here.state.issue(here.state.phone_codes, code)})


@doors.post("/subscriptions")
async def answer_subscriptions(request: Request) -> HTTPResponse:
    here, given = platform(request), _read(request, Answers)
    for template_id, word in given.answers.items():
        here.state.answer(given.openid, template_id, accepted=word == "accept")
    event = pushes.answered(given.openid, "subscribe_msg_popup_event", given.answers)
    return await _grants(here, given.openid, event if given.push else None)


@doors.delete("/subscriptions")
async def reject_in_settings(request: Request) -> HTTPResponse:
    here, given = platform(request), _read(request, Rejection)
    here.state.answer(given.openid, given.template_id, accepted=False)
    event = pushes.answered(given.openid, "subscribe_msg_change_event", {given.template_id: "reject"})
    return await _grants(here, given.openid, event if given.push else None)


@doors.get("/subscriptions")
async def show_grants(request: Request) -> HTTPResponse:
    return await _grants(platform(request), request.args.get("openid", ""), None)


async def _grants(here: Platform, openid: str, event: dict[str, object] | None) -> HTTPResponse:
    receipt = None if event is None else asdict(await here.pusher.push(here.http, event))
    grants = {template_id: count for (owner, template_id), count in here.state.grants.items() if owner == openid}
    return _json({"grants": grants, "receipt": receipt})


@doors.get("/messages")
async def list_messages(request: Request) -> HTTPResponse:
    openid = request.args.get("openid", "")
    return _json({"messages": [message for message in platform(request).state.messages if message.openid == openid]})


@doors.get("/links")
async def list_links(request: Request) -> HTTPResponse:
    return _json({"links": platform(request).state.links})


@doors.put("/callback")
async def save_callback(request: Request) -> HTTPResponse:
    here = platform(request)
    return _json({"accepted": await here.pusher.configure(here.http, _read(request, Address).url)})


@doors.post("/pushes")
async def push(request: Request) -> HTTPResponse:
    here, wanted = platform(request), _read(request, PushWanted)
    return _json(await here.pusher.push(here.http, wanted.event, wanted.format))


@doors.post("/failures")
async def order_failure(request: Request) -> HTTPResponse:
    platform(request).failures.ordered.append(_read(request, Failure))
    return empty()


@doors.delete("/failures")
async def release(request: Request) -> HTTPResponse:
    platform(request).failures.release()
    return empty()


@doors.delete("/token")
async def spoil_token(request: Request) -> HTTPResponse:
    platform(request).state.tokens.spoil()
    return empty()


@doors.get("/calls")
async def count_calls(request: Request) -> HTTPResponse:
    return _json({"calls": dict(platform(request).state.calls)})
