"""One token for all, fetched once, whatever races, refusals and outages come by."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import httpx
import pytest
from redis import asyncio as aioredis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from backend.kit.clock import SetClock, shanghai_day
from backend.settings import WeChatSettings
from backend.wechat.errors import TokenNotAccepted, WeChatBusy
from backend.wechat.token import FORCED_A_DAY, Tokens
from tests.integration.wechat.doors import Doors
from tests.servers.processes import free_port
from tests.waiting import until

TOKEN = "/cgi-bin/stable_token"


@pytest.fixture
def key(settings: WeChatSettings) -> str:
    """Where the token lies in Redis: the platform's address and the appid are part of it."""
    return f"wechat:token:{httpx.URL(settings.base_url).netloc.decode()}:{settings.appid}"


class TestCurrent:
    async def test_it_is_fetched_once_and_then_read(self, tokens: Tokens, doors: Doors) -> None:
        assert len({await tokens.current() for _ in range(5)}) == 1
        assert await doors.calls(TOKEN) == 1

    async def test_fifty_callers_at_once_cost_one_call(self, tokens: Tokens, doors: Doors) -> None:
        assert len(set(await asyncio.gather(*[tokens.current() for _ in range(50)]))) == 1
        assert await doors.calls(TOKEN) == 1

    async def test_fifty_callers_in_four_processes_cost_one_call(
        self, settings: WeChatSettings, doors: Doors, redis_url: str, real_redis: aioredis.Redis
    ) -> None:
        await doors.fail(TOKEN, "hold", times=99)
        async with AsyncExitStack() as processes:
            askers = [await processes.enter_async_context(_asker(settings, redis_url, callers=13)) for _ in range(4)]
            reads = await _reads(real_redis)
            for asker in askers:
                _stdin(asker).write(b"go\n")
            await until(lambda: _all_have_read(real_redis, reads + 4 * 13))
            await doors.release()
            got = [await _got(asker) for asker in askers]

        assert [len(tokens) for tokens in got] == [13] * 4
        assert len({token for tokens in got for token in tokens}) == 1
        assert await doors.calls(TOKEN) == 1

    async def test_it_never_stays_in_redis_for_ever(self, tokens: Tokens, redis: aioredis.Redis, key: str) -> None:
        await tokens.current()

        assert 7200 - 360 < await redis.ttl(key) <= 7200 - 300

    async def test_a_short_lived_token_is_kept_for_moments(
        self, tokens: Tokens, redis: aioredis.Redis, key: str, clock: SetClock, doors: Doors
    ) -> None:
        await tokens.current()
        await redis.delete(key)
        clock.advance(timedelta(seconds=7200 - 345))

        await tokens.current()

        assert 0 < await redis.ttl(key) <= 45

    async def test_a_caller_that_hangs_up_does_not_take_the_token_from_the_others(
        self, tokens: Tokens, doors: Doors
    ) -> None:
        await doors.fail(TOKEN, "hold")
        first, second = asyncio.create_task(tokens.current()), asyncio.create_task(tokens.current())
        await until(lambda: _calls(doors, 1))
        first.cancel()
        await doors.release()

        assert await second
        assert await doors.calls(TOKEN) == 1

    async def test_a_failure_is_shared_too_and_the_next_caller_tries_again(self, tokens: Tokens, doors: Doors) -> None:
        await doors.fail(TOKEN, "http")

        results = await asyncio.gather(*[tokens.current() for _ in range(10)], return_exceptions=True)

        assert [type(result) for result in results] == [WeChatBusy] * 10
        assert await doors.calls(TOKEN) == 1
        assert await tokens.current()


class TestReplace:
    async def test_two_refreshers_in_two_processes_agree_on_one_new_token(
        self, settings: WeChatSettings, http: httpx.AsyncClient, real_redis: aioredis.Redis, doors: Doors
    ) -> None:
        one, two = Tokens(settings, http, real_redis), Tokens(settings, http, real_redis)
        failed = await one.current()
        await doors.spoil_token()

        fresh = await asyncio.gather(one.replace(failed), two.replace(failed))

        assert len(set(fresh)) == 1
        assert fresh[0] != failed
        # The first; then WeChat offering the refused one again; then the forced one.
        assert await doors.calls(TOKEN) == 3

    async def test_a_late_complaint_does_not_throw_away_the_new_token(self, tokens: Tokens, doors: Doors) -> None:
        failed = await tokens.current()
        await doors.spoil_token()
        fresh = await tokens.replace(failed)

        assert await tokens.replace(failed) == fresh
        assert await doors.calls(TOKEN) == 3

    async def test_force_is_used_once_in_thirty_seconds(self, tokens: Tokens, doors: Doors) -> None:
        fresh = await _spoil_and_replace(tokens, doors)
        await doors.spoil_token()

        with pytest.raises(TokenNotAccepted):
            await tokens.replace(fresh)
        assert await doors.calls(TOKEN) == 4

    async def test_force_is_used_twenty_times_a_day(
        self, tokens: Tokens, doors: Doors, redis: aioredis.Redis, key: str, clock: SetClock
    ) -> None:
        await redis.set(f"{key}:forced:{shanghai_day(clock.now())}", FORCED_A_DAY)

        with pytest.raises(TokenNotAccepted):
            await _spoil_and_replace(tokens, doors)
        assert await doors.calls(TOKEN) == 2

    async def test_the_next_day_it_may_again(
        self, tokens: Tokens, doors: Doors, redis: aioredis.Redis, key: str, clock: SetClock
    ) -> None:
        await redis.set(f"{key}:forced:{shanghai_day(clock.now())}", FORCED_A_DAY)
        clock.advance(timedelta(days=1))

        assert await _spoil_and_replace(tokens, doors)


class TestRedisAway:
    @pytest.fixture
    def tokens(self, settings: WeChatSettings, http: httpx.AsyncClient) -> Tokens:
        away = aioredis.Redis(host="127.0.0.1", port=free_port(), retry=Retry(NoBackoff(), 0))
        return Tokens(settings, http, away)

    async def test_the_process_keeps_a_copy_so_that_the_quota_lasts(self, tokens: Tokens, doors: Doors) -> None:
        assert len({await tokens.current() for _ in range(5)}) == 1
        assert await doors.calls(TOKEN) == 1

    async def test_callers_at_once_still_cost_one_call(self, tokens: Tokens, doors: Doors) -> None:
        await asyncio.gather(*[tokens.current() for _ in range(20)])

        assert await doors.calls(TOKEN) == 1

    async def test_nobody_forces_without_a_counter(self, tokens: Tokens, doors: Doors) -> None:
        with pytest.raises(TokenNotAccepted):
            await _spoil_and_replace(tokens, doors)
        assert await doors.calls(TOKEN) == 2


@asynccontextmanager
async def _asker(settings: WeChatSettings, redis_url: str, callers: int) -> AsyncIterator[Process]:
    """A process that is ready to ask."""
    command = [sys.executable, "-m", "tests.integration.wechat.ask_token", settings.base_url, redis_url, str(callers)]
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, env={})
    try:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _stdin(process: Process) -> asyncio.StreamWriter:
    assert process.stdin is not None
    return process.stdin


async def _got(process: Process) -> list[str]:
    output, _ = await process.communicate()
    return [line for line in output.decode().splitlines() if line.startswith("got ")]


async def _reads(redis: aioredis.Redis) -> int:
    """How many GETs this Redis has served."""
    return int((await redis.info("commandstats")).get("cmdstat_get", {}).get("calls", 0))


async def _all_have_read(redis: aioredis.Redis, count: int) -> bool:
    return await _reads(redis) >= count


async def _calls(doors: Doors, count: int) -> bool:
    return await doors.calls(TOKEN) == count


async def _spoil_and_replace(tokens: Tokens, doors: Doors) -> str:
    failed = await tokens.current()
    await doors.spoil_token()
    return await tokens.replace(failed)
