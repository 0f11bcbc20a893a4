"""The register: one row per elder, and beside it, with dates, where the elder stood and how closely looked after."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.elders.alerts import AlertKind
from backend.elders.eligibility import Verdict
from backend.elders.rules import (
    AbilityLevel,
    AbsenceReason,
    EntryReason,
    ErasedPart,
    Gender,
    ImportState,
    LeaveReason,
    PriorityTier,
    TierCause,
)
from backend.elders.tiers import DisabilityGrade, Mobility
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, LOOKUP, NAME, SECRET_TEXT, TEXT, Personal, ordinary


class Elder(Model):
    """A left-behind older adult. Never deleted, leaves with a date and a reason.

    `tier` and `ability_level` are what holds today; how they came about stands in `tier_spans` and `assessments`,
    where the elder stood in `stays`. None and UNKNOWN: nobody knows yet.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    village_id = fields.UUIDField(db_index=True)
    name = fields.CharField(40)
    gender = fields.CharEnumField(Gender, max_length=6)
    born_on = fields.DateField()
    id_number = fields.BinaryField(null=True)
    id_number_hash = fields.BinaryField(null=True)
    phone = fields.BinaryField(null=True)
    address = fields.CharField(120)
    living_alone = fields.BooleanField()
    ability_level = fields.CharEnumField(AbilityLevel, max_length=10)
    tier = fields.CharEnumField(PriorityTier, max_length=14)
    mobility = fields.CharEnumField(Mobility, max_length=10, default=Mobility.UNKNOWN, db_default=Mobility.UNKNOWN)
    disability = fields.CharEnumField(
        DisabilityGrade, max_length=8, default=DisabilityGrade.UNKNOWN, db_default=DisabilityGrade.UNKNOWN
    )
    dementia = fields.BooleanField(null=True)
    seriously_ill = fields.BooleanField(null=True)
    poor = fields.BooleanField(null=True)
    minor_at_home = fields.BooleanField(null=True)
    registered_here = fields.BooleanField(null=True)
    accepts_services = fields.BooleanField(null=True)
    confirmed_on = fields.DateField(null=True)
    registered_at = fields.DatetimeField()
    left_on = fields.DateField(null=True)
    left_reason = fields.CharField(40, null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "name": NAME,
        "gender": FACT,
        "born_on": FACT,
        "id_number": SECRET_TEXT,
        "id_number_hash": LOOKUP,
        "phone": SECRET_TEXT,
        "address": TEXT,
        "living_alone": FACT,
        "ability_level": FACT,
        "tier": FACT,
        "mobility": FACT,
        "disability": FACT,
        "dementia": FACT,
        "seriously_ill": FACT,
        "poor": FACT,
        "minor_at_home": FACT,
        "registered_here": FACT,
        "accepts_services": FACT,
        "left_reason": TEXT,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id village_id confirmed_on registered_at left_on")

    class Meta:
        table = "elders"


class Stay(Model):
    """The elder stands on the register of a village from `starts_on` until the day before `ends_on` (R018).

    `ended_by` wrote the end down, `where_to` is where the elder went, in the village's words.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    village_id = fields.UUIDField(db_index=True)
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)
    entered = fields.CharEnumField(EntryReason, max_length=12)
    left = fields.CharEnumField(LeaveReason, max_length=14, null=True)
    recorded_at = fields.DatetimeField()
    ended_by = fields.UUIDField(null=True)
    where_to = fields.BinaryField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"entered": FACT, "left": FACT, "where_to": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id village_id starts_on ends_on recorded_at ended_by")

    class Meta:
        table = "stays"


class TierSpan(Model):
    """The tier that held from `starts_on` until the day before `ends_on`, and why (R026-R029).

    `reasons` and `missing` are JSON arrays of TierReason and MissingFact, `override_id` the override it follows.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    tier = fields.CharEnumField(PriorityTier, max_length=14)
    reasons = fields.TextField()
    missing = fields.TextField()
    cause = fields.CharEnumField(TierCause, max_length=14)
    override_id = fields.UUIDField(null=True)
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)
    recorded_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"tier": FACT, "reasons": FACT, "missing": FACT, "cause": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id override_id starts_on ends_on recorded_at")

    class Meta:
        table = "tier_spans"


class CountChange(Model):
    """So many more, or fewer, stand in a village from `day` on in a tier and status, not yet in `village_counts`.

    The database itself writes it with every change of `stays` and `tier_spans`, whoever makes it; never changed, so
    that nobody waits for anybody, and taken away when folded in.
    """

    id = fields.BigIntField(primary_key=True)
    village_id = fields.UUIDField()
    day = fields.DateField()
    tier = fields.CharField(14)
    status = fields.CharField(14)
    change = fields.IntField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id village_id day tier status change")

    class Meta:
        table = "count_changes"


class VillageCount(Model):
    """A village's `Tally` at the end of `day`, as a JSON array, for each day on which it changed: a cache."""

    id = fields.BigIntField(primary_key=True)
    village_id = fields.UUIDField()
    day = fields.DateField()
    counts = fields.TextField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id village_id day counts")

    class Meta:
        table = "village_counts"


class TierOverrideRecord(Model):
    """A named person's other decision about the tier, with its reason and its end (PIPL art. 24)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    tier = fields.CharEnumField(PriorityTier, max_length=14)
    reason = fields.BinaryField()
    set_by = fields.UUIDField()
    starts_on = fields.DateField()
    ends_on = fields.DateField()
    set_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"tier": FACT, "reason": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id set_by starts_on ends_on set_at")

    class Meta:
        table = "tier_overrides"


class AbilityAssessment(Model):
    """One assessment by GB/T 42195-2022: `answers` holds the item scores and conditions as JSON, encrypted."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    assessed_on = fields.DateField()
    level = fields.CharEnumField(AbilityLevel, max_length=10)
    answers = fields.BinaryField()
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"level": FACT, "answers": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id assessed_on recorded_by recorded_at")

    class Meta:
        table = "assessments"


class EligibilityJudgement(Model):
    """Whether the elder was a left-behind older adult on a day: every criterion's answer and reason, and the policy's
    value it was judged by (R001, R002), as JSON."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    judged_on = fields.DateField()
    verdict = fields.CharEnumField(Verdict, max_length=8)
    answers = fields.TextField()
    policy = fields.TextField()
    judged_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {"verdict": FACT, "answers": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id judged_on policy judged_at")

    class Meta:
        table = "eligibility_judgements"


class Alert(Model):
    """What on the file asks for somebody to act, from `begun_at` until it no longer holds (R032-R035).

    `report_id` is the report by which the township was told of it.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    kind = fields.CharEnumField(AlertKind, max_length=24)
    begun_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)
    report_id = fields.UUIDField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"kind": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id begun_at ended_at report_id")

    class Meta:
        table = "alerts"


class Absence(Model):
    """The elder is not at home from `starts_on` until the day before `ends_on`, and no two at a time.

    Written once, and once more when it ends: who said so and when stays visible beside every rate it changes.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    reason = fields.CharEnumField(AbsenceReason, max_length=10)
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)
    recorded_by = fields.UUIDField()
    recorded_at = fields.DatetimeField()
    ended_by = fields.UUIDField(null=True)
    ended_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"reason": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id starts_on ends_on recorded_by recorded_at ended_by ended_at"
    )

    class Meta:
        table = "absences"


class RegisterImport(Model):
    """One spreadsheet of elders handed in: checked row by row, then stored whole or not at all.

    `object_key` is where the file lies, encrypted; `sha256` is of its bytes, by which a repeat is known.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    division_id = fields.UUIDField(db_index=True)
    asked_by = fields.UUIDField()
    asked_at = fields.DatetimeField()
    object_key = fields.CharField(160)
    sha256 = fields.CharField(64)
    state = fields.CharEnumField(ImportState, max_length=8)
    rows_read = fields.IntField(default=0)
    rows_at_most = fields.IntField(default=0)
    problems = fields.IntField(default=0)
    added = fields.IntField(default=0)
    changed = fields.IntField(default=0)
    unchanged = fields.IntField(default=0)
    refusal = fields.CharField(40, null=True)
    finished_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id division_id asked_by asked_at object_key sha256 state rows_read rows_at_most problems added changed"
        " unchanged refusal finished_at"
    )

    class Meta:
        table = "register_imports"


class ImportProblem(Model):
    """Why one row cannot be taken: the sentence never quotes what the row says."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    import_id = fields.UUIDField()
    row = fields.IntField()
    column = fields.CharField(40)
    sentence = fields.CharField(200)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id import_id row column sentence")

    class Meta:
        table = "import_problems"
        indexes = (("import_id", "row"),)


class FileMerge(Model):
    """The file `double_id` was another one of the same person: it has left, `kept_id` is the one that is kept."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    kept_id = fields.UUIDField(db_index=True)
    double_id = fields.UUIDField()
    merged_by = fields.UUIDField()
    merged_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id kept_id double_id merged_by merged_at")

    class Meta:
        table = "file_merges"


class Erasure(Model):
    """What of a left elder's file is erased for good, its time being over (个人信息保护法 art. 47)."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField()
    part = fields.CharEnumField(ErasedPart, max_length=10)
    erased_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id elder_id part erased_at")

    class Meta:
        table = "erasures"
