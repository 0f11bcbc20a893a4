"""The sandbox's parts, held together for its handlers."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

import httpx
from sanic import Request

from backend.kit.clock import Clock
from backend.settings import WeChatSettings
from backend.wechat.sandbox.failures import Failures
from backend.wechat.sandbox.pushes import Pusher, Receipt
from backend.wechat.sandbox.state import State


@dataclass(frozen=True)
class Platform:
    """One sandboxed WeChat."""

    settings: WeChatSettings
    clock: Clock
    state: State
    failures: Failures
    pusher: Pusher
    http: httpx.AsyncClient
    pushing: set[asyncio.Task[Receipt]] = field(default_factory=set)

    def push_later(self, event: Mapping[str, object]) -> None:
        """Push without keeping the caller waiting, where an address is configured."""
        if self.pusher.callback_url is not None:
            task = asyncio.create_task(self.pusher.push(self.http, event))
            self.pushing.add(task)
            task.add_done_callback(self.pushing.discard)

    async def stop_pushing(self) -> None:
        """Give up what is on its way."""
        for task in self.pushing:
            task.cancel()
        await asyncio.gather(*self.pushing, return_exceptions=True)


def platform(request: Request) -> Platform:
    """The platform this request was sent to."""
    return cast(Platform, request.app.ctx.platform)
