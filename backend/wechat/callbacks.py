"""WeChat's pushes: prove them, open them, name them.

The mode comes from configuration, never from the caller: in safe mode a clear body is refused however well its
`signature` fits, since that signature covers no body and can be replayed.

    push = await callbacks.receive(query, body)     # None: done before, answer ANSWER
    ... store what it means, push.key unique, in one transaction ...
    await callbacks.done(push)                      # answer ANSWER within 5 s, or WeChat repeats, three times in all
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import cast
from xml.parsers.expat import ExpatError

import structlog
import xmltodict
from redis import asyncio as aioredis
from redis.exceptions import RedisError

from backend.kit.clock import Clock
from backend.settings import WeChatSettings
from backend.wechat.crypto import PushCrypto
from backend.wechat.errors import NotFromWeChat, Unproven
from backend.wechat.events import Fields, Push, parse

ANSWER = "success"
MAX_BODY = 64 * 1024
MAX_AGE = timedelta(minutes=5)
_REMEMBERED = timedelta(days=1)
# XML 1.0 has no place for these, yet people's messages bring them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

log = structlog.get_logger(__name__)


class Callbacks:
    """The receiving end of one mini-program's message push, whatever web framework carries it."""

    def __init__(self, settings: WeChatSettings, redis: "aioredis.Redis", clock: Clock) -> None:
        """Raises SettingMissing when the push token, or in safe mode the AES key, is missing or misshapen."""
        self._crypto = PushCrypto(settings)
        self._safe = settings.push_mode == "safe"
        self._redis = redis
        self._clock = clock
        self._prefix = f"wechat:push:{settings.appid}"

    def echo(self, query: Mapping[str, str]) -> str:
        """The answer, as plain text, to the GET that proves the address is ours. Raises NotFromWeChat."""
        self._check_age(query)
        self._crypto.check(query.get("signature", ""), query.get("timestamp", ""), query.get("nonce", ""))
        return query.get("echostr", "")

    async def receive(self, query: Mapping[str, str], body: bytes) -> Push | None:
        """The push in a POST, or None when `done` was already told of it.

        `query` holds signature, timestamp, nonce and in safe mode msg_signature; `body` is XML or JSON, at most 64 KiB.
        Raises NotFromWeChat: forged, of the other mode, too old, too large, unreadable, or its nonce came before with
        other content.
        """
        if len(body) > MAX_BODY:
            raise NotFromWeChat(Unproven.SIZE)
        self._check_age(query)
        clear = self._open(query, read(body))
        push = parse(clear)
        return None if await self._seen(query.get("nonce", ""), clear, push) else push

    async def done(self, push: Push) -> None:
        """Remember a push whose effect is committed, so that repeats are answered without work."""
        try:
            await self._redis.set(f"{self._prefix}:done:{push.key}", "1", ex=_REMEMBERED)
        except RedisError as error:
            log.error("wechat_push_store_unreachable", error=type(error).__name__)

    def _check_age(self, query: Mapping[str, str]) -> None:
        timestamp = query.get("timestamp", "")
        if not re.fullmatch(r"[0-9]{1,12}", timestamp):
            raise NotFromWeChat(Unproven.TIMESTAMP)
        if abs(self._clock.now().timestamp() - int(timestamp)) > MAX_AGE.total_seconds():
            raise NotFromWeChat(Unproven.TIMESTAMP)

    def _open(self, query: Mapping[str, str], outer: Fields) -> Fields:
        timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
        encrypt = outer.get("Encrypt")
        if not self._safe:
            if encrypt is not None:
                raise NotFromWeChat(Unproven.MODE)
            self._crypto.check(query.get("signature", ""), timestamp, nonce)
            return outer
        if not isinstance(encrypt, str):
            raise NotFromWeChat(Unproven.MODE)
        # Clear fields beside Encrypt are not covered by the signature: only what was inside counts.
        return read(self._crypto.decrypt(encrypt, query.get("msg_signature", ""), timestamp, nonce).encode())

    async def _seen(self, nonce: str, clear: Fields, push: Push) -> bool:
        """Whether this push is done. Binds the nonce to the first content it came with.

        WeChat's own repeats must still get through when the first attempt died before it was stored; the unique key
        in the database is what stops a second effect, also while Redis is away.
        """
        digest = hashlib.sha256(json.dumps(clear, sort_keys=True).encode()).hexdigest()
        name = f"{self._prefix}:nonce:{nonce}"
        try:
            if not await self._redis.set(name, digest, nx=True, ex=MAX_AGE * 2):
                first = await self._redis.get(name)
                if first not in (digest, digest.encode()):
                    raise NotFromWeChat(Unproven.NONCE)
            return bool(await self._redis.exists(f"{self._prefix}:done:{push.key}"))
        except RedisError as error:
            log.error("wechat_push_store_unreachable", error=type(error).__name__)
            return False


def read(body: bytes) -> Fields:
    """An XML or JSON body as one mapping, told apart by its first character. Raises NotFromWeChat."""
    try:
        text = body.decode().strip()
        if not text.startswith("<"):
            return _mapping(json.loads(text))
        return _mapping(xmltodict.parse(_CONTROLS.sub("", text), disable_entities=True).get("xml"))
    except (ValueError, RecursionError, ExpatError):
        raise NotFromWeChat(Unproven.BODY) from None


def _mapping(value: object) -> Fields:
    if not isinstance(value, dict):
        raise NotFromWeChat(Unproven.BODY)
    return cast(Fields, value)
