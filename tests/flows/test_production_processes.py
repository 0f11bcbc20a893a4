"""Production's shape: API workers, worker and media node as processes of their own, on PostgreSQL and Redis."""

import asyncio
import base64
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from backend.documents.keys import make_evidence_key
from backend.settings import Settings
from backend.wechat.sandbox.server import SandboxServer
from tests import loopback
from tests.family import bring_together, report_body
from tests.people import county_in
from tests.product import Product
from tests.servers.processes import free_port
from tests.waiting import until

pytestmark = pytest.mark.timeout(180)

KEY = base64.b64encode(bytes(range(32))).decode()


@dataclass
class Production:
    """The API's address as a `Product`, and the media node's port."""

    product: Product
    media_port: int


@asynccontextmanager
async def production(folder: Path, database_url: str, redis_url: str) -> AsyncIterator[Production]:
    """Three kinds of process, started as docker-compose.yml starts them."""
    demo = Settings.read({}).wechat
    evidence = folder / "evidence.p12"
    make_evidence_key(evidence, "secret of the test", datetime.now(UTC))
    media_port = free_port()
    async with SandboxServer(demo) as wechat_url:
        product = Product(folder, database_url, wechat_url)
        environ = {
            **os.environ,
            "EMBEDDED": "0",
            "PORT": str(product.port),
            "WORKERS": "2",
            "PUBLIC_URL": product.base_url,
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "STORAGE_URL": str(folder / "objects"),
            "EVIDENCE_KEY": str(evidence),
            "EVIDENCE_KEY_PASSWORD": "secret of the test",
            "ENCRYPTION_KEYS": f"test:{KEY}",
            "LOOKUP_KEY": KEY,
            "GRANT_KEY": KEY,
            "WECHAT_BASE_URL": wechat_url,
            "WECHAT_APPID": demo.appid,
            "WECHAT_SECRET": demo.secret,
            "WECHAT_PUSH_TOKEN": demo.push_token,
            "WECHAT_PUSH_AES_KEY": demo.push_aes_key,
            **{f"WECHAT_TEMPLATE_{kind.upper()}": name for kind, name in demo.templates.items()},
            "MEDIA_PORT": str(media_port),
            "MEDIA_EVENTS_URL": f"{product.base_url}/api/calls/events",
            "MEDIA_ORIGINS": product.base_url,
        }
        product.environ = environ
        modules = ("miniprogram_api", "backend.worker", "media")
        processes = [await asyncio.to_thread(_spawn, folder, module, environ) for module in modules]
        product.process = processes[0]
        try:
            await until(product.ready, timeout=60, every=0.1)
            yield Production(product, media_port)
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                await asyncio.to_thread(process.wait, 30)


def _spawn(folder: Path, module: str, environ: dict[str, str]) -> subprocess.Popen[bytes]:
    with (folder / "product.log").open("ab") as output:
        return subprocess.Popen([sys.executable, "-m", module], env=environ, stdout=output, stderr=subprocess.STDOUT)


async def test_a_report_is_told_by_the_worker_and_a_room_by_the_media_node(
    tmp_path: Path, postgres_url: str, redis_url: str
) -> None:
    async with production(tmp_path, postgres_url, redis_url) as running, county_in(running.product) as county:
        family = await bring_together(county)
        report = (await family.volunteer.post("/api/visits/reports", report_body(family.elder_id)))["id"]

        async def told() -> bool:
            inbox = await family.son.get("/api/notifications")
            return any(report in item["page"] for item in inbox["items"])

        await until(told, timeout=30, every=0.2)

        times = [(datetime.now(UTC) + timedelta(hours=1)).isoformat()]
        call = (await family.son.post("/api/calls", {"elder_id": family.elder_id, "times": times}))["id"]
        offered = (await family.volunteer.get(f"/api/calls/{call}"))["call"]["times"]
        await family.volunteer.post(f"/api/calls/{call}/take", {"starts_at": offered[0]})
        await family.volunteer.post(f"/api/calls/{call}/open")
        ticket = (await family.volunteer.post(f"/api/calls/{call}/ticket"))["ticket"]
        async with loopback.client(running.product.base_url) as page:
            entered = await page.post("/api/calls/room", json={"ticket": ticket})
            cookie = entered.cookies["room"]
        url = f"ws://127.0.0.1:{running.media_port}/media/signalling"
        headers = {"Cookie": f"room={cookie}", "Origin": running.product.base_url}
        async with connect(url, additional_headers=headers) as room:
            await room.send(json.dumps({"type": "hello", "resume": None}))
            welcome = json.loads(await room.recv())
            assert welcome["type"] == "welcome"

            async def attended() -> bool:
                return bool((await family.son.get(f"/api/calls/{call}"))["attendance"])

            await until(attended, timeout=20, every=0.2)
