"""The test page in real browsers: one process for each person, fed that person's colour and tone."""

import contextlib
import json
import subprocess
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any, Self

from media.contract import Role
from tests.chromium import Chromium, Page
from tests.media.nodes import CLIENT, RunningNode, token
from tests.media_files import Likeness, named_by_colour, named_by_pitch, tone_file, video_file
from tests.waiting import until


def room_script() -> bytes:
    """The browser module, bundled as the client's build would."""
    command = [CLIENT / "node_modules/.bin/esbuild", CLIENT / "src/room/index.ts"]
    options = ["--bundle", "--format=iife", "--global-name=roomModule", "--target=es2020", "--log-level=error"]
    return subprocess.run([*command, *options], check=True, capture_output=True).stdout


class Caller:
    """One person at their browser. Others are known by participant id."""

    def __init__(self, name: str, browser: Chromium, page: Page, node: RunningNode) -> None:
        self.name, self.browser, self.page, self.node = name, browser, page, node

    @classmethod
    async def open(cls, name: str, browser: Chromium, node: RunningNode, **grant: Any) -> Self:
        """A fresh page with a grant in its cookie jar, not yet knocking."""
        page = await browser.page()
        cookie = {"url": node.url, "name": "room", "value": token(name, **grant), "httpOnly": True}
        await page.send("Network.setCookie", **cookie)
        await page.goto(node.url + "/")
        return cls(name, browser, page, node)

    async def knock(self, **options: Any) -> None:
        """Takes camera and microphone and asks to come in."""
        await self.page.evaluate(f"enter({json.dumps(options)})")

    async def admit(self, *guests: str) -> None:
        """As the host, once they all wait."""
        await self.page.wait_for(f"{json.dumps(guests)}.every(id => seen.waiting.some(one => one.id === id))")
        for guest in guests:
            await self.page.evaluate(f"room.admit({json.dumps(guest)})")

    async def sees(self, other: str) -> str | None:
        """Whose colour the picture of `other` shows here."""
        return named_by_colour(await self.page.evaluate(f"colour({json.dumps(other)})"))

    async def hears(self, other: str) -> str | None:
        """Whose tone the voice of `other` carries here."""
        return named_by_pitch(await self.page.evaluate(f"pitch({json.dumps(other)})"))

    async def meets(self, **others: Likeness) -> None:
        """Waits until exactly these people are shown, each with their own colour and tone."""
        names = json.dumps(sorted(others))
        await self.page.wait_for(f"JSON.stringify(Object.keys(videos).sort()) === JSON.stringify({names})")
        for other, likeness in others.items():

            async def recognized(other: str = other, likeness: Likeness = likeness) -> bool:
                return await self.sees(other) == await self.hears(other) == likeness.name

            await until(recognized, timeout=30, every=0.1)

    async def is_alone(self) -> bool:
        """Nobody is shown, nobody is named, and no connection for media exists."""
        nothing = "Object.keys(videos).length === 0 && seen.people.length === 0"
        return bool(await self.page.evaluate(nothing))

    async def state(self) -> str:
        value: str = await self.page.evaluate("room.state")
        return value

    async def is_in(self, state: str) -> None:
        """Waits for this state of the room."""
        await self.page.wait_for(f"room.state === {json.dumps(state)}")


@contextlib.asynccontextmanager
async def browsers(folder: Path, *likenesses: Likeness, flags: Sequence[str] = ()) -> AsyncIterator[list[Chromium]]:
    """One process for each likeness."""
    async with contextlib.AsyncExitStack() as stack:
        yield [
            await stack.enter_async_context(
                await Chromium.start(*flags, camera=video_file(one, folder), microphone=tone_file(one, folder))
            )
            for one in likenesses
        ]


HOST = Role.HOST
