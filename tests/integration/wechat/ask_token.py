"""One of several processes that want the access token at once: ready, told to go, prints what each caller got."""

import asyncio
import sys
from dataclasses import replace

import httpx
from redis import asyncio as aioredis

from backend.settings import Settings
from backend.wechat.token import Tokens


async def ask(base_url: str, redis_url: str, callers: int) -> None:
    settings = replace(Settings.read({}).wechat, base_url=base_url)
    async with httpx.AsyncClient(trust_env=False) as http, aioredis.Redis.from_url(redis_url) as redis:
        tokens = Tokens(settings, http, redis)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        for token in await asyncio.gather(*[tokens.current() for _ in range(callers)]):
            sys.stdout.write(f"got {token}\n")


if __name__ == "__main__":
    asyncio.run(ask(sys.argv[1], sys.argv[2], int(sys.argv[3])))
