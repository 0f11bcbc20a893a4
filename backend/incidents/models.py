"""Concerns, what is done about them, and who answers where."""

from typing import ClassVar

from tortoise import fields
from tortoise.models import Model

from backend.accounts.roles import Role
from backend.incidents.rules import (
    ConcernKind,
    IncidentLevel,
    IncidentOutcome,
    IncidentState,
    IncidentStep,
    NamedPart,
    Service,
    Watch,
)
from backend.kit.ids import uuid7
from backend.kit.personal import FACT, SECRET_TEXT, Personal, ordinary


class Incident(Model):
    """A concern somebody raised (R095), and how far what it set going is (R090).

    `noticed_at` is the raiser's own time, long before `raised_at` where there was no network. `first_level` is the
    lowest office that may know of it, `level` the one asked last, `owner_id` who answered.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    elder_id = fields.UUIDField(db_index=True)
    kind = fields.CharEnumField(ConcernKind, max_length=16)
    state = fields.CharEnumField(IncidentState, max_length=12)
    first_level = fields.CharEnumField(IncidentLevel, max_length=8)
    level = fields.CharEnumField(IncidentLevel, max_length=8)
    raised_by = fields.UUIDField(db_index=True)
    raised_as = fields.CharEnumField(Role, max_length=12)
    noticed_at = fields.DatetimeField()
    raised_at = fields.DatetimeField()
    words = fields.BinaryField(null=True)
    photo_id = fields.UUIDField(null=True)
    owner_id = fields.UUIDField(null=True)
    outcome = fields.CharEnumField(IncidentOutcome, max_length=10, null=True)
    closed_by = fields.UUIDField(null=True)
    closed_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"kind": FACT, "words": SECRET_TEXT, "outcome": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id elder_id state first_level level raised_by raised_as noticed_at raised_at photo_id owner_id closed_by"
        " closed_at"
    )

    class Meta:
        table = "incidents"


class IncidentName(Model):
    """Whom a concern names: an account, or (too) everybody with a part beside the elder."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    incident_id = fields.UUIDField()
    account_id = fields.UUIDField(null=True)
    part = fields.CharEnumField(NamedPart, max_length=10, null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"part": FACT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id incident_id account_id")

    class Meta:
        table = "incident_names"


class IncidentStepRecord(Model):
    """One step, done at `done_at` or due at `due_at`, or no longer due since `voided_at`.

    `level` and `holder_id` are of an ASK, the holder None where nobody was named. `words`, `taken_by` are in the words
    of `taken_by_id`, who is None for the clock. `happened_at`: of a hand-over.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    incident_id = fields.UUIDField()
    number = fields.IntField()
    kind = fields.CharEnumField(IncidentStep, max_length=12)
    level = fields.CharEnumField(IncidentLevel, max_length=8, null=True)
    due_at = fields.DatetimeField()
    done_at = fields.DatetimeField(null=True)
    voided_at = fields.DatetimeField(null=True)
    holder_id = fields.UUIDField(null=True)
    taken_by_id = fields.UUIDField(null=True)
    service = fields.CharEnumField(Service, max_length=10, null=True)
    happened_at = fields.DatetimeField(null=True)
    taken_by = fields.BinaryField(null=True)
    words = fields.BinaryField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"service": FACT, "taken_by": SECRET_TEXT, "words": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary(
        "id incident_id number kind level due_at done_at voided_at holder_id taken_by_id happened_at"
    )

    class Meta:
        table = "incident_steps"


class IncidentReview(Model):
    """What happened, what was done, what to change, looked at once it was closed."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    incident_id = fields.UUIDField()
    happened = fields.BinaryField()
    done = fields.BinaryField()
    change = fields.BinaryField()
    reviewed_by = fields.UUIDField()
    reviewed_at = fields.DatetimeField()

    PERSONAL: ClassVar[dict[str, Personal]] = {
        "happened": SECRET_TEXT,
        "done": SECRET_TEXT,
        "change": SECRET_TEXT,
    }
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id incident_id reviewed_by reviewed_at")

    class Meta:
        table = "incident_reviews"


class IncidentNotice(Model):
    """Somebody is to know of an incident, and has read of it at `read_at` (R094). `family`: as kin, else on duty."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    incident_id = fields.UUIDField()
    account_id = fields.UUIDField()
    family = fields.BooleanField()
    told_at = fields.DatetimeField()
    read_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id incident_id account_id family told_at read_at")

    class Meta:
        table = "incident_notices"


class DutyHolder(Model):
    """Who answers for a place by day or by night, and under which number."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    division_id = fields.UUIDField()
    watch = fields.CharEnumField(Watch, max_length=5)
    account_id = fields.UUIDField(db_index=True)
    phone = fields.BinaryField()
    named_by = fields.UUIDField()
    named_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    PERSONAL: ClassVar[dict[str, Personal]] = {"phone": SECRET_TEXT}
    ORDINARY: ClassVar[frozenset[str]] = ordinary("id division_id watch account_id named_by named_at ended_at")

    class Meta:
        table = "duty_holders"
