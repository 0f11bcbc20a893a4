"""Agreements on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.agreements.rules import ActKind, AgreementState, Means, Step
from miniprogram_api.schemas import Cursor, Moment, Name, Sha256, Words

Duty = Literal["look_in", "meals", "medicine", "safety", "errands", "company"]


class WishIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the elder said when asked."""

    elder_id: UUID
    willing: bool
    words: Words
    asked_at: Moment
    witness: Name | None = None


class DraftIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the family chooses; the template holds the rest."""

    elder_id: UUID
    supporter_id: UUID
    caregiver_id: UUID
    duties: Annotated[list[Duty], Meta(min_length=1, max_length=6)]
    starts_on: date
    ends_on: date
    special: Annotated[str, Meta(max_length=300)] = ""


class SignIn(msgspec.Struct, forbid_unknown_fields=True):
    """A signature upon the text whose hash was shown."""

    text_hash: Sha256
    signature_id: UUID


class ConsentIn(msgspec.Struct, forbid_unknown_fields=True):
    """The elder's consent, as the visitor's phone caught it."""

    text_hash: Sha256
    means: Means
    signature_id: UUID
    photo_id: UUID
    witness: Name
    witness_adult: bool
    done_at: Moment


class ConsentTaken(msgspec.Struct):
    """`valid` is false when the text had changed: kept as evidence, to be done again."""

    valid: bool
    message: str


class ReturnIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why it goes back."""

    reason: Words


class FileIn(msgspec.Struct, forbid_unknown_fields=True):
    """The record number; the village's next one when absent."""

    number: Annotated[str, Meta(pattern=r"^[0-9A-Za-z-]{4,40}$")] | None = None


class Filed(msgspec.Struct):
    """The record number given."""

    number: str


class Agreement(msgspec.Struct):
    """An agreement as a list shows one. `waits_for` is the step this viewer should take, if any."""

    id: UUID
    elder_id: UUID
    elder: str
    village: str
    state: AgreementState
    supporter: str
    caregiver: str
    starts_on: date
    ends_on: date
    drafted_at: datetime
    handed_in_at: datetime | None
    filed_at: datetime | None
    number: str | None
    sealed_at: datetime | None
    in_force: bool
    waits_for: Step | None


class Agreements(msgspec.Struct):
    """A page, newest first."""

    items: list[Agreement]
    next_cursor: str | None


class AgreementsQuery(msgspec.Struct, frozen=True):
    """Which agreements."""

    state: AgreementState | None = None
    elder_id: UUID | None = None
    cursor: Cursor | None = None
    limit: Annotated[int, Meta(ge=1, le=50)] = 20


class Act(msgspec.Struct):
    """One step in the stepper."""

    kind: ActKind
    actor: str | None
    means: Means
    signature_id: UUID | None
    photo_id: UUID | None
    witness: str | None
    captured_by: str | None
    done_at: datetime
    received_at: datetime
    void: bool


class AgreementFile(msgspec.Struct):
    """One agreement with its text and acts. The check code is shown to those in the family and the committee."""

    agreement: Agreement
    supporter_id: UUID
    caregiver_id: UUID
    text: list[str]
    text_hash: str
    acts: list[Act]
    return_reason: str | None
    check_code: str | None


class CheckQuery(msgspec.Struct, frozen=True):
    """The printed number and check code."""

    number: Annotated[str, Meta(min_length=1, max_length=40)]
    code: Annotated[str, Meta(max_length=40)] | None = None


class Checked(msgspec.Struct):
    """What anybody who holds the paper may know."""

    number: str
    state: AgreementState
    elder: str
    village: str
    text_hash: str
    pdf_sha256: str | None
    filed_at: datetime
    sealed_at: datetime | None
