"""Wishes, agreements, and the acts upon them."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.agreements.rules import ActKind, AgreementState, Means
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, LOOKUP, NAME, SECRET_TEXT, Personal, ordinary


class Wish(Model):
    """What the elder said when asked, before anything was written (R038)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    willing = fields.BooleanField()
    words = fields.BinaryField()
    witness = fields.CharField(40, null=True)
    asked_by = fields.UUIDField()
    asked_at = fields.DatetimeField()
    received_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"willing": FACT, "words": SECRET_TEXT, "witness": NAME}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id asked_by asked_at received_at")

    class Meta:
        table = "wishes"


class Agreement(Model):
    """A care-entrustment agreement. `text` is canonical and holds no number and no acts."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    village_id = fields.UUIDField(db_index=True)
    wish_id = fields.UUIDField()
    supporter_id = fields.UUIDField()
    caregiver_id = fields.UUIDField()
    state = fields.CharEnumField(AgreementState, max_length=10)
    template = fields.CharField(10)
    text = fields.BinaryField()
    text_hash = fields.CharField(64)
    starts_on = fields.DateField()
    ends_on = fields.DateField()
    drafted_by = fields.UUIDField()
    drafted_at = fields.DatetimeField()
    handed_in_at = fields.DatetimeField(null=True)
    return_reason = fields.BinaryField(null=True)
    filed_at = fields.DatetimeField(null=True)
    filed_by = fields.UUIDField(null=True)
    number = fields.CharField(40, null=True)
    check_code = fields.BinaryField(null=True)
    sealed_at = fields.DatetimeField(null=True)
    pdf_key = fields.CharField(120, null=True)
    pdf_sha256 = fields.CharField(64, null=True, db_index=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "text": SECRET_TEXT,
        "return_reason": SECRET_TEXT,
        "check_code": Personal("encrypted", "full", "blank"),
        "text_hash": LOOKUP,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id village_id wish_id supporter_id caregiver_id state template starts_on ends_on drafted_by"
        " drafted_at handed_in_at filed_at filed_by number sealed_at pdf_key pdf_sha256"
    )

    class Meta:
        table = "agreements"


class Act(Model):
    """One person's act upon one text. An act on a text since changed is kept, void."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    agreement_id = fields.UUIDField(db_index=True)
    kind = fields.CharEnumField(ActKind, max_length=8)
    account_id = fields.UUIDField(null=True)
    text_hash = fields.CharField(64)
    means = fields.CharEnumField(Means, max_length=12)
    signature_id = fields.UUIDField(null=True)
    photo_id = fields.UUIDField(null=True)
    witness = fields.CharField(40, null=True)
    captured_by = fields.UUIDField(null=True)
    done_at = fields.DatetimeField()
    received_at = fields.DatetimeField()
    void = fields.BooleanField(default=False, db_default=False)

    PERSONAL: ClassVar[dict[str, Personal]] = {"witness": NAME, "text_hash": LOOKUP}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id agreement_id kind account_id means signature_id photo_id captured_by done_at received_at void"
    )

    class Meta:
        table = "acts"
