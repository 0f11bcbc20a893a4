"""A small county whose product can be killed anywhere and started again on what is left."""

import json
import os
import select
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from backend.settings import Settings
from backend.wechat.sandbox.server import SandboxServer
from tests import loopback
from tests.family import Family, bring_together, drafted, handed_in
from tests.people import County, Person, county_in
from tests.product import Process, Product
from tests.waiting import until

KILLED = -9


class Launcher:
    """`tests.crash.launch` at the other end of a pipe; one product at a time."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.launch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )

    def launch(self, environ: dict[str, str], log: Path) -> "Forked":
        """A run of the product, begun."""
        assert self._server.stdin is not None
        self._server.stdin.write(json.dumps({"environ": environ, "log": str(log)}).encode() + b"\n")
        return Forked(self, int(self.answer()))

    def answers(self, within: float | None) -> bool:
        """Whether the launcher says something in the next `within` seconds (None: wait for it)."""
        assert self._server.stdout is not None
        return bool(select.select([self._server.stdout], [], [], within)[0])

    def answer(self) -> bytes:
        """Its next line."""
        assert self._server.stdout is not None
        return self._server.stdout.readline()

    def close(self) -> None:
        """End it; its product has ended before."""
        self._server.communicate()


@dataclass
class Forked:
    """One run, as `subprocess.Popen` would show it."""

    launcher: Launcher
    pid: int
    returncode: int | None = None

    def poll(self) -> int | None:
        if self.returncode is None and self.launcher.answers(0):
            self.returncode = int(self.launcher.answer())
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        if self.returncode is None:
            if not self.launcher.answers(timeout):
                raise subprocess.TimeoutExpired("the product", timeout or 0)
            self.returncode = int(self.launcher.answer())
        return self.returncode

    def kill(self) -> None:
        self.send_signal(9)

    def send_signal(self, sig: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, sig)


@dataclass(kw_only=True)
class MortalProduct(Product):
    """A product that can be told where to die."""

    launcher: Launcher

    def _spawn(self, environ: dict[str, str]) -> Process:
        return self.launcher.launch(environ, self.log)

    def begin(self, **extra: str) -> None:
        """Start without waiting until it is ready: it may die before."""
        self.process = self._spawn({**self.variables(), **extra})

    async def leases_run_out(self) -> None:
        """Half a minute passes for what the dead process had claimed."""
        await look(self, "UPDATE outbox_entries SET lease_until = NULL WHERE done_at IS NULL RETURNING id")


@asynccontextmanager
async def mortal_product(
    launcher: Launcher, folder: Path, database_url: str, **environ: str
) -> AsyncIterator[MortalProduct]:
    """A product not yet started, beside a WeChat sandbox that outlives it."""
    async with SandboxServer(Settings.read({}).wechat) as wechat_url:
        product = MortalProduct(folder, database_url, wechat_url, environ=environ, launcher=launcher)
        try:
            yield product
        finally:
            if product.process is not None:
                product.kill()


@dataclass(frozen=True)
class Prepared:
    """Data to copy from, and the people in it: one family with a draft, and one whose agreement is handed in."""

    folder: Path
    family: Family
    neighbours: Family
    draft: str
    handed_in: str


async def prepare(launcher: Launcher, folder: Path, database_url: str) -> Prepared:
    """Live through the story's beginning once."""
    async with mortal_product(launcher, folder, database_url) as product:
        await product.start()
        async with county_in(product) as county:
            family, neighbours = await bring_together(county), await bring_together(county, 1, mark="2")
            made = Prepared(folder, family, neighbours, await drafted(family), await handed_in(neighbours))
        await settled(product)
        product.stop()
    return made


@dataclass
class Home:
    """The prepared county under a product of the test's own."""

    product: MortalProduct
    family: Family
    neighbours: Family
    draft: str
    handed_in: str

    async def start(self, dies: str = "") -> None:
        """Run the product, to be killed at `dies` (see `launch`) or not at all."""
        await self.product.start(DIE_AT=dies)

    async def comes_back(self) -> None:
        """The killed product is started again, with nothing in its way."""
        assert await self.product.died() == KILLED, self.product.log.read_text()[-3000:]
        await self.product.leases_run_out()
        await self.product.start()

    async def accepts(self, person: Person, template: str) -> None:
        """The person taps "always allow", which WeChat and the page both see."""
        asked = await person.get("/api/subscriptions")
        template_id = next(row["template_id"] for row in asked["items"] if row["kind"] == template)
        answers = {"openid": person.openid, "answers": {template_id: "accept"}}
        (await person.http.post(f"{person.wechat_url}/sandbox/subscriptions", json=answers)).raise_for_status()
        await person.post("/api/subscriptions", {"answers": {template: "accept"}})

    async def received(self, person: Person) -> list[dict[str, Any]]:
        """The messages WeChat put on the person's phone."""
        answer = await person.http.get(f"{person.wechat_url}/sandbox/messages", params={"openid": person.openid})
        found: list[dict[str, Any]] = answer.json()["messages"]
        return found

    async def inbox(self, person: Person, title: str) -> int:
        """How many messages of this title lie in the person's inbox."""
        page = await person.get("/api/notifications", limit=50)
        return sum(title in row["title"] for row in page["items"])


@asynccontextmanager
async def home_in(launcher: Launcher, prepared: Prepared, folder: Path, database_url: str) -> AsyncIterator[Home]:
    """The prepared people at a product on copied data, not yet started."""
    async with (
        mortal_product(launcher, folder, database_url) as product,
        loopback.client(product.base_url, timeout=30) as http,
    ):
        yield Home(
            product,
            _moved(prepared.family, product, http),
            _moved(prepared.neighbours, product, http),
            prepared.draft,
            prepared.handed_in,
        )


def _moved(family: Family, product: Product, http: httpx.AsyncClient) -> Family:
    """The same people, whose sessions stand in the copied database, at another address."""
    old = family.county
    county = County(product, http, old.villages, old.township, old.county)

    def here(person: Person) -> Person:
        return replace(person, http=http, wechat_url=product.wechat_url)

    return Family(
        county,
        committee=here(family.committee),
        son=here(family.son),
        daughter=here(family.daughter),
        caregiver=here(family.caregiver),
        volunteer=here(family.volunteer),
        elder_id=family.elder_id,
        places=family.places,
    )


async def look(product: Product, sql: str) -> list[tuple[Any, ...]]:
    """Rows of one statement, past the product's own database code."""
    if product.database_url.startswith("sqlite"):
        with closing(sqlite3.connect(product.database_url.removeprefix("sqlite://"), isolation_level=None)) as file:
            return file.execute(sql).fetchall()
    server = await asyncpg.connect(product.database_url)
    try:
        return [tuple(row) for row in await server.fetch(sql)]
    finally:
        await server.close()


async def count(product: Product, rows: str) -> int:
    """How many rows `table [WHERE …]` names."""
    found: int = (await look(product, f"SELECT COUNT(*) FROM {rows}"))[0][0]
    return found


async def settled(product: Product) -> None:
    """Wait until every fact has been handled."""

    async def nothing_left() -> bool:
        return await count(product, "outbox_entries WHERE done_at IS NULL AND dead_at IS NULL") == 0

    await until(nothing_left, timeout=60, every=0.1)


async def cut_off(request: Awaitable[httpx.Response]) -> None:
    """The request is sent, and the server dies over it."""
    with pytest.raises(httpx.TransportError):
        await request
