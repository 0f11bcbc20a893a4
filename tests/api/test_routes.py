"""Typed routes: who may, what comes in, what goes out, once per key; problems are told without repeating a value."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.accounts.roles import Role
from backend.db import execute
from backend.divisions.actions import place
from backend.divisions.models import DivisionLevel
from backend.elders.models import Elder
from backend.kit.pages import encode_cursor
from backend.outbox.models import IdempotentAnswer
from tests.factories.server import served_world
from tests.factories.village import Person, World
from tests.servers.postgres import Postgres

SECRET = "不要让人看到的话"
_numbers = count(301)


@pytest.fixture(scope="module")
async def served(
    engine: str,
    postgres: Postgres,
    migrated_template: str,
    migrated_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[World, httpx.AsyncClient]]:
    """One server for all on each engine; every test brings an official of its own."""
    folder = tmp_path_factory.mktemp("served")
    async with AsyncExitStack() as stack:
        if engine == "postgres":
            url = await stack.enter_async_context(postgres.database(migrated_template))
        else:
            url = f"sqlite://{shutil.copyfile(migrated_file, folder / 'fresh.sqlite3')}"
        yield await stack.enter_async_context(served_world(url, folder))


class Desk:
    """A committee's desk over HTTP."""

    def __init__(self, world: World, http: httpx.AsyncClient, person: Person) -> None:
        self.world, self.http, self.person = world, http, person

    def headers(self, key: object = None) -> dict[str, str]:
        return {"authorization": f"Bearer {self.person.token}", "idempotency-key": str(key or uuid4())}

    def elder(self, **changes: Any) -> dict[str, Any]:
        told = {
            "village_id": str(self.world.village.id),
            "name": "李桂兰",
            "gender": "female",
            "born_on": "1943-03-12",
            "address": "上寨 8 号",
            "living_alone": True,
        }
        return {name: value for name, value in {**told, **changes}.items() if value is not None}

    async def post(self, body: object, *, key: object = None, **changes: Any) -> httpx.Response:
        return await self.http.post("/api/elders", json=body, headers={**self.headers(key), **changes})

    async def get(self, path: str) -> httpx.Response:
        return await self.http.get(path, headers=self.headers())

    async def registered(self) -> int:
        """How many elders the village has."""
        return await Elder.filter(village_id=self.world.village.id).count()


@pytest.fixture
async def desk(served: tuple[World, httpx.AsyncClient]) -> Desk:
    """The desk of a village without an elder."""
    world, http = served
    number, above = next(_numbers), world.township
    village = await place(
        code=f"{above.code[:9]}{number}",
        name=f"第{number}村",
        level=DivisionLevel.VILLAGE,
        parent=above,
        starts_on=above.starts_on,
    )
    return Desk(replace(world, village=village), http, await world.person(Role.COMMITTEE, division=village))


def is_problem(answer: httpx.Response, status: int, code: str | None = None, field: str | None = None) -> None:
    """RFC 9457 with our additions."""
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert answer.status_code == told["status"] == status, told
    assert told.keys() - {"field"} == {"type", "title", "status", "code", "message"}
    assert told["type"] == f"urn:cloud-reunion:problem:{told['code']}"
    assert any("\u4e00" <= letter <= "\u9fff" for letter in told["message"])
    if code:
        assert told["code"] == code
    if field:
        assert told["field"] == field


class TestAccess:
    @pytest.mark.parametrize(
        "header",
        [
            None,
            "",
            "Bearer",
            "Bearer " + "x" * 43,
            "Basic " + "x" * 43,
            "Bearer " + "x" * 5000,
            "bearer " + "x" * 43,
        ],
    )
    async def test_needs_an_open_session(self, desk: Desk, header: str | None) -> None:
        headers = {} if header is None else {"authorization": header}
        is_problem(await desk.http.get("/api/elders", headers=headers), 401, "not_signed_in")

    async def test_needs_the_role(self, desk: Desk) -> None:
        desk.person = await desk.world.person(Role.COUNTY, division=desk.world.county)
        is_problem(await desk.get("/api/elders"), 403, "role_cannot")
        desk.person = await desk.world.person(Role.SUPPORTER)
        is_problem(await desk.post(desk.elder()), 403, "role_cannot")

    async def test_finds_nothing_out_of_sight(self, desk: Desk) -> None:
        elsewhere = await desk.world.elder(village=desk.world.neighbour)
        seen, unseen = await desk.get(f"/api/elders/{elsewhere}"), await desk.get(f"/api/elders/{uuid4()}")
        is_problem(seen, 404)
        assert seen.json() == unseen.json()


class TestBody:
    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"name": None}, None),
            ({"name": ""}, "$.name"),
            ({"name": SECRET * 10}, "$.name"),
            ({"name": 5}, "$.name"),
            ({"gender": SECRET}, "$.gender"),
            ({"born_on": SECRET}, "$.born_on"),
            ({"born_on": "1943-02-30"}, "$.born_on"),
            ({"living_alone": "yes"}, "$.living_alone"),
            ({"village_id": SECRET}, "$.village_id"),
            ({"phone": SECRET}, "$.phone"),
            ({SECRET: 1}, None),
            ({"name": "李\u0000"}, None),
            ({"name": "李\u0007"}, None),
        ],
    )
    async def test_that_is_not_right_is_told_by_its_field_and_not_repeated(
        self, desk: Desk, changes: dict[str, Any], field: str | None
    ) -> None:
        body = desk.elder(**changes)
        if changes == {"name": None}:
            body.pop("name", None)
        answer = await desk.post(body)
        is_problem(answer, 422, "field_not_right", field)
        assert SECRET not in answer.text
        assert await desk.registered() == 0

    @pytest.mark.parametrize("body", [b"", b"{", b'{"name": "\xff"}', b"[]", b"null", b'{"a":' * 5000, b"\x00"])
    async def test_that_is_no_json_of_ours_is_refused(self, desk: Desk, body: bytes) -> None:
        answer = await desk.http.post(
            "/api/elders", content=body, headers={**desk.headers(), "content-type": "application/json"}
        )
        is_problem(answer, 422)

    async def test_too_large_is_refused(self, desk: Desk) -> None:
        is_problem(await desk.post(desk.elder(address="字" * 40_000)), 413, "too_large")

    async def test_a_rule_refuses_is_told_by_its_field(self, desk: Desk) -> None:
        is_problem(await desk.post(desk.elder(born_on="1990-01-01")), 422, "birthday_not_possible", "born_on")


class TestQuery:
    @pytest.mark.parametrize(
        "query",
        ["limit=0", "limit=51", "limit=x", "limit=1.5", "cursor=%00", "cursor=" + "a" * 201, "limit=-1", "cursor=%0a"],
    )
    async def test_out_of_bounds_is_refused(self, desk: Desk, query: str) -> None:
        is_problem(await desk.get(f"/api/elders?{query}"), 422)

    @pytest.mark.parametrize(
        "cursor", ["AAAA", "bm90LW91cnM", encode_cursor("李\x00", "01890a5d-ac96-774b-bcce-b302099a8057")]
    )
    async def test_with_a_cursor_not_ours_is_refused(self, desk: Desk, cursor: str) -> None:
        is_problem(await desk.get(f"/api/elders?cursor={cursor}"), 422, "cursor_not_readable", "cursor")

    async def test_pages_through_everybody_once(self, desk: Desk) -> None:
        everybody = {str(await desk.world.elder(name=f"老人{number % 2}")) for number in range(5)}
        found, query = [], "limit=2"
        for _ in range(3):
            page = (await desk.get(f"/api/elders?{query}")).json()
            found += [row["id"] for row in page["items"]]
            query = f"limit=2&cursor={page['next_cursor']}"
        assert page["next_cursor"] is None
        assert sorted(found) == sorted(everybody)


class TestMethod:
    async def test_the_path_does_not_know_is_refused(self, desk: Desk) -> None:
        answer = await desk.http.request("PATCH", "/api/elders", headers=desk.headers())
        is_problem(answer, 405 if answer.status_code == 405 else 404)

    async def test_on_an_id_that_is_none_finds_nothing(self, desk: Desk) -> None:
        is_problem(await desk.get("/api/elders/not-an-id"), 404)


class TestKey:
    @pytest.mark.parametrize("key", ["", "5", "not-a-uuid", "' OR 1=1 --"])
    async def test_is_needed_for_every_write(self, desk: Desk, key: str) -> None:
        answer = await desk.post(desk.elder(), **{"idempotency-key": key})
        is_problem(answer, 422, "key_missing", "Idempotency-Key")

    async def test_brings_the_same_answer_again(self, desk: Desk) -> None:
        key = uuid4()
        first, again = await desk.post(desk.elder(), key=key), await desk.post(desk.elder(), key=key)
        assert first.status_code == again.status_code == 201
        assert first.content == again.content
        assert await desk.registered() == 1

    async def test_brings_twins_one_answer(self, desk: Desk) -> None:
        key = uuid4()
        answers = await asyncio.gather(*(desk.post(desk.elder(), key=key) for _ in range(4)))
        assert {answer.status_code for answer in answers} == {201}
        assert len({answer.content for answer in answers}) == 1
        assert await desk.registered() == 1

    async def test_with_another_body_is_refused(self, desk: Desk) -> None:
        key = uuid4()
        await desk.post(desk.elder(), key=key)
        is_problem(await desk.post(desk.elder(name="王秀英"), key=key), 409, "key_used_for_another")

    async def test_of_another_person_is_another_key(self, desk: Desk) -> None:
        key = uuid4()
        first = await desk.post(desk.elder(), key=key)
        desk.person = await desk.world.person(Role.COMMITTEE, division=desk.world.village)
        second = await desk.post(desk.elder(), key=key)
        assert first.json() != second.json()

    async def test_of_a_refusal_is_free_to_try_again(self, desk: Desk) -> None:
        key = uuid4()
        body = desk.elder(id_number="11010519491231002X")
        await desk.post(body)
        is_problem(await desk.post(body, key=key), 409, "elder_already_registered")
        assert await IdempotentAnswer.filter(key=key).count() == 0
        await Elder.filter(village_id=desk.world.village.id).update(left_on=desk.world.village.starts_on)
        assert (await desk.post(body, key=key)).status_code == 201

    async def test_of_two_who_enter_one_number_at_once_lets_one_in(self, desk: Desk) -> None:
        body = desk.elder(id_number="530102194502030016")
        answers = await asyncio.gather(*(desk.post(body) for _ in range(3)))
        assert sorted(answer.status_code for answer in answers) == [201, 409, 409]
        assert await desk.registered() == 1


class TestAnswer:
    async def test_carries_a_request_id_and_its_type(self, desk: Desk) -> None:
        answer = await desk.get("/api/elders")
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-request-id"]

    async def test_of_a_fault_of_ours_says_nothing_of_it(self, desk: Desk) -> None:
        await execute("ALTER TABLE elders RENAME TO elders_elsewhere")
        answer = await desk.get("/api/elders")
        await execute("ALTER TABLE elders_elsewhere RENAME TO elders")
        is_problem(answer, 500, "internal_error")
        assert "elders" not in answer.text
