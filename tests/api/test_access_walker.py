"""Every scoped operation: the rightful person succeeds, nobody else learns or changes anything."""

import asyncio
import json
import re
import secrets
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.accounts.queries import hash_token
from backend.db import fetch, open_database
from media.contract import EVENT_HEADER
from tests.api.attempts import SCENES
from tests.api.ledger import changed
from tests.api.operations import BY_ID, SCOPED, SIGNED_IN
from tests.api.told import secret_fields, secrets_in, sheet
from tests.api.walk import Walked, looks_only, seen, walk
from tests.api.world import World
from tests.factories.database import dump

pytestmark = pytest.mark.timeout(400)


@pytest.fixture(scope="module")
async def sqlite_walk(sqlite_world: World) -> dict[str, Walked]:
    """The walk, on SQLite."""
    return await walk(sqlite_world)


@pytest.fixture(scope="module")
async def postgres_walk(postgres_world: World) -> dict[str, Walked]:
    """The walk, on PostgreSQL."""
    return await walk(postgres_world)


@pytest.fixture
def walked(request: pytest.FixtureRequest, engine: str) -> dict[str, Walked]:
    """The walk, on either engine."""
    found: dict[str, Walked] = request.getfixturevalue(f"{engine}_walk")
    return found


@pytest.mark.parametrize("name", SCOPED)
def test_only_the_rightful_get_in(walked: dict[str, Walked], name: str) -> None:
    assert name in walked, "a scoped operation needs a scene in tests/api/scenes"
    found = walked[name]
    assert found.answer is not None
    assert found.answer.is_success, found.answer.text
    assert found.let_in == []
    assert found.touched == []


@pytest.mark.parametrize("name", [name for name in SCOPED if looks_only(BY_ID[name])])
def test_a_list_shows_the_rightful_what_it_hides_from_others(walked: dict[str, Walked], name: str) -> None:
    answer, hidden = walked[name].answer, walked[name].attempt.hidden
    assert answer is not None
    assert seen(answer, hidden), "the walker could not tell a leak from an empty list"


@pytest.mark.parametrize("name", [name for name in SCOPED if BY_ID[name].method == "GET"])
async def test_each_role_it_is_for_reads_it(world: World, walked: dict[str, Walked], name: str) -> None:
    operation = BY_ID[name]
    for role in operation.access.roles:
        answer = await walked[name].attempt.send(operation, world.rightful[role])
        assert answer.is_success, f"{role}: {answer.text}"


@pytest.mark.parametrize("name", [name for name in SCOPED if BY_ID[name].path_ids])
async def test_what_is_out_of_sight_is_as_if_it_were_not(world: World, walked: dict[str, Walked], name: str) -> None:
    operation, attempt = BY_ID[name], walked[name].attempt
    nowhere = {part: str(uuid4()) for part in attempt.ids}
    for who, person in world.outsiders.items():
        there = walked[name].refused[who]
        not_there = await attempt.send(operation, person, ids=nowhere)
        assert (there.status_code, there.json()) == (not_there.status_code, not_there.json()), who


async def test_lists_are_in_the_log_only_for_those_whose_elders_they_show(
    world: World, walked: dict[str, Walked]
) -> None:
    """Outsiders may look at lists, and then stand in the log: never for an elder hidden from them.

    Scenes move some elders to another village, whose committee then sees them; those are left out.
    """
    hidden = set().union(*(found.attempt.hidden for found in walked.values()))
    async with open_database(world.product.database_url):
        for who, person in world.outsiders.items():
            read = await fetch(_Read, _READ, hash_token(person.token), UUID(world.village_id))
            assert {str(row.elder_id) for row in read} & hidden == set(), who


class _Read(msgspec.Struct):
    elder_id: UUID


_READ = """
SELECT DISTINCT r.elder_id FROM readings r JOIN sessions s ON s.account_id = r.account_id
WHERE s.token_hash = $1
  AND NOT EXISTS (SELECT 1 FROM stays t WHERE t.elder_id = r.elder_id AND t.village_id <> $2)
"""


async def test_what_is_told_of_people_lies_nowhere_in_clear(world: World, walked: dict[str, Walked]) -> None:
    """Every number, telephone and free word that any operation takes, after all of them: in no column and no log."""
    told: dict[str, set[str]] = {}
    for name, found in walked.items():
        for where, word in secrets_in(BY_ID[name].body, [found.attempt.body, *found.attempt.earlier]):
            told.setdefault(f"{name} {where}", set()).add(word)
        for word in re.findall(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dX])(?!\d)", sheet(found.attempt)):
            told.setdefault(f"{name} sheet", set()).add(word)
    assert told.keys() >= {f"{name} {where}" for name in walked for where in secret_fields(BY_ID[name].body)}
    assert any(where.endswith("sheet") for where in told)
    stored = (await asyncio.to_thread(dump, world.product.database_url)).lower()
    log = world.product.log.read_text("utf-8")
    for where, words in told.items():
        for word in words:
            assert word.lower() not in stored, where
            assert word.encode().hex() not in stored, where
            assert word not in log, where
            assert json.dumps(word)[1:-1] not in log, where


@pytest.fixture
async def tokens(world: World) -> dict[str, dict[str, str]]:
    """Authorization headers that open nothing."""
    gone = await world.newcomer()
    signed_out = gone.headers()
    assert (await gone.send("DELETE", "/api/sessions/current")).status_code == 204
    return {
        "none": {},
        "empty": {"authorization": ""},
        "forged": {"authorization": f"Bearer {secrets.token_urlsafe(32)}"},
        "of another scheme": {"authorization": f"Basic {world.family.son.token}"},
        "cut short": {"authorization": f"Bearer {world.family.son.token[:-1]}"},
        "very long": {"authorization": f"Bearer {'a' * 4000}"},
        "signed out": {"authorization": signed_out["authorization"]},
    }


async def test_nobody_without_a_session_gets_anywhere(world: World, tokens: dict[str, dict[str, str]]) -> None:
    before = await world.ledger.settled()
    let_in = []
    for name in SIGNED_IN:
        operation = BY_ID[name]
        path = operation.path.format(**{part: uuid4() for part in operation.path_ids})
        for kind, headers in tokens.items():
            headers = {"idempotency-key": str(uuid4()), **headers}
            answer = await world.county.http.request(operation.method, path, headers=headers, json={})
            if answer.status_code != 401 or answer.json()["code"] != "not_signed_in":
                let_in.append(f"{name} with a token {kind}: {answer.status_code} {answer.text[:100]}")
    assert let_in == []
    assert changed(before, await world.ledger.settled()) == []


@pytest.mark.parametrize("name", ["uploads_read_upload", "notifications_read_notification", "sessions_act_as"])
async def test_ones_own_things_are_nobody_elses(world: World, name: str) -> None:
    operation = BY_ID[name]
    attempt = await SCENES[name](world)
    before = await world.ledger.settled()
    for who, person in {**world.outsiders, "caregiver": world.family.caregiver}.items():
        answer = await attempt.send(operation, person)
        assert answer.status_code == 404, f"{who}: {answer.text}"
    assert changed(before, await world.ledger.settled()) == []
    assert (await attempt.send(operation)).is_success


@pytest.mark.parametrize("name", ["agreements_sign_agreement", "agreements_record_answer", "visits_submit_report"])
async def test_a_picture_of_another_cannot_be_handed_in(world: World, name: str) -> None:
    operation = BY_ID[name]
    attempt = await SCENES[name](world)
    foreign = await world.neighbour.son.upload()
    for part in {"signature_id", "photo_id", "photo_ids"} & set(attempt.body):
        attempt.body[part] = [foreign] if part == "photo_ids" else foreign
    before = await world.ledger.settled()
    answer = await attempt.send(operation)
    assert answer.status_code == 404, answer.text
    assert changed(before, await world.ledger.settled()) == []


@pytest.mark.parametrize("name", [name for name in BY_ID if BY_ID[name].access.reach == "signed"])
async def test_a_machine_must_prove_itself(world: World, name: str) -> None:
    operation = BY_ID[name]
    attempt = await SCENES[name](world)
    before = await world.ledger.settled()
    given = attempt.query or attempt.headers
    # WeChat's safe mode is proven by msg_signature alone: `signature` covers no body.
    proof = next(part for part in ("msg_signature", "signature", EVENT_HEADER) if part in given)
    right = given[proof]
    forged = right[:-1] + ("0" if right[-1] != "0" else "1")
    option = "params" if attempt.query else "headers"
    for wrong in (forged, "", "0" * 40, right[:-1], right + "0"):
        options: dict[str, Any] = {option: {**given, proof: wrong}}
        answer = await attempt.send(operation, **options)
        assert answer.status_code in ((403,) if wrong == forged else (403, 422)), f"{wrong!r}: {answer.text}"
    assert changed(before, await world.ledger.settled()) == []
    assert (await attempt.send(operation)).is_success
