"""`python -m tests.crash.launch`: starts the product again and again, made to die where it is told.

Imports the product once and forks it for every run, so that a start costs a fraction of a second. Reads one run per
line of standard input, `{"environ": {...}, "log": path}`; answers its pid at once and its exit code once it has ended.
The run's DIE_AT is `before|after dotted.path.of.a.function [nth call]`: the process kills itself, as `kill -9` does,
just before that call or just after its return. The product knows nothing of it; nor of CLOCK, `moment speed`, since
when its clock runs so many times as fast as others.
"""

import importlib
import inspect
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import wraps
from itertools import count
from typing import Any

from miniprogram_api import embedded
from miniprogram_api.__main__ import main

# Read before the first fork, not in each.
assert embedded


def arm(order: str) -> None:
    """Put death beside the function that `order` names. Raises AttributeError when there is none."""
    when, path, *nth = order.split()
    if when not in ("before", "after"):
        raise ValueError(order)
    owner, name = _owner(path)
    setattr(owner, name, _deadly(getattr(owner, name), when, int(nth[0]) if nth else 1, order))


def _owner(path: str) -> tuple[Any, str]:
    """What holds the function (a module, or a class or module inside one), and its name there."""
    parts = path.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            owner: Any = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:-1]:
            owner = getattr(owner, part)
        return owner, parts[-1]
    raise AttributeError(path)


def _deadly(function: Callable[..., Any], when: str, nth: int, order: str) -> Callable[..., Any]:
    calls = count(1)

    def die() -> None:
        os.write(2, f"killed {order}\n".encode())
        os.kill(os.getpid(), signal.SIGKILL)

    if inspect.iscoroutinefunction(function):

        @wraps(function)
        async def awaited(*args: Any, **named: Any) -> Any:
            last = next(calls) == nth
            if last and when == "before":
                die()
            result = await function(*args, **named)
            if last and when == "after":
                die()
            return result

        return awaited

    @wraps(function)
    def called(*args: Any, **named: Any) -> Any:
        last = next(calls) == nth
        if last and when == "before":
            die()
        result = function(*args, **named)
        if last and when == "after":
            die()
        return result

    return called


def hurry(order: str) -> None:
    """Let minutes pass in seconds, and go on from there after a restart."""
    moment, speed = order.split()
    since = datetime.fromisoformat(moment)
    owner, name = _owner("backend.kit.clock.SystemClock.now")
    setattr(owner, name, lambda _: since + (datetime.now(UTC) - since) * float(speed))


def _run(environ: Mapping[str, str], log: str) -> None:
    """The product's whole life in the forked process."""
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for descriptor, source in ((0, os.open(os.devnull, os.O_RDONLY)), (1, output), (2, output)):
        os.dup2(source, descriptor)
    os.environ.clear()
    os.environ.update(environ)
    if order := environ.get("DIE_AT"):
        arm(order)
    if order := environ.get("CLOCK"):
        hurry(order)
    main()


def _serve() -> None:
    for line in sys.stdin:
        wanted = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                _run(wanted["environ"], wanted["log"])
            except BaseException:
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        _answer(child)
        _answer(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _serve()
