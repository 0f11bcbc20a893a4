"""Pictures that arrive in pieces, and the SHA-256 the phone computed; uniqueness, indexes and references as in 0004."""

from importlib import import_module
from typing import Any

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from backend.kit.ids import uuid7

_before = import_module("backend.migrations.0002_constraints")

UNIQUE = (("upload_pieces", "open_upload_id, number", None),)
INDEXES = ()
REFERENCES = (
    ("open_uploads", "account_id", "accounts"),
    ("open_uploads", "picture_id", "uploads"),
    ("upload_pieces", "open_upload_id", "open_uploads"),
)


async def add_references(apps: Any, editor: Any) -> None:
    """As in 0002."""
    await _before.add_references_of(editor, REFERENCES)


class Migration(migrations.Migration):
    dependencies = [("models", "0019_incidents")]

    initial = False

    operations = [
        ops.CreateModel(
            name="OpenUpload",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("account_id", fields.UUIDField(db_index=True)),
                ("size", fields.IntField()),
                ("piece_size", fields.IntField()),
                ("sha256", fields.CharField(max_length=64)),
                ("picture_id", fields.UUIDField(null=True)),
                ("created_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "open_uploads",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A picture on its way in pieces, as the phone announced it, with its `picture_id` once it is whole and kept.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="UploadPiece",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("open_upload_id", fields.UUIDField()),
                ("number", fields.IntField()),
                ("sha256", fields.CharField(max_length=64)),
                ("data", fields.BinaryField(null=True)),
            ],
            options={
                "table": "upload_pieces",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One piece that arrived, numbered from 0. Once the picture is whole its bytes go, its hash stays for repeats.",
            },
            bases=["Model"],
        ),
        ops.AddField(model_name="Upload", name="phone_sha256", field=fields.CharField(null=True, max_length=64)),
        *(ops.RunSQL(_before._index("UNIQUE INDEX", "uq", *unique)) for unique in UNIQUE),
        ops.RunPython(add_references),
    ]
