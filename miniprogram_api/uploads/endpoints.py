"""Pictures: signatures, photos of a visit. The bytes are stored before the row is committed.

Small ones come as one body; others in pieces: announce, then send what is missing until nothing is.
"""

import asyncio
from uuid import UUID

import msgspec

from backend.elders.errors import PictureNotFound
from backend.elders.pictures import picture
from backend.outbox.idempotency import Answer, once
from backend.storage import receiving
from backend.storage.errors import (
    HeicPicture,
    NotAPicture,
    OpenUploadNotFound,
    PictureDiffers,
    PictureTooLarge,
    PieceDamaged,
    PieceDiffers,
    PieceOutOfRange,
    TooManyOpenUploads,
)
from backend.storage.receiving import Progress
from backend.storage.rules import MOST_PIECE, Announced, Piece, digest
from backend.storage.uploads import enter_upload, read_picture, store_picture
from miniprogram_api.limits import PICTURE_BODY
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import SELF, Ask, Blob, Routes
from miniprogram_api.uploads.schemas import AnnouncedIn, DigestQuery, PictureKept, PieceQuery, SizeQuery

routes = Routes("uploads")

_UNFIT = (NotAPicture, HeicPicture, PictureTooLarge, PictureDiffers)


@routes.post(
    "/api/uploads",
    access=SELF,
    own_transaction=True,
    body_limit=PICTURE_BODY,
    takes=("image/jpeg", "image/png", "image/webp"),
    refusals=_UNFIT,
)
async def upload_picture(ask: Ask, query: DigestQuery) -> PictureKept:
    """Send one small picture as the raw body. It is re-encoded, so place and camera data are gone."""
    account_id, data = ask.viewer.account_id, ask.request.body
    if query.sha256 is not None and await asyncio.to_thread(digest, data) != query.sha256:
        raise PictureDiffers
    key, kept, size = await store_picture(ask.services.storage, account_id=account_id, data=data)

    async def enter() -> Answer:
        made = await enter_upload(
            ask.kernel, account_id=account_id, key=key, sha256=kept, size=size, phone_sha256=query.sha256
        )
        return Answer(201, msgspec.json.encode(PictureKept(made, query.sha256)))

    assert ask.write is not None
    answer = await once(ask.kernel, ask.write, enter)
    return msgspec.json.decode(answer.body, type=PictureKept)


@routes.post("/api/uploads/open", access=SELF, refusals=(PictureTooLarge, TooManyOpenUploads))
async def begin_upload(ask: Ask, body: AnnouncedIn) -> Progress:
    """Announce a picture that will come in pieces."""
    announced = Announced(body.size, body.piece_size, body.sha256)
    return await receiving.begin(ask.kernel, announced=announced, account_id=ask.viewer.account_id)


@routes.get("/api/uploads/open/{open_upload_id}", access=SELF, refusals=(OpenUploadNotFound,))
async def read_progress(ask: Ask, open_upload_id: UUID) -> Progress:
    """Which pieces are missing."""
    return await receiving.progress(open_upload_id=open_upload_id, account_id=ask.viewer.account_id)


@routes.put(
    "/api/uploads/open/{open_upload_id}/piece",
    access=SELF,
    keyed=False,
    body_limit=MOST_PIECE,
    takes=("application/octet-stream",),
    refusals=(OpenUploadNotFound, PieceOutOfRange, PieceDamaged, PieceDiffers, *_UNFIT),
)
async def send_piece(ask: Ask, open_upload_id: UUID, query: PieceQuery) -> Progress:
    """Send one piece as the raw body, in any order and as often as need be; the last makes the picture."""
    return await receiving.receive(
        ask.kernel,
        ask.services.storage,
        open_upload_id=open_upload_id,
        account_id=ask.viewer.account_id,
        piece=Piece(query.number, query.sha256, ask.request.body),
    )


@routes.get("/api/uploads/{upload_id}", access=SELF, refusals=(PictureNotFound,), gives="image/jpeg")
async def read_upload(ask: Ask, upload_id: UUID, query: SizeQuery) -> Blob:
    """The picture as JPEG; of an elder's file the reading is logged."""
    viewer = ask.viewer
    row = await picture(viewer, upload_id)
    data = await read_picture(ask.services.storage, row.key, small=query.size == "thumb")
    if row.elder_id is not None:
        await log_reading(ask, row.elder_id, "picture", upload_id)
    return Blob(data, "image/jpeg")
