"""Ability, facts, tier and eligibility over HTTP: plain refusals, health for few, and a line for each reading."""

import logging
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.accounts.roles import Role
from backend.audit.models import Reading
from backend.elders.ability import HIGHEST
from backend.elders.models import AbilityAssessment, TierOverrideRecord
from backend.elders.rules import PriorityTier
from tests.factories.village import Person, World

FACTS: dict[str, Any] = {
    "living_alone": True,
    "mobility": "bedridden",
    "disability": "none",
    "dementia": True,
    "seriously_ill": True,
    "poor": False,
    "minor_at_home": None,
    "registered_here": True,
    "accepts_services": None,
}
CONDITIONS = {"coma": False, "dementia": False, "mental_disorder": False, "risk_events": 0}
ASSESSMENT: dict[str, Any] = {"assessed_on": "2026-03-10", "scores": dict(HIGHEST), "conditions": CONDITIONS}
OVERRIDE = {"tier": "high", "reason": "刚做完手术", "ends_on": "2026-04-10"}


@pytest.fixture
async def elder_id(world: World) -> UUID:
    return await world.elder()


@pytest.fixture
async def committee(world: World) -> Person:
    return await world.person(Role.COMMITTEE, division=world.village)


def headers(person: Person, key: UUID | None = None) -> dict[str, str]:
    return {"authorization": f"Bearer {person.token}", "idempotency-key": str(key or uuid4())}


def path(elder_id: UUID, part: str) -> str:
    return f"/api/elders/{elder_id}/{part}"


class TestAssessments:
    async def test_answer_level_and_tier(self, http: httpx.AsyncClient, elder_id: UUID, committee: Person) -> None:
        scores = {**ASSESSMENT["scores"], "eating": 0, "walking": 0, "memory": 0, "stairs": 0, "toilet": 0}
        scores |= {"bathing": 0, "sense_of_time": 0}
        body = {**ASSESSMENT, "scores": scores}
        answer = await http.post(path(elder_id, "assessments"), json=body, headers=headers(committee))
        assert answer.status_code == 201
        found = answer.json()
        assert (found["level"], found["ability_level"], found["tier"]) == ("moderate", "moderate", "medium")

    async def test_sent_twice_under_one_key_are_one(
        self, http: httpx.AsyncClient, elder_id: UUID, committee: Person
    ) -> None:
        same = headers(committee)
        first, second = [
            await http.post(path(elder_id, "assessments"), json=ASSESSMENT, headers=same) for _ in range(2)
        ]
        assert first.json() == second.json()
        assert await AbilityAssessment.filter(elder_id=elder_id).count() == 1

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"scores": {"eating": 4}}, "ability_item_missing"),
            ({"scores": {**ASSESSMENT["scores"], "hearing": 3}}, "ability_score_not_possible"),
            ({"conditions": {**CONDITIONS, "coma": True}}, "coma_not_possible"),
            ({"assessed_on": "2026-03-11"}, "assessment_day_not_possible"),
        ],
    )
    async def test_are_refused_in_plain_words(
        self, http: httpx.AsyncClient, elder_id: UUID, committee: Person, changes: dict[str, Any], code: str
    ) -> None:
        answer = await http.post(
            path(elder_id, "assessments"), json={**ASSESSMENT, **changes}, headers=headers(committee)
        )
        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert "评估" in answer.json()["message"] or "得分" in answer.json()["message"]


class TestHealth:
    @pytest.mark.parametrize("role", [Role.TOWNSHIP, Role.COUNTY])
    @pytest.mark.parametrize("part", ["facts", "tier", "eligibility"])
    async def test_is_closed_to_township_and_county(
        self, http: httpx.AsyncClient, world: World, elder_id: UUID, committee: Person, role: Role, part: str
    ) -> None:
        await http.put(path(elder_id, "facts"), json=FACTS, headers=headers(committee))
        person = await world.person(role, division=world.township if role is Role.TOWNSHIP else world.county)
        answer = await http.get(path(elder_id, part), headers=headers(person))
        assert (answer.status_code, answer.json()["code"]) == (403, "role_cannot")
        assert "bedridden" not in answer.text

    async def test_is_read_by_the_family_and_each_reading_is_logged(
        self, http: httpx.AsyncClient, world: World, elder_id: UUID, committee: Person
    ) -> None:
        await http.put(path(elder_id, "facts"), json=FACTS, headers=headers(committee))
        child = await world.person(Role.SUPPORTER, elders=(elder_id,))
        told = (await http.get(path(elder_id, "tier"), headers=headers(child))).json()
        assert [(row["tier"], row["reasons"]) for row in told["items"]] == [("high", ["bedridden", "dementia"])]
        await http.get(path(elder_id, "eligibility"), headers=headers(child))
        read = await Reading.filter(elder_id=elder_id).order_by("at")
        assert {(row.account_id, row.what) for row in read} == {
            (child.viewer.account_id, "tier"),
            (child.viewer.account_id, "eligibility"),
        }

    async def test_reads_back_as_it_was_told(self, http: httpx.AsyncClient, elder_id: UUID, committee: Person) -> None:
        answer = await http.put(path(elder_id, "facts"), json=FACTS, headers=headers(committee))
        assert answer.json() == {"tier": "high"}
        assert (await http.get(path(elder_id, "facts"), headers=headers(committee))).json() == FACTS

    async def test_is_in_no_log(
        self, http: httpx.AsyncClient, elder_id: UUID, committee: Person, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            await http.put(path(elder_id, "facts"), json=FACTS, headers=headers(committee))
            await http.post(path(elder_id, "tier/override"), json=OVERRIDE, headers=headers(committee))
        assert "手术" not in caplog.text
        # Statements with their values are what Tortoise would tell, and in our processes does not.
        said = " ".join(record.getMessage() for record in caplog.records if not record.name.startswith("tortoise"))
        assert "PUT" in said
        assert "bedridden" not in said


class TestOverride:
    async def test_is_set_by_the_township_and_lifted_once(
        self, http: httpx.AsyncClient, world: World, elder_id: UUID
    ) -> None:
        township = await world.person(Role.TOWNSHIP, division=world.township)
        url = path(elder_id, "tier/override")
        made = await http.post(url, json=OVERRIDE, headers=headers(township))
        assert await TierOverrideRecord.filter(id=made.json()["id"], tier="high").count() == 1
        lifted = [await http.delete(url, headers=headers(township)) for _ in range(2)]
        assert [answer.status_code for answer in lifted] == [200, 404]
        assert lifted[1].json()["code"] == "override_not_found"

    async def test_hides_no_missing_facts(self, http: httpx.AsyncClient, world: World, committee: Person) -> None:
        unknown = await world.elder(tier=PriorityTier.UNCLASSIFIED)
        body = {**OVERRIDE, "tier": "routine"}
        answer = await http.post(path(unknown, "tier/override"), json=body, headers=headers(committee))
        assert (answer.status_code, answer.json()["code"]) == (409, "override_hides_missing_facts")


class TestEligibility:
    async def test_tells_every_criterion_and_the_policy(
        self, http: httpx.AsyncClient, elder_id: UUID, committee: Person
    ) -> None:
        supporter = {"whereabouts": "city", "since": "2020-02-01", "for_work": True, "able": True}
        body = {"lives_in_countryside": True, "supporters": [supporter]}
        made = await http.post(path(elder_id, "eligibility"), json=body, headers=headers(committee))
        assert made.status_code == 201
        assert made.json()["verdict"] == "open"
        kept = (await http.get(path(elder_id, "eligibility"), headers=headers(committee))).json()
        assert [each["criterion"] for each in kept["latest"]["answers"] if each["answer"] == "unknown"] == [
            "registered"
        ]
        assert kept["latest"]["policy"]["months_away"] == 6
        assert kept["admitted"] is None


class TestRegister:
    async def test_takes_facts_and_no_tier(self, http: httpx.AsyncClient, world: World, committee: Person) -> None:
        body = {
            "village_id": str(world.village.id),
            "name": "卫素珍",
            "gender": "female",
            "born_on": "1950-05-06",
            "address": "下寨 3 号",
            "living_alone": True,
        }
        refused = await http.post("/api/elders", json={**body, "tier": "routine"}, headers=headers(committee))
        assert refused.status_code == 422
        made = await http.post("/api/elders", json={**body, "mobility": "difficult"}, headers=headers(committee))
        told = (await http.get(f"/api/elders/{made.json()['id']}", headers=headers(committee))).json()
        assert told["elder"]["tier"] == "medium"
