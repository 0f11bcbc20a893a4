"""A family, WeChat's sandbox before it, and the worker's handlers between them, on each engine."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace

import fakeredis
import httpx
import pytest
from redis import asyncio as aioredis

from backend.notifications.models import Delivery, Notification
from backend.notifications.telling import handlers
from backend.outbox.box import Handler, drain
from backend.settings import Settings, WeChatSettings
from backend.wechat import WeChat
from backend.wechat.sandbox import SandboxServer
from backend.wechat.token import Tokens
from tests.factories.calls import Family, build_family, give_openid
from tests.factories.village import Person, World
from tests.integration.wechat.doors import Doors


@pytest.fixture
async def family(world: World) -> Family:
    """An elder with two children and a volunteer."""
    return await build_family(world)


@dataclass(frozen=True)
class PostOffice:
    """The worker's side of telling, its WeChat, and what people find in their inboxes."""

    world: World
    wechat: WeChat
    settings: WeChatSettings
    doors: Doors
    http: httpx.AsyncClient
    redis: aioredis.Redis
    handlers: Mapping[str, tuple[Handler, ...]]

    async def deliver(self) -> int:
        """One round of the worker."""
        return await drain(self.world.kernel, self.handlers)

    async def inbox(self, person: Person) -> list[str]:
        """Titles, oldest first."""
        rows = await Notification.filter(account_id=person.viewer.account_id).order_by("id")
        return [
            self.world.kernel.keys.decrypt(bytes(row.title), f"notifications|title|{row.id}").decode() for row in rows
        ]

    async def subscribe(self, person: Person, kind: str) -> str:
        """Accept one message of this kind in WeChat (we are told by the tests themselves); returns the openid."""
        openid = await give_openid(self.world, person)
        await self.doors.answer(openid, self.settings.templates[kind])
        return openid

    async def deliveries(self) -> list[str]:
        """The states of all attempts."""
        return [row.state.value for row in await Delivery.all().order_by("id")]


@pytest.fixture
async def office(world: World) -> AsyncIterator[PostOffice]:
    settings = Settings.read({}).wechat
    async with (
        SandboxServer(settings, clock=world.clock) as base_url,
        httpx.AsyncClient(trust_env=False) as http,
        fakeredis.FakeAsyncRedis(server=fakeredis.FakeServer()) as redis,
    ):
        settings = replace(settings, base_url=base_url)
        wechat = WeChat(settings, http, Tokens(settings, http, redis, world.clock))
        doors = Doors(base_url, http)
        yield PostOffice(world, wechat, settings, doors, http, redis, handlers(world.kernel, wechat, settings))
        await doors.release()
