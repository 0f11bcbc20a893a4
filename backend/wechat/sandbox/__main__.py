"""`python -m backend.wechat.sandbox --port 9100`: the sandbox alone, for the mini-program of the settings."""

import asyncio
import signal

import typer

from backend.settings import Settings
from backend.wechat.sandbox.server import SandboxServer


def main(port: int = 9100, callback_url: str | None = None) -> None:
    """Serve on loopback until interrupted."""
    asyncio.run(_serve(port, callback_url))


async def _serve(port: int, callback_url: str | None) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with SandboxServer(Settings.read().wechat, port=port, callback_url=callback_url) as base_url:
        typer.echo(f"WeChat sandbox on {base_url}")
        await stopped.wait()


if __name__ == "__main__":
    typer.run(main)
