"""Pictures people send: cleaned, stored under their hash, then entered, so a row never lacks its bytes."""

import asyncio
import hashlib
from datetime import datetime
from uuid import UUID

from backend.kit.kernel import Kernel
from backend.storage.models import Upload
from backend.storage.pictures import clean_picture, thumbnail
from backend.storage.port import Storage


async def store_picture(storage: Storage, *, account_id: UUID, data: bytes) -> tuple[str, str, int]:
    """Clean the picture and put it away, safe to repeat; returns key, SHA-256 and size.

    Raises NotAPicture, PictureTooLarge.
    """
    clean = await asyncio.to_thread(clean_picture, data)
    digest = hashlib.sha256(clean).hexdigest()
    key = f"pictures/{account_id.hex}/{digest}"
    await storage.put(key, clean, aad=key)
    await storage.put(f"{key}.small", await asyncio.to_thread(thumbnail, clean), aad=f"{key}.small")
    return key, digest, len(clean)


async def enter_upload(
    kernel: Kernel, *, account_id: UUID, key: str, sha256: str, size: int, phone_sha256: str | None = None
) -> UUID:
    """The row of a stored picture, in the caller's transaction; only its owner sees it until it is taken up."""
    made = await Upload.create(
        account_id=account_id,
        key=key,
        sha256=sha256,
        phone_sha256=phone_sha256,
        size=size,
        created_at=kernel.clock.now(),
    )
    return made.id


async def read_picture(storage: Storage, key: str, *, small: bool) -> bytes:
    """The JPEG, or its thumbnail."""
    wanted = f"{key}.small" if small else key
    return await storage.get(wanted, aad=wanted)


async def sweep_orphans(storage: Storage, before: datetime) -> int:
    """Remove pictures stored before `before` whose row was never committed; returns how many objects went."""
    gone = 0
    async for key in storage.older_than(before, prefix="pictures"):
        if not await Upload.exists(key=key.removesuffix(".small")):
            await storage.delete(key)
            gone += 1
    return gone


async def take_up(*, upload_id: UUID, account_id: UUID, elder_id: UUID) -> bool:
    """Tie an upload of `account_id` to an elder's file; False when there is no such upload of theirs."""
    return bool(
        await Upload.filter(id=upload_id, account_id=account_id, elder_id__isnull=True).update(elder_id=elder_id)
        or await Upload.exists(id=upload_id, account_id=account_id, elder_id=elder_id)
    )
