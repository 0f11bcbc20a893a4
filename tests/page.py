"""One tab of a real browser: what a person would do in it, and what can be read off it."""

import asyncio
import base64
import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any, Protocol


class Sender(Protocol):
    """Whoever carries DevTools commands to the browser; `tests.chromium.Chromium`."""

    async def send(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]: ...


class PageError(AssertionError):
    """What the page or the protocol answered instead of a value."""


class Page:
    """One tab. `errors` collects uncaught exceptions and console errors, `requests` every URL asked for."""

    def __init__(self, browser: Sender, session: str) -> None:
        self._browser, self._session = browser, session
        self._loaded = asyncio.Event()
        self._chooser: asyncio.Future[int] | None = None
        self.errors: list[str] = []
        self.requests: list[str] = []

    async def send(self, method: str, **params: Any) -> dict[str, Any]:
        """One DevTools command in this tab. Raises PageError."""
        return await self._browser.send(method, session=self._session, **params)

    async def goto(self, url: str) -> None:
        """Opens `url` and waits for its load event. Raises PageError when nobody answers there."""
        self._loaded.clear()
        answer = await self.send("Page.navigate", url=url)
        if "errorText" in answer:
            raise PageError(answer["errorText"])
        if "loaderId" in answer:
            await self._loaded.wait()

    async def reload(self) -> None:
        self._loaded.clear()
        await self.send("Page.reload")
        await self._loaded.wait()

    async def close(self) -> None:
        """Closes the tab, as a person does."""
        await self.send("Page.close")

    async def evaluate(self, expression: str) -> Any:
        """The JSON value of an expression; a promise is awaited. Raises PageError with the page's own words."""
        answer = await self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise PageError(details.get("exception", {}).get("description") or str(details))
        return answer["result"].get("value")

    async def wait_for(self, expression: str, within: float = 20) -> Any:
        """The value of `expression` once it is truthy; survives navigation meanwhile. Raises PageError."""
        until = f"""new Promise((resolve, reject) => {{
            const end = performance.now() + {within * 1000};
            const look = async () => {{
                let value; try {{ value = await ({expression}) }} catch (e) {{ value = null }}
                if (value) resolve(value);
                else if (performance.now() > end) reject(new Error('never came true'));
                else setTimeout(look, 40);
            }};
            look();
        }})"""
        try:
            async with asyncio.timeout(within + 2):
                while True:
                    try:
                        return await self.evaluate(until)
                    except PageError as error:
                        if "never came true" in str(error) or "SyntaxError" in str(error):
                            raise
                        await self.send("Page.getFrameTree")
        except (TimeoutError, PageError) as error:
            seen = await self.evaluate("(document.body || {}).innerText || ''")
            told = f"not within {within} s: {expression}\npage says: {seen[:800]!r}\nerrors: {self.errors[-5:]}"
            raise PageError(told) from error

    async def click(self, selector: str) -> None:
        """A real mouse click in the middle of the first match, once it is there and shown."""
        await self._click_at(f"document.querySelector({json.dumps(selector)})")

    async def click_text(self, text: str) -> None:
        """The same on the innermost shown element whose text is exactly `text`, else merely holds it."""
        await self._click_at(f"""(() => {{
            const wanted = {json.dumps(text)}, shown = [...document.querySelectorAll('body *')].filter(
                e => e.getClientRects().length && (e.innerText || '').includes(wanted));
            const exact = shown.filter(e => e.innerText.trim() === wanted);
            return (exact.length ? exact : shown).at(-1) || null;
        }})()""")

    async def drag(self, selector: str, points: Sequence[tuple[float, float]]) -> None:
        """Draws on an element with the mouse pressed; points are fractions of its width and height."""
        box = await self._box(f"document.querySelector({json.dumps(selector)})")
        spots = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]
        await self._mouse("mousePressed", *spots[0])
        for spot in spots[1:]:
            await self._mouse("mouseMoved", *spot)
        await self._mouse("mouseReleased", *spots[-1])

    async def fill(self, selector: str, value: str) -> None:
        """Replaces the value of an input as a person typing would (focus, input and change events)."""
        await self.wait_for(f"document.querySelector({json.dumps(selector)})")
        await self.evaluate(f"""(() => {{
            const field = document.querySelector({json.dumps(selector)});
            field.focus();
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, {json.dumps(value)});
            for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{ bubbles: true }}));
            field.blur();
        }})()""")

    @contextlib.asynccontextmanager
    async def choosing_files(self, *paths: Path) -> AsyncIterator[None]:
        """Answers the file dialog that the block opens with `paths`."""
        self._chooser = asyncio.get_running_loop().create_future()
        await self.send("Page.setInterceptFileChooserDialog", enabled=True)
        yield
        async with asyncio.timeout(10):
            node = await self._chooser
        await self.send("DOM.setFileInputFiles", files=[str(path) for path in paths], backendNodeId=node)
        await self.send("Page.setInterceptFileChooserDialog", enabled=False)

    async def screen(self, width: int, height: int, *, scale: float = 1, mobile: bool = False) -> None:
        """The viewport in CSS pixels; `mobile` adds touch."""
        await self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=mobile
        )
        await self.send("Emulation.setTouchEmulationEnabled", enabled=mobile)

    async def screenshot(self, path: Path, *, whole: bool = False) -> None:
        """A PNG of the viewport, or of the whole page."""
        answer = await self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        await asyncio.to_thread(_write, path, base64.b64decode(answer["data"]))

    async def _click_at(self, element: str) -> None:
        box = await self._box(element)
        spot = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        await self._mouse("mousePressed", *spot)
        await self._mouse("mouseReleased", *spot)

    async def _box(self, element: str) -> dict[str, float]:
        box: dict[str, float] = await self.wait_for(f"""(() => {{
            const e = {element};
            if (!e || !e.getClientRects().length) return null;
            e.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            return e.getBoundingClientRect().toJSON();
        }})()""")
        return box

    async def _mouse(self, kind: str, x: float, y: float) -> None:
        await self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)

    def heard(self, method: str, params: dict[str, Any]) -> None:
        """An event of this tab, from the browser's reader."""
        if method == "Page.loadEventFired":
            self._loaded.set()
        elif method == "Page.fileChooserOpened" and self._chooser is not None and not self._chooser.done():
            self._chooser.set_result(params["backendNodeId"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Runtime.consoleAPICalled" and params["type"] == "error":
            self.errors.append(" ".join(str(arg.get("value", arg.get("description"))) for arg in params["args"]))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
