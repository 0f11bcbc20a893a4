"""Waiting for something to become true: the one place in the tests where time is let pass."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar, overload

Found = TypeVar("Found")


class NeverHappened(AssertionError):
    """What was waited for did not come; the message names the check."""


@overload
def until(
    check: Callable[[], Awaitable[Found]], *, timeout: float = 10, every: float = 0.02
) -> Coroutine[Any, Any, Found]: ...
@overload
def until(check: Callable[[], Found], *, timeout: float = 10, every: float = 0.02) -> Coroutine[Any, Any, Found]: ...
def until(check: Callable[[], Any], *, timeout: float = 10, every: float = 0.02) -> Coroutine[Any, Any, Any]:
    """Ask `check` (plain or async) every `every` seconds until its answer is truthy, and return that answer.

    Raises NeverHappened after `timeout` seconds. An exception of `check` passes through: a check that may fail
    for a while says so itself by answering False.
    """
    return _until(check, timeout, every)


async def _until(check: Callable[[], Any], within: float, every: float) -> Any:
    deadline = asyncio.get_running_loop().time() + within
    while True:
        answer = check()
        if inspect.isawaitable(answer):
            answer = await answer
        if answer:
            return answer
        if asyncio.get_running_loop().time() > deadline:
            raise NeverHappened(f"{getattr(check, '__qualname__', check)} was still false after {within} s")
        await _moment(every)


async def _moment(seconds: float) -> None:
    over = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, over.set)
    await over.wait()
