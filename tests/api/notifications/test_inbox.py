"""The inbox and the subscriptions over HTTP: one's own, and nobody else's."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fakeredis import FakeAsyncRedis, FakeServer

from backend.notifications.models import Notification
from backend.notifications.telling import handlers
from backend.outbox import box
from backend.settings import Settings
from backend.volunteers.facts import VolunteerTrained
from backend.volunteers.models import Volunteer
from backend.volunteers.rules import VolunteerState
from backend.wechat import WeChat
from backend.wechat.token import Tokens
from tests.factories.calls import Family, build_family
from tests.factories.village import Person, World

INBOX, SUBSCRIPTIONS = "/api/notifications", "/api/subscriptions"
WECHAT = Settings.read({}).wechat


@pytest.fixture
async def family(world: World) -> Family:
    """A family of this test alone."""
    return await build_family(world)


def signed(person: Person, key: UUID | None = None) -> dict[str, str]:
    return {"authorization": f"Bearer {person.token}", "idempotency-key": str(key or uuid4())}


async def tell(world: World, person: Person, how_often: int = 1) -> None:
    """The worker tells the person that many things, each of which stays in the inbox."""
    volunteer = await Volunteer.create(
        account_id=person.viewer.account_id,
        village_id=world.village.id,
        state=VolunteerState.TRAINED,
        risk_notice="v1",
        applied_at=world.clock.now(),
    )
    async with httpx.AsyncClient(trust_env=False) as nowhere, FakeAsyncRedis(server=FakeServer()) as redis:
        wechat = WeChat(WECHAT, nowhere, Tokens(WECHAT, nowhere, redis))
        for _ in range(how_often):
            await box.put(world.kernel, VolunteerTrained(volunteer_id=volunteer.id))
        await box.drain(world.kernel, handlers(world.kernel, wechat, WECHAT))


async def inbox(http: httpx.AsyncClient, person: Person, **query: object) -> dict[str, Any]:
    answer = await http.get(INBOX, params={name: str(value) for name, value in query.items()}, headers=signed(person))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


class TestInbox:
    async def test_is_newest_first_in_pages_with_the_unread_counted(
        self, http: httpx.AsyncClient, world: World, family: Family
    ) -> None:
        await tell(world, family.son, 3)
        first = await inbox(http, family.son, limit=2)
        rest = await inbox(http, family.son, limit=2, cursor=first["next_cursor"])

        ids = [item["id"] for item in first["items"] + rest["items"]]
        assert ids == sorted(ids, reverse=True)
        assert (len(ids), len(set(ids)), first["unread"], rest["next_cursor"]) == (3, 3, 3, None)
        assert first["items"][0]["title"] == "您可以开始志愿服务了"
        assert first["items"][0]["page"] == "pages/today"

    async def test_opening_a_message_twice_is_once(self, http: httpx.AsyncClient, world: World, family: Family) -> None:
        await tell(world, family.son)
        (item,) = (await inbox(http, family.son))["items"]
        answers = await asyncio.gather(
            *[http.post(f"{INBOX}/{item['id']}/read", headers=signed(family.son)) for _ in range(3)]
        )
        assert {answer.status_code for answer in answers} == {200}
        found = await inbox(http, family.son)
        assert (found["unread"], found["items"][0]["read_at"]) == (0, "2026-03-10T01:00:00Z")

    async def test_is_nobody_elses(self, http: httpx.AsyncClient, world: World, family: Family) -> None:
        await tell(world, family.son)
        (item,) = (await inbox(http, family.son))["items"]

        assert (await inbox(http, family.daughter))["items"] == []
        answer = await http.post(f"{INBOX}/{item['id']}/read", headers=signed(family.daughter))
        assert (answer.status_code, answer.json()["code"]) == (404, "notification_not_found")
        assert (await http.get(INBOX)).status_code == 401
        assert (await Notification.get(id=item["id"])).read_at is None

    @pytest.mark.parametrize("query", [{"cursor": "x"}, {"limit": 0}, {"limit": 51}])
    async def test_refuses_a_strange_page(
        self, http: httpx.AsyncClient, family: Family, query: dict[str, object]
    ) -> None:
        params = {name: str(value) for name, value in query.items()}
        assert (await http.get(INBOX, params=params, headers=signed(family.son))).status_code == 422


class TestSubscriptions:
    async def left(self, http: httpx.AsyncClient, person: Person) -> dict[str, int]:
        items = (await http.get(SUBSCRIPTIONS, headers=signed(person))).json()["items"]
        return {item["kind"]: item["left"] for item in items}

    async def test_names_the_templates_to_ask_for(self, http: httpx.AsyncClient, family: Family) -> None:
        items = (await http.get(SUBSCRIPTIONS, headers=signed(family.son))).json()["items"]
        assert {item["kind"]: item["template_id"] for item in items} == dict(WECHAT.templates)

    async def test_counts_what_was_accepted_and_forgets_it_on_a_no(
        self, http: httpx.AsyncClient, family: Family
    ) -> None:
        for answers in ({"call": "accept", "visit": "accept", "agreement": "reject"}, {"call": "accept"}):
            told = await http.post(SUBSCRIPTIONS, json={"answers": answers}, headers=signed(family.son))
            assert told.status_code == 200
        assert await self.left(http, family.son) == {"agreement": 0, "visit": 1, "call": 2}
        await http.post(SUBSCRIPTIONS, json={"answers": {"call": "reject"}}, headers=signed(family.son))
        assert await self.left(http, family.son) == {"agreement": 0, "visit": 1, "call": 0}
        assert await self.left(http, family.daughter) == {"agreement": 0, "visit": 0, "call": 0}

    async def test_the_same_report_sent_again_counts_once(self, http: httpx.AsyncClient, family: Family) -> None:
        headers = signed(family.son)
        for _ in range(3):
            await http.post(SUBSCRIPTIONS, json={"answers": {"call": "accept"}}, headers=headers)
        assert (await self.left(http, family.son))["call"] == 1

    @pytest.mark.parametrize(
        "answers",
        [{}, {"place": "accept"}, {"call": "yes"}, {"call": None}, ["call"], {"call": "accept", "x": "reject"}],
    )
    async def test_refuses_what_wechat_never_says(
        self, http: httpx.AsyncClient, family: Family, answers: object
    ) -> None:
        told = await http.post(SUBSCRIPTIONS, json={"answers": answers}, headers=signed(family.son))
        assert told.status_code == 422
