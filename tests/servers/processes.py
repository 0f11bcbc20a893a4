"""Child processes that end with us: ports of their own, an ordinary user where root is refused."""

import asyncio
import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ordinary_user() -> pwd.struct_passwd | None:
    """Whom servers run as when we are root, which PostgreSQL refuses; None when we are ordinary ourselves."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def ending_with_us(command: Sequence[str], stop: signal.Signals = signal.SIGTERM) -> list[str]:
    """`command`, sent `stop` should we die first (setpriv is part of util-linux)."""
    return ["setpriv", "--pdeathsig", stop.name, "--", *command]


def as_ordinary_user(command: Sequence[str]) -> list[str]:
    """`command`, run as an ordinary user when we are root."""
    if user := ordinary_user():
        return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--", *command]
    return [*command]


@contextlib.contextmanager
def scratch_folder(name: str) -> Iterator[Path]:
    """A folder the ordinary user owns, removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=f"cloud-reunion-{name}-"))
    if user := ordinary_user():
        os.chown(folder, user.pw_uid, user.pw_gid)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running(
    command: Sequence[str], folder: Path, *, stop: signal.Signals = signal.SIGTERM, ordinary: bool = True
) -> Iterator[Path]:
    """Run `command` inside `folder` until the block ends, then `stop` it; yields the file its output goes to.

    It runs as the ordinary user unless `ordinary` is False: our own Python may lie where only we may look.
    """
    log = folder / "output.log"
    with log.open("wb") as output:
        bound = ending_with_us(command, stop)
        process = subprocess.Popen(
            as_ordinary_user(bound) if ordinary else bound, cwd=folder, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        yield log
    finally:
        process.send_signal(stop)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


async def answers(port: int) -> bool:
    """Whether something accepts TCP connections on 127.0.0.1:`port`."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
    return True
