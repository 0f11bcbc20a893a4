"""What every measured server has in common: a process on the server's processor, and rooms in it."""

import abc
import contextlib
import os
import re
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, Popen, TimeoutExpired

from media.settings import machine_addresses
from tests.bench.load import processor_seconds
from tests.bench.media.person import Person
from tests.servers.processes import answers, ending_with_us
from tests.waiting import until

PROCESSORS = sorted(os.sched_getaffinity(0))
SERVERS_PROCESSOR, OUR_PROCESSORS = PROCESSORS[0], set(PROCESSORS[1:]) or set(PROCESSORS)

_RESIDENT = re.compile(r"VmRSS:\s+(\d+) kB")


class NoAddress(RuntimeError):
    """aiortc's and Janus's ICE leave 127.0.0.1 alone, so the machine needs an address besides."""


def machine_address() -> str:
    """This machine's own address; what is sent to it never leaves the kernel. Raises NoAddress."""
    first = machine_addresses()[0]
    if first.startswith("127."):
        raise NoAddress("this machine has no IPv4 address besides loopback")
    return first


@dataclass(frozen=True)
class Process:
    """A running server, seen by the kernel's books."""

    pid: int
    port: int

    def seconds(self) -> float:
        """Processor time of all its threads so far."""
        return processor_seconds(self.pid)

    def resident(self) -> int:
        """Bytes of memory it holds."""
        found = _RESIDENT.search(Path(f"/proc/{self.pid}/status").read_text("ascii"))
        return int(found[1]) * 1024 if found else 0


class Place(abc.ABC):
    """One server. `base` is what it holds before anybody came, in bytes."""

    name = ""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.base = process.resident()

    @abc.abstractmethod
    def room(self, number: int, people: int) -> AbstractAsyncContextManager[list[Person]]:
        """A room in which so many people are connected to each other, silent so far; gone with the block."""


@contextlib.asynccontextmanager
async def own_process(
    command: Sequence[str], port: int, environment: Mapping[str, str] | None = None, *, log: Path | None = None
) -> AsyncIterator[Process]:
    """`command`, on the server's processor alone, until the block ends."""
    with started(command, environment, log) as pid:
        os.sched_setaffinity(pid, {SERVERS_PROCESSOR})
        await until(lambda: answers(port), timeout=60)
        yield Process(pid, port)


@contextlib.contextmanager
def started(command: Sequence[str], environment: Mapping[str, str] | None, log: Path | None = None) -> Iterator[int]:
    """The process number of `command`, which ends with the block."""
    with contextlib.ExitStack() as stack:
        output = stack.enter_context(log.open("wb")) if log else DEVNULL
        process = Popen(ending_with_us(command), env=environment, stdout=output, stderr=output)
        try:
            yield process.pid
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except TimeoutExpired:
                process.kill()
                process.wait()
