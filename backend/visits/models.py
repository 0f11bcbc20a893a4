"""Due dates and reports."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.accounts.roles import Role
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, LOOKUP, SECRET_TEXT, Personal, ordinary
from backend.visits.aid import NeedKind, NeedState, ReferredTo
from backend.visits.assignments import AssignmentKind, NoticeTo, VisitorKind
from backend.visits.drawing import Compared, SpotResult, Told
from backend.visits.occasions import OccasionKind
from backend.visits.proposing import ProposalState, ProposedField
from backend.visits.rules import Finding, ReplyKind, VisitMode, VisitPlace
from backend.visits.signals import Signal

TOWNSHIPS_WORDS = Personal("encrypted", "card", "blank")
"""Written by the township, which sees cards, and read by it."""


class VisitDue(Model):
    """When the elder is next to be visited: one row per elder on the register, moved on by each report.

    `village_id` is where the elder stands, for the overdue list to be read in order.
    """

    elder_id = fields.UUIDField(primary_key=True)
    village_id = fields.UUIDField(null=True)
    due_on = fields.DateField(db_index=True)
    last_visit_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("elder_id village_id due_on last_visit_at")

    class Meta:
        table = "visits_due"


class VisitReport(Model):
    """What a visitor saw. Written once, never edited.

    `form` names the version the `answers` are of, a JSON object, encrypted. `present` is a JSON array of who was there,
    `people` how many. None: nobody said, or the client was of before the forms.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    visitor_id = fields.UUIDField()
    mode = fields.CharEnumField(VisitMode, max_length=6)
    visited_at = fields.DatetimeField()
    received_at = fields.DatetimeField()
    late = fields.BooleanField()
    health = fields.CharEnumField(Finding, max_length=5)
    economy = fields.CharEnumField(Finding, max_length=5)
    family_duty = fields.CharEnumField(Finding, max_length=5)
    safety = fields.CharEnumField(Finding, max_length=5)
    needs = fields.CharEnumField(Finding, max_length=5)
    note = fields.BinaryField(null=True)
    photo_ids = fields.TextField(default="[]", db_default="[]")
    form = fields.CharField(16, null=True)
    answers = fields.BinaryField(null=True)
    hygiene = fields.CharEnumField(Finding, max_length=5, null=True)
    minutes = fields.IntField(null=True)
    place = fields.CharEnumField(VisitPlace, max_length=12, null=True)
    present = fields.TextField(default="[]", db_default="[]")
    people = fields.IntField(null=True)
    visitor_role = fields.CharEnumField(Role, max_length=12, null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "health": FACT,
        "economy": FACT,
        "family_duty": FACT,
        "safety": FACT,
        "needs": FACT,
        "note": SECRET_TEXT,
        "answers": SECRET_TEXT,
        "hygiene": FACT,
        "place": FACT,
        "present": FACT,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id visitor_id mode visited_at received_at late photo_ids form minutes people visitor_role"
    )

    class Meta:
        table = "visit_reports"
        indexes = (("elder_id", "visited_at"),)


class VisitNeed(Model):
    """Help that an elder was found to need (R074), to whom it was passed on last, and what came of it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    report_id = fields.UUIDField()
    kind = fields.CharEnumField(NeedKind, max_length=10)
    words = fields.BinaryField(null=True)
    state = fields.CharEnumField(NeedState, max_length=8)
    opened_by = fields.UUIDField()
    opened_at = fields.DatetimeField()
    referred_to = fields.CharEnumField(ReferredTo, max_length=10, null=True)
    referral = fields.BinaryField(null=True)
    referred_at = fields.DatetimeField(null=True)
    result = fields.BinaryField(null=True)
    ended_by = fields.UUIDField(null=True)
    ended_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "kind": FACT,
        "words": SECRET_TEXT,
        "referral": SECRET_TEXT,
        "result": SECRET_TEXT,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id report_id state opened_by opened_at referred_to referred_at ended_by ended_at"
    )

    class Meta:
        table = "visit_needs"


class ProfileProposal(Model):
    """A change to the file that a report proposes, and the village's answer (R073)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    report_id = fields.UUIDField()
    field = fields.CharEnumField(ProposedField, max_length=12)
    value = fields.BinaryField()
    words = fields.BinaryField(null=True)
    state = fields.CharEnumField(ProposalState, max_length=8)
    proposed_by = fields.UUIDField()
    proposed_at = fields.DatetimeField()
    reason = fields.BinaryField(null=True)
    decided_by = fields.UUIDField(null=True)
    decided_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"value": SECRET_TEXT, "words": SECRET_TEXT, "reason": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id report_id field state proposed_by proposed_at decided_by decided_at"
    )

    class Meta:
        table = "profile_proposals"


class VisitAssignment(Model):
    """Who visits an elder, from one day until another: the responsible visitor, and beside him a guarantee cadre."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    visitor_id = fields.UUIDField()
    kind = fields.CharEnumField(AssignmentKind, max_length=11)
    visitor_kind = fields.CharEnumField(VisitorKind, max_length=16)
    started_at = fields.DatetimeField()
    started_by = fields.UUIDField()
    ended_at = fields.DatetimeField(null=True)
    ended_by = fields.UUIDField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id visitor_id kind visitor_kind started_at started_by ended_at ended_by"
    )

    class Meta:
        table = "visit_assignments"


class VisitOccasion(Model):
    """A visit is asked for from `opens_at` until `due_at` beside the rhythm. Whether it was made, the reports tell.

    `by_phone`: a phone or video visit is enough, as the place's policy had it then. `source_id` is what asked for it,
    of which an elder has one.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    kind = fields.CharEnumField(OccasionKind, max_length=16)
    source_id = fields.UUIDField()
    by_phone = fields.BooleanField()
    opens_at = fields.DatetimeField()
    due_at = fields.DatetimeField()
    asked_by = fields.UUIDField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"kind": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id source_id by_phone opens_at due_at asked_by")

    class Meta:
        table = "visit_occasions"


class VisitorNotice(Model):
    """The responsible visitor told in writing to the elder, or to one supporter (R061), and how it was received.

    `received_by` wrote the receipt down, or is the supporter himself; `witness` was there when the elder got it.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    assignment_id = fields.UUIDField()
    elder_id = fields.UUIDField(db_index=True)
    recipient = fields.CharEnumField(NoticeTo, max_length=9)
    member_id = fields.UUIDField(null=True)
    made_at = fields.DatetimeField()
    received_on = fields.DateField(null=True)
    received_by = fields.UUIDField(null=True)
    received_at = fields.DatetimeField(null=True)
    witness = fields.BinaryField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"witness": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id assignment_id elder_id recipient member_id made_at received_on received_by received_at"
    )

    class Meta:
        table = "visitor_notices"


class VisitReply(Model):
    """What a supporter said to a report: thanks, or a question and the answer it got."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    report_id = fields.UUIDField()
    kind = fields.CharEnumField(ReplyKind, max_length=8)
    words = fields.BinaryField()
    said_by = fields.UUIDField()
    said_at = fields.DatetimeField()
    answer = fields.BinaryField(null=True)
    answered_by = fields.UUIDField(null=True)
    answered_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"words": SECRET_TEXT, "answer": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id report_id kind said_by said_at answered_by answered_at")

    class Meta:
        table = "visit_replies"


class SpotDraw(Model):
    """The draw of one place's reports of a month (R079). `seed` is fixed and on the trail before anything is drawn
    from it: SHA-256 of `random` and `anchor`, the head of the audit trail in that moment.

    `share` is the SpotCheckShare of then, as JSON. Drawn is from the reports received before `seeded_at`, and
    `reports_hash` is of their sorted list.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    division_id = fields.UUIDField()
    month = fields.DateField()
    share = fields.TextField()
    random = fields.BinaryField()
    anchor = fields.BinaryField()
    seed = fields.CharField(64)
    seeded_by = fields.UUIDField()
    seeded_at = fields.DatetimeField()
    drawn_at = fields.DatetimeField(null=True)
    reports = fields.IntField(null=True)
    reports_hash = fields.CharField(64, null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id division_id month share random anchor seed seeded_by seeded_at drawn_at reports reports_hash"
    )

    class Meta:
        table = "spot_draws"


class SpotCheck(Model):
    """One drawn report, and what the elder said of the visit, written once. `there`, `day` and `length` are what the
    report and the elder's word come to."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    draw_id = fields.UUIDField()
    report_id = fields.UUIDField(db_index=True)
    elder_id = fields.UUIDField(db_index=True)
    village_id = fields.UUIDField()
    result = fields.CharEnumField(SpotResult, max_length=11, null=True)
    came = fields.CharEnumField(Told, max_length=6, null=True)
    came_on = fields.DateField(null=True)
    minutes = fields.IntField(null=True)
    there = fields.CharEnumField(Compared, max_length=7, null=True)
    day = fields.CharEnumField(Compared, max_length=7, null=True)
    length = fields.CharEnumField(Compared, max_length=7, null=True)
    opinion = fields.BinaryField(null=True)
    checked_by = fields.UUIDField(null=True)
    checked_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"opinion": TOWNSHIPS_WORDS}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id draw_id report_id elder_id village_id result came came_on minutes there day length checked_by checked_at"
    )

    class Meta:
        table = "spot_checks"


class NoteMark(Model):
    """A keyed hash of the words of a report's note, by which the same words are known without reading them."""

    report_id = fields.UUIDField(primary_key=True)
    words_hash = fields.BinaryField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"words_hash": LOOKUP}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("report_id")

    class Meta:
        table = "note_marks"


class QualityQuestion(Model):
    """A question to the township about a visitor's entries of a village (R082), and what came of asking.

    `occasion` is one for the same entries and kind, so that nothing is asked twice; `report_ids` a JSON array.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    kind = fields.CharEnumField(Signal, max_length=10)
    village_id = fields.UUIDField()
    visitor_id = fields.UUIDField()
    month = fields.DateField()
    report_ids = fields.TextField()
    occasion = fields.UUIDField()
    raised_at = fields.DatetimeField()
    answer = fields.BinaryField(null=True)
    answered_by = fields.UUIDField(null=True)
    answered_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"answer": TOWNSHIPS_WORDS}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id kind village_id visitor_id month report_ids occasion raised_at answered_by answered_at"
    )

    class Meta:
        table = "quality_questions"
