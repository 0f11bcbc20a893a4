"""`python -m tests.bench.measured_worker`: a worker that says at its end how much memory it ever held, in bytes.

Standard output gets `{"own": …, "child": …}` at SIGTERM: the process itself, and the largest of its children.
"""

import asyncio
import json
import resource
import signal
import sys

from backend import worker
from backend.bootstrap import open_services
from backend.settings import Settings


async def run() -> None:
    """Until SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with open_services(Settings.read()) as services:
        await worker.run(services, stop)


def peak(who: int) -> int:
    """Bytes resident at most; Linux counts in KiB."""
    return resource.getrusage(who).ru_maxrss * 1024


if __name__ == "__main__":
    asyncio.run(run())
    sys.stdout.write(json.dumps({"own": peak(resource.RUSAGE_SELF), "child": peak(resource.RUSAGE_CHILDREN)}))
