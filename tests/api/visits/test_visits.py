"""Visits over HTTP: who gets in, what comes back, what a hostile body meets, and how often the database is asked."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.accounts.roles import Role
from backend.audit.models import Reading
from backend.db import _held, connection, one_connection
from backend.visits.models import VisitNeed, VisitReport
from tests.factories.village import Person, World

REPORTS = "/api/visits/reports"


def body(elder_id: UUID, **changes: Any) -> dict[str, Any]:
    """What the visit form sends."""
    findings = dict.fromkeys(("health", "economy", "family_duty", "safety", "needs"), "good")
    return {"elder_id": str(elder_id), "mode": "home", "visited_at": "2026-03-10T08:30:00+08:00", **findings, **changes}


def signed(person: Person, key: UUID | None = None) -> dict[str, str]:
    return {"authorization": f"Bearer {person.token}", "idempotency-key": str(key or uuid4())}


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def volunteer(world: World, elder_id: UUID) -> Person:
    return await world.person(Role.VOLUNTEER, elders=(elder_id,))


async def reported(http: httpx.AsyncClient, who: Person, elder_id: UUID, **changes: Any) -> dict[str, Any]:
    answer = await http.post(REPORTS, json=body(elder_id, **changes), headers=signed(who))
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


class TestSubmitReport:
    async def test_answers_with_lateness_and_the_next_day(
        self, http: httpx.AsyncClient, elder_id: UUID, volunteer: Person
    ) -> None:
        made = await reported(http, volunteer, elder_id)
        assert made == {"id": made["id"], "late": False, "next_due_on": "2026-04-09", "first_again": False}

    async def test_is_closed_to_strangers(self, http: httpx.AsyncClient, elder_id: UUID) -> None:
        assert (await http.post(REPORTS, json=body(elder_id))).status_code == 401

    @pytest.mark.parametrize("role", [Role.SUPPORTER, Role.COUNTY])
    async def test_is_closed_to_other_roles(
        self, http: httpx.AsyncClient, world: World, elder_id: UUID, role: Role
    ) -> None:
        person = await world.person(role, elders=(elder_id,), division=world.county if role is Role.COUNTY else None)
        assert (await http.post(REPORTS, json=body(elder_id), headers=signed(person))).status_code == 403

    async def test_does_not_find_an_elder_of_another_village(
        self, http: httpx.AsyncClient, world: World, volunteer: Person
    ) -> None:
        other = await world.elder(village=world.neighbour)
        answer = await http.post(REPORTS, json=body(other), headers=signed(volunteer))
        assert (answer.status_code, answer.json()["code"]) == (404, "elder_not_found")

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"visited_at": "2026-03-10T09:06:00+08:00"}, "visit_in_future"),
            ({"visited_at": "2026-01-10T09:06:00+08:00"}, "visit_too_long_ago"),
            ({"visited_at": "0001-01-01T00:00:00+08:00"}, "field_not_right"),
            ({"visited_at": "9999-12-31T23:59:59-12:00"}, "field_not_right"),
            ({"visited_at": "2026-03-10T08:30:00"}, "field_not_right"),
            ({"mode": "letter"}, "field_not_right"),
            ({"health": ""}, "field_not_right"),
            ({"note": "很" * 501}, "field_not_right"),
            ({"note": ""}, "field_not_right"),
            ({"photo_ids": [str(uuid4()) for _ in range(10)]}, "field_not_right"),
            ({"visitor_id": str(uuid4())}, "field_not_right"),
            ({"form": "later/9"}, "form_not_known"),
            ({"form": "later/1", "answers": {"hazards": ["storm"]}}, "answers_not_of_form"),
            ({"form": "later/1", "answers": {"hazards": []}}, "field_not_right"),
            ({"form": "later/1", "answers": {"hazards": "fire"}}, "field_not_right"),
            ({"form": "later/1", "answers": {str(each): ["a"] for each in range(31)}}, "field_not_right"),
            ({"form": "later/1", "answers": {"taught": ["很" * 201]}}, "field_not_right"),
            ({"minutes": 0}, "field_not_right"),
            ({"minutes": 60}, "visit_not_over"),
            ({"present": ["elder", "child"], "people": 1}, "people_not_counted"),
            ({"present": ["王建国"]}, "field_not_right"),
            ({"place": "102.7,25.0"}, "field_not_right"),
            ({"need_items": [{"kind": "meals"}] * 9}, "field_not_right"),
            ({"need_items": [{"kind": "gold"}]}, "field_not_right"),
            ({"proposals": [{"field": "phone", "value": "1391111222"}]}, "field_not_right"),
            ({"proposals": [{"field": "phone", "value": "yes"}]}, "proposal_not_possible"),
            ({"proposals": [{"field": "name", "value": "yes"}]}, "field_not_right"),
        ],
    )
    async def test_refuses_what_cannot_be(
        self, http: httpx.AsyncClient, elder_id: UUID, volunteer: Person, changes: dict[str, Any], code: str
    ) -> None:
        answer = await http.post(REPORTS, json=body(elder_id, **changes), headers=signed(volunteer))
        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert await VisitReport.filter(elder_id=elder_id).count() == 0

    async def test_takes_a_photo_named_twice_once(
        self, http: httpx.AsyncClient, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        photo = str(await world.photo(volunteer))
        await reported(http, volunteer, elder_id, photo_ids=[photo, photo])
        [row] = (await http.get(REPORTS, headers=signed(volunteer))).json()["items"]
        assert row["photo_ids"] == [photo]

    async def test_the_same_key_answers_the_same_bytes(
        self, http: httpx.AsyncClient, elder_id: UUID, volunteer: Person
    ) -> None:
        headers, sent = signed(volunteer), body(elder_id)
        answers = await asyncio.gather(*(http.post(REPORTS, json=sent, headers=headers) for _ in range(4)))
        answers.append(await http.post(REPORTS, json=sent, headers=headers))
        assert {answer.status_code for answer in answers} == {201}
        assert len({answer.content for answer in answers}) == 1
        assert await VisitReport.filter(elder_id=elder_id).count() == 1

    async def test_the_same_key_with_another_body_is_refused(
        self, http: httpx.AsyncClient, elder_id: UUID, volunteer: Person
    ) -> None:
        headers = signed(volunteer)
        await http.post(REPORTS, json=body(elder_id), headers=headers)
        answer = await http.post(REPORTS, json=body(elder_id, mode="phone"), headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (409, "key_used_for_another")

    async def test_never_logs_what_was_written(
        self, http: httpx.AsyncClient, elder_id: UUID, volunteer: Person, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            await reported(http, volunteer, elder_id, note="屋顶漏雨")
        assert "屋顶漏雨" not in caplog.text
        assert "李秀英" not in caplog.text


class TestReadReports:
    async def test_the_child_reads_and_is_logged(
        self, http: httpx.AsyncClient, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        made = await reported(http, volunteer, elder_id, note="屋顶漏雨")
        child = await world.person(Role.SUPPORTER, name="李强", elders=(elder_id,))
        page = (await http.get(REPORTS, params={"elder_id": str(elder_id)}, headers=signed(child))).json()
        [row] = page["items"]
        assert page["next_cursor"] is None
        assert (row["id"], row["visitor"], row["elder"], row["has_note"]) == (made["id"], "王小燕", "李秀英", True)
        assert (row["visited_at"], row["received_at"]) == ("2026-03-10T00:30:00Z", "2026-03-10T01:00:00Z")
        assert "note" not in row
        detail = (await http.get(f"{REPORTS}/{made['id']}", headers=signed(child))).json()
        silent = dict.fromkeys(("form", "place", "people")) | {"answers": {}, "present": []}
        assert detail == {**row, **silent, "note": "屋顶漏雨", "visitor_role": "volunteer"}
        assert {reading.what for reading in await Reading.filter(elder_id=elder_id)} == {
            "visit_reports",
            "visit_report",
        }

    async def test_strangers_and_other_families_see_nothing(
        self, http: httpx.AsyncClient, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        made = await reported(http, volunteer, elder_id)
        other = await world.person(Role.SUPPORTER, elders=(await world.elder(),))
        assert (await http.get(REPORTS, headers=signed(other))).json()["items"] == []
        assert (await http.get(f"{REPORTS}/{made['id']}", headers=signed(other))).status_code == 404
        assert (await http.get(f"{REPORTS}/{made['id']}")).status_code == 401
        assert (await http.get(REPORTS)).status_code == 401

    async def test_the_county_sees_no_people(self, http: httpx.AsyncClient, world: World) -> None:
        county = await world.person(Role.COUNTY, division=world.county)
        for path in (REPORTS, f"{REPORTS}/{uuid4()}", "/api/visits/due"):
            assert (await http.get(path, headers=signed(county))).status_code == 403

    async def test_a_forged_cursor_is_refused(self, http: httpx.AsyncClient, volunteer: Person) -> None:
        for path in (REPORTS, "/api/visits/due"):
            answer = await http.get(path, params={"cursor": "AAAA"}, headers=signed(volunteer))
            assert (answer.status_code, answer.json()["code"]) == (422, "cursor_not_readable")


class TestDue:
    async def test_lists_the_elders_to_visit(self, http: httpx.AsyncClient, elder_id: UUID, volunteer: Person) -> None:
        await reported(http, volunteer, elder_id)
        [row] = (await http.get("/api/visits/due", headers=signed(volunteer))).json()["items"]
        assert (row["elder_id"], row["due_on"], row["state"]) == (str(elder_id), "2026-04-09", "upcoming")


@asynccontextmanager
async def noting() -> AsyncIterator[list[str]]:
    """Every statement sent while the block runs, over the pool's two connections or the reserve's next one."""
    asked: list[str] = []
    pool: Any = connection()

    def note(query: Any) -> None:
        asked.append(query.query)

    async with pool.acquire_connection() as one, pool.acquire_connection() as other, one_connection():
        drivers = (one._con, other._con, _held.get())
    for driver in drivers:
        # A connection that never met arrays of a kind asks once what they are.
        await driver.fetch("SELECT '{}'::uuid[], '{}'::text[], '{}'::varchar[], '{}'::bytea[]")
        driver.add_query_logger(note)
    yield asked
    # The driver tells of a statement one turn of the loop after it ran.
    await asyncio.sleep(0)
    for driver in drivers:
        driver.remove_query_logger(note)


class TestRoundTrips:
    """What the benchmarks rest upon: PostgreSQL is asked three times for a report, twice for a page."""

    async def test_of_a_report_are_three(
        self, http: httpx.AsyncClient, world: World, elder_id: UUID, volunteer: Person
    ) -> None:
        photo = str(await world.photo(volunteer))
        async with noting() as asked:
            await reported(http, volunteer, elder_id, note="都好", photo_ids=[photo])
        assert len(asked) == 3, asked

    async def test_of_a_report_with_needs_and_proposals_are_three_too(
        self, http: httpx.AsyncClient, elder_id: UUID, volunteer: Person
    ) -> None:
        more = {
            "form": "later/1",
            "answers": {"hazards": ["fire"]},
            "need_items": [{"kind": "refit", "words": "屋顶要补"}, {"kind": "meals"}],
            "proposals": [{"field": "living_alone", "value": "no"}],
        }
        async with noting() as asked:
            await reported(http, volunteer, elder_id, **more)
        assert len(asked) == 3, asked
        assert await VisitNeed.filter(elder_id=elder_id).count() == 2

    async def test_of_a_page_are_two(self, http: httpx.AsyncClient, elder_id: UUID, volunteer: Person) -> None:
        await reported(http, volunteer, elder_id)
        async with noting() as asked:
            answer = await http.get(REPORTS, params={"elder_id": str(elder_id)}, headers=signed(volunteer))
        assert len(answer.json()["items"]) == 1
        assert len(asked) == 2, asked
        assert await Reading.filter(elder_id=elder_id).count() == 1
