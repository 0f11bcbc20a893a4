"""One request to one operation, ready to be sent by whoever; and the table of how each comes to be."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx

from miniprogram_api.routes import Operation
from tests.api.operations import BY_ID, filled
from tests.api.world import Household, World
from tests.people import Person


@dataclass
class Attempt:
    """`by` is who rightly sends it. `home` is the household it is about, when it is about one.

    `shows` are words a good answer holds at least one of: what an outsider must never see. `earlier` are bodies
    that the scene itself sent there before, where one request cannot tell all there is to tell.
    """

    by: Person
    ids: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    body: Any = None
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    home: Household | None = None
    shows: set[str] = field(default_factory=set)
    earlier: tuple[Any, ...] = ()

    @property
    def hidden(self) -> set[str]:
        """What no outsider's answer may hold."""
        return self.shows | (self.home.marks if self.home else set())

    async def send(
        self, operation: Operation, by: Person | None = None, *, key: UUID | None = None, **options: Any
    ) -> httpx.Response:
        """Send it as `by`, else as the rightful person, under `key`, else under a fresh one."""
        given: dict[str, Any] = {"params": self.query, "headers": self.headers}
        if self.content is not None:
            given["content"] = self.content
        elif self.body is not None:
            given["json"] = self.body
        ids = options.pop("ids", self.ids)
        return await (by or self.by).send(operation.method, filled(operation, ids), key=key, **given | options)


Scene = Callable[[World], Awaitable[Attempt]]
SCENES: dict[str, Scene] = {}


def scene(name: str) -> Callable[[Scene], Scene]:
    """Registers how a rightful request to the operation `name` comes to be."""
    assert name in BY_ID, f"there is no operation {name}"

    def add(prepare: Scene) -> Scene:
        SCENES[name] = prepare
        return prepare

    return add


async def known(world: World, name: str) -> Attempt:
    """A scene played before, for what leaves no trace: to read, or to be refused whatever the scene has become."""
    if name not in world.attempts:
        world.attempts[name] = await SCENES[name](world)
    return world.attempts[name]


async def attempt_at(world: World, name: str) -> Attempt:
    """A scene to act in: a reading's is played once in a world, a write's anew each time."""
    if BY_ID[name].method == "GET":
        return await known(world, name)
    world.attempts[name] = attempt = await SCENES[name](world)
    return attempt
