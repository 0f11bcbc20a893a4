"""Wishes, agreements with their parties and history, and the acts upon them."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.agreements.notices import Notice
from backend.agreements.questions import Asked
from backend.agreements.rules import ActKind, AgreementKind, AgreementState, Means, PartyRole, ReadBy, Reason
from backend.agreements.strength import Identity
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, LOOKUP, NAME, SECRET_TEXT, TEXT, Personal, ordinary
from backend.profiles.rules import DecisionCapacity


class Wish(Model):
    """What the elder said when asked, before anything was written (R038). After a no, `ask_again_on` says when next."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    willing = fields.BooleanField()
    words = fields.BinaryField()
    witness = fields.CharField(40, null=True)
    asked_by = fields.UUIDField()
    asked_at = fields.DatetimeField()
    received_at = fields.DatetimeField()
    ask_again_on = fields.DateField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"willing": FACT, "words": SECRET_TEXT, "witness": NAME}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id asked_by asked_at received_at ask_again_on")

    class Meta:
        table = "wishes"


class Agreement(Model):
    """An agreement about an elder's care or support. `text` is canonical and holds no number and no acts.

    Who was asked to sign answers until `respond_by`; `ask_again_on` is the day the elder said "not today" for.
    `renews_id` is the agreement this one takes over from once it is filed.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    village_id = fields.UUIDField(db_index=True)
    wish_id = fields.UUIDField()
    kind = fields.CharEnumField(AgreementKind, max_length=8, default=AgreementKind.CARE, db_default="care")
    state = fields.CharEnumField(AgreementState, max_length=16)
    template = fields.CharField(10)
    text = fields.BinaryField()
    text_hash = fields.CharField(64)
    terms = fields.BinaryField(null=True)
    starts_on = fields.DateField()
    ends_on = fields.DateField()
    respond_by = fields.DateField(null=True)
    ask_again_on = fields.DateField(null=True)
    renews_id = fields.UUIDField(null=True)
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
        "terms": SECRET_TEXT,
        "return_reason": SECRET_TEXT,
        "check_code": Personal("encrypted", "full", "blank"),
        "text_hash": LOOKUP,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id village_id wish_id kind state template starts_on ends_on respond_by ask_again_on renews_id"
        " drafted_by drafted_at handed_in_at filed_at filed_by number sealed_at pdf_key pdf_sha256"
    )

    class Meta:
        table = "agreements"


class Party(Model):
    """One place in an agreement. `asked`: nothing goes on before this party has signed, other children may join.

    `member_id` is the place in the family; the elder's own place has none. Of a text since changed nothing is left.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    agreement_id = fields.UUIDField()
    place = fields.IntField()
    role = fields.CharEnumField(PartyRole, max_length=12)
    member_id = fields.UUIDField(null=True)
    name = fields.CharField(40)
    asked = fields.BooleanField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"name": NAME}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id agreement_id place role member_id asked")

    class Meta:
        table = "parties"


class AgreementSpan(Model):
    """A state an agreement was in, from one moment until another: what the figures of any day are counted from."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    agreement_id = fields.UUIDField()
    elder_id = fields.UUIDField()
    kind = fields.CharEnumField(AgreementKind, max_length=8)
    state = fields.CharEnumField(AgreementState, max_length=16)
    reason = fields.CharEnumField(Reason, max_length=20, null=True)
    until = fields.DateField(null=True)
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id agreement_id elder_id kind state reason until starts_at ends_at")

    class Meta:
        table = "agreement_spans"


class Act(Model):
    """One person's act upon one text. An act on a text since changed is kept, void.

    `link` is the act's number in the agreement's chain, which holds the same as evidence. `attests_id` names the act a
    witness attests. `doubtful`: done with a phone reported lost since before.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    agreement_id = fields.UUIDField(db_index=True)
    kind = fields.CharEnumField(ActKind, max_length=10)
    role = fields.CharEnumField(PartyRole, max_length=12, null=True)
    party_id = fields.UUIDField(null=True)
    account_id = fields.UUIDField(null=True)
    identity = fields.CharEnumField(Identity, max_length=12, null=True)
    text_hash = fields.CharField(64)
    means = fields.CharEnumField(Means, max_length=12)
    signature_id = fields.UUIDField(null=True)
    photo_id = fields.UUIDField(null=True)
    strokes = fields.BinaryField(null=True)
    words = fields.BinaryField(null=True)
    device = fields.BinaryField(null=True)
    capacity = fields.CharEnumField(DecisionCapacity, max_length=8, null=True)
    read_by = fields.CharEnumField(ReadBy, max_length=8, null=True)
    witness = fields.CharField(40, null=True)
    attests_id = fields.UUIDField(null=True)
    captured_by = fields.UUIDField(null=True)
    done_at = fields.DatetimeField()
    received_at = fields.DatetimeField()
    link = fields.IntField(null=True)
    void = fields.BooleanField(default=False, db_default=False)
    doubtful = fields.BooleanField(default=False, db_default=False)

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "witness": NAME,
        "text_hash": LOOKUP,
        "strokes": SECRET_TEXT,
        "words": SECRET_TEXT,
        "device": SECRET_TEXT,
        "capacity": TEXT,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id agreement_id kind role party_id account_id identity means signature_id photo_id read_by attests_id"
        " captured_by done_at received_at link void doubtful"
    )

    class Meta:
        table = "acts"


class AgreementNotice(Model):
    """A reminder or question told about an agreement (or a wish: `about_id`), once for its occasion."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    about_id = fields.UUIDField()
    notice = fields.CharEnumField(Notice, max_length=16)
    occasion = fields.CharField(40)
    told_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id about_id notice occasion told_at")

    class Meta:
        table = "agreement_notices"


class AgreementQuestion(Model):
    """What the committee wants to know before it files, and what those asked said."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    agreement_id = fields.UUIDField(db_index=True)
    asked = fields.CharEnumField(Asked, max_length=10)
    words = fields.BinaryField()
    asked_by = fields.UUIDField()
    asked_at = fields.DatetimeField()
    answer = fields.BinaryField(null=True)
    answered_by = fields.UUIDField(null=True)
    answered_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"words": SECRET_TEXT, "answer": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id agreement_id asked asked_by asked_at answered_by answered_at")

    class Meta:
        table = "agreement_questions"
