"""Nobody acts as another: whoever drafts a text and sends it cannot sign in the signer's place (art. 13)."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from tests.api.scenes.agreements import drafted, text_hash
from tests.api.world import World
from tests.people import Person

Trick = Callable[[World, str, dict[str, Any], UUID], Awaitable[httpx.Response]]


async def _send(person: Person, agreement: str, step: str, body: dict[str, Any], key: UUID) -> httpx.Response:
    return await person.send("POST", f"/api/agreements/{agreement}/{step}", json=body, key=key)


async def _accepts(world: World, agreement: str, body: dict[str, Any], key: UUID) -> httpx.Response:
    return await _send(world.family.son, agreement, "accept", {**body, "signature_id": await _own(world)}, uuid4())


async def _copies_the_body(world: World, agreement: str, body: dict[str, Any], key: UUID) -> httpx.Response:
    return await _send(world.family.son, agreement, "accept", body, key)


async def _signs_with_the_other_hand(world: World, agreement: str, body: dict[str, Any], key: UUID) -> httpx.Response:
    return await _send(world.family.son, agreement, "sign", body, uuid4())


async def _declines(world: World, agreement: str, body: dict[str, Any], key: UUID) -> httpx.Response:
    return await _send(world.neighbour.caregiver, agreement, "decline", {}, uuid4())


async def _from_the_committee(world: World, agreement: str, body: dict[str, Any], key: UUID) -> httpx.Response:
    return await _send(world.family.committee, agreement, "accept", body, uuid4())


async def _by_another_caregiver(world: World, agreement: str, body: dict[str, Any], key: UUID) -> httpx.Response:
    own = {**body, "signature_id": await world.neighbour.caregiver.upload()}
    return await _send(world.neighbour.caregiver, agreement, "accept", own, uuid4())


async def _names_the_signer(world: World, agreement: str, body: dict[str, Any], key: UUID) -> httpx.Response:
    signer = (await world.family.caregiver.get("/api/sessions/current"))["account_id"]
    named = {**body, "signature_id": await _own(world), "account_id": signer}
    return await _send(world.family.son, agreement, "sign", named, uuid4())


async def _own(world: World) -> str:
    return await world.family.son.upload()


TRICKS: dict[str, tuple[Trick, set[int]]] = {
    "in the signer's place from one's own session": (_accepts, {403}),
    "with the signer's body and key copied": (_copies_the_body, {403}),
    "with the signer's handwriting": (_signs_with_the_other_hand, {404}),
    "with the signer's name in the body": (_names_the_signer, {400, 422}),
    "as a caregiver of somebody else": (_by_another_caregiver, {404}),
    "declining for the signer": (_declines, {404}),
    "as the committee": (_from_the_committee, {403}),
}


@pytest.mark.parametrize("how", TRICKS)
async def test_nobody_acts_as_the_signer(world: World, how: str) -> None:
    trick, refused = TRICKS[how]
    agreement = await drafted(world, await world.household())
    body, key = {"text_hash": await text_hash(world, agreement)}, uuid4()
    body["signature_id"] = await world.family.caregiver.upload()
    answer = await trick(world, agreement, body, key)
    assert answer.status_code in refused, answer.text
    found = await world.family.caregiver.get(f"/api/agreements/{agreement}")
    assert found["acts"] == []
    assert all(party["signed_at"] is None for party in found["parties"])
    # The signer's own, upon the same body and key, still goes through.
    assert (await _send(world.family.caregiver, agreement, "accept", body, key)).status_code == 200
