"""The access token: one for all processes, fetched by one of them at a time.

stable_token hands every caller the same token while it is good, so a lost cache costs a call, not an outage. The token
lies in Redis until shortly before WeChat renews it; reading takes no lock. Redis out of reach: this process keeps its
own copy, so that the outage does not burn the day's quota.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import httpx
import msgspec
import structlog
from redis import asyncio as aioredis
from redis.asyncio.lock import Lock
from redis.exceptions import RedisError

from backend.kit.clock import Clock, SystemClock, shanghai_day
from backend.settings import WeChatSettings
from backend.wechat.errors import OutcomeUnknown, TokenNotAccepted, WeChatBusy
from backend.wechat.transport import Request, decode, exchange, hide_queries

CALL = "stable_token"
FORCED_A_DAY = 20
FORCED_APART = timedelta(seconds=30)

_RENEWED_EARLY = 300
_JITTER = 60
_LOCK_HELD = 20
_LOCK_AWAITED = 10
_DELETE_IF_SAME = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"

log = structlog.get_logger(__name__)


class _Answer(msgspec.Struct):
    access_token: str
    expires_in: int = 0


@dataclass(frozen=True)
class _Copy:
    """A token and the monotonic second until which this process may use it without Redis."""

    token: str = field(repr=False)
    until: float


def keep_for(expires_in: int) -> int:
    """Seconds to keep a token that lives `expires_in`: clear of WeChat's early renewal, never 0, never for ever."""
    kept = expires_in - _RENEWED_EARLY - random.randrange(_JITTER)
    return kept if kept > 0 else max(1, min(30, expires_in // 2))


class Tokens:
    """Hands out the access token of one mini-program."""

    def __init__(
        self,
        settings: WeChatSettings,
        http: httpx.AsyncClient,
        redis: "aioredis.Redis",
        clock: Clock | None = None,
    ) -> None:
        """`redis` may return str or bytes."""
        hide_queries()
        self._settings = settings
        self._http = http
        self._redis = redis
        self._clock = clock or SystemClock()
        # Where the token is valid is part of the key: the sandbox and WeChat may share an appid and a Redis.
        self._key = f"wechat:token:{httpx.URL(settings.base_url).netloc.decode()}:{settings.appid}"
        self._flights: dict[str | None, asyncio.Task[str]] = {}
        self._copy: _Copy | None = None

    async def current(self) -> str:
        """A token believed good. Raises WeChatError."""
        return await self._cached() or await self._renew(failed=None)

    async def replace(self, failed: str) -> str:
        """A token other than `failed`, which WeChat has just refused. Raises TokenNotAccepted, WeChatError."""
        if self._copy and self._copy.token == failed:
            self._copy = None
        try:
            await self._redis.eval(_DELETE_IF_SAME, 1, self._key, failed)
        except RedisError as error:
            _alarm(error)
        return await self._cached() or await self._renew(failed)

    async def _cached(self) -> str | None:
        try:
            return _text(await self._redis.get(self._key))
        except RedisError as error:
            _alarm(error)
        return self._copy.token if self._copy and self._copy.until > time.monotonic() else None

    async def _renew(self, failed: str | None) -> str:
        """Every caller of this process awaits one renewal, and gets its failure too."""
        flight = self._flights.get(failed)
        if flight is None:
            flight = self._flights[failed] = asyncio.create_task(self._renew_alone(failed))
            flight.add_done_callback(lambda _: self._flights.pop(failed))
        # A caller that hangs up must not take the others' token with it.
        return await asyncio.shield(flight)

    async def _renew_alone(self, failed: str | None) -> str:
        async with self._alone():
            return await self._cached() or await self._fetch(failed)

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """One renewal at a time among all processes, while Redis answers. Raises WeChatBusy."""
        lock = self._redis.lock(f"{self._key}:lock", timeout=_LOCK_HELD, blocking_timeout=_LOCK_AWAITED)
        held = False
        try:
            held = await lock.acquire()
        except RedisError as error:
            _alarm(error)
        else:
            if not held:
                raise WeChatBusy(CALL)
        try:
            yield
        finally:
            if held:
                await _release(lock)

    async def _fetch(self, failed: str | None) -> str:
        answer = await self._ask(force=False)
        if failed is not None and answer.access_token == failed:
            # WeChat believes in the very token it refused. Only force makes a new one, and force is rationed.
            if not await self._may_force():
                raise TokenNotAccepted(CALL)
            answer = await self._ask(force=True)
        await self._keep(answer)
        return answer.access_token

    async def _ask(self, force: bool) -> _Answer:
        request = Request(
            call=CALL,
            method="POST",
            path="/cgi-bin/stable_token",
            query={},
            body={
                "grant_type": "client_credential",
                "appid": self._settings.appid,
                "secret": self._settings.secret,
                "force_refresh": force,
            },
        )
        try:
            answer = decode(CALL, await exchange(self._http, self._settings.base_url, request), _Answer)
        except OutcomeUnknown:
            # Whatever became of the token, the call it was for has not been made.
            raise WeChatBusy(CALL) from None
        log.info("wechat_token_fetched", forced=force)
        return answer

    async def _keep(self, answer: _Answer) -> None:
        seconds = keep_for(answer.expires_in)
        self._copy = _Copy(answer.access_token, time.monotonic() + seconds)
        try:
            await self._redis.set(self._key, answer.access_token, ex=seconds)
        except RedisError as error:
            _alarm(error)

    async def _may_force(self) -> bool:
        """At most one forced renewal in 30 s and 20 in a Shanghai day, counted for all processes."""
        today = f"{self._key}:forced:{shanghai_day(self._clock.now())}"
        try:
            if not await self._redis.set(f"{self._key}:forced", "1", nx=True, ex=FORCED_APART):
                return False
            count = await self._redis.incr(today)
            await self._redis.expire(today, timedelta(days=2))
        except RedisError as error:
            _alarm(error)
            return False
        return int(count) <= FORCED_A_DAY


async def _release(lock: Lock) -> None:
    try:
        await lock.release()
    except RedisError as error:
        _alarm(error)


def _text(value: str | bytes | None) -> str | None:
    return value.decode() if isinstance(value, bytes) else value


def _alarm(error: Exception) -> None:
    log.error("wechat_token_store_unreachable", error=type(error).__name__)
