"""Valid and broken data of every kind, as every role, against everything /openapi.json says."""

import asyncio

import pytest

import tests.api.scenes as scenes
from tests import loopback
from tests.api.attempts import SCENES, attempt_at
from tests.api.fuzzing import Fuzzer
from tests.api.operations import BY_ID
from tests.api.world import World

assert scenes


async def fuzzed(world: World, *, examples: int, derandomize: bool) -> Fuzzer:
    """Every operation, on a scene of its own; what no generated request managed, the scene's own request does."""
    people = {role.value: person.token for role, person in world.rightful.items()}
    tokens: dict[str, str | None] = {**people, "stranger": world.stranger.token, "anonymous": None}
    async with loopback.client(world.product.base_url) as http:
        document = (await http.get("/openapi.json")).json()
    fuzzer = Fuzzer(world.product.base_url, document, tokens, examples, derandomize, world.tally)
    with fuzzer.connected():
        for name, operation in BY_ID.items():
            if name not in SCENES:
                continue
            # Nobody but a throwaway person may sign out.
            fuzzer.tokens = {"anonymous": None} if name == "sessions_sign_out" else tokens
            await asyncio.to_thread(fuzzer.fuzz, operation, await attempt_at(world, name))
            if name not in world.tally.succeeded():
                await (await SCENES[name](world)).send(operation)
    return fuzzer


@pytest.mark.soak
@pytest.mark.timeout(900)
async def test_no_data_from_anybody_breaks_a_promise(
    engine: str, world: World, soak: bool, request: pytest.FixtureRequest
) -> None:
    examples = 60 if soak else 3 if engine == "sqlite" else 1
    fuzzer = await fuzzed(world, examples=examples, derandomize=not soak)
    succeeded = len(world.tally.succeeded())
    request.node.user_properties += [("requests", fuzzer.sent), ("succeeded", f"{succeeded} of {len(BY_ID)}")]
    assert not fuzzer.faults, "\n".join(f"{times} x {fault}" for fault, times in fuzzer.faults.most_common(40))
    assert succeeded >= 0.8 * len(BY_ID), world.tally.never()
