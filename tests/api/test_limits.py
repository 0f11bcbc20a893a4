"""How often is too often."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from sanic import Request

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
    limiter = Limiter(None, LimitSettings(writes=2, proofs=1))
    for _ in range(2):
        await limiter.write("son")
    with pytest.raises(TooMany):
        await limiter.write("son")
    await limiter.write("daughter")


def test_people_are_limited_unless_told_otherwise() -> None:
    assert Settings.read({}).limits == LimitSettings(writes=240, proofs=30)
