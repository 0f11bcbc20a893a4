"""The whole story on real input: agreement, seal, visit, call in three browsers, and the county's figures."""

import contextlib
import subprocess
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from backend.accounts.roles import Role
from backend.kit.clock import shanghai_day
from tests import loopback
from tests.chromium import Chromium
from tests.family import Family, bring_together, consent_body, drafted, report_body, signed
from tests.flows.rooms import Caller
from tests.media_files import BLUE, GREEN, RED, tone_file, video_file
from tests.people import county_in, drawing
from tests.product import Product, running_product
from tests.waiting import until

pytestmark = pytest.mark.timeout(300)

TALK = 8


@pytest.fixture
async def product(tmp_path: Path, postgres_url: str, redis_url: str) -> AsyncIterator[Product]:
    """The product on PostgreSQL and Redis."""
    async with running_product(tmp_path, postgres_url, REDIS_URL=redis_url) as running:
        yield running


@contextlib.asynccontextmanager
async def three_browsers(folder: Path) -> AsyncIterator[list[Chromium]]:
    """Red, green and blue, each its own process with its own camera and microphone."""
    async with contextlib.AsyncExitStack() as stack:
        yield [
            await stack.enter_async_context(
                await Chromium.start(camera=video_file(one, folder), microphone=tone_file(one, folder))
            )
            for one in (RED, GREEN, BLUE)
        ]


async def test_a_child_sees_her_mother_and_the_county_counts_it(product: Product, tmp_path: Path) -> None:
    async with county_in(product) as county:
        family = await bring_together(county)
        assert county.county is not None
        bureau = await county.official("bureau", Role.COUNTY, county.county, "孙立")
        await accept_messages(product, family)

        agreement = await an_agreement_is_made_and_filed(family)
        await the_sealed_paper_verifies(product, family, agreement, tmp_path)
        await a_visit_is_filed_and_the_son_reads_it(product, family)
        async with three_browsers(tmp_path) as browsers:
            talked = await the_family_talks(product, family, browsers, tmp_path)

        figures = await bureau.get("/api/statistics/figures", month=f"{shanghai_day(datetime.now(UTC)):%Y-%m}")
        the_county_counts_it_all(figures, talked)


async def accept_messages(product: Product, family: Family) -> None:
    """The son accepts one message of each kind, as the mini-program would ask."""
    templates = product.settings().wechat.templates
    async with loopback.client(product.wechat_url) as wechat:
        accepted = {template: "accept" for template in templates.values()}
        await wechat.post("/sandbox/subscriptions", json={"openid": "son", "answers": accepted})
    await family.son.post("/api/subscriptions", {"answers": dict.fromkeys(templates, "accept")})


async def an_agreement_is_made_and_filed(family: Family) -> str:
    """Wish, draft, two signatures, consent before a witness, hand-in, 报备."""
    agreement = await drafted(family)
    text_hash = await signed(family, agreement)
    taken = await family.volunteer.post(f"/api/agreements/{agreement}/answer", await consent_body(family, text_hash))
    assert taken["valid"]
    await family.son.post(f"/api/agreements/{agreement}/hand-in")
    desk = await family.committee.get("/api/dashboards/committee")
    assert [card["id"] for card in desk["agreements"]] == [agreement]
    filed = await family.committee.post(f"/api/agreements/{agreement}/file", {})
    assert filed["number"].startswith("539901101201-")
    return agreement


async def the_sealed_paper_verifies(product: Product, family: Family, agreement: str, folder: Path) -> None:
    """pdfsig calls it valid; a changed byte is caught; the public check page knows it by code and by file."""

    async def sealed() -> dict[str, Any] | None:
        shown: dict[str, Any] = await family.son.get(f"/api/agreements/{agreement}")
        return shown if shown["agreement"]["sealed_at"] else None

    shown = await until(sealed, timeout=60, every=0.5)
    answer = await family.son.send("GET", f"/api/agreements/{agreement}/pdf")
    assert answer.headers["content-type"] == "application/pdf"
    paper, changed = folder / "agreement.pdf", folder / "changed.pdf"
    paper.write_bytes(answer.content)
    changed.write_bytes(_with_a_changed_byte(answer.content))
    assert "Signature is Valid" in _pdfsig(paper)
    assert "Signature is Valid" not in _pdfsig(changed)

    number = shown["agreement"]["number"]
    async with loopback.client(product.base_url) as anybody:
        by_code = await anybody.get("/api/check", params={"number": number, "code": shown["check_code"]})
        assert by_code.status_code == 200
        assert by_code.json()["elder"].endswith("*")
        assert (await anybody.get("/api/check", params={"number": number})).status_code == 422
        pdf = {"content-type": "application/pdf"}
        by_file = await anybody.post("/api/check/pdf", content=paper.read_bytes(), headers=pdf)
        assert by_file.json()["number"] == number
        tail = paper.read_bytes()[:-1] + b"X"
        assert (await anybody.post("/api/check/pdf", content=tail, headers=pdf)).status_code == 409


def _with_a_changed_byte(pdf: bytes) -> bytes:
    middle = len(pdf) // 3
    return pdf[:middle] + bytes([pdf[middle] ^ 1]) + pdf[middle + 1 :]


def _pdfsig(path: Path) -> str:
    return subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False).stdout


async def a_visit_is_filed_and_the_son_reads_it(product: Product, family: Family) -> None:
    """The volunteer files it with a photo; the son is told in WeChat and in the inbox, and reads it."""
    photo = await family.volunteer.upload(drawing("#a05030"))
    body = report_body(family.elder_id, photo_ids=[photo])
    report = (await family.volunteer.post("/api/visits/reports", body))["id"]

    async def told() -> list[str]:
        async with loopback.client(product.wechat_url) as wechat:
            messages = (await wechat.get("/sandbox/messages", params={"openid": "son"})).json()
        return [message["page"] for message in messages["messages"] if report in message["page"]]

    assert len(await until(told, timeout=30, every=0.3)) == 1
    inbox = await family.son.get("/api/notifications")
    assert sum(report in item["page"] for item in inbox["items"]) == 1
    read = await family.son.get(f"/api/visits/reports/{report}")
    assert read["note"] == body["note"]
    assert (await family.son.send("GET", f"/api/uploads/{photo}?size=thumb")).status_code == 200


async def the_family_talks(product: Product, family: Family, browsers: list[Chromium], folder: Path) -> int:
    """Two children join from the H5 page; nobody is in before the host admits; the talk time stands in the log."""
    times = [(datetime.now(UTC) + timedelta(hours=hours)).isoformat() for hours in (1, 25)]
    call = (await family.son.post("/api/calls", {"elder_id": family.elder_id, "times": times}))["id"]
    offered = (await family.volunteer.get(f"/api/calls/{call}"))["call"]["times"]
    await family.volunteer.post(f"/api/calls/{call}/take", {"starts_at": offered[0]})
    await family.volunteer.post(f"/api/calls/{call}/open")

    red, green, blue = browsers
    son = await Caller.arrive(product, family.son, call, green, GREEN)
    daughter = await Caller.arrive(product, family.daughter, call, blue, BLUE)
    await son.is_in("knocking")
    host = await Caller.arrive(product, family.volunteer, call, red, RED)
    assert await son.sees_nobody()
    assert await daughter.sees_nobody()
    await host.admit_all(2)

    await host.meets(son, daughter)
    await son.meets(host, daughter)
    await daughter.meets(host, son)
    for name, caller in (("host", host), ("son", son)):
        await caller.page.screenshot(folder / f"{name}.png")

    async def talked_enough() -> int:
        return int((await family.son.get(f"/api/calls/{call}"))["call"]["talk_seconds"] >= TALK)

    await until(talked_enough, timeout=60, every=0.5)
    await family.volunteer.post(f"/api/calls/{call}/close")

    async def over() -> dict[str, Any] | None:
        detail: dict[str, Any] = await family.son.get(f"/api/calls/{call}")
        return detail if detail["call"]["state"] == "closed" else None

    detail = await until(over, timeout=30)
    seconds = {row["account_id"]: row["seconds"] for row in detail["attendance"]}
    assert set(seconds) == {host.account, son.account, daughter.account}
    assert all(value > 0 for value in seconds.values())
    for caller in (host, son, daughter):
        assert caller.page.errors == []
    talked: int = detail["call"]["talk_seconds"]
    return talked


def the_county_counts_it_all(figures: dict[str, Any], talked: int) -> None:
    """One elder, one agreement in force, one visited, one call with its minutes, at every level alike."""
    levels = {row["level"]: row for row in figures["items"] if row["elders"]}
    assert set(levels) == {"county", "township", "village"}
    for row in levels.values():
        assert (row["elders"], row["agreements"], row["agreement_rate"]) == (1, 1, 1.0)
        assert (row["visited"], row["visit_rate"], row["overdue"]) == (1, 1.0, 0)
        assert (row["calls"], row["call_minutes"]) == (1, talked // 60)
