"""Pictures on the wire."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.storage.rules import LEAST_PIECE, MOST_PIECE
from miniprogram_api.schemas import Sha256


class SizeQuery(msgspec.Struct, frozen=True):
    """The whole picture or its thumbnail."""

    size: Literal["full", "thumb"] = "full"


class DigestQuery(msgspec.Struct, frozen=True):
    """SHA-256 of the body as the phone computed it; older clients do not say."""

    sha256: Sha256 | None = None


class PictureKept(msgspec.Struct, frozen=True):
    """The picture, and the SHA-256 confirmed of what was sent, where the phone had said it."""

    id: UUID
    sha256: str | None = None


class AnnouncedIn(msgspec.Struct, forbid_unknown_fields=True):
    """A picture to come in pieces: bytes in all, bytes of each piece but the last, SHA-256 of the whole."""

    size: Annotated[int, Meta(ge=1, le=2**31 - 1)]
    piece_size: Annotated[int, Meta(ge=LEAST_PIECE, le=MOST_PIECE)]
    sha256: Sha256


class PieceQuery(msgspec.Struct, frozen=True):
    """Which piece the body is, from 0, and the SHA-256 the phone computed of it."""

    number: Annotated[int, Meta(ge=0, le=2**31 - 1)]
    sha256: Sha256
