"""Objects in an S3 bucket, through obstore. A put is atomic there: the object appears whole or not at all."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from obstore.exceptions import BaseError
from obstore.store import ObjectStore, S3Store

from backend.kit.secrets import KeyRing
from backend.storage.envelope import unwrap, wrap
from backend.storage.errors import ObjectMissing, StorageUnavailable
from backend.storage.port import checked_key

if TYPE_CHECKING:
    from obstore.store import S3Config


class S3Storage:
    """A `Storage` over any obstore store; `at` opens a bucket."""

    def __init__(self, store: ObjectStore, ring: KeyRing) -> None:
        self._store = store
        self._ring = ring

    @staticmethod
    def at(
        url: str, ring: KeyRing, *, config: "S3Config | None" = None, patience: timedelta = timedelta(seconds=30)
    ) -> "S3Storage":
        """The bucket and prefix of `s3://bucket/prefix`.

        What `config` does not say (endpoint, region, credentials) comes from the usual AWS_* variables, read by
        obstore. A request is given up after `patience`; one that failed is repeated within it.
        """
        store = S3Store.from_url(
            url,
            # Some S3-compatible services know no bulk deletion; objects are ciphertext already, so http will do inside.
            config={"disable_bulk_delete": True, **(config or {})},
            client_options={"connect_timeout": patience / 3, "timeout": patience, "allow_http": True},
            retry_config={"max_retries": 3, "retry_timeout": patience},
        )
        return S3Storage(store, ring)

    async def put(self, key: str, data: bytes, *, aad: str) -> None:
        blob = await asyncio.to_thread(wrap, self._ring, data, key=checked_key(key), aad=aad)
        with _store_faults():
            await self._store.put_async(key, blob)

    async def get(self, key: str, *, aad: str) -> bytes:
        with _store_faults():
            found = await self._store.get_async(checked_key(key))
            blob = (await found.bytes_async()).to_bytes()
        return await asyncio.to_thread(unwrap, self._ring, blob, key=key, aad=aad)

    async def delete(self, key: str) -> None:
        try:
            with _store_faults():
                await self._store.delete_async(checked_key(key))
        except ObjectMissing:
            pass

    async def exists(self, key: str) -> bool:
        try:
            with _store_faults():
                await self._store.head_async(checked_key(key))
        except ObjectMissing:
            return False
        return True

    async def older_than(self, moment: datetime, *, prefix: str = "") -> AsyncIterator[str]:
        with _store_faults():
            async for found in self._store.list(checked_key(prefix) if prefix else None, chunk_size=1000):
                for item in found:
                    if item["last_modified"] < moment:
                        yield item["path"]

    async def forget_unfinished(self, before: datetime) -> int:
        """Always 0: a put is one request, so a killed one leaves nothing."""
        return 0


@contextmanager
def _store_faults() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise ObjectMissing from None
    except (BaseError, OSError) as error:
        raise StorageUnavailable(type(error).__name__) from error
