"""One elder's whole file over HTTP: everything in one answer, health only when asked for, one line in the log."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.accounts.roles import Role
from backend.audit.models import Reading
from tests.factories.calls import Family, build_family
from tests.factories.village import Person, World

PLACE = {"province": "广东省", "city": "深圳市", "since": "2024-02-20"}


@pytest.fixture
async def family(world: World) -> Family:
    return await build_family(world)


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, name="赵志强", division=world.village)


def headers(person: Person) -> dict[str, str]:
    return {"authorization": f"Bearer {person.token}", "idempotency-key": str(uuid4())}


async def write(http: httpx.AsyncClient, by: Person, method: str, path: str, body: dict[str, Any]) -> None:
    answer = await http.request(method, f"/api/elders/{path}", json=body, headers=headers(by))
    assert answer.is_success, answer.text


async def fill(http: httpx.AsyncClient, family: Family, committee: Person) -> None:
    elder_id, day = family.elder_id, "2026-03-10"
    part = {"part": "health", "text": "血压高，天天吃药", "observed_on": day}
    await write(http, family.volunteer, "POST", f"{elder_id}/profile", part)
    await write(http, committee, "POST", f"{elder_id}/profile", {**part, "part": "dwelling", "text": "砖房两间"})
    listed = [{"name": "李强", "relation": "邻居", "phone": "13800000002"}]
    await write(http, committee, "PUT", f"{elder_id}/contacts", {"contacts": listed, "seen": []})
    found = {"capacity": "capable", "source": "village", "found_by": "赵志强", "found_on": day}
    await write(http, committee, "POST", f"{elder_id}/capacity", found)
    home = {"people": 2, "spouse": True, "minors": 0, "observed_on": day}
    await write(http, committee, "POST", f"{elder_id}/household", home)
    await write(http, family.son, "POST", "whereabouts", PLACE)


async def read(http: httpx.AsyncClient, by: Person, path: str) -> dict[str, Any]:
    answer = await http.get(f"/api/elders/{path}", headers=headers(by))
    assert answer.is_success, answer.text
    found: dict[str, Any] = answer.json()
    return found


class TestFile:
    async def test_holds_everything_and_is_logged_once(
        self, http: httpx.AsyncClient, family: Family, committee: Person
    ) -> None:
        await fill(http, family, committee)
        file = await read(http, committee, f"{family.elder_id}/file")
        assert (file["elder"]["name"], file["elder"]["living_alone"]) == ("李秀英", False)
        assert [(part["part"], part["text"]) for part in file["profile"]] == [
            ("health", None),
            ("dwelling", "砖房两间"),
        ]
        assert [contact["phone"] for contact in file["contacts"]] == ["13800000002"]
        assert (file["capacity"]["capacity"], file["household"]["people"]) == ("capable", 2)
        son, daughter = file["family"]
        assert (son["city"], son["area"], son["known_on"]) == ("深圳市", "elsewhere", "2026-03-10")
        assert (daughter["known_on"], daughter["phone"]) == (None, "13900000000")
        [tier] = file["tiers"]
        assert (tier["tier"], tier["reasons"], tier["of_double"]) == ("routine", ["healthy"], False)
        assert (file["found"]["facts"]["living_alone"], len(file["found"]["stays"])) == (False, 1)
        assert {line["line"] for line in file["timeline"]["items"]} == {"entered", "tier"}
        assert [row.what for row in await Reading.filter(elder_id=family.elder_id)] == ["whole_file"]

    async def test_opens_health_when_asked_for_and_logs_it_so(
        self, http: httpx.AsyncClient, family: Family, committee: Person
    ) -> None:
        await fill(http, family, committee)
        file = await read(http, family.volunteer, f"{family.elder_id}/file?health=true")
        assert file["profile"][0]["text"] == "血压高，天天吃药"
        assert [member["phone"] for member in file["family"]] == [None, None]
        assert [row.what for row in await Reading.filter(elder_id=family.elder_id)] == ["whole_file_health"]

    @pytest.mark.parametrize("role", [Role.TOWNSHIP, Role.COUNTY])
    @pytest.mark.parametrize("part", ["file", "profile?health=true", "contacts", "capacity", "household", "timeline"])
    async def test_is_closed_to_township_and_county(
        self, http: httpx.AsyncClient, world: World, family: Family, role: Role, part: str
    ) -> None:
        person = await world.person(role, division=world.township if role is Role.TOWNSHIP else world.county)
        answer = await http.get(f"/api/elders/{family.elder_id}/{part}", headers=headers(person))
        assert (answer.status_code, answer.json()["code"]) == (403, "role_cannot")


class TestProfile:
    async def test_of_health_is_logged_as_health(
        self, http: httpx.AsyncClient, family: Family, committee: Person
    ) -> None:
        await fill(http, family, committee)
        for query in ("", "?part=dwelling", "?part=health", "?health=true"):
            await read(http, committee, f"{family.elder_id}/profile{query}")
        rows = await Reading.filter(elder_id=family.elder_id).order_by("id")
        assert [row.what for row in rows] == ["profile", "profile", "profile_health", "profile_health"]


class TestTimeline:
    async def test_refuses_a_cursor_of_its_own_making(
        self, http: httpx.AsyncClient, family: Family, committee: Person
    ) -> None:
        for cursor in ("x", "MjAyNi0xMy0wMQ"):
            answer = await http.get(
                f"/api/elders/{family.elder_id}/timeline?cursor={cursor}", headers=headers(committee)
            )
            assert (answer.status_code, answer.json()["code"]) == (422, "cursor_not_readable")


class TestWhereabouts:
    async def test_are_what_the_supporter_reads_back(
        self, http: httpx.AsyncClient, family: Family, committee: Person
    ) -> None:
        await fill(http, family, committee)
        told = await read(http, family.son, "whereabouts")
        [own] = told["items"]
        assert (own["home_province"], own["province"], own["city"]) == ("贵州省", "广东省", "深圳市")
        assert len(told["provinces"]) == 35
        again = await http.post("/api/elders/whereabouts/confirm", headers=headers(family.son))
        assert again.json() == {"elders": 1}
