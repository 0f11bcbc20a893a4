"""What was uploaded, by whom; the bytes lie in the object store under `key`."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import SECRET_TEXT, Personal, ordinary


class Upload(Model):
    """One cleaned picture. `elder_id` is set when a report or an act takes it up, until then only its owner sees it.

    `sha256` and `size` are of what we keep; `phone_sha256` is of what the phone sent, where the phone said it and we
    confirmed it.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id = fields.UUIDField()
    key = fields.CharField(120)
    sha256 = fields.CharField(64)
    phone_sha256 = fields.CharField(64, null=True)
    size = fields.IntField()
    elder_id = fields.UUIDField(null=True)
    created_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id account_id key sha256 phone_sha256 size elder_id created_at")

    class Meta:
        table = "uploads"


class OpenUpload(Model):
    """A picture on its way in pieces, as the phone announced it, with its `picture_id` once it is whole and kept."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account_id = fields.UUIDField(db_index=True)
    size = fields.IntField()
    piece_size = fields.IntField()
    sha256 = fields.CharField(64)
    picture_id = fields.UUIDField(null=True)
    created_at = fields.DatetimeField(db_index=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id account_id size piece_size sha256 picture_id created_at")

    class Meta:
        table = "open_uploads"


class UploadPiece(Model):
    """One piece that arrived, numbered from 0. Once the picture is whole its bytes go, its hash stays for repeats."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    open_upload_id = fields.UUIDField()
    number = fields.IntField()
    sha256 = fields.CharField(64)
    data = fields.BinaryField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"data": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id open_upload_id number sha256")

    class Meta:
        table = "upload_pieces"
