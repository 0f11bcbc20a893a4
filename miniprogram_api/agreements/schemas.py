"""Agreements on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from backend.agreements.paper import Draft
from backend.agreements.questions import Asked
from backend.agreements.rules import (
    ActKind,
    AgreementKind,
    AgreementState,
    Answer,
    Means,
    PartyRole,
    Phase,
    ReadBy,
    Reason,
    Step,
)
from backend.agreements.strength import Identity, Strength
from backend.agreements.verdicts import PaperVerdict
from miniprogram_api.schemas import Cursor, Moment, Name, Sha256, Words

Duty = Literal["look_in", "meals", "medicine", "safety", "errands", "company"]


class WishIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the elder said when asked. After a no, `ask_again_on` is the day to ask again; in a month when absent."""

    elder_id: UUID
    willing: bool
    words: Words
    asked_at: Moment
    witness: Name | None = None
    ask_again_on: date | None = None


Yuan = Annotated[int, Meta(ge=0, le=100_000)]


class PromiseIn(msgspec.Struct, forbid_unknown_fields=True):
    """What one child takes on: a call every so many days, so many visits a year, yuan a month, a task in words."""

    member_id: UUID
    call_every: Annotated[int, Meta(ge=1, le=31)] = 7
    visits_yearly: Annotated[int, Meta(ge=0, le=365)] = 1
    monthly: Yuan = 0
    task: Annotated[str, Meta(max_length=100)] = ""


class DraftIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the family chooses; the template of the kind holds the rest. `renews_id`: what it takes over from."""

    elder_id: UUID
    supporters: Annotated[list[PromiseIn], Meta(min_length=1, max_length=10)]
    starts_on: date
    ends_on: date
    kind: AgreementKind = AgreementKind.CARE
    caregivers: Annotated[list[UUID], Meta(max_length=3)] = []
    legal_agent: UUID | None = None
    duties: Annotated[list[Duty], Meta(max_length=6)] = []
    look_in_weekly: Annotated[int, Meta(ge=1, le=21)] = 2
    fee_monthly: Yuan = 0
    advance_limit: Yuan = 0
    keys_held: bool = False
    special: Annotated[str, Meta(max_length=300)] = ""
    renews_id: UUID | None = None


class DeviceIn(msgspec.Struct, forbid_unknown_fields=True):
    """What the client knows of the device it runs on."""

    model: Annotated[str, Meta(max_length=60)]
    system: Annotated[str, Meta(max_length=60)]
    client: Annotated[str, Meta(max_length=60)]


Point = Annotated[list[Annotated[int, Meta(ge=0, le=600_000)]], Meta(min_length=3, max_length=3)]
StrokeIn = Annotated[list[Point], Meta(min_length=1, max_length=500)]
Strokes = Annotated[list[StrokeIn], Meta(max_length=60)]
"""Each point: x and y in pixels of the pad, milliseconds since the first."""


class ViewIn(msgspec.Struct, forbid_unknown_fields=True):
    """The text whose hash was shown has been opened."""

    text_hash: Sha256
    device: DeviceIn | None = None


class SignIn(msgspec.Struct, forbid_unknown_fields=True):
    """A signature upon the text whose hash was shown."""

    text_hash: Sha256
    signature_id: UUID
    strokes: Strokes = []
    device: DeviceIn | None = None


class AcceptCareIn(SignIn, forbid_unknown_fields=True):
    """A caregiver's signature; `statement` is what they say of being able to care (R039)."""

    statement: Annotated[str, Meta(max_length=200)] = ""


class AnswerIn(msgspec.Struct, forbid_unknown_fields=True):
    """The elder's answer to the text, as the visitor's phone caught it.

    A yes has a picture of the handwriting or fingerprint, or the elder's own `words`, a photograph and a witness.
    """

    text_hash: Sha256
    answer: Answer
    means: Literal["handwriting", "fingerprint", "spoken", "tap"]
    read_by: ReadBy
    done_at: Moment
    signature_id: UUID | None = None
    photo_id: UUID | None = None
    strokes: Strokes = []
    words: Annotated[str, Meta(max_length=300)] = ""
    witness: Annotated[str, Meta(max_length=40)] = ""
    witness_adult: bool = False
    ask_again_on: date | None = None
    device: DeviceIn | None = None


class AnswerTaken(msgspec.Struct):
    """`valid` is false when the text had changed: kept as evidence, to be asked again."""

    valid: bool
    message: str


class DeclineIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why, if one likes to say."""

    reason: Annotated[str, Meta(max_length=300)] = ""


class PhoneLostIn(msgspec.Struct, forbid_unknown_fields=True):
    """Since when the phone is gone."""

    since: Moment


class SuspendIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why, and the last day."""

    reason: Reason
    until: date


class EndIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why."""

    reason: Reason


class Extended(msgspec.Struct):
    """The last day to sign."""

    respond_by: date


class ReturnIn(msgspec.Struct, forbid_unknown_fields=True):
    """Why it goes back."""

    reason: Words


class Filed(msgspec.Struct):
    """The record number given."""

    number: str


class Agreement(msgspec.Struct):
    """An agreement as a list shows one. `waits_for` is the step this viewer should take, if any.

    `phase` is where the calendar has brought a filed one; `reason` and `until` tell of a suspension or an end.
    """

    id: UUID
    elder_id: UUID
    elder: str
    village: str
    kind: AgreementKind
    state: AgreementState
    phase: Phase | None
    reason: Reason | None
    until: date | None
    supporter: str
    caregiver: str | None
    starts_on: date
    ends_on: date
    respond_by: date | None
    ask_again_on: date | None
    renews_id: UUID | None
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
    """One step in the stepper, and what the law makes of it."""

    kind: ActKind
    role: PartyRole | None
    actor: str | None
    identity: Identity | None
    means: Means
    strength: Strength
    signature_id: UUID | None
    photo_id: UUID | None
    read_by: ReadBy | None
    witness: str | None
    captured_by: str | None
    done_at: datetime
    received_at: datetime
    void: bool
    doubtful: bool


class PartyShown(msgspec.Struct):
    """One place in the text. `asked`: nothing goes on before they sign; other children may join."""

    id: UUID
    role: PartyRole
    member_id: UUID | None
    name: str
    relation: str | None
    asked: bool
    signed_at: datetime | None


class QuestionShown(msgspec.Struct):
    """What the committee asked whom before filing, and what was said. `may_reply`: this viewer was asked."""

    id: UUID
    asked: Asked
    words: str
    asked_by: str | None
    asked_at: datetime
    answer: str | None
    answered_by: str | None
    answered_at: datetime | None
    may_reply: bool


class AgreementFile(msgspec.Struct):
    """One agreement with its text and acts. The check code is shown to those in the family and the committee.

    `terms` is what was filled in, null where the text was written before that was kept. `may_join`: this viewer is a
    child the text does not name, and may sign too.
    """

    agreement: Agreement
    parties: list[PartyShown]
    text: list[str]
    text_hash: str
    terms: Draft | None
    acts: list[Act]
    may_join: bool
    return_reason: str | None
    check_code: str | None
    questions: list[QuestionShown]


class CheckQuery(msgspec.Struct, frozen=True):
    """The printed number and check code."""

    number: Annotated[str, Meta(min_length=1, max_length=40)]
    code: Annotated[str, Meta(max_length=40)] | None = None


class Checked(msgspec.Struct):
    """What anybody who holds the paper may know. `verdict` is what it is worth today."""

    verdict: PaperVerdict
    number: str
    state: AgreementState
    elder: str
    village: str
    text_hash: str
    pdf_sha256: str | None
    filed_at: datetime
    sealed_at: datetime | None
