"""A real Chromium, driven over its DevTools protocol; one process per person, as each has its own camera file.

async with await Chromium.start(camera=video, microphone=tone) as browser:
    page = await browser.page("http://127.0.0.1:8000/")
    await page.click_text("进入")
    await page.wait_for("document.title === '通话中'")
"""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import socket
import tempfile
from pathlib import Path
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.page import Page, PageError

__all__ = ["Chromium", "Page", "PageError"]

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-features=CalculateNativeWinOcclusion,Translate",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--lang=zh-CN",
    "--remote-debugging-port=0",
)
EXECUTABLE = shutil.which("chromium") or "chromium"


class Elsewhere(Protocol):
    """Another network: `command` goes before what is to run there, `there` makes a socket of that kind."""

    def command(self) -> list[str]: ...
    def there(self, kind: int) -> socket.socket: ...


async def _wire(inside: Elsewhere, url: str) -> socket.socket:
    """A connection to where `url` listens in that network."""
    wire, place = inside.there(socket.SOCK_STREAM), urlsplit(url)
    wire.setblocking(False)
    await asyncio.get_running_loop().sock_connect(wire, (place.hostname, place.port))
    return wire


async def _drain(stream: asyncio.StreamReader | None) -> None:
    while stream is not None and await stream.read(65_536):
        pass


class Chromium:
    """One browser process, gone with the `async with`, and its profile with it unless one was given."""

    def __init__(
        self, process: asyncio.subprocess.Process, profile: Path, socket: ClientConnection, *, keep: bool = False
    ) -> None:
        self._process, self._profile, self._socket, self._keep = process, profile, socket, keep
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pages: dict[str, Page] = {}
        self._count = 0
        self._reader = asyncio.create_task(self._read())
        self._chatter = asyncio.create_task(_drain(process.stderr))

    @property
    def pid(self) -> int:
        return self._process.pid

    @classmethod
    async def start(
        cls,
        *flags: str,
        camera: Path | None = None,
        microphone: Path | None = None,
        profile: Path | None = None,
        inside: Elsewhere | None = None,
    ) -> Self:
        """`camera` is a .y4m or .mjpeg, `microphone` a .wav; both loop. Without them, Chromium's own test pattern.

        `inside` is another network of this machine that the process is to live in.
        """
        keep, profile = profile is not None, profile or Path(tempfile.mkdtemp(prefix="chromium-"))
        files = [f"--use-file-for-fake-video-capture={camera}"] if camera else []
        files += [f"--use-file-for-fake-audio-capture={microphone}"] if microphone else []
        before = inside.command() if inside else []
        process = await asyncio.create_subprocess_exec(
            *before, EXECUTABLE, *FLAGS, *files, *flags, f"--user-data-dir={profile}", "about:blank",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        assert process.stderr is not None
        async with asyncio.timeout(30):
            while b"DevTools listening on " not in (line := await process.stderr.readline()):
                if not line:
                    raise PageError("Chromium did not start")
        url = line.decode().rsplit(" ", 1)[1].strip()
        wire = await _wire(inside, url) if inside else None
        devtools = await connect(url, sock=wire, max_size=None, compression=None, ping_interval=None)
        return cls(process, profile, devtools, keep=keep)

    async def page(self, url: str = "about:blank") -> Page:
        """A new tab showing `url`."""
        target = (await self.send("Target.createTarget", url="about:blank"))["targetId"]
        session = (await self.send("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        page = self._pages[session] = Page(self, session)
        for domain in ("Page", "Runtime", "Network"):
            await page.send(f"{domain}.enable")
        if url != "about:blank":
            await page.goto(url)
        return page

    async def send(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """One DevTools command. Raises PageError with the browser's refusal."""
        self._count += 1
        call: dict[str, Any] = {"id": self._count, "method": method, "params": params}
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[self._count] = answer
        await self._socket.send(json.dumps(call | ({"sessionId": session} if session else {})))
        return await answer

    async def stop(self) -> None:
        """Ends the process (by force if need be) and removes its profile."""
        with contextlib.suppress(PageError, ConnectionClosed, TimeoutError):
            async with asyncio.timeout(5):
                await self.send("Browser.close")
                await self._process.wait()
        if self._process.returncode is None:
            self.kill()
            await self._process.wait()
        self._reader.cancel()
        self._chatter.cancel()
        await self._socket.close()
        if not self._keep:
            shutil.rmtree(self._profile, ignore_errors=True)

    def kill(self) -> None:
        """What a phone's empty battery does: no goodbye to anyone."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _read(self) -> None:
        with contextlib.suppress(ConnectionClosed):
            async for raw in self._socket:
                message = json.loads(raw)
                if "id" in message:
                    answer = self._answers.pop(message["id"])
                    if answer.done():
                        continue
                    if "error" in message:
                        answer.set_exception(PageError(message["error"]["message"]))
                    else:
                        answer.set_result(message["result"])
                elif page := self._pages.get(message.get("sessionId", "")):
                    page.heard(message["method"], message["params"])
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(PageError("the browser is gone"))
