"""`python -m tests.bench.measured_worker`: a worker that says at its end how much memory it ever held, in bytes.

Standard output gets `{"own": …, "child": …}` at SIGTERM: the process itself, and the largest of its children. A
child's `ru_maxrss` begins with what its parent held at the fork, so the high-water mark of each is looked up instead.
"""

import asyncio
import json
import re
import signal
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from backend import worker
from backend.bootstrap import open_services
from backend.settings import Settings

_HIGHEST = re.compile(r"VmHWM:\s+(\d+) kB")


async def run() -> None:
    """Until SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with open_services(Settings.read()) as services:
        await worker.run(services, stop)


def peak(process: str) -> int:
    """Bytes resident at most so far; 0 when the process is gone."""
    with suppress(FileNotFoundError, ProcessLookupError):
        found = _HIGHEST.search(Path(f"/proc/{process}/status").read_text())
        return int(found[1]) * 1024 if found else 0
    return 0


def watch(ended: Event, peaks: list[int]) -> None:
    """The peak of every child, looked at twenty times a second."""
    while not ended.wait(0.05):
        for task in Path("/proc/self/task").iterdir():
            with suppress(FileNotFoundError):
                peaks.extend(peak(child) for child in (task / "children").read_text().split())
        peaks[:] = [max(peaks, default=0)]


if __name__ == "__main__":
    ended, peaks = Event(), list[int]()
    watching = Thread(target=watch, args=(ended, peaks))
    watching.start()
    asyncio.run(run())
    ended.set()
    watching.join()
    sys.stdout.write(json.dumps({"own": peak("self"), "child": max(peaks, default=0)}))
