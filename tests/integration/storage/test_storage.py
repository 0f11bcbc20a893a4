"""Both places for objects keep the same promises."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backend.storage.errors import KeyNotAllowed, ObjectDamaged, ObjectMissing
from backend.storage.local import LocalStorage
from backend.storage.port import Storage
from backend.storage.s3 import S3Storage
from tests.factories.storage import OLD, RING
from tests.servers.s3 import ACCESS_KEY, BUCKET, SECRET_KEY, s3_server

LATER = timedelta(hours=1)


@pytest.fixture(params=["local", "s3"])
async def opened(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Callable[..., Storage]]:
    """Opens the place with a key ring; the same place each time."""
    if request.param == "local":
        yield lambda ring=RING: LocalStorage(tmp_path / "objects", ring)
        return
    with s3_server() as server:
        yield lambda ring=RING: S3Storage.at(
            f"s3://{BUCKET}/kept",
            ring,
            config={"endpoint": server.url, "access_key_id": ACCESS_KEY, "secret_access_key": SECRET_KEY},
        )


@pytest.fixture
def storage(opened: Callable[..., Storage]) -> Storage:
    return opened()


async def keys_older_than(storage: Storage, moment: datetime, prefix: str = "") -> set[str]:
    return {key async for key in storage.older_than(moment, prefix=prefix)}


class TestPutAndGet:
    async def test_gives_back_what_was_put(self, storage: Storage) -> None:
        photo = bytes(range(256)) * 4000
        await storage.put("visits/2026/a.jpg", photo, aad="visit|1")
        assert await storage.get("visits/2026/a.jpg", aad="visit|1") == photo

    async def test_keeps_an_empty_object(self, storage: Storage) -> None:
        await storage.put("empty", b"", aad="x")
        assert await storage.get("empty", aad="x") == b""

    async def test_a_repeat_is_harmless_and_the_last_one_stays(self, storage: Storage) -> None:
        for data in (b"one", b"one", b"two"):
            await storage.put("a", data, aad="x")
        assert await storage.get("a", aad="x") == b"two"

    async def test_many_at_once_leave_one_whole_object_readable_all_the_time(self, storage: Storage) -> None:
        versions = [bytes([n]) * 50_000 for n in range(8)]
        await storage.put("a", versions[0], aad="x")
        puts = [storage.put("a", version, aad="x") for version in versions]
        seen, _ = await asyncio.gather(
            asyncio.gather(*(storage.get("a", aad="x") for _ in range(8))), asyncio.gather(*puts)
        )
        assert all(data in versions for data in [*seen, await storage.get("a", aad="x")])

    async def test_a_key_may_be_the_beginning_of_another(self, storage: Storage) -> None:
        await storage.put("a/b", b"short", aad="x")
        await storage.put("a/b/c", b"long", aad="x")
        assert await storage.get("a/b", aad="x") == b"short"
        assert await storage.get("a/b/c", aad="x") == b"long"

    async def test_outlives_the_process_and_a_change_of_the_encryption_key(
        self, opened: Callable[..., Storage]
    ) -> None:
        await opened(OLD).put("a", b"photo", aad="x")
        assert await opened(RING).get("a", aad="x") == b"photo"

    async def test_refuses_the_wrong_place(self, storage: Storage) -> None:
        await storage.put("a", b"photo", aad="visit|1")
        with pytest.raises(ObjectDamaged):
            await storage.get("a", aad="visit|2")

    async def test_says_when_there_is_nothing(self, storage: Storage) -> None:
        with pytest.raises(ObjectMissing):
            await storage.get("a", aad="x")

    @pytest.mark.parametrize("key", ["../a", "/etc/passwd", "a/../../b", "A", ""])
    async def test_refuses_keys_that_lead_elsewhere(self, storage: Storage, key: str) -> None:
        with pytest.raises(KeyNotAllowed):
            await storage.put(key, b"x", aad="x")
        with pytest.raises(KeyNotAllowed):
            await storage.get(key, aad="x")
        with pytest.raises(KeyNotAllowed):
            await storage.delete(key)
        with pytest.raises(KeyNotAllowed):
            await storage.exists(key)


class TestDelete:
    async def test_removes_it_and_a_repeat_is_harmless(self, storage: Storage) -> None:
        await storage.put("a", b"photo", aad="x")
        assert await storage.exists("a")
        await storage.delete("a")
        await storage.delete("a")
        assert not await storage.exists("a")


class TestOlderThan:
    async def test_lists_what_was_put_before_the_moment(self, storage: Storage) -> None:
        for key in ("visits/2026/a", "visits/2026/b", "seals/c"):
            await storage.put(key, b"x", aad="x")
        assert await keys_older_than(storage, datetime.now(UTC) + LATER) == {
            "visits/2026/a",
            "visits/2026/b",
            "seals/c",
        }
        assert await keys_older_than(storage, datetime.now(UTC) - LATER) == set()

    async def test_can_be_narrowed_to_whole_parts(self, storage: Storage) -> None:
        for key in ("visits/2026/a", "visits/20267", "visitsx"):
            await storage.put(key, b"x", aad="x")
        assert await keys_older_than(storage, datetime.now(UTC) + LATER, "visits/2026") == {"visits/2026/a"}

    async def test_finds_nothing_in_an_empty_place(self, storage: Storage) -> None:
        assert await keys_older_than(storage, datetime.now(UTC) + LATER) == set()
        assert await storage.forget_unfinished(datetime.now(UTC) + LATER) == 0


class TestCancelled:
    async def test_a_put_given_up_by_its_caller_leaves_all_or_nothing(self, storage: Storage) -> None:
        await storage.put("a", b"before" * 100_000, aad="x")
        put = asyncio.create_task(storage.put("a", b"after!" * 100_000, aad="x"))
        await asyncio.wait([put], timeout=0.001)
        put.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await put
        assert await storage.get("a", aad="x") in (b"before" * 100_000, b"after!" * 100_000)
