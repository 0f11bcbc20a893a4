"""A sandbox on a free port for each test, our client before it, and a clock that stands still."""

import uuid
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import fakeredis
import httpx
import pytest
from redis import asyncio as aioredis

from backend.kit.clock import SetClock
from backend.settings import Settings, WeChatSettings
from backend.wechat import WeChat
from backend.wechat.callbacks import Callbacks
from backend.wechat.sandbox import SandboxServer
from backend.wechat.token import Tokens
from tests.integration.wechat.doors import Doors
from tests.integration.wechat.receiver import Receiver, receiving


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(trust_env=False) as client:
        yield client


@pytest.fixture
def miniprogram() -> WeChatSettings:
    """What WeChat's console and our configuration agree on; tests of another push mode replace it."""
    return Settings.read({}).wechat


@pytest.fixture
async def base_url(miniprogram: WeChatSettings, clock: SetClock) -> AsyncIterator[str]:
    async with SandboxServer(miniprogram, clock=clock) as url:
        yield url


@pytest.fixture
def settings(miniprogram: WeChatSettings, base_url: str) -> WeChatSettings:
    return replace(miniprogram, base_url=base_url)


@pytest.fixture
def doors(base_url: str, http: httpx.AsyncClient) -> Doors:
    return Doors(base_url, http)


@pytest.fixture
async def redis() -> AsyncIterator[aioredis.Redis]:
    """A Redis of this test's own; races ask for `real_redis`."""
    async with fakeredis.FakeAsyncRedis(server=fakeredis.FakeServer()) as client:
        yield client


@pytest.fixture
async def real_redis(redis_url: str) -> AsyncIterator[aioredis.Redis]:
    async with aioredis.Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
def tokens(settings: WeChatSettings, http: httpx.AsyncClient, redis: aioredis.Redis, clock: SetClock) -> Tokens:
    return Tokens(settings, http, redis, clock)


@pytest.fixture
def wechat(settings: WeChatSettings, http: httpx.AsyncClient, tokens: Tokens) -> WeChat:
    return WeChat(settings, http, tokens)


@pytest.fixture
def template(settings: WeChatSettings) -> str:
    """A template of our mini-program."""
    return settings.templates["visit"]


@pytest.fixture
def openid() -> str:
    return f"o{uuid.uuid4().hex}"


@pytest.fixture
async def receiver(
    settings: WeChatSettings, redis: aioredis.Redis, clock: SetClock, doors: Doors
) -> AsyncIterator[Receiver]:
    """Our push address, saved at the sandbox."""
    async with receiving(Callbacks(settings, redis, clock)) as ours:
        assert await doors.save_callback(ours.url)
        yield ours
