"""Due dates and reports."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.kit.ids import uuid7
from backend.kit.personal import FACT, LOOKUP, SECRET_TEXT, Personal, ordinary
from backend.visits.drawing import Compared, SpotResult, Told
from backend.visits.rules import Finding, VisitMode
from backend.visits.signals import Signal

TOWNSHIPS_WORDS = Personal("encrypted", "card", "blank")
"""Written by the township, which sees cards, and read by it."""


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
