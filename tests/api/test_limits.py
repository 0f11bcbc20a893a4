"""How often is too often."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from sanic import Request

from backend.kit.ids import uuid7
from backend.settings import LimitSettings, Settings
from miniprogram_api.errors import TooMany
from miniprogram_api.limits import Limiter


def from_address(address: str) -> "Request[Any, Any]":
    return cast("Request[Any, Any]", SimpleNamespace(remote_addr="", ip=address))


@pytest.mark.parametrize("shared", [False, True])
async def test_one_address_tries_only_so_often_at_one_door(shared: bool, redis_url: str) -> None:
    limiter = Limiter(redis_url if shared else None, LimitSettings(writes=1, proofs=2))
    for _ in range(2):
        await limiter.proof(from_address("10.0.0.1"), "sign in")
    with pytest.raises(TooMany):
        await limiter.proof(from_address("10.0.0.1"), "sign in")
    await limiter.proof(from_address("10.0.0.1"), "check a paper")
    await limiter.proof(from_address("10.0.0.2"), "sign in")


async def test_one_account_writes_only_so_often() -> None:
    limiter, son, daughter = Limiter(None, LimitSettings(writes=2, proofs=1)), uuid7(), uuid7()
    for _ in range(2):
        limiter.write(son)
    with pytest.raises(TooMany):
        limiter.write(son)
    limiter.write(daughter)


async def test_the_next_minute_an_account_writes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    limiter, son = Limiter(None, LimitSettings(writes=1, proofs=1)), uuid7()
    monkeypatch.setattr("miniprogram_api.limits.monotonic", lambda: 119.9)
    limiter.write(son)
    with pytest.raises(TooMany):
        limiter.write(son)
    monkeypatch.setattr("miniprogram_api.limits.monotonic", lambda: 120.0)
    limiter.write(son)


def test_people_are_limited_unless_told_otherwise() -> None:
    assert Settings.read({}).limits == LimitSettings(writes=240, proofs=30)
