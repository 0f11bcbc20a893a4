"""Signing in and out, one's own things, and what machines send."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pyotp

from backend.wechat.crypto import PushCrypto, sign
from backend.wechat.sandbox.pushes import ACCOUNT, answered, render
from media.contract import EVENT_HEADER, EventKind, RoomEvent, encode_event, sign_event
from tests import loopback
from tests.api.attempts import Attempt, scene
from tests.api.scenes.daily import agreed
from tests.api.scenes.people import invite_official
from tests.api.world import World
from tests.factories.photos import announced, photo, pieces
from tests.people import Person, drawing
from tests.waiting import until

PASSWORD = "青石镇的桂花今年开得早又香"


async def _code(world: World, kind: str, wanted: dict[str, str]) -> str:
    async with loopback.client() as http:
        answer = await http.post(f"{world.product.wechat_url}/sandbox/{kind}", json=wanted)
    code: str = answer.json()["code"]
    return code


@scene("sessions_sign_in_by_wechat")
async def sign_in_by_wechat(world: World) -> Attempt:
    return Attempt(world.stranger, body={"code": await _code(world, "login-codes", {"openid": "stranger"})})


async def invited(world: World) -> str:
    """The token of an open invitation."""
    attempt = await invite_official(world)
    path: str = (await world.family.committee.post("/api/sessions/invitations", attempt.body))["path"]
    return path.partition("#")[2]


@scene("sessions_accept_invitation")
async def accept_invitation(world: World) -> Attempt:
    login = f"official{next(world.numbers)}"
    return Attempt(world.stranger, body={"token": await invited(world), "login": login, "password": PASSWORD})


@scene("sessions_sign_in_at_office")
async def sign_in_at_office(world: World) -> Attempt:
    accepted = await accept_invitation(world)
    uri = (await world.stranger.post("/api/sessions/invitations/accept", accepted.body))["totp_uri"]
    secret = parse_qs(urlsplit(uri).query)["secret"][0]
    body = {"login": accepted.body["login"], "password": PASSWORD, "one_time_code": pyotp.TOTP(secret).now()}
    return Attempt(world.stranger, body=body)


@scene("sessions_begin_desktop_sign_in")
async def begin_desktop_sign_in(world: World) -> Attempt:
    return Attempt(world.stranger)


@scene("sessions_confirm_desktop_sign_in")
async def confirm_desktop_sign_in(world: World) -> Attempt:
    begun = await world.stranger.post("/api/sessions/desktop")
    return Attempt(world.family.committee, ids={"sign_in_id": begun["id"]})


@scene("sessions_take_desktop_session")
async def take_desktop_session(world: World) -> Attempt:
    begun = await world.stranger.post("/api/sessions/desktop")
    await world.family.committee.post(f"/api/sessions/desktop/{begun['id']}/confirm")
    return Attempt(world.stranger, ids={"sign_in_id": begun["id"]}, body={"secret": begun["secret"]})


@scene("sessions_read_session")
async def read_session(world: World) -> Attempt:
    return Attempt(world.family.son)


@scene("sessions_act_as")
async def act_as(world: World) -> Attempt:
    held = await world.family.son.get("/api/sessions/current")
    return Attempt(world.family.son, body={"membership_id": held["membership_id"]})


@scene("sessions_sign_out")
async def sign_out(world: World) -> Attempt:
    return Attempt(await world.newcomer())


@scene("sessions_verify_phone")
async def verify_phone(world: World) -> Attempt:
    newcomer = await world.newcomer()
    wanted = {"openid": newcomer.openid, "phone": f"136{next(world.numbers):08}"}
    return Attempt(newcomer, body={"code": await _code(world, "phone-codes", wanted)})


@scene("uploads_upload_picture")
async def upload_picture(world: World) -> Attempt:
    return Attempt(world.family.son, content=drawing(), headers={"content-type": "image/png"})


@scene("uploads_read_upload")
async def read_upload(world: World) -> Attempt:
    return Attempt(world.family.son, ids={"upload_id": await world.family.son.upload()})


@scene("uploads_begin_upload")
async def begin_upload(world: World) -> Attempt:
    return Attempt(world.family.son, body=announced(photo()))


@scene("uploads_read_progress")
async def read_progress(world: World) -> Attempt:
    begun = await world.family.son.post("/api/uploads/open", announced(photo()))
    return Attempt(world.family.son, ids={"open_upload_id": begun["id"]})


@scene("uploads_send_piece")
async def send_piece(world: World) -> Attempt:
    begun = await world.family.son.post("/api/uploads/open", announced(photo()))
    first = pieces(photo())[0]
    return Attempt(
        world.family.son,
        ids={"open_upload_id": begun["id"]},
        query=first.query,
        content=first.data,
        headers={"content-type": "application/octet-stream"},
    )


@scene("notifications_list_notifications")
async def list_notifications(world: World) -> Attempt:
    return Attempt(world.family.son)


async def told(person: Person) -> str:
    """The id of a message in the person's inbox."""

    async def first() -> Any:
        found = (await person.get("/api/notifications"))["items"]
        return found[0]["id"] if found else None

    made: str = await until(first, timeout=20, every=0.1)
    return made


@scene("notifications_read_notification")
async def read_notification(world: World) -> Attempt:
    return Attempt(world.family.son, ids={"notification_id": await told(world.family.son)})


@scene("subscriptions_list_subscriptions")
async def list_subscriptions(world: World) -> Attempt:
    return Attempt(world.family.son)


@scene("subscriptions_report_subscriptions")
async def report_subscriptions(world: World) -> Attempt:
    return Attempt(world.family.son, body={"answers": {"visit": "accept"}})


@scene("calls_receive_event")
async def receive_event(world: World) -> Attempt:
    call, now = await agreed(world, await world.household()), datetime.now(UTC)
    body = encode_event(
        RoomEvent(
            node="node-1",
            room=call,
            session=uuid4().hex,
            number=1,
            kind=EventKind.OPENED,
            at=now,
            opened_at=now,
            closed_at=None,
            talk_ms=0,
            participants=(),
        )
    )
    signature = sign_event(body, world.product.settings().keys.grant, now)
    return Attempt(world.stranger, content=body, headers={EVENT_HEADER: signature})


@scene("callbacks_echo_wechat")
async def echo_wechat(world: World) -> Attempt:
    timestamp, nonce = str(int(datetime.now(UTC).timestamp())), uuid4().hex[:10]
    signature = sign(world.product.settings().wechat.push_token, timestamp, nonce)
    query = {"signature": signature, "timestamp": timestamp, "nonce": nonce, "echostr": "山高水长"}
    return Attempt(world.stranger, query=query)


@scene("callbacks_receive_wechat")
async def receive_wechat(world: World) -> Attempt:
    settings = world.product.settings().wechat
    timestamp, nonce = str(int(datetime.now(UTC).timestamp())), uuid4().hex[:10]
    fields = answered("son1", "subscribe_msg_popup_event", {settings.templates["visit"]: "accept"})
    clear = render({"ToUserName": ACCOUNT, "CreateTime": int(timestamp), "MsgType": "event", **fields}, "json")
    envelope = PushCrypto(settings).encrypt(clear, timestamp, nonce)
    query = {
        "signature": sign(settings.push_token, timestamp, nonce),
        "timestamp": timestamp,
        "nonce": nonce,
        "encrypt_type": "aes",
        "msg_signature": envelope.msg_signature,
    }
    body = render({"ToUserName": ACCOUNT, "Encrypt": envelope.encrypt}, "json").encode()
    return Attempt(world.stranger, query=query, content=body)
