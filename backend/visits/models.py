"""Due dates and reports."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import FACT, SECRET_TEXT, Personal, ordinary
from backend.visits.rules import Finding, ReplyKind, VisitMode


class VisitDue(Model):
    """When the elder is next to be visited: one row per elder, moved on by each report."""

    elder_id = fields.UUIDField(primary_key=True)
    due_on = fields.DateField(db_index=True)
    last_visit_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("elder_id due_on last_visit_at")

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
