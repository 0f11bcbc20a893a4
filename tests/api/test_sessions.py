"""Signing in and out over HTTP, by WeChat, at the office, at a desktop; and what the log says of it: nothing."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pyotp
import pytest
from argon2 import PasswordHasher

from backend.accounts import office
from backend.accounts.actions import account_of_openid, grant
from backend.accounts.models import Account
from backend.accounts.roles import Role
from backend.kit.clock import SetClock
from backend.settings import Settings
from backend.wechat.sandbox.server import SandboxServer
from tests.factories.server import served_world
from tests.factories.village import MORNING, World
from tests.people import Person

PASSWORD = "山里的枇杷黄了又黄一年。"


@pytest.fixture(autouse=True)
def hashes_are_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a hash costs is told where the office's own tests are; these would only wait for it."""
    monkeypatch.setattr(office, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
async def wechat_url() -> AsyncIterator[str]:
    async with SandboxServer(Settings.read({}).wechat, clock=SetClock(MORNING)) as url:
        yield url


@pytest.fixture
async def served(sqlite_url: str, tmp_path: Path, wechat_url: str) -> AsyncIterator[tuple[World, httpx.AsyncClient]]:
    async with served_world(sqlite_url, tmp_path, WECHAT_BASE_URL=wechat_url) as found:
        yield found


@pytest.fixture
def world(served: tuple[World, httpx.AsyncClient]) -> World:
    return served[0]


@pytest.fixture
def http(served: tuple[World, httpx.AsyncClient]) -> httpx.AsyncClient:
    return served[1]


@pytest.fixture
async def person(http: httpx.AsyncClient, wechat_url: str) -> Person:
    """Somebody signed in by WeChat."""
    return await Person(http, "o-somebody", wechat_url).sign_in()


class TestWeChat:
    async def test_signs_in_to_one_account_at_every_device(
        self, http: httpx.AsyncClient, wechat_url: str, person: Person
    ) -> None:
        other = await Person(http, "o-somebody", wechat_url).sign_in()
        assert other.token != person.token
        one, two = await person.get("/api/sessions/current"), await other.get("/api/sessions/current")
        assert one["account_id"] == two["account_id"]
        assert (one["role"], one["roles"]) == (None, [])

    async def test_twice_at_once_opens_one_account(self, http: httpx.AsyncClient, wechat_url: str) -> None:
        both = await asyncio.gather(*(Person(http, "o-new", wechat_url).sign_in() for _ in range(3)))
        accounts = {(await each.get("/api/sessions/current"))["account_id"] for each in both}
        assert len(accounts) == 1

    async def test_takes_a_code_once(self, http: httpx.AsyncClient, person: Person) -> None:
        code = await person._code("login-codes", {"openid": "o-somebody"})
        assert (await http.post("/api/sessions/wechat", json={"code": code})).status_code == 201
        again = await http.post("/api/sessions/wechat", json={"code": code})
        assert again.status_code in (403, 409, 422)
        assert again.json()["code"] == "code_not_accepted"

    async def test_ends_with_sign_out(self, person: Person) -> None:
        assert (await person.send("DELETE", "/api/sessions/current")).status_code == 204
        assert (await person.send("GET", "/api/sessions/current")).status_code == 401

    async def test_by_a_demo_key_is_refused_where_there_is_no_demo(self, http: httpx.AsyncClient) -> None:
        answer = await http.post("/api/sessions/demo", json={"key": "committee"})
        assert answer.status_code == 403

    async def test_is_refused_after_too_many_guesses(self, http: httpx.AsyncClient) -> None:
        answers = [await http.post("/api/sessions/office", json=guess(number)) for number in range(31)]
        assert {answer.status_code for answer in answers[:30]} == {403}
        assert (answers[30].status_code, answers[30].json()["code"]) == (429, "too_many")


def guess(number: int) -> dict[str, str]:
    return {"login": "zhao", "password": f"guess {number}", "one_time_code": "123456"}


class TestPhone:
    async def test_of_another_account_is_refused(
        self, http: httpx.AsyncClient, wechat_url: str, person: Person
    ) -> None:
        await person.verify_phone("13800000001")
        other = await Person(http, "o-other", wechat_url).sign_in()
        code = await other._code("phone-codes", {"openid": "o-other", "phone": "13800000001"})
        answer = await other.send("POST", "/api/sessions/current/phone", json={"code": code})
        assert (answer.status_code, answer.json()["code"]) == (409, "phone_belongs_to_another")
        assert "13800000001" not in answer.text


class TestActAs:
    async def test_is_for_one_s_own_roles(self, world: World, person: Person) -> None:
        account_id = (await person.get("/api/sessions/current"))["account_id"]
        account = await Account.get(id=account_id)
        await grant(world.kernel, account_id=account.id, role=Role.SUPPORTER)
        await grant(world.kernel, account_id=account.id, role=Role.COMMITTEE, division_id=world.village.id)
        await person.act_as(Role.COMMITTEE)
        current = await person.get("/api/sessions/current")
        assert current["role"] == "committee"
        assert [row["division"] for row in current["roles"]] == [None, "上坪村"]
        other = await world.person(Role.COUNTY, division=world.county)
        body = {"membership_id": str(other.viewer.membership_id)}
        answer = await person.send("PUT", "/api/sessions/current/membership", json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "no_such_membership")


class TestOffice:
    async def test_invites_accepts_and_signs_in_with_each_code_once(
        self, world: World, http: httpx.AsyncClient, wechat_url: str
    ) -> None:
        account = await account_of_openid(world.kernel, "o-county")
        await grant(world.kernel, account_id=account.id, role=Role.COUNTY, division_id=world.county.id)
        county = await Person(http, "o-county", wechat_url).sign_in()
        wanted = {"name": "赵志强", "role": "committee", "division_id": str(world.village.id)}
        path = (await county.post("/api/sessions/invitations", wanted))["path"]
        acceptance = {"token": path.rpartition("#")[2], "login": "zhao", "password": PASSWORD}
        accepted = await http.post("/api/sessions/invitations/accept", json=acceptance)
        assert accepted.status_code == 201
        again = await http.post("/api/sessions/invitations/accept", json={**acceptance, "login": "qian"})
        assert (again.status_code, again.json()["code"]) == (404, "invitation_not_valid")
        secret = parse_qs(urlsplit(accepted.json()["totp_uri"]).query)["secret"][0]
        code = pyotp.TOTP(secret).at(world.clock.now())
        signing_in = {"login": "zhao", "password": PASSWORD, "one_time_code": code}
        signed_in = await http.post("/api/sessions/office", json=signing_in)
        assert signed_in.status_code == 201
        wrong = [
            await http.post("/api/sessions/office", json=signing_in),
            await http.post("/api/sessions/office", json={**signing_in, "password": "another sentence"}),
            await http.post("/api/sessions/office", json={**signing_in, "login": "nobody"}),
        ]
        assert {answer.status_code for answer in wrong} == {403}
        assert len({answer.content for answer in wrong}) == 1

    async def test_invites_nobody_beyond_one_s_own_divisions(
        self, world: World, http: httpx.AsyncClient, wechat_url: str
    ) -> None:
        account = await account_of_openid(world.kernel, "o-committee")
        await grant(world.kernel, account_id=account.id, role=Role.COMMITTEE, division_id=world.village.id)
        committee = await Person(http, "o-committee", wechat_url).sign_in()
        wanted = {"name": "赵", "role": "committee", "division_id": str(world.neighbour.id)}
        answer = await committee.send("POST", "/api/sessions/invitations", json=wanted)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_your_division")


class TestDesktop:
    async def test_is_let_in_once_by_the_phone(self, http: httpx.AsyncClient, person: Person) -> None:
        begun = (await http.post("/api/sessions/desktop")).json()
        take = f"/api/sessions/desktop/{begun['id']}/take"
        secret = {"secret": begun["secret"]}
        assert begun["secret"] not in begun["path"]
        waiting = await http.post(take, json=secret)
        assert (waiting.status_code, waiting.json()["code"]) == (409, "sign_in_later")
        assert (await http.post(take, json={"secret": "x" * 32})).status_code == 403
        await person.post(f"/api/sessions/desktop/{begun['id']}/confirm")
        taken = await http.post(take, json=secret)
        assert taken.status_code == 201
        assert (await http.post(take, json=secret)).status_code == 403
        current = await http.get("/api/sessions/current", headers={"authorization": f"Bearer {taken.json()['token']}"})
        assert current.json()["account_id"] == (await person.get("/api/sessions/current"))["account_id"]
        confirmed_again = await person.send("POST", f"/api/sessions/desktop/{begun['id']}/confirm")
        assert confirmed_again.status_code == 403
