"""Family calls over HTTP: the way of one call, the cookie, the node's events, and who is kept out."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.accounts.roles import Role
from backend.calls.models import Call
from backend.settings import Settings
from media.contract import Role as MediaRole
from media.contract import encode_event, read_grant, sign_event
from tests import loopback
from tests.factories.calls import TOMORROW, TONIGHT, Family, a_room_event, a_seat, build_family
from tests.factories.village import Person, World

CALLS, ROOM, EVENTS = "/api/calls", "/api/calls/room", "/api/calls/events"
GRANT_KEY = Settings.read({}).keys.grant


@pytest.fixture
async def family(world: World) -> Family:
    """An elder with two children and a volunteer, of this test alone."""
    return await build_family(world)


def signed(person: Person, key: UUID | None = None) -> dict[str, str]:
    return {"authorization": f"Bearer {person.token}", "idempotency-key": str(key or uuid4())}


def wanted(elder_id: UUID) -> dict[str, Any]:
    """What the booking page sends."""
    return {"elder_id": str(elder_id), "times": [TONIGHT.isoformat(), TOMORROW.isoformat()]}


async def step(http: httpx.AsyncClient, who: Person, call_id: object, verb: str, **body: Any) -> httpx.Response:
    return await http.post(f"{CALLS}/{call_id}/{verb}", json=body or None, headers=signed(who))


async def ticket(http: httpx.AsyncClient, who: Person, call_id: UUID) -> str:
    answer = await step(http, who, call_id, "ticket")
    assert answer.status_code == 201, answer.text
    return str(answer.json()["ticket"])


async def enter(http: httpx.AsyncClient, given: str) -> httpx.Response:
    """From a page that has no session: only the ticket."""
    async with loopback.client(str(http.base_url)) as page:
        return await page.post(ROOM, json={"ticket": given})


class TestTheWayOfACall:
    async def test_from_proposal_to_minutes(self, http: httpx.AsyncClient, world: World, family: Family) -> None:
        proposed = await http.post(CALLS, json=wanted(family.elder_id), headers=signed(family.son))
        assert proposed.status_code == 201, proposed.text
        call_id = UUID(proposed.json()["id"])

        offered = (await http.get(f"{CALLS}/{call_id}", headers=signed(family.volunteer))).json()["call"]["times"]
        for verb, sent in (("take", {"starts_at": offered[0]}), ("open", {})):
            assert (await step(http, family.volunteer, call_id, verb, **sent)).json() == {"done": True}
        seats = {}
        for who in (family.volunteer, family.son):
            room = (await enter(http, await ticket(http, who, call_id))).json()
            seats[room["account_id"]] = room["role"]
        assert list(seats.values()) == ["host", "guest"]

        body = encode_event(
            a_room_event(
                call_id,
                *(a_seat(account, MediaRole(seat), talk_ms=61_000) for account, seat in seats.items()),
                talk_ms=61_000,
                closed_at=TONIGHT,
            )
        )
        headers = {"Room-Signature": sign_event(body, GRANT_KEY, world.clock.now())}
        taken = await http.post(EVENTS, content=body, headers=headers)
        assert (taken.status_code, taken.json()) == (200, {"goes_on": True})

        found = (await http.get(f"{CALLS}/{call_id}", headers=signed(family.daughter))).json()
        assert (found["call"]["state"], found["call"]["talk_seconds"]) == ("closed", 61)
        assert {each["name"]: each["seconds"] for each in found["attendance"]} == {"王小燕": 61, "张伟": 61}
        assert [(each["name"], each["relation"], each["role"]) for each in found["people"]] == [
            ("张伟", "儿子", "guest"),
            ("张丽", "女儿", "guest"),
            ("王小燕", None, "host"),
        ]

    async def test_the_list_is_paged_and_the_familys_alone(
        self, http: httpx.AsyncClient, world: World, family: Family
    ) -> None:
        made = [str(await family.proposed()) for _ in range(3)]
        await (await build_family(world, "赵大爷")).proposed()

        first = (await http.get(CALLS, params={"limit": 2}, headers=signed(family.daughter))).json()
        rest = (await http.get(CALLS, params={"cursor": first["next_cursor"]}, headers=signed(family.daughter))).json()

        assert {row["id"] for row in first["items"] + rest["items"]} == set(made)
        assert rest["next_cursor"] is None

    async def test_the_same_tap_sent_again_proposes_once(self, http: httpx.AsyncClient, family: Family) -> None:
        headers = signed(family.son)
        answers = await asyncio.gather(
            *[http.post(CALLS, json=wanted(family.elder_id), headers=headers) for _ in range(3)]
        )
        assert len({answer.content for answer in answers}) == 1
        assert await Call.filter(elder_id=family.elder_id).count() == 1

    async def test_of_two_volunteers_at_once_one_has_it(
        self, http: httpx.AsyncClient, world: World, family: Family
    ) -> None:
        second = await world.person(Role.VOLUNTEER, name="陈明", elders=(family.elder_id,))
        call_id, starts_at = await family.proposed(), TONIGHT.isoformat()
        answers = await asyncio.gather(
            *[step(http, who, call_id, "take", starts_at=starts_at) for who in (family.volunteer, second)]
        )
        assert sorted(answer.status_code for answer in answers) == [200, 409]


class TestBadInput:
    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"times": []}, "field_not_right"),
            ({"times": ["2026-03-10T20:00:00"]}, "field_not_right"),
            ({"times": ["tonight"]}, "field_not_right"),
            ({"times": [TONIGHT.isoformat()] * 7}, "field_not_right"),
            ({"times": ["0001-01-01T00:00:00+14:00"]}, "field_not_right"),
            ({"times": ["9999-12-31T23:59:59-12:00"]}, "field_not_right"),
            ({"times": ["2026-03-10T00:59:59Z"]}, "times_not_possible"),
            ({"elder_id": "x"}, "field_not_right"),
            ({"host_id": str(uuid4())}, "field_not_right"),
        ],
    )
    async def test_is_named(self, http: httpx.AsyncClient, family: Family, changes: dict[str, Any], code: str) -> None:
        answer = await http.post(CALLS, json={**wanted(family.elder_id), **changes}, headers=signed(family.son))
        assert (answer.status_code, answer.json()["code"]) == (422, code)

    @pytest.mark.parametrize("query", [{"cursor": "x"}, {"limit": "0"}, {"state": "lost"}, {"elder_id": "1"}])
    async def test_in_a_query_is_named(self, http: httpx.AsyncClient, family: Family, query: dict[str, str]) -> None:
        assert (await http.get(CALLS, params=query, headers=signed(family.son))).status_code == 422


class TestOutsiders:
    async def test_find_nothing_and_change_nothing(self, http: httpx.AsyncClient, world: World, family: Family) -> None:
        other = await build_family(world, "赵大爷")
        call_id = await family.proposed()
        neighbours = await world.person(Role.COMMITTEE, name="邻村", division=world.neighbour)
        for stranger in (other.son, other.volunteer, neighbours):
            assert (await http.get(f"{CALLS}/{call_id}", headers=signed(stranger))).status_code == 404
            for verb, body in (("take", {"starts_at": TONIGHT.isoformat()}), ("cancel", {}), ("ticket", {})):
                assert (await step(http, stranger, call_id, verb, **body)).status_code in (403, 404)
        assert (await http.get(f"{CALLS}/{call_id}")).status_code == 401
        assert (await Call.get(id=call_id)).state == "proposed"


class TestRoom:
    async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
        self, http: httpx.AsyncClient, world: World, family: Family
    ) -> None:
        call_id = await family.opened()
        answer = await enter(http, await ticket(http, family.son, call_id))

        name, *attributes = [part.strip().lower() for part in answer.headers["set-cookie"].split(";")]
        assert name.startswith("room=v1.")
        assert {"httponly", "samesite=strict", "path=/", "max-age=14400"} <= set(attributes)
        assert "secure" not in attributes
        grant = read_grant(answer.cookies["room"], GRANT_KEY, world.clock.now())
        assert (grant.room, grant.participant) == (str(call_id), str(family.son.viewer.account_id))

    async def test_tells_the_page_all_it_needs(self, http: httpx.AsyncClient, family: Family) -> None:
        call_id = await family.opened()
        answer = await enter(http, await ticket(http, family.daughter, call_id))
        assert answer.json() == {
            "call_id": str(call_id),
            "account_id": str(family.daughter.viewer.account_id),
            "role": "guest",
            "name": "张丽",
            "elder": "李秀英",
            "people": [
                {
                    "account_id": str(who.viewer.account_id),
                    "name": who.viewer.name,
                    "relation": relation,
                    "role": role,
                }
                for who, relation, role in (
                    (family.son, "儿子", "guest"),
                    (family.daughter, "女儿", "guest"),
                    (family.volunteer, None, "host"),
                )
            ],
            "signalling_path": "/media/signalling",
        }

    async def test_survives_a_reload_by_its_cookie_alone(self, http: httpx.AsyncClient, family: Family) -> None:
        entered = await enter(http, await ticket(http, family.son, await family.opened()))
        again = await http.get(ROOM, headers={"cookie": f"room={entered.cookies['room']}"})
        assert (again.status_code, again.json()) == (200, entered.json())

    async def test_a_ticket_works_once_and_not_late(
        self, http: httpx.AsyncClient, world: World, family: Family
    ) -> None:
        call_id = await family.opened()
        given, late = await ticket(http, family.son, call_id), await ticket(http, family.son, call_id)
        answers = await asyncio.gather(*[enter(http, given) for _ in range(3)])
        assert sorted(answer.status_code for answer in answers) == [200, 403, 403]
        world.clock.advance(timedelta(seconds=61))
        refused = await enter(http, late)
        assert (refused.status_code, refused.json()["code"]) == (403, "ticket_not_valid")
        assert "set-cookie" not in refused.headers

    @pytest.mark.parametrize("cookie", ["", "room=", "room=v1.a.b", "room=" + "x" * 3000, "other=1"])
    async def test_no_cookie_of_ours_is_no_way_in(self, http: httpx.AsyncClient, cookie: str) -> None:
        answer = await http.get(ROOM, headers={"cookie": cookie})
        assert (answer.status_code, answer.json()["code"]) == (403, "ticket_not_valid")

    async def test_nobody_is_let_in_before_the_host_opens(self, http: httpx.AsyncClient, family: Family) -> None:
        answer = await step(http, family.son, await family.agreed(), "ticket")
        assert (answer.status_code, answer.json()["code"]) == (409, "not_open_yet")


class TestEvents:
    async def test_forged_large_or_unreadable_events_change_nothing(
        self, http: httpx.AsyncClient, world: World, family: Family
    ) -> None:
        call_id, now = await family.opened(), world.clock.now()
        body = encode_event(a_room_event(call_id, talk_ms=5_000))
        for content, signature, status in (
            (body, sign_event(body, b"o" * 32, now), 403),
            (body, sign_event(body, GRANT_KEY, now - timedelta(minutes=6)), 403),
            (body + b" ", sign_event(body, GRANT_KEY, now), 403),
            (body, "", 422),
            (b"{}", sign_event(b"{}", GRANT_KEY, now), 422),
            (b"x" * 40_000, sign_event(b"x", GRANT_KEY, now), 413),
        ):
            answer = await http.post(EVENTS, content=content, headers={"Room-Signature": signature})
            assert answer.status_code == status
            assert answer.headers["content-type"] == "application/problem+json"
        assert (await Call.get(id=call_id)).talk_seconds == 0

    async def test_a_session_is_no_signature(self, http: httpx.AsyncClient, family: Family) -> None:
        body = encode_event(a_room_event(await family.opened(), talk_ms=5_000))
        assert (await http.post(EVENTS, content=body, headers=signed(family.volunteer))).status_code == 422
