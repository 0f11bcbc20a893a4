"""Operations as tests name them: `tag_name`, the operationId of /openapi.json."""

import re
from collections import Counter
from dataclasses import dataclass, field

import httpx

from miniprogram_api.endpoints import OPERATIONS
from miniprogram_api.routes import Operation

BY_ID = {f"{operation.tag}_{operation.name}": operation for operation in OPERATIONS}
SCOPED = [name for name, operation in BY_ID.items() if operation.access.reach == "scoped"]
SIGNED_IN = [name for name, operation in BY_ID.items() if operation.access.reach in ("self", "scoped")]
WRITES = [name for name, operation in BY_ID.items() if operation.method != "GET"]

# Fixed paths before those with ids, as the router takes them.
_PATTERNS = [
    (operation.method, re.compile(re.sub(r"\{\w+\}", "[^/]+", operation.path)), name)
    for name, operation in sorted(BY_ID.items(), key=lambda item: bool(item[1].path_ids))
]


def operation_id(method: str, path: str) -> str | None:
    """The operation a request reached, if any."""
    return next((name for verb, shape, name in _PATTERNS if verb == method and shape.fullmatch(path)), None)


@dataclass
class Tally:
    """How often each operation answered with which status."""

    answers: Counter[tuple[str, int]] = field(default_factory=Counter)

    def count(self, method: str, path: str, status: int) -> None:
        name = operation_id(method, path)
        if name is not None:
            self.answers[name, status] += 1

    async def watch(self, response: httpx.Response) -> None:
        """For httpx's `response` hook."""
        self.count(response.request.method, response.request.url.path, response.status_code)

    def succeeded(self) -> set[str]:
        """The operations that answered 2xx at least once."""
        return {name for name, status in self.answers if 200 <= status < 300}

    def never(self) -> set[str]:
        """The operations that never did."""
        return set(BY_ID) - self.succeeded()


def filled(operation: Operation, ids: dict[str, str]) -> str:
    """The operation's path with `ids` in their places."""
    return operation.path.format(**ids)
