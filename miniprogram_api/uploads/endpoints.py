"""Pictures: signatures, photos of a visit. The bytes are stored before the row is committed."""

from uuid import UUID

import msgspec

from backend.elders.errors import PictureNotFound
from backend.elders.pictures import picture
from backend.outbox.idempotency import Answer, once
from backend.storage.errors import NotAPicture, PictureTooLarge
from backend.storage.uploads import enter_upload, read_picture, store_picture
from miniprogram_api.limits import PICTURE_BODY
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import SELF, Ask, Blob, Routes
from miniprogram_api.schemas import Made
from miniprogram_api.uploads.schemas import SizeQuery

routes = Routes("uploads")


@routes.post(
    "/api/uploads",
    access=SELF,
    own_transaction=True,
    body_limit=PICTURE_BODY,
    takes=("image/jpeg", "image/png", "image/webp"),
    refusals=(NotAPicture, PictureTooLarge),
)
async def upload_picture(ask: Ask) -> Made:
    """Send one picture as the raw body. It is re-encoded, so place and camera data are gone."""
    account_id = ask.viewer.account_id
    key, digest, size = await store_picture(ask.services.storage, account_id=account_id, data=ask.request.body)

    async def enter() -> Answer:
        made = await enter_upload(ask.kernel, account_id=account_id, key=key, sha256=digest, size=size)
        return Answer(201, msgspec.json.encode(Made(made)))

    assert ask.write is not None
    answer = await once(ask.kernel, ask.write, enter)
    return msgspec.json.decode(answer.body, type=Made)


@routes.get("/api/uploads/{upload_id}", access=SELF, refusals=(PictureNotFound,), gives="image/jpeg")
async def read_upload(ask: Ask, upload_id: UUID, query: SizeQuery) -> Blob:
    """The picture as JPEG; of an elder's file the reading is logged."""
    viewer = ask.viewer
    row = await picture(viewer, upload_id)
    data = await read_picture(ask.services.storage, row.key, small=query.size == "thumb")
    if row.elder_id is not None:
        await log_reading(ask, row.elder_id, "picture", upload_id)
    return Blob(data, "image/jpeg")
