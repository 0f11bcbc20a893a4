"""A bucket: what goes over the wire, and a store that fails, refuses or says nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from backend.storage.errors import ObjectDamaged, StorageUnavailable
from backend.storage.s3 import S3Storage
from tests.factories.storage import RING
from tests.servers.s3 import ACCESS_KEY, BUCKET, S3, SECRET_KEY, s3_server


@pytest.fixture
def server() -> Iterator[S3]:
    with s3_server() as server:
        yield server


def bucket(server: S3, *, access_key: str = ACCESS_KEY, patience: timedelta = timedelta(seconds=5)) -> S3Storage:
    return S3Storage.at(
        f"s3://{BUCKET}/kept",
        RING,
        config={"endpoint": server.url, "access_key_id": access_key, "secret_access_key": SECRET_KEY},
        patience=patience,
    )


class TestS3Storage:
    async def test_stores_ciphertext_below_its_prefix(self, server: S3) -> None:
        await bucket(server).put("visits/a", b"fingerprint" * 100, aad="elder|77")
        ((path, (stored, _)),) = server.objects.items()
        assert path == "kept/visits/a"
        assert b"fingerprint" not in stored

    async def test_a_flipped_byte_in_the_bucket_is_noticed(self, server: S3) -> None:
        await bucket(server).put("a", b"photo", aad="x")
        stored, at = server.objects["kept/a"]
        server.objects["kept/a"] = (stored[:-1] + bytes([stored[-1] ^ 1]), at)
        with pytest.raises(ObjectDamaged):
            await bucket(server).get("a", aad="x")

    async def test_tries_again_when_the_store_is_busy(self, server: S3) -> None:
        server.failures = 2
        await bucket(server).put("a", b"photo", aad="x")
        assert await bucket(server).get("a", aad="x") == b"photo"
        assert server.requests.count(f"PUT /{BUCKET}/kept/a") == 3

    async def test_gives_up_on_a_store_that_stays_busy(self, server: S3) -> None:
        server.failures = 1000
        with pytest.raises(StorageUnavailable):
            await bucket(server).put("a", b"photo", aad="x")
        assert server.objects == {}

    async def test_gives_up_on_a_store_that_says_nothing(self, server: S3) -> None:
        server.silent = True
        with pytest.raises(StorageUnavailable):
            await bucket(server, patience=timedelta(seconds=0.3)).get("a", aad="x")

    async def test_a_refused_access_key_is_a_fault_and_does_not_show_it(self, server: S3) -> None:
        with pytest.raises(StorageUnavailable) as fault:
            await bucket(server, access_key="wrong-key").put("a", b"photo", aad="x")
        assert "wrong-key" not in str(fault.value)

    async def test_age_is_that_of_the_last_put(self, server: S3) -> None:
        long_ago = datetime(2026, 1, 1, tzinfo=UTC)
        storage = bucket(server)
        for key in ("old", "new"):
            await storage.put(key, b"x", aad="x")
        server.objects["kept/old"] = (server.objects["kept/old"][0], long_ago)
        assert [key async for key in storage.older_than(long_ago + timedelta(days=1))] == ["old"]
