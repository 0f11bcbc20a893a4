"""The call page in real browsers, looked at and listened to from outside: decoded pixels and audio energy."""

import json
from dataclasses import dataclass
from uuid import UUID

from tests.chromium import Chromium, Page
from tests.media_files import Likeness, named_by_colour, named_by_pitch
from tests.people import Person
from tests.product import Product
from tests.waiting import until

# The page itself keeps nothing for us: every remote voice gets an ear of ours when first asked for.
_TOOLS = """
window.judge = {
  ears: {}, sound: new AudioContext(),
  video: id => document.querySelector(`video[data-participant="${id}"]`),
  colour(id) {
    const video = this.video(id)
    if (!video || video.readyState < 2 || !video.videoWidth) return null
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 9
    const brush = canvas.getContext('2d')
    brush.drawImage(video, 0, 0, 9, 9)
    return [...brush.getImageData(4, 1, 1, 1).data].slice(0, 3)
  },
  pitch(id) {
    const stream = this.video(id)?.srcObject
    if (!stream || !stream.getAudioTracks().length) return 0
    if (!this.ears[id]) {
      this.ears[id] = this.sound.createAnalyser()
      this.ears[id].fftSize = 8192
      this.sound.createMediaStreamSource(stream).connect(this.ears[id])
    }
    const levels = new Float32Array(this.ears[id].frequencyBinCount)
    this.ears[id].getFloatFrequencyData(levels)
    const best = levels.indexOf(Math.max(...levels))
    return levels[best] > -60 ? best * this.sound.sampleRate / 8192 : 0
  },
}
"""


@dataclass
class Caller:
    """One person at the call page, known to the others by account id."""

    account: str
    page: Page
    likeness: Likeness

    @classmethod
    async def arrive(
        cls, product: Product, person: Person, call: str, browser: Chromium, likeness: Likeness
    ) -> "Caller":
        """Mint a ticket at the tap, open the page as the mini-program's web-view would, and press 进去."""
        account = (await person.get("/api/sessions/current"))["account_id"]
        ticket = (await person.post(f"/api/calls/{call}/ticket"))["ticket"]
        page = await browser.page()
        await page.screen(390, 844, mobile=True)
        await page.goto(f"{product.base_url}/call/room?call={call}&ticket={ticket}")
        await page.wait_for("document.querySelector('[data-test=ready]')")
        assert ticket not in await page.evaluate("location.href"), "the ticket stayed in the address bar"
        await page.evaluate(_TOOLS)
        await page.click("[data-test=enter]")
        return cls(account, page, likeness)

    async def state(self) -> str:
        """The room's state as the page shows it."""
        found: str = await self.page.evaluate("document.querySelector('[data-test=room-state]')?.dataset.state ?? ''")
        return found

    async def is_in(self, state: str) -> None:
        """Wait for a state."""

        async def reached() -> bool:
            return await self.state() == state

        await until(reached, timeout=30)

    async def sees_nobody(self) -> bool:
        """No other person's picture is on the page."""
        count = await self.page.evaluate("document.querySelectorAll('[data-test=remote-video]').length")
        return bool(count == 0)

    async def admit_all(self, guests: int) -> None:
        """As the host, let in everybody who knocks, one after another."""
        await self.page.wait_for(f"document.querySelectorAll('[data-test=knock]').length === {guests}")
        for left in range(guests, 0, -1):
            await self.page.click("[data-test=admit]")
            await self.page.wait_for(f"document.querySelectorAll('[data-test=knock]').length === {left - 1}")

    async def meets(self, *others: "Caller") -> None:
        """Wait until exactly these people are shown, each with their own colour and their own tone."""
        shown = json.dumps(sorted(other.account for other in others))
        await self.page.wait_for(
            "JSON.stringify([...document.querySelectorAll('[data-test=remote-video]')]"
            f".map(video => video.dataset.participant).sort()) === JSON.stringify({shown})"
        )
        for other in others:

            async def recognized(other: Caller = other) -> bool:
                who = json.dumps(other.account)
                colour = named_by_colour(await self.page.evaluate(f"judge.colour({who})"))
                tone = named_by_pitch(await self.page.evaluate(f"judge.pitch({who})"))
                return colour == tone == other.likeness.name

            await until(recognized, timeout=30, every=0.2)


def ids(*people: Caller) -> set[UUID]:
    """Their accounts."""
    return {UUID(person.account) for person in people}
