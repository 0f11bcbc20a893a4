"""A volunteer's day without a network, in a real browser: nothing that was filed is lost, nothing arrives twice."""

import contextlib
import json
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backend.db import open_database
from backend.storage.models import OpenUpload, Upload
from backend.visits.models import VisitReport
from tests.chromium import Chromium, Page
from tests.factories.photos import photo
from tests.family import Family, bring_together
from tests.flows.road import Road
from tests.people import county_in
from tests.product import Product, running_product

pytestmark = pytest.mark.timeout(240)

CUT = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
COUNTRY = {"offline": False, "latency": 400, "downloadThroughput": 8000, "uploadThroughput": 8000}
"""400 ms and 64 kbit/s; the road itself loses a tenth."""

# What the phone is about to keep of each photograph, by a judge of our own.
_TOOLS = """
window.taken = []
const shrink = HTMLCanvasElement.prototype.toBlob
HTMLCanvasElement.prototype.toBlob = function (done, ...how) {
  shrink.call(this, async (blob) => {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))
    window.taken.push([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
    done(blob)
  }, ...how)
}
"""

_STEP = """document.querySelector('[data-test=submit-visit]') ? 'photos'
    : document.querySelector('[data-test^=answer-]') ? 'question'
    : document.querySelector('[data-test=next]') && 'more'"""
_WHERE = "(document.body.innerText.match(/第 \\d+ 题|最后一步/) ?? [''])[0]"


@pytest.fixture
async def product(tmp_path: Path, sqlite_url: str) -> AsyncIterator[Product]:
    """The product with its H5 pages."""
    async with running_product(tmp_path, sqlite_url) as running:
        yield running


@dataclass
class Phone:
    """The volunteer's browser. Its profile outlives the process, as a phone's memory does."""

    origin: str
    token: str
    profile: Path

    @contextlib.asynccontextmanager
    async def switched_on(self) -> AsyncIterator[tuple[Chromium, Page]]:
        """The page of today. The session token is given anew: the browser writes that one at its leisure."""
        async with await Chromium.start(profile=self.profile) as browser:
            page = await browser.page(f"{self.origin}/pages/sign-in")
            await page.screen(390, 844, mobile=True)
            await page.evaluate(f"localStorage.setItem('session-token', {json.dumps(self.token)})")
            await page.goto(f"{self.origin}/")
            await page.wait_for("document.querySelector('[data-test=visit]')")
            yield browser, page


async def set_out(page: Page, name: str) -> None:
    """去探访, beside the elder's name."""
    button = f"""[...document.querySelectorAll('[data-test=visit]')].find(
        one => one.getClientRects().length && one.closest('.card').innerText.includes({json.dumps(name)}))"""
    await page.wait_for(f"{button} && ({button}.click(), true)", within=60)


async def file_visit(page: Page, name: str, photos: list[Path]) -> None:
    """All is well with the elder, and of a first visit nothing more is told; so many photographs."""
    await set_out(page, name)
    while (step := await page.wait_for(_STEP)) != "photos":
        where = await page.evaluate(_WHERE)
        if step == "question":
            question = await page.evaluate("document.querySelector('[data-test^=answer-]').dataset.test")
            await page.click(f"[data-test={question.rsplit('-', 1)[0]}-good]")
        await page.click("[data-test=next]")
        await page.wait_for(f"{_WHERE} !== {json.dumps(where)}")
    for number, path in enumerate(photos):
        async with page.choosing_files(path):
            await page.click("[data-test=add-photo]")
        await page.wait_for(f"document.querySelectorAll('.photo-grid .photo').length === {number + 1}")
    await page.click("[data-test=submit-visit]")
    await page.wait_for("!document.querySelector('[data-test=submit-visit]')", within=60)


async def three_elders(family: Family) -> dict[str, str]:
    """The family's elder and two more of the village, all the volunteer's; ids by name."""
    elders = {"李桂兰": family.elder_id}
    [volunteer] = (await family.committee.get("/api/volunteers"))["items"]
    for name in ("周德福", "吴玉珍"):
        body = {
            "village_id": str(family.county.villages[0]),
            "name": name,
            "gender": "male",
            "born_on": date(1940, 1, 1).isoformat(),
            "address": "下寨 3 号",
            "living_alone": True,
        }
        elders[name] = (await family.committee.post("/api/elders", body))["id"]
        pairing = {"volunteer_id": volunteer["id"], "elder_id": elders[name]}
        await family.committee.post("/api/volunteers/pairings", pairing)
    return elders


async def all_sent(page: Page) -> None:
    """The phone holds nothing any more."""
    await page.wait_for("!document.body.innerText.includes('存在手机里')", within=90)


async def held(product: Product) -> tuple[Counter[str], Counter[str], int]:
    """Visits by elder, confirmed hashes of the photographs in them, and uploads still open."""
    async with open_database(product.settings().database_url):
        reports = await VisitReport.all()
        photos = [photo_id for report in reports for photo_id in json.loads(report.photo_ids)]
        uploads = {str(row.id): row.phone_sha256 or "" for row in await Upload.all()}
        assert await Upload.filter(elder_id=None).count() == 0
        still = await OpenUpload.filter(picture_id=None).count()
    return Counter(str(report.elder_id) for report in reports), Counter(uploads[each] for each in photos), still


async def test_three_visits_filed_without_a_network_arrive_once_with_every_photo(
    product: Product, tmp_path: Path
) -> None:
    for name, side in (("large", 320), ("small", 90)):
        (tmp_path / f"{name}.jpg").write_bytes(photo(len(name), side))
    large, small = tmp_path / "large.jpg", tmp_path / "small.jpg"
    async with county_in(product) as county, Road(product.port).open() as (origin, road):
        family = await bring_together(county)
        elders = await three_elders(family)
        phone = Phone(origin, family.volunteer.token, tmp_path / "profile")

        async with phone.switched_on() as (browser, page):
            taken = await filed(page, elders, [[large, small], [large], [small]], CUT)
            browser.kill()
        assert await held(product) == (Counter(), Counter(), 0)

        async with phone.switched_on() as (_, page):
            for _ in range(3):
                await road.burst(60_000)
            road.mend()
            await all_sent(page)
            assert await held(product) == (Counter(elders.values()), Counter(taken), 0)

            road.loss = 0.1
            taken += await filed(page, elders, [[large], [small], [small]], COUNTRY)
            await all_sent(page)
        assert road.lost
        assert await held(product) == (Counter([*elders.values()] * 2), Counter(taken), 0)


async def filed(page: Page, elders: dict[str, str], photos: list[list[Path]], network: dict[str, Any]) -> list[str]:
    """A visit to each, over such a network; the SHA-256 of every photograph as the phone keeps it."""
    await page.evaluate(_TOOLS)
    # A mini-program has its pages in the phone; a browser has those it has shown once.
    await set_out(page, next(iter(elders)))
    await page.wait_for(_STEP)
    await page.evaluate("history.back()")
    await page.wait_for("!document.querySelector('[data-test^=answer-]')")
    await page.send("Network.emulateNetworkConditions", **network)
    for name, paths in zip(elders, photos, strict=True):
        await file_visit(page, name, paths)
    taken: list[str] = await page.evaluate("window.taken")
    return taken
