"""kill -9 while people sign in and prove who they are."""

import pytest

from tests.crash.home import Home, count, cut_off
from tests.crash.wholeness import assert_nothing_lost_or_doubled
from tests.people import Person


async def login_code(person: Person) -> str:
    """A tap on the mini-program."""
    answer = await person.http.post(f"{person.wechat_url}/sandbox/login-codes", json={"openid": person.openid})
    code: str = answer.json()["code"]
    return code


class TestSigningIn:
    """A new person signs in; the server dies over it; the phone fetches a new code and tries again."""

    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param("after backend.wechat.client.WeChat.code_to_session", id="after WeChat knew the code"),
            pytest.param("before backend.accounts.actions.open_session", id="between account and session"),
            pytest.param("after backend.accounts.actions.open_session", id="after the commit"),
        ],
    )
    async def test_killed_there_the_next_code_finds_one_account(self, home: Home, moment: str) -> None:
        await home.start(moment)
        accounts = await count(home.product, "accounts")
        newcomer = Person(home.family.son.http, "newcomer", home.product.wechat_url)
        code = await login_code(newcomer)
        await cut_off(newcomer.http.post("/api/sessions/wechat", json={"code": code}))
        await home.comes_back()
        spent = await newcomer.http.post("/api/sessions/wechat", json={"code": code})
        assert (spent.status_code, spent.json()["code"]) == (409, "code_not_accepted")
        await newcomer.sign_in()
        await newcomer.get("/api/sessions/current")
        assert await count(home.product, "accounts") == accounts + 1
        await assert_nothing_lost_or_doubled(home.product)


class TestPhones:
    """A daughter-in-law, named by the committee, proves her phone."""

    async def test_killed_before_her_place_is_claimed_her_phone_is_not_proved_either(self, home: Home) -> None:
        await home.start("after backend.families.actions.verify_phone")
        phone = "13700000009"
        body = {"duty": "supporter", "name": "陈玉梅", "relation": "儿媳", "phone": phone, "city": "东莞"}
        await home.family.committee.post(f"/api/elders/{home.family.elder_id}/ties", body)
        her = await Person(home.family.son.http, "in-law", home.product.wechat_url).sign_in()
        wanted = {"openid": her.openid, "phone": phone}
        code = (await her.http.post(f"{her.wechat_url}/sandbox/phone-codes", json=wanted)).json()["code"]
        proof = "/api/sessions/current/phone"
        await cut_off(her.http.post(proof, json={"code": code}, headers=her.headers()))
        await home.comes_back()
        half = "family_members f JOIN accounts a ON a.phone_hash = f.phone_hash WHERE f.account_id IS NULL"
        assert await count(home.product, half) == 0
        await her.verify_phone(phone)
        assert await count(home.product, "family_members WHERE account_id IS NOT NULL AND confirmed_at IS NULL") == 1
        await assert_nothing_lost_or_doubled(home.product)
