"""Due dates and reports."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import FACT, SECRET_TEXT, Personal, ordinary
from backend.visits.assignments import AssignmentKind, NoticeTo, VisitorKind
from backend.visits.occasions import OccasionKind
from backend.visits.rules import Finding, VisitMode


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
    """What a visitor saw. Written once, never edited."""

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

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "health": FACT,
        "economy": FACT,
        "family_duty": FACT,
        "safety": FACT,
        "needs": FACT,
        "note": SECRET_TEXT,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id visitor_id mode visited_at received_at late photo_ids")

    class Meta:
        table = "visit_reports"
        indexes = (("elder_id", "visited_at"),)


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
