"""Pictures that arrive in pieces, in any order and any number of times.

An open upload never has all its pieces: the last to arrive is stored together with the picture it completes, or not at
all. So whoever asks what is missing always knows what to send, whatever moment the server was killed at.
"""

import asyncio
from uuid import UUID

import msgspec

from backend.db import fetch_one, transaction
from backend.kit.errors import Invalid
from backend.kit.kernel import Kernel
from backend.storage.errors import OpenUploadNotFound, PictureDiffers, PieceDiffers
from backend.storage.models import OpenUpload, UploadPiece
from backend.storage.port import Storage
from backend.storage.rules import Announced, Piece, check_piece, check_room, check_size, digest
from backend.storage.uploads import enter_upload, store_picture


class Progress(msgspec.Struct, frozen=True):
    """What is still to be sent. Once nothing is: the picture, and the SHA-256 confirmed of what the phone sent."""

    id: UUID
    missing: tuple[int, ...]
    picture_id: UUID | None
    sha256: str | None


async def begin(kernel: Kernel, *, announced: Announced, account_id: UUID) -> Progress:
    """Open an upload, in the caller's transaction. Raises PictureTooLarge, TooManyOpenUploads."""
    check_size(announced.size)
    held = await fetch_one(_Held, _HELD, account_id)
    assert held is not None
    check_room(held.count, held.size, announced)
    made = await OpenUpload.create(
        account_id=account_id, created_at=kernel.clock.now(), **msgspec.structs.asdict(announced)
    )
    return _progress(made, {})


class _Held(msgspec.Struct, frozen=True):
    count: int
    size: int


_HELD = """
SELECT count(*) AS count, COALESCE(sum(size), 0) AS size FROM open_uploads
WHERE account_id = $1 AND picture_id IS NULL
"""


async def progress(*, open_upload_id: UUID, account_id: UUID) -> Progress:
    """How far an upload of one's own is. Raises OpenUploadNotFound."""
    return _progress(await _own(open_upload_id, account_id), await _arrived(open_upload_id))


async def receive(
    kernel: Kernel, storage: Storage, *, open_upload_id: UUID, account_id: UUID, piece: Piece
) -> Progress:
    """Keep a piece, and with the last of them the picture; the same piece again changes nothing.

    Opens its own transactions. Raises OpenUploadNotFound, PieceOutOfRange, PieceDamaged, PieceDiffers, and of the
    whole PictureDiffers, NotAPicture, HeicPicture, PictureTooLarge: then the upload is given up.
    """
    async with transaction():
        upload = await _own(open_upload_id, account_id, lock=True)
        announced = _announced(upload)
        check_piece(announced, piece)
        arrived = await _arrived(upload.id)
        if arrived.setdefault(piece.number, piece.sha256) != piece.sha256:
            raise PieceDiffers
        if upload.picture_id is not None or len(arrived) < announced.pieces:
            await _keep(kernel, upload, piece)
            return _progress(upload, arrived)
    return await _complete(kernel, storage, upload, piece)


async def _complete(kernel: Kernel, storage: Storage, upload: OpenUpload, last: Piece) -> Progress:
    """All slow work outside of any transaction; of two who do it at once the second finds it done."""
    whole = await _whole(kernel, upload, last)
    if whole is not None:
        try:
            if await asyncio.to_thread(digest, whole) != upload.sha256:
                raise PictureDiffers
            key, sha256, size = await store_picture(storage, account_id=upload.account_id, data=whole)
        except (PictureDiffers, Invalid):
            await _give_up(upload)
            raise
        async with transaction():
            now = await _own(upload.id, upload.account_id, lock=True)
            if now.picture_id is None:
                now.picture_id = await enter_upload(
                    kernel, account_id=now.account_id, key=key, sha256=sha256, size=size, phone_sha256=now.sha256
                )
                await now.save(update_fields=["picture_id"])
                await _keep(kernel, now, last)
                await UploadPiece.filter(open_upload_id=now.id).update(data=None)
    return await progress(open_upload_id=upload.id, account_id=upload.account_id)


async def _whole(kernel: Kernel, upload: OpenUpload, last: Piece) -> bytes | None:
    """None when another completed it, or gave it up, meanwhile."""
    found = await UploadPiece.filter(open_upload_id=upload.id)
    sealed = {row.number: (_place(row.id), bytes(row.data)) for row in found if row.data is not None}
    if len({*sealed, last.number}) < _announced(upload).pieces:
        return None

    def join() -> bytes:
        parts = {number: kernel.keys.decrypt(data, place) for number, (place, data) in sealed.items()}
        parts[last.number] = last.data
        return b"".join(parts[number] for number in sorted(parts))

    return await asyncio.to_thread(join)


async def _keep(kernel: Kernel, upload: OpenUpload, piece: Piece) -> None:
    """Once; of a picture that is whole only the hash."""
    if await UploadPiece.exists(open_upload_id=upload.id, number=piece.number):
        return
    row = UploadPiece(open_upload_id=upload.id, number=piece.number, sha256=piece.sha256)
    if upload.picture_id is None:
        row.data = kernel.keys.encrypt(piece.data, _place(row.id))
    await row.save(force_create=True)


async def _give_up(upload: OpenUpload) -> None:
    async with transaction():
        await OpenUpload.filter(id=upload.id).select_for_update().first()
        await UploadPiece.filter(open_upload_id=upload.id).delete()
        await OpenUpload.filter(id=upload.id).delete()


async def forget_open(account_id: UUID) -> None:
    """Give up all that an account has half sent."""
    for upload in await OpenUpload.filter(account_id=account_id):
        await _give_up(upload)


async def _own(open_upload_id: UUID, account_id: UUID, *, lock: bool = False) -> OpenUpload:
    wanted = OpenUpload.filter(id=open_upload_id, account_id=account_id)
    found = await (wanted.select_for_update() if lock else wanted).first()
    if found is None:
        raise OpenUploadNotFound
    return found


async def _arrived(open_upload_id: UUID) -> dict[int, str]:
    """SHA-256 of the pieces here, by number."""
    rows = await UploadPiece.filter(open_upload_id=open_upload_id).values_list("number", "sha256")
    return {int(str(number)): str(sha256) for number, sha256 in rows}


def _announced(upload: OpenUpload) -> Announced:
    return Announced(upload.size, upload.piece_size, upload.sha256)


def _progress(upload: OpenUpload, arrived: dict[int, str]) -> Progress:
    expected = () if upload.picture_id else range(_announced(upload).pieces)
    missing = tuple(number for number in expected if number not in arrived)
    return Progress(upload.id, missing, upload.picture_id, upload.sha256 if upload.picture_id else None)


def _place(piece_id: UUID) -> str:
    return f"upload_pieces|data|{piece_id}"
