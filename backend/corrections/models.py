"""Requests to correct what a file says (个人信息保护法 art. 46), and their answers."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.corrections.rules import CorrectionState, FilePart
from backend.kit.ids import uuid7
from backend.kit.personal import SECRET_TEXT, Personal, ordinary


class Correction(Model):
    """`words` say what is wrong and how it should be, `answer` what was done about it or why nothing."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    part = fields.CharEnumField(FilePart, max_length=8)
    words = fields.BinaryField()
    asked_by = fields.UUIDField()
    asked_at = fields.DatetimeField()
    state = fields.CharEnumField(CorrectionState, max_length=10)
    answer = fields.BinaryField(null=True)
    answered_by = fields.UUIDField(null=True)
    answered_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"words": SECRET_TEXT, "answer": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id part asked_by asked_at state answered_by answered_at")

    class Meta:
        table = "corrections"
