"""A far place behind a bad link: a network namespace, two TUN devices and a shim between them in this very loop.

The kernel's `tbf` sets the rate towards the far side; the shim adds delay, jitter, reordering and loss both ways.
"""

import asyncio
import contextlib
import ctypes
import fcntl
import itertools
import os
import socket
import struct
import subprocess
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from random import Random

_TUNSETIFF, _IFF_TUN, _IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
_CLONE_NEWNET = 0x40000000
_MTU = 1_500
_numbers = itertools.count()


class NotPermitted(AssertionError):
    """Says in one sentence what this account may not do."""


@dataclass
class Weather:
    """Seconds and shares of one, the same for both directions; `silent` lets nothing through at all."""

    delay: float = 0.0
    jitter: float = 0.0
    loss: float = 0.0
    reordered: float = 0.0
    silent: bool = False


class Link:
    """The way between here (`near`) and the far side (`far`, and `other` for one who moves there)."""

    def __init__(self, number: int) -> None:
        self.weather = Weather()
        self.name = f"cr{os.getpid()}-{number}"
        net = f"10.91.{(os.getpid() * 7 + number) % 250}"
        self.near, self.far, self.other = f"{net}.1", f"{net}.2", f"{net}.3"
        self._here_device, self._there_device = (
            f"crh{os.getpid() % 100_000}-{number}",
            f"crt{os.getpid() % 100_000}-{number}",
        )
        self._chance = Random(number)
        self._due = {True: 0.0, False: 0.0}
        self._ends: tuple[int, int] = (-1, -1)

    def open(self) -> None:
        """Raises NotPermitted."""
        try:
            _run("ip", "netns", "add", self.name)
            self._ends = _tun(self._here_device), _tun(self._there_device)
        except (OSError, subprocess.CalledProcessError):
            raise NotPermitted(
                "tests of bad networks need root: they make network namespaces and TUN devices"
            ) from None
        _run("ip", "link", "set", self._there_device, "netns", self.name)
        _run("ip", "addr", "add", f"{self.near}/24", "dev", self._here_device)
        _run("ip", "link", "set", self._here_device, "up")
        for words in (
            ("link", "set", "lo", "up"),
            ("addr", "add", f"{self.far}/24", "dev", self._there_device),
            ("link", "set", self._there_device, "up"),
            ("addr", "add", f"{self.other}/24", "dev", self._there_device),
        ):
            _run("ip", "-n", self.name, *words)
        loop, (here, there) = asyncio.get_running_loop(), self._ends
        loop.add_reader(here, self._pass, here, there, True)
        loop.add_reader(there, self._pass, there, here, False)

    def close(self) -> None:
        for end in self._ends:
            if end >= 0:
                asyncio.get_running_loop().remove_reader(end)
                os.close(end)
        self._ends = (-1, -1)
        subprocess.run(["ip", "netns", "del", self.name], check=False, capture_output=True)

    def narrow(self, kbit: int) -> None:
        """So many kbit/s towards the far side, with a queue of 300 ms as cheap routers have."""
        shape = ("rate", f"{kbit}kbit", "burst", "8kb", "latency", "300ms")
        _run("tc", "qdisc", "replace", "dev", self._here_device, "root", "tbf", *shape)

    def widen(self) -> None:
        """As fast as it goes."""
        _run("tc", "qdisc", "del", "dev", self._here_device, "root")

    def there(self, kind: int) -> socket.socket:
        """A socket (`SOCK_DGRAM`, `SOCK_STREAM`) of the far side, usable from here."""
        made: list[socket.socket] = []

        def make() -> None:
            with open(f"/run/netns/{self.name}") as namespace:
                if ctypes.CDLL(None, use_errno=True).setns(namespace.fileno(), _CLONE_NEWNET) == 0:
                    made.append(socket.socket(socket.AF_INET, kind))

        # A namespace belongs to a thread; this one ends with it.
        thread = threading.Thread(target=make)
        thread.start()
        thread.join()
        return made[0]

    def command(self) -> list[str]:
        """What to put before a command so that it runs on the far side."""
        return ["ip", "netns", "exec", self.name]

    def _pass(self, source: int, target: int, outward: bool) -> None:
        for _ in range(64):
            try:
                packet = os.read(source, _MTU + 100)
            except OSError:
                return
            weather, chance = self.weather, self._chance
            if weather.silent or chance.random() < weather.loss:
                continue
            loop = asyncio.get_running_loop()
            due = loop.time() + weather.delay + chance.random() * weather.jitter
            if chance.random() >= weather.reordered:
                due = self._due[outward] = max(due, self._due[outward])
            loop.call_at(due, self._deliver, target, packet)

    def _deliver(self, target: int, packet: bytes) -> None:
        if target in self._ends and not self.weather.silent:
            with contextlib.suppress(OSError):
                os.write(target, packet)


@contextlib.asynccontextmanager
async def bad_link() -> AsyncIterator[Link]:
    """A good link as yet, gone with the block. Raises NotPermitted."""
    link = Link(next(_numbers))
    try:
        link.open()
        yield link
    finally:
        link.close()


def _tun(name: str) -> int:
    end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    try:
        fcntl.ioctl(end, _TUNSETIFF, struct.pack("16sH14x", name.encode(), _IFF_TUN | _IFF_NO_PI))
    except OSError:
        os.close(end)
        raise
    return end


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
