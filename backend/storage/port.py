"""The port: what a place for objects does. `local.LocalStorage` and `s3.S3Storage` do it."""

import re
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Protocol

from backend.storage.errors import KeyNotAllowed

_PART = r"[a-z0-9][a-z0-9._-]{0,127}"
_KEY = re.compile(rf"{_PART}(/{_PART}){{0,7}}")


class Storage(Protocol):
    """Encrypted objects by key.

    Keys are one to eight parts of small letters, digits, dot, dash and underscore, parted by slashes
    (`visits/2026/0198…`). An object opens only with the `aad` it was put with. All methods raise KeyNotAllowed for
    other keys and StorageUnavailable when the place fails.
    """

    async def put(self, key: str, data: bytes, *, aad: str) -> None:
        """Store `data` whole or not at all; it is durable on return. Repeating it is harmless, the last one stays."""

    async def get(self, key: str, *, aad: str) -> bytes:
        """The data. Raises ObjectMissing, ObjectDamaged."""

    async def delete(self, key: str) -> None:
        """Remove it; fine when it is gone already."""

    async def exists(self, key: str) -> bool:
        """Whether something is stored under `key`."""

    def older_than(self, moment: datetime, *, prefix: str = "") -> AsyncIterator[str]:
        """Keys last put before the aware `moment`, in no order; `prefix` is whole parts (`visits/2026`)."""

    async def forget_unfinished(self, before: datetime) -> int:
        """Remove what writers killed before `before` left behind; how many there were."""


def checked_key(key: str) -> str:
    """`key` when it is allowed; no such key can leave the storage's own folder. Raises KeyNotAllowed."""
    if not _KEY.fullmatch(key):
        raise KeyNotAllowed
    return key
