"""The whole product as its own process, over real HTTP, beside a WeChat sandbox that outlives it."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import httpx

from backend.settings import Settings
from backend.wechat.sandbox.server import SandboxServer
from tests import loopback
from tests.servers.processes import free_port
from tests.waiting import until


class Process(Protocol):
    """What a test does to a process."""

    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def kill(self) -> None: ...
    def send_signal(self, sig: int) -> None: ...


@dataclass
class Product:
    """One server that can be killed and started again on the same data."""

    folder: Path
    database_url: str
    wechat_url: str
    module: str = "miniprogram_api"
    environ: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: Process | None = None

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "product.log"

    def variables(self) -> dict[str, str]:
        """The process's environment."""
        return {
            **os.environ,
            "EMBEDDED": "1",
            "PORT": str(self.port),
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database_url,
            "WECHAT_BASE_URL": self.wechat_url,
            **self.environ,
        }

    def settings(self) -> Settings:
        """The settings the process runs with, for reaching its database from a test."""
        return Settings.read(self.variables())

    async def start(self, **extra: str) -> None:
        """Start and wait until it is ready."""
        self.process = self._spawn({**self.variables(), **extra})
        await until(self.ready, timeout=120, every=0.2)

    def _spawn(self, environ: dict[str, str]) -> Process:
        with self.log.open("ab") as output:
            return subprocess.Popen(
                [sys.executable, "-m", self.module], env=environ, stdout=output, stderr=subprocess.STDOUT
            )

    async def ready(self) -> bool:
        """Whether it answers `/readyz`. Raises AssertionError when the process ended instead."""
        assert self.process is not None
        assert self.process.poll() is None, self.log.read_text()[-3000:]
        async with loopback.client() as http:
            try:
                return (await http.get(f"{self.base_url}/readyz")).status_code == 200
            except httpx.TransportError:
                return False

    async def died(self) -> int:
        """Wait for the process to end by itself; its return code."""
        assert self.process is not None
        return await asyncio.to_thread(self.process.wait, 60)

    def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """Ask it to end, and see that it does."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.kill()


@asynccontextmanager
async def running_product(
    folder: Path, database_url: str, *, module: str = "miniprogram_api", **environ: str
) -> AsyncIterator[Product]:
    """A started product with its own sandbox; both end with the block."""
    async with SandboxServer(Settings.read({}).wechat) as wechat_url:
        product = Product(folder, database_url, wechat_url, module, environ)
        try:
            await product.start()
            yield product
        finally:
            product.stop()
