"""The walk: everybody else tries each scoped operation before and after the rightful person did."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

import tests.api.scenes as scenes
from miniprogram_api.routes import Operation
from tests.api.attempts import SCENES, Attempt, attempt_at
from tests.api.ledger import changed
from tests.api.operations import BY_ID, SCOPED
from tests.api.world import World
from tests.factories.sheets import unpacked

assert scenes

REFUSED = (401, 403, 404)


@dataclass
class Walked:
    """What one operation did: `let_in` tells who was not refused or saw something, `touched` which tables moved.

    `answer` is the rightful person's, `refused` everybody else's after it.
    """

    attempt: Attempt
    let_in: list[str] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)
    answer: httpx.Response | None = None
    refused: dict[str, httpx.Response] = field(default_factory=dict)


def looks_only(operation: Operation) -> bool:
    """A list or a first screen: whoever may call it sees their own, whatever the path."""
    return operation.method == "GET" and not operation.path_ids


def seen(answer: httpx.Response, words: set[str]) -> set[str]:
    """Which of `words` stand in the answer."""
    text = unpacked(answer.content) if answer.content.startswith(b"PK") else answer.text
    return {word for word in words if word in text}


async def walk(world: World) -> dict[str, Walked]:
    """Walk every scoped operation that has a scene. What waits for the worker is waited for three times in all."""
    walked = {name: Walked(await attempt_at(world, name)) for name in SCOPED if name in SCENES}
    before = await world.ledger.settled()
    for name, found in walked.items():
        before = await _repel(world, before, BY_ID[name], found)
    keys = {name: uuid4() for name in walked}
    for name, found in walked.items():
        found.answer = await found.attempt.send(BY_ID[name], key=keys[name])
    before = await world.ledger.settled()
    for name, found in walked.items():
        before = await _repel(world, before, BY_ID[name], found)
        if BY_ID[name].method != "GET":
            before = await _repel(world, before, BY_ID[name], found, key=keys[name])
    return walked


async def _repel(
    world: World, before: dict[str, str], operation: Operation, found: Walked, **options: Any
) -> dict[str, str]:
    """What stands in the database afterwards: what did `before`, if all is well."""
    for who, person in world.outsiders.items():
        found.refused[who] = answer = await found.attempt.send(operation, person, **options)
        found.let_in += _let_in(operation, found.attempt, who, answer)
    after = await world.ledger.digests()
    touched = changed(before, after)
    # Whoever may look at a list sees their own there, and is in the log for it.
    found.touched += [table for table in touched if table != "readings" or not looks_only(operation)]
    return after


def _let_in(operation: Operation, attempt: Attempt, who: str, answer: httpx.Response) -> list[str]:
    leaked = seen(answer, attempt.hidden)
    fine = answer.status_code in REFUSED or (looks_only(operation) and answer.status_code == 200)
    return (
        [] if fine and not leaked else [f"{who}: {answer.status_code} {answer.text[:120]}, saw {leaked or 'nothing'}"]
    )
