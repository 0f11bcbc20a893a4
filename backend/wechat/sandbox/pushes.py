"""The platform's pushes to the developer's address, signed, encrypted and repeated as WeChat does it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import httpx
import msgspec
import xmltodict

from backend.kit.clock import Clock
from backend.settings import WeChatSettings
from backend.wechat.crypto import PushCrypto, sign

ATTEMPTS = 3
PATIENCE = 5.0
ACCOUNT = "gh_sandbox000000"

Format = Literal["json", "xml"]


@dataclass(frozen=True)
class Receipt:
    """What the address answered last (status 0: nothing), after how many attempts."""

    status: int
    body: str
    attempts: int


def render(fields: Mapping[str, object], form: Format) -> str:
    """A push body as text. XML nests the event's `List` in an element of the event's name."""
    if form == "json":
        return msgspec.json.encode(fields).decode()
    words = str(fields.get("Event", "")).split("_")
    if "List" in fields:
        nest = "".join(word.capitalize() for word in words)
        fields = {**{name: value for name, value in fields.items() if name != "List"}, nest: {"List": fields["List"]}}
    return str(xmltodict.unparse({"xml": dict(fields)}, full_document=False))


class Pusher:
    """Pushes to the one configured address, in the configured mode."""

    def __init__(self, settings: WeChatSettings, clock: Clock, callback_url: str | None) -> None:
        self.callback_url = callback_url
        self._token = settings.push_token
        self._safe = settings.push_mode == "safe"
        self._crypto = PushCrypto(settings)
        self._clock = clock

    async def configure(self, http: httpx.AsyncClient, url: str) -> bool:
        """Take `url` if it echoes, as the console does on saving."""
        echo = secrets.token_hex(10)
        try:
            answer = await http.get(url, params={**self._signed(), "echostr": echo}, timeout=PATIENCE)
        except httpx.HTTPError:
            return False
        if answer.text != echo:
            return False
        self.callback_url = url
        return True

    async def push(self, http: httpx.AsyncClient, fields: Mapping[str, object], form: Format = "json") -> Receipt:
        """Send until the address answers `success` or nothing at all with HTTP 200, three times at most."""
        query = self._signed()
        common = {"ToUserName": ACCOUNT, "CreateTime": int(query["timestamp"]), "MsgType": "event"}
        body = render({**common, **fields}, form)
        if self._safe:
            envelope = self._crypto.encrypt(body, query["timestamp"], query["nonce"])
            query |= {"encrypt_type": "aes", "msg_signature": envelope.msg_signature}
            body = render({"ToUserName": ACCOUNT, "Encrypt": envelope.encrypt}, form)
        receipt = Receipt(0, "", 0)
        for attempt in range(1, ATTEMPTS + 1):
            receipt = await self._post(http, query, body, attempt)
            if receipt.status == 200 and receipt.body in ("", "success"):
                break
        return receipt

    async def _post(self, http: httpx.AsyncClient, query: Mapping[str, str], body: str, attempt: int) -> Receipt:
        if self.callback_url is None:
            return Receipt(0, "", 0)
        try:
            answer = await http.post(self.callback_url, params=dict(query), content=body.encode(), timeout=PATIENCE)
        except httpx.HTTPError:
            return Receipt(0, "", attempt)
        return Receipt(answer.status_code, answer.text, attempt)

    def _signed(self) -> dict[str, str]:
        timestamp, nonce = str(int(self._clock.now().timestamp())), str(secrets.randbelow(2**31))
        return {"signature": sign(self._token, timestamp, nonce), "timestamp": timestamp, "nonce": nonce}


def answered(openid: str, event: str, answers: Mapping[str, str]) -> dict[str, object]:
    """The popup or change event: `answers` maps template ids to accept or reject."""
    items: list[dict[str, str]] = [
        {"TemplateId": template_id, "SubscribeStatusString": word, "PopupScene": "0"}
        for template_id, word in answers.items()
    ]
    return {"FromUserName": openid, "Event": event, "List": _lone(items)}


def sent(openid: str, template_id: str, message_id: str) -> dict[str, object]:
    """The event after a message arrived."""
    item = {"TemplateId": template_id, "MsgID": message_id, "ErrorCode": "0", "ErrorStatus": "success"}
    return {"FromUserName": openid, "Event": "subscribe_msg_sent_event", "List": _lone([item])}


def _lone(items: list[dict[str, str]]) -> object:
    """One item travels as an object, more as an array."""
    return items[0] if len(items) == 1 else items
