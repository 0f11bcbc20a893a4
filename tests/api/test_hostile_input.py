"""Whatever is sent, the answer is a plain refusal; nothing breaks, and nothing given is repeated or logged."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import msgspec
import pytest

import tests.api.scenes as scenes
from miniprogram_api.routes import Operation
from tests.api.attempts import SCENES, attempt_at, known
from tests.api.mutations import CANARY, DATES, broken_bodies
from tests.api.operations import BY_ID, filled
from tests.api.wire import raw, request
from tests.api.world import World

assert scenes

pytestmark = pytest.mark.timeout(400)

WITH_BODY = [name for name, operation in BY_ID.items() if operation.body is not None and name in SCENES]
WITH_QUERY = [name for name, operation in BY_ID.items() if operation.query is not None]
WITH_IDS = [name for name, operation in BY_ID.items() if operation.path_ids]


@pytest.fixture
def asked_world(request: pytest.FixtureRequest) -> World:
    """The world the test asks."""
    found: World = request.getfixturevalue("world" if "world" in request.fixturenames else "sqlite_world")
    return found


@pytest.fixture(autouse=True)
def quiet_log(asked_world: World) -> Iterator[None]:
    """Nothing given stands in the log, and nothing broke inside."""
    before = asked_world.product.log.stat().st_size
    yield
    told = asked_world.product.log.read_bytes()[before:].decode(errors="replace")
    for word in (CANARY, json.dumps(CANARY)[1:-1], "canary", "Traceback", "request_broke"):
        assert word not in told, told[max(0, told.find(word) - 500) : told.find(word) + 1500]


def fault(answer: httpx.Response, *, certain: bool = True) -> str | None:
    """What is wrong with the answer to something wrong."""
    if answer.status_code >= 500:
        return f"{answer.status_code} {answer.text[:200]}"
    if answer.status_code < 400:
        return f"let in: {answer.status_code}" if certain else None
    problem = answer.json() if answer.headers["content-type"] == "application/problem+json" else {}
    if not {"code", "message", "status"} <= problem.keys():
        return f"no problem+json: {answer.status_code} {answer.headers} {answer.text[:200]}"
    if CANARY in answer.text or "canary" in answer.text:
        return f"echo: {answer.text[:300]}"
    return None


def is_read(operation: Operation, body: bytes) -> bool:
    """Whether the body passes the operation's schema, so that a database may hear of it."""
    assert operation.body is not None
    try:
        msgspec.json.decode(body, type=operation.body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return True


@pytest.mark.parametrize("name", WITH_BODY)
async def test_a_broken_body_is_refused(world: World, engine: str, name: str) -> None:
    """On PostgreSQL too where the schema lets it pass."""
    operation, attempt = BY_ID[name], await attempt_at(world, name)
    assert isinstance(attempt.body, dict)
    path, faults = filled(operation, attempt.ids), []
    for what, body, certain in broken_bodies(attempt.body):
        if engine == "postgres" and not is_read(operation, body):
            continue
        headers = {**attempt.by.headers(), "content-type": "application/json"}
        answer = await world.county.http.request(operation.method, path, content=body, headers=headers)
        assert answer.status_code != 429, "the limit hides what it is about"
        if found := fault(answer, certain=certain):
            faults.append(f"{what}: {found}")
    assert faults == []


@pytest.mark.parametrize("name", WITH_BODY)
async def test_a_body_of_another_kind_is_refused(sqlite_world: World, name: str) -> None:
    operation, attempt = BY_ID[name], await known(sqlite_world, name)
    for kind in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "image/png",
        "x",
    ):
        answer = await sqlite_world.county.http.request(
            operation.method,
            filled(operation, attempt.ids),
            content=json.dumps(attempt.body),
            headers={**attempt.by.headers(), "content-type": kind},
        )
        assert answer.status_code == 415, answer.text
        assert fault(answer) is None


QUERIES = {
    "limit": ("0", "-1", "51", "1e9", "9" * 400, "NaN", "", "canary", "0x10", "１"),
    "cursor": ("canary", "%00", "a" * 201, "AAAA", "=", "\ud83d", "MDAwMA", "H8ICHw", "4pyTHzE", *DATES),
    "elder_id": ("canary", "", "0", "{}", "0" * 36),
    "state": ("canary", "", "DRAFT", "draft\x00"),
    "size": ("canary", ""),
    "month": ("canary", "2026-13", "2000-00", "9999-12", "2026-1", "2099-12\n"),
    "division_id": ("canary", ""),
    "as_of": ("canary", "", "2026-02-30", "9999-12-31", "2019-12-31", "2026-1-1"),
    "since": ("canary", "", "2026-02-30", "9999-12-31", "2019-12-31", "0001-01-01"),
    "number": ("", "canary\x00", "a" * 41),
    "form": ("canary", ""),
    "tier": ("canary", ""),
    "village_id": ("canary", ""),
    "code": ("canary" * 10, "\x00"),
    "health": ("canary", ""),
    "part": ("canary", ""),
    "down_to": ("canary", ""),
    "overdue": ("canary", ""),
    "kind": ("canary", "", "HIGH_RISK"),
    "without": ("canary", "", "high_risk\x00"),
    "unfinished": ("canary", ""),
    "reason": ("canary", "", "died\x00"),
    "closed": ("canary", ""),
    "period": ("canary", "", "MONTH", "month\x00"),
    "standing": ("canary", "", "MISSED"),
    "draw_id": ("canary", "", "0" * 36),
    "into_id": ("canary", "", "0" * 36),
    "sha256": ("canary", "", "A" * 64, "0" * 65),
    "days": ("0", "-1", "63", "1e9", "9" * 400, "NaN", "", "canary"),
}


@pytest.mark.parametrize("name", WITH_QUERY)
async def test_a_broken_query_is_refused(world: World, name: str) -> None:
    operation, attempt = BY_ID[name], await attempt_at(world, name)
    path, faults = filled(operation, attempt.ids), []
    assert operation.query is not None
    for field in operation.query.__struct_fields__:
        for value in QUERIES[field]:
            query = {**attempt.query, field: value.encode("utf-8", "surrogatepass").decode("latin-1")}
            answer = await world.county.http.request(operation.method, path, params=query, headers=attempt.by.headers())
            if found := fault(answer):
                faults.append(f"{field}={value[:30]!r}: {found}")
        for rest in (f"{field}=1&{field}=%FF%FE", f"{field}=%", f"{field}[]=1", f"{field}=%ED%A0%80", "&=&&==" * 50):
            answer = await world.county.http.request(operation.method, f"{path}?{rest}", headers=attempt.by.headers())
            if found := fault(answer, certain=False):
                faults.append(f"{rest[:30]}: {found}")
    assert faults == []


@pytest.mark.parametrize("name", WITH_IDS)
async def test_an_id_that_is_none_is_not_found(sqlite_world: World, name: str) -> None:
    operation = BY_ID[name]
    token = f"Bearer {sqlite_world.family.committee.token}"
    for wrong in ("canary", "0", "%00", "..%2f..%2fcanary", "1" * 300, str(uuid4())[:-1], "%FF%FE", "null"):
        path = operation.path.format(**dict.fromkeys(operation.path_ids, wrong))
        sent = request(operation.method, path, authorization=token, idempotency_key=str(uuid4()))
        answer = await raw(sqlite_world.product.port, sent)
        assert answer.status == 404, f"{path}: {answer}"
        assert answer.code == "not_found"
        assert b"canary" not in answer.body


async def test_a_write_names_its_key(sqlite_world: World) -> None:
    committee, body = sqlite_world.family.committee, sqlite_world.elder_body()
    for key in ("", "canary", "0" * 33, "1", str(uuid4()) + "0"):
        headers = {"authorization": f"Bearer {committee.token}", "idempotency-key": key}
        answer = await sqlite_world.county.http.post("/api/elders", json=body, headers=headers)
        assert (answer.status_code, answer.json()["code"], fault(answer)) == (422, "key_missing", None)
    headers.pop("idempotency-key")
    assert (await sqlite_world.county.http.post("/api/elders", json=body, headers=headers)).json()[
        "code"
    ] == "key_missing"


class TestTooMuch:
    """Bodies and headers beyond every bound."""

    @pytest.mark.parametrize("path", ["/api/elders", "/api/uploads", "/api/check/pdf", "/api/calls/events"])
    async def test_twenty_megabytes_are_refused_before_they_are_read(self, sqlite_world: World, path: str) -> None:
        head = request("POST", path, authorization=f"Bearer {sqlite_world.family.committee.token}").replace(
            b"content-length: 0", b"content-length: 20971520"
        )
        answer = await raw(sqlite_world.product.port, head, *([b"x" * 65536] * 320))
        assert (answer.status, answer.code) == (413, "too_large")

    async def test_twenty_megabytes_in_chunks_are_refused(self, sqlite_world: World) -> None:
        head = request("POST", "/api/uploads", authorization=f"Bearer {sqlite_world.family.committee.token}").replace(
            b"content-length: 0", b"transfer-encoding: chunked"
        )
        answer = await raw(
            sqlite_world.product.port, head, *([b"10000\r\n" + b"x" * 65536 + b"\r\n"] * 320), b"0\r\n\r\n"
        )
        assert (answer.status, answer.code) == (413, "too_large")

    async def test_json_has_a_bound_of_its_own(self, sqlite_world: World) -> None:
        body = json.dumps(sqlite_world.elder_body(address=CANARY * 10_000))
        headers = {**sqlite_world.family.committee.headers(), "content-type": "application/json"}
        answer = await sqlite_world.county.http.post("/api/elders", content=body, headers=headers)
        assert (answer.status_code, answer.json()["code"], fault(answer)) == (413, "too_large", None)

    async def test_a_long_header_or_address_is_refused(self, sqlite_world: World) -> None:
        many: dict[str, Any] = {f"x_{number}": "canary" * 100 for number in range(100)}
        for sent in (
            request("GET", "/api/elders", authorization=f"Bearer {'canary' * 4000}"),
            request("GET", "/api/elders?cursor=" + "canary" * 4000),
            request("GET", "/api/elders", **many),
        ):
            answer = await raw(sqlite_world.product.port, sent)
            assert 400 <= answer.status < 500
            assert answer.code
            assert b"canary" not in answer.body

    async def test_a_packed_bomb_stays_packed(self, sqlite_world: World) -> None:
        headers = {
            **sqlite_world.family.committee.headers(),
            "content-type": "application/json",
            "content-encoding": "gzip",
        }
        answer = await sqlite_world.county.http.post(
            "/api/elders", content=gzip.compress(b" " * 10**7), headers=headers
        )
        assert fault(answer) is None

    async def test_a_picture_that_is_none(self, sqlite_world: World) -> None:
        for data in (
            b"",
            CANARY.encode(),
            b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
            b"\xff\xd8\xff" + b"\0" * 100,
            b"<svg/>",
        ):
            headers = {**sqlite_world.family.committee.headers(), "content-type": "image/png"}
            answer = await sqlite_world.county.http.post("/api/uploads", content=data, headers=headers)
            assert answer.status_code == 422, answer.text
            assert fault(answer) is None


class TestOddHttp:
    """Methods, paths and lines no client of ours sends."""

    @pytest.mark.parametrize("method", ["DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "CANARY", "get", "OPTIONS"])
    async def test_an_unknown_method_is_refused(self, sqlite_world: World, method: str) -> None:
        answer = await raw(sqlite_world.product.port, request(method, "/api/elders"))
        assert 400 <= answer.status < 500
        assert answer.code
        assert b"CANARY" not in answer.body

    @pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
    async def test_an_api_path_that_is_none(self, sqlite_world: World, method: str) -> None:
        answer = await raw(sqlite_world.product.port, request(method, "/api/canary"))
        assert (answer.status, answer.code) == (404, "not_found")
        assert b"canary" not in answer.body

    @pytest.mark.parametrize(
        "line",
        [
            b"\r\n\r\n",
            b"GET\r\n\r\n",
            b"GET /api/elders\r\n\r\n",
            b"GET /api/elders HTTP/9.9\r\nhost: x\r\n\r\n",
            b"GET /api/elders HTTP/1.1\r\nno colon here\r\n\r\n",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
            b"POST /api/elders HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
            b"POST /api/elders HTTP/1.1\r\nhost: x\r\ncontent-length: canary\r\n\r\n",
            b"POST /api/elders HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\ncanary\r\n\r\n",
            b"GET /api/elders HTTP/1.1\r\nhost: x\r\nauthorization: Bearer \xff\xfe\x00canary\r\n\r\n",
            b"GET /api/%ff%fe\xff HTTP/1.1\r\nhost: x\r\n\r\n",
        ],
    )
    async def test_a_line_that_is_no_http(self, sqlite_world: World, line: bytes) -> None:
        answer = await raw(sqlite_world.product.port, line)
        assert answer.status < 500
        assert answer.status == 0 or (answer.status >= 400 and answer.code)
        assert b"canary" not in answer.body

    async def test_the_server_still_stands(self, sqlite_world: World) -> None:
        assert await sqlite_world.product.ready()


class TestStaticPages:
    """The H5 build's folder, and nothing beside it."""

    @pytest.mark.parametrize(
        "path",
        [
            "/../secret.txt",
            "/assets/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/assets/..%2f..%2fsecret.txt",
            "/%2e%2e%2fsecret.txt",
            "/..%5csecret.txt",
            "/....//secret.txt",
            "//secret.txt",
            "/%252e%252e%252fsecret.txt",
            "/assets/%00",
            "/%00secret.txt",
            "/assets/app.js%00.html",
            "/link/secret.txt",
            "/" + "a" * 300,
            "/" + "a/" * 2000,
            "/%ff%fe",
            "/%ED%A0%80",
            "/assets/" + "%F0%9F%8E%89" * 100,
        ],
    )
    async def test_no_path_leads_out_of_the_folder(self, sqlite_world: World, path: str) -> None:
        answer = await raw(sqlite_world.product.port, request("GET", path))
        assert answer.status in (200, 400, 404), answer
        assert b"canary of the folder above" not in answer.body
        assert "root:" not in answer.body.decode(errors="replace")

    async def test_the_page_and_its_files_are_served(self, sqlite_world: World) -> None:
        assert "<title>" in (await sqlite_world.county.http.get("/pages/call/room")).text
        assert (await sqlite_world.county.http.get("/assets/app.js")).text == "1"

    async def test_an_absolute_path_in_the_path(self, sqlite_world: World, tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_text("canary of the folder above")
        answer = await raw(sqlite_world.product.port, request("GET", f"/{tmp_path}/secret.txt"))
        assert b"canary" not in answer.body
