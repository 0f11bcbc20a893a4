"""The client's build over HTTP: its own scripts and nobody else's, no file outside, and health told honestly."""

import asyncio
import base64
import hashlib
import re
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from backend.db import transaction
from tests.factories.server import served_world
from tests.servers.postgres import Postgres

SCRIPT = "window.built = '一'"
PAGE = f"<!doctype html><script>{SCRIPT}</script><script src='/assets/main.js'></script><div id=app></div>"
SECRET = "nobody outside may read this"


@pytest.fixture
async def http(sqlite_url: str, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A server over a small build, with a secret file beside it."""
    build = tmp_path / "h5"
    (build / "assets").mkdir(parents=True)
    (build / "index.html").write_text(PAGE)
    (build / "assets" / "main.js").write_text("1")
    (tmp_path / "secret.txt").write_text(SECRET)
    (build / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    async with served_world(sqlite_url, tmp_path, H5_DIR=str(build)) as (_, client):
        yield client


async def raw(http: httpx.AsyncClient, target: bytes) -> bytes:
    """The whole answer to a request for exactly these bytes, which a client would tidy up."""
    url = urlsplit(str(http.base_url))
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    writer.write(b"GET " + target + b" HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
    async with asyncio.timeout(10):
        answer = await reader.read()
    writer.close()
    return answer


class TestPages:
    @pytest.mark.parametrize("path", ["/", "/pages/signin/confirm?id=1", "/check?number=1", "/index.html"])
    async def test_give_the_one_page_under_a_policy(self, http: httpx.AsyncClient, path: str) -> None:
        answer = await http.get(path)
        assert answer.status_code == 200
        assert answer.text == PAGE
        policy = answer.headers["content-security-policy"]
        told = dict(re.findall(r"([a-z-]+) ([^;]*)", policy))
        digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
        assert told["script-src"].split() == ["'self'", f"'sha256-{digest}'"]
        assert told["default-src"] == "'self'"
        assert told["frame-ancestors"] == "'none'"
        assert told["base-uri"] == "'self'"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-cache"

    async def test_give_the_build_s_files_for_long(self, http: httpx.AsyncClient) -> None:
        answer = await http.get("/assets/main.js")
        assert answer.text == "1"
        assert answer.headers["content-type"].startswith(("text/javascript", "application/javascript"))
        assert "max-age=31536000" in answer.headers["cache-control"]
        assert answer.headers["x-content-type-options"] == "nosniff"

    @pytest.mark.parametrize("path", ["/assets/gone.js", "/api/nothing", "/media/nothing"])
    async def test_tell_plainly_what_is_not_there(self, http: httpx.AsyncClient, path: str) -> None:
        answer = await http.get(path)
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"

    @pytest.mark.parametrize(
        "target",
        [
            b"/../secret.txt",
            b"/..%2fsecret.txt",
            b"/%2e%2e/secret.txt",
            b"/assets/../../secret.txt",
            b"/assets/..%2f..%2fsecret.txt",
            b"/..%5csecret.txt",
            b"//secret.txt",
            b"/way-out.txt",
            b"/%2fetc%2fpasswd",
            b"//etc/passwd",
            b"/secret.txt%00.js",
            b"/%00",
            b"/" + b"a" * 3000,
            b"/assets/" + b"%E6%9D%8E" * 300,
            b"/%ff%fe",
        ],
    )
    async def test_give_no_file_outside_the_build_and_never_break(self, http: httpx.AsyncClient, target: bytes) -> None:
        answer = await raw(http, target)
        status = int(answer.split(b" ", 2)[1])
        assert status in (200, 400, 404)
        assert SECRET.encode() not in answer
        assert b"root:" not in answer
        assert status != 200 or PAGE.encode() in answer


class TestHealth:
    async def test_lives_and_is_ready(self, http: httpx.AsyncClient) -> None:
        assert (await http.get("/healthz")).json() == {"status": "ok"}
        answer = await http.get("/readyz")
        assert (answer.status_code, answer.json()["status"]) == (200, "ok")

    async def test_is_measured_without_ids_or_queries(self, http: httpx.AsyncClient) -> None:
        await http.get("/api/elders/01890a5d-ac96-774b-bcce-b302099a8057?secret=1")
        measured = (await http.get("/metrics")).text
        assert "http_request_seconds" in measured
        assert "01890a5d" not in measured
        assert "secret" not in measured

    async def test_is_not_ready_while_the_database_is_gone_and_is_again_when_it_is_back(
        self, postgres: Postgres, migrated_template: str, tmp_path: Path
    ) -> None:
        async with postgres.database(migrated_template) as url, served_world(url, tmp_path) as (_, http):
            name = url.rpartition("/")[2]
            assert (await http.get("/readyz")).status_code == 200
            await postgres.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
            answer = await http.get("/readyz")
            assert (answer.status_code, answer.json()["troubles"]) == (503, ["database"])
            assert (await http.get("/healthz")).status_code == 200
            await postgres.execute(f'CREATE DATABASE "{name}" TEMPLATE "{migrated_template}"')
            assert (await http.get("/readyz")).status_code == 200

    async def test_is_not_ready_when_no_connection_is_to_be_had(self, postgres_url: str, tmp_path: Path) -> None:
        async with served_world(postgres_url, tmp_path, DATABASE_POOL="2") as (_, http):
            let_go = asyncio.Event()

            async def hold(held: asyncio.Event) -> None:
                async with transaction():
                    held.set()
                    await let_go.wait()

            held = [asyncio.Event(), asyncio.Event()]
            holding = [asyncio.create_task(hold(each)) for each in held]
            await asyncio.gather(*(each.wait() for each in held))
            assert (await http.get("/readyz", timeout=20)).status_code == 503
            let_go.set()
            await asyncio.gather(*holding)
            assert (await http.get("/readyz")).status_code == 200
